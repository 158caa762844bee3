"""Whom a baseline shows: at the same share of unknown persons shown as ours, in each form of question.

A baseline gives scores and no decision. To compare it with ours it shows whoever scores from a threshold on, and that
threshold is set afterwards, in its favour: for each form of question apart (name and date, name only ...),
for a score means another thing in each.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from app.evaluatie.meten import Gemeten, drempel_bij
from app.evaluatie.questions import Over, Vraag
from app.evaluatie.tally import Uitslag
from app.evaluatie.verslag import uitslag_as_json
from app.lookup.answer import Uitkomst
from app.lookup.question import Zoekvraag
from loadtests.bench_baselines import Hits, threshold_for

OURS = "Veldwijzer"
# The shares of questions about unknown persons at which everybody is compared, beside the share that ours shows.
SHARES = (0.03, 0.05)
# With fewer questions about unknown persons shown than this, one odd question would set the threshold of a baseline.
LEAST_SHOWN = 0.01


@dataclass(frozen=True)
class Question:
    vraag: Vraag
    zoekvraag: Zoekvraag


def form_of(zoekvraag: Zoekvraag) -> str:
    """What is asked: to a baseline a score means another thing for each, and so does a threshold."""
    datum = zoekvraag.geboortedatum
    if datum is not None and datum.dag is not None:
        return "name and birth date" if len(zoekvraag.gevraagd().delen) > 1 else "one name and birth date"
    return "name and year" if datum is not None or zoekvraag.geboortejaar_ongeveer is not None else "name only"


def decided(questions: Sequence[Question], hits: Sequence[Hits], shown: dict[str, int]) -> list[Gemeten]:
    """What a baseline shows, when in each form of question it shows somebody for so many unknown persons."""
    forms = [form_of(one.zoekvraag) for one in questions]
    unknown = defaultdict(list)
    for one, form, found in zip(questions, forms, hits, strict=True):
        if one.vraag.over is Over.ONBEKEND and found:
            unknown[form].append(found[0][1])
    thresholds = {
        form: threshold_for(unknown[form], min(shown.get(form, 0), len(unknown[form]))) for form in set(forms)
    }
    answers = []
    for one, form, found in zip(questions, forms, hits, strict=True):
        near = [(number, score) for number, score in found if score >= thresholds[form]]
        uitkomst = Uitkomst.KANDIDATEN if near else Uitkomst.ONBEKEND
        answers.append(Gemeten(one.vraag, uitkomst, tuple(number for number, _ in near)))
    return answers


def shown_by_ours(questions: Sequence[Question], ours: Sequence[Gemeten]) -> dict[str, int]:
    """Per form, for how many unknown persons a baseline may show somebody: as many as ours, or one in a hundred."""
    asked: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for one, answer in zip(questions, ours, strict=True):
        if one.vraag.over is Over.ONBEKEND:
            asked[form_of(one.zoekvraag)] += 1
            shown[form_of(one.zoekvraag)] += bool(answer.getoond)
    return {form: max(shown[form], ceil(LEAST_SHOWN * asked[form])) for form in asked}


def compare(
    questions: Sequence[Question],
    hits: Mapping[str, Sequence[Hits]],
    ours: Sequence[Gemeten],
    wider: Sequence[Gemeten],
) -> dict[str, Any]:
    """Everybody on the questions that the baselines were asked: as ours decides, and at fixed shares shown.

    `hits` are those of each baseline, in the order of `questions`; `ours` and `wider` are the answers to all questions.
    """
    decisions = {"as ours": _answers_to(questions, ours)}
    lower = _answers_to(questions, wider)
    for share in SHARES:
        drempel = drempel_bij(lower, share)
        decisions[str(share)] = [answer.vanaf(drempel) for answer in lower]
    found = {}
    for setting, answers in decisions.items():
        may_show = shown_by_ours(questions, answers)
        everybody = {OURS: answers, **{name: decided(questions, one, may_show) for name, one in hits.items()}}
        found[setting] = {name: uitslag_as_json(Uitslag.of(one)) for name, one in everybody.items()}
    return {"questions": len(questions), "systems": found}


def _answers_to(questions: Sequence[Question], answers: Sequence[Gemeten]) -> list[Gemeten]:
    by_question = {id(answer.vraag): answer for answer in answers}
    return [by_question[id(one.vraag)] for one in questions]
