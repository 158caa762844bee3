"""The one module that asks the database. Every statement is bounded: equality on an index, and a limit."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, and_, bindparam, func, literal, select, union_all

from app.lookup.candidates import Sleutels
from app.lookup.gereed import check_searchable
from app.names.birth_date import Geboortedatum, from_iso
from app.names.parts import EVERYBODY, Naming
from app.names.profile import GEBOORTEDATUM, Naamprofiel, decode
from app.names.regels import REGELS
from app.names.stored import stored_namings
from app.store.among import among
from app.store.tables.street import naamdeel, naamvariant, straatkaart, zoekprofiel, zoeksleutel

# With a date a key is narrow; without one it may be half of a village.
MAX_WITH_DATE = 600
MAX_WITHOUT_DATE = 120


class Kandidaat(NamedTuple):
    """Somebody whom a question may mean, as stored for the search: most are weighed and never shown."""

    persoon_id: int
    aanpak: str
    opgeslagen: list[Any]

    def profiel(self) -> Naamprofiel:
        return decode(self.opgeslagen)

    def namings(self) -> tuple[Naming, ...]:
        return stored_namings(self.opgeslagen)

    def geboren(self) -> Geboortedatum | None:
        return from_iso(self.opgeslagen[GEBOORTEDATUM])


@dataclass(frozen=True)
class Gevonden:
    """`te_veel`: the keys without a date are borne by more persons than are looked at, so none of those is here."""

    kandidaten: tuple[Kandidaat, ...]
    te_veel: bool


_COUNT = select(naamdeel.c.deel, naamdeel.c.aantal).where(naamdeel.c.regels == REGELS)
_SAME_PART = and_(naamvariant.c.regels == naamdeel.c.regels, naamvariant.c.deel == naamdeel.c.deel)
_COUNTS = union_all(
    _COUNT.where(among(naamdeel.c.deel, "delen")),
    _COUNT.join(naamvariant, _SAME_PART).where(
        naamvariant.c.regels == REGELS, among(naamvariant.c.sleutel, "varianten")
    ),
)


def read_counts(connection: Connection, delen: Collection[str], varianten: Collection[str]) -> dict[str, int]:
    """The registered ones of these name parts, with those found under these spellings: how many persons bear each.

    Raises `NotYetSearchable` when everybody is asked for, and the rows of these rules are not complete.
    """
    values = {"delen": sorted(delen), "varianten": sorted(varianten)}
    counts: dict[str, int] = dict(connection.execute(_COUNTS, values).all())
    if EVERYBODY in delen and EVERYBODY not in counts:
        check_searchable(connection)
    return counts


def _group(number: int, name: str, limit: int) -> Select[Any]:
    persons = (
        select(zoeksleutel.c.persoon_id)
        .where(among(zoeksleutel.c.sleutel, name))
        .group_by(zoeksleutel.c.persoon_id)
        .having(func.count() >= bindparam(f"{name}_samen"))
        .limit(limit + 1)
        .subquery()
    )
    return select(literal(number, Integer).label("groep"), persons.c.persoon_id)


def _candidates() -> Select[Any]:
    """Persons under keys with and without a date, each with the profile that counts today."""
    groups = (_group(0, "met_datum", MAX_WITH_DATE), _group(1, "zonder_datum", MAX_WITHOUT_DATE))
    found = union_all(*groups).subquery()
    today = and_(
        zoekprofiel.c.persoon_id == found.c.persoon_id,
        zoekprofiel.c.geldig_van <= bindparam("vandaag"),
        zoekprofiel.c.geldig_tot >= bindparam("vandaag"),
    )
    columns = (found.c.groep, found.c.persoon_id, zoekprofiel.c.aanpak, zoekprofiel.c.profiel)
    return select(*columns).join_from(found, zoekprofiel, today, isouter=True)


_CANDIDATES = _candidates()
_LIMITS = {0: MAX_WITH_DATE, 1: MAX_WITHOUT_DATE}


def read_candidates(connection: Connection, keys: Sleutels, vandaag: date) -> Gevonden:
    """The persons under these keys who are on the street today."""
    if not (keys.met_datum or keys.zonder_datum):
        return Gevonden((), te_veel=False)
    values = {
        "met_datum": keys.met_datum,
        "met_datum_samen": keys.samen,
        "zonder_datum": keys.zonder_datum,
        "zonder_datum_samen": 1,
        "vandaag": vandaag.isoformat(),
    }
    rows = connection.execute(_CANDIDATES, values).all()
    counts = Counter(group for group, *_ in rows)
    # Which ones a limit lets through is chance, and differs between databases: then none of them count.
    over = {group for group, limit in _LIMITS.items() if counts[group] > limit}
    found = {
        persoon_id: (aanpak, profiel)
        for group, persoon_id, aanpak, profiel in rows
        if profiel is not None and group not in over
    }
    kept = (Kandidaat(persoon_id, aanpak, profiel) for persoon_id, (aanpak, profiel) in sorted(found.items()))
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
