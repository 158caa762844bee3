"""What a measurement found, as a table for people and as JSON for machines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.evaluatie.bewaard import Herkomst
from app.evaluatie.questions import FULL_NAME_AND_DATE
from app.evaluatie.soorten import SOORT
from app.evaluatie.tally import MATEN, Telling, Uitslag, quantile
from app.evaluatie.toevoegen import Toegevoegd

_KNOWN = ("eerste", "in drie", "kaart", "verfijn", "anderen per vraag", "onbekende getoond", "verkeerde kaart")
_COLUMNS = (*_KNOWN[:6], "met naamgenoot getoond", _KNOWN[6])


@dataclass(frozen=True)
class Meting:
    """A whole measurement; `bij_aandeel` holds what would be found when that share of unknown persons were shown."""

    herkomst: Herkomst
    per_soort: int
    op_straat: int
    uitslag: Uitslag
    bytes_per_persoon: float | None
    toegevoegd: Toegevoegd
    bij_aandeel: Mapping[float, tuple[float, Uitslag]]

    def as_json(self) -> dict[str, Any]:
        """A value of plain lists, texts and numbers."""
        return {
            "herkomst": asdict(self.herkomst),
            "perSoort": self.per_soort,
            "opStraat": self.op_straat,
            **uitslag_as_json(self.uitslag),
            "msPerVraag": _quantiles(self.uitslag.ms()),
            "bytesPerPersoon": self.bytes_per_persoon,
            "msPerToevoeging": {
                "import": _quantiles(self.toegevoegd.import_ms),
                "straat": _quantiles(self.toegevoegd.straat_ms),
            },
            "bijAandeel": {
                str(aandeel): {"drempel": drempel, "alleSoorten": _evenly(uitslag)}
                for aandeel, (drempel, uitslag) in self.bij_aandeel.items()
            },
        }


def uitslag_as_json(uitslag: Uitslag) -> dict[str, Any]:
    families = uitslag.families()
    return {
        "soorten": {
            name: {"familie": SOORT[name].familie, **_telling(telling)} for name, telling in uitslag.per_soort.items()
        },
        "families": {familie: _evenly(uitslag, names) for familie, names in families.items()},
        "alleSoorten": _evenly(uitslag),
        "anderen": {name: _telling(telling) for name, telling in uitslag.anderen.items()},
    }


def _telling(telling: Telling) -> dict[str, Any]:
    counts = {name: value for name, value in vars(telling).items() if name != "ms"}
    shares = {name: maat(telling) for name, maat in MATEN.items()}
    return {"aantallen": counts, "aandelen": shares, "ms": _quantiles(sorted(ms for ms in telling.ms if ms))}


def _evenly(uitslag: Uitslag, names: Sequence[str] | None = None) -> dict[str, float | None]:
    return {maat: uitslag.evenly(maat, names) for maat in MATEN}


def _quantiles(ordered: Sequence[float]) -> dict[str, float] | None:
    return {"p50": quantile(ordered, 0.5), "p99": quantile(ordered, 0.99)} if ordered else None


def _row(name: str, asked: str, figures: Mapping[str, float | None]) -> str:
    cells = (figures[column] for column in _COLUMNS)
    return f"| {name} | {asked} | {' | '.join('' if cell is None else f'{cell:.3f}' for cell in cells)} |"


def table(uitslag: Uitslag) -> Iterator[str]:
    """A Markdown table: each kind, the mean of each family, and of all kinds evenly."""
    yield f"| soort vraag | bekend + onbekend | {' | '.join(_COLUMNS)} |"
    yield f"| --- | ---: |{' ---: |' * len(_COLUMNS)}"
    for familie, names in uitslag.families().items():
        yield _row(f"**{familie}**", f"{len(names)} soorten", _evenly(uitslag, names))
        for name in names:
            telling = uitslag.per_soort[name]
            shares = {maat: measure(telling) for maat, measure in MATEN.items()}
            yield _row(name, f"{telling.bekend} + {telling.onbekend}", shares)
    yield _row("**alle soorten, elk even zwaar**", f"{len(uitslag.per_soort)} soorten", _evenly(uitslag))


def lines(meting: Meting) -> Iterator[str]:
    """The whole report."""
    uitslag, herkomst = meting.uitslag, meting.herkomst
    filled = "hergebruikt; het is eerder gevuld" if herkomst.hergebruikt else "gevuld voor deze meting"
    yield f"Register: {herkomst.bestand}, {meting.op_straat} personen op straat; {filled}."
    yield ""
    yield from table(uitslag)
    yield ""
    for name, telling in uitslag.anderen.items():
        shown = f"{telling.onbekend_getoond} keer iemand getoond, {telling.verkeerde_kaart} keer de kaart van de ander"
        yield f"- {name}: {telling.onbekend} vragen, {shown}"
    if FULL_NAME_AND_DATE in uitslag.per_soort:
        telling = uitslag.per_soort[FULL_NAME_AND_DATE]
        shown = f"{telling.onbekend_getoond} van {telling.onbekend} onbekenden getoond"
        yield f"- hele naam en geboortedatum: {shown}"
    if refused := uitslag.count("geweigerd"):
        yield f"- {refused} vragen zijn geweigerd: er bleef te weinig naam over"
    for aandeel, (drempel, found) in meting.bij_aandeel.items():
        first, others = found.evenly("eerste"), found.evenly("anderen per vraag")
        yield (
            f"- als {aandeel:.0%} van de onbekenden iemand te zien geeft (drempel {drempel:.3f}): "
            f"eerste {first or 0:.3f}, anderen per vraag {others or 0:.3f}"
        )
    yield ""
    yield from _costs(meting)


def _costs(meting: Meting) -> Iterator[str]:
    ms = meting.uitslag.ms()
    yield f"{len(ms)} vragen: p50 {quantile(ms, 0.5):.2f} ms, p99 {quantile(ms, 0.99):.2f} ms"
    if meting.bytes_per_persoon is not None:
        yield f"{meting.bytes_per_persoon:.0f} bytes zoeksleutels per persoon"
    parts = {
        "een persoon op straat brengen": meting.toegevoegd.straat_ms,
        "een persoon inlezen, helemaal": meting.toegevoegd.import_ms,
    }
    for what, added in parts.items():
        if added:
            yield f"{what}: p50 {quantile(added, 0.5):.1f} ms, p99 {quantile(added, 0.99):.1f} ms"
    if meting.herkomst.seconden:
        per_second = meting.herkomst.personen / meting.herkomst.seconden
        yield f"{meting.herkomst.personen} personen ingelezen, {per_second:.0f} per seconde"
