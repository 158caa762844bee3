"""Measures one size of register for docs/figures.md: our search and the baselines, in one run.

Our search answers as in `veldwijzer evalueer`, one question after the other. In turns with it the baselines answer a
part of the same questions: each kind in its share, for as long as they are given, for they are slow.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from math import ceil
from random import Random
from typing import Any

from app.clock import today
from app.core import Core
from app.errors import InvalidInput
from app.evaluatie.meten import Gemeten, Meter, drempel_bij, set_aside
from app.evaluatie.questions import Over, Personen, Vraag, questions_about
from app.evaluatie.register import Verdeling, bytes_per_person, read_known
from app.evaluatie.tally import Uitslag, quantile
from app.evaluatie.verslag import uitslag_as_json
from app.lookup.question import read_zoekvraag
from app.lookup.search import read_straatkaart
from app.names.profile import Naamprofiel
from loadtests.bench_baselines import BASELINES, Baseline, Hits, Reranker, Unavailable
from loadtests.figures_compare import OURS, SHARES, Question, compare

SELECT = "one SELECT by key"
TURNS = 20
WARM_UP = 3

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """How many questions of each kind, with which seed, and how long the baselines may take over them."""

    each: int
    seed: int
    baseline_minutes: float


@dataclass(frozen=True)
class Compared:
    """What a baseline found for each question it was asked, in the order of `questions`."""

    hits: list[Hits] = field(default_factory=list)
    ms: list[float] = field(default_factory=list)


def in_proportion(questions: Sequence[Vraag]) -> list[Vraag]:
    """In an order in which every first part holds each kind, about whomever, in its share."""
    numbers: Counter[tuple[str, Over]] = Counter((one.soort, one.over) for one in questions)
    seen: Counter[tuple[str, Over]] = Counter()
    places = []
    for at, vraag in enumerate(questions):
        group = (vraag.soort, vraag.over)
        places.append(((seen[group] + 0.5) / numbers[group], at))
        seen[group] += 1
    return [questions[at] for _, at in sorted(places)]


def readable(questions: Sequence[Vraag], meter: Meter) -> Iterator[Question]:
    """Those that are not refused, as they are understood."""
    for vraag in questions:
        try:
            zoekvraag = read_zoekvraag(
                naam=vraag.naam,
                geboortedatum=vraag.geboortedatum,
                geboortejaar_ongeveer=vraag.ongeveer,
                vandaag=meter.vandaag,
            )
        except InvalidInput:
            continue
        yield Question(vraag, zoekvraag)


class Round:
    """Lets everybody answer, in turns."""

    def __init__(self, meter: Meter, baselines: dict[str, Baseline], minutes: float) -> None:
        self.meter, self.baselines, self._seconds = meter, baselines, minutes * 60
        self.ours: list[Gemeten] = []
        self.asked: list[Question] = []
        self.compared = {name: Compared() for name in baselines}
        self.select_ms: list[float] = []

    def ask(self, questions: Sequence[Vraag], say: Say) -> None:
        length = max(1, ceil(len(questions) / TURNS))
        others = list(readable(questions, self.meter))
        for turn, start in enumerate(range(0, len(questions), length), 1):
            self.ours += self.meter.ask_all(questions[start : start + length])
            self.select_ms += [self._select(vraag) for vraag in questions[start : start + length]]
            self._others(others[start : start + length])
            say(f"  turn {turn}: {len(self.ours)} questions to ours, {len(self.asked)} to the baselines")

    def _select(self, vraag: Vraag) -> float:
        started = time.perf_counter()
        read_straatkaart(self.meter.connection, vraag.persoon or 1, self.meter.vandaag)
        return (time.perf_counter() - started) * 1000

    def _others(self, questions: Sequence[Question]) -> None:
        for question in questions:
            if self._seconds <= 0:
                return
            for name, baseline in self.baselines.items():
                started = time.perf_counter()
                self.compared[name].hits.append(baseline.nearest(question.zoekvraag))
                seconds = time.perf_counter() - started
                self.compared[name].ms.append(seconds * 1000)
                self._seconds -= seconds
            self.asked.append(question)


def measure(core: Core, split: Verdeling, plan: Plan, say: Say) -> dict[str, Any]:
    """Everything that is asked of a filled register."""
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        connection = stack.enter_context(core.engines.read.connect())
        vandaag = today(core.clock)
        known = read_known(connection, vandaag.isoformat())
        persons = Personen.among(known, split.unknown(connection, vandaag))
        warm = list(questions_about(persons, each=WARM_UP, seed=plan.seed + 1))
        questions = list(questions_about(persons, each=plan.each, seed=plan.seed))
        Random(plan.seed).shuffle(questions)
        say(f"  {len(questions)} questions; making the indexes of the baselines")
        baselines = _start(stack, known, missing)
        everybody = Round(Meter(connection, core.drempels, vandaag), baselines, plan.baseline_minutes)
        on_street = len(known)
        del known, persons
        set_aside()
        everybody.meter.ask_all(warm)
        everybody.ask(in_proportion(questions), say)
        say("  looking for thresholds")
        wider = everybody.meter.ask_wider(everybody.ours, max(SHARES))
        sizes = {name: one.bytes_per_person() for name, one in baselines.items()}
        result = {"on_street": on_street, "missing": missing, "bytes": {OURS: bytes_per_person(connection), **sizes}}
    return {**result, **_figures(everybody, wider)}


def _start(stack: ExitStack, known: Sequence[tuple[int, Naamprofiel]], missing: dict[str, str]) -> dict[str, Baseline]:
    reranker, baselines = Reranker(known), {}
    for name, start in BASELINES.items():
        try:
            baselines[name] = stack.enter_context(start(known, reranker))
        except Unavailable as error:
            missing[name] = str(error)
    return baselines


def _figures(everybody: Round, wider: Sequence[Gemeten]) -> dict[str, Any]:
    uitslag = Uitslag.of(everybody.ours)
    at_share = {}
    for share in SHARES:
        drempel = drempel_bij(wider, share)
        found = uitslag_as_json(Uitslag.of(answer.vanaf(drempel) for answer in wider))
        at_share[str(share)] = {"drempel": drempel, "alleSoorten": found["alleSoorten"]}
    hits = {name: one.hits for name, one in everybody.compared.items()}
    times = {OURS: uitslag.ms(), SELECT: sorted(everybody.select_ms)}
    times |= {name: sorted(one.ms) for name, one in everybody.compared.items()}
    return {
        "questions": len(everybody.ours),
        "ours": uitslag_as_json(uitslag),
        "at_share": at_share,
        "compared": compare(everybody.asked, hits, everybody.ours, wider),
        "times": {name: [quantile(ms, 0.5), quantile(ms, 0.99)] for name, ms in times.items()},
    }
