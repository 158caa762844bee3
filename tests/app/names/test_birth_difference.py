import pytest

from app.names.birth_date import from_iso
from app.names.birth_difference import AGREEING, Datumverschil, compare

D = Datumverschil


@pytest.mark.parametrize(
    ("asked", "registered", "kind"),
    [
        ("1994-03-07", "1994-03-07", D.GELIJK),
        ("1994-07-03", "1994-03-07", D.VERWISSELD),
        ("1994-03-17", "1994-03-07", D.CIJFER),
        ("1949-03-07", "1994-03-07", D.CIJFER),
        ("1984-03-07", "1994-03-07", D.CIJFER),
        ("1994-03-07", "1994-01-01", D.DAG_ONBEKEND),
        ("1994-01-01", "1994-08-27", D.DAG_ONBEKEND),
        ("1994-11-28", "1994-03-07", D.ANDER_DEEL),
        ("1961-03-07", "1994-03-07", D.ANDER_DEEL),
        ("1961-12-30", "1994-03-07", D.ANDERS),
        ("1994", "1994-03-07", D.JAAR),
        ("1994-03-07", "1994", D.JAAR),
        ("1994-03", "1994-03-07", D.JAAR_EN_MAAND),
        ("1994-04", "1994-03-07", D.ANDER_DEEL),
        ("1995", "1994-03-07", D.ANDER_DEEL),
        ("1980", "1994-03-07", D.ANDERS),
        ("1994-03", "1994-01-01", D.DAG_ONBEKEND),
        ("1994-01-01", "1994-03", D.DAG_ONBEKEND),
        ("--03-07", "1994-03-07", D.DAG_EN_MAAND),
        ("--07-03", "1994-03-07", D.DAG_EN_MAAND_VERWISSELD),
        ("--03-08", "1994-03-07", D.ANDER_DEEL),
        ("--03-07", "1994-01-01", D.ONBEKEND),
        ("--01-01", "1994-03-07", D.ONBEKEND),
        ("--03-07", "1994-03", D.ONBEKEND),
        ("--03-07", "1994-04", D.ANDER_DEEL),
        ("--03-07", "1994", D.ONBEKEND),
        ("1994-03-07", None, D.ONBEKEND),
        (None, "1994-03-07", D.ONBEKEND),
    ],
)
def test_the_kind_of_difference(asked: str | None, registered: str | None, kind: Datumverschil) -> None:
    assert compare(from_iso(asked), None, from_iso(registered)).verschil is kind


@pytest.mark.parametrize(
    ("about", "kind"), [(1994, D.ONGEVEER), (1992, D.ONGEVEER), (1997, D.ANDER_DEEL), (1980, D.ANDERS)]
)
def test_a_year_that_may_be_off(about: int, kind: Datumverschil) -> None:
    assert compare(None, about, from_iso("1994-03-07")).verschil is kind


@pytest.mark.parametrize(
    ("asked", "about", "kind"),
    [
        ("--03-07", 1993, D.DAG_EN_MAAND_ONGEVEER),
        ("--07-03", 1993, D.ONGEVEER),
        ("--03-08", 1993, D.ANDER_DEEL),
        ("--03-07", 1960, D.ANDERS),
    ],
)
def test_a_day_and_a_year_that_may_be_off(asked: str, about: int, kind: Datumverschil) -> None:
    assert compare(from_iso(asked), about, from_iso("1994-03-07")).verschil is kind


def test_what_agrees_speaks_for_and_what_differs_against() -> None:
    whole = [
        compare(from_iso(asked), None, from_iso("1994-03-07")) for asked in ("1994-03-07", "1994-07-03", "1961-12-30")
    ]
    assert whole[0].gewicht > whole[1].gewicht > 0 > whole[2].gewicht
    assert whole[2].verschil not in AGREEING
