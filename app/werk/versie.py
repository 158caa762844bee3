"""Two editors of one thing: whoever saves second, on top of what they never saw, is told so and overwrites nothing."""

from typing import Any

from sqlalchemy import Connection, Table, update

from app.errors import IntussenGewijzigd

CHANGED = "Iemand anders heeft dit intussen gewijzigd. Bekijk eerst wat er veranderd is."


def change_version(connection: Connection, table: Table, where: tuple[Any, ...], versie: int, **values: Any) -> int:
    """Change the one row that is still at `versie`, and return its next version.

    Raises `IntussenGewijzigd` when it is at another one. The caller has found out before whether the row exists and
    whether it may be seen.
    """
    row = update(table).where(*where, table.c.versie == versie).values(versie=versie + 1, **values)
    if connection.execute(row).rowcount != 1:
        raise IntussenGewijzigd(CHANGED)
    return versie + 1


def check_version(present: int, seen: int) -> None:
    """Of a row that is locked already: raises `IntussenGewijzigd` when the caller saw another version of it."""
    if present != seen:
        raise IntussenGewijzigd(CHANGED)
