"""Whose part is whose: who may fill one in, who may send it back, and who may look at it.

A part is its organisation's own, whatever the role of the one who works there. An organisation that has confirmed that
it does not take part is done with this person: what it cannot reach is not found, as if it were not there.
"""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, false, or_, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.trail import Body
from app.errors import KanNuNiet
from app.formulier.rules import Status
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement
from app.werk.bereik import OWNERS, abonnementen_of, not_found
from app.werk.bureau import Werk

BEEINDIGD = "beeindigd"
# They see how far everybody's part is: whoever keeps the agreement, and whoever opened the form.
OVERZICHT = (*OWNERS, Rol.POLITIEBEHEER)
AnyRow = Row[Any]

_PART: Select[Any] = select(
    formulierdeel,
    abonnement.c.persoon_id,
    abonnement.c.eigenaar_id,
    abonnement.c.status.label("abonnement_status"),
).select_from(formulierdeel.join(abonnement))


def eigen(caller: Caller) -> ColumnElement[bool]:
    """The parts that this caller may fill in, as a condition on `formulierdeel`."""
    if caller.organisatie_id is None:
        return false()
    takes_part = formulierdeel.c.neemt_deel.is_not(false())  # or has not said yet
    return and_(
        formulierdeel.c.organisatie_id == caller.organisatie_id,
        or_(takes_part, formulierdeel.c.status != Status.BEVESTIGD),
    )


def zichtbaar(caller: Caller) -> ColumnElement[bool]:
    """The parts that this caller may know of, as a condition on `formulierdeel` joined with `abonnement`."""
    if caller.rol in OVERZICHT:
        return or_(eigen(caller), abonnementen_of(caller))
    return eigen(caller)


def beheert(caller: Caller, eigenaar_id: int | None) -> bool:
    """Whether this caller keeps the agreement, and so may read the whole form and send parts back."""
    return caller.rol in OWNERS and caller.organisatie_id is not None and caller.organisatie_id == eigenaar_id


def vind_deel(connection: Connection, caller: Caller, deel_id: int) -> AnyRow:
    """A part that this caller may know of; raises `NotFound`."""
    return _found(connection, deel_id, zichtbaar(caller))


def grijp_eigen_deel(werk: Werk, deel_id: int) -> AnyRow:
    """The own part, to change it: nobody else changes this form until the end. Raises `NotFound` or `KanNuNiet`."""
    return _grijp(werk, deel_id, eigen(werk.caller))


def grijp_als_eigenaar(werk: Werk, deel_id: int) -> AnyRow:
    """A part of a form that this caller keeps, to act on it. Raises `NotFound` or `KanNuNiet`."""
    keeps = abonnementen_of(werk.caller) if werk.caller.rol in OWNERS else false()
    return _grijp(werk, deel_id, keeps)


def body_of(deel: AnyRow, versie: int | None = None) -> Body:
    """What the trail holds of every act on a part."""
    body = {"deel": deel.id, "abonnement": deel.abonnement_id, "organisatie": deel.organisatie_id}
    return body if versie is None else body | {"versie": versie}


def _grijp(werk: Werk, deel_id: int, condition: ColumnElement[bool]) -> AnyRow:
    # The abonnement first: everybody who changes anything of a form takes it in this order, so that nobody waits for
    # somebody who waits for them.
    here = select(abonnement.c.id).join(formulierdeel).where(formulierdeel.c.id == deel_id, condition)
    if werk.connection.execute(here.with_for_update(of=abonnement)).one_or_none() is None:
        raise not_found()
    found = _found(werk.connection, deel_id, condition)
    if found.abonnement_status == BEEINDIGD:
        raise KanNuNiet("Deze aanpak is beëindigd. Aan het formulier verandert niets meer.")
    return found


def _found(connection: Connection, deel_id: int, condition: ColumnElement[bool]) -> AnyRow:
    row = connection.execute(_PART.where(formulierdeel.c.id == deel_id, condition)).one_or_none()
    if row is None:
        raise not_found()
    return row
