"""Which of the words that say nothing of a date are the name: not the title before it, nor "achternaam" and "heet"."""

from app.names.voorvoegsels import FIXED
from app.names.woordsoort import Soort, Woord

# A hint that a word is no name counts only where another word is left to be the name.
_NEVER_A_NAME = frozenset({Soort.AFKORTING, Soort.LABEL})

_HINTS = _NEVER_A_NAME | {Soort.TITEL, Soort.HEER, Soort.OMSCHRIJVING, Soort.NAAMWOORD, Soort.GEBOREN}
_TWO_IN_FRONT = ([Soort.LIDWOORD, Soort.HEER], [Soort.LIDWOORD, Soort.OMSCHRIJVING])


def name_of(words: tuple[Woord, ...]) -> tuple[Woord, ...]:
    """The words of the name; all of them when nothing else would be left, so that Heer and Naam can be found."""
    if _HINTS.isdisjoint([one.soort for one in words]):
        return words
    kept = _without_front(tuple(one for one in words if one.soort not in _NEVER_A_NAME))
    kept = tuple(word for at, word in enumerate(kept) if not _announces(kept, at))
    return kept if any(_says_a_name(one) for one in kept) else words


def _says_a_name(one: Woord) -> bool:
    return one.tekst.lower() not in FIXED and any(char.isalpha() for char in one.tekst)


def _without_front(words: tuple[Woord, ...]) -> tuple[Woord, ...]:
    """Without "meneer", "de heer", "hij" or "een man van" in front, as long as more than a particle follows."""
    kinds = [one.soort for one in words[:3]]
    if kinds[:2] in _TWO_IN_FRONT:
        rest = words[3:] if kinds[1:] == [Soort.OMSCHRIJVING, Soort.VOORZETSEL] else words[2:]
    elif kinds[:1] == [Soort.TITEL] or kinds[:2] == [Soort.PERSOON, Soort.NAAMWOORD]:
        rest = words[1:]
    else:
        return words
    return _without_front(rest) if any(_says_a_name(one) for one in rest) else words


def _announces(words: tuple[Woord, ...], at: int) -> bool:
    """Whether this word announces the name behind it: achternaam, heet, naam is; "geboren" between two names."""
    word, behind = words[at], words[at + 1 :]
    if not any(_says_a_name(one) for one in behind) or (at and words[at - 1].tekst.lower() in FIXED):
        return False
    if word.soort is Soort.PERSOON:
        return at > 0 and words[at - 1].soort is Soort.NAAMWOORD
    return word.soort is Soort.NAAMWOORD or (word.soort is Soort.GEBOREN and at > 0)
