"""Questions that nobody should ask, over HTTP and in a batch, on a register in which one in twenty is called Jansen."""

# ruff: noqa: RUF001 - letters that look alike are what is tested.
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import event

import app.lookup.zoek
from app.audit.events import Event
from app.commands.zoek import zoek_command
from app.config import Settings
from app.core import Core
from app.lookup.search import MAX_WITH_DATE, MAX_WITHOUT_DATE
from app.names.profile import Naamprofiel
from tests.api.conftest import Lines
from tests.app.lookup.conftest import GIVEN, SURNAMES, street_of

PERSONS, JANSENS = 4000, 200
# Three looks of two statements each, and two for a word that was cut in two.
MOST_STATEMENTS = 8
SEEN = {"onbekend", "verfijn", "kandidaten"}
NOBODY = {"onbekend", "verfijn"}

# What is asked, and either the field at fault or the outcomes that are right.
QUESTIONS: dict[str, tuple[dict[str, Any], str | set[str]]] = {
    "only a voorvoegsel": ({"naam": "van der"}, "#/naam"),
    "only short voorvoegsels": ({"naam": "v d"}, "#/naam"),
    "only a voorvoegsel and a year": ({"naam": "van den 1994"}, "#/naam"),
    "a voorvoegsel that may be a name": ({"naam": "el"}, SEEN),
    "certainly only a voorvoegsel": ({"achternaam": "van 't"}, "#/achternaam"),
    "one letter": ({"naam": "j"}, "#/naam"),
    "one Chinese letter": ({"naam": "王"}, "#/naam"),
    "ten kilobytes": ({"naam": "jansen " * 1500}, "#/naam"),
    "ten kilobytes of one letter": ({"naam": "a" * 10_000}, "#/naam"),
    "ten kilobytes of figures": ({"naam": "1-" * 5000}, "#/naam"),
    "as long as may be": ({"naam": ("jansen " * 40)[:199]}, SEEN),
    "as many words as may be": ({"naam": " ".join("abcdefghijklmnopqrstuvwxyz" * 3)}, "#/naam"),
    "only figures": ({"naam": "12345"}, "#/naam"),
    "figures of a telephone": ({"naam": "0612345678"}, "#/naam"),
    "figures that are no date": ({"naam": "99999999"}, "#/naam"),
    "figures that are no year": ({"naam": "9999"}, "#/naam"),
    "other figures": ({"naam": "٠٧٠٣١٩٩٤"}, "#/naam"),
    "Cyrillic": ({"naam": "Янсен Наташа"}, SEEN),
    "Cyrillic look-alikes": ({"naam": "jаnsеn"}, {"verfijn"}),
    "Greek look-alikes": ({"naam": "jαnsεn"}, {"verfijn"}),
    "Arabic": ({"naam": "محمد الأمين"}, SEEN),
    "Arabic beside Latin": ({"naam": "محمد jansen"}, SEEN),
    "full width": ({"naam": "ｊａｎｓｅｎ"}, {"verfijn"}),
    "zero width": ({"naam": "jan\u200bs\u200den\ufeff"}, {"verfijn"}),
    "only zero width": ({"naam": "\u200b\u200c\u200d\ufeff"}, "#/naam"),
    "turned around": ({"naam": "\u202ejansen\u202c"}, {"verfijn"}),
    "marks in heaps": ({"naam": "j" + "\u0301" * 150 + "ansen"}, {"verfijn"}),
    "only marks": ({"naam": "\u0301" * 50}, "#/naam"),
    "SQL": ({"naam": "'; DROP TABLE zoeksleutel; --"}, NOBODY),
    "SQL that is always true": ({"naam": "' OR '1'='1"}, SEEN),
    "wildcards": ({"naam": "jan% _______"}, SEEN),
    "a regular expression": ({"naam": "(a+)+$|.*xqzwy[^y]"}, NOBODY),
    "a format string": ({"naam": "%s%s%n{0.__class__}${jndi:ldap}"}, NOBODY),
    "a script": ({"naam": "<script>alert(1)</script>"}, NOBODY),
    "a date without a name": ({"geboortedatum": "1-1-1970"}, SEEN),
    "a date as the name": ({"naam": "1-1-1970"}, SEEN),
    "a day without a name": ({"naam": "7/3"}, {"verfijn"}),
    "a year without a name": ({"naam": "1994"}, {"verfijn"}),
    "an age without a name": ({"naam": "rond de 30"}, {"verfijn"}),
    "a date that cannot be": ({"naam": "jansen 31-2-90"}, "#/naam"),
    "a name that too many bear": ({"naam": "Jansen"}, {"verfijn"}),
    "the same, said as one hears it": ({"naam": "meneer janssen"}, {"verfijn"}),
    "the same, with a day": ({"naam": "jansen 1 mei"}, SEEN),
    "the same, with an age": ({"naam": "jansen rond de dertig"}, {"verfijn"}),
    "the same, twice": ({"naam": "jansen jansen"}, {"verfijn"}),
    "the same, with a given name": ({"naam": "jan jansen"}, {"verfijn"}),
    "the same, as a certain part": ({"achternaam": "Jansen"}, {"verfijn"}),
}


def the_street() -> Iterator[Naamprofiel]:
    """One in twenty is a Jansen, and one in sixteen of those a Jan; the others share a few dozen surnames."""
    for number in range(PERSONS):
        common = number % (PERSONS // JANSENS) == 0
        given = GIVEN[number // (PERSONS // JANSENS) % len(GIVEN)] if common else GIVEN[number % len(GIVEN)]
        surname = "Jansen" if common else f"{SURNAMES[number % len(SURNAMES)]}{'stra' if number % 3 else ''}"
        born = f"{1950 + number % 56}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield Naamprofiel(surname, given, geboortedatum=born)


@pytest.fixture
def crowded(core: Core) -> Core:
    street_of(core.engines)(*the_street())
    return core


class Seen:
    """How much the database was asked for, for one question after another."""

    def __init__(self) -> None:
        self.statements = 0
        self.candidates = [0]

    def count(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        self.statements += "zoekprofiel" in statement or "naamdeel" in statement

    def watch(self, read: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any) -> Any:
            found = read(*arguments)
            self.candidates.append(len(found.kandidaten))
            return found

        return watched


@pytest.fixture
def seen(crowded: Core, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    found = Seen()
    monkeypatch.setattr(app.lookup.zoek, "read_candidates", found.watch(app.lookup.zoek.read_candidates))
    event.listen(crowded.engines.read, "before_cursor_execute", found.count)
    yield found
    event.remove(crowded.engines.read, "before_cursor_execute", found.count)


def test_each_is_answered_or_refused_by_its_field_with_little_asked_of_the_database(
    agent: Any, seen: Seen, lines: Lines, records: Callable[[Event], list[Any]]
) -> None:
    wrong = {}
    for name, (question, right) in QUESTIONS.items():
        seen.statements = 0
        answer = agent.ask(**question)
        body = answer.get_json()
        if isinstance(right, str):
            told = (answer.status_code, [error["pointer"] for error in body.get("errors", [])])
            fits = told == (400, [right])
        else:
            told = (answer.status_code, body.get("uitkomst"))
            fits = answer.status_code == 200 and body["uitkomst"] in right
        if not fits or seen.statements > MOST_STATEMENTS:
            wrong[name] = (*told, seen.statements)
    assert wrong == {}
    assert max(seen.candidates) <= MAX_WITH_DATE + MAX_WITHOUT_DATE
    assert len(records(Event.ZOEKVRAAG)) == sum(not isinstance(right, str) for _, right in QUESTIONS.values())
    assert_nothing_personal(lines)


def assert_nothing_personal(lines: Lines) -> None:
    """One line a question, with nothing in it that depends on what was asked."""
    asked = [row for row in lines.rows if row.get("route") == "/v1/zoekvragen"]
    assert len(asked) == len(QUESTIONS)
    known = {"bron", "niveau", "bericht", "methode", "route", "status", "ms", "trace", "tijd"}
    assert {name for row in lines.rows for name in row} == known
    assert {row["bericht"] for row in lines.rows} == {"aanvraag"}


def test_a_batch_answers_each_line(
    crowded: Core, settings: Settings, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("VAR_DIR", str(settings.var_dir))
    lines = [json.dumps({"id": name, **question}) for name, (question, _) in QUESTIONS.items() if not shows(name)]
    result = CliRunner().invoke(zoek_command, ["--batch", "-"], input="\n".join(lines).encode())
    answers = {answer["id"]: answer for answer in map(json.loads, result.stdout.splitlines())}
    assert len(answers) == len(lines)
    for name, answer in answers.items():
        right = QUESTIONS[name][1]
        if isinstance(right, str):
            assert answer["fout"] == "ongeldige-invoer", name
        else:
            assert answer["uitkomst"] in right, name


def shows(name: str) -> bool:
    """Whether persons may be shown: those of this register were put on the street without a number of their source."""
    right = QUESTIONS[name][1]
    return "kandidaten" in right
