"""The sound of a name part, by rules that are data."""

import re
from functools import lru_cache

from app.names.knowledge import read_lines

MAX_KLANK = 40


def _read_rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Each rule with the letters of which a word needs at least one for the rule to do anything.

    Most rules do nothing to most words, and looking for a letter is ten times quicker than trying a pattern.
    """
    rules = []
    for line in read_lines("klankregels.txt"):
        pattern, _, replacement = (piece.strip() for piece in line.partition("->"))
        alternatives = re.sub(r"\(\?[^)]*\)|\\b|[()]", "", pattern).split("|")
        letters = "".join(sorted({alternative[:1] for alternative in alternatives}))
        rules.append((letters if letters.isalpha() else "", re.compile(pattern), replacement))
    return tuple(rules)


_RULES = _read_rules()
# Vowels, and the glides that come and go between spellings (Boujemaa, Buyemaa), carry little in a skeleton.
_WEAK_LETTERS = re.compile(r"(?<!^)[aeiouyhjw]+")
_FIRST_VOWEL = re.compile(r"^[aeiouy]")


@lru_cache(maxsize=131072)
def klank(token: str) -> str:
    """The sound form of a folded token: meijer, meyer and maier have one. Never empty for a token that is not."""
    sound, present = token, frozenset(token)
    for letters, pattern, replacement in _RULES:
        if not letters or not present.isdisjoint(letters):
            changed = pattern.sub(replacement, sound)
            if changed != sound:
                sound, present = changed, frozenset(changed)
    return (sound or token)[:MAX_KLANK]


@lru_cache(maxsize=131072)
def skeleton(sound: str) -> str:
    """The consonants of a sound form; a first vowel counts as "a": mohamed and mouhammad have one."""
    return _WEAK_LETTERS.sub("", _FIRST_VOWEL.sub("a", sound))
