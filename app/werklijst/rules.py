"""Terms and limits of what waits at the desk. Pure."""

from calendar import monthrange
from datetime import date, timedelta

# An agreement is on the list "te toetsen" for so many days before it is outdated.
BINNEN = timedelta(days=30)
# An officer reports during the shift or right after; later nobody remembers what the card said.
MELDTIJD = timedelta(hours=24)
# One consultation is good for so many reports: room to add something, and no way to fill an inbox.
MEESTE_MELDINGEN = 3
TEKST = 300
URGENTIES = ("gewoon", "dringend")
STATUSSEN = ("nieuw", "in_behandeling", "afgehandeld")
NOG_JUIST = "nog_juist"
# Nobody plans a day by the difference between two hundred and more; counting on would cost time on every first screen.
TEL_TOT = 200


def na_maanden(dag: date, maanden: int) -> date:
    """The same day so many months later, or the last day of that month when it is shorter."""
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    jaar, maand = dag.year + jaar, maand + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def uiterste_toetsdag(vandaag: date, maanden: int, einde: str | None) -> str:
    """The last day on which an agreement that is looked through today may be due again, ISO."""
    termijn = na_maanden(vandaag, maanden).isoformat()
    return min(termijn, einde) if einde else termijn


def check_toetsdag(gekozen: str, vandaag: date, uiterst: str) -> str | None:
    """Why an agreement that is looked through today may not be due on this day, or None."""
    if gekozen <= vandaag.isoformat():
        return "Kies een dag na vandaag."
    if gekozen > uiterst:
        return f"Kies een dag tot en met {uiterst}: de termijn van het regime en het einde gaan voor."
    return None
