"""`among(column, "name")`: the column is one of the values of one parameter, however many those are.

An IN with a parameter for each value makes another statement for every number of values, and binding hundreds of them
takes longer than finding the rows. So all of them go in one parameter: a JSON array on SQLite, an array on PostgreSQL.
Both look each value up in the index.
"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Dialect, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine


class _Values(TypeDecorator[Sequence[Any]]):
    """A list of values of one type."""

    impl = Text
    cache_ok = True

    def __init__(self, item: TypeEngine[Any]) -> None:
        super().__init__()
        self.item = item

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.item) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        return value if dialect.name == "postgresql" or value is None else json.dumps(value)


class _Among(FunctionElement[Any]):
    inherit_cache = True
    # As a Boolean it would be compared with 1 on SQLite, and then no index is used.
    type = NullType()


def among(column: Column[Any], name: str) -> FunctionElement[Any]:
    """True for rows whose `column` is in the list that is given for `name` when the statement runs."""
    return _Among(column, bindparam(name, type_=_Values(column.type)))


@compiles(_Among)
def _json_array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - no text from outside.


@compiles(_Among, "postgresql")
def _array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY ({values})"
