"""Bring a database to the shape that this version needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from app.store.transaction import transaction

MIGRATIONS = Path(__file__).parents[2] / "migrations"
# Any number will do, as long as it is ours: it keeps two migrations of one database apart.
ADVISORY_LOCK = 7_312_001


def migrate(engine: Engine, target: str = "head") -> None:
    """Upgrade to `target` in one transaction; a second caller waits, and then finds nothing to do."""
    with transaction(engine) as connection:
        _lock(connection)
        command.upgrade(_config(connection), target)


def downgrade(engine: Engine, target: str) -> None:
    with transaction(engine) as connection:
        _lock(connection)
        command.downgrade(_config(connection), target)


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    return ScriptDirectory(str(MIGRATIONS)).get_current_head() or ""


def is_current(engine: Engine) -> bool:
    with engine.connect() as connection:
        return revision(connection) == head()


def serves(found: str | None) -> bool:
    """Whether a version that runs already can go on with a database at this revision: its own, or a later one.

    Revisions are numbers, and each leaves what the version before it asks for until that one has stopped.
    """
    return found is not None and (found == head() or (found.isdecimal() and int(found) > int(head())))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _lock(connection: Connection) -> None:
    # SQLite needs none: the write engine begins IMMEDIATE, and so the second caller waits there.
    if connection.dialect.name == "postgresql":
        # Give up rather than block readers behind a change of a table that is in use.
        connection.execute(text("SET LOCAL lock_timeout = '10s'"))
        connection.execute(text("SET LOCAL statement_timeout = '15min'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ADVISORY_LOCK})
