"""The name in a question, taken apart: parts, initials, and words that may be a particle or a name."""

from dataclasses import dataclass
from functools import lru_cache

from app.names.normalise import tokens
from app.names.parts import Deel, deel
from app.names.voorvoegsels import split_particles

MAX_ASKED = 6


@dataclass(frozen=True)
class Gevraagd:
    """`delen` in the order typed; `los` may be a particle or a name (Ben, El, Do)."""

    delen: tuple[Deel, ...]
    los: tuple[Deel, ...] = ()
    initials: tuple[str, ...] = ()

    def names_somebody(self) -> bool:
        """Whether there is more than particles and single letters to search with."""
        return bool(self.delen)


@lru_cache(maxsize=1024)
def read_name(naam: str) -> Gevraagd:
    """Take a typed name apart, in whatever order it was typed."""
    sure, loose = split_particles(tokens(naam))
    words = dict.fromkeys(word for word in sure if len(word) > 1)
    initials = dict.fromkeys(word for word in sure if len(word) == 1)
    if not words:
        words, loose = dict.fromkeys(loose), ()
    return Gevraagd(
        tuple(deel(word) for word in list(words)[:MAX_ASKED]),
        tuple(deel(word) for word in list(dict.fromkeys(loose))[:MAX_ASKED]),
        tuple(initials)[:MAX_ASKED],
    )
