"""The worklist: parts in which something is missing, whoever waits longest first."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from app.access.sessions import Caller
from app.clock import STREET_TIME, stamp
from app.errors import Forbidden
from app.formulier.bereik import BEEINDIGD, OVERZICHT, eigen
from app.formulier.inzien import DELEN, Deel, toon
from app.store.among import among
from app.store.tables.formulier import ONVOLLEDIG, formulierdeel
from app.store.tables.register import abonnement
from app.werk.bereik import abonnementen_of
from app.werk.bladzijde import Bladzijde, neem
from app.werk.bureau import Inzien

EIGEN, ALLES = "eigen", "alles"


@dataclass(frozen=True)
class Filters:
    """`van`: the own parts, or those of everybody on the forms within reach. None of the others: not narrowed."""

    van: str = EIGEN
    status: str | None = None
    organisatie_id: int | None = None
    minstens_dagen: int | None = None


def lijst_delen(inzien: Inzien, filters: Filters, bladzijde: Bladzijde) -> tuple[list[Deel], str | None]:
    """One page, and the cursor of the next. Raises `Forbidden` for `ALLES` by who sees only their own part."""
    found = select(*_ORDER).where(ONVOLLEDIG, *_conditions(inzien, filters))
    page = neem(inzien.connection, found, _ORDER, bladzijde)
    # What is shown of each is fetched apart: a database that orders and joins at once may begin at the wrong end.
    rows = inzien.connection.execute(_SHOWN, {"ids": [row.id for row in page.rijen]})
    return [toon(row, inzien.caller, inzien.vandaag) for row in rows], page.volgende


_ORDER = (formulierdeel.c.gevraagd_op, formulierdeel.c.id)
_SHOWN = DELEN.where(among(formulierdeel.c.id, "ids")).order_by(*_ORDER)


def _conditions(inzien: Inzien, filters: Filters) -> list[ColumnElement[bool]]:
    conditions = _within(inzien.caller, filters.van)
    if filters.status is not None:
        conditions.append(formulierdeel.c.status == filters.status)
    if filters.organisatie_id is not None:
        conditions.append(formulierdeel.c.organisatie_id == filters.organisatie_id)
    if filters.minstens_dagen:
        # A day ends at midnight in the Netherlands.
        day = inzien.vandaag - timedelta(days=filters.minstens_dagen - 1)
        conditions.append(formulierdeel.c.gevraagd_op < stamp(datetime.combine(day, time(), STREET_TIME)))
    return conditions


def _within(caller: Caller, van: str) -> list[ColumnElement[bool]]:
    goes_on = exists().where(abonnement.c.id == formulierdeel.c.abonnement_id, abonnement.c.status != BEEINDIGD)
    if van == EIGEN:
        return [eigen(caller), goes_on]
    if caller.rol not in OVERZICHT:
        raise Forbidden("Je ziet alleen het deel van je eigen organisatie.")
    return [goes_on.where(abonnementen_of(caller))]


def as_filters(filters: Filters) -> dict[str, Any]:
    """What the trail holds of a question for this list."""
    return {
        "van": filters.van,
        "status": filters.status,
        "organisatieId": filters.organisatie_id,
        "minstensDagen": filters.minstens_dagen,
    }
