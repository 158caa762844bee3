"""A concept in the making: written by anybody who works for the owner, submitted, and sent back or approved.

There is at most one per abonnement, so that two people never write past each other. Its version is a number that
begins somewhere else each time: what one saw of a concept that has been published since never matches the next one.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.afspraken.model import Voorstel, from_json, to_json
from app.afspraken.nalezen import Gelezen, lees_na
from app.afspraken.versies import read_published
from app.afspraken.volledig import Maatstaf, Tekort, find_shortcomings
from app.audit.events import Event
from app.errors import FieldError, Forbidden, IntussenGewijzigd, InvalidInput, KanNuNiet
from app.formulier.straat import Regel, straatregels, straatregels_digest
from app.register.read import read_acties
from app.register.rows import BEEINDIGD
from app.store.tables.access import account
from app.store.tables.afspraken import concept
from app.store.tables.formulier import formulierdeel
from app.werk.bereik import find_abonnement
from app.werk.bureau import Inzien, Werk
from app.werk.versie import change_version

NIEUW, CONCEPT, INGEDIEND = "nieuw", "concept", "ingediend"
OPGESCHORT = "opgeschort"
# Far above any version of an abonnement, which is what stands for "there is no concept yet".
FIRST, SPREAD = 10_000_000, 900_000_000

INTUSSEN = "Iemand anders heeft dit voorstel intussen gewijzigd. Bekijk eerst wat er veranderd is."


class VierOgen(StrEnum):
    """Of whom a second pair of eyes is asked before something is published (`VELDWIJZER_VIER_OGEN`)."""

    JA = "ja"
    ZVH = "zvh"
    NEE = "nee"


@dataclass(frozen=True)
class Conceptstand:
    """A concept as it is shown, beside what is published; `versie` is what the next change has to name."""

    abonnement_id: int
    persoon_id: int
    status: str
    versie: int
    voorstel: Voorstel
    gepubliceerd: Voorstel
    maatstaf: Maatstaf
    tekorten: tuple[Tekort, ...]
    adviezen: list[Gelezen]
    inlichtingen: tuple[Regel, ...]  # what organisations say, that would be on the street with it
    inlichtingen_gewijzigd: bool  # since it was submitted
    belemmeringen: tuple[str, ...]  # why it cannot be published now, whoever approves
    goedkeuren_kan_niet: str | None  # why this caller may not approve
    opmerking: str | None = None
    gewijzigd_op: str | None = None
    gewijzigd_door: str | None = None
    ingediend_op: str | None = None
    ingediend_door: str | None = None


def lees_concept(inzien: Inzien | Werk, abonnement_id: int, vier_ogen: VierOgen) -> Conceptstand:
    """The concept of an abonnement; where there is none, the one that the published versions would begin with."""
    row = find_abonnement(inzien.connection, inzien.caller, abonnement_id)
    found = find_concept(inzien.connection, abonnement_id)
    published = read_published(inzien.connection, row)
    voorstel = from_json(found.inhoud) if found else published
    maatstaf = read_maatstaf(inzien.connection, row, published, inzien.vandaag)
    lines = straatregels(inzien, abonnement_id)
    return Conceptstand(
        abonnement_id=row.id,
        persoon_id=row.persoon_id,
        status=found.status if found else NIEUW,
        versie=found.versie if found else row.versie,
        voorstel=voorstel,
        gepubliceerd=published,
        maatstaf=maatstaf,
        tekorten=tuple(find_shortcomings(voorstel, maatstaf)),
        adviezen=lees_na(voorstel),
        inlichtingen=tuple(lines),
        inlichtingen_gewijzigd=found is not None and found.status == INGEDIEND and changed_since(found, lines),
        belemmeringen=tuple(find_obstacles(inzien.connection, row, inzien.vandaag)),
        goedkeuren_kan_niet=why_not_approve(inzien.caller, found, vier_ogen),
        **_history(inzien.connection, found),
    )


def bewaar(werk: Werk, abonnement_id: int, versie: int, voorstel: Voorstel) -> int:
    """Write the content of a concept, and make the concept where there is none; returns its next version.

    What was submitted becomes a concept again: nobody approves something else than what was submitted.
    """
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if row.status == BEEINDIGD:
        raise KanNuNiet("Dit abonnement is beëindigd. Hiervoor schrijf je geen nieuwe afspraken meer.")
    found = find_concept(werk.connection, abonnement_id)
    values = {
        "status": CONCEPT,
        "inhoud": to_json(voorstel),
        "gewijzigd_op": werk.moment,
        "gewijzigd_door": werk.caller.account_id,
        "ingediend_op": None,
        "ingediend_door": None,
    }
    if found is None:
        following = _begin(werk, row, versie, values)
    else:
        writers = sorted({*found.schrijvers, werk.caller.account_id})
        where = (concept.c.abonnement_id == abonnement_id,)
        following = change_version(werk.connection, concept, where, versie, **values, schrijvers=writers)
    _record(werk, Event.CONCEPT_GESCHREVEN, row, following)
    return following


def verwijder(werk: Werk, abonnement_id: int, versie: int) -> None:
    """Throw the concept away; what is published stays as it is."""
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    found = require_concept(werk.connection, abonnement_id, versie)
    remove_concept(werk.connection, abonnement_id)
    _record(werk, Event.CONCEPT_VERWIJDERD, row, found.versie)


def dien_in(werk: Werk, abonnement_id: int, versie: int) -> int:
    """Ask a colleague to judge it; raises `InvalidInput` with all that is missing.

    What is submitted already is submitted again only when organisations have said something else since.
    """
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    found = require_concept(werk.connection, abonnement_id, versie)
    lines = straatregels(werk, abonnement_id)
    if found.status == INGEDIEND and not changed_since(found, lines):
        raise KanNuNiet("Dit voorstel is al ingediend.")
    if row.status == BEEINDIGD:
        raise KanNuNiet("Dit abonnement is beëindigd.")
    published = read_published(werk.connection, row)
    tekorten = find_shortcomings(from_json(found.inhoud), read_maatstaf(werk.connection, row, published, werk.vandaag))
    if tekorten:
        errors = tuple(FieldError(each.plek, each.uitleg) for each in tekorten)
        raise InvalidInput("Het voorstel is nog niet volledig. Bij elk veld staat wat er ontbreekt.", errors=errors)
    values = {
        "status": INGEDIEND,
        "opmerking": None,
        "ingediend_op": werk.moment,
        "ingediend_door": werk.caller.account_id,
        "inlichtingen_digest": straatregels_digest(lines),
    }
    where = (concept.c.abonnement_id == abonnement_id,)
    following = change_version(werk.connection, concept, where, versie, **values)
    _record(werk, Event.CONCEPT_INGEDIEND, row, following)
    return following


def zend_terug(werk: Werk, abonnement_id: int, versie: int, opmerking: str) -> int:
    """Give it back to the writers, with what has to be different."""
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    found = require_concept(werk.connection, abonnement_id, versie)
    if found.status != INGEDIEND:
        raise KanNuNiet("Dit voorstel is niet ingediend.")
    values = {"status": CONCEPT, "opmerking": opmerking, "ingediend_op": None, "ingediend_door": None}
    where = (concept.c.abonnement_id == abonnement_id,)
    following = change_version(werk.connection, concept, where, versie, **values)
    _record(werk, Event.CONCEPT_TERUGGESTUURD, row, following)
    return following


def changed_since(found: Row[Any], lines: Sequence[Regel]) -> bool:
    """Whether organisations say something else to the street than when this concept was submitted."""
    return bool(found.inlichtingen_digest != straatregels_digest(lines))


def find_concept(connection: Connection, abonnement_id: int) -> Row[Any] | None:
    return connection.execute(select(concept).where(concept.c.abonnement_id == abonnement_id)).one_or_none()


def require_concept(connection: Connection, abonnement_id: int, versie: int) -> Row[Any]:
    """The concept at the version that the caller saw; raises `KanNuNiet` without, `IntussenGewijzigd` at another."""
    found = find_concept(connection, abonnement_id)
    if found is None:
        raise KanNuNiet("Er is geen voorstel. Misschien is het al gepubliceerd of weggegooid.")
    if found.versie != versie:
        raise IntussenGewijzigd(INTUSSEN)
    return found


def remove_concept(connection: Connection, abonnement_id: int) -> None:
    connection.execute(delete(concept).where(concept.c.abonnement_id == abonnement_id))


def read_maatstaf(connection: Connection, row: Row[Any], published: Voorstel, vandaag: date) -> Maatstaf:
    huidige = published.handelingskader.actie if published.handelingskader else None
    return Maatstaf(vandaag, read_acties(connection), huidige, row.einde)


def find_obstacles(connection: Connection, row: Row[Any], vandaag: date) -> list[str]:
    """Why nothing of this abonnement can be published now, in words; empty when it can."""
    found = []
    if row.status == BEEINDIGD:
        found.append("Dit abonnement is beëindigd.")
    if row.status == OPGESCHORT:
        found.append("Dit abonnement is opgeschort. Hervat het eerst.")
    if row.einde is not None and row.einde < vandaag.isoformat():
        found.append("De einddatum van dit abonnement is voorbij.")
    objected = select(formulierdeel.c.id).where(
        formulierdeel.c.abonnement_id == row.id, formulierdeel.c.bezwaar.is_not(None)
    )
    if connection.execute(objected.limit(1)).one_or_none() is not None:
        found.append("Een organisatie heeft bezwaar tegen wat er op straat komt. Los dat eerst samen op.")
    return found


def why_not_approve(caller: Caller, found: Row[Any] | None, vier_ogen: VierOgen) -> str | None:
    """Why this caller is not the one to approve, or None; whoever wrote or submitted it never is, with four eyes."""
    if found is None or vier_ogen is VierOgen.NEE:
        return None
    if vier_ogen is VierOgen.ZVH and caller.rol != Rol.ZVH:
        return None
    if caller.account_id in {*found.schrijvers, found.ingediend_door}:
        return "Je hebt zelf aan dit voorstel gewerkt. Een collega keurt het goed."
    return None


def check_approver(caller: Caller, found: Row[Any], vier_ogen: VierOgen) -> None:
    reason = why_not_approve(caller, found, vier_ogen)
    if reason:
        raise Forbidden(reason)


def _begin(werk: Werk, row: Row[Any], versie: int, values: dict[str, Any]) -> int:
    if versie != row.versie:
        raise IntussenGewijzigd(INTUSSEN)
    first = FIRST + secrets.randbelow(SPREAD)
    numbers = {"abonnement_id": row.id, "schrijvers": [werk.caller.account_id], "versie": first}
    werk.connection.execute(insert(concept).values({**values, **numbers}))
    return first


def _history(connection: Connection, found: Row[Any] | None) -> dict[str, str | None]:
    if found is None:
        return {}
    ids = [number for number in (found.gewijzigd_door, found.ingediend_door) if number is not None]
    rows = connection.execute(select(account.c.id, account.c.gebruikersnaam).where(account.c.id.in_(ids)))
    names = {row.id: row.gebruikersnaam for row in rows}
    return {
        "opmerking": found.opmerking,
        "gewijzigd_op": found.gewijzigd_op,
        "gewijzigd_door": names.get(found.gewijzigd_door),
        "ingediend_op": found.ingediend_op,
        "ingediend_door": names.get(found.ingediend_door),
    }


def _record(werk: Werk, event: Event, row: Row[Any], versie: int) -> None:
    werk.leg_vast(event, {"persoon": row.persoon_id, "abonnement": row.id, "versie": versie})
