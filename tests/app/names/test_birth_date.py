# ruff: noqa: RUF001 - letters that look alike are what is tested.
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.birth_date import Geboortedatum, combined, from_iso, parse_geboortedatum

VANDAAG = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1994-03-07", "1994-03-07"),
        ("07-03-1994", "1994-03-07"),
        ("7/3/94", "1994-03-07"),
        ("7-3-94", "1994-03-07"),
        ("7.3.1994", "1994-03-07"),
        ("7 3 1994", "1994-03-07"),
        ("07031994", "1994-03-07"),
        (" 7 - 3 - 94 ", "1994-03-07"),
        ("1994-03", "1994-03"),
        ("03-1994", "1994-03"),
        ("3/1994", "1994-03"),
        ("1994", "1994"),
        ("3-94", "1994-03"),
        ("7-3", "--03-07"),
        ("07/03", "--03-07"),
        ("31/12", "--12-31"),
        ("29-2", "--02-29"),
        ("--03-07", "--03-07"),
        ("1-1-26", "2026-01-01"),
        ("1-1-27", "1927-01-01"),
        ("29-02-2024", "2024-02-29"),
        # As the BRP writes what is not known.
        ("00-00-1994", "1994"),
        ("1994-00-00", "1994"),
        ("00-03-1994", "1994-03"),
        ("1994-03-00", "1994-03"),
        ("00001994", "1994"),
    ],
)
def test_what_people_type_is_understood(text: str, iso: str) -> None:
    assert parse_geboortedatum(text, VANDAAG).iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "31-02-1990", "3000", "01-01-3000", "22-11-2026", "2026-12", "2027", "1899-12-31", "13-13-1994",
        "12-00-1994", "00-00", "1994-00-01", "94", "9", "abc", "31-2", "13-13", "7-3-9", "--13-01", "7-3-94-1",
        "٧-٣-١٩٩٤", "1994-3-7-", "-1994", "1e3", "١٩٩٤",
        "9" * 5000, "29-02-2023", "NaN", "7-3-994",
    ],
)  # fmt: skip
def test_nonsense_is_refused_in_a_dutch_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        parse_geboortedatum(text, VANDAAG)


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        datum = parse_geboortedatum(text, VANDAAG)
    except ValueError:
        return
    assert parse_geboortedatum(datum.iso(), VANDAAG) == datum


@given(st.dates(min_value=date(1900, 1, 1), max_value=VANDAAG))
def test_every_spelling_of_a_date_is_that_date(day: date) -> None:
    expected = Geboortedatum(day.year, day.month, day.day)
    assert from_iso(expected.iso()) == expected
    for text in (day.isoformat(), f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d%m%Y}"):
        assert parse_geboortedatum(text, VANDAAG) == expected


def test_two_readings_of_one_date_are_put_together() -> None:
    day, year = Geboortedatum(None, 3, 7), Geboortedatum(1994)
    assert combined(day, year) == combined(year, day) == Geboortedatum(1994, 3, 7)
    assert combined(day, None) == combined(None, day) == day
    with pytest.raises(ValueError, match=r"^Hier staan twee"):
        combined(year, Geboortedatum(1995))


@pytest.mark.parametrize("text", [None, "", "onbekend", "1994-", "1994-01-01-01"])
def test_a_register_date_that_says_nothing_is_none(text: str | None) -> None:
    assert from_iso(text) is None
