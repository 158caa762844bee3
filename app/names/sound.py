"""The sound of a name part, by rules that are data."""

import re
from functools import lru_cache
from operator import add
from typing import NamedTuple

from app.names.knowledge import read_lines

MAX_KLANK = 40


class Klankregel(NamedTuple):
    """A regular expression with what comes in its place."""

    # Letters, and pairs of letters, of which a word must hold one for the rule to do anything.
    only_with: frozenset[str]
    pattern: re.Pattern[str]
    replacement: str


def _read_rules() -> tuple[Klankregel, ...]:
    rules = []
    for line in read_lines("klankregels.txt"):
        left, _, replacement = line.partition(" ->")
        if left.replace("|", "").isalpha():
            letters, pattern = left.split("|"), left
        else:
            heading, _, pattern = left.partition(": ")
            letters = heading.split(",")
        rules.append(Klankregel(frozenset(one[:2] for one in letters), re.compile(pattern), replacement.strip()))
    return tuple(rules)


RULES = _read_rules()


def _bits() -> dict[str, int]:
    """For each letter and pair of letters: the rules that may do something to a word that holds it, one bit a rule."""
    bits: dict[str, int] = {}
    for number, rule in enumerate(RULES):
        for letters in rule.only_with:
            bits[letters] = bits.get(letters, 0) | 1 << number
    return bits


_BITS = _bits()
# Vowels, and the glides that come and go between spellings (Boujemaa, Buyemaa), carry little in a skeleton.
_WEAK_LETTERS = re.compile(r"(?<!^)[aeiouyhjw]+")
_FIRST_VOWEL = re.compile(r"^[aeiouy]")


@lru_cache(maxsize=131072)
def klank(token: str) -> str:
    """The sound form of a folded token: meijer, meyer and maier have one. Never empty for a token that is not."""
    sound, may_fit = token, _may_fit(token)
    # Most rules do nothing to most words, and to look for their letters takes a tenth of the time of trying them.
    while may_fit:
        first = may_fit & -may_fit
        _, pattern, replacement = RULES[first.bit_length() - 1]
        changed = pattern.sub(replacement, sound)
        if changed == sound:
            may_fit ^= first
        else:
            sound = changed
            may_fit = _may_fit(sound) & -(first << 1)
    return (sound or token)[:MAX_KLANK]


def _may_fit(word: str) -> int:
    """The rules of which this word holds letters, one bit a rule."""
    found = 0
    for letters in (*word, *map(add, word, word[1:])):
        if letters in _BITS:
            found |= _BITS[letters]
    return found


@lru_cache(maxsize=131072)
def skeleton(sound: str) -> str:
    """The consonants of a sound form; a first vowel counts as "a": mohamed and mouhammad have one."""
    return _WEAK_LETTERS.sub("", _FIRST_VOWEL.sub("a", sound))
