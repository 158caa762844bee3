"""The one module that asks the database. Every statement is bounded: equality on an index, and a limit."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Integer, Select, and_, bindparam, literal, select, union_all

from app.lookup.candidates import Sleutels
from app.names.profile import Naamprofiel, decode
from app.store.tables.street import naamdeel, naamvariant, straatkaart, zoekprofiel, zoeksleutel

# With a date a key is narrow; without one it may be half of a village.
MAX_WITH_DATE = 600
MAX_WITHOUT_DATE = 300
_LIMITS = (MAX_WITH_DATE, MAX_WITHOUT_DATE)

# An impossible key keeps a group that has none in the statement.
_NO_KEY = -1


class Kandidaat(NamedTuple):
    """Somebody whom a question may mean, as stored for the search."""

    persoon_id: int
    aanpak: str
    profiel: Naamprofiel


@dataclass(frozen=True)
class Gevonden:
    """`te_veel`: the keys without a date are borne by more persons than are looked at, so none of those is here."""

    kandidaten: tuple[Kandidaat, ...]
    te_veel: bool


# A list of values is filled up to a multiple of this, so that a handful of statements serves every question: building a
# statement for each number of values took longer than running it.
_STEP = 32


@lru_cache(maxsize=64)
def _counts(size: int) -> Select[str, int]:
    return (
        select(naamdeel.c.deel, naamdeel.c.aantal)
        .join(naamvariant, naamvariant.c.deel == naamdeel.c.deel)
        .where(naamvariant.c.sleutel.in_(_parameters("variant", size)))
        .distinct()
    )


@lru_cache(maxsize=256)
def _names(name: str, size: int) -> tuple[str, ...]:
    return tuple(f"{name}{number}" for number in range(size))


def _parameters(name: str, size: int) -> list[BindParameter[Any]]:
    return [bindparam(parameter) for parameter in _names(name, size)]


def _size(values: Sequence[Any]) -> int:
    return -(-len(values) // _STEP) * _STEP


def _filled(name: str, values: Sequence[Any]) -> dict[str, Any]:
    """The values under the names of the parameters; the last one stands in for what is left over."""
    return dict(zip_longest(_names(name, _size(values)), values, fillvalue=values[-1]))


def read_counts(connection: Connection, variants: Collection[str]) -> dict[str, int]:
    """The registered name parts that share a spelling with the asked ones, and how many persons bear each."""
    values = sorted(variants)
    rows = connection.execute(_counts(_size(values)), _filled("variant", values))
    return dict(rows.all())


def _group(number: int, name: str, size: int) -> Select[int, int]:
    persons = (
        select(zoeksleutel.c.persoon_id)
        .where(zoeksleutel.c.sleutel.in_(_parameters(name, size)))
        .distinct()
        .limit(_LIMITS[number] + 1)
        .subquery()
    )
    return select(literal(number, Integer).label("groep"), persons.c.persoon_id)


@lru_cache(maxsize=256)
def _candidates(dated: int, undated: int) -> Select[Any]:
    """Persons under so many keys with a date and so many without, each with the profile that counts today."""
    found = union_all(_group(0, "dated", dated), _group(1, "undated", undated)).subquery()
    today = and_(
        zoekprofiel.c.persoon_id == found.c.persoon_id,
        zoekprofiel.c.geldig_van <= bindparam("vandaag"),
        zoekprofiel.c.geldig_tot >= bindparam("vandaag"),
    )
    columns = (found.c.groep, found.c.persoon_id, zoekprofiel.c.aanpak, zoekprofiel.c.profiel)
    return select(*columns).join_from(found, zoekprofiel, today, isouter=True)


def read_candidates(connection: Connection, keys: Sleutels, vandaag: date) -> Gevonden:
    """The persons under these keys who are on the street today."""
    if not (keys.met_datum or keys.zonder_datum):
        return Gevonden((), te_veel=False)
    dated, undated = keys.met_datum or (_NO_KEY,), keys.zonder_datum or (_NO_KEY,)
    values = {**_filled("dated", dated), **_filled("undated", undated), "vandaag": vandaag.isoformat()}
    statement = _candidates(_size(dated), _size(undated))
    rows = connection.execute(statement, values).all()
    counts = Counter(group for group, *_ in rows)
    # Which ones a limit lets through is chance, and differs between databases: then none of them count.
    over = {group for group, limit in enumerate(_LIMITS) if counts[group] > limit}
    found = {
        persoon_id: (aanpak, profiel)
        for group, persoon_id, aanpak, profiel in rows
        if profiel is not None and group not in over
    }
    kept = (Kandidaat(persoon_id, aanpak, decode(profiel)) for persoon_id, (aanpak, profiel) in sorted(found.items()))
    return Gevonden(tuple(kept), te_veel=bool(over))


_CARD = select(straatkaart.c.kaart).where(
    straatkaart.c.persoon_id == bindparam("persoon"),
    straatkaart.c.geldig_van <= bindparam("vandaag"),
    straatkaart.c.geldig_tot >= bindparam("vandaag"),
)


def read_straatkaart(connection: Connection, persoon_id: int, vandaag: date) -> bytes | None:
    """The card as it is sent, when it may be shown today."""
    values = {"persoon": persoon_id, "vandaag": vandaag.isoformat()}
    kaart: bytes | None = connection.execute(_CARD, values).scalar_one_or_none()
    return kaart
