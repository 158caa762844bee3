"""Counting what was right, and who was shown that should not have been."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.evaluatie.questions import OTHERS, Over, Vraag
from app.evaluatie.soorten import SOORTEN
from app.lookup.answer import Uitkomst, Zoekantwoord


@dataclass
class Telling:
    """Figures of one kind of question."""

    vragen: int = 0
    eerste: int = 0
    in_drie: int = 0
    anderen: int = 0
    onbekend: int = 0
    onbekend_getoond: int = 0
    verkeerde_kaart: int = 0
    kaart: int = 0

    def add(self, vraag: Vraag, antwoord: Zoekantwoord) -> None:
        shown = [treffer.persoon_id for treffer in antwoord.treffers]
        card = antwoord.uitkomst is Uitkomst.KAART
        if vraag.over is Over.MET_NAAMGENOOT:
            return
        if vraag.over is not Over.BEKEND:
            self.onbekend += 1
            self.onbekend_getoond += bool(shown)
            self.verkeerde_kaart += card
            return
        self.vragen += 1
        self.eerste += shown[:1] == [vraag.persoon]
        self.in_drie += vraag.persoon in shown[:3]
        self.anderen += sum(number != vraag.persoon for number in shown)
        self.kaart += card
        self.verkeerde_kaart += card and shown != [vraag.persoon]


@dataclass
class Uitslag:
    per_soort: dict[str, Telling] = field(default_factory=dict)
    ms: list[float] = field(default_factory=list)

    def add(self, vraag: Vraag, antwoord: Zoekantwoord, ms: float) -> None:
        self.per_soort.setdefault(vraag.soort, Telling()).add(vraag, antwoord)
        self.ms.append(ms)

    def lines(self) -> list[str]:
        """A Markdown table, one line a kind, and a line of totals."""
        head = "| soort vraag | eerste | in drie | kaart | anderen per vraag | onbekende getoond | verkeerde kaart |"
        rows = [head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
        rows += [
            _line(soort, self.per_soort[soort])
            for soort in (*(one.naam for one in SOORTEN), *OTHERS)
            if soort in self.per_soort
        ]
        return [*rows, _line("alle soorten", self._total()), "", self._times()]

    def _total(self) -> Telling:
        total = Telling()
        for telling in self.per_soort.values():
            for name in vars(total):
                setattr(total, name, getattr(total, name) + getattr(telling, name))
        return total

    def _times(self) -> str:
        times = sorted(self.ms)
        return f"{len(times)} vragen; p50 {_quantile(times, 0.5):.2f} ms, p99 {_quantile(times, 0.99):.2f} ms"


def _line(soort: str, telling: Telling) -> str:
    asked, unknown = telling.vragen or 1, telling.onbekend or 1
    known = [telling.eerste / asked, telling.in_drie / asked, telling.kaart / asked, telling.anderen / asked]
    cells = [f"{figure:.3f}" if telling.vragen else "" for figure in known]
    cells.append(f"{telling.onbekend_getoond / unknown:.3f}" if telling.onbekend else "")
    cells.append(f"{telling.verkeerde_kaart / (telling.vragen + telling.onbekend):.3f}")
    return f"| {soort} | {' | '.join(cells)} |"


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
