"""Birth dates as people write them: whole, or partly known."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

OLDEST_YEAR = 1900
# 1 January often stands for "unknown": month and day, as they stand in a date.
NEW_YEAR = (1, 1)
# An age is guessed; it is contradicted by a birth year that is further off than this.
MOST_OFF = 10

# The separators that occur on forms and in chat: 7-3-94, 7/3/94, 7.3.1994, "7 3 94".
_SEPARATOR = re.compile(r"\s*[-/.\s]\s*")
_ONLY_DIGITS = re.compile(r"[0-9]+\Z")
_DIGITS_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})\Z")
# ISO 8601 (2000) writes a date without its year as --03-07.
_WITHOUT_YEAR = re.compile(r"--([0-9]{2})-([0-9]{2})\Z")
_A_LEAP_YEAR = 2000

_HOW = "Schrijf de geboortedatum als 7-3-1994, 7 maart, 3-1994 of 1994."


class Geboortedatum(NamedTuple):
    """A birth date as far as it is known: at least the year, or else the day and the month.

    A tuple, for one is compared with every candidate of a question.
    """

    jaar: int | None
    maand: int | None = None
    dag: int | None = None

    def iso(self) -> str:
        """1994-03-07, 1994-03, 1994, or --03-07 where the year is not known."""
        year = "-" if self.jaar is None else f"{self.jaar:04}"
        if self.maand is None:
            return year
        if self.dag is None:
            return f"{year}-{self.maand:02}"
        return f"{year}-{self.maand:02}-{self.dag:02}"


@lru_cache(maxsize=65536)
def from_iso(text: str | None) -> Geboortedatum | None:
    """Read what the register holds; None for what is absent or unreadable, for a search must not fail on it."""
    if not text:
        return None
    without_year = _WITHOUT_YEAR.match(text)
    if without_year:
        return Geboortedatum(None, int(without_year[1]), int(without_year[2]))
    pieces = text.split("-")
    if len(pieces) > 3 or not all(_ONLY_DIGITS.match(piece) for piece in pieces):
        return None
    return Geboortedatum(*(int(piece) for piece in pieces))


def parse_geboortedatum(text: str, vandaag: date) -> Geboortedatum:
    """Read what somebody typed in figures; `app.names.vrije_tekst` reads words as well.

    A two-digit year is the most recent one in the past: on 21-11-2026, "26" is 2026 and "27" is 1927. Two small
    numbers are a day and a month ("7-3"), unless the second can be neither: "3-94" is March 1994.

    Raises:
        ValueError: with a Dutch sentence that can be shown.
    """
    cleaned = text.strip()[:40]
    together = _DIGITS_TOGETHER.match(cleaned)
    without_year = _WITHOUT_YEAR.match(cleaned)
    if without_year:
        return checked(Geboortedatum(None, int(without_year[1]), int(without_year[2])), vandaag)
    pieces = list(together.groups()) if together else _SEPARATOR.split(cleaned)
    if not 1 <= len(pieces) <= 3 or not all(_ONLY_DIGITS.match(piece) for piece in pieces):
        raise ValueError(f"Dit is geen geboortedatum. {_HOW}")
    return checked(_arrange(pieces, vandaag), vandaag)


def _arrange(pieces: list[str], vandaag: date) -> Geboortedatum:
    """Decide which piece is the year: the one with four digits, else the last one of three."""
    if len(pieces[0]) == 4:
        return Geboortedatum(*(int(piece) for piece in pieces))
    if any(len(piece) > 2 for piece in pieces[:-1]) or len(pieces[-1]) not in (1, 2, 4):
        raise ValueError(f"Dit is geen geboortedatum. {_HOW}")
    last = pieces[-1]
    if len(pieces) == 2 and len(last) < 4 and int(last) <= 31:
        return Geboortedatum(None, int(last), int(pieces[0]))
    # "94" alone could be an age, and a digit alone anything: only a month or a whole date may end in two digits.
    if len(last) == 1 or (len(last) == 2 and len(pieces) == 1):
        raise ValueError(f"Schrijf het jaar met vier cijfers. {_HOW}")
    year = int(last) if len(last) == 4 else latest_year(int(last), vandaag)
    return Geboortedatum(year, *(int(piece) for piece in reversed(pieces[:-1])))


def latest_year(two_digits: int, vandaag: date) -> int:
    """The most recent year that ends in these digits."""
    year = vandaag.year - vandaag.year % 100 + two_digits
    return year if year <= vandaag.year else year - 100


def checked(datum: Geboortedatum, vandaag: date) -> Geboortedatum:
    """The date itself when it can be a birth date; a day, or a day and a month, of 00 is not known, as in the BRP.

    Raises:
        ValueError: with a Dutch sentence that can be shown.
    """
    if datum.jaar is not None and datum.dag == 0:
        datum = Geboortedatum(datum.jaar, datum.maand or None)
    if datum.jaar is not None and datum.jaar < OLDEST_YEAR:
        raise ValueError(f"Een geboortejaar ligt na {OLDEST_YEAR - 1}. {_HOW}")
    if datum.maand is not None and not 1 <= datum.maand <= 12:
        raise ValueError(f"Die maand bestaat niet. {_HOW}")
    year = _A_LEAP_YEAR if datum.jaar is None else datum.jaar
    try:
        first_day = date(year, datum.maand or 1, datum.dag if datum.dag is not None else 1)
    except ValueError:
        raise ValueError(f"Die dag bestaat niet. {_HOW}") from None
    if datum.jaar is not None and first_day > vandaag:
        raise ValueError("Die geboortedatum ligt in de toekomst.")
    return datum


def combined(one: Geboortedatum | None, other: Geboortedatum | None) -> Geboortedatum | None:
    """What two readings of one birth date say together: "7 maart" and "1994" make a whole date.

    Raises:
        ValueError: when the two contradict each other, with a Dutch sentence that can be shown.
    """
    if one is None or other is None:
        return one or other
    for mine, yours in zip(one, other, strict=True):
        if mine is not None and yours is not None and mine != yours:
            raise ValueError("Hier staan twee verschillende geboortedata. Laat er een staan.")
    # A part is None where it is not known, and never 0.
    return Geboortedatum(one.jaar or other.jaar, one.maand or other.maand, one.dag or other.dag)


def reconciled(datum: Geboortedatum | None, about: int | None) -> int | None:
    """What an approximate year still adds to a date: nothing when the date has a year of its own.

    Raises:
        ValueError: when the two lie further apart than a guess, with a Dutch sentence that can be shown.
    """
    if datum is None or datum.jaar is None or about is None:
        return about
    if abs(datum.jaar - about) > MOST_OFF:
        raise ValueError("De leeftijd past niet bij de geboortedatum. Laat een van de twee weg.")
    return None
