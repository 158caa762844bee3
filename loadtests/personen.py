"""Invents persons: names by origin, each with its share, and what goes with them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from loadtests import teksten

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
PLAATSEN = tuple(teksten.PLAATSEN)
PARTICLES = frozenset("van de der den 't in op uit ten ter te el al ben oulad ait".split())  # noqa: SIM905 - reads better.
# How names thin out from the commonest down; Jansen is borne by somewhat less than one in a hundred.
STEEPNESS = 0.75
HEAD = 10

# The long tail of Dutch surnames, of which each is rare: two parts of a landscape, and an ending.
TAIL_SHARE = 0.2
BEFORE = (
    "Ooster", "Wester", "Noorder", "Zuider", "Groene", "Hooge", "Nieuwen", "Olden", "Lange", "Steen", "Water", "Eike",
    "Berke", "Linde", "Roze", "Molen", "Kerk", "Schaap", "Vosse", "Konings", "Wolve", "Kolen", "Zand", "Veene", "Riet",
)  # fmt: skip
AFTER = (
    "veld", "berg", "dijk", "huis", "kamp", "hof", "horst", "wijk", "brink", "daal", "meer", "beek", "bos", "burg",
    "bergen", "velden", "stein", "hout", "woude", "laar", "broek", "waard",
)  # fmt: skip
ENDINGS = ("", "", "", "er", "s", "sma")
STRAATNAMEN = (
    "Kleine", "Lange", "Rooie", "Zwarte", "Opa", "Gekke", "Stille", "Dikke", "Blonde", "Oude",
)  # fmt: skip
BIJNAMEN = (
    "Spijker", "Boeba", "Tattoo", "Snelle", "Professor", "Kapitein", "Smurf", "Beer", "Kip", "Stitch", "Cowboy", "Wolf",
)  # fmt: skip


class Names:
    """Name lists with the share of each name: the place in the list decides."""

    def __init__(self, file: Path) -> None:
        self.shares: dict[str, int] = {}
        self._lists: dict[tuple[str, str], tuple[list[str], list[float]]] = {}
        self.short_forms = dict(_short_forms(HERE / "roepnamen.txt"))
        origin = kind = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                origin, share, kind = line.strip("[]").split()
                self.shares[origin] = int(share)
            elif line and not line.startswith("#"):
                names = [name.strip() for name in line.split(",")]
                weights = accumulate(1 / (place + HEAD) ** STEEPNESS for place in range(len(names)))
                self._lists[origin, kind] = (names, list(weights))

    def pick(self, random: Random, origin: str, kind: str) -> str:
        names, weights = self._lists[origin, kind]
        return random.choices(names, cum_weights=weights)[0]


def _short_forms(file: Path) -> Iterator[tuple[str, list[str]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, forms = line.partition(": ")
            yield name, forms.split(", ")


def split_surname(name: str) -> tuple[str | None, str]:
    """("van der", "Berg"); the last word always belongs to the name itself."""
    words = name.split()
    at = 0
    while at < len(words) - 1 and words[at].lower() in PARTICLES:
        at += 1
    return " ".join(words[:at]) or None, " ".join(words[at:])


def without_absent(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "", [], {})}


class PersonMaker:
    def __init__(self, random: Random, names: Names) -> None:
        self._random = random
        self._names = names
        self._origins = list(names.shares)
        self._shares = list(accumulate(names.shares.values()))

    def make(self) -> dict[str, Any]:
        random = self._random
        origin = random.choices(self._origins, cum_weights=self._shares)[0]
        sex = "man" if random.random() < 0.7 else "vrouw"
        voornamen = self._given(origin, sex)
        voorvoegsel, surname = split_surname(self._surname(origin, sex))
        row = {
            "voornamen": self._shortened(voornamen),
            "roepnaam": self._roepnaam(voornamen),
            "voorvoegsel": voorvoegsel,
            "geslachtsnaam": surname,
            "aliassen": self._aliases(origin, voornamen),
            "geboorte": self._birth(origin),
            "geslacht": sex if random.random() < 0.995 else "onbekend",
        }
        return without_absent(row)

    def _given(self, origin: str, sex: str) -> str:
        weights = (55, 33, 12) if origin in ("nl", "sr", "an") else (93, 6, 1)
        several = self._random.choices((1, 2, 3), weights)[0]
        return " ".join(dict.fromkeys(self._names.pick(self._random, origin, sex) for _ in range(several)))

    def _surname(self, origin: str, sex: str) -> str:
        random = self._random
        name = self._names.pick(random, origin, "achternaam")
        if origin == "nl" and random.random() < TAIL_SHARE:
            return random.choice(BEFORE) + random.choice(AFTER) + random.choice(ENDINGS)
        if origin == "pl" and sex == "vrouw" and name.endswith("ski"):
            return f"{name[:-1]}a"
        if sex == "vrouw" and self._random.random() < 0.08:
            return f"{name}-{self._names.pick(self._random, 'nl', 'achternaam')}"
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

    def _aliases(self, origin: str, voornamen: str) -> list[str]:
        chance, first = self._random.random(), voornamen.split(maxsplit=1)[0]
        if chance < 0.03:
            return [f"{first} {self._names.pick(self._random, origin, 'achternaam')}"]
        if chance < 0.05:
            return [f"{self._random.choice(STRAATNAMEN)} {first}"]
        if chance < 0.06:
            return [self._random.choice(BIJNAMEN)]
        return []

    def _birth(self, origin: str) -> dict[str, str]:
        random = self._random
        # Most are between twenty and fifty; the youngest is twelve.
        born = TODAY - timedelta(days=int(365.25 * random.triangular(12, 80, 31)))
        chance = random.random()
        datum = born.isoformat()[: 10 if chance < 0.975 else 7 if chance < 0.98 else 4]
        near = origin == "nl" or random.random() < 0.4
        plaats = random.choice(PLAATSEN if near else teksten.GEBOORTEPLAATSEN[origin])
        row = {"datum": datum if random.random() < 0.99 else None, "plaats": plaats if random.random() < 0.9 else None}
        return without_absent(row)
