"""The desk's own door to the database: an act is one transaction, and a look is recorded before anything is shown.

An act (`doe`) gets a `Werk` and does everything through its connection: the change, what is published because of it,
and its records become lasting together or not at all. With a `Sleutel` the same request again changes nothing and gets
the answer of the first (draft-ietf-httpapi-idempotency-key-header).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.access.sessions import Caller
from app.audit.events import Event
from app.audit.trail import Body, Trail
from app.clock import Clock, stamp, today
from app.errors import SleutelHergebruikt
from app.register.publish import Press
from app.register.vooruit import GEEN_VOORWERK, Voorwerk
from app.store.engines import Engines
from app.store.tables.werk import eenmalig
from app.store.transaction import transaction

T = TypeVar("T")

# Long enough for a client that lost its network to try again, short enough to keep no copies of a dossier lying about.
KEEP_ANSWERS = timedelta(hours=1)


@dataclass(frozen=True)
class Sleutel:
    """An Idempotency-Key; `verzoek` is a digest of what was asked with it, `waar` its method and address."""

    sleutel: str
    verzoek: str
    waar: str


@dataclass(frozen=True)
class Uitkomst:
    """What an act leads to. `inhoud` is JSON as it is sent; `versie` becomes the ETag, `plek` the Location."""

    inhoud: dict[str, Any] | None = None
    versie: int | None = None
    plek: str | None = None
    nieuw: bool = False


@dataclass(frozen=True)
class Gelezen:
    """What is shown, and what is recorded of showing it (the fields of the event)."""

    inhoud: Any
    body: Body
    versie: int | None = None


@dataclass(frozen=True)
class Inzien:
    """A look at the register: one snapshot, one caller, one moment."""

    connection: Connection
    caller: Caller
    moment: str
    vandaag: date


@dataclass(frozen=True)
class Werk:
    """A change under way: one transaction, one caller, one moment."""

    connection: Connection
    caller: Caller
    moment: str
    vandaag: date
    trail: Trail
    clock: Clock

    def leg_vast(self, event: Event, *bodies: Body) -> None:
        """Record in this transaction."""
        self.trail.record_in(self.connection, event, bodies, caller=self.caller)

    def publiceer(self, persoon_ids: Sequence[int], voorwerk: Voorwerk = GEEN_VOORWERK) -> int:
        """Make the street say what the dossiers say, as part of this transaction.

        Returns of how many persons something on the street changed. `voorwerk`: what was worked out ahead.
        """
        press = Press(self.connection, self.trail, self.clock, voorwerk=voorwerk)
        return press.publish(sorted(set(persoon_ids)))


class Bureau:
    def __init__(self, engines: Engines, trail: Trail, clock: Clock) -> None:
        self._engines = engines
        self._trail = trail
        self._clock = clock

    def lees(self, caller: Caller, event: Event, look: Callable[[Inzien], Gelezen]) -> Gelezen:
        """What `look` finds, returned once it is recorded as `event`; `NotRecorded` when that cannot be done."""
        with self._engines.read.connect() as connection:
            found = look(Inzien(connection, caller, stamp(self._clock()), today(self._clock)))
        self._trail.record(event, found.body, caller=caller)
        return found

    def vooruit(self, caller: Caller, look: Callable[[Inzien], T]) -> T:
        """What an act can find out before it begins, so that it holds the lock for the writing only.

        Nothing of this is shown, and so nothing is recorded; the act sees to it that it still holds.
        """
        with self._engines.read.connect() as connection:
            return look(Inzien(connection, caller, stamp(self._clock()), today(self._clock)))

    def doe(self, caller: Caller, act: Callable[[Werk], Uitkomst], sleutel: Sleutel | None = None) -> Uitkomst:
        """Do `act` in one transaction; raises whatever it raises, and then nothing of it stays.

        Raises `SleutelHergebruikt` when the key was used before to ask something else.
        """
        with transaction(self._engines.write) as connection:
            now = self._clock()
            werk = Werk(connection, caller, stamp(now), today(self._clock), self._trail, self._clock)
            if sleutel is None:
                return act(werk)
            if not _claim(werk, sleutel):
                return _former(werk, sleutel)
            outcome = act(werk)
            _keep(werk, sleutel, outcome)
            return outcome


def forget_answers(engine: Engine, clock: Clock) -> int:
    """Remove answers that are kept longer than `KEEP_ANSWERS`; returns how many."""
    with transaction(engine) as connection:
        return _forget(connection, clock)


def _forget(connection: Connection, clock: Clock, *whose: ColumnElement[bool]) -> int:
    old = delete(eenmalig).where(eenmalig.c.gedaan_op < stamp(clock() - KEEP_ANSWERS), *whose)
    return connection.execute(old).rowcount


def _claim(werk: Werk, sleutel: Sleutel) -> bool:
    """Whether this key is new. Two at once: the second waits here for the first, and then finds it."""
    _forget(werk.connection, werk.clock, eenmalig.c.account_id == werk.caller.account_id)
    dialect = sqlite if werk.connection.dialect.name == "sqlite" else postgresql
    row = {
        "account_id": werk.caller.account_id,
        "sleutel": sleutel.sleutel,
        "verzoek": sleutel.verzoek,
        "nieuw": 0,
        "gedaan_op": werk.moment,
    }
    claim = dialect.insert(eenmalig).values(row).on_conflict_do_nothing().returning(eenmalig.c.sleutel)
    return werk.connection.execute(claim).one_or_none() is not None


def _former(werk: Werk, sleutel: Sleutel) -> Uitkomst:
    found = werk.connection.execute(select(eenmalig).where(*_this(werk, sleutel))).one()
    if found.verzoek != sleutel.verzoek:
        raise SleutelHergebruikt("Deze Idempotency-Key is al gebruikt voor een ander verzoek. Neem een nieuwe.")
    # What was shown before is shown again, and that is a look as well.
    werk.leg_vast(Event.ANTWOORD_HERHAALD, {"gedaanOp": found.gedaan_op, "waar": sleutel.waar, "plek": found.plek})
    return Uitkomst(found.antwoord, found.versie, found.plek, bool(found.nieuw))


def _keep(werk: Werk, sleutel: Sleutel, outcome: Uitkomst) -> None:
    answer = {
        "antwoord": outcome.inhoud,
        "versie": outcome.versie,
        "plek": outcome.plek,
        "nieuw": int(outcome.nieuw),
    }
    werk.connection.execute(update(eenmalig).where(*_this(werk, sleutel)).values(answer))


def _this(werk: Werk, sleutel: Sleutel) -> tuple[Any, Any]:
    return (eenmalig.c.account_id == werk.caller.account_id, eenmalig.c.sleutel == sleutel.sleutel)
