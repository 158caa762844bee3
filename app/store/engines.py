"""Database engines: one to read, one to write, on SQLite or PostgreSQL."""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import OperationalError

from app.errors import Unavailable

BUSY_SECONDS = 10
LOCK_MILLISECONDS = 10_000
WAL_ATTEMPTS = 20


@dataclass(frozen=True)
class Engines:
    read: Engine
    write: Engine

    def close(self) -> None:
        self.read.dispose()
        self.write.dispose()


def open_engines(url: str, *, pool_size: int = 8) -> Engines:
    """Open both engines on one database. `url` is a SQLAlchemy URL; `postgres://` is understood too."""
    target = _driver(make_url(url))
    if target.get_backend_name() == "sqlite":
        engines = Engines(read=_sqlite(target, "BEGIN"), write=_sqlite(target, "BEGIN IMMEDIATE"))
    else:
        # A reader sees one moment: a card that a search found cannot vanish before it is read.
        snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        read = _postgresql(target, pool_size).execution_options(**snapshot)
        engines = Engines(read=read, write=_postgresql(target, pool_size))
    for engine in (engines.read, engines.write):
        event.listen(engine, "handle_error", _say_unavailable, retval=True)
    return engines


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _say_unavailable(context: ExceptionContext) -> Exception | None:
    """A lost connection, a full disk, a lock that is held too long: nobody's mistake, and worth another try."""
    # The pool pings a connection before it hands it out, and makes a new one when that fails: no matter for anybody.
    if isinstance(context.sqlalchemy_exception, OperationalError) and not context.is_pre_ping:
        return Unavailable("De database is nu niet bereikbaar. Probeer het zo opnieuw.")
    return None


def _driver(url: URL) -> URL:
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def _postgresql(url: URL, pool_size: int) -> Engine:
    # Compiling a statement takes far longer than running any of ours, and a wild estimate would ask for it.
    options = f"-c lock_timeout={LOCK_MILLISECONDS} -c idle_in_transaction_session_timeout=60000 -c jit=off"
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args={"options": options, "connect_timeout": 5},
    )


def _sqlite(url: URL, begin: str) -> Engine:
    if url.database not in (None, "", ":memory:"):
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_with(begin))
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not start transactions by itself: "begin" below says which kind, and so a writer
    # takes its lock at the start and never fails halfway because another one was first.
    connection.isolation_level = None
    _use_wal(connection)
    for pragma in (
        "synchronous = FULL",  # a record that was acknowledged survives a power cut
        "foreign_keys = ON",
        "cache_size = -65536",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: sqlite3.Connection) -> None:
    # Two that open a new file at once may both want to make it a WAL file, and for that SQLite does not wait by itself.
    for attempt in range(1, WAL_ATTEMPTS + 1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if attempt == WAL_ATTEMPTS:
                raise
            time.sleep(0.02 * attempt)
        else:
            return


def _begin_with(statement: str) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin
