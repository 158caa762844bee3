"""Invents persons: a name out of one origin, and what goes with it. The names themselves come from `namen/`."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from loadtests import teksten
from loadtests.namen.herkomst import Herkomst, read_all
from loadtests.namen.lijst import drawn

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
PLAATSEN = tuple(teksten.PLAATSEN)
PARTICLES = frozenset(
    "van de der den 't in op uit ten ter te het von zu la le di da do dos das el al ben oulad ait bel".split()  # noqa: SIM905 - reads better.
)
STRAATNAMEN = (
    "Kleine", "Lange", "Rooie", "Zwarte", "Opa", "Gekke", "Stille", "Dikke", "Blonde", "Oude",
)  # fmt: skip
BIJNAMEN = (
    "Spijker", "Boeba", "Tattoo", "Snelle", "Professor", "Kapitein", "Smurf", "Beer", "Kip", "Stitch", "Cowboy", "Wolf",
)  # fmt: skip
# How many persons have a twin in the register, and how many men a father or a son of the same name.
TWINS = 0.003
NAMESAKES = 0.0045
# Who is older is the father; who is younger is the son.
FATHERS_BORN_BEFORE = 1985
# How many given names somebody has.
USUAL_GIVEN = drawn((1, 2, 3), (93, 6, 1))
SEVERAL_GIVEN = {
    "nl": drawn((1, 2, 3), (52, 36, 12)),
    "sr": drawn((1, 2, 3), (62, 31, 7)),
    "an": drawn((1, 2, 3), (62, 31, 7)),
    "de": drawn((1, 2, 3), (70, 26, 4)),
    "en": drawn((1, 2, 3), (70, 28, 2)),
}


class Names:
    """All names, by origin."""

    def __init__(self) -> None:
        self.origins = read_all()
        self.short_forms = dict(_short_forms(HERE / "roepnamen.txt"))
        origins = list(self.origins.values())
        self.origin = drawn(origins, (origin.aandeel for origin in origins))

    def given(self, random: Random, origin: Herkomst, sex: str) -> str:
        """The given names: one, or several as is the custom; now and then those of another origin."""
        if random.random() * 100 < origin.elders:
            # Who was born here may bear a name from here, and a Dutch person any name at all.
            origin = self.origin(random) if origin.code == "nl" else self.origins["nl"]
        several = SEVERAL_GIVEN.get(origin.code, USUAL_GIVEN)(random)
        return " ".join(dict.fromkeys(origin.voornaam(random, sex) for _ in range(several)))


def _short_forms(file: Path) -> Iterator[tuple[str, list[str]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, forms = line.partition(": ")
            yield name, forms.split(", ")


def split_surname(name: str) -> tuple[str | None, str]:
    """("van der", "Berg"); the last word always belongs to the name itself."""
    if " " not in name:
        return None, name
    words = name.split()
    at = 0
    while at < len(words) - 1 and words[at].lower() in PARTICLES:
        at += 1
    return " ".join(words[:at]) or None, " ".join(words[at:])


def without_absent(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "", [], {})}


class PersonMaker:
    """Makes persons one at a time; a twin or a son comes right after the other."""

    def __init__(self, random: Random, names: Names) -> None:
        self._random = random
        self._names = names
        self._relative: dict[str, Any] | None = None

    def make(self) -> dict[str, Any]:
        if self._relative:
            row, self._relative = self._relative, None
            return row
        random = self._random
        origin = self._names.origin(random)
        sex = "man" if random.random() < 0.7 else "vrouw"
        voornamen = self._names.given(random, origin, sex)
        row = self._person(origin, sex, voornamen)
        chance = random.random()
        if chance < TWINS:
            self._relative = self._twin(row, origin, sex, voornamen)
        elif chance > 1 - NAMESAKES and sex == "man" and "datum" in row["geboorte"]:
            self._relative = self._father_or_son(row, voornamen)
        return without_absent(row)

    def _person(self, origin: Herkomst, sex: str, voornamen: str) -> dict[str, Any]:
        random = self._random
        voorvoegsel, surname = split_surname(self._surname(origin, sex))
        return {
            "voornamen": self._shortened(voornamen),
            "roepnaam": self._roepnaam(voornamen),
            "voorvoegsel": voorvoegsel,
            "geslachtsnaam": surname,
            "aliassen": self._aliases(origin, sex, voornamen, surname),
            "geboorte": self._birth(origin),
            "geslacht": sex if random.random() < 0.995 else "onbekend",
        }

    def _surname(self, origin: Herkomst, sex: str) -> str:
        random = self._random
        name = origin.achternaam(random, sex)
        # A husband's name before the own name, as some women let themselves be registered.
        if sex == "vrouw" and "-" not in name and random.random() < 0.04:
            return f"{self._names.origins['nl'].achternaam(random, 'man')}-{name}"
        return name

    def _shortened(self, voornamen: str) -> str | None:
        chance = self._random.random()
        if chance < 0.015:
            return None
        if chance < 0.05:
            return "".join(f"{name[0]}." for name in voornamen.split())
        return voornamen

    def _roepnaam(self, voornamen: str) -> str | None:
        short = self._names.short_forms.get(voornamen.split(maxsplit=1)[0])
        return self._random.choice(short) if short and self._random.random() < 0.55 else None

    def _aliases(self, origin: Herkomst, sex: str, voornamen: str, surname: str) -> list[str]:
        random, first = self._random, voornamen.split(maxsplit=1)[0]
        chance = random.random()
        if chance < 0.03:
            return [f"{first} {origin.achternaam(random, sex)}"]
        if chance < 0.05:
            return [f"{random.choice(STRAATNAMEN)} {first}"]
        if chance < 0.06:
            return [random.choice(BIJNAMEN)]
        if chance < 0.08 and sex == "vrouw":
            return [f"{first} {origin.achternaam(random, 'man')}-{surname}"]
        if chance < 0.09 and origin.code == "cn":
            return [f"{surname} {voornamen}"]
        return []

    def _birth(self, origin: Herkomst) -> dict[str, str]:
        random = self._random
        # Most are between twenty and fifty; the youngest is twelve.
        born = TODAY - timedelta(days=int(365.25 * random.triangular(12, 80, 31)))
        if random.random() * 100 < origin.nieuwjaar:
            born = born.replace(month=1, day=1)
        chance = random.random()
        datum = born.isoformat()[: 10 if chance < 0.975 else 7 if chance < 0.98 else 4]
        near = origin.code == "nl" or random.random() < 0.4
        plaats = random.choice(PLAATSEN) if near and random.random() < 0.8 else origin.plaats(random)
        row = {"datum": datum if random.random() < 0.99 else None, "plaats": plaats if random.random() < 0.9 else None}
        return without_absent(row)

    def _twin(self, row: dict[str, Any], origin: Herkomst, sex: str, voornamen: str) -> dict[str, Any]:
        """Of the same sex, as a surname may end otherwise for the other."""
        other, first = voornamen, voornamen.split(maxsplit=1)[0]
        while other.split(maxsplit=1)[0] == first:
            other = self._names.given(self._random, origin, sex)
        return self._relative_of(row, other, row["geboorte"])

    def _father_or_son(self, row: dict[str, Any], voornamen: str) -> dict[str, Any]:
        random = self._random
        year, years = int(row["geboorte"]["datum"][:4]), random.randrange(19, 30)
        year += years if year < FATHERS_BORN_BEFORE else -years
        datum = date(year, random.randrange(1, 13), random.randrange(1, 29)).isoformat()
        return self._relative_of(row, voornamen, row["geboorte"] | {"datum": datum})

    def _relative_of(self, row: dict[str, Any], voornamen: str, birth: dict[str, str]) -> dict[str, Any]:
        own = {"voornamen": voornamen, "roepnaam": self._roepnaam(voornamen), "geboorte": birth}
        return without_absent(row | {"aliassen": []} | own)
