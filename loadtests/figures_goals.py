"""The goals for finding the right person, and whether a measured size meets them.

They are for one size each; at the others they are reported in brackets, to see how things grow.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Result = dict[str, Any]
Measure = Callable[[Result], float | None]
OURS = "Veldwijzer"

QUALITY, LARGE = 100_000, 1_000_000
GARBLED_WITH_DATE = (
    "naam+datum typefout",
    "naam+datum eerste letter",
    "naam+datum twee typefouten",
    "naam+datum klank",
    "naam+datum transliteratie",
)
WRONG_DATE = ("naam, datum een cijfer", "naam, datum verwisseld", "naam, datum twee cijfers verwisseld")


@dataclass(frozen=True)
class Goal:
    """`at` is the size it is for; a figure meets it from `limit` on, or up to it when less is better."""

    text: str
    limit: float
    measure: Measure
    at: int = QUALITY
    more_is_better: bool = True
    form: str = "{:.3f}"

    def is_met(self, figure: float) -> bool:
        return figure >= self.limit if self.more_is_better else figure <= self.limit


def share(kind: str, what: str) -> Measure:
    """One figure of one kind; None when it was not asked."""

    def measure(result: Result) -> float | None:
        row = result["ours"]["soorten"].get(kind)
        return row["aandelen"][what] if row else None

    return measure


def mean_of(kinds: Sequence[str], what: str) -> Measure:
    def measure(result: Result) -> float | None:
        figures = [figure for kind in kinds if (figure := share(kind, what)(result)) is not None]
        return sum(figures) / len(figures) if figures else None

    return measure


def evenly(what: str) -> Measure:
    return lambda result: result["ours"]["alleSoorten"][what]


def others_card(who: str) -> Measure:
    def measure(result: Result) -> float | None:
        row = result["ours"]["anderen"].get(who)
        return row["aantallen"]["verkeerde_kaart"] / row["aantallen"]["onbekend"] if row else None

    return measure


def at_share(shown: str) -> Measure:
    return lambda result: result["at_share"][shown]["alleSoorten"]["eerste"]


def milliseconds(place: int) -> Measure:
    return lambda result: result["times"][OURS][place]


def adding(way: str) -> Measure:
    return lambda result: result["add"].get(way, (None,))[0]


GOALS = (
    Goal("right at 1, all kinds evenly", 0.92, evenly("eerste")),
    Goal("right at 1, full name and birth date", 0.995, share("naam+datum", "eerste")),
    Goal("... with up to two typing errors, a sound or a transliteration", 0.98, mean_of(GARBLED_WITH_DATE, "eerste")),
    Goal("... with the date off by one digit or swapped", 0.97, mean_of(WRONG_DATE, "eerste")),
    Goal("right at 1, nickname and birth date", 0.85, share("naam+datum roepnaam", "eerste")),
    Goal("right at 1, by name alone: one typing error", 0.90, share("naam typefout", "eerste")),
    Goal("... a sound-alike", 0.90, share("naam klank", "eerste")),
    Goal("... a transliteration", 0.90, share("naam transliteratie", "eerste")),
    Goal("twins answered with the other's card", 0.05, others_card("tweeling"), more_is_better=False),
    Goal("namesakes answered with the other's card", 0.05, others_card("naamgenoot"), more_is_better=False),
    Goal("fathers and sons answered with the other's card", 0.05, others_card("vader of zoon"), more_is_better=False),
    Goal("others shown per question", 0.03, evenly("anderen per vraag"), more_is_better=False),
    Goal("unknown persons without a namesake shown", 0.03, evenly("onbekende getoond"), more_is_better=False),
    Goal("... with full name and birth date", 0.01, share("naam+datum", "onbekende getoond"), more_is_better=False),
    Goal("right at 1 when 5 % of the unknown show anybody", 0.85, at_share("0.05"), at=LARGE),
    Goal("a question, p50, ms", 1.0, milliseconds(0), LARGE, more_is_better=False, form="{:.2f}"),
    Goal("a question, p99, ms", 10.0, milliseconds(1), LARGE, more_is_better=False, form="{:.2f}"),
    Goal(
        "bytes of keys a person", 300, lambda result: result["bytes"][OURS], LARGE, more_is_better=False, form="{:.0f}"
    ),
    Goal("adding a person to the street, p50, ms", 5.0, adding("street"), LARGE, more_is_better=False, form="{:.1f}"),
)  # fmt: skip


def level_with(result: Result) -> tuple[int, int, list[str]]:
    """In how many kinds of how many ours is at least level with each baseline, and in which it is not by how much."""
    systems = result["compared"]["systems"]["as ours"]
    below, asked = [], 0
    for kind, row in systems[OURS]["soorten"].items():
        known, ours = row["aantallen"]["bekend"], row["aantallen"]["eerste"]
        others = [one["soorten"][kind]["aantallen"]["eerste"] for name, one in systems.items() if name != OURS]
        if known and others:
            asked += 1
            below += [f"{kind} ({ours} against {max(others)} of {known})"] if ours < max(others) else []
    return asked - len(below), asked, below


def goal_rows(result: Result) -> Iterator[Sequence[str]]:
    """Goal, limit, measured, met; in brackets what is a goal at another size."""
    for goal in GOALS:
        figure = goal.measure(result)
        if figure is None:
            continue
        met = "yes" if goal.is_met(figure) else "no"
        here = goal.at == result["persons"]
        limit = f"{'≥' if goal.more_is_better else '≤'} {goal.limit:g}"
        yield [goal.text, limit, goal.form.format(figure), met if here else f"({met} at this size)"]
    level, asked, _ = level_with(result)
    if asked:
        met = "yes" if level == asked else "no"
        yield ["kinds in which it is at least level with both baselines", "all", f"{level} of {asked}", met]


def growth(results: Sequence[Result]) -> float | None:
    """p50 at a million over p50 at ten thousand; None while one of them is missing."""
    times = {result["persons"]: result["times"][OURS][0] for result in results}
    return times[LARGE] / times[10_000] if {LARGE, 10_000} <= set(times) else None
