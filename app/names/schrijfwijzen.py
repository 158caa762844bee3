"""Names that are one name in spellings too far apart for the sound rules: Youssef and Joesoef, Xasan and Hassan."""

from app.names.knowledge import read_lines
from app.names.normalise import tokens
from app.names.sound import klank


def _read() -> dict[str, frozenset[str]]:
    """For each sound form those of all lines that it stands on."""
    found: dict[str, frozenset[str]] = {}
    for line in read_lines("schrijfwijzen.txt"):
        sounds = frozenset(klank(token) for token in tokens(line))
        for sound in sorted(sounds):
            found[sound] = found.get(sound, frozenset()) | sounds
    return found


_SPELLINGS = _read()


def spellings_of(sound: str) -> frozenset[str]:
    """The sound forms of all spellings of this name; of an unknown name only its own."""
    return _SPELLINGS.get(sound) or frozenset({sound})
