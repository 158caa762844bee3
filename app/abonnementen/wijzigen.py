"""Change an abonnement that runs: its purpose and dates; suspend it, resume it, end it. The street follows at once."""

from typing import Any

from sqlalchemy import Row

from app.abonnementen.openen import check_no_overlap
from app.abonnementen.rules import DATUMS, Datums, problems_of_datums
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.store.tables.register import abonnement
from app.werk.bereik import find_abonnement
from app.werk.bureau import Werk
from app.werk.versie import change_version, check_version

ENDED = "Dit abonnement is beëindigd. Open een nieuw abonnement."


def change_abonnement(werk: Werk, abonnement_id: int, versie: int, changes: dict[str, Any]) -> None:
    """Change `doel` and dates (columns of the table) of an abonnement at `versie`, and publish.

    What changes nothing makes no version, and so no work for whoever has a form open; it is recorded as a look.
    Raises `InvalidInput`, `NotFound`, `IntussenGewijzigd`; `KanNuNiet` for one that has ended or would run beside
    another.
    """
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if row.status == "beeindigd":
        raise KanNuNiet(ENDED)
    changed = sorted(name for name, value in changes.items() if getattr(row, name) != value)
    if not changed:
        check_version(row.versie, versie)
        look = {"wat": "abonnement", "persoon": row.persoon_id, "abonnement": row.id}
        werk.leg_vast(Event.DOSSIER_INGEZIEN, look)
        return
    if set(DATUMS) & set(changed):
        _check_datums(werk, row, changes, changed)
    new = _change(werk, row, versie, **{name: changes[name] for name in changed})
    body = {"abonnement": row.id, "persoon": row.persoon_id, "velden": changed, "versie": new}
    werk.leg_vast(Event.ABONNEMENT_GEWIJZIGD, body)


def _check_datums(werk: Werk, row: Row, changes: dict[str, Any], changed: list[str]) -> None:  # type: ignore[type-arg]
    datums = Datums(*(changes.get(name, getattr(row, name)) for name in DATUMS))
    problems = problems_of_datums(datums, werk.vandaag.isoformat(), changed)
    errors = tuple(FieldError(f"#/{name}", reason) for name, reason in problems)
    if errors:
        raise InvalidInput("Kijk de datums na.", errors=errors)
    check_no_overlap(werk.connection, row.persoon_id, (row.aanpak, row.eigenaar_id), datums, behalve=row.id)


def suspend(werk: Werk, abonnement_id: int, versie: int, reden: str) -> None:
    """Take an active abonnement off the street until it is resumed; raises as `change_abonnement` does."""
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if row.status != "actief":
        raise KanNuNiet(_only("opschorten", "actief is", row))
    new = _change(werk, row, versie, status="opgeschort", reden=reden)
    werk.leg_vast(Event.ABONNEMENT_OPGESCHORT, _body(row, new, reden))


def resume(werk: Werk, abonnement_id: int, versie: int, reden: str) -> None:
    """Put a suspended abonnement back on the street; raises as `change_abonnement` does."""
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if row.status != "opgeschort":
        raise KanNuNiet(_only("hervatten", "is opgeschort", row))
    if row.einde is not None and row.einde < werk.vandaag.isoformat():
        raise KanNuNiet("De laatste dag van dit abonnement is voorbij. Wijzig eerst het einde.")
    new = _change(werk, row, versie, status="actief", reden=None)
    werk.leg_vast(Event.ABONNEMENT_HERVAT, _body(row, new, reden))


def end(werk: Werk, abonnement_id: int, versie: int, reden: str) -> None:
    """End an abonnement for good, today; raises as `change_abonnement` does."""
    row = find_abonnement(werk.connection, werk.caller, abonnement_id, lock=True)
    if row.status == "beeindigd":
        raise KanNuNiet(ENDED)
    vandaag = werk.vandaag.isoformat()
    last: dict[str, Any] = {"status": "beeindigd", "reden": reden}
    # One that never began keeps the dates that it had.
    if (row.start or "") <= vandaag < (row.einde or "9"):
        last["einde"] = vandaag
    new = _change(werk, row, versie, **last)
    werk.leg_vast(Event.ABONNEMENT_BEEINDIGD, _body(row, new, reden))


def _change(werk: Werk, row: Row, versie: int, **values: Any) -> int:  # type: ignore[type-arg]
    new = change_version(werk.connection, abonnement, (abonnement.c.id == row.id,), versie, **values)
    werk.publiceer([row.persoon_id])
    return new


def _body(row: Row, versie: int, reden: str) -> dict[str, Any]:  # type: ignore[type-arg]
    return {"abonnement": row.id, "persoon": row.persoon_id, "versie": versie, "reden": reden}


def _only(what: str, when: str, row: Row) -> str:  # type: ignore[type-arg]
    now = {"concept": "een concept", "beeindigd": "beëindigd"}.get(row.status, row.status)
    return f"Je kunt alleen {what} wat {when}. Dit abonnement is {now}."
