"""The own part as it is being typed: kept on the server, so that a closed tab or a flat battery loses nothing.

It belongs to one account and nobody else ever sees it. It is no change of the form: saving is, and only that is
checked against what others did meanwhile.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from app.access.sessions import Caller
from app.audit.events import Event
from app.errors import IntussenGewijzigd
from app.formulier.bereik import body_of, grijp_eigen_deel
from app.store.tables.formulier import deelconcept
from app.store.upsert import insert_or_update
from app.werk.bureau import Werk


@dataclass(frozen=True)
class Deelconcept:
    """`basis` is the version of the part that was on the screen when the typing began."""

    inhoud: dict[str, Any]
    basis: int
    bewaard_op: str


def bewaar_concept(werk: Werk, deel_id: int, basis: int, inhoud: dict[str, Any]) -> None:
    """Keep `inhoud` (JSON, as the screen sent it) instead of what was kept of it before.

    Somebody may have changed the part meanwhile: what is typed is kept all the same, and saving will show both. That
    there is a draft is recorded when it begins, and not at every few words.
    """
    deel = grijp_eigen_deel(werk, deel_id)
    if basis > deel.versie:
        raise IntussenGewijzigd("Deze versie bestaat niet. Haal de gegevens opnieuw op.")
    if lees_concept(werk.connection, werk.caller, deel_id) is None:
        werk.leg_vast(Event.FORMULIERDEEL_CONCEPT, body_of(deel) | {"wat": "begonnen"})
    row = {
        "deel_id": deel_id,
        "account_id": werk.caller.account_id,
        "inhoud": inhoud,
        "basis": basis,
        "bewaard_op": werk.moment,
    }
    insert_or_update(werk.connection, deelconcept, [row], replace=("inhoud", "basis", "bewaard_op"))


def gooi_concept_weg(werk: Werk, deel_id: int) -> None:
    deel = grijp_eigen_deel(werk, deel_id)
    werk.leg_vast(Event.FORMULIERDEEL_CONCEPT, body_of(deel) | {"wat": "weggegooid"})
    werk.connection.execute(delete(deelconcept).where(*_own(werk.caller, deel_id)))


def lees_concept(connection: Connection, caller: Caller, deel_id: int) -> Deelconcept | None:
    row = connection.execute(select(deelconcept).where(*_own(caller, deel_id))).one_or_none()
    return Deelconcept(row.inhoud, row.basis, row.bewaard_op) if row else None


def _own(caller: Caller, deel_id: int) -> tuple[Any, Any]:
    return (deelconcept.c.deel_id == deel_id, deelconcept.c.account_id == caller.account_id)
