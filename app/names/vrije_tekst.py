"""One line of text, as an officer types or dictates it -> the name in it, and what it says of a birth date.

Each word gets the letter of its kind (`app.names.woordsoort`), and patterns over these letters find the stretches that
say something of a date or an age: "rond de dertig" is `Rew`, "7 maart 94" is `dmg`. What no pattern takes is the name.
A word that may be a name stays in the name unless its neighbours make it something else: Mei and Dertig are surnames,
but "7 mei" and "rond de dertig" say what they say.

Two figures by themselves ("moh 94") are the end of a birth year when that gives an age of 10 to 75, and else an age: on
21-11-2026 "94" is 1994, "09" is 2009, "60" is 1960 and "30" is about 1996, for few of those whom one meets are 96.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.names.birth_date import Geboortedatum, checked, combined, latest_year, parse_geboortedatum, reconciled
from app.names.naamwoorden import name_of
from app.names.woordsoort import Soort, Woord, joined, woord

_YOUNGEST, _OLDEST = 10, 75
# From this age on, a round number says when somebody was born: "begin 90".
_OLD = 80
_MIDDLE_OF_DECADE = 5
_JANUARY = 1


@dataclass(frozen=True)
class Lezing:
    """What was understood; `naam` holds the name words as typed, and is empty when there are none."""

    naam: str
    geboortedatum: Geboortedatum | None = None
    geboortejaar_ongeveer: int | None = None


class Stuk(NamedTuple):
    """A stretch of words that says something of a date, on the day of the question."""

    woorden: tuple[Woord, ...]
    vandaag: date

    def waarden(self, soorten: str) -> list[int]:
        return [one.waarde for one in self.woorden if one.soort in soorten]

    def getal(self) -> Woord:
        """The last number in this stretch."""
        return [one for one in self.woorden if one.soort in "yqdgw"][-1]

    def jaar(self) -> int:
        last = self.getal()
        return last.waarde if last.soort is Soort.JAARTAL else latest_year(last.waarde, self.vandaag)

    def in_figures(self) -> str:
        return next(one.tekst for one in self.woorden if one.soort is Soort.DATUM)


# Two ages look like a day and a month. Without "jaar" behind them, only those that are neither that nor a month.
_TWO_AGES = re.compile(r"(\d\d?)[-/](\d\d)")
_SURELY_AGES = re.compile(r"(?:1[3-9]|[2-7]\d)[-/](?:1[3-9]|[2-7]\d)")

# A date as far as it was said, and a year that may be off; None: these words say nothing of a date after all.
Gelezen = tuple[Geboortedatum | None, int | None] | None


def _whole(stuk: Stuk) -> Gelezen:
    """7 maart 1994."""
    dag, maand = stuk.waarden("dwrmi")[:2]
    return checked(Geboortedatum(stuk.jaar(), maand, dag), stuk.vandaag), None


def _loose(stuk: Stuk) -> Gelezen:
    """7 3 94, or 7 3: loose numbers that are no date are nothing."""
    spelled = [f"{one.waarde:02}" for one in stuk.woorden if one.soort in "yqdgw"]
    with suppress(ValueError):
        return parse_geboortedatum("-".join(spelled), stuk.vandaag), None
    return None


def _day(stuk: Stuk) -> Gelezen:
    """7 maart; "zes mei" as well, but Acht Jan is a name."""
    dag, maand = stuk.waarden("dwrmi")
    if maand == _JANUARY and stuk.waarden("w") and stuk.waarden("i"):
        return None
    return checked(Geboortedatum(None, maand, dag), stuk.vandaag), None


def _month(stuk: Stuk) -> Gelezen:
    """Maart 1994."""
    return checked(Geboortedatum(stuk.jaar(), stuk.waarden("mi")[0]), stuk.vandaag), None


def _year(stuk: Stuk) -> Gelezen:
    """1994; what can't be a year may be a day and a month: 0703."""
    year = stuk.jaar()
    try:
        return checked(Geboortedatum(year), stuk.vandaag), None
    except ValueError:
        with suppress(ValueError):
            return checked(Geboortedatum(None, year % 100, year // 100), stuk.vandaag), None
        raise


def _figures(stuk: Stuk) -> Gelezen:
    """7-3-94 and the like; six or eight figures together are a date only when they make one."""
    text = stuk.in_figures()
    if _SURELY_AGES.fullmatch(text):
        return _ages(stuk)
    if not text.isdigit():
        return parse_geboortedatum(text, stuk.vandaag), None
    day_first = f"{text[:2]}-{text[2:4]}-{text[4:]}"
    year_first = f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 else f"{text[4:]}-{text[2:4]}-{text[:2]}"
    for spelled in (day_first, year_first):
        with suppress(ValueError):
            return parse_geboortedatum(spelled, stuk.vandaag), None
    return None


def _about(stuk: Stuk, age: float) -> Gelezen:
    return None, stuk.vandaag.year - round(age)


def _age(stuk: Stuk) -> Gelezen:
    """30 jaar; of two ages, the middle."""
    ages = stuk.waarden("dgwa")
    return _about(stuk, sum(ages) / len(ages))


def _ages(stuk: Stuk) -> Gelezen:
    """20-25 jaar."""
    ages = _TWO_AGES.fullmatch(stuk.in_figures())
    return _about(stuk, (int(ages[1]) + int(ages[2])) / 2) if ages else _figures(stuk)


def _part_of_decade(stuk: Stuk) -> Gelezen:
    """Begin dertig, midden twintiger, in de veertig; "begin 90" and "eind 94" are years."""
    number = stuk.waarden("dgwx")[0]
    part = (stuk.waarden("h") or [_MIDDLE_OF_DECADE])[0]
    if number % 10:
        return (Geboortedatum(latest_year(number, stuk.vandaag)), None) if stuk.waarden("h") else None
    return (None, latest_year(number, stuk.vandaag) + part) if number >= _OLD else _about(stuk, number + part)


def _decade(stuk: Stuk) -> Gelezen:
    """De jaren negentig, begin jaren 90."""
    year = stuk.jaar()
    part = (stuk.waarden("h") or [_MIDDLE_OF_DECADE])[0]
    return None, min(year - year % 10 + part, stuk.vandaag.year)


def _about_number(stuk: Stuk) -> Gelezen:
    """Rond 30 is an age, rond '90 and rond 1990 a year; rond 80 is a year as well, for so few are eighty."""
    number = stuk.getal()
    if number.soort in "dgw" and number.waarde < _OLDEST and not number.tekst.startswith("0"):
        return _about(stuk, number.waarde)
    return None, checked(Geboortedatum(stuk.jaar()), stuk.vandaag).jaar


def _bare(stuk: Stuk) -> Gelezen:
    """Two figures by themselves: see the docstring of this module."""
    number = stuk.getal()
    if number.soort is Soort.TELWOORD and (number.waarde < 20 or not number.waarde % 10):
        return None  # Acht, Tien and Dertig are names, Vierennegentig is none.
    if len(number.tekst.strip(".,")) < 2:
        return None
    year = latest_year(number.waarde, stuk.vandaag)
    if number.tekst.startswith("0") or _YOUNGEST <= stuk.vandaag.year - year <= _OLDEST:
        return Geboortedatum(year), None
    return _about(stuk, number.waarde)


_BARE = "bare"
# In the order in which they are tried at each word; "geboren op" and the like belong to the date behind them.
_PATTERNS: tuple[tuple[str, str, Callable[[Stuk], Gelezen]], ...] = (
    ("ages", "R*Djo?", _ages),
    ("between", "Te?[dgw]ve?[dgw](?:jo?)?", _age),
    ("decade", "[bl]*p?R*e?(?:h(?:p?e)?)?J[dgwq]", _decade),
    ("part", "[bl]*R*p?e?h(?:p?e)?(?:[dgw]j?|x)|R*pe[wxdg]", _part_of_decade),
    ("age", "[bl]*R*e?(?:j?jfe?[dgw](?:jo?)?|[dgw]jo?|ao?)", _age),
    ("whole", "[bl]*p?[dwr][mi][yqdgw]", _whole),
    ("loose", "[bl]*p?[dw][dw](?:[yqg]|[dw](?![mi]))|[bl]*p?d(?:d(?![mij])|g(?!j))", _loose),
    ("day", "[bl]*p?[dwr][mi]", _day),
    ("about", "[bl]*p?(?<!e)R+e?[dgwyq]", _about_number),
    ("figures", "[bl]*p?D", _figures),
    ("month", "[bl]*p?m[yqg]|(?:[bl]+p?|p)i[yqg]", _month),
    ("year", "[bl]*p?[yq]|[bl]+p?[dgw]|pg", _year),
    ("tens", "e?x", _part_of_decade),
    (_BARE, "[dgw]", _bare),
)
_READERS = {name: reader for name, _, reader in _PATTERNS}
_GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _PATTERNS))
# Without a word of these kinds there is nothing but a name, as in most questions.
_SOMETHING = re.compile("[DyqdgcwraxltkHub]")
# With nothing but a year beside it, Maart is the name that is asked.
_MONTH_ALONE = re.compile("(?<![dwrblp])m")

_SPACED = re.compile(r"(?<![\d-])(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*('?\d{2,4})(?!\d)", re.ASCII)
_GLUED = re.compile(
    r"(?<=[^\W\d_])[.:](?=\d)|(?<=\d)[-/.]?(?=[^\W\d_]{3})(?!jarig)|(?<=[^\W\d_]{3})[-/]?(?=\d)|(?<=[±~])"
)
_DIGIT = re.compile("[0-9]")
_WORDS = re.compile(r"[^\s,;]+")


@lru_cache(maxsize=4096)
def read_text(tekst: str, vandaag: date) -> Lezing:
    """Take a question in one line apart.

    Raises:
        ValueError: when it holds a date that cannot be, or two that contradict each other, with a Dutch sentence
            that can be shown.
    """
    words = _words(tekst)
    letters = "".join([one.soort for one in words])
    if not _SOMETHING.search(letters):
        return Lezing(tekst.strip())
    words = joined(words)
    letters = "".join([one.soort for one in words])
    if "n" not in letters:
        letters = _MONTH_ALONE.sub("n", letters)
    datum, about, taken = _read_dates(words, letters, vandaag)
    kept = tuple(word for at, word in enumerate(words) if at not in taken)
    naam = name_of(kept)
    if len(naam) == len(words):
        return Lezing(tekst.strip())
    return Lezing(" ".join(one.tekst for one in naam), datum, reconciled(datum, about))


def _words(tekst: str) -> list[Woord]:
    if _DIGIT.search(tekst):
        tekst = _GLUED.sub(" ", _SPACED.sub(r"\1\2\3\2\4", tekst))
    return [woord(one) for one in _WORDS.findall(tekst)]


def _read_dates(
    words: list[Woord], letters: str, vandaag: date
) -> tuple[Geboortedatum | None, int | None, frozenset[int]]:
    """What all stretches say together, and the places of the words that said it; loose figures come last."""
    datum, about, taken = None, None, set[int]()
    stretches = [(match.lastgroup or "", *match.span()) for match in _GRAMMAR.finditer(letters)]
    for name, start, end in sorted(stretches, key=lambda one: one[0] == _BARE):
        if name == _BARE and (about is not None or (datum is not None and datum.jaar is not None)):
            continue
        gelezen = _READERS[name](Stuk(tuple(words[start:end]), vandaag))
        if gelezen is not None:
            datum = combined(datum, gelezen[0])
            about = gelezen[1] if about is None else about
            taken.update(range(start, end))
    return checked(datum, vandaag) if datum else None, about, frozenset(taken)
