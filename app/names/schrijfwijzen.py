"""Names that are one name in spellings too far apart for the sound rules: Youssef and Joesoef, Xasan and Hassan."""

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.sound import klank


def _read() -> tuple[frozenset[str], ...]:
    """One group of sound forms a line."""
    return tuple(frozenset(klank(token) for token in tokens(line)) for line in read_lines("schrijfwijzen.txt"))


def _index(groups: tuple[frozenset[str], ...]) -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(groups):
        for sound in sorted(group):
            index[sound] = (*index.get(sound, ()), number)
    return index


_GROUPS = _read()
_INDEX = _index(_GROUPS)


def groups_of(sound: str) -> tuple[int, ...]:
    """The numbers of the groups a sound form belongs to; they count apart from those of `roepnamen`."""
    return _INDEX.get(sound, ())


_SPELLINGS = {sound: frozenset[str]().union(*(_GROUPS[at] for at in numbers)) for sound, numbers in _INDEX.items()}


def spellings_of(sound: str) -> frozenset[str]:
    """The sound forms of all spellings of this name; of an unknown name only its own."""
    return _SPELLINGS.get(sound) or frozenset({sound})


def same_name(one: str, other: str) -> bool:
    """Whether two sound forms are spellings of one name."""
    return one == other or other in _SPELLINGS.get(one, ())
