"""The sound of a name part, by rules that are data."""

import re
from functools import lru_cache

from app.names.knowledge import read_lines

MAX_KLANK = 40

_RULES = tuple(
    (re.compile(pattern.strip()), replacement.strip())
    for pattern, _, replacement in (line.partition("->") for line in read_lines("klankregels.txt"))
)
# Vowels, and the glides that come and go between spellings (Boujemaa, Buyemaa), carry little in a skeleton.
_WEAK_LETTERS = re.compile(r"(?<!^)[aeiouyhjw]+")
_FIRST_VOWEL = re.compile(r"^[aeiouy]")


@lru_cache(maxsize=131072)
def klank(token: str) -> str:
    """The sound form of a folded token: meijer, meyer and maier have one. Never empty for a token that is not."""
    sound = token
    for pattern, replacement in _RULES:
        sound = pattern.sub(replacement, sound)
    return (sound or token)[:MAX_KLANK]


@lru_cache(maxsize=131072)
def skeleton(sound: str) -> str:
    """The consonants of a sound form; a first vowel counts as "a": mohamed and mouhammad have one."""
    return _WEAK_LETTERS.sub("", _FIRST_VOWEL.sub("a", sound))
