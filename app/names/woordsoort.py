"""What kind of word each word of a question may be, beside a part of a name; by data/vraagwoorden.txt."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.names.knowledge import read_lists
from app.names.normalise import fold


class Soort(StrEnum):
    """Each kind is one letter, so that the order of the words of a question is a text to match a pattern with."""

    NAAM = "n"
    DATUM = "D"  # in figures: 7-3-94, 7/3, 07031994
    JAARTAL = "y"  # four figures, or a year in words
    KORT_JAAR = "q"  # '94, 94'er
    DAG = "d"  # one or two figures: a day, a month, an age, or the end of a year
    GETAL = "g"  # two figures that cannot be a day
    TELWOORD = "w"
    EEUW = "c"
    RANG = "r"  # zevende, 7e
    MAAND = "m"
    NAAMMAAND = "i"  # a month, but far more often a name
    TIENER = "x"  # dertiger
    LEEFTIJD = "a"  # 30jr
    DEEL = "h"  # begin, midden, eind: the number is how far into a decade that is
    JAREN = "J"
    ROND = "R"
    JAAR = "j"
    OUD = "o"
    TUSSEN = "T"
    GEBOREN = "b"  # before a date, or before the name that one was born with
    LABEL = "l"  # before a date only
    VOORZETSEL = "p"
    LIDWOORD = "e"
    OF = "f"
    EN = "v"
    TITEL = "t"  # not a name in front
    AFKORTING = "k"  # never a name
    HEER = "H"
    NAAMWOORD = "u"  # before a name, not in it: achternaam, heet
    PERSOON = "P"  # beside such a word: hij heet, naam is
    OMSCHRIJVING = "O"  # een man van


class Woord(NamedTuple):
    """A word as typed, its kind, and the number that it stands for (0 where it stands for none)."""

    tekst: str
    soort: Soort
    waarde: int = 0


Betekenis = tuple[Soort, int]
_LISTS = read_lists("vraagwoorden.txt")
# Lists in their order, from which all numbers are made.
_ORDERED = frozenset({"telwoord", "rangwoord", "tiental"})
_FIRST_YEAR_IN_TWO_WORDS = 13  # "negentien zeven" is a day and a month, "negentien dertien" a year


def _numbers() -> dict[str, Betekenis]:
    """All numbers below a hundred, and those that count a day, spelled out and glued as Dutch does."""
    units, ordinals, tens = _LISTS["telwoord"], _LISTS["rangwoord"], _LISTS["tiental"]
    found = {word: (Soort.TELWOORD, value) for value, word in enumerate(units)}
    found |= {word: (Soort.RANG, value) for value, word in enumerate(ordinals, 1)}
    for ten, word in enumerate(tens, 2):
        found[word] = (Soort.TELWOORD, ten * 10)
        found[f"{word}er"] = (Soort.TIENER, ten * 10)
        found[f"{word}ste"] = (Soort.RANG, ten * 10)
        for unit, spelled in enumerate(units[1:10], 1):
            found[f"{spelled}en{word}"] = (Soort.TELWOORD, ten * 10 + unit)
            found[f"{spelled}en{word}ste"] = (Soort.RANG, ten * 10 + unit)
    return found


def _headed() -> Iterator[tuple[str, Betekenis]]:
    """The words under a heading that is the name of a kind, with the number behind it."""
    for heading, words in _LISTS.items():
        name, _, number = heading.partition(":")
        if name not in _ORDERED:
            yield from ((word, (Soort[name.upper()], int(number or 0))) for word in words)


def _years(known: dict[str, Betekenis]) -> Iterator[tuple[str, Betekenis]]:
    """Years in one word: negentienvierennegentig, negentienhonderdvierennegentig, tweeduizendvier."""
    centuries = {word: value for word, (kind, value) in known.items() if kind is Soort.EEUW}
    for word, century in {**centuries, _LISTS["telwoord"][19]: 1900}.items():
        for spelled, (kind, value) in known.items():
            if kind is Soort.TELWOORD and value:
                yield f"{word}{spelled}", (Soort.JAARTAL, century + value)


def _dictionary() -> dict[str, Betekenis]:
    # "een" is an article more often than a number.
    known = {**_numbers(), **dict(_headed())}
    return {**dict(_years(known)), **known}


_KNOWN = _dictionary()
# A 30'er is in his thirties, and an 80'er was born in 1980.
_OLDEST_TIENER = 70
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019`\u00b4\u2032"), "'")
# Two figures with a point are a day and a month, or else a height: 1.80.
_FIGURES = re.compile(
    r"""(?P<datum>\d{1,2}[-/]\d{1,2}|\d{1,2}\.(?:0?[1-9]|1[0-2])|\d{1,2}([-/.])\d{1,2}\2'?(\d{4}|\d\d)|\d{1,2}[-/]\d{4}
        |\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?
        |--\d\d-\d\d|\d{6}|\d{8})
    |(?P<jaartal>\d{4})
    |(?P<kort_jaar>'\d\d(?:'?ers?)?)
    |(?P<tiener>\d\d)'?ers?
    |(?P<rang>\d{1,2})(?:e|de|ste)
    |(?P<leeftijd>\d{1,2})[- ]?(?:jr|jaar|jarige?|\+)
    |(?P<dag>\d{1,2})
    """,
    re.VERBOSE | re.ASCII,
)
_DIGIT = re.compile("[0-9]")
_EDGES = " .:;!?()[]\"'"


@lru_cache(maxsize=16384)
def woord(tekst: str) -> Woord:
    """The kind of one typed word, without spaces; whatever is not known is part of a name."""
    plain = tekst.translate(_QUOTES).lower()
    if _DIGIT.search(plain):
        return _figures(tekst, plain.rstrip(_EDGES).lstrip("([:"))
    kind, value = _KNOWN.get(plain) or _KNOWN.get(fold(plain).strip(_EDGES)) or (Soort.NAAM, 0)
    return Woord(tekst, kind, value)


def _figures(tekst: str, plain: str) -> Woord:
    match = _FIGURES.fullmatch(plain)
    if match is None:
        return Woord(tekst, Soort.NAAM)
    if match.lastgroup == "datum":
        return Woord(plain.replace("'", ""), Soort.DATUM)
    value = int("".join(_DIGIT.findall(plain)))
    kind = Soort[(match.lastgroup or "dag").upper()]
    if kind is Soort.DAG and not 1 <= value <= 31:
        kind = Soort.GETAL
    if kind is Soort.TIENER and (value % 10 or value > _OLDEST_TIENER):
        kind = Soort.KORT_JAAR
    return Woord(tekst, kind, value)


def joined(words: list[Woord]) -> list[Woord]:
    """Numbers that are said in several words as one: vier en negentig, negentienhonderd vier, nul vier."""
    found: list[Woord] = []
    for word in words:
        found.append(word)
        if word.soort is Soort.TELWOORD:
            _join_last(found)
    return [Woord(one.tekst, Soort.JAARTAL, one.waarde) if one.soort is Soort.EEUW else one for one in found]


def _join_last(found: list[Woord]) -> None:
    """Put the last number together with what stands before it, where the two are one number."""
    last, count = found[-1], 2
    before = found[-2] if len(found) > 1 else None
    if before is not None and before.soort is Soort.EN and len(found) > 2:
        before, count = found[-3], 3
    whole = _one_number(before, last, loose=count == 3) if before is not None else None
    if whole is not None:
        text = " ".join(one.tekst for one in found[-count:])
        found[-count:] = [Woord(text, *whole)]


def _one_number(before: Woord, last: Woord, *, loose: bool) -> Betekenis | None:
    """`loose`: "en" stands between the two."""
    if before.soort is Soort.EEUW:
        return Soort.JAARTAL, before.waarde + last.waarde
    if before.soort is not Soort.TELWOORD:
        return None
    if loose:
        fits = 1 <= before.waarde <= 9 and last.waarde >= 20 and last.waarde % 10 == 0
        return (Soort.TELWOORD, before.waarde + last.waarde) if fits else None
    if before.waarde == 0 and last.waarde <= 9:
        return Soort.KORT_JAAR, last.waarde
    if before.waarde == 19 and last.waarde >= _FIRST_YEAR_IN_TWO_WORDS:
        return Soort.JAARTAL, 1900 + last.waarde
    return None
