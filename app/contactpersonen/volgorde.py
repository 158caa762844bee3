"""The contactpersonen of one abonnement: who stands on it, in which order, and who is the first to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select

from app.access.rules import Rol
from app.audit.events import Event
from app.contactpersonen.lezen import AnyRow, link, wide
from app.errors import FieldError, Forbidden, IntussenGewijzigd, InvalidInput, KanNuNiet
from app.store.tables.register import abonnement, contactpersoon
from app.werk.bereik import OWNERS, find_abonnement
from app.werk.bureau import Inzien, Werk
from app.werk.versie import change_version


@dataclass(frozen=True)
class Opstelling:
    """`rijen` are contactpersonen with `volgorde` and `eerste`, in order."""

    abonnement: Row[Any]
    rijen: Sequence[AnyRow]
    kaarten: int = 0


def read_opstelling(inzien: Inzien | Werk, abonnement_id: int, *, lock: bool = False) -> Opstelling:
    """Everybody on it; a partner sees its own only."""
    row = find_abonnement(inzien.connection, inzien.caller, abonnement_id, lock=lock)
    found = (
        wide()
        .add_columns(link.c.volgorde, link.c.eerste)
        .join(link, link.c.contactpersoon_id == contactpersoon.c.id)
        .where(link.c.abonnement_id == abonnement_id)
        .order_by(link.c.volgorde)
    )
    if inzien.caller.rol == Rol.PARTNER:
        found = found.where(contactpersoon.c.organisatie_id == inzien.caller.organisatie_id)
    return Opstelling(row, inzien.connection.execute(found).all())


def put_in_order(werk: Werk, abonnement_id: int, versie: int, order: Sequence[int], eerste: int | None) -> Opstelling:
    """The owner says who comes first and next. Its own contactpersonen may come and go; those of others are theirs.

    Raises `IntussenGewijzigd` when others put somebody on it, or took somebody off, since it was read.
    """
    if werk.caller.rol not in OWNERS:
        raise Forbidden("Alleen de eigenaar van het abonnement zet de contactpersonen op volgorde.")
    before = read_opstelling(werk, abonnement_id, lock=True)
    if before.abonnement.status == "beeindigd":
        raise KanNuNiet("Dit abonnement is beëindigd.")
    _check(werk, before, order, eerste)
    where = (abonnement.c.id == abonnement_id,)
    # From now on people at the desk say who is to be called; an import leaves that alone.
    change_version(werk.connection, abonnement, where, versie, herkomst="bureau")
    werk.connection.execute(delete(link).where(link.c.abonnement_id == abonnement_id))
    rows = [
        {"abonnement_id": abonnement_id, "volgorde": place, "contactpersoon_id": number, "eerste": number == eerste}
        for place, number in enumerate(order)
    ]
    if rows:
        werk.connection.execute(insert(link), rows)
    kaarten = werk.publiceer([before.abonnement.persoon_id])
    body = {"abonnement": abonnement_id, "contactpersonen": list(order), "eerste": eerste, "kaarten": kaarten}
    werk.leg_vast(Event.CONTACTVOLGORDE_GEWIJZIGD, body)
    after = read_opstelling(werk, abonnement_id)
    return Opstelling(after.abonnement, after.rijen, kaarten)


def _check(werk: Werk, before: Opstelling, order: Sequence[int], eerste: int | None) -> None:
    own = werk.caller.organisatie_id
    theirs = {row.id for row in before.rijen if row.organisatie_id != own}
    mine = {row.id for row in before.rijen} - theirs
    found = select(contactpersoon.c.id).where(
        contactpersoon.c.organisatie_id == own, contactpersoon.c.actief, contactpersoon.c.id.in_(order)
    )
    may_stand = theirs | mine | set(werk.connection.scalars(found))
    if len(set(order)) != len(order):
        raise _wrong("#/contactpersonen", "Iemand staat er twee keer in.")
    if set(order) - may_stand:
        raise _wrong("#/contactpersonen", "Je kunt alleen contactpersonen van je eigen organisatie toevoegen.")
    if theirs - set(order):
        raise IntussenGewijzigd("Een andere organisatie heeft haar contactpersonen gewijzigd. Bekijk de lijst opnieuw.")
    if eerste is not None and eerste not in order:
        raise _wrong("#/eerste", "Wie als eerste gebeld wordt, moet in de lijst staan.")


def _wrong(pointer: str, detail: str) -> InvalidInput:
    return InvalidInput(detail, errors=(FieldError(pointer, detail),))
