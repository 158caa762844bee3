"""The trail: durable before the answer, all together or not at all, and nothing in it that is not in the catalogue."""

import threading
from dataclasses import dataclass

import pytest
from sqlalchemy import event, select, text

from app.audit.events import FIELDS, Event
from app.audit.trail import Trail, read_own
from app.errors import NotRecorded
from app.store.engines import Engines
from app.store.tables.audit import auditrecord
from app.store.transaction import transaction


@dataclass(frozen=True)
class Somebody:
    account_id: int = 7
    session_id: str = "sessie-7"


@pytest.fixture
def trail(engines: Engines, clock) -> Trail:
    return Trail(engines.write, clock)


def rows(engines: Engines) -> list:
    with engines.read.connect() as connection:
        return list(connection.execute(select(auditrecord).order_by(auditrecord.c.volgnummer)))


def test_a_record_says_who_when_and_what(engines: Engines, trail: Trail) -> None:
    record_id = trail.record(Event.INZAGE, {"zoekvraag": "z", "persoon": 3}, caller=Somebody())
    (row,) = rows(engines)
    assert (row.id, row.gebeurtenis, row.account_id, row.sessie_id) == (record_id, "inzage", 7, "sessie-7")
    assert row.tijdstip == "2026-11-21T20:00:00.000Z"
    assert row.inhoud == {"zoekvraag": "z", "persoon": 3}


def test_every_event_has_its_fields() -> None:
    assert set(FIELDS) == set(Event)


def test_a_field_outside_the_catalogue_is_refused(engines: Engines, trail: Trail) -> None:
    with pytest.raises(ValueError, match="has no field naam"):
        trail.record(Event.INZAGE, {"zoekvraag": "z", "naam": "Jansen"})
    assert rows(engines) == []


def test_many_threads_record_at_once_and_none_is_lost(engines: Engines, trail: Trail) -> None:
    flushes = []
    event.listen(engines.write, "commit", flushes.append)
    start = threading.Barrier(16)

    def officer(number: int) -> None:
        start.wait()
        for question in range(10):
            trail.record(Event.BATCH_ZOEKEN, {"aantal": number * 100 + question})

    threads = [threading.Thread(target=officer, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    written = [row.inhoud["aantal"] for row in rows(engines)]
    assert sorted(written) == sorted(number * 100 + question for number in range(16) for question in range(10))
    assert len(flushes) < 160, "threads that wait together share a flush"
    for number in range(16):
        own = [value for value in written if value // 100 == number]
        assert own == sorted(own), "one thread's records keep their order"


def test_no_record_no_answer(engines: Engines, trail: Trail) -> None:
    with transaction(engines.write) as connection:
        connection.execute(text("ALTER TABLE auditrecord RENAME TO elders"))
    with pytest.raises(NotRecorded):
        trail.record(Event.BATCH_ZOEKEN, {"aantal": 1})
    with transaction(engines.write) as connection:
        connection.execute(text("ALTER TABLE elders RENAME TO auditrecord"))
    trail.record(Event.BATCH_ZOEKEN, {"aantal": 2})
    assert [row.inhoud["aantal"] for row in rows(engines)] == [2]


def test_a_record_in_a_change_shares_its_fate(engines: Engines, trail: Trail) -> None:
    with pytest.raises(RuntimeError), transaction(engines.write) as connection:
        trail.record_in(connection, Event.KAART_INGETROKKEN, [{"persoon": 1}, {"persoon": 2}])
        raise RuntimeError
    assert rows(engines) == []
    with transaction(engines.write) as connection:
        trail.record_in(connection, Event.KAART_INGETROKKEN, [{"persoon": 1}, {"persoon": 2}])
    assert [row.inhoud["persoon"] for row in rows(engines)] == [1, 2]


def test_only_ones_own_recent_record_can_be_read_back(engines: Engines, trail: Trail, clock) -> None:
    record_id = trail.record(Event.INZAGE, {"zoekvraag": "z", "persoon": 3}, caller=Somebody())
    own = {"event": Event.INZAGE, "account_id": 7, "since": "2026-11-21T20:00:00.000Z"}
    with engines.read.connect() as connection:
        assert read_own(connection, record_id, **own) == {"zoekvraag": "z", "persoon": 3}
        assert read_own(connection, "another", **own) is None
        assert read_own(connection, record_id, **own | {"account_id": 8}) is None
        assert read_own(connection, record_id, **own | {"event": Event.ZOEKVRAAG}) is None
        assert read_own(connection, record_id, **own | {"since": "2026-11-21T20:00:00.001Z"}) is None
