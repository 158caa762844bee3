"""Writes docs/figures.md and its pictures from the results in docs/figures/*.json; measures nothing itself."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from loadtests.bars import picture
from loadtests.curves import curves
from loadtests.figures_goals import goal_rows, growth, level_with

TEXT = Path(__file__).with_name("figures_head.md")
OURS, SELECT = "Veldwijzer", "one SELECT by key"
COLUMNS = {
    "eerste": "right at 1",
    "in drie": "right in 3",
    "kaart": "card",
    "verfijn": "asks back",
    "anderen per vraag": "others shown",
    "onbekende getoond": "unknown shown",
    "met naamgenoot getoond": "unknown with a namesake shown",
    "verkeerde kaart": "wrong card",
}
SETTINGS = {"as ours": "as ours decides", "0.03": "3 % of the unknown", "0.05": "5 % of the unknown"}

Result = dict[str, Any]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    marks = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]


def _cell(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def systems_of(result: Result) -> list[str]:
    return list(result["compared"]["systems"]["as ours"])


def _bold_best(figures: Sequence[float | None]) -> list[str]:
    best = max((figure for figure in figures if figure is not None), default=None)
    return [f"**{_cell(figure)}**" if figure is not None and figure == best else _cell(figure) for figure in figures]


def _kind_rows(result: Result) -> Iterator[Sequence[str]]:
    """Ours, on all questions: each family, its kinds, and all kinds evenly."""
    ours = result["ours"]
    for family, means in ours["families"].items():
        yield [f"**{family}**", "", *[_cell(means[column]) for column in COLUMNS]]
        for kind, row in ours["soorten"].items():
            if row["familie"] == family:
                counts = row["aantallen"]
                asked = f"{counts['bekend']} + {counts['onbekend']} + {counts['met_naamgenoot']}"
                yield [kind, asked, *[_cell(row["aandelen"][column]) for column in COLUMNS]]
    yield ["**all kinds evenly**", "", *[f"**{_cell(ours['alleSoorten'][column])}**" for column in COLUMNS]]


def _compared_rows(result: Result) -> Iterator[Sequence[str]]:
    systems = result["compared"]["systems"]["as ours"]
    for kind in systems[OURS]["soorten"]:
        yield [kind, *_bold_best([systems[name]["soorten"][kind]["aandelen"]["eerste"] for name in systems])]
    yield ["all kinds evenly", *_bold_best([systems[name]["alleSoorten"]["eerste"] for name in systems])]


def _setting_rows(result: Result) -> Iterator[Sequence[str]]:
    columns = ("eerste", "in drie", "anderen per vraag", "onbekende getoond")
    for setting, text in SETTINGS.items():
        for name, found in result["compared"]["systems"][setting].items():
            yield [text, name, *[_cell(found["alleSoorten"][column]) for column in columns]]


def _stranger_rows(result: Result) -> Iterator[Sequence[str]]:
    """Twins, namesakes, fathers and sons: ours on all questions, the baselines on those that they were asked."""
    systems = result["compared"]["systems"]["as ours"]
    for who, row in result["ours"]["anderen"].items():
        counts = row["aantallen"]
        others = [
            _cell(one["anderen"][who]["aandelen"]["onbekende getoond"]) if who in one["anderen"] else ""
            for name, one in systems.items()
            if name != OURS
        ]
        card = _cell(counts["verkeerde_kaart"] / counts["onbekend"])
        yield [who, str(counts["onbekend"]), card, _cell(row["aandelen"]["onbekende getoond"]), *others]


def _time_rows(result: Result) -> Iterator[Sequence[str]]:
    one, slowest = result["times"][SELECT]
    for name, (p50, p99) in result["times"].items():
        per_person = result["bytes"].get(name)
        size = f"{per_person:.0f}" if per_person else ""
        yield [name, f"{p50 / one:.1f}", f"{p99 / slowest:.1f}", f"{p50:.2f} / {p99:.2f}", size]


def _costs(result: Result) -> Iterator[str]:
    for way, text in (("street", "To bring one new person to the street"), ("import", "To import one new line whole")):
        if way in result["add"]:
            p50, p99 = result["add"][way]
            yield f"{text} took {p50:.1f} ms (p50; p99 {p99:.1f} ms), one by one on the filled register, until on disk."
    if result["import"]:
        rate, least = result["import"]["persons_per_second"], result["import"]["baseline"]
        yield f"The import took in {rate:,.0f} persons a second. Only to parse and store each line goes"
        yield f"{least / rate:.0f} times as fast."


def _section(result: Result) -> list[str]:
    persons, systems = result["persons"], systems_of(result)
    _, _, below = level_with(result)
    asked = result["compared"]["questions"]
    return [
        f"## {persons:,} persons",
        "",
        f"Measured on {result['date']} in {result['minutes']:.0f} minutes, of code {result['code']}, with",
        f"`{result['command']}`:",
        f"{result['on_street']:,} persons on the street, {result['questions']:,} questions, of each kind",
        f"{result['each']} about registered persons. The baselines were asked {asked:,} of these questions, each kind",
        "in its share: as many as they answered in the time they were given.",
        *[f"Not measured: {name}, for {why}." for name, why in result["missing"].items()],
        "",
        *table(["goal", "limit", "measured", "met"], goal_rows(result)),
        "",
        *([f"Below a baseline in: {', '.join(below)}.", ""] if below else []),
        f"![Right at 1 per family of questions](figures/families-{persons}.svg)",
        "",
        "### Each kind of question",
        "",
        "Asked about registered persons, about unknown ones, and about unknown ones with a namesake in the register:",
        "",
        *table([OURS, "asked", *COLUMNS.values()], _kind_rows(result)),
        "",
        "### Beside the baselines",
        "",
        "Right at 1, where a baseline shows as many unknown persons as ours does:",
        "",
        *table(["right at 1", *systems], _compared_rows(result)),
        "",
        f"![Right at 1 per kind of question](figures/right-{persons}.svg)",
        "",
        "All kinds evenly, as ours decides and at a fixed share of unknown persons shown:",
        "",
        *table(["shown", "system", "right at 1", "right in 3", "others shown", "unknown shown"], _setting_rows(result)),
        "",
        "About somebody who is easily taken for a registered person:",
        "",
        *table(["who", "asked", "the other's card", "anybody shown", *systems[1:]], _stranger_rows(result)),
        "",
        "### Time and room",
        "",
        *table(["", "p50 / SELECT", "p99 / SELECT", "ms, p50 / p99", "bytes of index a person"], _time_rows(result)),
        "",
        *_costs(result),
        "",
    ]


def _all_sizes(results: Sequence[Result]) -> list[str]:
    factor = growth(results)
    grown = f"From 10,000 to 1,000,000 persons a question takes {factor or 0:.1f} times as long at p50; the goal is 3."
    return [
        "## Over the sizes",
        "",
        "![Right at 1 over the size of the register](figures/quality.svg)",
        "",
        "![Time over the size of the register](figures/time.svg)",
        "",
        *([grown, ""] if factor else []),
    ]


def _phone(result: Result) -> list[str]:
    shell = result["shell"]
    return [
        "## The phone",
        "",
        f"The whole street app is {shell['packed']:,} bytes on the wire, compressed with brotli:",
        f"{shell['files']} files, as written {shell['source']:,} bytes. `python -m loadtests.bench_shell` lists them.",
        f"Measured on {result['date']}.",
        "",
        "More: `python -m loadtests.bench_import` (memory), `veldwijzer evalueer` (any register, your own too).",
    ]


def page(results: Sequence[Result]) -> str:
    """The whole page: what is the same for all sizes, the sizes in order, and the street app as measured last."""
    ordered = sorted(results, key=lambda result: result["persons"])
    sections = [line for result in ordered for line in _section(result)]
    end = _phone(max(ordered, key=lambda result: result["date"])) if ordered else []
    sizes = _all_sizes(ordered) if ordered else []
    return "\n".join([TEXT.read_text(encoding="utf-8"), *sizes, *sections, *end, ""])


def pictures(results: Sequence[Result]) -> Iterator[tuple[str, str]]:
    """File names and what goes in them."""
    for result in results:
        systems, persons = result["compared"]["systems"]["as ours"], result["persons"]
        kinds = {
            kind: {name: one["soorten"][kind]["aandelen"]["eerste"] or 0.0 for name, one in systems.items()}
            for kind in systems[OURS]["soorten"]
        }
        families = {
            family: {name: one["families"][family]["eerste"] or 0.0 for name, one in systems.items()}
            for family in systems[OURS]["families"]
        }
        title = f"Right at 1 among {persons:,} persons, at the same share of unknown persons shown"
        yield f"families-{persons}.svg", picture(title, families)
        yield f"right-{persons}.svg", picture(title, kinds)
    if results:
        yield "quality.svg", curves("Right at 1, all kinds evenly, at 5 % shown", _quality_lines(results), powers=False)
        yield "time.svg", curves("Milliseconds a question", _time_lines(results), powers=True)


def _quality_lines(results: Sequence[Result]) -> dict[str, list[tuple[int, float]]]:
    lines: dict[str, list[tuple[int, float]]] = {}
    for result in results:
        for name, found in result["compared"]["systems"]["0.05"].items():
            lines.setdefault(name, []).append((result["persons"], found["alleSoorten"]["eerste"] or 0.0))
    return lines


def _time_lines(results: Sequence[Result]) -> dict[str, list[tuple[int, float]]]:
    lines: dict[str, list[tuple[int, float]]] = {}
    for place, quantile in enumerate(("p50", "p99")):
        for result in results:
            for name in systems_of(result):
                ms = result["times"][name][place]
                # A baseline that was given no time has none.
                if ms:
                    lines.setdefault(f"{name}, {quantile}", []).append((result["persons"], ms))
    return lines


def write_pages(docs: Path) -> list[Path]:
    """Write the page and its pictures; returns what was written. Results of another shape are passed over."""
    files = sorted((docs / "figures").glob("*.json"))
    results = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    results = sorted((one for one in results if "compared" in one), key=lambda one: one["persons"])
    written = [docs / "figures.md"]
    written[0].write_text(page(results), encoding="utf-8")
    for name, text in pictures(results):
        written.append(docs / "figures" / name)
        written[-1].write_text(text, encoding="utf-8")
    return written
