"""Advice on wording: what is found, where, and what is left alone."""

import pytest

from app.afspraken.model import Voorstel, ZsmAdvies
from app.afspraken.nalezen import lees_na
from app.afspraken.taal import KNOWN, REDENEN, WORDS, ZSM, advise, is_bsn
from app.register.model import Bejegening, Handelingskader


def found(text: str, voor: str = "straat") -> list[tuple[str, str]]:
    return [(each.soort, text[each.van : each.tot]) for each in advise(text, voor)]


@pytest.mark.parametrize(
    ("text", "soort", "word"),
    [
        ("Heeft schizofrenie.", "diagnose", "schizofrenie"),
        ("Is Schizofreen.", "diagnose", "Schizofreen"),
        ("Licht verstandelijk beperkt.", "diagnose", "verstandelijk beperkt"),
        ("Krijgt Haldol.", "medicijn", "Haldol"),
        ("Bekend met een LVB.", "diagnose", "LVB"),
        ("Heeft PTSS-klachten.", "diagnose", "PTSS"),
        ("Een ADHD'er.", "diagnose", "ADHD"),
        ("Heeft ODD.", "diagnose", "ODD"),
        ("Meld bij de RvdK.", "afkorting", "RvdK"),
        ("Meld bij de RVDK.", "afkorting", "RVDK"),
        ("Bel eerst de LdH.", "afkorting", "LdH"),
        ("Begeleid door DT&V.", "afkorting", "DT&V"),
        ("Begeleid door 3RO.", "afkorting", "3RO"),
        ("Woont met een VvE.", "afkorting", "VvE"),
        ("Hij is altijd lastig.", "oordeel", "lastig"),
        ("Een Lastige man.", "oordeel", "Lastige"),
        ("Zit in de slachtofferrol.", "oordeel", "slachtofferrol"),
        ("Notoire dader.", "oordeel", "Notoire"),
        ("Na een MMA melding.", "code", "MMA"),
        ("Verdacht van art. 285 Sr.", "code", "art. 285 Sr"),
        ("Zie artikel 3 lid 2 Sv", "code", "artikel 3 lid 2 Sv"),
        ("Parket 16/123456-26 loopt.", "code", "16/123456-26"),
        ("Feitcode F110.", "code", "F110"),
        ("Meld bij XQZ.", "afkorting", "XQZ"),
        ("Bel zijn moeder: 06-12345678.", "persoonsgegeven", "06-12345678"),
        ("Bel +31 6 1234 5678 eerst.", "persoonsgegeven", "+31 6 1234 5678"),
        ("Mail j.jansen@example.nl even.", "persoonsgegeven", "j.jansen@example.nl"),
        ("Nummer 111222333 hoort erbij.", "persoonsgegeven", "111222333"),
        ("Een manipulatieve man.", "oordeel", "manipulatieve"),
        ("Die junk weer.", "oordeel", "junk"),
    ],
)
def test_what_the_street_is_better_off_without(text: str, soort: str, word: str) -> None:
    assert found(text) == [(soort, word)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Direct aanhouden, ook bij een klein delict.",
        "Let op, komt heel agressief over; deze agressie is doorgaans niet fysiek maar verbaal.",
        "Bel 112 of de OM-piket. ZSM weet ervan, de GGZ ook.",
        "Om 03:00 uur, 2 collega's, 1234567890 is geen nummer.",
        "Sr. Jansen heet hij niet.",
        "Gek genoeg".replace("Gek", "Vreemd"),
        "Eén collega voert het woord.",
        "De OvJ en de HovJ weten ervan.",
        "Komt uit IJsselstein, gebruikt WhatsApp.",
        "Een asbak of een add-on zegt niets.",
    ],
)
def test_plain_words_get_no_advice(text: str) -> None:
    assert [each for each in found(text) if each != ("code", "Sr")] == []


def test_each_advice_says_why_and_what_instead() -> None:
    for each in advise("LVB, EPA, Haldol, 06-12345678, junk, XQZ en schizofrenie"):
        assert each.reden == REDENEN[each.soort]
        assert each.voorstel.endswith((".", '".', '."'))
    assert {soort for soort, _, _ in WORDS} <= REDENEN.keys()


def test_one_place_gets_one_advice_in_the_order_of_the_text() -> None:
    assert found("art. 285 Sr en LVB") == [("code", "art. 285 Sr"), ("diagnose", "LVB")]


def test_places_count_characters() -> None:
    text = "🙂 é LVB"
    assert [(each.van, each.tot) for each in advise(text)] == [(4, 7)]


def test_the_officer_van_justitie_reads_codes_but_gets_nobody_elses_number() -> None:
    assert found("Art. 285 Sr, LVB, bel 06-12345678", ZSM) == [("persoonsgegeven", "06-12345678")]


def test_numbers_that_only_look_like_a_bsn_are_left_alone() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("123456789")
    assert not is_bsn("000000000")


def test_known_short_forms_are_in_capitals_and_no_advice_contradicts_them() -> None:
    assert all(each == each.upper() for each in KNOWN)
    assert not KNOWN & {word.upper() for soort, word, _ in WORDS if soort == "code"}


def test_every_text_of_a_concept_is_read() -> None:
    marked = "XQZ"
    voorstel = Voorstel(
        Handelingskader("anders", marked, (marked,)),
        Bejegening(marked, marked, marked, (marked,), (marked,)),
        ZsmAdvies("2026-11-01", "06-12345678", "06-12345678", "06-12345678", "06-12345678"),
    )
    assert [each.veld for each in lees_na(voorstel)] == [
        "#/handelingskader/kern",
        "#/handelingskader/regels/0",
        "#/bejegening/kern",
        "#/bejegening/ziet",
        "#/bejegening/betekent",
        "#/bejegening/doen/0",
        "#/bejegening/nietDoen/0",
        "#/zsmAdvies/doel",
        "#/zsmAdvies/advies",
        "#/zsmAdvies/context",
        "#/zsmAdvies/historie",
    ]
