"""What lies between a birth date that was asked and the one that is registered, as evidence.

Evidence is the natural logarithm of a likelihood ratio: how much more likely the asked date is when this person is
meant than when somebody else is. A stranger's date is one of some 60 x 365; the chances of each kind of slip are
round figures from experience with typed forms, not fitted to any file.
"""

from dataclasses import dataclass
from enum import IntEnum, auto
from functools import lru_cache
from math import log

from app.names.birth_date import NEW_YEAR, Geboortedatum

_YEARS = 60.0
_DAYS = 365.0


class Datumverschil(IntEnum):  # as a number it is hashed quickly, and it is hashed for every candidate
    GELIJK = auto()
    VERWISSELD = auto()  # day and month
    CIJFER = auto()  # one digit differs, or two neighbours changed places
    JAAR_EN_MAAND = auto()
    JAAR = auto()  # the year agrees, and no more is known or was asked
    ONGEVEER = auto()  # within two years of a year that was asked as approximate
    DAG_ONBEKEND = auto()  # the year agrees, and one side says 1 January, which often stands for "unknown"
    NIEUWJAAR = auto()  # both say 1 January of one year, which says little more than the year
    DAG_EN_MAAND = auto()  # day and month agree, and no year was asked
    DAG_EN_MAAND_ONGEVEER = auto()  # the same, within two years of a year that was asked as approximate
    DAG_EN_MAAND_VERWISSELD = auto()
    ANDER_DEEL = auto()  # the year agrees, the day does not; or the other way round
    ANDERS = auto()
    ONBEKEND = auto()  # nothing to compare


@dataclass(frozen=True)
class Datumbewijs:
    verschil: Datumverschil
    gewicht: float


_WEIGHT = {
    Datumverschil.GELIJK: log(0.9 * _YEARS * _DAYS),
    Datumverschil.VERWISSELD: log(0.02 * _YEARS * _DAYS),
    Datumverschil.CIJFER: log(0.03 / 25 * _YEARS * _DAYS),
    Datumverschil.JAAR_EN_MAAND: log(0.9 * _YEARS * 12),
    Datumverschil.JAAR: log(0.9 * _YEARS),
    Datumverschil.ONGEVEER: log(0.9 * _YEARS / 5),
    Datumverschil.DAG_ONBEKEND: log(0.5 * _YEARS),
    # Of some origins one in five is registered so.
    Datumverschil.NIEUWJAAR: log(0.9 * _YEARS * 5),
    Datumverschil.DAG_EN_MAAND: log(0.9 * _DAYS),
    Datumverschil.DAG_EN_MAAND_ONGEVEER: log(0.9 * _DAYS * _YEARS / 5),
    Datumverschil.DAG_EN_MAAND_VERWISSELD: log(0.02 * _DAYS),
    Datumverschil.ANDER_DEEL: -2.5,
    Datumverschil.ANDERS: -9.0,
    Datumverschil.ONBEKEND: 0.0,
}
_EVIDENCE = {kind: Datumbewijs(kind, weight) for kind, weight in _WEIGHT.items()}
# Under these, the two may be one date; under the others, a full card of the other person must never come up.
AGREEING = frozenset(
    {
        Datumverschil.GELIJK,
        Datumverschil.VERWISSELD,
        Datumverschil.CIJFER,
        Datumverschil.JAAR_EN_MAAND,
        Datumverschil.JAAR,
        Datumverschil.ONGEVEER,
        Datumverschil.DAG_ONBEKEND,
        Datumverschil.NIEUWJAAR,
        Datumverschil.DAG_EN_MAAND,
        Datumverschil.DAG_EN_MAAND_ONGEVEER,
        Datumverschil.DAG_EN_MAAND_VERWISSELD,
    }
)
# A whole date finds a person by itself.
FOUND_BY_DATE = frozenset({Datumverschil.GELIJK, Datumverschil.VERWISSELD})


def compare(asked: Geboortedatum | None, about: int | None, registered: Geboortedatum | None) -> Datumbewijs:
    """Compare what was asked (a date, or a year `about` which may be off) with what is registered.

    Both are asked together only when the date has no year of its own: "7 maart, rond 30".
    """
    return _EVIDENCE[_kind(asked, about, registered)]


def _kind(asked: Geboortedatum | None, about: int | None, registered: Geboortedatum | None) -> Datumverschil:
    if registered is None or registered.jaar is None:
        return Datumverschil.ONBEKEND
    if asked is None:
        return Datumverschil.ONBEKEND if about is None else _kind_about(about, registered.jaar)
    if asked.jaar is None:
        day = _kind_day(asked, registered)
        return day if about is None else _with_about(day, _kind_about(about, registered.jaar))
    if asked.dag is None or registered.dag is None:
        return _kind_partial(asked, registered)
    return _kind_whole(asked, registered)


def _kind_about(about: int, jaar: int) -> Datumverschil:
    distance = abs(about - jaar)
    if distance <= 2:
        return Datumverschil.ONGEVEER
    return Datumverschil.ANDER_DEEL if distance <= 5 else Datumverschil.ANDERS


def _kind_day(asked: Geboortedatum, registered: Geboortedatum) -> Datumverschil:
    """A day and a month were asked, and no year."""
    if registered.maand is None:
        return Datumverschil.ONBEKEND
    if registered.dag is None:
        return Datumverschil.ONBEKEND if asked.maand == registered.maand else Datumverschil.ANDER_DEEL
    if (asked.maand, asked.dag) == (registered.maand, registered.dag):
        return Datumverschil.DAG_EN_MAAND
    if NEW_YEAR in ((asked.maand, asked.dag), (registered.maand, registered.dag)):
        return Datumverschil.ONBEKEND
    swapped = (asked.dag, asked.maand) == (registered.maand, registered.dag)
    return Datumverschil.DAG_EN_MAAND_VERWISSELD if swapped else Datumverschil.ANDER_DEEL


def _with_about(day: Datumverschil, year: Datumverschil) -> Datumverschil:
    """What a day without a year and an approximate year say together: the worse of the two, unless both agree."""
    if year is not Datumverschil.ONGEVEER:
        return year
    if day is Datumverschil.DAG_EN_MAAND:
        return Datumverschil.DAG_EN_MAAND_ONGEVEER
    return Datumverschil.ANDER_DEEL if day is Datumverschil.ANDER_DEEL else Datumverschil.ONGEVEER


def _kind_partial(asked: Geboortedatum, registered: Geboortedatum) -> Datumverschil:
    if asked.jaar != registered.jaar:
        near = abs((asked.jaar or 0) - (registered.jaar or 0)) == 1
        return Datumverschil.ANDER_DEEL if near else Datumverschil.ANDERS
    if asked.maand is None or registered.maand is None:
        return Datumverschil.JAAR
    if asked.maand == registered.maand:
        return Datumverschil.JAAR_EN_MAAND
    new_year = NEW_YEAR in (asked[1:], registered[1:])
    return Datumverschil.DAG_ONBEKEND if new_year else Datumverschil.ANDER_DEEL


def _kind_whole(asked: Geboortedatum, registered: Geboortedatum) -> Datumverschil:
    jaar, maand, dag = asked
    other_year, other_month, other_day = registered
    if jaar == other_year:
        return _kind_in_year(asked, registered)
    if dag != other_day:
        # One slip touches one digit or two neighbours, so never the year and the day: most strangers end here.
        return Datumverschil.ANDERS
    if _one_slip(_digits(asked), _digits(registered)):
        return Datumverschil.CIJFER
    return Datumverschil.ANDER_DEEL if maand == other_month else Datumverschil.ANDERS


def _kind_in_year(asked: Geboortedatum, registered: Geboortedatum) -> Datumverschil:
    """Both are whole dates in one year."""
    if asked == registered:
        return Datumverschil.NIEUWJAAR if asked[1:] == NEW_YEAR else Datumverschil.GELIJK
    if (asked.maand, asked.dag) == (registered.dag, registered.maand):
        return Datumverschil.VERWISSELD
    if _one_slip(_digits(asked), _digits(registered)):
        return Datumverschil.CIJFER
    new_year = NEW_YEAR in (asked[1:], registered[1:])
    return Datumverschil.DAG_ONBEKEND if new_year else Datumverschil.ANDER_DEEL


@lru_cache(maxsize=4096)
def _digits(datum: Geboortedatum) -> str:
    return datum.iso().replace("-", "")


def _one_slip(one: str, other: str) -> bool:
    differing = [at for at in range(8) if one[at] != other[at]]
    if len(differing) == 1:
        return True
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )
