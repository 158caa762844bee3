"""One line of text, as it is typed at a door or dictated into a phone."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.vrije_tekst import Lezing, read_text

VANDAAG = date(2026, 11, 21)


# What the phone shows while one types is read by the phone itself, so both are held to one table.
SAMEN: list[tuple[str, dict[str, Any]]] = json.loads((Path(__file__).parents[2] / "lezingen.json").read_text("utf-8"))


def read(tekst: str) -> tuple[str, str | None, int | None]:
    lezing = read_text(tekst, VANDAAG)
    datum = lezing.geboortedatum
    return lezing.naam, datum.iso() if datum else None, lezing.geboortejaar_ongeveer


@pytest.mark.parametrize(("tekst", "gelezen"), SAMEN)
def test_the_phone_and_the_service_read_alike(tekst: str, gelezen: dict[str, Any]) -> None:
    told = gelezen.get("naam", ""), gelezen.get("geboortedatum"), gelezen.get("geboortejaarOngeveer")
    assert read(tekst) == told


@pytest.mark.parametrize(
    ("tekst", "naam", "datum"),
    [
        ("el amrani moh 94", "el amrani moh", "1994"),
        ("j jansen 7/3", "j jansen", "--03-07"),
        ("v d berg 1987", "v d berg", "1987"),
        ("jansen 7-3-94", "jansen", "1994-03-07"),
        ("7/3/94 jansen", "jansen", "1994-03-07"),
        ("jansen 07-03-1994 piet", "jansen piet", "1994-03-07"),
        ("jansen 7 - 3 - 1994", "jansen", "1994-03-07"),
        ("jansen 1994-03-07", "jansen", "1994-03-07"),
        ("jansen 7 3 94", "jansen", "1994-03-07"),
        ("jansen 07031994", "jansen", "1994-03-07"),
        ("jansen 19940307", "jansen", "1994-03-07"),
        ("jansen 070394", "jansen", "1994-03-07"),
        ("jansen 940307", "jansen", "1994-03-07"),
        ("jansen 0703", "jansen", "--03-07"),
        ("jansen 7 maart 1994", "jansen", "1994-03-07"),
        ("jansen 7 MRT '94", "jansen", "1994-03-07"),
        ("jansen 7mrt94", "jansen", "1994-03-07"),
        ("jansen 7-sept-94", "jansen", "1994-09-07"),
        ("5 mei 1990 jansen", "jansen", "1990-05-05"),
        ("'t hart 1 jan 80", "'t hart", "1980-01-01"),
        ("jansen 7e maart", "jansen", "--03-07"),
        ("jansen, geboren op 7-3-94", "jansen", "1994-03-07"),
        ("jansen geb.7-3-94", "jansen", "1994-03-07"),
        ("jansen gebdat: 7-3-94", "jansen", "1994-03-07"),
        ("jansen geb 30", "jansen", "1930"),
        ("jansen bouwjaar 75", "jansen", "1975"),
        ("jansen uit 94", "jansen", "1994"),
        ("jansen 94'er", "jansen", "1994"),
        ("jansen '75", "jansen", "1975"),
        ("jansen 19 94", "jansen", "1994"),
        ("jansen uit het jaar 94", "jansen", "1994"),
        ("jansen 7 - 3", "jansen", "--03-07"),
        ("jansen (94)", "jansen", "1994"),
        ("jansen maart 1994", "jansen", "1994-03"),
        ("jansen geboren in mei 1994", "jansen", "1994-05"),
        ("jansen 3-1994", "jansen", "1994-03"),
        ("jansen 12-75", "jansen", "1975-12"),
        # What is said apart is put together.
        ("7 maart jansen 1994", "jansen", "1994-03-07"),
        ("jansen 7/3 94", "jansen", "1994-03-07"),
        ("jansen 7-3-94 32 jaar", "jansen", "1994-03-07"),
        # As dictation writes it.
        ("zeven maart vierennegentig jansen", "jansen", "1994-03-07"),
        ("jansen zeven maart negentienhonderd vierennegentig", "jansen", "1994-03-07"),
        ("jansen zeven maart negentienvierennegentig", "jansen", "1994-03-07"),
        ("jansen zeven drie vier en negentig", "jansen", "1994-03-07"),
        ("jansen eenendertigste december tweeduizend vier", "jansen", "2004-12-31"),
        ("nul zeven nul drie vierennegentig jansen", "jansen", "1994-03-07"),
        ("jansen vijf augustus nul vier", "jansen", "2004-08-05"),
        ("jansen zes mei", "jansen", "--05-06"),
        ("jansen vierennegentig", "jansen", "1994"),
        ("Jansen Drieëntachtig", "Jansen", "1983"),
        # Only a date.
        ("07031994", "", "1994-03-07"),
        ("29-2-2024", "", "2024-02-29"),
    ],
)
def test_a_birth_date_in_any_way_and_any_place(tekst: str, naam: str, datum: str) -> None:
    assert read(tekst) == (naam, datum, None)


@pytest.mark.parametrize(
    ("tekst", "naam", "ongeveer"),
    [
        ("mo rond 30", "mo", 1996),
        ("mo rond de 30", "mo", 1996),
        ("rond de dertig mo", "mo", 1996),
        ("mo ongeveer 30 jaar", "mo", 1996),
        ("mo zo'n 30 jaar oud", "mo", 1996),
        ("mo een jaar of dertig", "mo", 1996),
        ("mo jaartje of 25", "mo", 2001),
        ("30 jaar oud mo", "mo", 1996),
        ("mo 30jr", "mo", 1996),
        ("mo 18-jarige", "mo", 2008),
        ("mo 9 jaar", "mo", 2017),
        ("mo ±25", "mo", 2001),
        ("mo ca. 1990", "mo", 1990),
        ("mo rond '90", "mo", 1990),
        ("mo rond 80", "mo", 1980),
        ("mo begin twintig", "mo", 2005),
        ("mo midden 30", "mo", 1991),
        ("eind dertig mo", "mo", 1988),
        ("mo in de dertig", "mo", 1991),
        ("mo begin dertiger", "mo", 1995),
        ("mo begin jaren negentig", "mo", 1991),
        ("mo uit de jaren 80", "mo", 1985),
        ("mo tussen de twintig en dertig", "mo", 2001),
        ("mo 20-25 jaar", "mo", 2004),
        ("mo 25-30", "mo", 1998),
        ("mo 25 \u00e0 30", "mo", 1998),
        ("mo 25 tot 30 jaar", "mo", 1998),
        ("mo 30+", "mo", 1996),
        ("mo 30 plus", "mo", 1996),
        ("mo 30'er", "mo", 1991),
        ("een man van rond de 30 heet mo", "mo", 1996),
        ("rond 30", "", 1996),
    ],
)
def test_an_age_as_it_is_guessed(tekst: str, naam: str, ongeveer: int) -> None:
    assert read(tekst) == (naam, None, ongeveer)


def test_a_day_and_a_guess_stand_beside_each_other() -> None:
    assert read("mo 7 maart rond 30") == ("mo", "--03-07", 1996)


@pytest.mark.parametrize(
    ("figures", "datum", "ongeveer"),
    [
        ("94", "1994", None),
        ("60", "1960", None),
        ("51", "1951", None),
        ("50", None, 1976),
        ("30", None, 1996),
        ("17", None, 2009),
        ("15", None, 2011),
        ("14", "2014", None),
        ("09", "2009", None),
        ("00", "2000", None),
    ],
)
def test_two_figures_are_a_year_when_that_gives_an_age_that_one_meets(
    figures: str, datum: str | None, ongeveer: int | None
) -> None:
    assert read(f"moh {figures}") == ("moh", datum, ongeveer)


@pytest.mark.parametrize(
    "naam",
    [
        "jan jansen", "Van der Berg,  Jan", "d\u2019angelo", "J.P. de Boer", "Mei", "jan mei", "mei ling", "Maart",
        "April", "jan jansen jan", "Dertig", "jan dertig", "acht", "acht jan", "tien nguyen", "een", "Rond", "geb",
        "rond rond", "van der Geboren", "geboren", "de Heer", "jan de heer", "heer", "Mevrouw", "dhr", "Naam",
        "jan naam", "van der heet", "Van", "begin", "eind", "a1 jansen", "12345", "123456789", "jansen 9",
        "jansen 1.80", "jansen \u00b2", "j", "\u0667-\u0663-\u0661\u0669\u0669\u0664", "", "oud", "een man",
    ],
)  # fmt: skip
def test_what_may_be_a_name_stays_a_name(naam: str) -> None:
    assert read_text(f" {naam} ", VANDAAG) == Lezing(naam)


@pytest.mark.parametrize(
    ("tekst", "naam", "datum"),
    [
        ("jan 1990", "jan", "1990"),
        ("maart 1994", "maart", "1994"),
        ("mei ling 1990", "mei ling", "1990"),
        ("jan jansen jan 1990", "jan jansen jan", "1990"),
        ("van der zon 94", "van der zon", "1994"),
        ("jan dertig 94", "jan dertig", "1994"),
        ("de heer 1990", "de heer", "1990"),
        ("o'neill '94", "o'neill", "1994"),
    ],
)
def test_a_name_that_looks_like_a_month_or_a_number_stays_one_beside_a_year(tekst: str, naam: str, datum: str) -> None:
    assert read(tekst) == (naam, datum, None)


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("meneer jansen", "jansen"),
        ("de heer jansen", "jansen"),
        ("mevrouw de heer", "de heer"),
        ("mevr. mei", "mei"),
        ("jansen dhr", "jansen"),
        ("hij heet mo", "mo"),
        ("naam is jansen", "jansen"),
        ("achternaam jansen, voornaam piet", "jansen piet"),
        ("de vries geboren jansen", "de vries jansen"),
        ("een jongen genaamd mo", "mo"),
    ],
)
def test_titles_and_labels_are_no_names(tekst: str, naam: str) -> None:
    assert read(tekst) == (naam, None, None)


@pytest.mark.parametrize(
    "tekst",
    [
        "jansen 31-02-1990", "jansen 31 februari", "13-13-1994", "jansen 3000", "jansen 1850", "jansen 22-11-2026",
        "jansen 29 februari 1995", "jansen 7-3-94 8-3-94", "jansen 1994 1995", "jansen 1994 rond 60",
        "jansen 29 februari 1994",
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_said_and_not_passed_over(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        read_text(tekst, VANDAAG)


WORDS = st.sampled_from(
    [
        "jan", "7", "3", "94", "1994", "7/3", "maart", "mei", "rond", "de", "een", "jaar", "of", "dertig", "en",
        "geboren", "op", "heer", "naam", "in", "begin", "jaren", "tussen", "vier", "nul", "negentien", "dertiger",
        "geb.7-3-94",
    ]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_read_or_refused_in_dutch(tekst: str) -> None:
    try:
        lezing = read_text(tekst, VANDAAG)
    except ValueError as error:
        said = str(error)
        assert (said[0].isupper(), said[-1]) == (True, ".")
        return
    assert set(lezing.naam) <= {" ", *tekst}
