"""Write what the rules derive from names: search keys, how many persons bear a part, and the spellings of a part."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from app.names.profile import Naamprofiel
from app.register.afleiding import Afleiding, Naamwijziging
from app.register.statements import add_values, chunks, remove_rows
from app.store.among import among
from app.store.tables import street
from app.store.upsert import insert_or_update

Item = TypeVar("Item", int, str)


def write_keys(connection: Connection, changed: Sequence[Naamwijziging], afleiding: Afleiding) -> Counter[str]:
    """Write the keys that came and went; returns the differences for `count_parts`."""
    new: list[tuple[int, int]] = []
    gone: list[tuple[int, int]] = []
    parts: Counter[str] = Counter()
    for persoon_id, oud, nieuw in changed:
        came, went = _difference(afleiding.sleutels, oud, nieuw)
        new.extend((key, persoon_id) for key in came)
        gone.extend((key, persoon_id) for key in went)
        born, died = _difference(afleiding.delen, oud, nieuw)
        parts.update(born)
        parts.subtract(died)
    # In the order of the index: a b-tree is filled several times faster that way.
    remove_rows(
        connection, street.zoeksleutel, [{"sleutel": key, "persoon_id": person} for key, person in sorted(gone)]
    )
    add_values(connection, street.zoeksleutel, ("sleutel", "persoon_id"), sorted(new))
    return parts


_COUNTS = select(street.naamdeel.c.deel, street.naamdeel.c.aantal).where(
    street.naamdeel.c.regels == bindparam("regels"), among(street.naamdeel.c.deel, "delen")
)


def count_parts(connection: Connection, parts: Counter[str], afleiding: Afleiding) -> None:
    """Add the differences to the frequencies; the spellings of a part stand there for as long as anybody bears it.

    Done once, last and in alphabetical order, for these rows are shared by everybody and locked until the end.
    """
    table, regels = street.naamdeel, afleiding.regels
    changed = {part: number for part, number in sorted(parts.items()) if number}
    rows = [{"regels": regels, "deel": part, "aantal": number} for part, number in changed.items()]
    insert_or_update(connection, table, rows, add=("aantal",))
    for chunk in chunks(list(changed)):
        counts = connection.execute(_COUNTS, {"regels": regels, "delen": list(chunk)}).all()
        # Read after the rows were changed and so locked: equal to the difference means that nobody bore it before.
        born = [row.deel for row in counts if row.aantal == changed[row.deel]]
        died = [row.deel for row in counts if row.aantal <= 0]
        add_values(connection, street.naamvariant, ("regels", "sleutel", "deel"), _variants(born, afleiding))
        gone = [{"regels": regels, "sleutel": key, "deel": part} for _, key, part in _variants(died, afleiding)]
        remove_rows(connection, street.naamvariant, gone)
        remove_rows(connection, table, [{"regels": regels, "deel": part} for part in died])


def _variants(parts: Iterable[str], afleiding: Afleiding) -> list[tuple[int, str, str]]:
    return sorted((afleiding.regels, key, part) for part in parts for key in afleiding.varianten(part))


def _difference(
    derive: Callable[[Naamprofiel], Collection[Item]], oud: Naamprofiel | None, nieuw: Naamprofiel | None
) -> tuple[Collection[Item], Collection[Item]]:
    """What came and what went."""
    if oud is None or nieuw is None:
        return (derive(nieuw) if nieuw else ()), (derive(oud) if oud else ())
    before, after = frozenset(derive(oud)), frozenset(derive(nieuw))
    return after - before, before - after
