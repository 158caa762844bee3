"""Lists in pages: the next one begins after the last row that was shown, so that nothing is skipped or shown twice.

There are no offsets: they make a database walk over all rows before, and shift when somebody adds one.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, literal, tuple_

from app.errors import FieldError, InvalidInput

LIMIET, MEESTE = 50, 200
LONGEST_NA = 400

Waarde = str | int


@dataclass(frozen=True)
class Bladzijde:
    """What part of a list is asked: at most `limiet` rows, after the row that the cursor `na` stands for."""

    limiet: int = LIMIET
    na: str | None = None


@dataclass(frozen=True)
class Deel:
    """One page: its rows, and the cursor of the next when there are more."""

    rijen: Sequence[Row[Any]]
    volgende: str | None


def neem(
    connection: Connection,
    found: Select[Any],
    op: Sequence[ColumnElement[Any]],
    bladzijde: Bladzijde,
    *,
    af: bool = False,
) -> Deel:
    """One page of `found` in the order of the columns `op` (all of them downwards with `af`).

    The columns of `op` are selected by `found`, are never NULL, and together tell every row from all others. Raises
    `InvalidInput` for a cursor that is not of this list.
    """
    order = [column.desc() for column in op] if af else list(op)
    if bladzijde.na is not None:
        here = [literal(value, column.type) for value, column in zip(_read(bladzijde.na, op), op, strict=True)]
        found = found.where(tuple_(*op) < tuple_(*here) if af else tuple_(*op) > tuple_(*here))
    rows = connection.execute(found.order_by(*order).limit(bladzijde.limiet + 1)).all()
    if len(rows) <= bladzijde.limiet:
        return Deel(rows, None)
    shown = rows[: bladzijde.limiet]
    last = shown[-1]._mapping  # noqa: SLF001 - this is the public name of it.
    return Deel(shown, _write([last[column] for column in op]))


def _write(values: Sequence[Waarde]) -> str:
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode().rstrip("=")


def _read(cursor: str, op: Sequence[ColumnElement[Any]]) -> list[Waarde]:
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        values = None
    fits = isinstance(values, list) and len(values) == len(op)
    if not fits or not all(_is(value, column) for value, column in zip(values, op, strict=True)):
        detail = "Dit is geen plek in deze lijst. Begin weer bij het begin."
        raise InvalidInput(detail, errors=(FieldError("#/na", detail),))
    return list(values)


def _is(value: object, column: ColumnElement[Any]) -> bool:
    """Whether a value of a cursor, which comes from outside, is one that this column can be compared with."""
    if column.type.python_type is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63
    return isinstance(value, str) and "\0" not in value and value.isprintable()
