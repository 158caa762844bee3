"""What lies between two name parts, and how likely it is that one was said or typed for the other.

The chances are per spelling, not per kind: a typing error turns a name into any of some hundred strings, a sound-alike
into a few. They are round figures from experience, not fitted to any file.
"""

from enum import Enum, auto
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.names.parts import Deel
from app.names.roepnamen import is_short_for, share_a_formal_name
from app.names.sound import skeleton
from app.names.voorvoegsels import unglued


class Verschil(Enum):
    GELIJK = auto()
    KLANK = auto()  # sounds the same
    GEPLAKT = auto()  # the same but for a glued particle
    SPELLING = auto()  # the same consonants: another transliteration or ear
    ROEPNAAM = auto()  # short and formal form of one name
    TYPEFOUT = auto()
    KORT = auto()  # looks like a short form, but is not known as one
    NAAMGENOOT = auto()  # two short forms of one name (Jan, Hans): mostly two persons
    ANDERS = auto()


_CHANCE = {
    Verschil.GELIJK: 0.8,
    Verschil.KLANK: 0.08,
    Verschil.GEPLAKT: 0.04,
    Verschil.ROEPNAAM: 0.03,
    Verschil.NAAMGENOOT: 0.0005,
    Verschil.KORT: 0.001,
    Verschil.ANDERS: 0.0,
}
# By how many letters of the sound form differ. Vowels are heard differently sooner than consonants.
_SPELLING_CHANCE = (0.04, 0.02, 0.006, 0.002)
_TYPEFOUT_CHANCE = (0.04, 0.002, 0.0002, 0.00002)

Vergelijking = tuple[Verschil, float]
_NONE: Vergelijking = (Verschil.ANDERS, 0.0)


@lru_cache(maxsize=262144)
def compare(asked: Deel, registered: Deel) -> Vergelijking:
    """The likeliest kind of difference, and the chance that `registered` is said or typed as `asked`."""
    if asked.token == registered.token:
        return Verschil.GELIJK, _CHANCE[Verschil.GELIJK]
    if asked.klank == registered.klank:
        return Verschil.KLANK, _CHANCE[Verschil.KLANK]
    kinds = (
        _with(Verschil.ROEPNAAM) if is_short_for(asked.klank, registered.klank) else _NONE,
        _with(Verschil.NAAMGENOOT) if share_a_formal_name(asked.klank, registered.klank) else _NONE,
        _with(Verschil.GEPLAKT) if _glued(asked, registered) else _NONE,
        _with(Verschil.KORT) if _shortened(asked.token, registered.token) else _NONE,
        _misspelt(asked, registered),
    )
    return max(kinds, key=lambda kind: kind[1])


def _with(kind: Verschil) -> Vergelijking:
    return kind, _CHANCE[kind]


def _glued(one: Deel, other: Deel) -> bool:
    return one.klank in (unglued(other.klank), unglued(other.token)) or other.klank in (
        unglued(one.klank),
        unglued(one.token),
    )


def _misspelt(asked: Deel, registered: Deel) -> Vergelijking:
    """Compare letters: those of the sound form, or those typed, whichever lie closer together."""
    shortest = min(len(asked.token), len(registered.token))
    allowed = 1 if shortest <= 4 else 2 if shortest <= 7 else 3
    heard = OSA.distance(asked.klank, registered.klank, score_cutoff=3)
    typed = OSA.distance(asked.token, registered.token, score_cutoff=3)
    bones = skeleton(asked.klank)
    if heard <= 3 and len(bones) >= 2 and bones == skeleton(registered.klank):
        return Verschil.SPELLING, _SPELLING_CHANCE[heard]
    letters = min(heard, typed)
    if letters > allowed or shortest <= 1:
        return _NONE
    return Verschil.TYPEFOUT, _TYPEFOUT_CHANCE[letters]


def _shortened(one: str, other: str) -> bool:
    """Whether one is the start or the end of the other, perhaps with a Dutch ending: Wil, Mina, Josje."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if len(short) < 3 or len(long) - len(short) < 2:
        return False
    return long.startswith(short) or long.endswith(short) or _starts_with_stem(short, long)


def _starts_with_stem(short: str, long: str) -> bool:
    for ending in ("tje", "je", "ie", "ke", "y"):
        stem = short.removesuffix(ending)
        if stem != short and len(stem) >= 3 and long.startswith(stem):
            return True
    return False
