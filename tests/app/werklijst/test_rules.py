"""Terms: months that differ in length, and dates that nobody may choose."""

from datetime import date

import pytest

from app.werklijst.rules import check_toetsdag, na_maanden, uiterste_toetsdag


@pytest.mark.parametrize(
    ("dag", "maanden", "wanted"),
    [
        ("2026-11-22", 12, "2027-11-22"),
        ("2026-11-22", 6, "2027-05-22"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-01", 0, "2026-12-01"),
    ],
)
def test_so_many_months_later(dag: str, maanden: int, wanted: str) -> None:
    assert na_maanden(date.fromisoformat(dag), maanden).isoformat() == wanted


def test_the_term_never_goes_past_the_end() -> None:
    today = date(2026, 11, 22)
    assert uiterste_toetsdag(today, 12, None) == "2027-11-22"
    assert uiterste_toetsdag(today, 12, "2028-01-01") == "2027-11-22"
    assert uiterste_toetsdag(today, 12, "2027-01-01") == "2027-01-01"


@pytest.mark.parametrize(
    ("dag", "right"),
    [("2026-11-22", False), ("2026-11-23", True), ("2027-01-01", True), ("2027-01-02", False), ("2020-01-01", False)],
)
def test_which_days_may_be_chosen(dag: str, *, right: bool) -> None:
    assert (check_toetsdag(dag, date(2026, 11, 22), "2027-01-01") is None) == right
