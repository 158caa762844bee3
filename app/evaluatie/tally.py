"""Counting what was right, and who was shown that should not have been."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.evaluatie.meten import Gemeten
from app.evaluatie.questions import OTHERS, Over
from app.evaluatie.soorten import FAMILIES, SOORTEN
from app.lookup.answer import Uitkomst


@dataclass
class Telling:
    """Figures of one kind of question."""

    bekend: int = 0
    eerste: int = 0
    in_drie: int = 0
    kaart: int = 0
    verfijn: int = 0
    anderen: int = 0  # persons shown who were not meant
    onbekend: int = 0
    onbekend_getoond: int = 0
    met_naamgenoot: int = 0
    met_naamgenoot_getoond: int = 0
    verkeerde_kaart: int = 0
    geweigerd: int = 0
    ms: list[float] = field(default_factory=list, repr=False)

    def add(self, gemeten: Gemeten) -> None:
        card = gemeten.uitkomst is Uitkomst.KAART
        self.geweigerd += gemeten.uitkomst is None
        self.ms.append(gemeten.ms)
        shown, meant = gemeten.getoond, gemeten.vraag.persoon
        match gemeten.vraag.over:
            case Over.BEKEND:
                self.bekend += 1
                self.eerste += shown[:1] == (meant,)
                self.in_drie += meant in shown[:3]
                self.kaart += card
                self.verfijn += gemeten.uitkomst is Uitkomst.VERFIJN
                self.anderen += sum(number != meant for number in shown)
                self.verkeerde_kaart += card and shown != (meant,)
            case Over.MET_NAAMGENOOT:
                self.met_naamgenoot += 1
                self.met_naamgenoot_getoond += bool(shown)
                self.verkeerde_kaart += card
            case _:
                self.onbekend += 1
                self.onbekend_getoond += bool(shown)
                self.verkeerde_kaart += card


Maat = Callable[[Telling], float | None]


def _part(part: str, whole: str) -> Maat:
    """A share; None when nothing was asked."""

    def measure(telling: Telling) -> float | None:
        asked = getattr(telling, whole)
        return getattr(telling, part) / asked if asked else None

    return measure


def _wrong_card(telling: Telling) -> float | None:
    asked = telling.bekend + telling.onbekend + telling.met_naamgenoot
    return telling.verkeerde_kaart / asked if asked else None


# What is reported of each kind, by the name under which it is reported.
MATEN: Mapping[str, Maat] = {
    "eerste": _part("eerste", "bekend"),
    "in drie": _part("in_drie", "bekend"),
    "kaart": _part("kaart", "bekend"),
    "verfijn": _part("verfijn", "bekend"),
    "anderen per vraag": _part("anderen", "bekend"),
    "onbekende getoond": _part("onbekend_getoond", "onbekend"),
    "met naamgenoot getoond": _part("met_naamgenoot_getoond", "met_naamgenoot"),
    "verkeerde kaart": _wrong_card,
}


@dataclass(frozen=True)
class Uitslag:
    """The counts per kind; those of twins, namesakes, fathers and sons stand apart in `anderen`."""

    per_soort: Mapping[str, Telling]
    anderen: Mapping[str, Telling]

    @classmethod
    def of(cls, answers: Iterable[Gemeten]) -> "Uitslag":
        kinds: dict[str, Telling] = {}
        for gemeten in answers:
            kinds.setdefault(gemeten.vraag.soort, Telling()).add(gemeten)
        per_soort = {soort.naam: kinds[soort.naam] for soort in SOORTEN if soort.naam in kinds}
        return cls(per_soort, {over.value: kinds[over.value] for over in OTHERS if over.value in kinds})

    def evenly(self, maat: str, soorten: Sequence[str] | None = None) -> float | None:
        """The mean over kinds, so that one kind counts once however often it was asked; None when nothing was."""
        names = self.per_soort if soorten is None else soorten
        figures = [MATEN[maat](self.per_soort[name]) for name in names if name in self.per_soort]
        known = [figure for figure in figures if figure is not None]
        return sum(known) / len(known) if known else None

    def families(self) -> dict[str, list[str]]:
        """The kinds that were asked, by family."""
        of = {soort.naam: soort.familie for soort in SOORTEN}
        found = {familie: [name for name in self.per_soort if of[name] == familie] for familie in FAMILIES}
        return {familie: names for familie, names in found.items() if names}

    def count(self, what: str) -> int:
        return sum(getattr(telling, what) for telling in (*self.per_soort.values(), *self.anderen.values()))

    def ms(self) -> list[float]:
        """Of every question that was not refused, in order of length."""
        tellingen = (*self.per_soort.values(), *self.anderen.values())
        return sorted(ms for telling in tellingen for ms in telling.ms if ms)


def quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
