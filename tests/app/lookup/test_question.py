from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInput
from app.lookup.question import Zoekvraag, read_zoekvraag
from app.names.birth_date import Geboortedatum

VANDAAG = date(2026, 11, 21)


def read(naam: str | None = None, datum: str | None = None, ongeveer: int | None = None) -> Zoekvraag:
    return read_zoekvraag(naam=naam, geboortedatum=datum, geboortejaar_ongeveer=ongeveer, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("naam", "datum", "ongeveer", "pointer"),
    [
        (None, None, None, "#/naam"),
        ("", "", None, "#/naam"),
        ("   ", None, None, "#/naam"),
        ("van der", None, None, "#/naam"),
        ("van 't", None, None, "#/naam"),
        ("J.", None, None, "#/naam"),
        ("12345", None, None, "#/naam"),
        ("jansen 7-3-94", None, None, "#/naam"),
        ("jansen 1994", None, None, "#/naam"),
        ("😀", None, None, "#/naam"),
        ("\u200b\u202e", None, None, "#/naam"),
        ("x" * 201, None, None, "#/naam"),
        ("a" * 10_000, None, None, "#/naam"),
        ("Jansen", "31-02-1990", None, "#/geboortedatum"),
        ("Jansen", "3000", None, "#/geboortedatum"),
        (None, "gisteren", None, "#/geboortedatum"),
        ("Jansen", None, 1899, "#/geboortejaarOngeveer"),
        ("Jansen", None, 2027, "#/geboortejaarOngeveer"),
    ],
)
def test_a_bad_question_names_the_field(
    naam: str | None, datum: str | None, ongeveer: int | None, pointer: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(naam, datum, ongeveer)
    assert [error.pointer for error in caught.value.errors] == [pointer]
    assert caught.value.detail.endswith(".")


def test_what_cannot_be_written_down_is_dropped() -> None:
    assert read("Jan\x00 Jan\ud800sen\n").naam == "Jan Jansen"


def test_every_field_at_fault_is_named() -> None:
    with pytest.raises(InvalidInput) as caught:
        read("van", "31-02-1990", 1)
    assert [error.pointer for error in caught.value.errors] == ["#/naam", "#/geboortedatum", "#/geboortejaarOngeveer"]


def test_a_good_question() -> None:
    assert read(" Jan Jansen ", "7-3-94") == Zoekvraag("Jan Jansen", Geboortedatum(1994, 3, 7))
    assert read(None, None, 1994) == Zoekvraag(None, None, 1994)


@given(st.text(max_size=300))
def test_any_text_is_a_question_or_refused(naam: str) -> None:
    try:
        vraag = read(naam)
    except InvalidInput:
        return
    assert vraag.gevraagd().delen
