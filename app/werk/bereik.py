"""Who may see which abonnement. Every statement about abonnementen asks it here, so that nothing else decides.

Permission comes before existence: what is out of reach is not found, exactly as what does not exist.
"""

from sqlalchemy import ColumnElement, Connection, Row, exists, false, select, true

from app.access.rules import Rol
from app.access.sessions import Caller
from app.errors import NotFound
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement

# They work for the whole of a zorg- en veiligheidshuis or gemeente that keeps the agreement.
OWNERS = (Rol.ZVH, Rol.PGA_EXPERT)

# Under a name of its own, for a statement around this may ask for parts as well.
_deel = formulierdeel.alias("deel_van_wie_kijkt")


def abonnementen_of(caller: Caller, *, as_filter: bool = False) -> ColumnElement[bool]:
    """The abonnementen that this caller may know of, as a condition on `abonnement`.

    politiebeheer: all of them. zvh, pga_expert: those that their own organisation keeps. partner: those on whose form
    their organisation has a part, for as long as it has not said that it does not take part.

    `as_filter` is for a statement that starts at another table, of which few rows are asked for: without it SQLite
    would begin with all abonnementen of the owner.
    """
    if caller.rol == Rol.POLITIEBEHEER:
        return true()
    if caller.organisatie_id is None:
        return false()
    if caller.rol in OWNERS:
        owner = abonnement.c.eigenaar_id + 0 if as_filter else abonnement.c.eigenaar_id
        return owner == caller.organisatie_id
    if caller.rol == Rol.PARTNER:
        return exists().where(
            _deel.c.abonnement_id == abonnement.c.id,
            _deel.c.organisatie_id == caller.organisatie_id,
            _deel.c.neemt_deel.is_not(false()),
        )
    return false()


def find_abonnement(connection: Connection, caller: Caller, abonnement_id: int, *, lock: bool = False) -> Row:  # type: ignore[type-arg]
    """The row of an abonnement within reach; raises `NotFound`. `lock`: nobody else changes it until the end."""
    found = select(abonnement).where(abonnement.c.id == abonnement_id, abonnementen_of(caller))
    row = connection.execute(found.with_for_update(of=abonnement) if lock else found).one_or_none()
    if row is None:
        raise not_found()
    return row


def not_found() -> NotFound:
    return NotFound("Dit is er niet, of het is niet voor jou.")
