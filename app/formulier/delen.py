"""Which organisations have a part of the form: asked to fill one in, or no longer."""

from collections.abc import Sequence

from sqlalchemy import Row, delete, insert, select

from app.audit.events import Event
from app.errors import FieldError, InvalidInput
from app.formulier.contacten import koppel_contactpersonen
from app.formulier.rules import MAX_DELEN, Status
from app.formulier.straat import trek_in
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import organisatie
from app.werk.bureau import Werk


def voeg_delen_toe(werk: Werk, abonnement_id: int, organisatie_ids: Sequence[int]) -> list[int]:
    """Ask these organisations for their part; returns the ids of the new parts, in the order asked.

    Who has a part already keeps it as it is. The caller has found out that the abonnement is within reach, and holds
    it. Raises `InvalidInput` for an organisation that does not exist, and for more than `MAX_DELEN` parts.
    """
    wanted = list(dict.fromkeys(organisatie_ids))
    known = set(werk.connection.scalars(select(organisatie.c.id).where(organisatie.c.id.in_(wanted))))
    if known != set(wanted):
        raise _refused("Deze organisatie is niet bekend.")
    own = formulierdeel.c.abonnement_id == abonnement_id
    standing = set(werk.connection.scalars(select(formulierdeel.c.organisatie_id).where(own)))
    missing = [number for number in wanted if number not in standing]
    if len(standing) + len(missing) > MAX_DELEN:
        raise _refused(f"Een formulier heeft hoogstens {MAX_DELEN} organisaties.")
    return [_add(werk, abonnement_id, number) for number in missing]


def verwijder_deel(werk: Werk, deel: Row, persoon_id: int) -> None:  # type: ignore[type-arg]
    """Take an organisation off the form, with all that it said; what was on the street of it goes at once."""
    koppel_contactpersonen(werk.connection, deel.abonnement_id, deel.organisatie_id, ())
    werk.connection.execute(delete(formulierdeel).where(formulierdeel.c.id == deel.id))
    trek_in(werk, deel.abonnement_id)
    body = {"deel": deel.id, "abonnement": deel.abonnement_id, "organisatie": deel.organisatie_id}
    werk.leg_vast(Event.FORMULIERDEEL_VERWIJDERD, body)
    werk.publiceer([persoon_id])


def _add(werk: Werk, abonnement_id: int, organisatie_id: int) -> int:
    row = {
        "abonnement_id": abonnement_id,
        "organisatie_id": organisatie_id,
        "status": Status.OPEN,
        "gevraagd_op": werk.moment,
    }
    number = werk.connection.execute(insert(formulierdeel).values(row).returning(formulierdeel.c.id)).scalar_one()
    body = {"deel": number, "abonnement": abonnement_id, "organisatie": organisatie_id}
    werk.leg_vast(Event.FORMULIERDEEL_TOEGEVOEGD, body)
    return int(number)


def _refused(detail: str) -> InvalidInput:
    return InvalidInput(detail, errors=(FieldError("#/organisaties", detail),))
