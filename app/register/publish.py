"""Publishing: the only way from the dossier side to the street, and the only writer of its cards and profiles.

It runs inside the caller's transaction, next to the change that asks for it, so that the street never shows something
else than the dossier says. What is written follows from the dossier alone: publishing twice changes nothing, and
publishing everybody anew gives the same tables. Each card that comes or goes is an audit record in the same
transaction (in law it is a *verstrekking*). What stood there before moves to the archive with the moments between which
it stood there, so that "what did the street show then" has an answer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from app.audit.events import Event
from app.audit.trail import Trail, record_ready
from app.clock import Clock, stamp, today
from app.register.afleiding import ONZE, Afleiding, Naamwijziging
from app.register.changes import Changes, Standing, compare, compare_cards
from app.register.contacten import Contacten, keep_contactpersonen_still
from app.register.read import read_dossiers, read_naslag
from app.register.regelstand import Fase, Standen, catch_up, fall_behind, standen_to_publish
from app.register.sleutels import count_parts, write_keys
from app.register.statements import add, add_values, chunks, remove_rows
from app.register.vooruit import ARCHIEF, GEEN_VOORWERK, Cards, Voorwerk, Wissel, read_cards, what_is_wanted
from app.store.among import among
from app.store.tables import street
from app.store.tables.afspraken import kaartarchief
from app.store.tables.register import persoon
from app.store.transaction import transaction
from app.store.upsert import insert_or_update

# So many persons share one set of statements: enough to be quick, few enough to keep memory flat.
CHUNK = 500
CARD = ("geldig_tot", "kaart", "sinds", "abonnementen")


def publish(
    connection: Connection,
    persoon_ids: Iterable[int],
    *,
    trail: Trail,
    clock: Clock,
    afleiding: Afleiding = ONZE,
) -> int:
    """Make the street say what the dossiers of these persons say now; what they no longer say is withdrawn.

    What is derived from names is written by the rules of `afleiding`; for other rules that stand there, these persons
    are put in the backlog. Returns of how many persons something on the street changed.
    """
    press = Press(connection, trail, clock, afleiding=afleiding)
    return press.publish(sorted(set(persoon_ids)))


class Press:
    """Publishes in one transaction; `voorwerk` is what was worked out before it began."""

    def __init__(
        self,
        connection: Connection,
        trail: Trail,
        clock: Clock,
        *,
        afleiding: Afleiding = ONZE,
        voorwerk: Voorwerk = GEEN_VOORWERK,
    ) -> None:
        self._connection = connection
        self._trail = trail
        self._vandaag, self._moment = today(clock).isoformat(), stamp(clock())
        self._afleiding = afleiding
        self._voorwerk = voorwerk

    def publish(self, ids: Sequence[int]) -> int:
        connection = self._connection
        standen = standen_to_publish(connection, self._afleiding.regels)
        keep_contactpersonen_still(connection)
        _lock(connection, ids)
        naslag, contacten = read_naslag(connection), Contacten()
        voorwerk = self._voorwerk
        if not voorwerk.still_holds(connection, naslag, self._vandaag):
            voorwerk = GEEN_VOORWERK
        parts: Counter[str] = Counter()
        changed = _swap(connection, voorwerk.wissel, ids)
        for chunk in chunks([each for each in ids if each not in changed], CHUNK):
            changes = Changes()
            rest = self._take_voorwerk(voorwerk, chunk, changes)
            standing = _read_standing(connection, rest)
            for persoon_id, dossier in read_dossiers(connection, list(rest), contacten).items():
                wanted = what_is_wanted(persoon_id, dossier, naslag, self._vandaag)
                compare(standing[persoon_id], wanted, self._moment, changes)
            _write(connection, changes)
            parts.update(_keep_in_step(connection, standen, changes.names, self._afleiding))
            self._trail.record_in(connection, Event.KAART_GEPUBLICEERD, changes.published)
            self._trail.record_in(connection, Event.KAART_INGETROKKEN, changes.withdrawn)
            changed.update(body["persoon"] for body in (*changes.published, *changes.withdrawn))
        count_parts(connection, parts, self._afleiding)
        return len(changed)

    def _take_voorwerk(self, voorwerk: Voorwerk, ids: Sequence[int], changes: Changes) -> dict[int, Cards]:
        """Do what was worked out ahead and still holds; returns the cards of all others."""
        cards = read_cards(self._connection, ids)
        rest: dict[int, Cards] = {}
        for persoon_id in ids:
            standing = cards.get(persoon_id, {})
            wanted = voorwerk.wanted(persoon_id, standing)
            if wanted is None:
                rest[persoon_id] = standing
            else:
                # A change that came from the card's own text alone would have been worked out by its own publishing.
                compare_cards(Standing(standing), wanted, self._moment, changes)
        return rest


class _Changed(Exception):
    """Somebody else was here since the cards were made."""


def _swap(connection: Connection, wissel: Wissel | None, ids: Sequence[int]) -> set[int]:
    """Put all cards of `wissel` in place and return whose they are, or do nothing when one does not fit.

    On SQLite officers wait for this: it is as short as writing those rows can be.
    """
    if wissel is None or not wissel.kaarten or not wissel.personen <= set(ids):
        return set()
    found = select(func.count()).select_from(street.straatkaart).where(among(street.straatkaart.c.persoon_id, "ids"))
    if connection.scalar(found, {"ids": sorted(wissel.personen)}) != len(wissel.kaarten):
        return set()
    try:
        with connection.begin_nested():
            if _exchange(connection, wissel.kaarten) != len(wissel.kaarten):
                raise _Changed  # noqa: TRY301 - leaving the block is what undoes the writing.
            add_values(connection, kaartarchief, ARCHIEF, wissel.archief)
            record_ready(connection, wissel.records)
    except _Changed:
        return set()
    return set(wissel.personen)


def _exchange(connection: Connection, kaarten: Sequence[tuple[Any, ...]]) -> int:
    """Write each card over the very one that it expects; returns how many of those stood there."""
    if connection.dialect.name == "sqlite":
        swap = "UPDATE straatkaart SET kaart = ?, sinds = ? WHERE persoon_id = ? AND geldig_van = ? AND kaart = ?"
        return connection.exec_driver_sql(swap, list(kaarten)).rowcount
    swap = (
        "UPDATE straatkaart AS oud SET kaart = nieuw.kaart, sinds = nieuw.sinds FROM unnest(CAST(%s AS bytea[]), "
        "CAST(%s AS varchar[]), CAST(%s AS bigint[]), CAST(%s AS varchar[]), CAST(%s AS bytea[])) "
        "AS nieuw (kaart, sinds, persoon_id, geldig_van, was) WHERE oud.persoon_id = nieuw.persoon_id "
        "AND oud.geldig_van = nieuw.geldig_van AND oud.kaart = nieuw.was"
    )
    columns = tuple(list(column) for column in zip(*kaarten, strict=True))
    return connection.exec_driver_sql(swap, columns).rowcount


def publish_everybody(engine: Engine, *, trail: Trail, clock: Clock) -> Iterator[int]:
    """Publish everybody, some hundreds in a transaction; yields how many persons that were, each time.

    A card that says the same stays as it is.
    """
    with engine.connect() as connection:
        everybody = connection.scalars(select(persoon.c.id).order_by(persoon.c.id)).all()
    for chunk in chunks(everybody, CHUNK):
        with transaction(engine) as connection:
            publish(connection, chunk, trail=trail, clock=clock)
        yield len(chunk)


def _keep_in_step(
    connection: Connection, standen: Standen, changed: Sequence[Naamwijziging], afleiding: Afleiding
) -> Counter[str]:
    """Returns the differences for `count_parts`."""
    own = afleiding.regels
    ready = standen.get(own) is Fase.GEREED
    fall_behind(connection, [regels for regels in standen if not (regels == own and ready)], changed)
    return write_keys(connection, catch_up(connection, own, changed), afleiding) if ready else Counter()


def _lock(connection: Connection, ids: Sequence[int]) -> None:
    """Two publishers of one person wait for each other here, before either has read anything.

    SQLite needs no such lock: there is one writer at a time.
    """
    if connection.dialect.name == "sqlite":
        return
    for chunk in chunks(ids, CHUNK):
        statement = select(persoon.c.id).where(persoon.c.id.in_(chunk)).order_by(persoon.c.id)
        connection.execute(statement.with_for_update())


_PROFILES = select(street.zoekprofiel).where(among(street.zoekprofiel.c.persoon_id, "ids"))


def _read_standing(connection: Connection, cards: Mapping[int, Cards]) -> dict[int, Standing]:
    found = {number: Standing(standing) for number, standing in cards.items()}
    if found:
        for row in connection.execute(_PROFILES, {"ids": list(found)}):
            found[row.persoon_id].profiles[row.geldig_van] = (row.geldig_tot, row.aanpak, row.profiel)
    return found


def _write(connection: Connection, changes: Changes) -> None:
    add(connection, kaartarchief, changes.archived)
    remove_rows(connection, street.straatkaart, changes.cards_gone)
    remove_rows(connection, street.zoekprofiel, changes.profiles_gone)
    insert_or_update(connection, street.straatkaart, changes.cards, replace=CARD)
    replaced = ("geldig_tot", "aanpak", "profiel")
    insert_or_update(connection, street.zoekprofiel, changes.profiles, replace=replaced)
