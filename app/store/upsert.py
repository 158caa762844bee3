"""Insert rows, or change the ones that are there, in the words that both databases share."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_or_update(
    connection: Connection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    *,
    add: Sequence[str] = (),
    replace: Sequence[str] = (),
) -> None:
    """Insert `rows`; where the primary key exists, `add` to the columns named there and `replace` the others.

    With neither `add` nor `replace` the row that exists stays as it is.
    """
    if rows:
        connection.execute(_statement(table, connection.dialect.name, tuple(add), tuple(replace)), list(rows))


# Making a statement takes longer than running it for one row.
@lru_cache(maxsize=64)
def _statement(table: Table, dialect_name: str, add: tuple[str, ...], replace: tuple[str, ...]) -> Any:
    dialect = sqlite if dialect_name == "sqlite" else postgresql
    statement = dialect.insert(table)
    index = [column.name for column in table.primary_key]
    changes = {name: table.c[name] + statement.excluded[name] for name in add}
    changes |= {name: statement.excluded[name] for name in replace}
    if changes:
        return statement.on_conflict_do_update(index_elements=index, set_=changes)
    return statement.on_conflict_do_nothing(index_elements=index)
