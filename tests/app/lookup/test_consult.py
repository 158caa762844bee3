"""A consultation: recorded before it is answered, and a card only out of one's own recent question."""

import json
from dataclasses import dataclass
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from app.audit.events import Event
from app.clock import today
from app.core import Core
from app.errors import NotFound, NotRecorded
from app.lookup.answer import Uitkomst
from app.lookup.consult import Doelbinding, Raadpleging
from app.lookup.question import read_zoekvraag
from app.register.importer import Importer
from app.store.tables.audit import auditrecord
from app.store.transaction import transaction

MELDING = Doelbinding("melding", meldingsnummer="PL0900-1")


@dataclass(frozen=True)
class Officer:
    account_id: int
    session_id: str = "sessie"


NOOR, OMAR = Officer(1), Officer(2)


def person(number: int, voornamen: str, datum: str, **abonnement: str) -> bytes:
    line = {
        "externId": f"p-{number}",
        "persoon": {"voornamen": voornamen, "geslachtsnaam": "Jansen", "geboorte": {"datum": datum}},
        "abonnementen": [
            {
                "aanpak": "levensloop",
                "veiligheidshuis": "Utrecht",
                "doel": "voorkomen van herhaling",
                "start": "2026-01-01",
                "handelingskader": {"actie": "direct_aanhouden", "kern": "Ook bij een klein delict."},
                **abonnement,
            }
        ],
    }
    return json.dumps(line).encode()


@pytest.fixture
def register(core: Core, clock) -> Core:
    lines = [
        person(1, "Pieter", "1994-03-07"),
        person(2, "Willemijn", "1988-11-02"),
        person(3, "Geertruida", "1990-05-05", einde="2026-11-22"),
        person(4, "Hendrik", "1990-05-06", start="2026-11-23"),
        person(5, "Cornelia", "1970-01-01", status="opgeschort"),
    ]
    result = Importer(core.engines.write, core.trail, clock).run(lines)
    assert result.nieuw == len(lines)
    return core


def ask(core: Core, naam: str, geboortedatum: str | None = None, officer: Officer = NOOR) -> Raadpleging:
    vandaag = today(core.clock)
    vraag = read_zoekvraag(naam=naam, geboortedatum=geboortedatum, geboortejaar_ongeveer=None, vandaag=vandaag)
    return core.raadplegingen.vraag(officer, vraag, MELDING)


def records(core: Core, event: Event) -> list:
    with core.engines.read.connect() as connection:
        found = select(auditrecord).where(auditrecord.c.gebeurtenis == event.value).order_by(auditrecord.c.volgnummer)
        return list(connection.execute(found))


def test_one_who_is_clearly_meant_is_answered_with_the_card(register: Core) -> None:
    answer = ask(register, "pieter jansen", "7-3-94")
    assert answer.uitkomst is Uitkomst.KAART
    card = json.loads(answer.straatkaart or b"")
    assert card["persoon"]["naam"] == "Pieter Jansen"
    assert card["afspraken"][0]["handelingskader"]["actie"]["tekst"] == "Direct aanhouden"
    assert answer.kandidaten == ()
    assert "geboortedatum" in answer.gevonden_op


def test_the_record_says_who_asked_what_why_and_who_was_shown(register: Core) -> None:
    answer = ask(register, "pieter jansen", "7-3-94")
    (record,) = records(register, Event.ZOEKVRAAG)
    assert (record.id, record.account_id, record.sessie_id) == (answer.id, 1, "sessie")
    asked = {key: record.inhoud[key] for key in ("naam", "geboortedatum", "reden", "meldingsnummer", "uitkomst")}
    assert asked == {
        "naam": "pieter jansen",
        "geboortedatum": "1994-03-07",
        "reden": "melding",
        "meldingsnummer": "PL0900-1",
        "uitkomst": "kaart",
    }
    assert len(record.inhoud["getoond"]) == 1


def test_an_unknown_name_is_recorded_too(register: Core) -> None:
    assert ask(register, "xaverius oldekamp").uitkomst is Uitkomst.ONBEKEND
    (record,) = records(register, Event.ZOEKVRAAG)
    assert (record.inhoud["uitkomst"], record.inhoud["getoond"]) == ("onbekend", [])


def test_a_candidate_opens_once_chosen_and_that_is_a_record_of_its_own(register: Core) -> None:
    question = ask(register, "jansen")
    assert question.uitkomst is Uitkomst.KANDIDATEN
    assert question.straatkaart is None
    chosen = next(one for one in question.kandidaten if one.geboortejaar == 1994)
    opened = register.raadplegingen.open(NOOR, question.id, chosen.id)
    assert json.loads(opened.straatkaart)["persoon"]["naam"] == "Pieter Jansen"
    assert opened.gevonden_op == chosen.gevonden_op
    (record,) = records(register, Event.INZAGE)
    assert (record.id, record.inhoud["zoekvraag"]) == (opened.id, question.id)


def test_dates_decide_who_is_on_the_street(register: Core, clock) -> None:
    def shown() -> set[str]:
        return {one.naam.split()[0] for one in ask(register, "jansen").kandidaten}

    assert shown() == {"Pieter", "Willemijn", "Geertruida"}
    clock.forward(days=1)  # the last day of one
    assert shown() == {"Pieter", "Willemijn", "Geertruida"}
    clock.forward(days=1)  # the first day of another; on the Dutch street it is the 23rd
    assert shown() == {"Pieter", "Willemijn", "Hendrik"}


def test_the_day_begins_in_the_netherlands(register: Core, clock) -> None:
    clock.forward(days=1, hours=2, minutes=59)  # 22:59 in UTC on the 22nd is 23:59 in Utrecht
    assert len(ask(register, "jansen").kandidaten) == 3
    clock.forward(minutes=1)
    assert {one.naam for one in ask(register, "jansen").kandidaten} >= {"Hendrik Jansen"}


REFUSED = {
    "somebody else's question": lambda mine, other: (OMAR, mine.id, mine.kandidaten[0].id),
    "a candidate of somebody else's question": lambda mine, other: (NOOR, mine.id, other.kandidaten[0].id),
    "a question that never was": lambda mine, other: (NOOR, str(uuid4()), mine.kandidaten[0].id),
    "a candidate that never was": lambda mine, other: (NOOR, mine.id, "1"),
    "a person's number": lambda mine, other: (NOOR, mine.id, "p-1"),
    "something that is no id": lambda mine, other: (NOOR, "' OR 1=1 --", mine.kandidaten[0].id),
}


@pytest.mark.parametrize("attempt", REFUSED.values(), ids=REFUSED)
def test_a_card_opens_only_out_of_ones_own_question(register: Core, attempt) -> None:
    mine, other = ask(register, "jansen"), ask(register, "jansen", officer=OMAR)
    with pytest.raises(NotFound):
        register.raadplegingen.open(*attempt(mine, other))
    assert records(register, Event.INZAGE) == []
    assert len(records(register, Event.INZAGE_GEWEIGERD)) == 1


def test_a_question_can_be_opened_from_for_a_quarter_of_an_hour(register: Core, clock) -> None:
    question = ask(register, "jansen")
    clock.forward(minutes=15)
    register.raadplegingen.open(NOOR, question.id, question.kandidaten[0].id)
    clock.forward(seconds=1)
    with pytest.raises(NotFound):
        register.raadplegingen.open(NOOR, question.id, question.kandidaten[0].id)


def test_a_card_that_left_the_street_meanwhile_does_not_open(register: Core, clock) -> None:
    question = ask(register, "jansen")
    chosen = next(one for one in question.kandidaten if one.geboortejaar == 1994)
    ended = person(1, "Pieter", "1994-03-07", status="beeindigd")
    Importer(register.engines.write, register.trail, clock).run([ended])
    with pytest.raises(NotFound):
        register.raadplegingen.open(NOOR, question.id, chosen.id)
    (record,) = records(register, Event.INZAGE_GEWEIGERD)
    assert record.inhoud["reden"] == "kaart niet meer op straat"


def test_a_change_is_seen_by_the_very_next_question(register: Core, clock) -> None:
    changed = json.loads(person(1, "Pieter", "1994-03-07"))
    changed["abonnementen"][0]["handelingskader"]["kern"] = "Alleen bij geweld."
    Importer(register.engines.write, register.trail, clock).run([json.dumps(changed).encode()])
    answer = ask(register, "pieter jansen", "1994-03-07")
    assert b"Alleen bij geweld." in (answer.straatkaart or b"")


def test_no_record_no_answer(register: Core) -> None:
    question = ask(register, "jansen")
    with transaction(register.engines.write) as connection:
        if connection.dialect.name == "sqlite":
            refuse = "CREATE TRIGGER vol BEFORE INSERT ON auditrecord BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        else:
            refuse = "ALTER TABLE auditrecord ADD CONSTRAINT vol CHECK (volgnummer < 0) NOT VALID"
        connection.execute(text(refuse))
    with pytest.raises(NotRecorded):
        ask(register, "pieter jansen", "7-3-94")
    with pytest.raises(NotRecorded):
        register.raadplegingen.open(NOOR, question.id, question.kandidaten[0].id)
