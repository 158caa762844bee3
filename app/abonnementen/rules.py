"""The dates of an abonnement: what is proposed, and what cannot be. Pure."""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Termijn:
    """How long an abonnement of a regime goes on, in months from its start."""

    toetsen_na_maanden: int
    einde_na_maanden: int


@dataclass(frozen=True)
class Datums:
    """ISO dates, of which a register file may leave any out; `toetsen_voor` and `einde` are last days, inclusive."""

    start: str | None
    toetsen_voor: str | None
    einde: str | None


DATUMS = ("start", "toetsen_voor", "einde")


# In months; a review that nobody lives to see is no review.
MOST_MONTHS = 120


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def propose(start: str, toetsen_voor: str | None, einde: str | None, termijn: Termijn) -> Datums:
    """The dates as they were told, and for what was not told what the regime proposes."""
    first = date.fromisoformat(start)
    proposed = add_months(first, termijn.einde_na_maanden).isoformat()
    einde = einde or proposed
    toetsen_voor = toetsen_voor or min(add_months(first, termijn.toetsen_na_maanden).isoformat(), einde)
    return Datums(start, toetsen_voor, einde)


def problems_of_datums(datums: Datums, vandaag: str, changed: Collection[str] = DATUMS) -> Iterator[tuple[str, str]]:
    """The fields that cannot be so, each with the reason in Dutch; only a changed one must not lie in the past."""
    start, toetsen_voor, einde = datums.start or "", datums.toetsen_voor, datums.einde
    if einde and einde < start:
        yield "einde", "Het einde ligt voor de start."
    elif einde and einde < vandaag and "einde" in changed:
        yield "einde", "Het einde ligt in het verleden."
    if toetsen_voor and toetsen_voor < start:
        yield "toetsenVoor", "De toetsing ligt voor de start."
    elif toetsen_voor and einde and toetsen_voor > einde:
        yield "toetsenVoor", "De toetsing ligt na het einde."
    elif toetsen_voor and toetsen_voor < vandaag and "toetsen_voor" in changed:
        yield "toetsenVoor", "De toetsing ligt in het verleden."


def problems_of_termijn(termijn: Termijn) -> Iterator[tuple[str, str]]:
    for name, months in (
        ("toetsenNaMaanden", termijn.toetsen_na_maanden),
        ("eindeNaMaanden", termijn.einde_na_maanden),
    ):
        if not 1 <= months <= MOST_MONTHS:
            yield name, f"Vul 1 tot {MOST_MONTHS} maanden in."
    if termijn.toetsen_na_maanden > termijn.einde_na_maanden:
        yield "toetsenNaMaanden", "De toetsing ligt na het einde."
