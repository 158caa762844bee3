"""Writes docs/figures.md and its pictures from the results in docs/figures/*.json; measures nothing itself."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.evaluatie.questions import OTHERS, Over
from app.evaluatie.soorten import SOORTEN
from loadtests.bars import picture

HEAD = """# Figures

Made by `make bench`, which measures a register of 10,000 persons; another size: `python -m loadtests.figures --persons
100000`. Nothing on this page is written by hand. The registers are invented (`loadtests/register.py`), and a tenth of
the persons is left out: the questions about those of them who have no namesake in the register are the questions about
*unknown* persons. The questions are seeded corruptions (`app/evaluatie/`). Machines differ and are shared: read ratios.

**The baselines** are what general tools can do: the two hundred nearest names by trigrams, of SQLite's FTS5 or of
PostgreSQL's pg_trgm, and everybody with the asked birth date, re-ranked with rapidfuzz and with our own evidence of
birth dates (`loadtests/bench_baselines.py`). They know nothing of names: no short forms, no sounds. They answer the
same questions in the same run. From which score they show somebody is set afterwards, for each form of question apart,
such that they show somebody for as many questions about unknown persons as ours does. Where ours shows fewer than one
in a hundred they may show one in a hundred: with fewer, a single odd question would decide for all. The two differ only
where the one who is meant is not among the two hundred.

**Right at 1**: the person who is meant stands first. A question that is answered with "add the birth year" does not
count as right for ours; a baseline never asks back. The best in a row is bold.
"""
NOT_TOLD = {Over.TWEELING.value, Over.NAAMGENOOT.value}
OURS, SELECT = "Veldwijzer", "one SELECT by key"

Result = dict[str, Any]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    marks = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]


def share(count: float, of: float) -> str:
    return f"{count / of:.3f}" if of else ""


def systems_of(result: Result) -> list[str]:
    return [name for name in result["times"] if name != SELECT]


def _bold_best(cells: Sequence[str]) -> list[str]:
    return [f"**{cell}**" if cell and cell == max(cells) else cell for cell in cells]


def _about_known(result: Result) -> dict[str, Any]:
    """The kinds of questions about registered persons, in the order in which a table shows them."""
    kinds = result["kinds"]
    names = [*(soort.naam for soort in SOORTEN), *OTHERS]
    return {kind: kinds[kind] for kind in names if kind in kinds and kinds[kind]["known"]}


def _right_rows(result: Result) -> Iterator[Sequence[str]]:
    systems = systems_of(result)
    kinds = _about_known(result)
    for kind, row in kinds.items():
        yield [kind, *_bold_best([share(row["right"][name], row["known"]) for name in systems])]
    known = sum(row["known"] for row in kinds.values())
    totals = [share(sum(row["right"][name] for row in kinds.values()), known) for name in systems]
    yield ["all kinds", *_bold_best(totals)]


def _shown_rows(result: Result) -> Iterator[Sequence[str]]:
    systems = systems_of(result)
    told_apart = [(kind, row) for kind, row in result["kinds"].items() if kind in NOT_TOLD]
    labels = {
        Over.TWEELING.value: "a twin of a registered person",
        Over.NAAMGENOOT.value: "a namesake, born another year",
    }
    for name, row in [*sorted(result["forms"].items()), *told_apart]:
        shown = [share(row["shown"][system], row["unknown"]) for system in systems]
        yield [labels.get(name, f"unknown, {name}"), str(row["unknown"]), *shown]


def _time_rows(result: Result) -> Iterator[Sequence[str]]:
    one, slowest = result["times"][SELECT]
    for name, (p50, p99) in result["times"].items():
        per_person = result["bytes"].get(name)
        size = f"{per_person:.0f}" if per_person else ""
        yield [name, f"{p50 / one:.1f}", f"{p99 / slowest:.1f}", f"{p50:.2f} / {p99:.2f}", size]


def _cards(result: Result) -> str:
    counts = result["cards"]
    names = {
        "bekend": "registered persons",
        "onbekend": "unknown persons",
        "tweeling": "twins",
        "naamgenoot": "namesakes",
    }
    pieces = [f"{counts[key][0]} of {counts[key][1]} about {name}" for key, name in names.items() if key in counts]
    return f"The *card* of somebody else came up at once for {', '.join(pieces)}."


def _section(result: Result) -> list[str]:
    systems = systems_of(result)
    imported, persons = result["import"], result["persons"]
    each = max((row["known"] for row in result["kinds"].values()), default=0)
    lines = [
        f"## {persons:,} persons",
        "",
        f"Measured on {result['date']} with `{result['command']}`:",
        f"{result['on_street']:,} persons on the street, {result['questions']:,} questions, seed {result['seed']}.",
        f"Of each kind {each} are about registered persons; a difference of a few in a row of them may be chance.",
        *[f"Not measured: {name}, for {why}." for name, why in result["missing"].items()],
        "",
        f"![Right at 1 per kind of question](figures/right-{persons}.svg)",
        "",
        *table(["right at 1", *systems], _right_rows(result)),
        "",
        "Somebody was shown, though the person asked for is not in the register:",
        "",
        *table(["share of questions about", "asked", *systems], _shown_rows(result)),
        "",
        _cards(result),
        "A baseline knows no card apart from candidates.",
        "",
        "Time per question, in one process with a warm cache, as a ratio to one SELECT by primary key in between:",
        "p50 to its p50, p99 to its p99.",
        "",
        *table(["time", "p50", "p99", "ms, p50 / p99", "bytes of index a person"], _time_rows(result)),
        "",
        f"The import took in {imported['persons_per_second']:,.0f} persons a second. Only to parse and store each line",
        f"goes {imported['baseline'] / imported['persons_per_second']:.0f} times as fast.",
    ]
    return [*lines, ""]


def _phone(result: Result) -> list[str]:
    shell = result["shell"]
    return [
        "## The phone",
        "",
        f"The whole street app is {shell['packed']:,} bytes on the wire, compressed with brotli:",
        f"{shell['files']} files, as written {shell['source']:,} bytes. `python -m loadtests.bench_shell` lists them.",
        f"Measured on {result['date']}.",
        "",
        "More: `python -m loadtests.bench_import` (memory), `python -m loadtests.bench_search` (time per kind).",
    ]


def page(results: Sequence[Result]) -> str:
    """The whole page: sizes in order, and the street app as it was measured last."""
    ordered = sorted(results, key=lambda result: result["persons"])
    latest = max(ordered, key=lambda result: result["date"])
    sections = [line for result in ordered for line in _section(result)]
    return "\n".join([HEAD, *sections, *_phone(latest), ""])


def bars_of(result: Result) -> dict[str, dict[str, float]]:
    kinds, systems = _about_known(result), systems_of(result)
    return {kind: {name: row["right"][name] / row["known"] for name in systems} for kind, row in kinds.items()}


def write_pages(docs: Path) -> list[Path]:
    """Write the page and one picture for each size that has results; returns what was written."""
    results = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((docs / "figures").glob("*.json"))]
    written = [docs / "figures.md"]
    written[0].write_text(page(results), encoding="utf-8")
    for result in results:
        title = f"Right at 1 among {result['persons']:,} persons, at the same share of unknown persons shown"
        file = docs / "figures" / f"right-{result['persons']}.svg"
        file.write_text(picture(title, bars_of(result)), encoding="utf-8")
        written.append(file)
    return written
