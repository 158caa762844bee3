"""What lies between two name parts, and how likely it is that one was said or typed for the other.

The chances are per spelling, not per kind: a typing error turns a name into any of some hundred strings, a sound-alike
into a few. They are round figures from experience, not fitted to any file.
"""

from collections.abc import Mapping
from enum import IntEnum, auto
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.names.parts import STARTING, Deel, sounds_with_one_less
from app.names.roepnamen import forms_of, short_for_the_same
from app.names.schrijfwijzen import spellings_of
from app.names.sound import skeleton
from app.names.voorvoegsels import unglued


class Verschil(IntEnum):
    GELIJK = auto()
    KLANK = auto()  # sounds the same
    GEPLAKT = auto()  # the same but for a glued particle
    SCHRIJFWIJZE = auto()  # known as another spelling of one name: Youssef and Joesoef
    SPELLING = auto()  # the same consonants: another transliteration or ear, or another name (Hassan, Hussein)
    ROEPNAAM = auto()  # short and formal form of one name
    TYPEFOUT = auto()
    BEGIN = auto()  # only the start was typed
    KORT = auto()  # looks like a short form, but is not known as one
    NAAMGENOOT = auto()  # two short forms of one name (Jan, Hans): mostly two persons
    ANDERS = auto()


# These are one name said in two ways; the others are names that look alike.
ONE_NAME = frozenset({Verschil.GELIJK, Verschil.KLANK, Verschil.GEPLAKT, Verschil.SCHRIJFWIJZE, Verschil.ROEPNAAM})
# Nobody who is found by looking further bears a name that is nearer than these.
NEAREST = ONE_NAME | {Verschil.SPELLING}

# By how many letters of the sound form differ. Vowels are heard differently sooner than consonants.
_SPELLING_CHANCE = (0.04, 0.02, 0.006, 0.002)
# Of two consonants and a vowel, most are names of their own: Bos and Bas, Kok and Kuik.
_SHORT_SPELLING_CHANCE = (0.02, 0.004, 0.0005, 0.0)
_TYPEFOUT_CHANCE = (0.04, 0.15, 0.04, 0.01)
_ERRORS_PER_LETTER = 20

# A letter too many changes no more of a sound than this.
_BROKEN = 3

_ENDINGS = ("tje", "je", "ie", "ke", "y")

Vergelijking = tuple[Verschil, float]
SAME_SPELLING = 0.8
SAME_SOUND = 0.08
_GELIJK: Vergelijking = (Verschil.GELIJK, SAME_SPELLING)
_KLANK: Vergelijking = (Verschil.KLANK, SAME_SOUND)
_GEPLAKT: Vergelijking = (Verschil.GEPLAKT, 0.04)
_ROEPNAAM: Vergelijking = (Verschil.ROEPNAAM, 0.08)
_NAAMGENOOT: Vergelijking = (Verschil.NAAMGENOOT, 0.0001)
_SCHRIJFWIJZE: Vergelijking = (Verschil.SCHRIJFWIJZE, 0.04)
_BEGIN: Vergelijking = (Verschil.BEGIN, 0.006)
_KORT: Vergelijking = (Verschil.KORT, 0.001)
_PER_LETTER_ADDED = 0.05
_NONE: Vergelijking = (Verschil.ANDERS, 0.0)


@lru_cache(maxsize=16384)
def compare(asked: Deel, registered: Deel) -> Vergelijking:
    """The likeliest kind of difference, and the chance that `registered` is said or typed as `asked`."""
    if asked.token == registered.token:
        return _GELIJK
    if asked.klank == registered.klank:
        return _KLANK
    known = _relations(asked.klank).get(registered.klank, _NONE)
    if known is _SCHRIJFWIJZE or known is _ROEPNAAM:
        return known
    if known is _NONE:
        known = _nested(asked, registered)
    letters = _misspelt(asked, registered)
    return letters if letters[1] > known[1] else known


@lru_cache(maxsize=4096)
def _relations(sound: str) -> Mapping[str, Vergelijking]:
    """What is known about a name: how others are spellings of it, stand for it, or are short for the same one."""
    found = dict.fromkeys(short_for_the_same(sound), _NAAMGENOOT)
    for spelled in spellings_of(sound):
        found |= dict.fromkeys(forms_of(spelled), _ROEPNAAM)
    return found | dict.fromkeys(spellings_of(sound), _SCHRIJFWIJZE)


def _nested(asked: Deel, registered: Deel) -> Vergelijking:
    """Whether one is the other with something glued to it or cut off: vdberg and berg, Mina and Wilhelmina."""
    longer = len(asked.token) - len(registered.token)
    if -2 < longer < 2:
        return _NONE
    short, long = (registered, asked) if longer > 0 else (asked, registered)
    if len(short.token) < 3:
        return _NONE
    if short.klank in (unglued(long.klank), unglued(long.token)):
        return _GEPLAKT
    if longer < 0 and len(asked.klank) >= STARTING and registered.klank.startswith(asked.klank):
        return _BEGIN
    if not _shortened(short.token, long.token):
        return _NONE
    # Names are cut off; that something is added to one is ever less likely.
    return _KORT if longer < 0 else (Verschil.KORT, _KORT[1] * _PER_LETTER_ADDED ** (longer - 1))


def _misspelt(asked: Deel, registered: Deel) -> Vergelijking:
    """Compare letters: those of the sound form, or those typed, whichever lie closer together."""
    heard = OSA.distance(asked.klank, registered.klank, score_cutoff=3)
    if heard <= 3:
        bones = skeleton(asked.klank)
        if len(bones) >= 2 and bones == skeleton(registered.klank):
            return Verschil.SPELLING, (_SPELLING_CHANCE if len(bones) > 2 else _SHORT_SPELLING_CHANCE)[heard]
    shortest = min(len(asked.token), len(registered.token))
    allowed = 1 if shortest <= 2 else 2 if shortest <= 7 else 3
    letters = min(heard, OSA.distance(asked.token, registered.token, score_cutoff=allowed))
    if letters > 1 and heard <= _BROKEN and registered.klank in sounds_with_one_less(asked.token):
        letters = 1
    if letters > allowed or shortest <= 1:
        return _NONE
    # Each error is one of so many that could have been made in a word of this length.
    return Verschil.TYPEFOUT, _TYPEFOUT_CHANCE[letters] / (_ERRORS_PER_LETTER * shortest) ** letters


def _shortened(short: str, long: str) -> bool:
    """Whether one is the start or the end of the other, perhaps with a Dutch ending: Wil, Mina, Josje."""
    if not long.startswith(short[:3]):
        return long.endswith(short)
    if long.startswith(short) or long.endswith(short):
        return True
    stems = (short.removesuffix(ending) for ending in _ENDINGS if short.endswith(ending))
    return any(len(stem) >= 3 and long.startswith(stem) for stem in stems)
