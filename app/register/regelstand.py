"""Which numbers of rules stand on the street, how far they are, and who is not in step.

For each number that stands there, the rows of a person are those that its rules make of the person's profile; or, when
the person is in the backlog, of the profile that stands in the backlog. A version of the program keeps the rows of its
own number in step when they are complete; for any other number it puts whom it publishes in the backlog. So no version
needs to know the rules of another, none loses a change, and what the rows are to be made of stands still meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, text, update

from app.errors import DomainError
from app.names.parts import EVERYBODY
from app.names.profile import Naamprofiel, decode, encode
from app.names.regels import MOST_AT_A_TIME
from app.register.afleiding import Naamwijziging
from app.register.statements import remove_rows
from app.store.among import among
from app.store.tables.street import naamdeel, zoekachterstand, zoekprofiel, zoekregels
from app.store.upsert import insert_or_update


class NoRoom(DomainError):
    """Two numbers that are this far apart have the same place among the keys."""


class Fase(StrEnum):
    MAKEN = "maken"  # the rows are being made, in the order of the index
    BIJWERKEN = "bijwerken"  # they are there, but for the backlog
    GEREED = "gereed"  # everybody can be found


Standen = Mapping[int, Fase]


_STANDEN = select(zoekregels.c.regels, zoekregels.c.fase).order_by(zoekregels.c.regels)
_BEHIND = select(zoekachterstand.c.persoon_id, zoekachterstand.c.profiel).where(
    zoekachterstand.c.regels == bindparam("regels"), among(zoekachterstand.c.persoon_id, "ids")
)


def read_standen(connection: Connection) -> Standen:
    return {regels: Fase(fase) for regels, fase in connection.execute(_STANDEN)}


def standen_to_publish(connection: Connection, own: int) -> Standen:
    """What stands there and will not change until this transaction ends.

    While nobody is on the street, the rows of any number are complete: so the first to publish needs no rebuild.
    """
    # Who may have to add a number needs the lock for that at once: a lock that grows later may meet another that does.
    _lock(connection, "ROW SHARE" if own in read_standen(connection) else "EXCLUSIVE")
    standen = read_standen(connection)
    if own in standen or not is_empty(connection):
        return standen
    add_stand(connection, standen, own, Fase.GEREED)
    return {**standen, own: Fase.GEREED}


def standen_to_change(connection: Connection) -> Standen:
    """What stands there, while nobody publishes until this transaction ends."""
    _lock(connection, "EXCLUSIVE")
    return read_standen(connection)


def is_empty(connection: Connection) -> bool:
    """Whether there is nobody on the street, today or later."""
    return connection.execute(select(zoekprofiel.c.persoon_id).limit(1)).first() is None


def add_stand(connection: Connection, standen: Standen, regels: int, fase: Fase) -> None:
    """Let one more number stand there; raises `NoRoom` when its keys would lie among those of another."""
    if any(each % MOST_AT_A_TIME == regels % MOST_AT_A_TIME for each in standen):
        raise NoRoom("Er staan nog zoeksleutels van een te oude versie. Haal die eerst weg, met de versie ertussen.")
    connection.execute(insert(zoekregels).values(regels=regels, fase=fase.value))


def set_fase(connection: Connection, regels: int, fase: Fase) -> None:
    connection.execute(update(zoekregels).where(zoekregels.c.regels == regels).values(fase=fase.value))


def fall_behind(connection: Connection, numbers: Iterable[int], changed: Sequence[Naamwijziging]) -> None:
    """Put these persons in the backlog of these numbers; who is there already stays with the older profile."""
    rows = [
        {"regels": regels, "persoon_id": each.persoon_id, "profiel": each.oud and encode(each.oud)}
        for regels in numbers
        for each in changed
    ]
    insert_or_update(connection, zoekachterstand, rows)


def catch_up(connection: Connection, own: int, changed: Sequence[Naamwijziging]) -> list[Naamwijziging]:
    """These changes, as seen from the rows that stand there; whoever was in the backlog of `own` is so no more."""
    if not changed:
        return []
    mine = {"regels": own, "ids": [each.persoon_id for each in changed]}
    found = dict(connection.execute(_BEHIND, mine).all())
    if not found:
        return list(changed)
    remove_rows(connection, zoekachterstand, [{"regels": own, "persoon_id": number} for number in sorted(found)])
    return [
        each._replace(oud=_profile(found[each.persoon_id])) if each.persoon_id in found else each for each in changed
    ]


def count_behind(connection: Connection, condition: ColumnElement[bool]) -> int:
    """How many persons are in the backlog, of those numbers for which `condition` holds."""
    return connection.execute(select(func.count()).select_from(zoekachterstand).where(condition)).scalar_one()


def remove_stand(connection: Connection, regels: int) -> None:
    """Let a number stand there no more: from this transaction on no search answers from its rows."""
    connection.execute(delete(zoekregels).where(zoekregels.c.regels == regels))
    everybody = (naamdeel.c.regels == regels) & (naamdeel.c.deel == EVERYBODY)
    connection.execute(delete(naamdeel).where(everybody))


def _profile(value: list[Any] | None) -> Naamprofiel | None:
    return None if value is None else decode(value)


def _lock(connection: Connection, mode: str) -> None:
    """Publishers do not hinder each other (ROW SHARE); whoever changes how far a number is works alone (EXCLUSIVE).

    Those who wait for a lock on a table take turns, where locks on a row would let publishers pass in front for ever.
    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(text(f"LOCK TABLE zoekregels IN {mode} MODE"))
