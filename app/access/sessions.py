"""Sessions: a token names one, and everything else about its bearer is read here at every request.

A refresh token is good once: with each refresh its number goes up, and a number that was used before ends the
session, because then two parties hold the same token (OAuth 2.0 Security Best Current Practice, RFC 9700, 4.14.2).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, bindparam, insert, select, update

from app.access.credentials import Account, Credentials
from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, read_stamp, stamp
from app.errors import SessionEnded
from app.store.engines import Engines
from app.store.tables.access import account, sessie
from app.store.transaction import transaction

# Two tabs of one phone may refresh at the same moment; the second of them is no thief.
REFRESH_GRACE = timedelta(seconds=20)


# Built once, for it is asked at every request.
_RUNNING = (
    select(sessie, account.c.gebruikersnaam, account.c.rol, account.c.organisatie_id)
    .join(account, account.c.id == sessie.c.account_id)
    .where(
        sessie.c.id == bindparam("session_id"),
        sessie.c.beeindigd_op.is_(None),
        sessie.c.uiterlijk_op > bindparam("now"),
        account.c.actief,
    )
)


@dataclass(frozen=True)
class Caller:
    account_id: int
    session_id: str
    gebruikersnaam: str
    rol: str
    organisatie_id: int | None


@dataclass(frozen=True)
class SessionGrant:
    session_id: str
    refresh_number: int
    gebruikersnaam: str
    rol: str
    uiterlijk_op: datetime


@dataclass(frozen=True)
class _Running:
    """A session that counts, as it was read."""

    caller: Caller
    refresh_number: int
    ververst_op: datetime
    uiterlijk_op: datetime

    def grant(self, refresh_number: int) -> SessionGrant:
        caller = self.caller
        return SessionGrant(caller.session_id, refresh_number, caller.gebruikersnaam, caller.rol, self.uiterlijk_op)


class Sessions:
    def __init__(
        self, engines: Engines, trail: Trail, credentials: Credentials, lifetime: timedelta, clock: Clock
    ) -> None:
        self._engines = engines
        self._trail = trail
        self._credentials = credentials
        self._lifetime = lifetime
        self._clock = clock

    def sign_in(self, gebruikersnaam: str, wachtwoord: str, herkomst: str) -> SessionGrant:
        """Begin a session. `herkomst` is the network address that asks, kept as a keyed digest only."""
        return self._begin(self._credentials.verify(gebruikersnaam, wachtwoord, herkomst), herkomst)

    def caller(self, session_id: str) -> Caller:
        """Who bears this session, now; raises `SessionEnded` when it is over or the account is switched off."""
        with self._engines.read.connect() as connection:
            return self._running(connection, session_id).caller

    def refresh(self, session_id: str, refresh_number: int) -> SessionGrant:
        """Exchange a refresh number for the next one; raises `SessionEnded`, and ends the session on reuse."""
        now = self._clock()
        with transaction(self._engines.write) as connection:
            running = self._running(connection, session_id, for_update=True)
            recent = now - running.ververst_op <= REFRESH_GRACE
            if refresh_number == running.refresh_number:
                changes = {"verversing": refresh_number + 1, "ververst_op": stamp(now)}
                connection.execute(update(sessie).where(sessie.c.id == session_id).values(changes))
                return running.grant(refresh_number + 1)
            if refresh_number == running.refresh_number - 1 and recent:
                return running.grant(running.refresh_number)
            self._end(connection, session_id)
            self._trail.record_in(connection, Event.SESSIE_HERGEBRUIKT, [{}], caller=running.caller)
        raise _ended()

    def sign_out(self, caller: Caller) -> None:
        with transaction(self._engines.write) as connection:
            self._end(connection, caller.session_id)
            self._trail.record_in(connection, Event.AFMELDING, [{}], caller=caller)

    def _begin(self, found: Account, herkomst: str) -> SessionGrant:
        now = self._clock()
        caller = Caller(found.id, str(uuid4()), found.gebruikersnaam, found.rol, found.organisatie_id)
        running = _Running(caller, 1, now, now + self._lifetime)
        row = {
            "id": caller.session_id,
            "account_id": caller.account_id,
            "begonnen_op": stamp(now),
            "uiterlijk_op": stamp(running.uiterlijk_op),
            "verversing": running.refresh_number,
            "ververst_op": stamp(now),
        }
        with transaction(self._engines.write) as connection:
            self._credentials.accepted(connection, found.gebruikersnaam, herkomst)
            connection.execute(insert(sessie).values(row))
            self._trail.record_in(connection, Event.AANMELDING_GELUKT, [{}], caller=caller)
        return running.grant(running.refresh_number)

    def _running(self, connection: Connection, session_id: str, *, for_update: bool = False) -> _Running:
        values = {"session_id": session_id, "now": stamp(self._clock())}
        statement = _RUNNING.with_for_update(of=sessie) if for_update else _RUNNING
        row = connection.execute(statement, values).one_or_none()
        if row is None:
            raise _ended()
        caller = Caller(row.account_id, row.id, row.gebruikersnaam, row.rol, row.organisatie_id)
        return _Running(caller, row.verversing, read_stamp(row.ververst_op), read_stamp(row.uiterlijk_op))

    def _end(self, connection: Connection, session_id: str) -> None:
        running = update(sessie).where(sessie.c.id == session_id, sessie.c.beeindigd_op.is_(None))
        connection.execute(running.values(beeindigd_op=stamp(self._clock())))


def _ended() -> SessionEnded:
    return SessionEnded("Je sessie is beëindigd. Meld je opnieuw aan.")
