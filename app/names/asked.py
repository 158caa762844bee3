"""The name in a question, taken apart: parts, initials, and words that may be a particle or a name.

Some words can be read in two ways ("jp" is a short name, or two initials; "janjansen" is a name, or two). Each way is a
`Gevraagd` of its own, with the weight of reading it so; a person fits a question as well as its best reading.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from app.names.normalise import tokens
from app.names.parts import Deel, deel, spelling
from app.names.voorvoegsels import split_particles

MAX_ASKED = 6
# How often what looks like a name is meant otherwise: a short one as initials, an unknown one as two without a space.
_GLUED_INITIALS = log(0.2)
_GLUED_NAMES = log(0.02)
_MOST_INITIALS = 3
_SHORTEST_HALF = 3


@dataclass(frozen=True)
class Gevraagd:
    """`delen` in the order typed; `los` may be a particle or a name (Ben, El, Do)."""

    delen: tuple[Deel, ...]
    los: tuple[Deel, ...] = ()
    initials: tuple[str, ...] = ()
    # Those of the initials that were typed behind the name: one may be all that was heard of the surname ("jan h").
    achterletters: tuple[str, ...] = ()
    # Parts of which it is certain that they are a given name, or a surname.
    voornamen: frozenset[Deel] = frozenset()
    achternamen: frozenset[Deel] = frozenset()
    # Whether this is what was typed, and the logarithm of the chance that it was meant so.
    als_getypt: bool = True
    gewicht: float = 0.0

    def names_somebody(self) -> bool:
        """Whether there is more than particles and single letters to search with."""
        return bool(self.delen)


@lru_cache(maxsize=1024)
def read_name(naam: str, voornaam: str = "", achternaam: str = "") -> Gevraagd:
    """Take a typed name apart, in whatever order it was typed; the last two are the words that are certain."""
    sure, loose = split_particles(tokens(naam))
    words = dict.fromkeys(word for word in sure if len(word) > 1)
    before, behind = _outer_letters(sure)
    if not words:
        words, loose = dict.fromkeys(loose), ()
    return Gevraagd(
        tuple(deel(word) for word in list(words)[:MAX_ASKED]),
        tuple(deel(word) for word in list(dict.fromkeys(loose))[:MAX_ASKED]),
        tuple(dict.fromkeys(before + behind))[:MAX_ASKED],
        tuple(dict.fromkeys(behind)),
        _parts_of(voornaam),
        _parts_of(achternaam),
    )


def _outer_letters(words: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Single letters in front of a name and behind it; between two words one may as well be a particle (A Rassam)."""
    whole = [at for at, word in enumerate(words) if len(word) > 1]
    first, last = (whole[0], whole[-1]) if whole else (len(words), len(words))
    return [word for word in words[:first] if len(word) == 1], [word for word in words[last + 1 :] if len(word) == 1]


def _parts_of(name: str) -> frozenset[Deel]:
    return frozenset(deel(word) for word in tokens(name))


def readings(asked: Gevraagd) -> tuple[Gevraagd, ...]:
    """The question as it stands, and with a short word in front read as initials: "jp jansen", "rj"."""
    first, rest = asked.delen[:1], asked.delen[1:]
    short = first and 1 < len(first[0].token) <= _MOST_INITIALS and first[0] not in asked.voornamen | asked.achternamen
    if not (short and rest) or asked.initials:
        return (asked,)
    letters = tuple(dict.fromkeys(first[0].token))
    return (asked, replace(asked, delen=rest, initials=letters, als_getypt=False, gewicht=_GLUED_INITIALS))


def without_initials_of(asked: tuple[Gevraagd, ...], counts: Mapping[str, int]) -> tuple[Gevraagd, ...]:
    """Without the reading as initials of a short name that somebody bears: Tim is no T.I.M."""
    return asked[:1] if asked[0].delen and spelling(asked[0].delen[0].token) in counts else asked


def halves(asked: Gevraagd, counts: Mapping[str, int]) -> frozenset[str]:
    """The words of which nobody bears the whole, cut in two in every way, as parts whose counts say who bears them."""
    return frozenset(spelling(half) for word in _unknown(asked, counts) for cut in _cuts(word.token) for half in cut)


def cut_in_two(asked: Gevraagd, counts: Mapping[str, int]) -> Gevraagd | None:
    """The question with each word that nobody bears read as two that somebody bears, if there are such."""
    pieces = {part: _best_cut(part.token, counts) for part in _unknown(asked, counts)}
    if not any(pieces.values()):
        return None
    delen = [piece for part in asked.delen for piece in pieces.get(part) or (part,)]
    return replace(asked, delen=tuple(dict.fromkeys(delen))[:MAX_ASKED], als_getypt=False, gewicht=_GLUED_NAMES)


def _unknown(asked: Gevraagd, counts: Mapping[str, int]) -> Iterable[Deel]:
    return [part for part in asked.delen if spelling(part.token) not in counts]


def _cuts(word: str) -> Iterable[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)]


def _best_cut(word: str, counts: Mapping[str, int]) -> Collection[Deel]:
    """Where the rarer half is borne by most."""
    bearers = {cut: min(counts.get(spelling(half), 0) for half in cut) for cut in _cuts(word)}
    best = max(bearers, key=lambda cut: (bearers[cut], cut), default=None)
    return tuple(deel(half) for half in best) if best and bearers[best] else ()
