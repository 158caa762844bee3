"""Make and change contactpersonen. A change shows at once on every card on which somebody stands, also as a deputy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from app.audit.events import Event
from app.contactpersonen.lezen import AnyRow, Getoond, find, find_own, show
from app.contactpersonen.opgave import Opgave, check, opgave_of
from app.errors import Forbidden
from app.register.contacten import (
    Gegevens,
    Vooruitblik,
    lock_contactpersonen,
    persons_standing,
    replaced_by,
)
from app.register.vooruit import GEEN_VOORWERK, Voorwerk, work_ahead
from app.store.tables.register import contactpersoon
from app.werk.bureau import Inzien, Werk
from app.werk.versie import change_version

# For fewer cards than this, working ahead takes longer than it lets anybody wait.
WORTHWHILE = 20


@dataclass(frozen=True)
class Gewijzigd:
    """A contactpersoon after a change, and on how many persons' cards it shows."""

    getoond: Getoond
    kaarten: int


def make_contactpersoon(werk: Werk, opgave: Opgave) -> Getoond:
    """Of the caller's own organisation, on no card yet."""
    organisatie_id = werk.caller.organisatie_id
    if organisatie_id is None:
        raise Forbidden("Dit account hoort niet bij een organisatie.")
    lock_contactpersonen(werk.connection)
    check(werk.connection, opgave, organisatie_id)
    row = {**opgave.row(), "organisatie_id": organisatie_id, "bureau": True}
    number = werk.connection.execute(insert(contactpersoon).values(row).returning(contactpersoon.c.id)).scalar_one()
    werk.leg_vast(Event.CONTACTPERSOON_GEMAAKT, {"contactpersoon": number, "organisatie": organisatie_id})
    return as_shown(werk, number)


def change_ahead(inzien: Inzien, number: int, versie: int, changes: Mapping[str, Any]) -> Voorwerk:
    """What `change_contactpersoon` will come to, worked out before it holds any lock."""
    connection = inzien.connection
    row = find_own(connection, inzien.caller, number)
    opgave = opgave_of(row).changed(changes)
    if row.versie != versie:
        return GEEN_VOORWERK
    return look_ahead(inzien, Vooruitblik({number: gegevens(row, opgave)}), [number])


def look_ahead(inzien: Inzien, vooruitblik: Vooruitblik, numbers: list[int]) -> Voorwerk:
    """The cards of everybody on whose abonnementen `numbers` stand, when they are so many that it is worth while."""
    connection = inzien.connection
    ids = persons_standing(connection, replaced_by(connection, numbers))
    if len(ids) < WORTHWHILE:
        return GEEN_VOORWERK
    return work_ahead(connection, ids, vooruitblik, (inzien.vandaag.isoformat(), inzien.moment))


def gegevens(row: AnyRow, opgave: Opgave) -> Gegevens:
    """The row as it will be once `opgave` is saved."""
    return Gegevens(
        id=row.id,
        organisatie=row.organisatie,
        naam=opgave.naam,
        functie=opgave.functie,
        telefoon=opgave.telefoon,
        email=opgave.email,
        bereikbaar=opgave.bereikbaar,
        op_feestdagen=opgave.op_feestdagen,
        uitzonderingen=opgave.uitzonderingen,
        vervanger_id=opgave.vervanger_id,
        actief=row.actief,
        versie=row.versie + 1,
    )


def change_contactpersoon(
    werk: Werk, number: int, versie: int, changes: Mapping[str, Any], voorwerk: Voorwerk = GEEN_VOORWERK
) -> Gewijzigd:
    """Save `changes` (fields of an `Opgave`), and publish every card that they show on, in this one transaction."""
    lock_contactpersonen(werk.connection)
    row = find_own(werk.connection, werk.caller, number)
    before = opgave_of(row)
    after = before.changed(changes)
    if row.versie == versie:
        check(werk.connection, after, row.organisatie_id, number)
    if not save(werk, row, after, versie):
        return Gewijzigd(as_shown(werk, number), 0)
    kaarten = publish_cards(werk, [number], voorwerk)
    body = {"contactpersoon": number, "wat": differences(before, after), "kaarten": kaarten}
    werk.leg_vast(Event.CONTACTPERSOON_GEWIJZIGD, body)
    return Gewijzigd(as_shown(werk, number), kaarten)


def save(werk: Werk, row: AnyRow, after: Opgave, versie: int) -> bool:
    """Write the row; returns whether it says something else now. Raises `IntussenGewijzigd`."""
    before = opgave_of(row)
    if before == after and row.versie == versie:
        return False
    known_as = {}
    if (before.naam, before.telefoon) != (after.naam, after.telefoon) and row.bron_naam is None:
        known_as = {"bron_naam": before.naam, "bron_telefoon": before.telefoon}
    where = (contactpersoon.c.id == row.id,)
    change_version(werk.connection, contactpersoon, where, versie, bureau=True, **after.row(), **known_as)
    return True


def publish_cards(werk: Werk, numbers: list[int], voorwerk: Voorwerk = GEEN_VOORWERK) -> int:
    """Publish everybody on whose card these people, or whom they replace, stand; returns how many cards changed."""
    ids = persons_standing(werk.connection, replaced_by(werk.connection, numbers))
    return werk.publiceer(ids, voorwerk)


def as_shown(werk: Werk, number: int) -> Getoond:
    row = find(werk.connection, werk.caller, number)
    return show(werk.connection, row, werk.vandaag.isoformat())


def differences(before: Opgave, after: Opgave) -> list[str]:
    """The names of the fields that changed; what they say is not for the trail."""
    former = before.row()
    return [name for name, value in after.row().items() if former[name] != value]
