"""Names that stand for each other: Anja for Johanna, Mo for Mohamed."""

from dataclasses import dataclass

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.sound import klank


@dataclass(frozen=True)
class Groep:
    """One line of the data file, as sound forms."""

    formal: frozenset[str]
    short: frozenset[str]


def _read() -> tuple[Groep, ...]:
    groups = []
    for line in read_lines("roepnamen.txt"):
        formal, _, short = line.partition(":")
        groups.append(Groep(_sounds(formal), _sounds(short)))
    return tuple(groups)


def _sounds(names: str) -> frozenset[str]:
    return frozenset(klank(token) for token in tokens(names))


def _index(groups: tuple[Groep, ...]) -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(groups):
        for sound in sorted(group.formal | group.short):
            index[sound] = (*index.get(sound, ()), number)
    return index


_GROUPS = _read()
_INDEX = _index(_GROUPS)


def groups_of(sound: str) -> tuple[int, ...]:
    """The numbers of the groups a sound form belongs to."""
    return _INDEX.get(sound, ())


def is_short_for(one: str, other: str) -> bool:
    """Whether one of the two is an everyday form of the other, either way round, or both are formal forms."""
    return any(
        (one in group.formal and other in group.short | group.formal) or (other in group.formal and one in group.short)
        for group in (_GROUPS[number] for number in groups_of(one))
    )


def share_a_formal_name(one: str, other: str) -> bool:
    """Whether both are short for one name: Jan and Hans, which mostly are two persons."""
    return any(other in _GROUPS[number].short for number in groups_of(one) if one in _GROUPS[number].short)
