"""The database of the demonstration: made, filled once, and thrown away only when it is the demonstration's own."""

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Engine, insert, inspect, select

from app.core import Core
from app.demo.accounts import ACCOUNTS_FILE, ORGANISATIES
from app.register.herbouw import Herbouw
from app.register.importer import Importer
from app.register.lines import read_lines
from app.store.migrate import downgrade, is_current, migrate
from app.store.statistiek import analyse
from app.store.tables.access import account
from app.store.tables.register import organisatie, persoon
from app.store.transaction import transaction

REGISTER = Path(__file__).with_name("register.jsonl")
DATABASE_FILE = "demo.db"
# Nobody real has this externId: where it is, the demonstration filled the database.
MARK = "demo-levensloop-1"


class NotOurs(Exception):
    """A database with something in it that the demonstration did not put there."""


class Inhoud(StrEnum):
    LEEG = "leeg"
    DEMONSTRATIE = "demonstratie"
    IETS_ANDERS = "iets anders"


def prepare(core: Core) -> bool:
    """Bring the database to its shape and fill it once; returns whether it was filled now.

    Raises `NotOurs` rather than mix invented persons with others.
    """
    found = _contents(core.engines.read)
    if found is Inhoud.IETS_ANDERS:
        raise NotOurs
    if not is_current(core.engines.read):
        migrate(core.engines.write)
    if found is Inhoud.DEMONSTRATIE:
        # Three hundred persons take a moment; whoever tries the demonstration need not know of it.
        Herbouw(core.engines).run()
    else:
        with REGISTER.open("rb") as stream:
            Importer(core.engines.write, core.trail, core.clock).run(read_lines(stream), alles_of_niets=True)
        analyse(core.engines.write)
    _ensure_organisaties(core.engines.write)
    return found is Inhoud.LEEG


def _ensure_organisaties(engine: Engine) -> None:
    with transaction(engine) as connection:
        known = set(connection.scalars(select(organisatie.c.naam)))
        for naam, soort, email in ORGANISATIES:
            if naam not in known:
                connection.execute(insert(organisatie).values(naam=naam, soort=soort, email=email))


def remove_files(var_dir: Path) -> None:
    """Remove the files that only the demonstration makes: its own SQLite database, and the accounts."""
    for name in (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", ACCOUNTS_FILE):
        (var_dir / name).unlink(missing_ok=True)


def throw_away(core: Core) -> None:
    """Empty a database that DATABASE_URL chose, if the demonstration filled it; raises `NotOurs`."""
    found = _contents(core.engines.read)
    if found is Inhoud.IETS_ANDERS:
        raise NotOurs
    if inspect(core.engines.read).get_table_names():
        downgrade(core.engines.write, "base")


def _contents(engine: Engine) -> Inhoud:
    tables = set(inspect(engine).get_table_names())
    if not tables - {"alembic_version"}:
        return Inhoud.LEEG
    if not {persoon.name, account.name} <= tables:
        return Inhoud.IETS_ANDERS
    with engine.connect() as connection:
        if connection.scalar(select(persoon.c.id).where(persoon.c.extern_id == MARK)) is not None:
            return Inhoud.DEMONSTRATIE
        anybody = connection.scalar(select(persoon.c.id).limit(1)) or connection.scalar(select(account.c.id).limit(1))
    return Inhoud.LEEG if anybody is None else Inhoud.IETS_ANDERS
