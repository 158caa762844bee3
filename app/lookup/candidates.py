"""Which keys a question looks at: those of the persons it may mean, and never more than a bounded number.

A question looks once as it was asked. Only when that does not settle it does it look wider: most officers type what
they were told, and an answer in a millisecond leaves room for those who could not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations, product

from app.lookup.question import Zoekvraag
from app.names.asked import Gevraagd
from app.names.background import Achtergrond, Mogelijk
from app.names.birth_date import NEW_YEAR, Geboortedatum
from app.names.keys import date_key, day_key, initial_key, pair_key, part_key, year_key
from app.names.parts import Deel

# So many registered parts are tried for an asked one, best first: with a date, and in pairs.
_WITH_DATE = 8
# Beside other parts, which find most persons in pairs, a part that more persons bear is not looked at with a year.
_MAX_BEARERS_IN_YEAR = 200
_MAX_BEARERS_IN_YEAR_ALONE = 3000
# Two keys must meet in one person when a question is looked at as it was asked, so more can be gone through.
_MAX_BEARERS_IN_YEAR_MEETING = 6000
_IN_PAIRS = 40
_MAX_PAIRS = 120
_WITH_INITIAL = 4
_YEARS_ABOUT = 2
# Alone, a name part is looked at as long as not more persons than this bear one of those tried; beside other parts,
# which find most persons by themselves, much fewer.
MAX_BEARERS = 200
_MAX_BEARERS_BESIDE = 8
_SURE_ENOUGH = 0.02  # beside other parts, only spellings that sound alike


class Blik(IntEnum):
    """How wide a question looks."""

    PRECIES = 1  # names that sound as asked
    BEKEND = 2  # also those known to stand for what was asked, or with the same consonants
    DICHTBIJ = 3  # also one slip in each name part, and everybody born on the day
    RUIM = 4  # also two slips in a name part


@dataclass(frozen=True)
class Sleutels:
    """Keys in two groups, each bounded by itself: those with a date are few persons each, the others may be many."""

    met_datum: tuple[int, ...]
    zonder_datum: tuple[int, ...]
    # How many of the keys with a date must be one person's.
    samen: int = 1
    # A single part was asked that too many bear to look at them all, or nothing but a year or a month.
    te_gewoon: bool = False


def looks(vraag: Zoekvraag) -> Sequence[Blik]:
    """The looks that a question is worth, in order.

    With a whole date, who is meant is found by that date, however the name is garbled. A single name part without one
    is never settled by a narrow look, for who sounds nearly so is as likely.
    """
    asked = vraag.gevraagd()
    if vraag.has_whole_date():
        return (Blik.BEKEND, Blik.DICHTBIJ)
    if len(asked.delen) + len(asked.initials) < 2:
        return (Blik.DICHTBIJ, Blik.RUIM)
    # A date, however vague, leaves few of a name, so that all known names can be looked at together.
    dated = vraag.geboortedatum is not None or vraag.geboortejaar_ongeveer is not None
    return (Blik.BEKEND if dated else Blik.PRECIES, Blik.DICHTBIJ, Blik.RUIM)


def keys_of(vraag: Zoekvraag, readings: Sequence[Gevraagd], near: Achtergrond, blik: Blik) -> Sleutels:
    """The keys to look at, for every way to read the name, given the registered parts that lie near the asked ones."""
    keys_in = _as_asked if blik <= Blik.BEKEND else _near
    found = [keys_in(vraag, asked, near) for asked in readings]
    if len(found) == 1:
        return found[0]
    return Sleutels(
        tuple(dict.fromkeys(key for keys in found for key in keys.met_datum)),
        tuple(dict.fromkeys(key for keys in found for key in keys.zonder_datum)),
        samen=found[0].samen,
        te_gewoon=found[0].te_gewoon,
    )


def _as_asked(vraag: Zoekvraag, asked: Gevraagd, near: Achtergrond) -> Sleutels:
    without_date = (*_pairs(asked, near), *_with_initials(asked, near))
    dated = tuple(_dated(vraag, asked, near, most=_MAX_BEARERS_IN_YEAR_MEETING))
    if not dated:
        return Sleutels((), tuple(dict.fromkeys(without_date)))
    return Sleutels(tuple(dict.fromkeys((*dated, *without_date))), (), samen=2)


def _near(vraag: Zoekvraag, asked: Gevraagd, near: Achtergrond) -> Sleutels:
    alone = len(asked.delen) == 1
    most = _MAX_BEARERS_IN_YEAR_ALONE if alone else _MAX_BEARERS_IN_YEAR
    born = dict.fromkeys((*_swapped(vraag.geboortedatum), *_dated(vraag, asked, near, most=most)))
    if asked.delen and vraag.geboortedatum is not None and vraag.geboortedatum[1:] == NEW_YEAR:
        # So many are registered as born on that day, that nobody is found by it.
        born.pop(date_key(vraag.geboortedatum.iso()), None)
    without = dict.fromkeys((*_pairs(asked, near), *_with_initials(asked, near)))
    if alone or vraag.geboortedatum is None:
        without |= dict.fromkeys(_alone(asked, near))
    common = alone and _too_common(asked.delen[0], near)
    if not asked.delen:
        # No key holds a year or a month by itself: too many are born then to choose from.
        common = not born
    return Sleutels(tuple(born), tuple(without), te_gewoon=common)


def _too_common(part: Deel, near: Achtergrond) -> bool:
    """Whether more persons bear the name that was most likely meant than are looked at."""
    best = near.mogelijk[part][:1]
    return any(option.aantal > MAX_BEARERS and option.kans >= _SURE_ENOUGH for option in best)


def _dated(vraag: Zoekvraag, asked: Gevraagd, near: Achtergrond, *, most: int) -> Iterator[int]:
    datum = vraag.geboortedatum
    if datum is not None and None not in datum:
        yield date_key(datum.iso())
    for option in _likely(asked, near, most):
        for jaar in _years(vraag):
            yield year_key(option.klank, jaar)
        if datum is not None and datum.maand is not None and datum.dag is not None:
            yield day_key(option.klank, datum.maand, datum.dag)


def _swapped(datum: Geboortedatum | None) -> Iterator[int]:
    if datum is not None and None not in datum and datum.dag is not None and datum.dag <= 12:
        yield date_key(Geboortedatum(datum.jaar, datum.dag, datum.maand).iso())


def _years(vraag: Zoekvraag) -> Sequence[int]:
    datum, about = vraag.geboortedatum, vraag.geboortejaar_ongeveer
    if datum is not None and datum.jaar is not None:
        return (datum.jaar,)
    return range(about - _YEARS_ABOUT, about + _YEARS_ABOUT + 1) if about is not None else ()


def _likely(asked: Gevraagd, near: Achtergrond, most: int) -> Iterator[Mogelijk]:
    for part in asked.delen:
        total = 0
        for option in near.mogelijk[part][:_WITH_DATE]:
            total += option.aantal
            if total > most:
                break
            yield option


def _pairs(asked: Gevraagd, near: Achtergrond) -> Iterable[int]:
    """Two parts of one person; the likeliest pairs of spellings first."""
    pairs: dict[tuple[str, str], float] = {}
    for one, other in combinations(asked.delen + asked.los, 2):
        for first, second in _likely_pairs(near.mogelijk[one], near.mogelijk[other]):
            if first.klank != second.klank:
                sounds = (min(first.klank, second.klank), max(first.klank, second.klank))
                pairs[sounds] = max(pairs.get(sounds, 0.0), first.kans * second.kans)
    best = sorted(pairs, key=lambda sounds: (-pairs[sounds], sounds))[:_MAX_PAIRS]
    return [pair_key(*sounds) for sounds in best]


def _likely_pairs(ones: Sequence[Mogelijk], others: Sequence[Mogelijk]) -> Iterator[tuple[Mogelijk, Mogelijk]]:
    """The first of one with many of the other, the second with half as many: both wrong is much less likely."""
    for rank, one in enumerate(ones[:_IN_PAIRS], 1):
        for other in others[: _IN_PAIRS // rank]:
            yield one, other


def _with_initials(asked: Gevraagd, near: Achtergrond) -> Iterator[int]:
    """An asked initial, or the first letter of an asked name for a person registered with initials only."""
    for part in asked.delen:
        letters = dict.fromkeys([*asked.initials[:1], *(one.token[0] for one in asked.delen if one != part)])
        for option, letter in product(near.mogelijk[part][:_WITH_INITIAL], letters):
            yield initial_key(letter, option.klank)


def _alone(asked: Gevraagd, near: Achtergrond) -> Iterator[int]:
    """Rare parts find their bearers by themselves, whatever else in the question is wrong."""
    single = len(asked.delen) == 1 and not asked.initials
    limit = MAX_BEARERS if single else _MAX_BEARERS_BESIDE
    for part in asked.delen:
        total = 0
        for option in near.mogelijk[part]:
            total += option.aantal
            if total > limit or (option.kans < _SURE_ENOUGH and not single):
                break
            yield part_key(option.klank)
