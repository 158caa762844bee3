from collections.abc import Callable
from random import Random

import pytest

from app.evaluatie import corrupt
from app.evaluatie.questions import MAKERS, SOORTEN, Over, Vraag, make_questions
from app.evaluatie.tally import Uitslag
from app.lookup.answer import Treffer, Uitkomst, Zoekantwoord
from app.names.profile import Naamprofiel

SURNAMES = ("Bakker", "Visser", "Vermeulen", "Yildirim", "Wisniewski", "Chaouch")
KNOWN = [
    (number, Naamprofiel(surname, given, None, "van der", geboortedatum=f"1984-03-{10 + number % 18}"))
    for number, (surname, given) in enumerate(
        ((surname, given) for surname in SURNAMES for given in ("Johannes", "Mohamed", "Maria", "Petrus")), 1
    )
]
UNKNOWN = [Naamprofiel("Schouten", "Cornelis", geboortedatum="1990-05-06")]


def seeded() -> Random:
    return Random(4)  # noqa: S311 - invented errors.


def test_the_same_seed_gives_the_same_questions() -> None:
    one, again, other = (list(make_questions(KNOWN, UNKNOWN, each=5, seed=seed)) for seed in (1, 1, 2))
    assert one == again
    assert one != other


def test_every_kind_is_asked() -> None:
    questions = list(make_questions(KNOWN, UNKNOWN, each=20, seed=1))
    assert {question.soort for question in questions} == set(SOORTEN)
    assert {question.over for question in questions} == set(Over)


def test_who_has_a_namesake_is_no_unknown_person() -> None:
    namesake = Naamprofiel("Bakker", "Maria Anna", geboortedatum="1950-01-01")
    questions = make_questions(KNOWN, [namesake], each=5, seed=1)
    assert not [question for question in questions if question.over is Over.ONBEKEND]


@pytest.mark.parametrize("change", [corrupt.typing_error, corrupt.sound_alike, corrupt.transliteration])
def test_a_corruption_changes_the_name(change: Callable[[str, Random], str | None]) -> None:
    random = seeded()
    for _ in range(50):
        garbled = change("Wisniewski", random)
        assert garbled
        assert abs(len(garbled) - len("Wisniewski")) <= 3


def test_a_wrong_date_is_a_date() -> None:
    random = seeded()
    for _ in range(50):
        wrong = corrupt.wrong_digit("1984-03-12", random)
        assert wrong != "1984-03-12"
        assert corrupt.is_date(wrong)
    assert corrupt.swapped("1984-03-12") == "1984-12-03"
    assert corrupt.swapped("1984-03-13") is None
    assert corrupt.swapped("1984-03-03") is None


def hit(number: int) -> Treffer:
    return Treffer(number, "Naam", 1984, "Levensloopaanpak", ("achternaam",), 0.9)


def test_what_is_counted() -> None:
    soort = next(iter(MAKERS))
    result = Uitslag()
    known, unknown = Vraag(soort, Over.BEKEND, "x", persoon=1), Vraag(soort, Over.ONBEKEND, "y")
    result.add(known, Zoekantwoord(Uitkomst.KAART, (hit(1),)), 1.0)
    result.add(known, Zoekantwoord(Uitkomst.KANDIDATEN, (hit(2), hit(1))), 1.0)
    result.add(known, Zoekantwoord(Uitkomst.KAART, (hit(3),)), 1.0)
    result.add(known, Zoekantwoord(Uitkomst.ONBEKEND), 1.0)
    result.add(unknown, Zoekantwoord(Uitkomst.KANDIDATEN, (hit(2),)), 1.0)
    result.add(unknown, Zoekantwoord(Uitkomst.VERFIJN), 1.0)
    assert f"| {soort} | 0.250 | 0.500 | 0.500 | 0.500 | 0.500 | 0.167 |" in result.lines()
