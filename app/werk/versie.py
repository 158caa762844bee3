"""Two editors of one thing: whoever saves second, on top of what they never saw, is told so and overwrites nothing."""

from typing import Any

from sqlalchemy import Connection, Table, update

from app.errors import IntussenGewijzigd


def change_version(connection: Connection, table: Table, where: tuple[Any, ...], versie: int, **values: Any) -> int:
    """Change the one row that is still at `versie`, and return its next version.

    Raises `IntussenGewijzigd` when it is at another one. The caller has found out before whether the row exists and
    whether it may be seen.
    """
    row = update(table).where(*where, table.c.versie == versie).values(versie=versie + 1, **values)
    if connection.execute(row).rowcount != 1:
        raise IntussenGewijzigd("Iemand anders heeft dit intussen gewijzigd. Bekijk eerst wat er veranderd is.")
    return versie + 1
