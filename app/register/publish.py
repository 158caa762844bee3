"""Publishing: the only way from the dossier side to the street, and the only writer of its tables.

It runs inside the caller's transaction, next to the change that asks for it, so that the street never shows something
else than the dossier says. What is written follows from the dossier alone: publishing twice changes nothing, and
publishing everybody anew gives the same tables. Each card that comes or goes is an audit record in the same
transaction (in law it is a *verstrekking*).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, select

from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, stamp, today
from app.names.parts import variant_keys
from app.register.changes import Changes, Item, Row, Standing, Wanted, compare
from app.register.model import Dossier, Naslag
from app.register.read import read_dossiers, read_naslag
from app.register.statements import add_plain
from app.register.straatkaart import build_windows, name_profile
from app.store.tables import street
from app.store.tables.register import persoon
from app.store.upsert import insert_or_update

# So many persons share one set of statements: enough to be quick, few enough to keep memory flat.
CHUNK = 500
WINDOW = ("persoon_id", "geldig_van")


def publish(connection: Connection, persoon_ids: Iterable[int], *, trail: Trail, clock: Clock) -> None:
    """Make the street say what the dossiers of these persons say now; what they no longer say is withdrawn."""
    ids = sorted(set(persoon_ids))
    _lock(connection, ids)
    naslag, vandaag, moment = read_naslag(connection), today(clock).isoformat(), stamp(clock())
    parts: Counter[str] = Counter()
    for chunk in _chunks(ids):
        changes = Changes(parts=parts)
        standing = _read_standing(connection, chunk)
        for persoon_id, dossier in read_dossiers(connection, chunk).items():
            wanted = _wanted(persoon_id, dossier, naslag, vandaag)
            compare(standing[persoon_id], wanted, moment, changes)
        _write(connection, changes)
        trail.record_in(connection, Event.KAART_GEPUBLICEERD, changes.published)
        trail.record_in(connection, Event.KAART_INGETROKKEN, changes.withdrawn)
    _count_parts(connection, parts)


def publish_anew(connection: Connection, *, trail: Trail, clock: Clock) -> int:
    """Make what the search needs anew for everybody; returns how many persons were looked at.

    Old keys are derived from the old profile, so when the way of making keys changes, nobody can name those that stand
    there: they all go, and come back in the new form. A card that says the same stays as it is.
    """
    for table in (street.zoeksleutel, street.zoekprofiel, street.naamdeel, street.naamvariant):
        connection.execute(delete(table))
    everybody = connection.scalars(select(persoon.c.id)).all()
    publish(connection, everybody, trail=trail, clock=clock)
    return len(everybody)


def _lock(connection: Connection, ids: Sequence[int]) -> None:
    """Two publishers of one person wait for each other here, before either has read anything.

    SQLite needs no such lock: there is one writer at a time.
    """
    if connection.dialect.name == "sqlite":
        return
    for chunk in _chunks(ids):
        statement = select(persoon.c.id).where(persoon.c.id.in_(chunk)).order_by(persoon.c.id)
        connection.execute(statement.with_for_update())


def _wanted(persoon_id: int, dossier: Dossier, naslag: Naslag, vandaag: str) -> Wanted:
    # What is over for good has no business on the street; that it is not shown does not depend on this.
    windows = tuple(window for window in build_windows(dossier, naslag) if window.geldig_tot >= vandaag)
    return Wanted(persoon_id, windows, name_profile(dossier.persoon))


def _read_standing(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    found: dict[int, Standing] = defaultdict(Standing)
    cards, profiles = street.straatkaart, street.zoekprofiel
    for row in connection.execute(select(cards).where(cards.c.persoon_id.in_(ids))):
        found[row.persoon_id].cards[row.geldig_van] = (row.geldig_tot, row.kaart)
    for row in connection.execute(select(profiles).where(profiles.c.persoon_id.in_(ids))):
        found[row.persoon_id].profiles[row.geldig_van] = (row.geldig_tot, row.aanpak, row.profiel)
    return found


def _write(connection: Connection, changes: Changes) -> None:
    _delete(connection, street.straatkaart, WINDOW, changes.cards_gone)
    _delete(connection, street.zoekprofiel, WINDOW, changes.profiles_gone)
    _delete(connection, street.zoeksleutel, ("sleutel", "persoon_id"), changes.keys_gone)
    insert_or_update(connection, street.straatkaart, changes.cards, replace=("geldig_tot", "kaart"))
    replaced = ("geldig_tot", "aanpak", "profiel")
    insert_or_update(connection, street.zoekprofiel, changes.profiles, replace=replaced)
    if changes.keys:
        # In the order of the index: a b-tree is filled several times faster that way.
        add_plain(connection, street.zoeksleutel, sorted(changes.keys, key=lambda row: row["sleutel"]))


def _count_parts(connection: Connection, parts: Counter[str]) -> None:
    """Add the differences to the frequencies; the spellings of a part stand there for as long as anybody bears it.

    Done once, last and in alphabetical order, for these rows are shared by everybody and locked until the end.
    """
    table = street.naamdeel
    changed = {part: number for part, number in sorted(parts.items()) if number}
    rows = [{"deel": part, "aantal": number} for part, number in changed.items()]
    insert_or_update(connection, table, rows, add=("aantal",))
    for chunk in _chunks(list(changed)):
        counts = connection.execute(select(table).where(table.c.deel.in_(chunk))).all()
        # Read after the rows were changed and so locked: equal to the difference means that nobody bore it before.
        born = [row.deel for row in counts if row.aantal == changed[row.deel]]
        died = [row.deel for row in counts if row.aantal <= 0]
        add_plain(connection, street.naamvariant, _variants(born))
        _delete(connection, street.naamvariant, ("sleutel", "deel"), _variants(died))
        _delete(connection, table, ("deel",), [{"deel": part} for part in died])


def _variants(parts: Iterable[str]) -> list[Row]:
    rows = [{"sleutel": key, "deel": part} for part in parts for key in variant_keys(part)]
    return sorted(rows, key=lambda row: (row["sleutel"], row["deel"]))


def _delete(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Row]) -> None:
    if rows:
        # A bound parameter may not bear the name of a column.
        conditions = [table.c[name] == bindparam(f"old_{name}") for name in columns]
        values = [{f"old_{name}": row[name] for name in columns} for row in rows]
        connection.execute(delete(table).where(*conditions), values)


def _chunks(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
