"""Names by origin, read from the files beside this one: `nl.txt`, `ma.txt` and so on.

A file begins with settings, `word: number`:

- `aandeel`: how many persons of the register have this origin (a weight);
- `elders`: percent of its persons who bear a given name of another origin;
- `nieuwjaar`: percent whose birth date is unknown and was registered as 1 January.

Then come sections. `[man]`, `[vrouw]` and `[achternaam]` hold names, divided by commas, the commonest first;
`[geboorteplaats]` holds where somebody may have been born, next to the region of the register. A number in a heading,
`[achternaam 45]`, says that only so many percent come from that list, and the others from `[achternaam vormen]`,
whose lines are templates, each after its weight. `[deel voor]` holds what may stand where a template says `{voor}`,
or `{Voor}` with a capital (a lone `-` is nothing at all); `{man}`, `{vrouw}` and `{achternaam}` stand for a name out
of those lists. `[spelling]` holds rules, `ij y`: what to look for (a regular expression) and what comes in its place;
`{anders man}` is a name from the list of men, changed by one of them; those under `[spelling man]` are for that list
only. `[vrouwelijk]` holds endings that differ when a woman bears the surname: `ski ska`. A line that starts with # is
for the reader only.

Source: written by hand from general knowledge of how such names are made; no list was copied. Many of the composed
names nobody bears, which is what an invented register wants.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from loadtests.namen.lijst import GIVEN, PARTS, SURNAMES, Pick, either, forms, respelt, sloping

SLOPES = {"man": GIVEN, "vrouw": GIVEN, "achternaam": SURNAMES}


class Herkomst:
    def __init__(self, file: Path) -> None:
        self.code = file.stem
        self._settings: dict[str, int] = {}
        self._lines: dict[str, list[str]] = {}
        self._listed: dict[str, float] = {}
        self._read(file)
        self.aandeel = self._settings["aandeel"]
        self.elders = self._settings.get("elders", 0)
        self.nieuwjaar = self._settings.get("nieuwjaar", 0)
        self._picks = self._composed()
        self.plaats = sloping(self._names("geboorteplaats"), PARTS)
        self._feminine = [tuple(line.split()) for line in self._lines.get("vrouwelijk", [])]

    def voornaam(self, random: Random, sex: str) -> str:
        return self._picks[sex](random)

    def achternaam(self, random: Random, sex: str) -> str:
        name = self._picks["achternaam"](random)
        if sex == "vrouw":
            for masculine, feminine in self._feminine:
                if name.endswith(masculine):
                    return name.removesuffix(masculine) + feminine
        return name

    def _read(self, file: Path) -> None:
        section = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section, share = _heading(line)
                self._listed[section] = share
                self._lines[section] = []
            elif line and not line.startswith("#"):
                if section:
                    self._lines[section].append(line)
                else:
                    word, _, number = line.partition(": ")
                    self._settings[word] = int(number)

    def _composed(self) -> dict[str, Pick]:
        parts = {
            section.removeprefix("deel "): sloping(self._names(section), PARTS)
            for section in self._lines
            if section.startswith("deel ")
        }
        listed = {kind: sloping(self._names(kind), slope) for kind, slope in SLOPES.items()}
        parts |= {
            f"anders {kind}": respelt(self._names(kind), slope, self._rules(kind)) for kind, slope in SLOPES.items()
        }
        picks = dict(listed)
        for kind in SLOPES:
            if rows := self._lines.get(f"{kind} vormen"):
                picks[kind] = either(self._listed[kind], listed[kind], forms(rows, parts | listed))
        return picks

    def _rules(self, kind: str) -> list[tuple[str, str]]:
        lines = self._lines.get("spelling", []) + self._lines.get(f"spelling {kind}", [])
        return [_rule(line) for line in lines]

    def _names(self, section: str) -> list[str]:
        return list(_divided(self._lines[section]))


def _heading(line: str) -> tuple[str, float]:
    words = line.strip("[]").split()
    if words[-1].isdigit():
        return " ".join(words[:-1]), float(words[-1])
    return " ".join(words), 100


def _rule(line: str) -> tuple[str, str]:
    pattern, replacement = line.split()
    return pattern, "" if replacement == "-" else replacement


def _divided(lines: list[str]) -> Iterator[str]:
    """The names of several lines, each once; `-` stands for nothing at all."""
    found = dict.fromkeys(name for line in lines for each in line.split(",") if (name := each.strip()))
    return iter("" if name == "-" else name for name in found)


def read_all() -> dict[str, Herkomst]:
    files = sorted(Path(__file__).parent.glob("*.txt"))
    return {file.stem: Herkomst(file) for file in files}
