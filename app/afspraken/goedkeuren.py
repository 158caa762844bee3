"""Approving is publishing: the versions, the abonnement, the street and the records, in one transaction."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, update

from app.afspraken.concept import (
    INGEDIEND,
    VierOgen,
    changed_since,
    check_approver,
    find_obstacles,
    read_maatstaf,
    remove_concept,
    require_concept,
)
from app.afspraken.model import Voorstel, from_json
from app.afspraken.versies import add_parts, changed_parts, keur_nagekeken, read_published
from app.afspraken.volledig import find_shortcomings
from app.audit.events import Event
from app.errors import IntussenGewijzigd, KanNuNiet
from app.formulier.straat import neem_inlichtingen_over, straatregels
from app.register.rows import Vaststelling
from app.register.rules import overlap
from app.store.tables.register import abonnement
from app.werk.bereik import find_abonnement
from app.werk.bureau import Werk

ACTIEF, BUREAU = "actief", "bureau"
ANDERE_INLICHTINGEN = "Wat organisaties laten weten is veranderd sinds het indienen. Dien het eerst opnieuw in."


@dataclass(frozen=True)
class Publicatie:
    """What an approval led to: the numbers of the new versions by name, and the next version of the abonnement."""

    abonnement_id: int
    moment: str
    versies: dict[str, int]
    versie: int


def keur_goed(werk: Werk, abonnement_id: int, versie: int, vier_ogen: VierOgen) -> Publicatie:
    """Publish the submitted concept that is at `versie`.

    Raises `IntussenGewijzigd` when it was changed since, or organisations say something else to the street, `Forbidden`
    for whoever worked on it, and `KanNuNiet` when it was not submitted, is no longer complete, or nothing of this
    abonnement may be published now.
    """
    # Of two that approve at once, the second waits here, and then finds no concept any more.
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    found = require_concept(werk.connection, abonnement_id, versie)
    if found.status != INGEDIEND:
        raise KanNuNiet("Dit voorstel is niet ingediend. Eerst wordt het ingediend, dan keurt een collega het goed.")
    check_approver(werk.caller, found, vier_ogen)
    published, voorstel = read_published(werk.connection, row), from_json(found.inhoud)
    maatstaf = read_maatstaf(werk.connection, row, published, werk.vandaag)
    _check_allowed(werk, row, [each.uitleg for each in find_shortcomings(voorstel, maatstaf)])
    if changed_since(found, straatregels(werk, abonnement_id)):
        raise IntussenGewijzigd(ANDERE_INLICHTINGEN)
    remove_concept(werk.connection, abonnement_id)
    parts = changed_parts(published, voorstel, dict(maatstaf.acties))
    inlichtingen = neem_inlichtingen_over(werk, abonnement_id)
    if parts or inlichtingen or row.status != ACTIEF:
        act = Vaststelling(
            werk.moment, found.gewijzigd_door, werk.caller.account_id, toetsen_voor=voorstel.toetsen_voor
        )
        numbers = add_parts(werk.connection, abonnement_id, parts, act)
        numbers |= {"inlichtingen": inlichtingen} if inlichtingen else {}
        following = _put_on_the_street(werk, row, voorstel)
    elif voorstel.toetsen_voor != row.toetsen_voor and voorstel.toetsen_voor:
        numbers, following = {}, keur_nagekeken(werk, row, voorstel.toetsen_voor)
    else:
        raise KanNuNiet("Dit voorstel is gelijk aan wat er al op straat staat. Gooi het weg.")
    body = {"persoon": row.persoon_id, "abonnement": row.id, "versies": numbers, "concept": found.versie}
    werk.leg_vast(
        Event.AFSPRAAK_GEPUBLICEERD, body | {"schrijvers": found.schrijvers, "indiener": found.ingediend_door}
    )
    return Publicatie(row.id, werk.moment, numbers, following)


def _check_allowed(werk: Werk, row: Row[Any], tekorten: list[str]) -> None:
    obstacles = find_obstacles(werk.connection, row, werk.vandaag)
    if row.status != ACTIEF and not obstacles and _has_a_double(werk, row):
        obstacles = ["Deze persoon heeft al een actief abonnement voor deze aanpak."]
    if obstacles:
        raise KanNuNiet(" ".join(obstacles))
    if tekorten:
        # Days pass between submitting and approving: a date can be over by now.
        raise KanNuNiet(f"Dit voorstel is niet meer volledig. {tekorten[0]} Stuur het terug.")


def _has_a_double(werk: Werk, row: Row[Any]) -> bool:
    """Whether another abonnement of this person, aanpak and owner is active on one of the same days."""
    others = select(abonnement.c.start, abonnement.c.einde).where(
        abonnement.c.persoon_id == row.persoon_id,
        abonnement.c.aanpak == row.aanpak,
        abonnement.c.eigenaar_id == row.eigenaar_id,
        abonnement.c.status == ACTIEF,
        abonnement.c.id != row.id,
    )
    period = (row.start, row.einde)
    return any(overlap(period, (other.start, other.einde)) for other in werk.connection.execute(others))


def _put_on_the_street(werk: Werk, row: Row[Any], voorstel: Voorstel) -> int:
    # From now on the desk keeps this abonnement, also where it came from a file: an import leaves it alone.
    values = {"status": ACTIEF, "toetsen_voor": voorstel.toetsen_voor, "herkomst": BUREAU, "versie": row.versie + 1}
    werk.connection.execute(update(abonnement).where(abonnement.c.id == row.id).values(values))
    werk.publiceer([row.persoon_id])
    return int(values["versie"])
