"""Append to the trail, durably, and many threads at once.

A flush to disk costs far more than a row, so threads that record at the same moment share one: each puts its record
in a list, one of them writes the whole list in one transaction, and every thread waits until its own is on disk
(a *group commit*). Nobody waits for a timer: a lone record is written at once.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Condition
from typing import Any, Protocol
from uuid import uuid4

from sqlalchemy import Connection, Engine, Row, insert, select
from sqlalchemy.exc import SQLAlchemyError

from app.audit.events import FIELDS, Event
from app.clock import Clock, stamp
from app.errors import NotRecorded, Unavailable
from app.store.tables.audit import auditrecord
from app.store.transaction import transaction

Body = dict[str, Any]

_INSERT = insert(auditrecord)


# A record as the driver takes it, in the order of the columns of `_NAMES`.
Ready = tuple[Any, ...]
_NAMES = ("id", "gebeurtenis", "tijdstip", "account_id", "sessie_id", "inhoud")


class Actor(Protocol):
    """Who did it, as far as the trail needs to know."""

    @property
    def account_id(self) -> int: ...

    @property
    def session_id(self) -> str: ...


@dataclass
class _Pending:
    row: dict[str, Any]
    written: bool = False
    failure: Exception | None = None


@dataclass
class _Group:
    waiting: list[_Pending] = field(default_factory=list)
    being_written: bool = False


class Trail:
    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._changed = Condition()
        self._group = _Group()

    def record(self, event: Event, body: Body, *, caller: Actor | None = None, record_id: str | None = None) -> str:
        """Record one event and return its id once it is on disk; raises `NotRecorded` when it is not."""
        pending = _Pending(self._row(event, body, caller, record_id or str(uuid4())))
        with self._changed:
            self._group.waiting.append(pending)
            self._changed.wait_for(lambda: pending.written or pending.failure or not self._group.being_written)
            leads = not (pending.written or pending.failure)
            if leads:
                batch, self._group.waiting = self._group.waiting, []
                self._group.being_written = True
        if leads:
            self._write(batch)
        if pending.failure:
            raise NotRecorded(
                "De raadpleging kon niet worden vastgelegd. Daarom is er geen antwoord. Probeer het opnieuw."
            ) from pending.failure
        return str(pending.row["id"])

    def record_in(
        self, connection: Connection, event: Event, bodies: Sequence[Body], *, caller: Actor | None = None
    ) -> None:
        """Record events inside a change's own transaction: both become lasting, or neither does."""
        if bodies:
            rows = [self._row(event, body, caller, str(uuid4())) for body in bodies]
            connection.execute(_INSERT, rows)

    def _write(self, batch: list[_Pending]) -> None:
        failure: Exception | None = None
        try:
            with transaction(self._engine) as connection:
                connection.execute(_INSERT, [pending.row for pending in batch])
        except (SQLAlchemyError, Unavailable) as error:
            failure = error
        finally:
            with self._changed:
                for pending in batch:
                    pending.written, pending.failure = failure is None, failure
                self._group.being_written = False
                self._changed.notify_all()

    def _row(self, event: Event, body: Body, caller: Actor | None, record_id: str) -> dict[str, Any]:
        unknown = body.keys() - FIELDS[event]
        if unknown:
            raise ValueError(f"{event} has no field {', '.join(sorted(unknown))}")
        return {
            "id": record_id,
            "gebeurtenis": event.value,
            "tijdstip": stamp(self._clock()),
            "account_id": caller.account_id if caller else None,
            "sessie_id": caller.session_id if caller else None,
            "inhoud": body,
        }


def read_own(connection: Connection, record_id: str, *, event: Event, account_id: int, since: str) -> Body | None:
    """The body of an account's own record, when it was made at or after `since` (a stamp); else None."""
    statement = select(auditrecord.c.inhoud).where(
        auditrecord.c.id == record_id,
        auditrecord.c.gebeurtenis == event.value,
        auditrecord.c.account_id == account_id,
        auditrecord.c.tijdstip >= since,
    )
    body: Body | None = connection.execute(statement).scalar_one_or_none()
    return body


def find_own(connection: Connection, record_id: str, *, account_id: int, since: str) -> Row[*tuple[Any, ...]] | None:
    """An account's own record of whatever event (`gebeurtenis`, `tijdstip`, `inhoud`), made at or after `since`."""
    statement = select(auditrecord.c.gebeurtenis, auditrecord.c.tijdstip, auditrecord.c.inhoud).where(
        auditrecord.c.id == record_id, auditrecord.c.account_id == account_id, auditrecord.c.tijdstip >= since
    )
    return connection.execute(statement).one_or_none()


def make_ready(event: Event, bodies: Sequence[Body], moment: str) -> list[Ready]:
    """Records of nobody in particular, as `record_in` makes them, for a transaction that has no time to make them."""
    unknown = {name for body in bodies for name in body.keys() - FIELDS[event]}
    if unknown:
        raise ValueError(f"{event} has no field {', '.join(sorted(unknown))}")
    return [(str(uuid4()), event.value, moment, None, None, json.dumps(body)) for body in bodies]


def record_ready(connection: Connection, records: Sequence[Ready]) -> None:
    """Append what `make_ready` made, as part of a change's own transaction."""
    into = f"INSERT INTO {auditrecord.name} ({', '.join(_NAMES)})"
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"{into} VALUES ({', '.join('?' * len(_NAMES))})", list(records))
        return
    kinds = (auditrecord.c[name].type.compile(connection.dialect) for name in _NAMES)
    arrays = ", ".join(f"CAST(%s AS {kind}[])" for kind in kinds)
    columns = tuple(list(column) for column in zip(*records, strict=True))
    connection.exec_driver_sql(f"{into} SELECT * FROM unnest({arrays})", columns)  # noqa: S608 - only names.
