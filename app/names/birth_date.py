"""Birth dates as people write them: whole, or partly known."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

OLDEST_YEAR = 1900

# The separators that occur on forms and in chat: 7-3-94, 7/3/94, 7.3.1994, "7 3 94".
_SEPARATOR = re.compile(r"\s*[-/.\s]\s*")
_ONLY_DIGITS = re.compile(r"[0-9]+\Z")
_DIGITS_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})\Z")

_HOW = "Schrijf de geboortedatum als 7-3-1994, 1994-03-07, 1994-03 of 1994."


@dataclass(frozen=True)
class Geboortedatum:
    """A birth date of which at least the year is known."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    def iso(self) -> str:
        if self.maand is None:
            return f"{self.jaar:04}"
        if self.dag is None:
            return f"{self.jaar:04}-{self.maand:02}"
        return f"{self.jaar:04}-{self.maand:02}-{self.dag:02}"


@lru_cache(maxsize=65536)
def from_iso(text: str | None) -> Geboortedatum | None:
    """Read what the register holds; None for what is absent or unreadable, for a search must not fail on it."""
    if not text:
        return None
    pieces = text.split("-")
    if len(pieces) > 3 or not all(_ONLY_DIGITS.match(piece) for piece in pieces):
        return None
    return Geboortedatum(*(int(piece) for piece in pieces))


def parse_geboortedatum(text: str, vandaag: date) -> Geboortedatum:
    """Read what somebody typed.

    A two-digit year is the most recent one in the past: on 21-11-2026, "26" is 2026 and "27" is 1927.

    Raises:
        ValueError: with a Dutch sentence that can be shown.
    """
    cleaned = text.strip()[:40]
    together = _DIGITS_TOGETHER.match(cleaned)
    pieces = list(together.groups()) if together else _SEPARATOR.split(cleaned)
    if not 1 <= len(pieces) <= 3 or not all(_ONLY_DIGITS.match(piece) for piece in pieces):
        raise ValueError(f"Dit is geen geboortedatum. {_HOW}")
    datum = _arrange(pieces, vandaag)
    _check(datum, vandaag)
    return datum


def _arrange(pieces: list[str], vandaag: date) -> Geboortedatum:
    """Decide which piece is the year: the one with four digits, else the last one."""
    if len(pieces[0]) == 4:
        return Geboortedatum(*(int(piece) for piece in pieces))
    year = _year(pieces[-1], vandaag, alone=len(pieces) < 3)
    if len(pieces) == 1:
        return Geboortedatum(year)
    if any(len(piece) > 2 for piece in pieces[:-1]):
        raise ValueError(f"Dit is geen geboortedatum. {_HOW}")
    if len(pieces) == 2:
        return Geboortedatum(year, int(pieces[0]))
    return Geboortedatum(year, int(pieces[1]), int(pieces[0]))


def _year(piece: str, vandaag: date, *, alone: bool) -> int:
    if len(piece) == 4:
        return int(piece)
    # "94" alone or "3-94" could be a day or a month as well: only a whole date may end in two digits.
    if len(piece) != 2 or alone:
        raise ValueError(f"Schrijf het jaar met vier cijfers. {_HOW}")
    year = vandaag.year - vandaag.year % 100 + int(piece)
    return year if year <= vandaag.year else year - 100


def _check(datum: Geboortedatum, vandaag: date) -> None:
    if datum.jaar < OLDEST_YEAR:
        raise ValueError(f"Een geboortejaar ligt na {OLDEST_YEAR - 1}. {_HOW}")
    if datum.maand is not None and not 1 <= datum.maand <= 12:
        raise ValueError(f"Die maand bestaat niet. {_HOW}")
    try:
        first_day = date(datum.jaar, datum.maand or 1, datum.dag if datum.dag is not None else 1)
    except ValueError:
        raise ValueError(f"Die dag bestaat niet. {_HOW}") from None
    if first_day > vandaag:
        raise ValueError("Die geboortedatum ligt in de toekomst.")
