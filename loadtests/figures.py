"""Makes docs/figures.md: `python -m loadtests.figures --persons 10000`.

For one size of register, everything in one process: our search, the baselines and one SELECT by primary key answer
the same questions in turn, so that a busy machine slows all of them alike. The baselines show somebody from a score
that is set per form of question (name and date, name and year, name only ...), such that they show somebody for as many
questions about unknown persons as ours does, and for one in a hundred at least.

The results of a size are kept in docs/figures/<size>.json; the page and the pictures are written from all of them.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection

from api.assets import FOLDER, Assets
from app.clock import today, utc_now
from app.commands.context import open_core
from app.config import load
from app.core import Core
from app.errors import InvalidInput
from app.evaluatie.questions import OTHERS, Over, Vraag, make_questions
from app.evaluatie.register import Verdeling, bytes_per_person, read_known
from app.lookup.answer import Uitkomst
from app.lookup.question import Zoekvraag, read_zoekvraag
from app.lookup.search import read_straatkaart
from app.lookup.zoek import zoek
from app.register.importer import Importer
from loadtests import bench_import
from loadtests.bench_baselines import BASELINES, Baseline, Hit, Reranker, Unavailable, threshold_for
from loadtests.bench_shell import shell
from loadtests.figures_page import write_pages

DOCS = Path(__file__).parents[1] / "docs"
OURS = "Veldwijzer"
SELECT = "one SELECT by key"
LEFT_OUT = 0.1
WARM_UP = 200
ONE_NAME = {"achternaam+datum", "voornaam+datum"}
# With fewer questions about unknown persons shown than this, one odd question would set the threshold of a baseline.
LEAST_SHOWN = 0.01

Question = tuple[Vraag, Zoekvraag]


@dataclass(frozen=True)
class Answers:
    """What one system answered to each question, in their order."""

    hits: list[Hit]
    ms: list[float]
    cards: list[bool]

    @classmethod
    def none_yet(cls) -> "Answers":
        return cls([], [], [])


def form_of(vraag: Vraag) -> str:
    """What is asked: a score means another thing for each, and so does a threshold."""
    if vraag.geboortedatum and len(vraag.geboortedatum) == 10:
        return "one name and birth date" if vraag.soort in ONE_NAME else "name and birth date"
    return "name and year" if vraag.geboortedatum or vraag.ongeveer else "name only"


def readable(questions: Sequence[Vraag]) -> Iterator[Question]:
    """Those that are not refused: a corruption may leave a particle or an initial alone."""
    vandaag = today(utc_now)
    for vraag in questions:
        try:
            yield (
                vraag,
                read_zoekvraag(
                    naam=vraag.naam,
                    geboortedatum=vraag.geboortedatum,
                    geboortejaar_ongeveer=vraag.ongeveer,
                    vandaag=vandaag,
                ),
            )
        except InvalidInput:
            continue


class Round:
    """Asks every system the same question, one after the other."""

    def __init__(self, core: Core, connection: Connection, baselines: dict[str, Baseline]) -> None:
        self._core, self._connection, self._baselines = core, connection, baselines
        self._vandaag = today(core.clock)

    def ask(self, questions: Sequence[Question]) -> dict[str, Answers]:
        answers = {name: Answers.none_yet() for name in (OURS, SELECT, *self._baselines)}
        for vraag, zoekvraag in questions:
            self._ours(zoekvraag, answers[OURS])
            started = time.perf_counter()
            read_straatkaart(self._connection, vraag.persoon or 1, self._vandaag)
            answers[SELECT].ms.append((time.perf_counter() - started) * 1000)
            for name, baseline in self._baselines.items():
                started = time.perf_counter()
                answers[name].hits.append(baseline.best(zoekvraag))
                answers[name].ms.append((time.perf_counter() - started) * 1000)
        return answers

    def _ours(self, zoekvraag: Zoekvraag, answers: Answers) -> None:
        started = time.perf_counter()
        answer = zoek(self._connection, zoekvraag, vandaag=self._vandaag, drempels=self._core.drempels)
        answers.ms.append((time.perf_counter() - started) * 1000)
        first = answer.treffers[0].persoon_id if answer.treffers else None
        answers.hits.append((first, 0.0))
        answers.cards.append(answer.uitkomst is Uitkomst.KAART)


def decided(questions: Sequence[Question], hits: Sequence[Hit], ours: Sequence[int | None]) -> list[int | None]:
    """Whom a baseline shows, when in each form of question it shows as many for unknown persons as ours does.

    Where ours shows fewer than `LEAST_SHOWN`, a baseline may show so many nevertheless.
    """
    forms = [form_of(vraag) for vraag, _ in questions]
    unknown = [vraag.over is Over.ONBEKEND for vraag, _ in questions]
    thresholds = {}
    for form in set(forms):
        rows = [at for at, name in enumerate(forms) if name == form and unknown[at]]
        shown = max(sum(ours[at] is not None for at in rows), ceil(LEAST_SHOWN * len(rows)))
        thresholds[form] = threshold_for((hits[at][1] for at in rows), shown)
    return [number if score >= thresholds[form] else None for (number, score), form in zip(hits, forms, strict=True)]


def quality(questions: Sequence[Question], answers: dict[str, Answers]) -> dict[str, Any]:
    """Per kind and form of question: how many were right at 1, and how many about unknown persons showed anybody."""
    ours = [first for first, _ in answers[OURS].hits]
    shown = {name: decided(questions, one.hits, ours) for name, one in answers.items() if name not in (OURS, SELECT)}
    shown = {OURS: ours, **shown}
    kinds: dict[str, Any] = {}
    forms: dict[str, Any] = {}
    for at, (vraag, _) in enumerate(questions):
        for table, name in ((kinds, vraag.soort), (forms, form_of(vraag))):
            if vraag.over is Over.MET_NAAMGENOOT or (table is forms and vraag.over in OTHERS):
                continue  # somebody is in the register by that name or date: these are counted apart.
            row = table.setdefault(name, {"known": 0, "right": {}, "unknown": 0, "shown": {}})
            known = vraag.over is Over.BEKEND
            row["known" if known else "unknown"] += 1
            for system, firsts in shown.items():
                row["right"].setdefault(system, 0)
                row["shown"].setdefault(system, 0)
                row["right"][system] += known and firsts[at] == vraag.persoon
                row["shown"][system] += not known and firsts[at] is not None
    return {"kinds": kinds, "forms": forms, "cards": _others_cards(questions, answers[OURS])}


def _others_cards(questions: Sequence[Question], ours: Answers) -> dict[str, list[int]]:
    """By whom a question is about: for how many our search gave the card of somebody else, out of how many."""
    counted: dict[str, list[int]] = {}
    for (vraag, _), (first, _score), card in zip(questions, ours.hits, ours.cards, strict=True):
        row = counted.setdefault(vraag.over.value, [0, 0])
        row[0] += card and (vraag.over is not Over.BEKEND or first != vraag.persoon)
        row[1] += 1
    return counted


def times(answers: dict[str, Answers]) -> dict[str, list[float]]:
    """p50 and p99 in milliseconds."""
    ordered = {name: sorted(one.ms) for name, one in answers.items()}
    return {name: [ms[int(len(ms) * share)] for share in (0.5, 0.99)] for name, ms in ordered.items()}


def ask_everybody(core: Core, left_out: Verdeling, *, each: int, seed: int) -> dict[str, Any]:
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        connection = stack.enter_context(core.engines.read.connect())
        known = read_known(connection, today(core.clock).isoformat())
        reranker, baselines = Reranker(known), {}
        for name, start in BASELINES.items():
            try:
                baselines[name] = stack.enter_context(start(known, reranker))
            except Unavailable as error:
                missing[name] = str(error)
        questions = list(readable(list(make_questions(known, left_out.left_out, each=each, seed=seed))))
        Random(seed).shuffle(questions)
        everybody = Round(core, connection, baselines)
        everybody.ask(questions[:WARM_UP])
        answers = everybody.ask(questions)
        sizes = {
            OURS: bytes_per_person(connection),
            **{name: one.bytes_per_person() for name, one in baselines.items()},
        }
    result = {"on_street": len(known), "questions": len(questions), "missing": missing, "bytes": sizes}
    return {**result, **quality(questions, answers), "times": times(answers)}


def fill(core: Core, folder: Path, split: Verdeling, file: Path) -> dict[str, float]:
    """Import the register, and time the least that anybody could do with the same file."""
    started = time.perf_counter()
    persons = (
        Importer(core.engines.write, core.trail, core.clock).run(split.lines(file, lambda _bytes: None)).in_register
    )
    imported = time.perf_counter()
    lines = bench_import.baseline(file, folder)
    return {"persons_per_second": persons / (imported - started), "baseline": lines / (time.perf_counter() - imported)}


def measure(persons: int, *, each: int, seed: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, open_core(load({"VAR_DIR": folder})) as core:
        file = bench_import.write_register(Path(folder) / "register.jsonl", persons, seed)
        split = Verdeling(share=LEFT_OUT, seed=seed, left_out=[])
        imported = fill(core, Path(folder), split, file)
        result = ask_everybody(core, split, each=each, seed=seed)
        day = today(core.clock).isoformat()
    command = f"python -m loadtests.figures --persons {persons} --questions {each} --seed {seed}"
    return {"persons": persons, "seed": seed, "date": day, "command": command, "import": imported, **result}


def shell_bytes() -> dict[str, int]:
    files = shell(Assets(FOLDER))
    packed = sum(len(asset.bodies.get("br", asset.bodies["identity"])) for asset in files.values())
    return {"files": len(files), "packed": packed, "source": sum((FOLDER / path).stat().st_size for path in files)}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure, and write docs/figures.md.")
    parser.add_argument("--persons", type=int, nargs="*", default=[10_000], help="sizes; none: only write the page")
    parser.add_argument("--questions", type=int, default=150, help="of each kind, about registered persons")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--docs", type=Path, default=DOCS, help="the folder to write figures.md in")
    options = parser.parse_args()
    (options.docs / "figures").mkdir(exist_ok=True)
    for persons in options.persons:
        result = measure(persons, each=options.questions, seed=options.seed)
        result["shell"] = shell_bytes()
        for name, why in result["missing"].items():
            print(f"{name} was not measured: {why}", file=sys.stderr)
        text = json.dumps(result, indent=1, ensure_ascii=False)
        (options.docs / "figures" / f"{persons}.json").write_text(f"{text}\n", encoding="utf-8")
    for path in write_pages(options.docs):
        print(path)


if __name__ == "__main__":
    main()
