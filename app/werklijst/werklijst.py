"""Show a worklist, a page at a time; and how much waits on each, for the first screen."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.access.rules import allows
from app.store.among import among
from app.store.tables.abonnementen import regimetermijn
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement, actie, bejegening, handelingskader, organisatie
from app.werk.bladzijde import Bladzijde, Deel, neem
from app.werk.bureau import Inzien
from app.werklijst.lijsten import INCOMPLEET, LIJSTEN, Lijst, met_wie
from app.werklijst.rules import TEL_TOT, uiterste_toetsdag

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Filter:
    """What narrows a list, beside the page that is asked for. Never a name: it stands in an address."""

    aanpak: str | None = None
    organisatie: int | None = None
    status: str | None = None


@dataclass(frozen=True)
class Telling:
    """How many wait on a list (`meer`: at least so many), the day or moment of the first, and how many are urgent."""

    naam: str
    aantal: int
    meer: bool
    oudste: str | None
    dringend: int = 0


@dataclass(frozen=True)
class Afspraak:
    """What is agreed now, in the least words that tell whether it is still right."""

    actie: str | None = None
    kern: str | None = None
    bejegening: str | None = None


def tel(inzien: Inzien) -> list[Telling]:
    """The lists of the caller's role in the order in which they matter."""
    rol = inzien.caller.rol
    return [_tel(inzien, lijst) for lijst in LIJSTEN.values() if allows(rol, lijst.recht)]


def _tel(inzien: Inzien, lijst: Lijst) -> Telling:
    found = lijst.zoek(inzien).with_only_columns(lijst.sinds.label("sinds"))
    dringend = 0
    if lijst.dringend is not None:
        urgent = found.where(lijst.dringend).limit(TEL_TOT).subquery()
        dringend = inzien.connection.scalar(select(func.count()).select_from(urgent)) or 0
    some = found.order_by(lijst.sinds).limit(TEL_TOT).subquery()
    number, oudste = inzien.connection.execute(select(func.count(), func.min(some.c.sinds)).select_from(some)).one()
    return Telling(lijst.naam, number, number == TEL_TOT, oudste, dringend)


def toon(inzien: Inzien, naam: str, filter_: Filter, bladzijde: Bladzijde) -> Deel:
    lijst = LIJSTEN[naam]
    found = met_wie(lijst.zoek(inzien))
    if filter_.aanpak:
        found = found.where(abonnement.c.aanpak == filter_.aanpak)
    if filter_.organisatie:
        found = found.where(formulierdeel.c.organisatie_id == filter_.organisatie)
    if filter_.status:
        found = found.where(formulierdeel.c.status == filter_.status)
    return neem(inzien.connection, found, lijst.op, bladzijde)


def personen(rows: Iterable[AnyRow]) -> list[int]:
    """For the record: who stood on it."""
    return list(dict.fromkeys(row.persoon_id for row in rows))


# A version keeps the words that its action had when it was published.
ACTIE = func.coalesce(handelingskader.c.actie_tekst, actie.c.tekst)
_KADERS = (
    select(handelingskader.c.abonnement_id, handelingskader.c.kern, ACTIE)
    .join(actie, actie.c.code == handelingskader.c.actie)
    .where(among(handelingskader.c.abonnement_id, "ids"))
    .order_by(handelingskader.c.versie)
)
_BEJEGENINGEN = (
    select(bejegening.c.abonnement_id, bejegening.c.kern)
    .where(among(bejegening.c.abonnement_id, "ids"))
    .order_by(bejegening.c.versie)
)


def afspraken(connection: Connection, abonnement_ids: Sequence[int]) -> dict[int, Afspraak]:
    """What is agreed now on each of these; absent where nothing is."""
    ids = {"ids": list(abonnement_ids)}
    # The last version of each counts, and one without a text says that nothing is agreed any more.
    kaders = {number: (tekst, kern) for number, kern, tekst in connection.execute(_KADERS, ids)}
    bejegeningen = dict(connection.execute(_BEJEGENINGEN, ids).all())
    found = {}
    for number in abonnement_ids:
        tekst, kern = kaders.get(number, (None, None))
        about = bejegeningen.get(number)
        if kern or about:
            found[number] = Afspraak(tekst if kern else None, kern or None, about or None)
    return found


_TERMIJNEN = select(regimetermijn.c.regime, regimetermijn.c.toetsen_na_maanden).order_by(regimetermijn.c.versie)


def voorstellen(inzien: Inzien, rows: Iterable[AnyRow]) -> dict[int, str]:
    """Until when each of these would be good when it were looked through today, by the id of the abonnement."""
    termijnen = dict(inzien.connection.execute(_TERMIJNEN).all())
    return {
        row.abonnement_id: uiterste_toetsdag(inzien.vandaag, termijnen[row.regime], row.einde)
        for row in rows
        if row.regime in termijnen
    }


_DELEN = (
    select(
        formulierdeel.c.id,
        formulierdeel.c.abonnement_id,
        formulierdeel.c.status,
        formulierdeel.c.gevraagd_op,
        formulierdeel.c.herinnerd_op,
        organisatie.c.naam,
    )
    .join(organisatie, organisatie.c.id == formulierdeel.c.organisatie_id)
    .where(among(formulierdeel.c.abonnement_id, "ids"), INCOMPLEET)
    .order_by(formulierdeel.c.gevraagd_op, formulierdeel.c.id)
)


def open_delen(connection: Connection, abonnement_ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    """Per abonnement the parts that are not confirmed, the one that waits longest first."""
    found: dict[int, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(_DELEN, {"ids": list(abonnement_ids)}):
        found[row.abonnement_id].append(row)
    return found
