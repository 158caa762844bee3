"""What organisations say on the street: taken over when the owner publishes, gone the moment that one takes it back.

Each change is a new version in `straatinlichtingen`; none is ever changed. A line bears the name of its organisation
as it was then, and its number, by which it is taken back.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, insert, select

from app.audit.events import Event
from app.errors import KanNuNiet
from app.formulier.rules import Delen, Status
from app.store.tables.afspraken import straatinlichtingen
from app.store.tables.formulier import formulierdeel, inlichting
from app.store.tables.register import organisatie
from app.werk.bureau import Inzien, Werk

Regel = dict[str, Any]  # organisatie_id, organisatie, tekst, aard, bron


def neem_inlichtingen_over(werk: Werk, abonnement_id: int) -> int | None:
    """Make what the confirmed parts say to the street a new version; returns its number, or None if nothing changed.

    A part that is not confirmed (being changed, or sent back) adds nothing, but what stands on the street of it and was
    not taken back stays. Raises `KanNuNiet` while a part has a bezwaar. The caller holds the abonnement and publishes.
    """
    if any(part.bezwaar is not None for part in _parts(werk, abonnement_id)):
        raise KanNuNiet("Een organisatie heeft bezwaar tegen wat op straat komt. Los dat eerst samen op.")
    versie, standing = _standing(werk, abonnement_id)
    lines = straatregels(werk, abonnement_id)
    return _new_version(werk, abonnement_id, versie, lines) if lines != standing else None


def straatregels(werk: Werk | Inzien, abonnement_id: int) -> list[Regel]:
    """The lines that would be on the street if it were published now."""
    said, (_, standing) = _said(werk, abonnement_id), _standing(werk, abonnement_id)
    lines: list[Regel] = []
    for part in _parts(werk, abonnement_id):
        own = said.get(part.id, []) if part.neemt_deel and part.bezwaar is None else []
        if part.status != Status.BEVESTIGD:
            own = [line for line in own if line in standing]
        lines.extend(own)
    return lines


def straatregels_digest(lines: Sequence[Regel]) -> str:
    """By which two lists of lines are the same, whatever the order of their fields."""
    return sha256(json.dumps(list(lines), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def trek_in(werk: Werk, abonnement_id: int) -> bool:
    """Take off the street what its organisation no longer says to it, in a new version; returns whether anything went.

    Adds nothing: what is new waits until the owner publishes. The caller publishes the person.
    """
    versie, standing = _standing(werk, abonnement_id)
    if not standing:
        return False
    said = _said(werk, abonnement_id)
    free = [
        line
        for part in _parts(werk, abonnement_id)
        if part.neemt_deel and part.bezwaar is None
        for line in said.get(part.id, [])
    ]
    kept = [line for line in standing if line in free]
    if kept == standing:
        return False
    _new_version(werk, abonnement_id, versie, kept)
    return True


def _new_version(werk: Werk, abonnement_id: int, versie: int, lines: list[Regel]) -> int:
    row = {"abonnement_id": abonnement_id, "versie": versie + 1, "regels": lines, "vastgelegd_op": werk.moment}
    werk.connection.execute(insert(straatinlichtingen).values(row))
    body = {"abonnement": abonnement_id, "versie": versie + 1, "aantal": len(lines)}
    werk.leg_vast(Event.STRAATINLICHTINGEN_GEWIJZIGD, body)
    return versie + 1


def _standing(werk: Werk | Inzien, abonnement_id: int) -> tuple[int, list[Regel]]:
    """The last version and its lines; 0 and none when nothing was ever taken over."""
    table = straatinlichtingen
    last = select(table).where(table.c.abonnement_id == abonnement_id).order_by(table.c.versie.desc()).limit(1)
    row = werk.connection.execute(last).one_or_none()
    return (row.versie, list(row.regels)) if row else (0, [])


def _parts(werk: Werk | Inzien, abonnement_id: int) -> list[Row[Any]]:
    own = select(formulierdeel).where(formulierdeel.c.abonnement_id == abonnement_id).order_by(formulierdeel.c.id)
    return list(werk.connection.execute(own))


def _said(werk: Werk | Inzien, abonnement_id: int) -> dict[int, list[Regel]]:
    """What each part says to the street, confirmed or not."""
    statement = (
        select(
            inlichting.c.deel_id,
            formulierdeel.c.organisatie_id,
            organisatie.c.naam.label("organisatie"),
            *(inlichting.c[name] for name in ("tekst", "aard", "bron")),
        )
        .select_from(inlichting.join(formulierdeel).join(organisatie))
        .where(formulierdeel.c.abonnement_id == abonnement_id, inlichting.c.delen == Delen.STRAAT)
        .order_by(inlichting.c.deel_id, inlichting.c.volgorde)
    )
    said: dict[int, list[Regel]] = {}
    for deel_id, *values in werk.connection.execute(statement):
        line = dict(zip(("organisatie_id", "organisatie", "tekst", "aard", "bron"), values, strict=True))
        said.setdefault(deel_id, []).append(line)
    return said
