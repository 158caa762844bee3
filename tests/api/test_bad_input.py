"""Bad input gets a 400 that names the field, in Dutch, and is never a mistake of ours; nothing of it is recorded."""

from collections.abc import Callable
from typing import Any

import pytest

from app.audit.events import Event

Check = Callable[..., dict[str, Any]]
Records = Callable[[Event], list[dict[str, Any]]]
ASK = "/v1/zoekvragen"
MELDING = {"reden": "melding"}

BAD_QUESTIONS: dict[str, tuple[Any, list[str]]] = {
    "empty": ({}, ["#/reden"]),
    "only a reason": (MELDING, ["#/naam"]),
    "blank name": (MELDING | {"naam": "   "}, ["#/naam"]),
    "only voorvoegsels": (MELDING | {"naam": "van der"}, ["#/naam"]),
    "no letters": (MELDING | {"naam": "?!. -"}, ["#/naam"]),
    "only emoji": (MELDING | {"naam": "👮🏽‍♀️🚓"}, ["#/naam"]),
    "10 kB name": (MELDING | {"naam": "a" * 10_000}, ["#/naam"]),
    "name is a number": (MELDING | {"naam": 7}, ["#/naam"]),
    "name is null": (MELDING | {"naam": None}, ["#/naam"]),
    "name is a list": (MELDING | {"naam": ["jan"]}, ["#/naam"]),
    "31 february": (MELDING | {"geboortedatum": "31-02-1990"}, ["#/geboortedatum"]),
    "year 3000": (MELDING | {"geboortedatum": "1-1-3000"}, ["#/geboortedatum"]),
    "about the year 3000": (MELDING | {"geboortejaarOngeveer": 3000}, ["#/geboortejaarOngeveer"]),
    "about minus one": (MELDING | {"geboortejaarOngeveer": -1}, ["#/geboortejaarOngeveer"]),
    "about a huge year": (MELDING | {"geboortejaarOngeveer": 10**30}, ["#/geboortejaarOngeveer"]),
    "year as text": (MELDING | {"geboortejaarOngeveer": "1994"}, ["#/geboortejaarOngeveer"]),
    "year as a fraction": (MELDING | {"geboortejaarOngeveer": 1994.5}, ["#/geboortejaarOngeveer"]),
    "year as yes": (MELDING | {"geboortejaarOngeveer": True}, ["#/geboortejaarOngeveer"]),
    "date in words that are none": (MELDING | {"geboortedatum": "gisteren"}, ["#/geboortedatum"]),
    "31 february in words": (MELDING | {"geboortedatum": "31 februari"}, ["#/geboortedatum"]),
    "31 february in the name": (MELDING | {"naam": "jansen 31-02-1990"}, ["#/naam"]),
    "two dates in the name": (MELDING | {"naam": "jansen 7-3-94 8-3-94"}, ["#/naam"]),
    "another date in the name": (MELDING | {"naam": "jansen 1994", "geboortedatum": "7-3-1995"}, ["#/geboortedatum"]),
    "an age that does not fit": (
        MELDING | {"naam": "jansen", "geboortedatum": "7-3-94", "geboortejaarOngeveer": 1960},
        ["#/geboortejaarOngeveer"],
    ),
    "only a voorvoegsel as surname": (MELDING | {"achternaam": "van der"}, ["#/achternaam"]),
    "only an initial as given name": (MELDING | {"voornaam": "J."}, ["#/voornaam"]),
    "10 kB surname": (MELDING | {"achternaam": "a" * 10_000}, ["#/achternaam"]),
    "given name is a number": (MELDING | {"voornaam": 7}, ["#/voornaam"]),
    "date of other digits": (MELDING | {"geboortedatum": "\u0660\u0667-03-1994x"}, ["#/geboortedatum"]),
    "several at once": (
        {"naam": 7, "geboortedatum": "x" * 61, "reden": "nieuwsgierig"},
        ["#/geboortedatum", "#/naam", "#/reden"],
    ),
    "no reason": ({"naam": "jansen"}, ["#/reden"]),
    "unknown reason": ({"naam": "jansen", "reden": "zomaar"}, ["#/reden"]),
    "reason without its words": ({"naam": "jansen", "reden": "anders"}, ["#/toelichting"]),
    "reason with blank words": ({"naam": "jansen", "reden": "anders", "toelichting": "  "}, ["#/toelichting"]),
    "long words": (MELDING | {"naam": "jansen", "toelichting": "x" * 501}, ["#/toelichting"]),
    "long number": (MELDING | {"naam": "jansen", "meldingsnummer": "x" * 41}, ["#/meldingsnummer"]),
    "unknown field": (MELDING | {"naam": "jansen", "bsn": "123"}, ["#/bsn"]),
    "field of another case": (MELDING | {"Naam": "jansen"}, ["#/Naam"]),
    "field of ours": (MELDING | {"naam": "jansen", "geboortejaar_ongeveer": 1994}, ["#/geboortejaar_ongeveer"]),
    "strange field": (MELDING | {"naam": "jansen", "a/b~c": 1}, ["#/a~1b~0c"]),
}


def test_a_bad_question_is_named_by_its_field(agent: Any, problem: Check, records: Records) -> None:
    found = {}
    for name, (question, _) in BAD_QUESTIONS.items():
        errors = problem(agent.post(ASK, question), 400, "ongeldige-invoer")["errors"]
        found[name] = [error["pointer"] for error in errors]
        english = ("field", "valid", "missing", "unknown", "longer", "shorter", "must")
        assert not any(word in error["detail"].lower() for error in errors for word in english), errors
    assert found == {name: pointers for name, (_, pointers) in BAD_QUESTIONS.items()}
    assert records(Event.ZOEKVRAAG) == []


STRANGE_NAMES = {
    "emoji beside a name": "jansen 👮🏽‍♀️",
    "right to left": "محمد الأمين",
    "mixed directions": "\u202ejansen\u202c \u200f",
    "combining": "Zoe\u0308 Ya\u0306vuz",
    "stacked": "j" + "\u0301" * 80 + "ansen",
    "full width": "\uff4a\uff41\uff4e\uff53\uff45\uff4e",
    "control": "jan\x1b[31msen",
    "SQL": "'; DROP TABLE account; --",
    "wildcards": "jan%_\\",
    "HTML": "<script>jansen</script>",
    "format": "jansen {0.__class__} %s",
    "capital sharp s": "GROẞ",
    "noncharacter": "jansen\ufffe",
    "private use": "jansen\U000f0000",
}


def test_a_strange_name_is_a_name(agent: Any) -> None:
    found = {name: agent.ask(naam=naam).get_json().get("uitkomst") for name, naam in STRANGE_NAMES.items()}
    assert found == dict.fromkeys(STRANGE_NAMES, "onbekend")


def test_a_birth_date_may_be_written_in_many_ways(agent: Any) -> None:
    for datum in ("1994-03-07", "07-03-1994", "7/3/94", "1994-03", "1994", " 7.3.1994 ", "7/3", "7 maart 1994"):
        assert agent.ask(geboortedatum=datum).status_code == 200, datum


BAD_BODIES = [
    (b'{"reden": "melding", "naam": "jan', "application/json", 400, "ongeldige-json"),
    (b'{"naam": "jan", "naam": "piet", "reden": "melding"}', "application/json", 400, "ongeldige-json"),
    (b'{"geboortejaarOngeveer": NaN, "reden": "melding"}', "application/json", 400, "ongeldige-json"),
    (b'{"naam": "\xc3\x28"}', "application/json", 400, "ongeldige-json"),
    (b"[]", "application/json", 400, "ongeldige-json"),
    (b"", "application/json", 400, "ongeldige-json"),
    (b"[" * 16_000, "application/json", 400, "ongeldige-json"),
    (rb'{"naam": "jan\u0000"}', "application/json", 400, "ongeldige-invoer"),
    (rb'{"naam": "\ud800"}', "application/json", 400, "ongeldige-invoer"),
    (b'{"naam": "' + b"x" * 17_000 + b'"}', "application/json", 413, "te-groot"),
    (b"naam=jansen&reden=melding", "application/x-www-form-urlencoded", 415, "verkeerd-mediatype"),
    (b"{}", "", 415, "verkeerd-mediatype"),
    (b"<naam/>", "application/xml", 415, "verkeerd-mediatype"),
]


@pytest.mark.parametrize("path", [ASK, f"{ASK}/00000000/inzages", "/v1/sessies"])
def test_a_bad_body_is_refused_on_every_address(agent: Any, problem: Check, path: str) -> None:
    for data, content_type, status, code in BAD_BODIES:
        problem(agent.send("POST", path, data=data, content_type=content_type), status, code)


def test_thousands_of_unknown_fields_get_a_short_answer(agent: Any, problem: Check) -> None:
    answer = agent.post(ASK, {f"f{number}": 1 for number in range(1200)})
    assert len(problem(answer, 400, "ongeldige-invoer")["errors"]) == 20


@pytest.mark.parametrize(
    "body", [{}, {"kandidaat": ""}, {"kandidaat": 7}, {"kandidaat": "x" * 65}, {"kandidaat": None}]
)
def test_a_bad_choice_is_named(agent: Any, problem: Check, body: Any) -> None:
    answer = agent.post(f"{ASK}/11111111-1111-4111-8111-111111111111/inzages", body)
    errors = problem(answer, 400, "ongeldige-invoer")["errors"]
    assert [error["pointer"] for error in errors] == ["#/kandidaat"]


def test_a_query_string_is_not_an_input(agent: Any, problem: Check) -> None:
    problem(agent.post(f"{ASK}?naam=jansen", MELDING), 400, "ongeldige-invoer")
