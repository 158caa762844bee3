from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from app.errors import InvalidInput
from app.lookup.answer import MAX_TREFFERS, Uitkomst, Zoekantwoord
from app.names.profile import Naamprofiel
from app.store.engines import Engines

Ask = Callable[..., Zoekantwoord]
OnStreet = Callable[..., Ask]
Crowd = tuple[Naamprofiel, ...]

JOHANNA = Naamprofiel("Meulen", "Johanna Maria", "Anja", "van der", ("Zwarte Anja",), "1987-04-23")
KARIM = Naamprofiel("El Amrani", "Abdelkarim", geboortedatum="1994-03-07")
INITIALS = Naamprofiel("Zuidgeest", "J.M.", geboortedatum="1979-10-30")
NAMELESS = Naamprofiel("Wolthekker", geboortedatum="1966-05-13")
MONONYM = Naamprofiel("-", "Soekarnoputri", geboortedatum="1990")
YEAR_ONLY = Naamprofiel("Haverkamp", "Thijs", geboortedatum="1971")
UNDATED = Naamprofiel("Roosenstein", "Ottoline")
ALIAS = Naamprofiel("Lenz", "Jan Goitzen", aliassen=("Arnoldus Kwist",), geboortedatum="1988-02-11")
PEOPLE = (JOHANNA, KARIM, INITIALS, NAMELESS, MONONYM, YEAR_ONLY, UNDATED, ALIAS)


@pytest.fixture(scope="module")
def ask(asked_street: Callable[..., Ask], crowd: Crowd) -> Ask:
    return asked_street(*PEOPLE, *crowd)


@pytest.mark.parametrize(
    ("naam", "datum", "person"),
    [
        ("Johanna van der Meulen", "1987-04-23", JOHANNA),
        ("Anja van der Meulen", "23-4-87", JOHANNA),
        ("van der meulen, johanna", "23-4-1987", JOHANNA),
        ("Meulen", "23-4-1987", JOHANNA),
        ("anja vd meulen", "1987-04-23", JOHANNA),
        ("annja vdmeulen", "1987-04-23", JOHANNA),
        ("Johana Meullen", "1987-04-23", JOHANNA),
        ("Abdelkarim El Amrani", "7/3/94", KARIM),
        ("Karim Elamrani", "1994-03-07", KARIM),
        ("Karim Lamrani", "1994-03-07", KARIM),
        ("J.M. Zuidgeest", "1979-10-30", INITIALS),
        ("Jolanda Zuidgeest", "1979-10-30", INITIALS),
        ("Wolthekker", "1966-05-13", NAMELESS),
        ("Thijs Haverkamp", "1971", YEAR_ONLY),
        ("Thijs Haverkamp", "1971-06-02", YEAR_ONLY),
        ("Arnoldus Kwist", "1988-02-11", ALIAS),
        ("Jan Lenz", "11-02-1988", ALIAS),
    ],
)
def test_one_who_is_clearly_meant_gets_a_card(ask: Ask, naam: str, datum: str, person: Naamprofiel) -> None:
    antwoord = ask(naam, datum)
    assert antwoord.uitkomst is Uitkomst.KAART
    assert [treffer.persoon_id for treffer in antwoord.treffers] == [PEOPLE.index(person) + 1]
    assert antwoord.treffers[0].naam == person.naam()
    assert 0.9 < antwoord.treffers[0].score <= 1


@pytest.mark.parametrize(
    ("naam", "datum", "ongeveer", "person"),
    [
        ("Johanna van der Meulen", None, None, JOHANNA),
        ("Meulen", None, None, JOHANNA),
        ("Johanna van der Meulen", "1987-04-13", None, JOHANNA),
        ("Abdelkarim El Amrani", None, 1992, KARIM),
        ("Soekarnoputri", None, None, MONONYM),
        ("Ottoline Roosenstein", "1990-01-02", None, UNDATED),
        ("Ottoline Roosenstein", None, None, UNDATED),
        (None, "1994-03-07", None, KARIM),
        ("anja m", "1987-04-23", None, JOHANNA),  # of the surname no more than its first letter
        ("abdelkarim e", "1994-03-07", None, KARIM),
    ],
)
def test_without_a_fitting_date_the_officer_chooses(
    ask: Ask, naam: str | None, datum: str | None, ongeveer: int | None, person: Naamprofiel
) -> None:
    antwoord = ask(naam, datum, ongeveer)
    assert antwoord.uitkomst is Uitkomst.KANDIDATEN
    assert antwoord.treffers[0].persoon_id == PEOPLE.index(person) + 1


@pytest.mark.parametrize(
    ("naam", "datum"),
    [
        ("Xqwrtyp Zzyzx", None),
        ("Zzyzx", None),
        ("Thorvald Ekelund", "1953-02-17"),
        ("Zzyzx", "1953-02-17"),
        (None, "1921-01-02"),
        ("王伟", None),
        ("'; DROP TABLE zoeksleutel; --", None),
        (".*|(abc+)+$", None),
        ("%s%s%n{0.__class__}", None),
        ("Johanna van der Meulen", "1931-11-02"),  # a namesake with another birth date
    ],
)
def test_somebody_else_is_not_shown(ask: Ask, naam: str | None, datum: str | None) -> None:
    antwoord = ask(naam, datum)
    assert (antwoord.uitkomst, antwoord.treffers) == (Uitkomst.ONBEKEND, ())


@pytest.mark.parametrize(
    ("naam", "datum"), [("Pieter van der Meulen", "1987-04-23"), ("Yassine El Amrani", "1994-03-07")]
)
def test_another_given_name_on_a_birth_date_shows_nobody_and_says_to_ask_on(ask: Ask, naam: str, datum: str) -> None:
    """A twin must not bring up the other, and a name that the register does not know must not seem unknown."""
    antwoord = ask(naam, datum)
    assert (antwoord.uitkomst, antwoord.treffers) == (Uitkomst.VERFIJN, ())
    assert antwoord.verfijn is not None
    assert antwoord.verfijn.vraag == "voornaam"


def test_another_letter_of_the_surname_shows_nobody(ask: Ask) -> None:
    assert ask("anja h", "1987-04-23").treffers == ()


LOOKALIKES = (
    Naamprofiel("Qassab", "Hassan", geboortedatum="2006-11-27"),
    Naamprofiel("Jansen", "Kevin", geboortedatum="2011-04-02"),
    Naamprofiel("Mohamed", "Bile Burhan", geboortedatum="1987-01-01"),
    Naamprofiel("Janssen", "Wilhelmina Janneke Fleur", geboortedatum="2002-05-06"),
    Naamprofiel("El Khatib", "Omar Bashar", geboortedatum="1977-01-19"),
    Naamprofiel("Ahmad", "Rachid", geboortedatum="1992-08-09"),
    Naamprofiel("Bouma", "Sietske", geboortedatum="2006-02-03"),
    Naamprofiel("Huisman", "Koen", geboortedatum="1992-11-30"),
)


@pytest.mark.parametrize(
    ("naam", "datum"),
    [
        ("hussein qassab", "2006-11-27"),  # a twin with the same consonants
        ("hussein qassab", "2006"),
        ("kevin johnson", "2011"),  # another surname with the same consonants
        ("mohamed", "1987-01-01"),  # 1 January says little more than the year
        ("mohamed bile", "1987-01-01"),
        ("j janssen", "2002"),  # the initial of a later given name
        ("omar basraji", "1977-01-19"),  # only given names fit
        ("rachid ait hamou", "1992"),  # an everyday form is one of a given name
        ("bouma", "2006"),  # a surname and a year are borne by many
        ("bas huisman", "1992-11-30"),  # a twin whose name could be three initials
        ("b huisman", "1992-11-30"),
    ],
)
def test_who_only_looks_like_it_gets_no_card(on_street: OnStreet, crowd: Crowd, naam: str, datum: str) -> None:
    assert on_street(*LOOKALIKES, *crowd)(naam, datum).uitkomst is not Uitkomst.KAART


@pytest.mark.parametrize("naam", ["bas huisman", "b huisman"])
def test_a_twin_by_a_short_name_or_an_initial_does_not_bring_up_the_other(
    on_street: OnStreet, crowd: Crowd, naam: str
) -> None:
    antwoord = on_street(*LOOKALIKES, *crowd)(naam, "1992-11-30")
    assert (antwoord.uitkomst, antwoord.treffers) == (Uitkomst.VERFIJN, ())


def test_a_name_to_which_something_is_added_is_another_name(on_street: OnStreet, crowd: Crowd) -> None:
    ask = on_street(*LOOKALIKES, *crowd)
    assert ask("koen huismanswinkel").uitkomst is Uitkomst.ONBEKEND


def test_two_names_without_a_space_are_read_as_two(on_street: OnStreet, crowd: Crowd) -> None:
    shown = on_street(Naamprofiel("Huisman", "Koen", geboortedatum="1970-02-03"), *crowd)(
        "koenhuisman", "1970"
    ).treffers
    assert [treffer.persoon_id for treffer in shown] == [1]


def test_another_birth_date_is_said_beside_a_candidate(on_street: OnStreet, crowd: Crowd) -> None:
    for treffer in on_street(*LOOKALIKES, *crowd)("koen huisman", "1955-11-30").treffers:
        assert "andere geboortedatum" in treffer.gevonden_op


def test_lines_and_tabs_stand_between_words(ask: Ask) -> None:
    assert ask("jan\nlenz", "1988-02-11").uitkomst is Uitkomst.KAART
    assert ask("jan\tlenz", "1988-02-11").uitkomst is Uitkomst.KAART


def test_a_swapped_date_is_a_choice_and_never_a_card(ask: Ask) -> None:
    assert ask("Jan Lenz", "1988-02-11").uitkomst is Uitkomst.KAART
    assert ask("Jan Lenz", "1988-11-02").uitkomst is Uitkomst.KANDIDATEN


@pytest.mark.parametrize(("datum", "ongeveer"), [("1987", None), ("1987-08", None), (None, 1987), (None, 1921)])
def test_part_of_a_date_alone_asks_for_the_surname(ask: Ask, datum: str | None, ongeveer: int | None) -> None:
    antwoord = ask(None, datum, ongeveer)
    assert (antwoord.uitkomst, antwoord.treffers) == (Uitkomst.VERFIJN, ())
    assert antwoord.verfijn is not None
    assert antwoord.verfijn.vraag == "achternaam"


def test_twins_in_the_register_are_told_apart(on_street: OnStreet, crowd: Crowd) -> None:
    twins = [Naamprofiel("Ekelund", given, geboortedatum="1999-09-09") for given in ("Thorvald", "Ingmar")]
    ask = on_street(*twins, *crowd)
    for number, twin in enumerate(twins, 1):
        antwoord = ask(f"{twin.voornamen} Ekelund", "9-9-1999")
        assert antwoord.uitkomst is Uitkomst.KAART
        assert antwoord.treffers[0].persoon_id == number
    assert ask("Ekelund", "9-9-1999").uitkomst is Uitkomst.KANDIDATEN


def test_father_and_son_of_one_name(on_street: OnStreet, crowd: Crowd) -> None:
    born = ("1961-02-03", "1991-02-03")
    ask = on_street(*(Naamprofiel("Ekelund", "Thorvald", geboortedatum=datum) for datum in born), *crowd)
    assert [treffer.persoon_id for treffer in ask("Thorvald Ekelund", "1991-02-03").treffers] == [2]
    assert len(ask("Thorvald Ekelund").treffers) == 2


def test_a_name_that_many_bear_asks_for_more(on_street: OnStreet, crowd: Crowd) -> None:
    many = [Naamprofiel("Jansen", "Jan", geboortedatum=f"{1960 + number}-05-0{1 + number % 9}") for number in range(30)]
    ask = on_street(*many, *crowd)
    for naam in ("Jansen", "jan jansen", "Janssen"):
        antwoord = ask(naam)
        assert antwoord.uitkomst is Uitkomst.VERFIJN
        assert antwoord.verfijn is not None
        assert antwoord.verfijn.vraag == "geboortejaar"
        assert not antwoord.treffers
    assert ask("jansen", many[3].geboortedatum).uitkomst is Uitkomst.KAART
    assert ask("Jan Jansen", "1963").treffers[0].persoon_id == 4


def test_a_name_that_more_bear_than_are_looked_at(on_street: OnStreet) -> None:
    ask = on_street(*(Naamprofiel("Jansen", "Jan", geboortedatum=f"{1950 + n % 60}-05-01") for n in range(400)))
    assert ask("Jan Jansen").uitkomst is Uitkomst.VERFIJN
    assert ask("Jansen").uitkomst is Uitkomst.VERFIJN


def test_few_of_one_name_are_candidates(on_street: OnStreet, crowd: Crowd) -> None:
    ask = on_street(*(Naamprofiel("Ekelund", given, geboortedatum="1980-01-05") for given in ("Olaf", "Sven")), *crowd)
    antwoord = ask("ekelund")
    assert antwoord.uitkomst is Uitkomst.KANDIDATEN
    assert [treffer.persoon_id for treffer in antwoord.treffers] == [1, 2]


@pytest.mark.parametrize(
    ("naam", "datum", "phrases"),
    [
        ("Johanna van der Meulen", "1987-04-23", {"achternaam", "voornaam", "geboortedatum"}),
        ("Anja Meulen", "1987-04-23", {"achternaam", "roepnaam", "geboortedatum"}),
        ("Johanna Meullen", "1987-04-23", {"achternaam klinkt als", "voornaam", "geboortedatum"}),
        ("Jan Lenz", "1988-11-02", {"achternaam", "voornaam", "dag en maand verwisseld"}),
        ("Arnoldus Kwist", "1988-02-11", {"alias", "achternaam", "voornaam", "geboortedatum"}),
        ("J. Zuidgeest", "1979", {"achternaam", "voorletters", "geboortejaar"}),
    ],
)
def test_an_answer_says_what_it_matched_on(ask: Ask, naam: str, datum: str, phrases: set[str]) -> None:
    assert set(ask(naam, datum).treffers[0].gevonden_op) == phrases


@pytest.mark.parametrize(
    ("van", "tot", "shown"), [("2026-11-21", "2026-11-21", True), ("2026-11-22", "9999-12-31", False)]
)
def test_dates_decide_who_is_on_the_street(
    on_street: OnStreet, crowd: Crowd, van: str, tot: str, *, shown: bool
) -> None:
    ask = on_street(*PEOPLE, *crowd, van=van, tot=tot)
    assert bool(ask("Johanna van der Meulen", "1987-04-23").treffers) is shown


@pytest.mark.parametrize(("naam", "datum"), [("Johanna van der Meulen", "1987-04-23"), ("Meulen", None)])
def test_a_question_costs_two_statements(ask: Ask, lasting_engines: Engines, naam: str, datum: str | None) -> None:
    statements: list[str] = []
    event.listen(lasting_engines.read, "before_cursor_execute", lambda *args: statements.append(args[2]))
    ask(naam, datum)
    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 2


@settings(max_examples=40, deadline=None)
@given(naam=st.text(max_size=200))
def test_any_text_is_answered(ask: Ask, naam: str) -> None:
    try:
        antwoord = ask(naam)
    except InvalidInput:
        return
    assert len(antwoord.treffers) <= MAX_TREFFERS


def test_the_longest_name_is_answered(ask: Ask) -> None:
    assert ask(("Bartholomeus Wilhelmina " * 9)[:200].strip()).uitkomst is not Uitkomst.KAART
    assert ask("a\u0301" * 100).uitkomst is Uitkomst.ONBEKEND


def test_who_is_called_by_a_name_comes_before_who_bears_it_second(on_street: OnStreet, crowd: Crowd) -> None:
    ask = on_street(Naamprofiel("Veenebeek", "Hans Robin"), Naamprofiel("Veenebeek", "Robin Hans"), *crowd)
    assert [treffer.persoon_id for treffer in ask("Robin Veenebeek").treffers] == [2]
    assert [treffer.persoon_id for treffer in ask("Hans Robin Veenebeek").treffers][:1] == [1]
