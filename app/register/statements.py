"""The few statements that write dossiers and the street, each for many rows at once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Table, bindparam, delete, insert, update
from sqlalchemy.sql.dml import ReturningInsert

Row = dict[str, Any]
Item = TypeVar("Item")

# So many values share one statement: enough to be quick, few enough for every database.
CHUNK = 500


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


# Making a statement takes longer than running it for one row, so each is made once.
_insert = lru_cache(maxsize=64)(insert)


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_insert(table), list(rows))


def add_plain(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows of texts, whole numbers and yes or no only, of which there are very many."""
    if rows:
        names = list(rows[0])
        add_values(connection, table, names, [tuple(row[name] for name in names) for row in rows])


def add_values(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    values: Sequence[tuple[Any, ...]],
    *,
    pass_over: bool = False,
) -> None:
    """As `add_plain`, with the values in the order of `names`; `pass_over` leaves a row alone that is there already.

    The rows go to the driver as they are: preparing each of them takes several times longer than inserting it.
    PostgreSQL gets them as one array a column, which is many times faster than a statement a row.
    """
    if not values:
        return
    insert_into = f"INSERT INTO {table.name} ({', '.join(names)})"
    end = "ON CONFLICT DO NOTHING" if pass_over else ""
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"{insert_into} VALUES ({marks}) {end}", list(values))
        return
    types = (table.c[name].type.compile(connection.dialect) for name in names)
    arrays = ", ".join(f"CAST(%s AS {kind}[])" for kind in types)
    columns = tuple(list(column) for column in zip(*values, strict=True))
    connection.exec_driver_sql(f"{insert_into} SELECT * FROM unnest({arrays}) {end}", columns)  # noqa: S608 - only names.


def add_numbered(connection: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]) -> list[int]:
    """Insert rows and return the ids that they got, in the same order.

    The columns of `key` tell the rows apart: a database may return them in any order, and asking it for ours would
    make SQLite insert them one by one.
    """
    if not rows:
        return []
    statement = _insert_returning(table, tuple(key))
    ids = {tuple(row[:-1]): row[-1] for row in connection.execute(statement, list(rows))}
    return [ids[tuple(row[name] for name in key)] for row in rows]


@lru_cache(maxsize=64)
def _insert_returning(table: Table, key: tuple[str, ...]) -> ReturningInsert[Any]:
    return insert(table).returning(*(table.c[name] for name in (*key, "id")))


def change(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows by `old_id`, for a bound parameter may not bear the name of a column."""
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("old_id")), list(rows))


def remove(connection: Connection, table: Table, column: str, ids: Sequence[int]) -> None:
    if ids:
        connection.execute(delete(table).where(table.c[column].in_(ids)))


def remove_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Delete the rows that have these values; all of `rows` name the same columns."""
    if rows:
        values = [{f"old_{name}": value for name, value in row.items()} for row in rows]
        connection.execute(_delete(table, tuple(rows[0])), values)


@lru_cache(maxsize=64)
def _delete(table: Table, names: tuple[str, ...]) -> Delete:
    # A bound parameter may not bear the name of a column.
    return delete(table).where(*(table.c[name] == bindparam(f"old_{name}") for name in names))
