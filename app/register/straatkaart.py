"""The straatkaart: from a dossier to windows of validity with the bytes that are sent. Pure: no database, no clock.

**Which abonnementen count.** Those with status `actief`, on the days from their start to their end, both inclusive.
Where that set changes from one day to the next, a new window begins.

**Which afspraak leads** (it says in large letters what to do): the one whose handelingskader came from the latest
casusoverleg, because the partners knew most then. A handelingskader without a casusoverleg comes after those, and an
abonnement without a handelingskader comes last. Where that is equal, the later start leads, then the order of the
codes and names, so that the same dossier always gives the same card.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from app.names.profile import Naamprofiel
from app.register.model import (
    Abonnement,
    Bejegening,
    Contactpersoon,
    Dossier,
    Handelingskader,
    Inlichting,
    Naslag,
    Persoon,
)
from app.store.tables.street import FOR_EVER, FROM_ALWAYS

ACTIEF = "actief"
NO_OWNER = "Eigenaar onbekend"

# The stamp stands at the very end, so that "did the content change?" is a comparison of what stands before it.
_STAMP = b',"gepubliceerdOp":"'


@dataclass(frozen=True)
class Venster:
    """What the street may see of one person from one day to another, both inclusive."""

    geldig_van: str
    geldig_tot: str
    aanpak: str
    inhoud: bytes
    abonnementen: tuple[int | None, ...] = ()


def build_windows(dossier: Dossier, naslag: Naslag) -> tuple[Venster, ...]:
    """Every window in which somebody may see something, oldest first; none when nothing is active."""
    persoon = _persoon(dossier.persoon)
    windows = []
    for geldig_van, geldig_tot, counting in _periods(dossier.abonnementen):
        afspraken = sorted(counting, key=_weight, reverse=True)
        card = {"persoon": persoon, "afspraken": [_afspraak(abonnement, naslag) for abonnement in afspraken]}
        aanpak = naslag.aanpakken[afspraken[0].aanpak]
        numbers = tuple(abonnement.id for abonnement in afspraken)
        windows.append(Venster(geldig_van, geldig_tot, aanpak, _encode(card), numbers))
    return tuple(windows)


def name_profile(persoon: Persoon) -> Naamprofiel:
    """What the search may know of this person."""
    return Naamprofiel(
        geslachtsnaam=persoon.geslachtsnaam,
        voornamen=persoon.voornamen,
        roepnaam=persoon.roepnaam,
        voorvoegsel=persoon.voorvoegsel,
        aliassen=persoon.aliassen,
        geboortedatum=persoon.geboortedatum,
    )


def stamp_card(inhoud: bytes, moment: str) -> bytes:
    """The card as it is sent: the content with the moment of publishing added as its last field."""
    return inhoud[:-1] + _STAMP + moment.encode() + b'"}'


def content_of(card: bytes) -> bytes:
    """The content of a stamped card: the opposite of `stamp_card`."""
    return card[: card.rindex(_STAMP)] + b"}"


def moment_of(card: bytes) -> str:
    """When a stamped card was published."""
    return card[card.rindex(_STAMP) + len(_STAMP) : -2].decode()


def digest(card: bytes) -> str:
    return sha256(card).hexdigest()


def _periods(abonnementen: Sequence[Abonnement]) -> Iterator[tuple[str, str, list[Abonnement]]]:
    active = [each for each in abonnementen if each.status == ACTIEF and _first_day(each) <= _last_day(each)]
    if len(active) <= 1:
        yield from ((_first_day(each), _last_day(each), active) for each in active)
        return
    starts = {_first_day(each) for each in active} | {_day_after(_last_day(each)) for each in active}
    # The day after "for ever" sorts last and begins nothing.
    days = sorted(starts - {_day_after(FOR_EVER)})
    for day, following in zip(days, [*days[1:], None], strict=True):
        last = _day_before(following) if following else FOR_EVER
        counting = [each for each in active if _first_day(each) <= day and last <= _last_day(each)]
        if counting:
            yield day, last, counting


def _first_day(abonnement: Abonnement) -> str:
    return abonnement.start or FROM_ALWAYS


def _last_day(abonnement: Abonnement) -> str:
    return abonnement.einde or FOR_EVER


def _day_after(day: str) -> str:
    if day == FOR_EVER:
        return "9999-12-32"
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _weight(abonnement: Abonnement) -> tuple[bool, str, str, str, str]:
    kader = abonnement.handelingskader
    casusoverleg = (kader.casusoverleg if kader else None) or ""
    return (
        kader is not None,
        casusoverleg,
        abonnement.start or "",
        abonnement.aanpak,
        abonnement.eigenaar or "",
    )


def _encode(card: dict[str, Any]) -> bytes:
    return json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode()


def _persoon(persoon: Persoon) -> dict[str, Any]:
    return {
        "naam": name_profile(persoon).naam(),
        "voornamen": persoon.voornamen,
        "roepnaam": persoon.roepnaam,
        "voorvoegsel": persoon.voorvoegsel,
        "geslachtsnaam": persoon.geslachtsnaam,
        "aliassen": persoon.aliassen,
        "geboorte": {"datum": persoon.geboortedatum, "plaats": persoon.geboorteplaats},
        "geslacht": persoon.geslacht,
    }


def _afspraak(abonnement: Abonnement, naslag: Naslag) -> dict[str, Any]:
    kader, bejegening = abonnement.handelingskader, abonnement.bejegening
    return {
        "aanpak": {"code": abonnement.aanpak, "naam": naslag.aanpakken[abonnement.aanpak]},
        "eigenaar": abonnement.eigenaar or NO_OWNER,
        "handelingskader": _handelingskader(kader, naslag) if kader else None,
        "bejegening": _bejegening(bejegening) if bejegening else None,
        "contactpersonen": _contactpersonen(abonnement.contactpersonen),
        "inlichtingen": [_inlichting(line) for line in abonnement.inlichtingen],
        "start": abonnement.start,
        "toetsenVoor": abonnement.toetsen_voor,
        "einde": abonnement.einde,
    }


def _handelingskader(kader: Handelingskader, naslag: Naslag) -> dict[str, Any]:
    # What is published keeps its words, whatever became of the action since.
    actie = kader.bewoording or naslag.acties[kader.actie]
    return {
        "actie": {"code": actie.code, "tekst": actie.tekst, "icoon": actie.icoon, "kleur": actie.kleur},
        "kern": kader.kern,
        "regels": kader.regels,
        "casusoverleg": kader.casusoverleg,
        "vastgesteldDoor": kader.vastgesteld_door,
        "versie": kader.versie,
    }


def _bejegening(bejegening: Bejegening) -> dict[str, Any]:
    return {
        "kern": bejegening.kern,
        "ziet": bejegening.ziet,
        "betekent": bejegening.betekent,
        "doen": bejegening.doen,
        "nietDoen": bejegening.niet_doen,
        "risico": bejegening.risico,
        "versie": bejegening.versie,
    }


def _contactpersonen(people: Sequence[Contactpersoon]) -> list[dict[str, Any]]:
    """Each followed by whoever replaces them, and by nobody who stands there already."""
    standing = {person.identity for person in people}
    cards = []
    for person in people:
        cards.append(_contactpersoon(person))
        replaced, deputy = person, person.vervanger
        while deputy is not None and deputy.identity not in standing:
            standing.add(deputy.identity)
            cards.append(_contactpersoon(deputy, vervangt=replaced.naam))
            replaced, deputy = deputy, deputy.vervanger
    return cards


def _contactpersoon(person: Contactpersoon, vervangt: str | None = None) -> dict[str, Any]:
    """Without the e-mail address: nobody writes an e-mail on the street, and what is not shown cannot leak."""
    return {
        "organisatie": person.organisatie,
        "naam": person.naam,
        "functie": person.functie,
        "telefoon": person.telefoon,
        "bereikbaar": person.bereikbaar,
        "opFeestdagen": person.op_feestdagen,
        "uitzonderingen": [each.stored() for each in person.uitzonderingen],
        "vervangt": vervangt,
        "eerste": person.eerste,
    }


def _inlichting(line: Inlichting) -> dict[str, Any]:
    return {"organisatie": line.organisatie, "tekst": line.tekst, "aard": line.aard, "bron": line.bron}
