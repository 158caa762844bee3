"""Asking: each question through the very functions that the phone and the command line use, with a clock beside it."""

import gc
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf, nextafter
from typing import NamedTuple

from sqlalchemy import Connection

from app.errors import InvalidInput
from app.evaluatie.questions import Over, Vraag
from app.lookup.answer import Uitkomst
from app.lookup.decide import Drempels
from app.lookup.question import read_zoekvraag
from app.lookup.zoek import zoek

# Lower settings of the threshold, tried one after the other to see from which on somebody would have been shown.
LOWER = (0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.06, 0.03, 0.01, 0.003)


class Gemeten(NamedTuple):
    """What came of a question; `kans` is the chance that anybody of those shown is meant.

    `uitkomst` is None for a question that was refused: a corruption may leave a particle or an initial alone.
    """

    vraag: Vraag
    uitkomst: Uitkomst | None
    getoond: tuple[int, ...] = ()
    kans: float = 0.0
    ms: float = 0.0

    def vanaf(self, drempel: float) -> "Gemeten":
        """The same, when nobody is shown below this chance."""
        if not self.getoond or self.kans >= drempel:
            return self
        return self._replace(uitkomst=Uitkomst.ONBEKEND, getoond=())


@dataclass(frozen=True)
class Meter:
    """Asks on one connection, as `veldwijzer zoek --batch` does."""

    connection: Connection
    drempels: Drempels
    vandaag: date

    def ask(self, vraag: Vraag) -> Gemeten:
        started = time.perf_counter()
        try:
            zoekvraag = read_zoekvraag(
                naam=vraag.naam,
                geboortedatum=vraag.geboortedatum,
                geboortejaar_ongeveer=vraag.ongeveer,
                vandaag=self.vandaag,
            )
        except InvalidInput:
            return Gemeten(vraag, None)
        antwoord = zoek(self.connection, zoekvraag, vandaag=self.vandaag, drempels=self.drempels)
        ms = (time.perf_counter() - started) * 1000
        getoond = tuple(treffer.persoon_id for treffer in antwoord.treffers)
        return Gemeten(vraag, antwoord.uitkomst, getoond, sum(treffer.score for treffer in antwoord.treffers), ms)

    def ask_all(self, questions: Iterable[Vraag]) -> list[Gemeten]:
        return [self.ask(vraag) for vraag in questions]

    def ask_wider(self, answers: Iterable[Gemeten], aandeel: float) -> list[Gemeten]:
        """Who would be shown at lower thresholds, for questions on which nobody was; `kans` says at which.

        Goes down until this share of the questions about unknown persons shows somebody. The threshold is really set,
        for a search may stop or look on because of it.
        """
        # Who is shown for another reason than the chance alone, is shown at this threshold.
        found = [one._replace(kans=max(one.kans, self.drempels.tonen)) if one.getoond else one for one in answers]
        for tonen in LOWER:
            if drempel_bij(found, aandeel):
                break
            lower = replace(self, drempels=replace(self.drempels, tonen=tonen))
            found = [one if one.getoond or one.uitkomst is None else lower.ask_again(one) for one in found]
        return found

    def ask_again(self, answer: Gemeten) -> Gemeten:
        again = self.ask(answer.vraag)
        return again._replace(kans=self.drempels.tonen) if again.getoond else answer


def set_aside() -> None:
    """Leave what is in memory out of garbage collection from now on, once and for all.

    A million profiles stand there to make questions of, and looking through them is no part of a search.
    """
    gc.collect()
    gc.freeze()


def drempel_bij(answers: Sequence[Gemeten], aandeel: float) -> float:
    """The chance from which on at most this share of the questions about unknown persons shows anybody.

    Each kind of question weighs the same, however many of it were asked. Twins and namesakes are no unknown persons.
    """
    unknown = [answer for answer in answers if answer.vraag.over is Over.ONBEKEND]
    asked: dict[str, int] = {}
    for answer in unknown:
        asked[answer.vraag.soort] = asked.get(answer.vraag.soort, 0) + 1
    allowed, shown = aandeel * len(asked), 0.0
    highest = sorted((answer.kans, answer.vraag.soort) for answer in unknown if answer.getoond)
    for kans, soort in reversed(highest):
        shown += 1 / asked[soort]
        if shown > allowed:
            return nextafter(kans, inf)
    return 0.0
