"""Which keys a question looks at: those of the persons it may mean, and never more than a bounded number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from app.lookup.question import Zoekvraag
from app.names.asked import Gevraagd
from app.names.background import Achtergrond, Mogelijk
from app.names.birth_date import Geboortedatum
from app.names.keys import date_key, day_key, initial_key, pair_key, part_key, year_key
from app.names.parts import EVERYBODY, Deel, sounds_with_one_less, spelling, variant_keys

# So many registered parts are tried for an asked one, best first: with a date, and in pairs.
_WITH_DATE = 8
# Beside other parts, which find most persons in pairs, a part that more persons bear is not looked at with a year.
_MAX_BEARERS_IN_YEAR = 200
_MAX_BEARERS_IN_YEAR_ALONE = 3000
_IN_PAIRS = 10
_MAX_PAIRS = 60
_WITH_INITIAL = 4
_YEARS_ABOUT = 2
# Alone, a name part is looked at as long as not more persons than this bear one of those tried; beside other parts,
# which find most persons by themselves, much fewer.
MAX_BEARERS = 200
_MAX_BEARERS_BESIDE = 8
_SURE_ENOUGH = 0.02  # beside other parts, only spellings that sound alike


@dataclass(frozen=True)
class Sleutels:
    """Keys in two groups, each bounded by itself: those with a date are few persons each, the others may be many."""

    met_datum: tuple[int, ...]
    zonder_datum: tuple[int, ...]
    # A single part was asked that too many bear to look at them all, or nothing but a year or a month.
    te_gewoon: bool = False


def variants_of(asked: Gevraagd) -> frozenset[str]:
    """Under which spellings to look for the asked parts, and for the number of persons."""
    delen = asked.delen + asked.los
    parts = [EVERYBODY, *(part.klank for part in delen), *(spelling(part.token) for part in delen)]
    broken = (sounds_with_one_less(part.token) for part in delen)
    return frozenset[str]().union(*(variant_keys(part) for part in parts), *broken)


def keys_of(vraag: Zoekvraag, near: Achtergrond) -> Sleutels:
    """The keys to look at, given the registered parts that lie near the asked ones."""
    asked = vraag.gevraagd()
    with_date = dict.fromkeys(_dated(vraag, near))
    without = dict.fromkeys((*_pairs(asked, near), *_with_initials(asked, near)))
    if len(asked.delen) == 1 or vraag.geboortedatum is None:
        without |= dict.fromkeys(_alone(asked, near))
    common = len(asked.delen) == 1 and _too_common(asked.delen[0], near)
    if not asked.delen:
        # No key holds a year or a month by itself: too many are born then to choose from.
        common = not with_date
    return Sleutels(tuple(with_date), tuple(without), te_gewoon=common)


def _too_common(part: Deel, near: Achtergrond) -> bool:
    """Whether more persons bear the name that was most likely meant than are looked at."""
    best = near.mogelijk[part][:1]
    return any(option.aantal > MAX_BEARERS and option.kans >= _SURE_ENOUGH for option in best)


def _dated(vraag: Zoekvraag, near: Achtergrond) -> Iterator[int]:
    datum = vraag.geboortedatum
    if datum is not None and datum.maand is not None and datum.dag is not None:
        yield date_key(datum.iso())
        if datum.dag <= 12:
            yield date_key(Geboortedatum(datum.jaar, datum.dag, datum.maand).iso())
    for option in _likely(vraag.gevraagd(), near):
        for jaar in _years(vraag):
            yield year_key(option.klank, jaar)
        if datum is not None and datum.maand is not None and datum.dag is not None:
            yield day_key(option.klank, datum.maand, datum.dag)


def _years(vraag: Zoekvraag) -> Sequence[int]:
    if vraag.geboortedatum is not None and vraag.geboortedatum.jaar is not None:
        return (vraag.geboortedatum.jaar,)
    about = vraag.geboortejaar_ongeveer
    return range(about - _YEARS_ABOUT, about + _YEARS_ABOUT + 1) if about is not None else ()


def _likely(asked: Gevraagd, near: Achtergrond) -> Iterator[Mogelijk]:
    limit = _MAX_BEARERS_IN_YEAR_ALONE if len(asked.delen) == 1 else _MAX_BEARERS_IN_YEAR
    for part in asked.delen:
        total = 0
        for option in near.mogelijk[part][:_WITH_DATE]:
            total += option.aantal
            if total > limit:
                break
            yield option


def _pairs(asked: Gevraagd, near: Achtergrond) -> Iterable[int]:
    """Two parts of one person; the likeliest pairs of spellings first."""
    pairs: dict[tuple[str, str], float] = {}
    for one, other in combinations(asked.delen + asked.los, 2):
        for first, second in product(near.mogelijk[one][:_IN_PAIRS], near.mogelijk[other][:_IN_PAIRS]):
            if first.klank != second.klank:
                sounds = (min(first.klank, second.klank), max(first.klank, second.klank))
                pairs[sounds] = max(pairs.get(sounds, 0.0), first.kans * second.kans)
    best = sorted(pairs, key=lambda sounds: (-pairs[sounds], sounds))[:_MAX_PAIRS]
    return [pair_key(*sounds) for sounds in best]


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
