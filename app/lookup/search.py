"""The one module that asks the database. Every statement is bounded: equality on an index, and a limit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Integer, Select, and_, bindparam, literal, select, union_all

from app.lookup.candidates import Sleutels
from app.names.profile import Naamprofiel, decode
from app.store.tables.street import naamdeel, naamvariant, straatkaart, zoekprofiel, zoeksleutel

# With a date a key is narrow; without one it may be half of a village.
MAX_WITH_DATE = 600
MAX_WITHOUT_DATE = 300

# An impossible key keeps a group that has none in the statement.
_NO_KEY = -1


@dataclass(frozen=True)
class Kandidaat:
    """Somebody whom a question may mean, as stored for the search."""

    persoon_id: int
    aanpak: str
    profiel: Naamprofiel


@dataclass(frozen=True)
class Gevonden:
    """`te_veel`: the keys without a date are borne by more persons than are looked at, so none of those is here."""

    kandidaten: tuple[Kandidaat, ...]
    te_veel: bool


_COUNTS = (
    select(naamdeel.c.deel, naamdeel.c.aantal)
    .join(naamvariant, naamvariant.c.deel == naamdeel.c.deel)
    .where(naamvariant.c.sleutel.in_(bindparam("sleutels", expanding=True)))
    .distinct()
)


def read_counts(connection: Connection, variants: Collection[str]) -> dict[str, int]:
    """The registered name parts that share a spelling with the asked ones, and how many persons bear each."""
    rows = connection.execute(_COUNTS, {"sleutels": sorted(variants)})
    return {row.deel: row.aantal for row in rows}


def _group(number: int, keys: str, limit: int) -> Select[tuple[int, int]]:
    persons = (
        select(zoeksleutel.c.persoon_id)
        .where(zoeksleutel.c.sleutel.in_(bindparam(keys, expanding=True)))
        .distinct()
        .limit(limit + 1)
        .subquery()
    )
    return select(literal(number, Integer).label("groep"), persons.c.persoon_id)


_FOUND = union_all(_group(0, "met_datum", MAX_WITH_DATE), _group(1, "zonder_datum", MAX_WITHOUT_DATE)).subquery()
_CANDIDATES = select(_FOUND.c.groep, _FOUND.c.persoon_id, zoekprofiel.c.aanpak, zoekprofiel.c.profiel).join_from(
    _FOUND,
    zoekprofiel,
    and_(
        zoekprofiel.c.persoon_id == _FOUND.c.persoon_id,
        zoekprofiel.c.geldig_van <= bindparam("vandaag"),
        zoekprofiel.c.geldig_tot >= bindparam("vandaag"),
    ),
    isouter=True,
)


def read_candidates(connection: Connection, keys: Sleutels, vandaag: date) -> Gevonden:
    """The persons under these keys who are on the street today."""
    if not (keys.met_datum or keys.zonder_datum):
        return Gevonden((), te_veel=False)
    values = {
        "met_datum": keys.met_datum or (_NO_KEY,),
        "zonder_datum": keys.zonder_datum or (_NO_KEY,),
        "vandaag": vandaag.isoformat(),
    }
    groups: tuple[dict[int, Kandidaat], dict[int, Kandidaat]] = ({}, {})
    counts = [0, 0]
    for group, persoon_id, aanpak, profiel in connection.execute(_CANDIDATES, values):
        counts[group] += 1
        if profiel is not None:
            groups[group][persoon_id] = Kandidaat(persoon_id, aanpak, decode(profiel))
    # Which ones a limit lets through is chance, and differs between databases: then none of them count.
    too_many = (counts[0] > MAX_WITH_DATE, counts[1] > MAX_WITHOUT_DATE)
    kept: dict[int, Kandidaat] = {}
    for group, over in zip(groups, too_many, strict=True):
        kept |= {} if over else group
    return Gevonden(tuple(kept[persoon_id] for persoon_id in sorted(kept)), te_veel=any(too_many))


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
