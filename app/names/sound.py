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
# Vowels, and the glides that come and go between spellings (Boujemaa, Buyemaa), carry little in a skeleton.
_WEAK_LETTERS = re.compile(r"(?<!^)[aeiouyhjw]+")
_FIRST_VOWEL = re.compile(r"^[aeiouy]")


@lru_cache(maxsize=131072)
def klank(token: str) -> str:
    """The sound form of a folded token: meijer, meyer and maier have one. Never empty for a token that is not."""
    sound, present = token, _letters(token)
    for only_with, pattern, replacement in RULES:
        # Most rules do nothing to most words, and looking for a letter is ten times quicker than trying a pattern.
        if not only_with.isdisjoint(present):
            changed = pattern.sub(replacement, sound)
            if changed != sound:
                sound, present = changed, _letters(changed)
    return (sound or token)[:MAX_KLANK]


def _letters(word: str) -> set[str]:
    """The letters of a word, and its pairs of neighbours."""
    return {*word, *map(add, word, word[1:])}


@lru_cache(maxsize=131072)
def skeleton(sound: str) -> str:
    """The consonants of a sound form; a first vowel counts as "a": mohamed and mouhammad have one."""
    return _WEAK_LETTERS.sub("", _FIRST_VOWEL.sub("a", sound))
