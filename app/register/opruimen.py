"""Tidy up after a version that has stopped, a little at a time, while the service answers.

The rows of its rules are taken away; and the name parts that it kept with a profile (`app.names.stored`) are
replaced by ours, for until then each search works them out again.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    String,
    Table,
    bindparam,
    delete,
    func,
    literal,
    select,
    tuple_,
    update,
)

from app.names.keys import keys_by
from app.names.profile import FIELDS, decode
from app.names.regels import MOST_AT_A_TIME, REGELS
from app.names.stored import store
from app.register.regelstand import Standen, remove_stand, standen_to_change
from app.store.tables.base import Number
from app.store.tables.street import naamdeel, naamvariant, zoekachterstand, zoekprofiel, zoeksleutel
from app.store.transaction import transaction

# So many rows a transaction: a hundredth of a second, or a tenth when they lie far apart.
CHUNK = 5000

Condition = ColumnElement[bool]


def keep_only(engine: Engine, own: int) -> Iterator[int]:
    """Remove all rows of other numbers; yields how many rows went, each time."""
    with transaction(engine) as connection:
        for regels in standen_to_change(connection):
            if regels != own:
                remove_stand(connection, regels)
    yield from sweep(engine)


def sweep(engine: Engine) -> Iterator[int]:
    """Remove all rows of numbers that do not stand there, in bounded transactions; yields how many rows each time."""
    while True:
        with transaction(engine) as connection:
            # Asked each time: somebody may begin to make rows of a number that did not stand there before.
            standen = standen_to_change(connection)
            removed = next((_remove_some(connection, *rest) for rest in leftovers(connection, standen)), 0)
        if not removed:
            return
        yield removed


_WINDOW = (zoekprofiel.c.persoon_id, zoekprofiel.c.geldig_van)
_PROFILES = (
    select(*_WINDOW, zoekprofiel.c.profiel)
    .where(tuple_(*_WINDOW) > tuple_(bindparam("persoon", type_=Number), bindparam("van", type_=String)))
    .order_by(*_WINDOW)
    .limit(500)
)
_RENEW = (
    update(zoekprofiel)
    .where(zoekprofiel.c.persoon_id == bindparam("persoon"), zoekprofiel.c.geldig_van == bindparam("van"))
    .values(profiel=bindparam("nieuw"))
)


def renew_profiles(engine: Engine) -> Iterator[int]:
    """Keep with each profile the name parts by our rules; yields how many were looked at, each time."""
    last = {"persoon": 0, "van": ""}
    while True:
        with transaction(engine) as connection:
            standen_to_change(connection)
            rows = connection.execute(_PROFILES, last).all()
            theirs = [row for row in rows if row.profiel[FIELDS : FIELDS + 1] != [REGELS]]
            if theirs:
                connection.execute(_RENEW, [_renewed(*row) for row in theirs])
        if not rows:
            return
        last = {"persoon": rows[-1].persoon_id, "van": rows[-1].geldig_van}
        yield len(rows)


def _renewed(persoon_id: int, geldig_van: str, profiel: list[Any]) -> dict[str, Any]:
    return {"persoon": persoon_id, "van": geldig_van, "nieuw": store(decode(profiel))}


def leftovers(connection: Connection, standen: Standen) -> Iterator[tuple[Table, Condition]]:
    """Where there are rows of numbers that do not stand there."""
    for table in (naamdeel, naamvariant, zoekachterstand):
        for regels in _numbers(connection, table):
            if regels not in standen:
                yield table, table.c.regels == regels
    kept = {regels % MOST_AT_A_TIME for regels in standen}
    for place in set(range(MOST_AT_A_TIME)) - kept:
        theirs = zoeksleutel.c.sleutel.between(*keys_by(place))
        if connection.execute(select(zoeksleutel.c.sleutel).where(theirs).limit(1)).first():
            yield zoeksleutel, theirs


def _numbers(connection: Connection, table: Table) -> Iterator[int]:
    """The numbers that occur, by a step through the index for each; there may be millions of rows."""
    last = -1
    while (found := connection.scalar(select(func.min(table.c.regels)).where(table.c.regels > last))) is not None:
        yield found
        last = found


def _remove_some(connection: Connection, table: Table, condition: Condition) -> int:
    key = list(table.primary_key)
    upto = connection.execute(select(*key).where(condition).order_by(*key).offset(CHUNK - 1).limit(1)).first()
    if upto is not None:
        condition &= tuple_(*key) <= tuple_(*(literal(value) for value in upto))
    return connection.execute(delete(table).where(condition)).rowcount
