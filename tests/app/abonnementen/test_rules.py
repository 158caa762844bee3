"""Dates: what is proposed, and what cannot be."""

from datetime import date

import pytest

from app.abonnementen.rules import Datums, Termijn, add_months, problems_of_datums, problems_of_termijn, propose

VANDAAG = "2026-11-21"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-21", 12, "2027-11-21"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 24, "2028-11-30"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months).isoformat() == later


def test_the_regime_proposes_what_was_not_told() -> None:
    termijn = Termijn(toetsen_na_maanden=12, einde_na_maanden=24)
    assert propose(VANDAAG, None, None, termijn) == Datums(VANDAAG, "2027-11-21", "2028-11-21")
    assert propose(VANDAAG, "2027-01-01", None, termijn).toetsen_voor == "2027-01-01"
    # A review after an end that was told would be no review.
    assert propose(VANDAAG, None, "2027-02-01", termijn) == Datums(VANDAAG, "2027-02-01", "2027-02-01")


@pytest.mark.parametrize(
    ("datums", "wrong"),
    [
        (Datums(VANDAAG, "2027-01-01", "2028-01-01"), []),
        (Datums(VANDAAG, "2027-01-01", "2026-11-20"), ["einde", "toetsenVoor"]),
        (Datums("2026-01-01", "2026-02-01", "2026-03-01"), ["einde", "toetsenVoor"]),
        (Datums("2026-12-01", "2026-11-25", "2027-12-01"), ["toetsenVoor"]),
        (Datums(VANDAAG, "2027-12-02", "2027-12-01"), ["toetsenVoor"]),
        (Datums(None, None, None), []),
    ],
)
def test_dates_that_cannot_be(datums: Datums, wrong: list[str]) -> None:
    assert [name for name, _ in problems_of_datums(datums, VANDAAG)] == wrong


def test_a_date_that_was_past_already_is_no_reason_to_refuse_another_change() -> None:
    overdue = Datums("2025-01-01", "2026-01-01", "2027-06-01")
    assert list(problems_of_datums(overdue, VANDAAG, ["einde"])) == []
    assert [name for name, _ in problems_of_datums(overdue, VANDAAG, ["toetsen_voor"])] == ["toetsenVoor"]


@pytest.mark.parametrize(("toetsen", "einde"), [(0, 12), (121, 121), (13, 12)])
def test_terms_that_cannot_be(toetsen: int, einde: int) -> None:
    assert list(problems_of_termijn(Termijn(toetsen, einde)))
