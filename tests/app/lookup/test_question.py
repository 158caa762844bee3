from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInput
from app.lookup.question import Zeker, Zoekvraag, read_zoekvraag
from app.names.birth_date import Geboortedatum

VANDAAG = date(2026, 11, 21)


def read(naam: str | None = None, datum: str | None = None, ongeveer: int | None = None) -> Zoekvraag:
    return read_zoekvraag(naam=naam, geboortedatum=datum, geboortejaar_ongeveer=ongeveer, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("naam", "datum", "ongeveer", "pointer"),
    [
        (None, None, None, "#/naam"),
        ("", "", None, "#/naam"),
        ("   ", None, None, "#/naam"),
        ("van der", None, None, "#/naam"),
        ("van 't", None, None, "#/naam"),
        ("J.", None, None, "#/naam"),
        ("12345", None, None, "#/naam"),
        ("jansen 31-2-94", None, None, "#/naam"),
        ("jansen 3000", None, None, "#/naam"),
        ("jansen 7-3-94 rond 60", None, None, "#/naam"),
        ("jansen 1994", "7-3-1995", None, "#/geboortedatum"),
        ("jansen 29 februari", "1995", None, "#/geboortedatum"),
        ("jansen rond 30", None, 1950, "#/geboortejaarOngeveer"),
        ("jansen rond 30", "1950", None, "#/naam"),
        ("jansen", "1994", 1950, "#/geboortejaarOngeveer"),
        ("van der 1994", None, None, "#/naam"),
        ("j 7-3-94", None, None, "#/naam"),
        (None, "   ", None, "#/naam"),
        (None, "rond 30", None, "#/geboortedatum"),
        (None, "jansen 7 maart", None, "#/geboortedatum"),
        (None, "7 maart " * 2000, None, "#/geboortedatum"),
        ("😀", None, None, "#/naam"),
        ("\u200b\u202e", None, None, "#/naam"),
        ("x" * 201, None, None, "#/naam"),
        ("a" * 10_000, None, None, "#/naam"),
        ("Jansen", "31-02-1990", None, "#/geboortedatum"),
        ("Jansen", "3000", None, "#/geboortedatum"),
        (None, "gisteren", None, "#/geboortedatum"),
        ("Jansen", None, 1899, "#/geboortejaarOngeveer"),
        ("Jansen", None, 2027, "#/geboortejaarOngeveer"),
    ],
)
def test_a_bad_question_names_the_field(
    naam: str | None, datum: str | None, ongeveer: int | None, pointer: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(naam, datum, ongeveer)
    assert [error.pointer for error in caught.value.errors] == [pointer]
    assert caught.value.detail.endswith(".")


def test_one_line_may_hold_it_all() -> None:
    assert read("el amrani moh 94") == Zoekvraag("el amrani moh", Geboortedatum(1994))
    assert read("j jansen 7/3") == Zoekvraag("j jansen", Geboortedatum(None, 3, 7))
    assert read("de heer jansen, rond de dertig") == Zoekvraag("jansen", None, 1996)
    assert read("7 maart, rond 30") == Zoekvraag(None, Geboortedatum(None, 3, 7), 1996)
    assert read("7-3-94") == Zoekvraag(None, Geboortedatum(1994, 3, 7))


def test_what_was_typed_is_kept_beside_what_was_understood() -> None:
    assert read(" jansen 7/3 ").getypt == "jansen 7/3"


def test_fields_and_text_add_to_each_other() -> None:
    assert read("jansen 1994", "7 maart") == Zoekvraag("jansen", Geboortedatum(1994, 3, 7))
    assert read("jansen", "zeven maart vierennegentig") == Zoekvraag("jansen", Geboortedatum(1994, 3, 7))
    assert read("jansen 1994", "1994") == Zoekvraag("jansen", Geboortedatum(1994))


def test_a_guess_says_nothing_beside_a_year_that_fits() -> None:
    assert read("jansen", "1994", 1990) == Zoekvraag("jansen", Geboortedatum(1994))
    assert read("jansen rond 30", "7-3-94") == Zoekvraag("jansen", Geboortedatum(1994, 3, 7))
    assert read("jansen rond 30", None, 1994) == Zoekvraag("jansen", None, 1994)
    assert read("jansen", "7-3", 1994) == Zoekvraag("jansen", Geboortedatum(None, 3, 7), 1994)


def sure(naam: str | None = None, voornaam: str | None = None, achternaam: str | None = None) -> Zoekvraag:
    zeker = Zeker(voornaam, achternaam)
    return read_zoekvraag(naam=naam, geboortedatum=None, geboortejaar_ongeveer=None, vandaag=VANDAAG, zeker=zeker)


def test_parts_that_are_certain_are_kept_and_asked_in_their_order() -> None:
    vraag = sure("rond 30", " Mei ", "van den Berg")
    assert vraag == Zoekvraag("Mei van den Berg", None, 1996, Zeker("Mei", "van den Berg"))
    assert sure("moh 94", achternaam="el amrani").naam == "moh el amrani"
    # What is certain is not read: Dertig and 1 mei are names when they are given as such.
    assert sure(None, "Mei 90").naam == "Mei 90"


@pytest.mark.parametrize(
    ("naam", "voornaam", "achternaam", "pointer"),
    [
        (None, "  ", None, "#/naam"),
        (None, "J.", None, "#/voornaam"),
        (None, None, "van der", "#/achternaam"),
        ("rond 30", None, "van der", "#/achternaam"),
        (None, "x" * 150, "y" * 150, "#/voornaam"),
        (None, "123", None, "#/voornaam"),
    ],
)
def test_a_certain_part_may_be_at_fault(
    naam: str | None, voornaam: str | None, achternaam: str | None, pointer: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        sure(naam, voornaam, achternaam)
    assert [error.pointer for error in caught.value.errors] == [pointer]


def test_what_cannot_be_written_down_is_dropped() -> None:
    assert read("Jan\x00 Jan\ud800sen\n").naam == "Jan Jansen"


def test_every_field_at_fault_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        read("van", "31-02-1990", 1)
    assert [error.pointer for error in caught.value.errors] == ["#/naam", "#/geboortedatum", "#/geboortejaarOngeveer"]


def test_a_good_question() -> None:
    assert read(" Jan Jansen ", "7-3-94") == Zoekvraag("Jan Jansen", Geboortedatum(1994, 3, 7))
    assert read(None, None, 1994) == Zoekvraag(None, None, 1994)


@given(st.text(max_size=300))
def test_any_text_is_a_question_or_refused(naam: str) -> None:
    try:
        vraag = read(naam)
    except InvalidInput:
        return
    assert vraag.gevraagd().delen or vraag.geboortedatum or vraag.geboortejaar_ongeveer
