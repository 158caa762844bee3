"""Stretches of a question that say something of a birth date or an age, and how each is read.

Two figures by themselves ("moh 94") are the end of a birth year when that gives an age of 12 to 75, and else an age: on
21-11-2026 "94" is 1994, "09" is 2009, "60" is 1960 and "30" is about 1996, for few of those whom one meets are 96; from
the age of twelve one can be prosecuted.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from app.names.birth_date import Geboortedatum, checked, latest_year, parse_geboortedatum
from app.names.woordsoort import Soort, Woord

_YOUNGEST, _OLDEST = 12, 75
# From this age on, a round number says when somebody was born: "begin 90".
_OLD = 80
_MIDDLE_OF_DECADE = 5
_JANUARY = 1


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
    # "19 94" is one year.
    return (Geboortedatum(int("".join(spelled))), None) if len(spelled) == 2 and spelled[0] == "19" else None


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
    if len(ages) == 2 and min(ages) < _YOUNGEST:
        return None
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


BARE = "bare"
# In the order in which they are tried at each word; "geboren op" and the like belong to the date behind them.
PATTERNS: tuple[tuple[str, str, Callable[[Stuk], Gelezen]], ...] = (
    ("ages", "R*Djo?", _ages),
    ("between", "R*T?e?[dgw]ve?[dgw](?:jo?)?", _age),
    ("decade", "[bl]*p?R*e?(?:h(?:p?e)?)?J[dgwq]", _decade),
    ("part", "[bl]*R*p?e?h(?:p?e)?(?:[dgw]j?|x)|R*pe[wxdg]", _part_of_decade),
    ("age", "[bl]*R*e?(?:j?jfe?[dgw](?:jo?)?|[dgw]jo?|ao?)", _age),
    ("whole", "[bl]*p?[dwr][mi][yqdgw]", _whole),
    ("loose", "[bl]*p?[dwq][dwq](?:[yqg]|[dw](?![mi]))|[bl]*p?d(?:d(?![mij])|g(?!j))", _loose),
    ("day", "[bl]*p?[dwr][mi]", _day),
    ("about", "[bl]*p?(?<!e)R+e?[dgwyq]", _about_number),
    ("figures", "[bl]*p?D", _figures),
    ("month", "[bl]*p?m[yqg]|(?:[bl]+p?|p)i[yqg]", _month),
    ("year", "[bl]*(?:p?e?j)?p?[yq]|[bl]+p?[dgw]|(?:p|p?e?j)g", _year),
    ("tens", "e?x", _part_of_decade),
    (BARE, "[dgw]", _bare),
)
