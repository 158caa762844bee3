"""A straatkaart as its owner may see it at the desk: the one that would be published, or the one that stood there.

A card holds the afspraken of everybody who keeps one with this person. At the desk one sees those of one's own
organisation, and of the others no more than that they are there: whose, and for which aanpak.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, cast, null, or_, select, union_all

from app.afspraken.model import Voorstel
from app.clock import STREET_TIME, stamp
from app.errors import FieldError, InvalidInput
from app.formulier.straat import straatregels
from app.register.model import Abonnement, Actie, Handelingskader, Inlichting, Naslag
from app.register.read import read_dossiers, read_naslag
from app.register.straatkaart import build_windows, moment_of, stamp_card
from app.store.tables.abonnementen import samenvoeging
from app.store.tables.afspraken import kaartarchief
from app.store.tables.register import abonnement, organisatie
from app.store.tables.street import straatkaart
from app.werk.bereik import abonnementen_of, find_abonnement
from app.werk.bureau import Inzien

ACTIEF = "actief"
LINE = ("organisatie", "tekst", "aard", "bron")
GEEN_ACTIE = Actie("", "Nog geen actie gekozen", "info", "grijs")
# What stands on a card at the desk in place of somebody else's afspraak.
VAN_EEN_ANDER: dict[str, Any] = {
    "actie": {"code": "van_een_ander", "tekst": "Afspraak van een ander", "icoon": "slot", "kleur": "grijs"},
    "kern": "De agent ziet deze afspraak wel. Jij ziet hier alleen dat zij er is.",
    "regels": [],
    "casusoverleg": None,
    "vastgesteldDoor": None,
    "versie": 0,
}
OOK_NIET: dict[str, Any] = {
    "kern": "Wat een ander hierover afsprak, zie je hier niet.",
    "ziet": None,
    "betekent": None,
    "doen": [],
    "nietDoen": [],
    "risico": None,
    "versie": 0,
}


@dataclass(frozen=True)
class Kaartbeeld:
    """A card and when it counts: the days it is valid, and the moments between which it stood there."""

    persoon_id: int
    kaart: dict[str, Any]
    geldig_van: str
    geldig_tot: str
    sinds: str | None = None
    tot: str | None = None


def maak_voorbeeld(inzien: Inzien, abonnement_id: int, voorstel: Voorstel) -> tuple[int, Kaartbeeld | None]:
    """The card as it would be published with this content, today or else on the first day that it counts.

    Returns the person too; no card when the abonnement is over by then. Made by the very builder that publishes.
    """
    row = find_abonnement(inzien.connection, inzien.caller, abonnement_id)
    dossier = read_dossiers(inzien.connection, [row.persoon_id])[row.persoon_id]
    naslag = read_naslag(inzien.connection)
    lines = (Inlichting(*(line[name] for name in LINE)) for line in straatregels(inzien, abonnement_id))
    inlichtingen = tuple(lines)
    changed = tuple(
        _with(each, voorstel, naslag, inlichtingen) if each.id == abonnement_id else each
        for each in dossier.abonnementen
    )
    for window in build_windows(replace(dossier, abonnementen=changed), naslag):
        if window.geldig_tot >= inzien.vandaag.isoformat() and abonnement_id in window.abonnementen:
            card = json.loads(stamp_card(window.inhoud, inzien.moment))
            seen = _screened(inzien, card, [number for number in window.abonnementen if number is not None])
            return row.persoon_id, Kaartbeeld(row.persoon_id, seen, window.geldig_van, window.geldig_tot)
    return row.persoon_id, None


def _with(before: Abonnement, voorstel: Voorstel, naslag: Naslag, inlichtingen: tuple[Inlichting, ...]) -> Abonnement:
    return replace(
        before,
        status=ACTIEF,
        toetsen_voor=voorstel.toetsen_voor,
        handelingskader=_worded(voorstel.handelingskader, naslag),
        bejegening=voorstel.bejegening,
        inlichtingen=inlichtingen,
    )


def _worded(kader: Handelingskader | None, naslag: Naslag) -> Handelingskader | None:
    if kader is None:
        return None
    return replace(kader, bewoording=naslag.acties.get(kader.actie, GEEN_ACTIE))


def lees_kaart_op(inzien: Inzien, abonnement_id: int, op: datetime) -> tuple[int, Kaartbeeld | None]:
    """What the street showed at that moment of this abonnement, exact to the stamp; no card when nothing of it."""
    moment = stamp(op)
    if moment > inzien.moment:
        raise InvalidInput(
            "Kies een moment dat geweest is.", errors=(FieldError("#/op", "Dit moment moet nog komen."),)
        )
    day = op.astimezone(STREET_TIME).date().isoformat()
    row = find_abonnement(inzien.connection, inzien.caller, abonnement_id)
    for found in _rows_at(inzien.connection, row.persoon_id, moment):
        since = max(found.sinds or "", moment_of(found.kaart))
        card = json.loads(found.kaart)
        if not (since <= moment and found.geldig_van <= day <= found.geldig_tot):
            continue
        numbers = _numbers(inzien.connection, found, card, row)
        if abonnement_id in numbers:
            seen = _screened(inzien, card, numbers)
            return row.persoon_id, Kaartbeeld(
                row.persoon_id, seen, found.geldig_van, found.geldig_tot, since, found.tot
            )
    return row.persoon_id, None


def _rows_at(connection: Connection, persoon_id: int, moment: str) -> Sequence[Row[Any]]:
    """Cards of this person, and of whom it was merged with, that were there at that moment or at least not yet gone."""
    persons = _merged_with(connection, persoon_id)
    names = ("persoon_id", "geldig_van", "geldig_tot", "kaart", "abonnementen", "sinds")
    gone = select(*(kaartarchief.c[name] for name in names), kaartarchief.c.tot).where(
        kaartarchief.c.persoon_id.in_(persons), kaartarchief.c.sinds <= moment, kaartarchief.c.tot > moment
    )
    not_gone = cast(null(), kaartarchief.c.tot.type).label("tot")
    present = select(*(straatkaart.c[name] for name in names), not_gone).where(straatkaart.c.persoon_id.in_(persons))
    return connection.execute(union_all(gone, present)).all()


def _merged_with(connection: Connection, persoon_id: int) -> list[int]:
    """All persons whose cards may have held an abonnement that is this person's now."""
    found, ahead = {persoon_id}, [persoon_id]
    while ahead:
        either = or_(samenvoeging.c.van_id.in_(ahead), samenvoeging.c.naar_id.in_(ahead))
        pairs = connection.execute(select(samenvoeging.c.van_id, samenvoeging.c.naar_id).where(either))
        ahead = sorted({number for pair in pairs for number in pair} - found)
        found |= set(ahead)
    return sorted(found)


def _numbers(connection: Connection, found: Row[Any], card: dict[str, Any], row: Row[Any]) -> list[int]:
    """Which abonnement each afspraak is of. A card of before that was kept is recognised by its owner and aanpak."""
    if found.abonnementen is not None and len(found.abonnementen) == len(card["afspraken"]):
        return list(found.abonnementen)
    owner = connection.execute(
        select(organisatie.c.naam).where(organisatie.c.id == row.eigenaar_id)
    ).scalar_one_or_none()
    same = (row.aanpak, owner)
    return [row.id if (each["aanpak"]["code"], each["eigenaar"]) == same else 0 for each in card["afspraken"]]


def _screened(inzien: Inzien, card: dict[str, Any], numbers: Sequence[int]) -> dict[str, Any]:
    own = select(abonnement.c.id).where(abonnement.c.id.in_(numbers), abonnementen_of(inzien.caller))
    visible = set(inzien.connection.scalars(own))
    afspraken = [
        afspraak if number in visible else _only_that_it_is_there(afspraak)
        for afspraak, number in zip(card["afspraken"], numbers, strict=True)
    ]
    return card | {"afspraken": afspraken}


def _only_that_it_is_there(afspraak: dict[str, Any]) -> dict[str, Any]:
    hidden = {"handelingskader": VAN_EEN_ANDER, "bejegening": OOK_NIET, "contactpersonen": [], "inlichtingen": []}
    return {**afspraak, **hidden, "start": None, "toetsenVoor": None, "einde": None}
