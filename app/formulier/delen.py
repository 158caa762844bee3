"""Which organisations have a part of the form: asked to fill one in, or no longer."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.formulier.bereik import BEEINDIGD, body_of, grijp_als_eigenaar
from app.formulier.contacten import koppel_contactpersonen
from app.formulier.rules import MAX_DELEN, Status
from app.formulier.straat import trek_in
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import organisatie
from app.werk.bereik import OWNERS, find_abonnement, not_found
from app.werk.bureau import Werk
from app.werk.versie import change_version


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


def vraag_organisatie(werk: Werk, abonnement_id: int, organisatie_id: int) -> int:
    """Ask one more organisation, by whoever keeps the agreement; returns the id of its part.

    Raises `NotFound`, or `KanNuNiet` when that organisation was asked already or the aanpak is ended.
    """
    if werk.caller.rol not in OWNERS:
        raise not_found()
    found = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if found.status == BEEINDIGD:
        raise KanNuNiet("Deze aanpak is beëindigd. Aan het formulier verandert niets meer.")
    new = voeg_delen_toe(werk, abonnement_id, [organisatie_id])
    if not new:
        raise KanNuNiet("Deze organisatie staat al op het formulier.")
    return new[0]


def verwijder_deel(werk: Werk, deel_id: int, versie: int) -> None:
    """Take an organisation off the form, with all that it said; what was on the street of it goes at once."""
    deel = grijp_als_eigenaar(werk, deel_id)
    change_version(werk.connection, formulierdeel, (formulierdeel.c.id == deel_id,), versie)
    links = koppel_contactpersonen(werk.connection, deel.abonnement_id, deel.organisatie_id, ())
    werk.connection.execute(delete(formulierdeel).where(formulierdeel.c.id == deel_id))
    werk.leg_vast(Event.FORMULIERDEEL_VERWIJDERD, body_of(deel))
    if trek_in(werk, deel.abonnement_id) or links:
        werk.publiceer([deel.persoon_id])


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
