"""Names that stand for each other: Anja for Johanna, Mo for Mohamed."""

from dataclasses import dataclass

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.schrijfwijzen import spellings_of
from app.names.sound import klank


@dataclass(frozen=True)
class Groep:
    """The forms of one name, as sound forms; the formal ones in all their spellings."""

    formal: frozenset[str]
    short: frozenset[str]


def _read() -> tuple[Groep, ...]:
    """Lines about the same formal names are one group: a name has everyday forms in more than one language."""
    groups: dict[frozenset[str], frozenset[str]] = {}
    for line in read_lines("roepnamen.txt"):
        names, _, everyday = line.partition(":")
        formal = frozenset[str]().union(*(spellings_of(sound) for sound in _sounds(names)))
        groups[formal] = groups.get(formal, frozenset()) | _sounds(everyday)
    return tuple(Groep(formal, short - formal) for formal, short in groups.items())


def _sounds(names: str) -> frozenset[str]:
    return frozenset(klank(token) for token in tokens(names))


def _related(groups: tuple[Groep, ...]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """For each name: those it stands for or that stand for it, and those that are short for the same name."""
    formal: dict[str, set[str]] = {}
    shared: dict[str, set[str]] = {}
    for group in groups:
        for one in sorted(group.formal):
            formal.setdefault(one, set()).update(group.short | group.formal)
        for one in sorted(group.short):
            formal.setdefault(one, set()).update(group.formal)
            shared.setdefault(one, set()).update(group.short)
    return _frozen(formal), _frozen(shared)


def _frozen(related: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {one: frozenset(others) for one, others in related.items()}


_FORMAL, _SHARED = _related(_read())
_NOBODY: frozenset[str] = frozenset()


def forms_of(sound: str) -> frozenset[str]:
    """The sound forms for which this one stands, or that stand for it."""
    return _FORMAL.get(sound, _NOBODY)


def short_for_the_same(sound: str) -> frozenset[str]:
    """The sound forms that are short for the same name: Jan and Hans, which mostly are two persons."""
    return _SHARED.get(sound, _NOBODY)
