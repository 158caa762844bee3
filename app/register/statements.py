"""The few statements that write dossiers, each for many rows at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

Row = dict[str, Any]


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def add_plain(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows of texts, whole numbers and yes or no only, of which there are very many.

    The statement is the one that SQLAlchemy makes, but the rows go to the driver as they are: preparing each of them
    takes several times longer than inserting it.
    """
    if not rows:
        return
    names = list(rows[0])
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=names)
    values: Any = list(rows)
    if compiled.positiontup is not None:
        values = [tuple(row[name] for name in compiled.positiontup) for row in rows]
    connection.exec_driver_sql(str(compiled), values)


def add_numbered(connection: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]) -> list[int]:
    """Insert rows and return the ids that they got, in the same order.

    The columns of `key` tell the rows apart: a database may return them in any order, and asking it for ours would
    make SQLite insert them one by one.
    """
    if not rows:
        return []
    statement = insert(table).returning(*(table.c[name] for name in (*key, "id")))
    ids = {tuple(row[:-1]): row[-1] for row in connection.execute(statement, list(rows))}
    return [ids[tuple(row[name] for name in key)] for row in rows]


def change(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows by `old_id`, for a bound parameter may not bear the name of a column."""
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("old_id")), list(rows))


def remove(connection: Connection, table: Table, column: str, ids: Sequence[int]) -> None:
    if ids:
        connection.execute(delete(table).where(table.c[column].in_(ids)))
