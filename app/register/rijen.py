"""All rows that the rules of one number derive from names, gathered in memory and given back in the order of an index.

A b-tree that is filled in its own order is written once, page after page. It takes some two hundred bytes a person.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Table

from app.names.keys import keys_by
from app.names.parts import EVERYBODY
from app.names.profile import Naamprofiel
from app.register.afleiding import Afleiding
from app.register.lines import batches
from app.store.tables.street import naamdeel, naamvariant, zoeksleutel

# So many rows are written in one transaction: some tens of milliseconds.
CHUNK = 10_000
# Keys are kept in so many drawers, by their first bits, and put in order one drawer at a time: all at once, as tuples,
# would take ten times the memory.
_DRAWERS = 256


class Stuk(NamedTuple):
    """Rows to insert, with their values in the order of the columns `names`."""

    table: Table
    names: Sequence[str]
    values: list[tuple[Any, ...]]


class Rijen:
    def __init__(self, afleiding: Afleiding) -> None:
        self._afleiding = afleiding
        self._first, last = keys_by(afleiding.regels)
        self._width = (last - self._first) // _DRAWERS + 1
        self._drawers = [array("q") for _ in range(_DRAWERS)]
        self._parts: Counter[str] = Counter()

    def add(self, persons: Iterable[tuple[int, Naamprofiel]]) -> None:
        first, width, drawers, parts = self._first, self._width, self._drawers, self._parts
        for persoon_id, profile in persons:
            for key in self._afleiding.sleutels(profile):
                drawers[(key - first) // width].extend((key, persoon_id))
            parts.update(self._afleiding.delen(profile))

    def count(self) -> int:
        """How many rows there will be."""
        return sum(map(len, self._drawers)) // 2 + len(self._parts.keys() - {EVERYBODY}) + len(self._spellings)

    @cached_property
    def _spellings(self) -> list[tuple[str, str]]:
        """The spellings of all parts, to be asked for when everybody is there."""
        parts = self._parts.keys() - {EVERYBODY}
        return sorted((key, part) for part in parts for key in self._afleiding.varianten(part))

    def in_order(self) -> Iterator[Stuk]:
        """All rows in pieces of `CHUNK`, but for the count of `EVERYBODY`; what was given is forgotten."""
        regels = self._afleiding.regels
        counts = ((regels, part, number) for part, number in sorted(self._parts.items()) if part != EVERYBODY)
        yield from _pieces(naamdeel, ("regels", "deel", "aantal"), counts)
        spellings = ((regels, key, part) for key, part in self._spellings)
        yield from _pieces(naamvariant, ("regels", "sleutel", "deel"), spellings)
        self._spellings.clear()
        keys = chain.from_iterable(map(self._sorted, range(_DRAWERS)))
        yield from _pieces(zoeksleutel, ("sleutel", "persoon_id"), keys)

    def _sorted(self, number: int) -> list[tuple[int, int]]:
        drawer, self._drawers[number] = self._drawers[number], array("q")
        return sorted(zip(drawer[0::2], drawer[1::2], strict=True))


def _pieces(table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> Iterator[Stuk]:
    for piece in batches(iter(rows), CHUNK):
        yield Stuk(table, names, piece)
