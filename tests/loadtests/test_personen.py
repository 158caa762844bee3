"""The invented register has the shape of a real one: few share a name, some names are common, and most are rare."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.core import Core
from app.register.fileformat import FileFormat
from app.register.read import read_naslag
from loadtests.namen.herkomst import Herkomst
from loadtests.personen import TODAY, Names, PersonMaker, split_surname
from loadtests.register import generate

REGISTERED = 20_000
STRANGERS = 4_000
Row = dict[str, Any]
A_FILE = r"""# Invented.
aandeel: 3

[man 0]
Adam

[man vormen]
2 {anders man}

[vrouw]
Eva

[achternaam 0]
Zeldzaam

[achternaam vormen]
1 van {Voor}{na}ski

[deel voor]
oud,
oud

[deel na]
-

[spelling]
d([ai]) t\1

[vrouwelijk]
ski ska

[geboorteplaats]
Verweg
"""


def seeded(seed: int | str) -> Random:
    return Random(seed)  # noqa: S311 - the same persons each time.


def persons(seed: int) -> Iterator[Row]:
    maker = PersonMaker(seeded(seed), Names())
    while True:
        yield maker.make()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return list(islice(persons(seed=7), REGISTERED + STRANGERS))


def full_name(row: Row) -> tuple[str, str] | None:
    """The first given name and the surname; none when the given names are absent or mere initials."""
    first = row.get("voornamen", ".").split()[0]
    return None if "." in first else (first.lower(), row["geslachtsnaam"].lower())


def test_most_surnames_are_rare_and_the_commonest_is_not_everywhere(rows: list[Row]) -> None:
    surnames = Counter(row["geslachtsnaam"] for row in rows[:5_000])
    assert 3_300 < len(surnames) < 4_200
    assert 2_600 < sum(number == 1 for number in surnames.values()) < 3_700
    assert 0.003 < surnames.most_common(1)[0][1] / 5_000 < 0.008
    assert 0.11 < sum(number for _, number in surnames.most_common(100)) / 5_000 < 0.17


def test_given_names_have_a_head_and_a_tail(rows: list[Row]) -> None:
    given = Counter(name[0] for row in rows[:5_000] if (name := full_name(row)))
    assert 1_700 < len(given) < 2_400
    assert 0.01 < given.most_common(1)[0][1] / given.total() < 0.03


def test_few_strangers_have_a_namesake_in_the_register(rows: list[Row]) -> None:
    registered = {full_name(row) for row in rows[:REGISTERED]}
    strangers = [name for row in rows[REGISTERED:] if (name := full_name(row))]
    # Among 100,000 it is 7 in a hundred, and among a million 23 (measured by hand, as it takes a minute).
    assert 0.015 < sum(name in registered for name in strangers) / len(strangers) < 0.035


def test_some_are_twins_and_some_are_father_and_son(rows: list[Row]) -> None:
    pairs = list(pairwise(rows))
    related = [(one, other) for one, other in pairs if one["geslachtsnaam"] == other["geslachtsnaam"]]
    dated = [pair for pair in related if all(len(row.get("geboorte", {}).get("datum", "")) == 10 for row in pair)]
    twins = [pair for pair in dated if pair[0]["geboorte"] == pair[1]["geboorte"]]
    assert 0.002 < len(twins) / len(rows) < 0.004
    assert all(one.get("voornamen") != other.get("voornamen") for one, other in twins)
    namesakes = [pair for pair in dated if full_name(pair[0]) and full_name(pair[0]) == full_name(pair[1])]
    apart = [abs(int(one["geboorte"]["datum"][:4]) - int(other["geboorte"]["datum"][:4])) for one, other in namesakes]
    assert 0.002 < len(namesakes) / len(rows) < 0.005
    assert min(apart) >= 19


def test_who_does_not_know_the_own_birthday_was_born_on_new_years_day() -> None:
    names = Names()
    maker = PersonMaker(seeded(1), names)
    unknown = {code: origin.nieuwjaar for code, origin in names.origins.items()}
    assert all(15 <= unknown[code] <= 25 for code in ("sy", "af", "er", "so"))
    rows = [maker.make() for _ in range(10_000)]
    dates = Counter(row.get("geboorte", {}).get("datum", "?")[4:] for row in rows)
    assert 0.02 < dates["-01-01"] / len(rows) < 0.05
    assert dates[""] > 100
    assert dates["-02-29"] < 20


def test_the_register_is_made_the_same_again_and_is_taken_in_without_a_refusal(core: Core) -> None:
    lines = list(generate(1_500, seed=3))
    assert lines == list(generate(1_500, seed=3))
    assert lines != list(generate(1_500, seed=4))
    with core.engines.read.connect() as connection:
        form = FileFormat(read_naslag(connection), TODAY)
    for line in lines:
        form.read(json.loads(line))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("van der Berg", ("van der", "Berg")),
        ("El Amrani-de Vries", ("El", "Amrani-de Vries")),
        ("Bakker", (None, "Bakker")),
        ("de", (None, "de")),
        ("da Silva Ramos", ("da", "Silva Ramos")),
    ],
)
def test_particles_stand_apart(name: str, parts: tuple[str | None, str]) -> None:
    assert split_surname(name) == parts


def test_a_file_of_names_says_how_they_are_composed(tmp_path: Path) -> None:
    file = tmp_path / "xx.txt"
    file.write_text(A_FILE)
    herkomst, random = Herkomst(file), seeded(1)
    assert (herkomst.code, herkomst.aandeel, herkomst.nieuwjaar) == ("xx", 3, 0)
    assert (herkomst.voornaam(random, "vrouw"), herkomst.voornaam(random, "man")) == ("Eva", "Atam")
    assert herkomst.achternaam(random, "man") == "van Oudski"
    assert herkomst.achternaam(random, "vrouw") == "van Oudska"


def test_a_template_asks_only_for_parts_that_there_are() -> None:
    for code, origin in Names().origins.items():
        random = seeded(code)
        for sex in ("man", "vrouw"):
            names = {origin.achternaam(random, sex) for _ in range(300)}
            assert all(name == name.strip() and "{" not in name for name in names)
            assert len(names) > (60 if code == "cn" else 100)
