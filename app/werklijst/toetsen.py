"""Look an agreement through again: it is still right, so it is good until a later day.

No second person approves it. Nothing changes in what the street reads of how to act, so there is no new wording to
judge; who looked it through stands with the version, and a later day never goes past the regime's term or the end.
"""

from dataclasses import dataclass

from sqlalchemy import Row, select

from app.afspraken.versies import keur_nagekeken
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.store.tables.abonnementen import regimetermijn
from app.store.tables.afspraken import concept
from app.store.tables.formulier import formulierdeel
from app.werk.bereik import find_abonnement
from app.werk.bureau import Uitkomst, Werk
from app.werk.versie import check_version
from app.werklijst.rules import check_toetsdag, uiterste_toetsdag
from app.werklijst.werklijst import afspraken

WHY_NOT = {
    "concept": "Er is nog niets gepubliceerd. Stel eerst het handelingskader vast.",
    "opgeschort": "Dit abonnement is opgeschort. Hervat het eerst.",
    "beeindigd": "Dit abonnement is beëindigd.",
}


@dataclass(frozen=True)
class Toetsing:
    """`toetsen_voor` (ISO) is the day until which it is good; the term of the regime decides when it is not told."""

    abonnement_id: int
    versie: int
    toetsen_voor: str | None = None


def kijk_na(werk: Werk, toetsing: Toetsing) -> Uitkomst:
    """Record that it is still right, as a version of its own, and publish it."""
    row = find_abonnement(werk.connection, werk.caller, toetsing.abonnement_id, lock=True)
    check_version(row.versie, toetsing.versie)
    _check(werk, row)
    uiterst = _uiterst(werk, row)
    dag = toetsing.toetsen_voor or uiterst
    if reason := check_toetsdag(dag, werk.vandaag, uiterst):
        raise InvalidInput(reason, errors=(FieldError("#/toetsenVoor", reason),))
    versie = keur_nagekeken(werk, row, dag)
    body = {"abonnement": row.id, "persoon": row.persoon_id, "toetsenVoor": dag}
    werk.leg_vast(Event.ABONNEMENT_NAGEKEKEN, body)
    inhoud = {"abonnement": row.id, "toetsenVoor": dag, "nagekekenOp": werk.moment}
    return Uitkomst(inhoud, versie=versie, plek=f"/v1/abonnementen/{row.id}", nieuw=True)


def _check(werk: Werk, row: Row) -> None:  # type: ignore[type-arg]
    if row.status in WHY_NOT:
        raise KanNuNiet(WHY_NOT[row.status])
    if row.einde and row.einde <= werk.vandaag.isoformat():
        raise KanNuNiet("De laatste dag van dit abonnement is vandaag of al voorbij.")
    if row.id not in afspraken(werk.connection, [row.id]):
        raise KanNuNiet("Er is niets gepubliceerd om na te kijken. Stel eerst het handelingskader vast.")
    ingediend = select(concept.c.abonnement_id).where(
        concept.c.abonnement_id == row.id, concept.c.status == "ingediend"
    )
    if werk.connection.execute(ingediend).first():
        raise KanNuNiet("Er ligt een wijziging die nog gekeurd moet worden. Keur die eerst, of stuur haar terug.")
    bezwaar = select(formulierdeel.c.id).where(
        formulierdeel.c.abonnement_id == row.id, formulierdeel.c.bezwaar.is_not(None)
    )
    if werk.connection.execute(bezwaar).first():
        raise KanNuNiet("Een organisatie heeft bezwaar tegen wat op de kaart staat. Los dat eerst op.")


def _uiterst(werk: Werk, row: Row) -> str:  # type: ignore[type-arg]
    maanden = werk.connection.scalar(
        select(regimetermijn.c.toetsen_na_maanden)
        .where(regimetermijn.c.regime == row.regime)
        .order_by(regimetermijn.c.versie.desc())
        .limit(1)
    )
    if maanden is None:
        raise KanNuNiet("Van dit regime is niet vastgelegd na hoeveel maanden een afspraak getoetst wordt.")
    return uiterste_toetsdag(werk.vandaag, maanden, row.einde)
