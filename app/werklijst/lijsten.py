"""What waits for whom: the statement behind each list, oldest first. Each keeps to what the caller may know of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, false, literal_column, or_, select

from app.access.rules import Permission
from app.store.tables.afspraken import concept
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import aanpak, abonnement, organisatie, persoon
from app.store.tables.werklijst import melding
from app.werk.bereik import abonnementen_of
from app.werk.bureau import Inzien, Werk
from app.werklijst.rules import BINNEN

eigenaar = organisatie.alias("eigenaar")
# Written into the statement and not bound, so that a database recognises the condition of its partial index.
_BEVESTIGD: ColumnElement[str] = literal_column("'bevestigd'")
INCOMPLEET = and_(formulierdeel.c.status != _BEVESTIGD, formulierdeel.c.neemt_deel.is_not(false()))
# Urgent before ordinary.
RANG = case((melding.c.urgentie == "dringend", 0), else_=1).label("rang")

NUMMER: ColumnElement[Any] = abonnement.c.id.label("abonnement_id")
WIE: tuple[ColumnElement[Any], ...] = (
    abonnement.c.versie.label("abonnement_versie"),
    abonnement.c.status.label("abonnement_status"),
    abonnement.c.regime,
    abonnement.c.start,
    abonnement.c.toetsen_voor,
    abonnement.c.einde,
    aanpak.c.code.label("aanpak_code"),
    aanpak.c.naam.label("aanpak_naam"),
    eigenaar.c.naam.label("eigenaar_naam"),
    persoon.c.id.label("persoon_id"),
    persoon.c.voornamen,
    persoon.c.roepnaam,
    persoon.c.voorvoegsel,
    persoon.c.geslachtsnaam,
    persoon.c.geboortedatum,
)
# Whose it is stands in `WIE` already.
GEMELD = (*(column for column in melding.c if column.name not in ("persoon_id", "abonnement_id", "eigenaar_id")), RANG)


@dataclass(frozen=True)
class Lijst:
    """`zoek` finds what waits; `op` is the order, of which the column `sinds` says since when, or until when."""

    naam: str
    recht: Permission
    zoek: Callable[[Inzien], Select[Any]]
    op: tuple[ColumnElement[Any], ...]
    sinds: ColumnElement[Any]
    dringend: ColumnElement[bool] | None = None  # what of it cannot wait for its turn


def _te_toetsen(inzien: Inzien) -> Select[Any]:
    vandaag, straks = inzien.vandaag.isoformat(), (inzien.vandaag + BINNEN).isoformat()
    return _geldend(inzien).where(abonnement.c.toetsen_voor.between(vandaag, straks))


def _verouderd(inzien: Inzien) -> Select[Any]:
    return _geldend(inzien).where(abonnement.c.toetsen_voor < inzien.vandaag.isoformat())


def _geldend(inzien: Inzien) -> Select[Any]:
    """What is on the street today; of what is over, nothing has to be looked through."""
    vandaag = inzien.vandaag.isoformat()
    return _waarvan(inzien).where(
        abonnement.c.status == "actief",
        or_(abonnement.c.einde.is_(None), abonnement.c.einde >= vandaag),
        or_(abonnement.c.start.is_(None), abonnement.c.start <= vandaag),
    )


def _onvolledig(inzien: Inzien) -> Select[Any]:
    """A form for its oldest part that is not confirmed: one row per abonnement, and the oldest first by an index."""
    ander = formulierdeel.alias("ander")
    ouder = exists().where(
        ander.c.abonnement_id == formulierdeel.c.abonnement_id,
        ander.c.status != _BEVESTIGD,
        ander.c.neemt_deel.is_not(false()),
        or_(
            ander.c.gevraagd_op < formulierdeel.c.gevraagd_op,
            and_(ander.c.gevraagd_op == formulierdeel.c.gevraagd_op, ander.c.id < formulierdeel.c.id),
        ),
    )
    return _deel(inzien).where(~ouder)


def _eigen_deel(inzien: Inzien) -> Select[Any]:
    return _deel(inzien).where(formulierdeel.c.organisatie_id == inzien.caller.organisatie_id)


def _deel(inzien: Inzien) -> Select[Any]:
    found = _waarvan(inzien, formulierdeel.c.id, formulierdeel.c.status, formulierdeel.c.vraag)
    found = found.add_columns(formulierdeel.c.gevraagd_op, formulierdeel.c.herinnerd_op)
    joined = found.join(formulierdeel, formulierdeel.c.abonnement_id == abonnement.c.id)
    return joined.where(INCOMPLEET, abonnement.c.status != "beeindigd")


def _te_keuren(inzien: Inzien) -> Select[Any]:
    door_een_ander = concept.c.ingediend_door != inzien.caller.account_id
    return _concept(inzien, concept.c.ingediend_op).where(concept.c.status == "ingediend", door_een_ander)


def _teruggestuurd(inzien: Inzien) -> Select[Any]:
    found = _concept(inzien, concept.c.gewijzigd_op, concept.c.opmerking)
    return found.where(concept.c.status == "concept", concept.c.opmerking.is_not(None))


def _concept(inzien: Inzien, *columns: ColumnElement[Any]) -> Select[Any]:
    found = _waarvan(inzien, *columns).join(concept, concept.c.abonnement_id == abonnement.c.id)
    return found.where(abonnement.c.status != "beeindigd")


def _meldingen(inzien: Inzien) -> Select[Any]:
    return meldingen(inzien).where(melding.c.status.in_(("nieuw", "in_behandeling")))


def meldingen(inzien: Inzien | Werk) -> Select[Any]:
    """Everything that the street said of what the caller's organisation keeps."""
    found = _waarvan(inzien, *GEMELD).join(melding, melding.c.abonnement_id == abonnement.c.id)
    return found.where(melding.c.eigenaar_id == inzien.caller.organisatie_id)


def _waarvan(inzien: Inzien | Werk, *columns: Any) -> Select[Any]:
    # PostgreSQL knows how many rows each way would take, and chooses better by itself.
    as_filter = bool(columns) and inzien.connection.dialect.name == "sqlite"
    reach = abonnementen_of(inzien.caller, as_filter=as_filter)
    return select(NUMMER, *columns).select_from(abonnement).where(reach)


def met_wie(found: Select[Any]) -> Select[Any]:
    """What is shown of each; counting goes without, for a database joins all of it also when nobody looks at it."""
    joined = found.join(persoon, persoon.c.id == abonnement.c.persoon_id)
    joined = joined.join(aanpak, aanpak.c.code == abonnement.c.aanpak)
    return joined.outerjoin(eigenaar, eigenaar.c.id == abonnement.c.eigenaar_id).add_columns(*WIE)


_TOETSEN = (abonnement.c.toetsen_voor, NUMMER)
_DELEN = (formulierdeel.c.gevraagd_op, formulierdeel.c.id)
LIJSTEN = {
    lijst.naam: lijst
    for lijst in (
        Lijst("meldingen", Permission.REPORT_HANDLE, _meldingen, (RANG, melding.c.gemeld_op, melding.c.id),
              melding.c.gemeld_op, melding.c.urgentie == "dringend"),
        Lijst("te-keuren", Permission.AFSPRAAK_APPROVE, _te_keuren, (concept.c.ingediend_op, NUMMER),
              concept.c.ingediend_op),
        Lijst("teruggestuurd", Permission.AFSPRAAK_WRITE, _teruggestuurd, (concept.c.gewijzigd_op, NUMMER),
              concept.c.gewijzigd_op),
        Lijst("verouderd", Permission.AFSPRAAK_WRITE, _verouderd, _TOETSEN, abonnement.c.toetsen_voor),
        Lijst("te-toetsen", Permission.AFSPRAAK_WRITE, _te_toetsen, _TOETSEN, abonnement.c.toetsen_voor),
        Lijst("eigen-deel", Permission.FORM_PART, _eigen_deel, _DELEN, formulierdeel.c.gevraagd_op),
        Lijst("onvolledig", Permission.ABONNEMENT_CHANGE, _onvolledig, _DELEN, formulierdeel.c.gevraagd_op),
    )
}  # fmt: skip
