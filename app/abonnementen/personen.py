"""One person of the register: read with the abonnementen within reach, and changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, select

from app.abonnementen.lezen import read_aliassen, read_of_persons
from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.register.contacten import keep_contactpersonen_still
from app.register.statements import add
from app.store.tables.register import abonnement, persoon, persoon_alias
from app.werk.bereik import abonnementen_of, not_found
from app.werk.bureau import Werk
from app.werk.versie import change_version, check_version

AnyRow = Row[Any]


@dataclass(frozen=True)
class Gevonden:
    """A person; `samengevoegd_met` is who they turned out to be in the end, when they were merged."""

    rij: AnyRow
    aliassen: Sequence[str]
    abonnementen: Sequence[AnyRow]
    samengevoegd_met: int | None


def read_persoon(connection: Connection, caller: Caller, persoon_id: int) -> Gevonden:
    """A person of whom an abonnement is within reach (politiebeheer: anybody); raises `NotFound`.

    Who was merged is within reach of whom the other one is.
    """
    row = connection.execute(select(persoon).where(persoon.c.id == persoon_id)).one_or_none()
    last = follow(connection, persoon_id) if row is not None else persoon_id
    if row is None or not _within_reach(connection, caller, last):
        raise not_found()
    return Gevonden(
        row,
        read_aliassen(connection, [persoon_id]).get(persoon_id, ()),
        read_of_persons(connection, caller, [persoon_id]).get(persoon_id, ()),
        last if last != persoon_id else None,
    )


def follow(connection: Connection, persoon_id: int) -> int:
    """Who this person turned out to be in the end, after one merge or several."""
    while True:
        found = select(persoon.c.samengevoegd_met).where(persoon.c.id == persoon_id)
        following = connection.execute(found).scalar_one_or_none()
        if following is None:
            return persoon_id
        persoon_id = following


def _within_reach(connection: Connection, caller: Caller, persoon_id: int) -> bool:
    if caller.rol == Rol.POLITIEBEHEER:
        return True
    found = select(exists().where(abonnement.c.persoon_id == persoon_id, abonnementen_of(caller)))
    return bool(connection.execute(found).scalar_one())


def change_persoon(werk: Werk, persoon_id: int, versie: int, changes: dict[str, Any]) -> None:
    """Change columns of a person, and `aliassen` (a tuple), and publish; what changes nothing is recorded as a look.

    Raises `InvalidInput`, `NotFound`, `IntussenGewijzigd`, and `KanNuNiet` for a person who was merged.
    """
    # Before the row: publishing asks this first too, and two who ask in another order wait for each other.
    keep_contactpersonen_still(werk.connection)
    found = select(persoon).where(persoon.c.id == persoon_id).with_for_update()
    row = werk.connection.execute(found).one_or_none()
    if row is None or not _within_reach(werk.connection, werk.caller, persoon_id):
        raise not_found()
    if row.samengevoegd_met is not None:
        raise KanNuNiet(f"Deze persoon is samengevoegd met persoon {row.samengevoegd_met}. Wijzig die.")
    if (changes.get("geboortedatum") or "") > werk.vandaag.isoformat():
        detail = "Deze geboortedatum ligt in de toekomst."
        raise InvalidInput(detail, errors=(FieldError("#/geboorte/datum", detail),))
    _write(werk, row, versie, changes)


def _write(werk: Werk, row: AnyRow, versie: int, changes: dict[str, Any]) -> None:
    persoon_id = row.id
    present = row._asdict() | {"aliassen": tuple(read_aliassen(werk.connection, [persoon_id]).get(persoon_id, ()))}
    changed = sorted(name for name, value in changes.items() if present[name] != value)
    if not changed:
        check_version(row.versie, versie)
        werk.leg_vast(Event.DOSSIER_INGEZIEN, {"wat": "persoon", "persoon": persoon_id})
        return
    columns = {name: changes[name] for name in changed if name != "aliassen"}
    new = change_version(werk.connection, persoon, (persoon.c.id == persoon_id,), versie, **columns)
    if "aliassen" in changed:
        set_aliassen(werk.connection, persoon_id, changes["aliassen"])
    werk.publiceer([persoon_id])
    werk.leg_vast(Event.PERSOON_GEWIJZIGD, {"persoon": persoon_id, "velden": changed, "versie": new})


def set_aliassen(connection: Connection, persoon_id: int, aliassen: Sequence[str]) -> None:
    """Let these be all other names of this person, in this order."""
    connection.execute(delete(persoon_alias).where(persoon_alias.c.persoon_id == persoon_id))
    rows = [{"persoon_id": persoon_id, "volgorde": at, "naam": naam} for at, naam in enumerate(aliassen)]
    add(connection, persoon_alias, rows)
