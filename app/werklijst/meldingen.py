"""The inbox of what the street said, and the officer's own reports with what was done about them.

Who keeps the agreement sees that "an agent" reported it and not who: so that nobody hesitates to report, and because
the answer finds its way back by itself. The trail knows who it was. The officer sees the own words and no name of the
person: a list of persons that opens without a question and its reason would be a way around both.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from app.access.rules import Rol
from app.audit.events import Event
from app.errors import KanNuNiet
from app.store.tables.register import aanpak, abonnement, actie, bejegening, handelingskader, persoon
from app.store.tables.werklijst import melding
from app.werk.bereik import not_found
from app.werk.bladzijde import Bladzijde, Deel, neem
from app.werk.bureau import Inzien, Uitkomst, Werk
from app.werk.versie import change_version
from app.werklijst.lijsten import GEMELD, LIJSTEN, NUMMER, WIE, eigenaar, meldingen, met_wie
from app.werklijst.toen import Toen, afspraak_toen
from app.werklijst.werklijst import ACTIE

AnyRow = Row[*tuple[Any, ...]]
OPEN, AFGEHANDELD = "open", "afgehandeld"


@dataclass(frozen=True)
class Meldingfilter:
    """`status` is one of the statuses, or `open` for all that is not handled yet."""

    status: str = OPEN
    urgentie: str | None = None
    abonnement: int | None = None


@dataclass(frozen=True)
class Behandeling:
    melding_id: int
    versie: int
    status: str
    antwoord: str | None = None


@dataclass(frozen=True)
class Versie:
    """What one part of the card said when it was reported, and which version counts now."""

    gemeld: int
    nu: int
    tekst: str


@dataclass(frozen=True)
class Gemeld:
    melding: AnyRow
    handelingskader: Versie | None
    bejegening: Versie | None
    toen: Toen | None = None


def is_melder(caller: Any) -> bool:
    return bool(caller.rol == Rol.AGENT)


def toon_meldingen(inzien: Inzien, filter_: Meldingfilter, bladzijde: Bladzijde) -> Deel:
    """An officer: the own reports, the newest first. Who keeps the agreements: the inbox, the most urgent first."""
    if is_melder(inzien.caller):
        return neem(inzien.connection, _eigen(inzien), (melding.c.gemeld_op, melding.c.id), bladzijde, af=True)
    found = met_wie(meldingen(inzien))
    if filter_.urgentie:
        found = found.where(melding.c.urgentie == filter_.urgentie)
    if filter_.abonnement:
        found = found.where(melding.c.abonnement_id == filter_.abonnement)
    if filter_.status == AFGEHANDELD:
        done = found.where(melding.c.status == AFGEHANDELD)
        return neem(inzien.connection, done, (melding.c.gemeld_op, melding.c.id), bladzijde, af=True)
    if filter_.status == OPEN:
        found = found.where(melding.c.status.in_(("nieuw", "in_behandeling")))
    else:
        found = found.where(melding.c.status == filter_.status)
    return neem(inzien.connection, found, LIJSTEN["meldingen"].op, bladzijde)


def toon_melding(inzien: Inzien, melding_id: int) -> Gemeld:
    """Raises `NotFound` for what is not one's own."""
    row = _find(inzien, melding_id)
    if is_melder(inzien.caller):
        return Gemeld(row, None, None)
    return Gemeld(row, _handelingskader(inzien, row), _bejegening(inzien, row), afspraak_toen(inzien, row))


def behandel(werk: Werk, behandeling: Behandeling) -> Uitkomst:
    """Take a report in hand, or close it with an answer; the officer sees it as news."""
    row = _find(werk, behandeling.melding_id)
    if row.status == AFGEHANDELD:
        raise KanNuNiet("Deze melding is al afgehandeld.")
    values = {
        "status": behandeling.status,
        "antwoord": behandeling.antwoord or row.antwoord,
        "behandeld_op": werk.moment,
        "behandeld_door": werk.caller.account_id,
        "gelezen_op": None,
    }
    where = (melding.c.id == row.id,)
    versie = change_version(werk.connection, melding, where, behandeling.versie, **values)
    body = {"melding": row.id, "persoon": row.persoon_id, "abonnement": row.abonnement_id}
    werk.leg_vast(Event.MELDING_BEHANDELD, body | {"status": behandeling.status})
    inhoud = {"id": row.id, "status": behandeling.status, "behandeldOp": werk.moment}
    return Uitkomst(inhoud, versie=versie, plek=f"/v1/meldingen/{row.id}", nieuw=True)


def lees_antwoord(werk: Werk, melding_id: int) -> Uitkomst:
    """The officer has seen what was done; it is no news any more.

    The version stays: whoever is writing an answer has nothing to do with it.
    """
    row = _find(werk, melding_id)
    if row.behandeld_op is not None and row.gelezen_op is None:
        seen = update(melding).where(melding.c.id == row.id).values(gelezen_op=werk.moment)
        werk.connection.execute(seen)
    werk.leg_vast(Event.MELDING_GELEZEN, {"melding": row.id})
    return Uitkomst()


def _eigen(inzien: Inzien | Werk) -> Select[Any]:
    joined = melding.join(abonnement, abonnement.c.id == melding.c.abonnement_id)
    joined = joined.join(persoon, persoon.c.id == melding.c.persoon_id).join(
        aanpak, aanpak.c.code == abonnement.c.aanpak
    )
    joined = joined.outerjoin(eigenaar, eigenaar.c.id == melding.c.eigenaar_id)
    own = melding.c.gemeld_door == inzien.caller.account_id
    return select(NUMMER, *WIE, *GEMELD).select_from(joined).where(own)


def _find(inzien: Inzien | Werk, melding_id: int) -> AnyRow:
    found = _eigen(inzien) if is_melder(inzien.caller) else met_wie(meldingen(inzien))
    row = inzien.connection.execute(found.where(melding.c.id == melding_id)).one_or_none()
    if row is None:
        raise not_found()
    return row


def _handelingskader(inzien: Inzien, row: AnyRow) -> Versie | None:
    table = handelingskader
    which = (table.c.abonnement_id == row.abonnement_id, table.c.versie == row.handelingskader_versie)
    found = select(ACTIE, table.c.kern).join(actie, actie.c.code == table.c.actie).where(*which)
    said = inzien.connection.execute(found).one_or_none()
    return Versie(row.handelingskader_versie, _newest(inzien, table, row), " — ".join(said)) if said else None


def _bejegening(inzien: Inzien, row: AnyRow) -> Versie | None:
    table = bejegening
    found = select(table.c.kern).where(
        table.c.abonnement_id == row.abonnement_id, table.c.versie == row.bejegening_versie
    )
    said = inzien.connection.scalar(found)
    return Versie(row.bejegening_versie, _newest(inzien, table, row), said) if said else None


def _newest(inzien: Inzien, table: Any, row: AnyRow) -> int:
    newest = select(func.max(table.c.versie)).where(table.c.abonnement_id == row.abonnement_id)
    return int(inzien.connection.scalar(newest) or 0)
