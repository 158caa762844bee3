"""Contactpersonen as the desk shows them: of the own organisation, and of whoever stands on one's abonnementen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, false, func, or_, select, tuple_

from app.access.sessions import Caller
from app.errors import FieldError, Forbidden, InvalidInput
from app.register.contacten import replaced_by
from app.store.among import among
from app.store.tables.register import abonnement, abonnement_contactpersoon, contactpersoon, organisatie
from app.werk.bereik import OWNERS, not_found
from app.werk.bladzijde import Bladzijde
from app.werk.bureau import Inzien

AnyRow = Row[Any]
link = abonnement_contactpersoon
vervanger = contactpersoon.alias("vervanger")

EIGEN, ABONNEMENTEN = "eigen", "abonnementen"
BRONNEN = (EIGEN, ABONNEMENTEN)


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed by; None: not. `bron`: one's own, or those of others on one's abonnementen."""

    bron: str | None = None
    actief: bool | None = None


@dataclass(frozen=True)
class Lijst:
    """A page: the rows, on how many abonnementen each stands, and the cursor of the next page."""

    rijen: Sequence[AnyRow]
    abonnementen: dict[int, int]
    volgende: str | None


@dataclass(frozen=True)
class Getoond:
    """One contactpersoon: on how many cards a change will show, and whom this one replaces."""

    rij: AnyRow
    abonnementen: int
    kaarten: int
    vervangt: Sequence[Any]


def mine(caller: Caller) -> ColumnElement[bool]:
    """Those of the caller's own organisation, who alone may change them."""
    if caller.organisatie_id is None:
        return false()
    return contactpersoon.c.organisatie_id == caller.organisatie_id


def on_my_abonnementen(caller: Caller) -> ColumnElement[bool]:
    """Those of others who stand on an abonnement that the caller's organisation keeps."""
    if caller.rol not in OWNERS or caller.organisatie_id is None:
        return false()
    kept = exists().where(
        link.c.contactpersoon_id == contactpersoon.c.id,
        link.c.abonnement_id == abonnement.c.id,
        abonnement.c.eigenaar_id == caller.organisatie_id,
    )
    return and_(contactpersoon.c.organisatie_id != caller.organisatie_id, kept)


def within_reach(caller: Caller) -> ColumnElement[bool]:
    return or_(mine(caller), on_my_abonnementen(caller))


def wide() -> Select[Any]:
    """A contactpersoon with the names of the organisation and of the deputy."""
    return (
        select(
            contactpersoon,
            organisatie.c.naam.label("organisatie"),
            organisatie.c.soort.label("organisatie_soort"),
            vervanger.c.naam.label("vervanger_naam"),
        )
        .join(organisatie, organisatie.c.id == contactpersoon.c.organisatie_id)
        .outerjoin(vervanger, vervanger.c.id == contactpersoon.c.vervanger_id)
    )


def find(connection: Connection, caller: Caller, number: int) -> AnyRow:
    """Within reach, else `NotFound`."""
    row = connection.execute(wide().where(contactpersoon.c.id == number, within_reach(caller))).one_or_none()
    if row is None:
        raise not_found()
    return row


def find_own(connection: Connection, caller: Caller, number: int) -> AnyRow:
    """To be changed by the caller; `Forbidden` for one who may only be seen."""
    row = find(connection, caller, number)
    if row.organisatie_id != caller.organisatie_id:
        raise Forbidden("Alleen de eigen organisatie kan deze contactpersoon wijzigen.")
    return row


def read_contactpersoon(inzien: Inzien, number: int) -> Getoond:
    connection = inzien.connection
    row = find(connection, inzien.caller, number)
    return show(connection, row, inzien.vandaag.isoformat())


def show(connection: Connection, row: AnyRow, vandaag: str) -> Getoond:
    replaced = connection.execute(
        select(contactpersoon.c.id, contactpersoon.c.naam)
        .where(contactpersoon.c.vervanger_id == row.id, contactpersoon.c.actief)
        .order_by(contactpersoon.c.naam, contactpersoon.c.id)
    ).all()
    counts = count_abonnementen(connection, [row.id])
    return Getoond(row, counts.get(row.id, 0), count_cards(connection, row.id, vandaag), replaced)


def list_contactpersonen(inzien: Inzien, filters: Filters, bladzijde: Bladzijde) -> Lijst:
    """By name. The cursor is the number of the last one shown: a name has no place in an address."""
    reach = {None: within_reach, EIGEN: mine, ABONNEMENTEN: on_my_abonnementen}[filters.bron](inzien.caller)
    found = wide().where(reach)
    if filters.actief is not None:
        found = found.where(contactpersoon.c.actief == filters.actief)
    order = (contactpersoon.c.naam, contactpersoon.c.id)
    if bladzijde.na is not None:
        here = inzien.connection.execute(select(*order).where(contactpersoon.c.id == _cursor(bladzijde.na), reach))
        last = here.one_or_none()
        if last is None:
            raise _no_place()
        found = found.where(tuple_(*order) > tuple_(*last))
    rows = inzien.connection.execute(found.order_by(*order).limit(bladzijde.limiet + 1)).all()
    shown = rows[: bladzijde.limiet]
    volgende = str(shown[-1].id) if len(rows) > len(shown) else None
    return Lijst(shown, count_abonnementen(inzien.connection, [row.id for row in shown]), volgende)


def _cursor(na: str) -> int:
    if not (na.isascii() and na.isdigit() and len(na) < 19):
        raise _no_place()
    return int(na)


def _no_place() -> InvalidInput:
    detail = "Dit is geen plek in deze lijst. Begin weer bij het begin."
    return InvalidInput(detail, errors=(FieldError("#/na", detail),))


def count_abonnementen(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """On how many abonnementen each of these stands; who stands on none is not in it."""
    return dict(connection.execute(_LINKS, {"ids": list(ids)}).all())


_LINKS = (
    select(link.c.contactpersoon_id, func.count())
    .where(among(link.c.contactpersoon_id, "ids"))
    .group_by(link.c.contactpersoon_id)
)


def count_cards(connection: Connection, number: int, vandaag: str) -> int:
    """On how many persons' cards this one stands, also as a deputy, on the days from `vandaag` on."""
    found = (
        select(func.count(abonnement.c.persoon_id.distinct()))
        .select_from(link.join(abonnement))
        .where(
            among(link.c.contactpersoon_id, "ids"),
            abonnement.c.status == "actief",
            or_(abonnement.c.einde.is_(None), abonnement.c.einde >= vandaag),
        )
    )
    return int(connection.scalar(found, {"ids": sorted(replaced_by(connection, [number]))}) or 0)


def may_change(caller: Caller, row: AnyRow) -> bool:
    return bool(row.organisatie_id == caller.organisatie_id)
