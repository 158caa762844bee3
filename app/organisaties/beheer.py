"""Organisations: listed, added, and given an address for mail.

A name cannot be changed here: it stands on cards, and in the versions that were published.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.exc import IntegrityError

from app.access.sessions import Caller
from app.audit.events import Event
from app.audit.trail import Trail
from app.errors import FieldError, InvalidInput, NotFound
from app.store.tables.register import organisatie
from app.werk.bladzijde import Bladzijde, Deel, neem
from app.werk.versie import change_version

AnyRow = Row[Any]
_COLUMNS = tuple(organisatie.c[name] for name in ("id", "naam", "soort", "email", "versie"))


@dataclass(frozen=True)
class Organisatie:
    naam: str
    soort: str
    email: str | None = None


@dataclass(frozen=True)
class Schrijver:
    """Who writes, in which transaction: somebody at the desk, or (without `caller`) somebody at the command line."""

    connection: Connection
    trail: Trail
    caller: Caller | None = None


def lijst_organisaties(connection: Connection, bladzijde: Bladzijde) -> Deel:
    return neem(connection, select(*_COLUMNS), (organisatie.c.naam, organisatie.c.id), bladzijde)


def lees_organisatie(connection: Connection, organisatie_id: int) -> AnyRow:
    """Raises `NotFound`."""
    return _one(connection, organisatie.c.id, organisatie_id)


def vind_organisatie(connection: Connection, naam: str) -> AnyRow:
    """By its whole name; raises `NotFound`."""
    return _one(connection, organisatie.c.naam, naam)


def voeg_organisatie_toe(schrijver: Schrijver, nieuw: Organisatie) -> int:
    """Returns its id; raises `InvalidInput` for a name that is taken."""
    row = {"naam": nieuw.naam, "soort": nieuw.soort, "email": nieuw.email}
    try:
        with schrijver.connection.begin_nested():
            made = insert(organisatie).values(row).returning(organisatie.c.id)
            number = int(schrijver.connection.execute(made).scalar_one())
    except IntegrityError as error:
        taken = FieldError("#/naam", "Er is al een organisatie met deze naam.")
        raise InvalidInput("Er is al een organisatie met deze naam.", errors=(taken,)) from error
    _record(schrijver, Event.ORGANISATIE_GEMAAKT, {"organisatie": number})
    return number


def wijzig_email(schrijver: Schrijver, organisatie_id: int, versie: int, email: str | None) -> int:
    """Returns the new version. Mail that stands ready already goes where it was to go."""
    where = (organisatie.c.id == organisatie_id,)
    new = change_version(schrijver.connection, organisatie, where, versie, email=email)
    _record(schrijver, Event.ORGANISATIE_GEWIJZIGD, {"organisatie": organisatie_id, "wat": "email"})
    return new


def _record(schrijver: Schrijver, event: Event, body: dict[str, Any]) -> None:
    schrijver.trail.record_in(schrijver.connection, event, [body], caller=schrijver.caller)


def _one(connection: Connection, column: Any, value: int | str) -> AnyRow:
    row = connection.execute(select(*_COLUMNS).where(column == value)).one_or_none()
    if row is None:
        raise NotFound("Deze organisatie is er niet.")
    return row
