"""The main job over HTTP: a question, its answer, a card; each recorded before it leaves."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select

from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core
from app.store.tables.street import straatkaart

Check = Callable[..., dict[str, Any]]
Records = Callable[[Event], list[dict[str, Any]]]
MEULEN = {"naam": "van der meulen jan", "geboortedatum": "7-3-94"}


@pytest.fixture(autouse=True)
def on_the_street(register: dict[str, int]) -> dict[str, int]:
    return register


def candidates(caller: Any) -> dict[str, Any]:
    body: dict[str, Any] = caller.ask(naam="jansen").get_json()
    assert body["uitkomst"] == "kandidaten"
    return body


def inzage(caller: Any, zoekvraag_id: str, kandidaat: Any) -> Any:
    return caller.post(f"/v1/zoekvragen/{zoekvraag_id}/inzages", {"kandidaat": kandidaat})


def stored_card(core: Core, persoon_id: int) -> bytes:
    with core.engines.read.connect() as connection:
        found = select(straatkaart.c.kaart).where(straatkaart.c.persoon_id == persoon_id)
        return bytes(connection.execute(found).scalars().first() or b"")


def test_one_confident_hit_is_the_card_in_the_bytes_that_were_published(
    core: Core, agent: Any, on_the_street: dict[str, int]
) -> None:
    answer = agent.ask(**MEULEN)
    body = answer.get_json()
    assert (answer.status_code, answer.mimetype, body["uitkomst"]) == (200, "application/json", "kaart")
    assert body.keys() == {"id", "uitkomst", "begrepen", "gevondenOp", "feestdagen", "straatkaart"}
    assert body["straatkaart"]["persoon"]["naam"] == "Jan van der Meulen"
    assert all(isinstance(text, str) for text in body["gevondenOp"])
    card = stored_card(core, on_the_street["p-1"])
    assert answer.data.endswith(b'"straatkaart":' + card + b"}")


def test_several_who_fit_are_the_least_that_tells_them_apart(agent: Any) -> None:
    body = candidates(agent)
    assert body.keys() == {"id", "uitkomst", "begrepen", "kandidaten"}
    assert {kandidaat["naam"] for kandidaat in body["kandidaten"]} == {"Fatima Jansen", "Kees Jansen"}
    for kandidaat in body["kandidaten"]:
        assert kandidaat.keys() == {"id", "naam", "geboortejaar", "aanpak", "gevondenOp"}
        assert kandidaat["aanpak"] == "Levensloopaanpak"


def test_nobody_is_unknown(agent: Any, records: Records) -> None:
    body = agent.ask(naam="Xandrio Quispel").get_json()
    assert body.keys() == {"id", "uitkomst", "begrepen"}
    assert body["uitkomst"] == "onbekend"
    assert [row["id"] for row in records(Event.ZOEKVRAAG)] == [body["id"]]


def test_a_question_is_recorded_with_its_reason_and_who_was_shown(
    agent: Any, records: Records, on_the_street: dict[str, int]
) -> None:
    body = agent.ask(**MEULEN, reden="anders", toelichting=" Vermist kind ", meldingsnummer="2026-1").get_json()
    (row,) = records(Event.ZOEKVRAAG)
    assert row["id"] == body["id"]
    assert row["account_id"]
    assert row["sessie_id"]
    inhoud = row["inhoud"]
    shown = inhoud.pop("getoond")
    assert inhoud == {
        "reden": "anders",
        "toelichting": "Vermist kind",
        "meldingsnummer": "2026-1",
        "getypt": "van der meulen jan",
        "naam": "van der meulen jan",
        "voornaam": None,
        "achternaam": None,
        "geboortedatum": "1994-03-07",
        "geboortejaarOngeveer": None,
        "uitkomst": "kaart",
    }
    assert [one["persoon"] for one in shown] == [on_the_street["p-1"]]


@pytest.mark.parametrize(
    ("question", "begrepen"),
    [
        ({"naam": "jan van der meulen 7-3-94"}, ("jan van der meulen", "1994-03-07", None)),
        ({"naam": "jan v d meulen zeven maart vierennegentig"}, ("jan v d meulen", "1994-03-07", None)),
        ({"naam": "meneer meulen 7/3"}, ("meulen", "--03-07", None)),
        ({"naam": "jan meulen", "geboortedatum": "7 maart"}, ("jan meulen", "--03-07", None)),
        ({"naam": "jan meulen rond de 30"}, ("jan meulen", None, 1996)),
        ({"naam": "7-3-94"}, (None, "1994-03-07", None)),
        ({"voornaam": "jan", "achternaam": "v d meulen", "naam": "94"}, ("jan v d meulen", "1994", None)),
    ],
)
def test_one_line_is_understood_answered_and_recorded_as_typed(
    agent: Any, records: Records, question: dict[str, str], begrepen: tuple[str | None, str | None, int | None]
) -> None:
    body = agent.ask(**question).get_json()
    assert tuple(body["begrepen"].values()) == begrepen
    assert body["uitkomst"] in {"kaart", "kandidaten"}
    (row,) = records(Event.ZOEKVRAAG)
    understood = tuple(row["inhoud"][name] for name in ("naam", "geboortedatum", "geboortejaarOngeveer"))
    assert (understood, row["inhoud"]["getypt"]) == (begrepen, question["naam"])


def test_opening_a_candidate_shows_the_card_and_is_recorded(
    core: Core, agent: Any, records: Records, on_the_street: dict[str, int]
) -> None:
    question = candidates(agent)
    chosen = next(one for one in question["kandidaten"] if one["naam"] == "Kees Jansen")
    answer = inzage(agent, question["id"], chosen["id"])
    body = answer.get_json()
    assert (answer.status_code, body.keys()) == (201, {"id", "gevondenOp", "feestdagen", "straatkaart"})
    assert answer.data.endswith(b'"straatkaart":' + stored_card(core, on_the_street["p-3"]) + b"}")
    (row,) = records(Event.INZAGE)
    assert (row["id"], row["inhoud"]) == (body["id"], {"zoekvraag": question["id"], "persoon": on_the_street["p-3"]})


def test_a_candidate_of_somebody_else_s_question_is_not_there(
    agent: Any, sign_in: Any, problem: Check, records: Records
) -> None:
    question = candidates(agent)
    other = sign_in(Rol.AGENT, naam="collega")
    refused = problem(inzage(other, question["id"], question["kandidaten"][0]["id"]), 404, "niet-gevonden")
    unknown = inzage(other, "11111111-1111-4111-8111-111111111111", question["kandidaten"][0]["id"])
    assert problem(unknown, 404, "niet-gevonden") == refused
    assert len(records(Event.INZAGE_GEWEIGERD)) == 2
    assert records(Event.INZAGE) == []


def test_a_candidate_that_was_not_shown_is_not_there(agent: Any, problem: Check) -> None:
    question = candidates(agent)
    for kandidaat in ("1", "0", "p-3", "é", "'; --", "a" * 64):
        problem(inzage(agent, question["id"], kandidaat), 404, "niet-gevonden")


def test_a_question_that_cannot_exist_is_not_there(agent: Any, problem: Check, records: Records) -> None:
    impossible = ["1", "jan%00", "%ff", "a" * 300, "00000000-0000-0000-0000-00000000000G"]
    for zoekvraag_id in impossible:
        problem(inzage(agent, zoekvraag_id, "abc"), 404, "niet-gevonden")
    assert len(records(Event.INZAGE_GEWEIGERD)) == len(impossible)


def test_an_old_question_opens_nothing(agent: Any, problem: Check, clock: Any) -> None:
    question = candidates(agent)
    clock.forward(minutes=16)
    problem(inzage(agent, question["id"], question["kandidaten"][0]["id"]), 404, "niet-gevonden")


def test_the_reasons_are_those_of_the_settings(agent: Any) -> None:
    redenen = agent.get("/v1/redenen").get_json()["redenen"]
    assert [reden["code"] for reden in redenen] == ["melding", "staandehouding", "aanhouding", "overdracht", "anders"]
    assert redenen[0] == {"code": "melding", "naam": "Melding", "toelichtingVereist": False}
    assert redenen[-1]["toelichtingVereist"] is True


def break_the_trail(core: Core) -> None:
    with core.engines.write.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE auditrecord RENAME TO elders")


@pytest.mark.parametrize("question", [MEULEN, {"naam": "jansen"}, {"naam": "Xandrio Quispel"}])
def test_no_record_no_answer(core: Core, agent: Any, problem: Check, question: dict[str, str]) -> None:
    break_the_trail(core)
    answer = agent.ask(**question)
    problem(answer, 503, "vastleggen-mislukt")
    assert "Meulen" not in answer.text


def test_no_record_no_card(core: Core, agent: Any, problem: Check) -> None:
    question = candidates(agent)
    with refusing_writes(core):
        answer = inzage(agent, question["id"], question["kandidaten"][0]["id"])
    problem(answer, 503, "vastleggen-mislukt")
    assert "straatkaart" not in answer.text


@contextmanager
def refusing_writes(core: Core) -> Iterator[None]:
    """Every statement of the write engine fails, as on a full disk."""

    def refuse(_connection: Any, _cursor: Any, _statement: str, *_rest: Any) -> None:
        raise core.engines.write.dialect.dbapi.OperationalError("no space left on device")

    event.listen(core.engines.write, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(core.engines.write, "before_cursor_execute", refuse)


@contextmanager
def statements(core: Core) -> Iterator[dict[str, list[str]]]:
    seen: dict[str, list[str]] = {"read": [], "write": []}
    listeners = []
    for name, engine in (("read", core.engines.read), ("write", core.engines.write)):

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any, name: str = name) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA", "SELECT pg_catalog")):
                seen[name].append(statement)

        event.listen(engine, "before_cursor_execute", note)
        listeners.append((engine, note))
    yield seen
    for engine, note in listeners:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("question", "most"), [({"naam": "Xandrio Quispel"}, 9), ({"naam": "jansen"}, 9), (MEULEN, 4)])
def test_a_lookup_asks_the_database_little(core: Core, agent: Any, question: dict[str, str], most: int) -> None:
    """Who asks, at most eight statements of the search, the card when there is one; and one record."""
    agent.ask(**question)
    with statements(core) as seen:
        assert agent.ask(**question).status_code == 200
    assert len(seen["read"]) <= most, json.dumps(seen, indent=1)
    assert len(seen["write"]) == 1, json.dumps(seen, indent=1)
    assert seen["write"][0].startswith("INSERT INTO auditrecord")


def test_many_at_once_each_get_their_own_answer_and_record(sign_in: Any, records: Records) -> None:
    callers = [sign_in(Rol.AGENT, naam=naam) for naam in ("een", "twee")]

    def ask(number: int) -> tuple[str, str]:
        naam, expected = (("jansen", "kandidaten"), ("Xandrio Quispel", "onbekend"))[number % 2]
        body = callers[number % len(callers)].ask(naam=naam).get_json()
        assert body["uitkomst"] == expected
        return body["id"], naam

    with ThreadPoolExecutor(8) as pool:
        answered = sorted(pool.map(ask, range(40)))
    recorded = records(Event.ZOEKVRAAG)
    assert sorted((row["id"], row["inhoud"]["naam"]) for row in recorded) == answered
    accounts = {row["account_id"]: set() for row in recorded}
    for row in recorded:
        accounts[row["account_id"]].add(row["inhoud"]["naam"])
    assert sorted(map(sorted, accounts.values())) == [["Xandrio Quispel"], ["jansen"]]
