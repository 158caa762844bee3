"""Particles before a surname: van der, v.d., El, Ben, loose or glued."""

from functools import lru_cache

from app.names.knowledge import read_lists
from app.names.sound import klank

_LISTS = read_lists("voorvoegsels.txt")
FIXED = frozenset(_LISTS["vast"])
LOOSE = frozenset(_LISTS["los"])
# Loose ones that are given names too: Ben Jansen, Do Nguyen.
GIVEN_TOO = frozenset(_LISTS["voornaam"])
_SHORT = frozenset(_LISTS["kort"])
# What stands behind a particle decides how it sounds: the d of vd is heard as a t at the end of a word only.
_A_NAME = "bo"
# Longest first, so that vander is taken off before van.
_GLUED = sorted(
    {
        (spelled, int(heading.partition(":")[2]))
        for heading in _LISTS
        if ":" in heading
        for prefix in _LISTS[heading]
        for spelled in (prefix, klank(prefix + _A_NAME).removesuffix(_A_NAME))
    },
    key=lambda pair: (-len(pair[0]), pair[0]),
)


_PREFIXES = tuple(prefix for prefix, _ in _GLUED)


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """A registered surname's own words; all of them when nothing else would be left ("Do", "Van")."""
    kept = tuple(word for word, particle in zip(words, _marked(words), strict=True) if not particle)
    kept = tuple(word for word in kept if word not in LOOSE) or kept
    return kept or words


def split_particles(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A typed name's words: (words that are a name, words that may be a particle or a name: Ben, El, Do)."""
    kept = [word for word, particle in zip(words, _marked(words), strict=True) if not particle]
    sure = tuple(word for word in kept if word not in LOOSE)
    return sure, tuple(word for word in kept if word in LOOSE)


def _marked(words: tuple[str, ...]) -> list[bool]:
    """For each word whether it is surely a particle; "v" or "d" is one only beside another particle."""
    marks = [word in FIXED or (word in _SHORT and len(word) > 1) for word in words]
    for at, word in enumerate(words):
        if word not in _SHORT or marks[at]:
            continue
        after_particle = at > 0 and marks[at - 1]
        # Between two other words it is a particle (Jan v Wijk); in front it is an initial, unless "v d" follows it.
        between = 0 < at < len(words) - 1 and len(words[at - 1]) > 1
        before_short = word == "v" and words[at + 1 : at + 2] in (("d",), ("h",), ("t",), ("der",), ("den",), ("de",))
        marks[at] = after_particle or before_short or between
    return marks


@lru_cache(maxsize=65536)
def unglued(token: str) -> str | None:
    """What remains of a token, or of its sound form, without a glued particle: vdberg -> berg, elamrani -> amrani."""
    if not token.startswith(_PREFIXES):
        return None
    for prefix, least in _GLUED:
        if token.startswith(prefix) and len(token) >= len(prefix) + least:
            return token[len(prefix) :]
    return None
