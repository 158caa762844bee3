"""Publishing: the only way from the dossier side to the street, and the only writer of its cards and profiles.

It runs inside the caller's transaction, next to the change that asks for it, so that the street never shows something
else than the dossier says. What is written follows from the dossier alone: publishing twice changes nothing, and
publishing everybody anew gives the same tables. Each card that comes or goes is an audit record in the same
transaction (in law it is a *verstrekking*). What stood there before moves to the archive with the moments between which
it stood there, so that "what did the street show then" has an answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Engine, select

from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, stamp, today
from app.register.afleiding import ONZE, Afleiding, Naamwijziging
from app.register.changes import Changes, Kaartrij, Standing, Wanted, compare
from app.register.model import Dossier, Naslag
from app.register.read import read_dossiers, read_naslag
from app.register.regelstand import Fase, Standen, catch_up, fall_behind, standen_to_publish
from app.register.sleutels import count_parts, write_keys
from app.register.statements import add, chunks, remove_rows
from app.register.straatkaart import build_windows, name_profile
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
    connection: Connection, persoon_ids: Iterable[int], *, trail: Trail, clock: Clock, afleiding: Afleiding = ONZE
) -> None:
    """Make the street say what the dossiers of these persons say now; what they no longer say is withdrawn.

    What is derived from names is written by the rules of `afleiding`; for other rules that stand there, these persons
    are put in the backlog.
    """
    ids = sorted(set(persoon_ids))
    standen = standen_to_publish(connection, afleiding.regels)
    _lock(connection, ids)
    naslag, vandaag, moment = read_naslag(connection), today(clock).isoformat(), stamp(clock())
    parts: Counter[str] = Counter()
    for chunk in chunks(ids, CHUNK):
        changes = Changes()
        standing = _read_standing(connection, chunk)
        for persoon_id, dossier in read_dossiers(connection, chunk).items():
            wanted = _wanted(persoon_id, dossier, naslag, vandaag)
            compare(standing[persoon_id], wanted, moment, changes)
        _write(connection, changes)
        parts.update(_keep_in_step(connection, standen, changes.names, afleiding))
        trail.record_in(connection, Event.KAART_GEPUBLICEERD, changes.published)
        trail.record_in(connection, Event.KAART_INGETROKKEN, changes.withdrawn)
    count_parts(connection, parts, afleiding)


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


def _wanted(persoon_id: int, dossier: Dossier, naslag: Naslag, vandaag: str) -> Wanted:
    # What is over for good has no business on the street; that it is not shown does not depend on this.
    windows = tuple(window for window in build_windows(dossier, naslag) if window.geldig_tot >= vandaag)
    return Wanted(persoon_id, windows, name_profile(dossier.persoon))


_CARDS = select(street.straatkaart).where(among(street.straatkaart.c.persoon_id, "ids"))
_PROFILES = select(street.zoekprofiel).where(among(street.zoekprofiel.c.persoon_id, "ids"))


def _read_standing(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    found: dict[int, Standing] = defaultdict(Standing)
    for row in connection.execute(_CARDS, {"ids": list(ids)}):
        found[row.persoon_id].cards[row.geldig_van] = Kaartrij(row.geldig_tot, row.kaart, row.sinds, row.abonnementen)
    for row in connection.execute(_PROFILES, {"ids": list(ids)}):
        found[row.persoon_id].profiles[row.geldig_van] = (row.geldig_tot, row.aanpak, row.profiel)
    return found


def _write(connection: Connection, changes: Changes) -> None:
    add(connection, kaartarchief, changes.archived)
    remove_rows(connection, street.straatkaart, changes.cards_gone)
    remove_rows(connection, street.zoekprofiel, changes.profiles_gone)
    insert_or_update(connection, street.straatkaart, changes.cards, replace=CARD)
    replaced = ("geldig_tot", "aanpak", "profiel")
    insert_or_update(connection, street.zoekprofiel, changes.profiles, replace=replaced)
