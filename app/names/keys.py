"""Equality keys: the rows of `zoeksleutel` under which a person is found, and the keys a question looks at.

A key is a digest of a kind and its pieces. One wrong digit in a date, or day and month swapped, leaves "part and year"
or "part and day" intact, so dates need no variants; one wrong letter in a name is undone before, by `naamvariant`.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from app.names.birth_date import Geboortedatum, from_iso
from app.names.parts import Naming, namings
from app.names.profile import Naamprofiel
from app.names.regels import MOST_AT_A_TIME, REGELS

# 44 bits: at a million persons some ten million keys meet by chance a few times, and a score sorts that out. The number
# of the rules stands before them, so that the keys of other rules lie apart in the index and are never looked at.
_DIGEST_BITS = 44
_DIGEST = (1 << _DIGEST_BITS) - 1
MAX_KEYS = 60


def keys_by(regels: int) -> tuple[int, int]:
    """The first and the last key that the rules of this number can make."""
    first = (regels % MOST_AT_A_TIME) << _DIGEST_BITS
    return first, first | _DIGEST


_FIRST, _LAST = keys_by(REGELS)


def _key(kind: str, *pieces: str) -> int:
    digest = blake2b(f"{kind}:{'|'.join(pieces)}".encode(), digest_size=6)
    return _FIRST | (int.from_bytes(digest.digest(), "big") & _DIGEST)


def pair_key(one: str, other: str) -> int:
    """Two name parts of one person, in either order."""
    return _key("pair", *sorted((one, other)))


def initial_key(initial: str, sound: str) -> int:
    return _key("initial", initial, sound)


@lru_cache(maxsize=65536)
def part_key(sound: str) -> int:
    return _key("part", sound)


def year_key(sound: str, jaar: int) -> int:
    return _key("year", sound, str(jaar))


def day_key(sound: str, maand: int, dag: int) -> int:
    return _key("day", sound, str(maand), str(dag))


@lru_cache(maxsize=65536)
def date_key(iso: str) -> int:
    return _key("date", iso)


def search_keys(profile: Naamprofiel) -> frozenset[int]:
    """All keys under which this person is found; at most `MAX_KEYS`, mostly about ten."""
    born = from_iso(profile.geboortedatum)
    found: dict[int, None] = {}
    if born is not None and born.dag is not None:
        found[date_key(born.iso())] = None
    for naming in namings(profile):
        found.update(dict.fromkeys(_naming_keys(naming, born)))
    return frozenset(list(found)[:MAX_KEYS])


def _naming_keys(naming: Naming, born: Geboortedatum | None) -> Iterator[int]:
    surnames = [part.klank for part in naming.surname]
    firsts = [part.klank for part in (*naming.roepnaam, *naming.given)]
    # A name of one word is found as a surname is.
    leading = surnames or firsts
    for sound in leading:
        yield part_key(sound)
        if born is not None:
            yield from _born_keys(sound, born)
    # By a later given name somebody is found beside the surname, and hardly anybody is asked for by that name alone.
    called = [part.klank for part in (*naming.roepnaam[:1], *naming.given[:1])]
    for sound in called if surnames else ():
        yield part_key(sound)
        if born is not None and born.jaar is not None:
            yield year_key(sound, born.jaar)
    for one, other in _pairs(list(dict.fromkeys(firsts[:4])), list(dict.fromkeys(surnames[:4]))):
        yield pair_key(one, other)
    for sound in surnames[:3] if naming.initials else ():
        yield initial_key(naming.initials[0], sound)


def _pairs(firsts: list[str], surnames: list[str]) -> Iterator[tuple[str, str]]:
    """A given name with a surname, or two surnames; two given names only of somebody who has no surname."""
    if not surnames:
        yield from combinations(firsts, 2)
    yield from ((first, surname) for first in firsts for surname in surnames if first != surname)
    yield from combinations(surnames, 2)


def _born_keys(sound: str, born: Geboortedatum) -> Iterator[int]:
    if born.jaar is not None:
        yield year_key(sound, born.jaar)
    if born.maand is not None and born.dag is not None:
        yield day_key(sound, born.maand, born.dag)
