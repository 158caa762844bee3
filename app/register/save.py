"""Write dossiers to their tables, many at a time: new ones whole, known ones only where they changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from app.register.bureaudelen import add_bureaudelen
from app.register.bureauwerk import pairs
from app.register.model import Abonnement, Bureaudeel, Dossier
from app.register.organisaties import Adresboek, Bekend, resolve
from app.register.rows import (
    BEEINDIGD,
    VERSIONS,
    Vaststelling,
    Version,
    abonnement_row,
    add_versions,
    alias_rows,
    end_abonnementen,
    link_rows,
    persoon_row,
    withdrawal,
)
from app.register.statements import Row, add, add_numbered, add_plain, change, remove
from app.store.tables import register

# Two new abonnementen of one person differ in one of these: that is what `Abonnement.identity` is made of.
ABONNEMENT_KEY = ("persoon_id", "aanpak", "regime", "veiligheidshuis_id", "gemeente_id", "start")


@dataclass(frozen=True)
class Incoming:
    """A dossier to write; when the person is known already, `persoon_id` and the dossier `before`."""

    dossier: Dossier
    digest: str
    persoon_id: int | None = None
    before: Dossier | None = None


@dataclass(frozen=True)
class Saved:
    """Whom the street has to hear about."""

    new: frozenset[int]
    changed: frozenset[int]  # what was said of them changed
    touched: frozenset[int]  # what was said of their contactpersonen changed

    @property
    def persoon_ids(self) -> frozenset[int]:
        return self.new | self.changed | self.touched


@dataclass
class _Writes:
    """The rows of one batch, gathered so that each table is written with one statement."""

    persons: list[Row] = field(default_factory=list)
    aliases_gone: list[int] = field(default_factory=list)
    aliases: list[Row] = field(default_factory=list)
    abonnementen: list[Row] = field(default_factory=list)
    ended: list[int] = field(default_factory=list)
    opened: list[tuple[int, Abonnement]] = field(default_factory=list)
    links_gone: list[int] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    versions: dict[str, list[tuple[int, Version]]] = field(default_factory=lambda: {name: [] for name, _ in VERSIONS})


def lock_register(connection: Connection) -> None:
    """Writers of dossiers take turns, so that two of them never create one person or organisation twice.

    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(text("LOCK TABLE organisatie, contactpersoon IN SHARE ROW EXCLUSIVE MODE"))


def save_dossiers(connection: Connection, incoming: Sequence[Incoming], moment: str) -> Saved:
    """Write all of `incoming` in the caller's transaction, after `lock_register`."""
    known = {item.persoon_id: item for item in incoming if item.persoon_id is not None}
    book = resolve(connection, [each for item in incoming for each in item.dossier.abonnementen])
    writes = _Writes()
    bekend = book.as_known(connection, [each for item in known.values() for each in item.dossier.abonnementen])
    changed = {number for number, item in known.items() if _compare(number, item, bekend, writes)}
    writes.persons.extend(
        {"old_id": number, **persoon_row(item.dossier.persoon), "bron_digest": item.digest}
        for number, item in known.items()
    )
    new = _insert_persons(connection, [item for item in incoming if item.persoon_id is None], writes)
    _write(connection, writes, book, moment)
    return Saved(new, frozenset(changed), book.touched)


def _insert_persons(connection: Connection, items: Sequence[Incoming], writes: _Writes) -> frozenset[int]:
    if not items:
        return frozenset()
    rows = [persoon_row(item.dossier.persoon) | {"bron_digest": item.digest} for item in items]
    ids = add_numbered(connection, register.persoon, rows, ("extern_id",))
    for number, item in zip(ids, items, strict=True):
        writes.aliases.extend(alias_rows(number, item.dossier.persoon))
        writes.opened.extend((number, abonnement) for abonnement in item.dossier.abonnementen)
    return frozenset(ids)


def _compare(number: int, item: Incoming, bekend: Bekend, writes: _Writes) -> bool:
    """Gather what changed for a known person; returns whether anything did."""
    # Read before the contactpersonen were brought up to date, so that a change of one counts as a change.
    before, after = item.before or item.dossier, item.dossier
    changed = before.persoon != after.persoon
    if before.persoon.aliassen != after.persoon.aliassen:
        writes.aliases_gone.append(number)
        writes.aliases.extend(alias_rows(number, after.persoon))
    found, left = pairs(before.abonnementen, after.abonnementen)
    for former, abonnement in found:
        if former is None or former.id is None:
            writes.opened.append((number, abonnement))
            changed = True
        else:
            changed = _compare_abonnement(former.id, (former, abonnement), bekend, writes) or changed
    for former in left:
        if former.status != BEEINDIGD and former.id is not None:
            writes.ended.append(former.id)
            changed = True
    return changed


def _compare_abonnement(number: int, pair: tuple[Abonnement, Abonnement], bekend: Bekend, writes: _Writes) -> bool:
    before, after = pair[0], bekend.of(pair[1])
    if before == after:
        return False
    writes.abonnementen.append(abonnement_row(after, bekend.book) | {"old_id": number})
    if _who_to_call(before) != _who_to_call(after):
        writes.links_gone.append(number)
        writes.links.extend(link_rows(number, pair[1], bekend.book))
    for name, _ in VERSIONS:
        former, latter = getattr(before, name), getattr(after, name)
        if latter is None and former is not None:
            writes.versions[name].append((number, withdrawal(former)))
        elif latter is not None and former != latter:
            writes.versions[name].append((number, latter))
    return True


def _write(connection: Connection, writes: _Writes, book: Adresboek, moment: str) -> None:
    change(connection, register.persoon, writes.persons)
    remove(connection, register.persoon_alias, "persoon_id", writes.aliases_gone)
    add(connection, register.persoon_alias, writes.aliases)
    change(connection, register.abonnement, writes.abonnementen)
    end_abonnementen(connection, writes.ended)
    bureaudelen = []
    for number, abonnement in _open(connection, writes.opened, book):
        if abonnement.bureau:
            bureaudelen.append((number, abonnement.bureau))
        writes.links.extend(link_rows(number, abonnement, book))
        for name, _ in VERSIONS:
            if version := getattr(abonnement, name):
                writes.versions[name].append((number, version))
    remove(connection, register.abonnement_contactpersoon, "abonnement_id", writes.links_gone)
    add_plain(connection, register.abonnement_contactpersoon, writes.links)
    for name, table in VERSIONS:
        add_versions(connection, table, writes.versions[name], Vaststelling(moment))
    add_bureaudelen(connection, bureaudelen, book.organisaties, book.contactpersoon_id, moment)


def _open(
    connection: Connection, opened: Sequence[tuple[int, Abonnement]], book: Adresboek
) -> Iterator[tuple[int, Abonnement]]:
    """Insert new abonnementen; gives each with the id that it got.

    One that was ended and opened again has a namesake, by which its id could not be told: those go in rounds.
    """
    rounds: list[list[tuple[int, Abonnement]]] = []
    seen: Counter[tuple[int, Any]] = Counter()
    for number, abonnement in opened:
        key = (number, abonnement.identity)
        if seen[key] == len(rounds):
            rounds.append([])
        rounds[seen[key]].append((number, abonnement))
        seen[key] += 1
    for each in rounds:
        rows = [_new_row(abonnement, book) | {"persoon_id": number} for number, abonnement in each]
        ids = add_numbered(connection, register.abonnement, rows, ABONNEMENT_KEY)
        yield from zip(ids, (abonnement for _, abonnement in each), strict=True)


def _new_row(abonnement: Abonnement, book: Adresboek) -> Row:
    bureau = abonnement.bureau or Bureaudeel()
    desk = {"herkomst": bureau.herkomst, "reden": bureau.reden, "geopend_op": bureau.geopend_op}
    return abonnement_row(abonnement, book) | desk


def _who_to_call(abonnement: Abonnement) -> list[tuple[str, str, str | None, bool]]:
    """What a link says; the details of a contactpersoon live elsewhere."""
    return [(*each.identity, each.eerste) for each in abonnement.contactpersonen]
