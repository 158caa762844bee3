"""A question in, an answer out: the same for the phone, the command line and a measurement."""

from collections.abc import Sequence
from datetime import date
from math import log

from sqlalchemy import Connection

from app.lookup.answer import Zoekantwoord
from app.lookup.candidates import Blik, keys_of, looks
from app.lookup.decide import Drempels, Gewogen, decide, is_settled, weigh_up
from app.lookup.question import Zoekvraag
from app.lookup.search import Kandidaat, read_candidates, read_counts
from app.names.asked import Gevraagd, cut_in_two, halves, readings, without_initials_of
from app.names.background import background
from app.names.birth_difference import FOUND_BY_DATE, compare
from app.names.parts import Deel, far_spellings, names_for, near_spellings, skeletons_of, sounding_as
from app.names.score import NOBODY, Bewijs, name_evidence
from app.names.weighing import Weegschaal

# A candidate with so much less evidence than there are others to be meant is none: e to the power of -11.5 is a chance
# of one in a hundred thousand, and at most some hundreds of candidates are weighed.
_NEGLIGIBLE = 11.5
# So few are compared with the question in every way, whatever they were found by.
_FEW = 30

__all__ = ["Drempels", "zoek"]


def zoek(connection: Connection, vraag: Zoekvraag, *, vandaag: date, drempels: Drempels) -> Zoekantwoord:
    """Find who is meant: as it was asked, and when that does not settle it, ever wider.

    Each look takes two statements: the names that lie near, then the persons who bear them.
    """
    asked = readings(vraag.gevraagd())
    counts: dict[str, int] = {}
    for blik in (blikken := looks(vraag)):
        parts = _parts_of(asked)
        counts |= read_counts(connection, *_names(parts, blik, whole_date=vraag.has_whole_date()))
        if blik is blikken[0]:
            asked = without_initials_of(asked, counts)
        if blik is Blik.DICHTBIJ:
            # Only now is it known which words nobody bears.
            asked = (*asked, *_cut_in_two(connection, asked[0], counts))
            parts = _parts_of(asked)
        near = background(parts, counts, misspelt=blik > Blik.BEKEND)
        keys = keys_of(vraag, asked, near, blik)
        found = read_candidates(connection, keys, vandaag)
        scales = [Weegschaal(one, near) for one in asked]
        weighed = _weigh(vraag, found.kandidaten, scales, least=log(near.persons()) - _NEGLIGIBLE)
        prior = drempels.prior(near.persons())
        weging = weigh_up(vraag, weighed, prior, te_veel=found.te_veel or keys.te_gewoon)
        answer = decide(weging, drempels)
        if blik is blikken[-1] or is_settled(answer, weging, drempels, as_asked=blik <= Blik.BEKEND):
            return answer
    raise AssertionError("a question has at least one look")


def _parts_of(asked: Sequence[Gevraagd]) -> Sequence[Deel]:
    return list(dict.fromkeys(part for one in asked for part in one.delen + one.los))


def _cut_in_two(connection: Connection, asked: Gevraagd, counts: dict[str, int]) -> Sequence[Gevraagd]:
    """One more way to read the question, when a word of it that nobody bears is made of two that somebody bears."""
    pieces = halves(asked, counts)
    cut = cut_in_two(asked, read_counts(connection, pieces, ()) | counts) if pieces else None
    if cut is None:
        return ()
    counts |= read_counts(connection, names_for(cut.delen), skeletons_of(cut.delen))
    return (cut,)


def _names(parts: Sequence[Deel], blik: Blik, *, whole_date: bool) -> tuple[frozenset[str], frozenset[str]]:
    """The name parts to look up, and the spellings to look for."""
    if blik is Blik.PRECIES:
        return sounding_as(parts), frozenset()
    if blik is Blik.BEKEND:
        return names_for(parts), frozenset() if whole_date else skeletons_of(parts)
    if blik is Blik.DICHTBIJ:
        return names_for(parts), near_spellings(parts)
    return frozenset(), far_spellings(parts)


def _weigh(
    vraag: Zoekvraag, kandidaten: Sequence[Kandidaat], scales: Sequence[Weegschaal], *, least: float
) -> Sequence[Gewogen]:
    """Those for whom there is any evidence to speak of."""
    few = len(kandidaten) <= _FEW
    weighed = []
    for kandidaat in kandidaten:
        datum = compare(vraag.geboortedatum, vraag.geboortejaar_ongeveer, kandidaat.geboren())
        thorough = few or datum.verschil in FOUND_BY_DATE
        need, names = least - datum.gewicht, kandidaat.namings()
        found = [name_evidence(scale, names, need, thorough=thorough) for scale in scales]
        naam = max(found, key=lambda evidence: evidence.gewicht)
        if naam is not NOBODY:
            weighed.append(Gewogen(kandidaat, Bewijs(naam, datum)))
    return weighed
