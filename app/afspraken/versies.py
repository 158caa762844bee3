"""The published versions of what is agreed. Rows are only ever added; the database refuses to change one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from app.afspraken.model import Voorstel, ZsmAdvies, criteria_json, criteria_of
from app.register.model import Actie, Bejegening, Handelingskader
from app.register.rows import NAGEKEKEN, Vaststelling, add_versions, last_versions, withdrawal
from app.register.statements import add
from app.store.tables import register
from app.store.tables.afspraken import zsm_advies
from app.store.tables.register import abonnement
from app.werk.bureau import Werk
from app.werk.versie import change_version

Deel = Handelingskader | Bejegening | ZsmAdvies


@dataclass(frozen=True)
class Onderdeel:
    """One of the three things that have versions: its name, its field in a `Voorstel`, its table, and its rows read."""

    naam: str
    veld: str
    tabel: Table
    lees: Callable[[Row[Any]], Deel]


def _read_handelingskader(row: Row[Any]) -> Handelingskader:
    words = Actie(row.actie, row.actie_tekst, row.actie_icoon, row.actie_kleur) if row.actie_tekst else None
    parts = (row.actie, row.kern, tuple(row.regels), row.casusoverleg, row.vastgesteld_door)
    return Handelingskader(*parts, row.versie, words)


def _read_bejegening(row: Row[Any]) -> Bejegening:
    lists = (tuple(row.doen), tuple(row.niet_doen))
    return Bejegening(row.kern, row.ziet, row.betekent, *lists, row.risico, row.versie)


def _read_advies(row: Row[Any]) -> ZsmAdvies:
    criteria = criteria_of(row.criteria)
    return ZsmAdvies(row.datum, row.doel, row.advies, row.context, row.historie, criteria, row.versie)


ONDERDELEN = (
    Onderdeel("handelingskader", "handelingskader", register.handelingskader, _read_handelingskader),
    Onderdeel("bejegening", "bejegening", register.bejegening, _read_bejegening),
    Onderdeel("zsmAdvies", "zsm_advies", zsm_advies, _read_advies),
)


def read_published(connection: Connection, row: Row[Any]) -> Voorstel:
    """What counts now for the abonnement of `row`: the last version of each part, unless that withdrew it."""
    found = {each.veld: _last(connection, each, row.id) for each in ONDERDELEN}
    return Voorstel(**found, toetsen_voor=row.toetsen_voor)


def _last(connection: Connection, onderdeel: Onderdeel, abonnement_id: int) -> Any:
    table = onderdeel.tabel
    last = select(table).where(table.c.abonnement_id == abonnement_id).order_by(table.c.versie.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    found = onderdeel.lees(row) if row else None
    return found if found and found.kern else None


def changed_parts(before: Voorstel, after: Voorstel, acties: dict[str, Actie]) -> dict[str, Deel]:
    """The versions to add, by name: what reads differently, and what withdraws what is no longer agreed."""
    found: dict[str, Deel] = {}
    for each in ONDERDELEN:
        former, latter = getattr(before, each.veld), getattr(after, each.veld)
        if latter is None and former is not None:
            found[each.naam] = _withdrawal(former)
        elif latter is not None and (former != latter or _reads_otherwise(former, acties)):
            found[each.naam] = latter
    return found


def _reads_otherwise(former: Deel, acties: dict[str, Actie]) -> bool:
    """Whether the action of a published handelingskader has other words by now: a new version takes those of today."""
    if not isinstance(former, Handelingskader) or former.bewoording is None:
        return False
    now = acties[former.actie]
    return replace(now, actief=True) != former.bewoording


def _withdrawal(former: Deel) -> Deel:
    return ZsmAdvies(former.datum, "", "") if isinstance(former, ZsmAdvies) else withdrawal(former)


def add_parts(
    connection: Connection, abonnement_id: int, parts: dict[str, Deel], vaststelling: Vaststelling
) -> dict[str, int]:
    """Add a version of each; returns their numbers by name."""
    numbers = {}
    for each in ONDERDELEN:
        part = parts.get(each.naam)
        if isinstance(part, ZsmAdvies):
            _add_advies(connection, abonnement_id, part, vaststelling)
        elif part is not None:
            add_versions(connection, each.tabel, [(abonnement_id, part)], vaststelling)
        if part is not None:
            numbers[each.naam] = last_versions(connection, each.tabel, [abonnement_id])[abonnement_id]
    return numbers


def _add_advies(connection: Connection, abonnement_id: int, advies: ZsmAdvies, vaststelling: Vaststelling) -> None:
    last = last_versions(connection, zsm_advies, [abonnement_id]).get(abonnement_id, 0)
    row = {
        "abonnement_id": abonnement_id,
        "versie": last + 1,
        "datum": advies.datum,
        "doel": advies.doel,
        "advies": advies.advies,
        "context": advies.context,
        "historie": advies.historie,
        "criteria": criteria_json(advies.criteria),
        **vaststelling.row(leeg=not advies.advies),
    }
    add(connection, zsm_advies, [row])


def keur_nagekeken(werk: Werk, row: Row[Any], toetsen_voor: str) -> int:
    """Say "looked at, and still right": a version of its own of all that counts, with a new day to look at it again.

    `row` is the abonnement, found with its lock. Publishes, and returns the next version of the abonnement; raises
    `IntussenGewijzigd` when `row` is not its present state. Whoever calls it has the act recorded.
    """
    published = read_published(werk.connection, row)
    parts = {each.naam: getattr(published, each.veld) for each in ONDERDELEN}
    if isinstance(published.zsm_advies, ZsmAdvies):
        # Who says that all is still right says so of the advice too, and then it is of today.
        parts["zsmAdvies"] = replace(published.zsm_advies, datum=werk.vandaag.isoformat())
    act = Vaststelling(werk.moment, werk.caller.account_id, werk.caller.account_id, NAGEKEKEN, toetsen_voor)
    add_parts(werk.connection, row.id, {name: part for name, part in parts.items() if part is not None}, act)
    where = (abonnement.c.id == row.id,)
    versie = change_version(werk.connection, abonnement, where, row.versie, toetsen_voor=toetsen_voor)
    werk.publiceer([row.persoon_id])
    return versie
