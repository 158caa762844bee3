"""What all tests stand on: a database built by the migrations, on SQLite and on PostgreSQL alike.

PostgreSQL is looked for on loopback (`TEST_POSTGRESQL_URL` chooses another); where none answers its tests are
skipped with a clear line, but under `CI=true` that is a failure.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError

from app.access.passwords import Passwords
from app.config import Settings, load
from app.core import Core, build
from app.store.engines import Engines, open_engines
from app.store.migrate import migrate

POSTGRESQL = os.environ.get("TEST_POSTGRESQL_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres")
UNDER_CI = os.environ.get("CI") == "true"


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 21, 20, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Engine]:
    """A connection to the server itself, to create and drop databases with."""
    engine = create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        with engine.connect():
            pass
    except OperationalError:
        engine.dispose()
        message = "no PostgreSQL answers on loopback; its half of the tests cannot run (TEST_POSTGRESQL_URL)"
        if UNDER_CI:
            pytest.fail(message)
        pytest.skip(message)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: Engine) -> Iterator[str]:
    """A migrated database; each test gets a copy, which is quicker than migrating anew."""
    name = f"veldwijzer_test_{uuid4().hex[:12]}"
    with _database(postgresql_server, name) as url:
        engines = open_engines(url.render_as_string(hide_password=False))
        migrate(engines.write)
        engines.close()
        yield name


@pytest.fixture(scope="session")
def postgresql_for_the_run(postgresql_server: Engine, postgresql_template: str) -> Iterator[str]:
    """A database that a whole run shares, for a service that takes long to set up."""
    with _database(postgresql_server, f"{postgresql_template}_run", template=postgresql_template) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "template.db"
    engines = open_engines(f"sqlite:///{file}")
    migrate(engines.write)
    engines.close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh, migrated database on each of the two."""
    if request.param == "sqlite":
        file = tmp_path / "veldwijzer.db"
        file.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{file}"
        return
    server = request.getfixturevalue("postgresql_server")
    template = request.getfixturevalue("postgresql_template")
    with _database(server, f"{template}_{uuid4().hex[:6]}", template=template) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table, on each of the two."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server = request.getfixturevalue("postgresql_server")
    with _database(server, f"veldwijzer_test_{uuid4().hex[:12]}") as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def engines(database_url: str) -> Iterator[Engines]:
    opened = open_engines(database_url)
    yield opened
    opened.close()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return load({"DATABASE_URL": database_url, "VAR_DIR": str(tmp_path / "var"), "VELDWIJZER_COOKIE_SECURE": "nee"})


@pytest.fixture(scope="session")
def quick_passwords() -> Passwords:
    """argon2id with the least cost, so that a test of something else does not wait for it."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def core(settings: Settings, clock: FakeClock, quick_passwords: Passwords) -> Iterator[Core]:
    built = build(settings, clock=clock, passwords=quick_passwords)
    yield built
    built.close()


class _database:  # noqa: N801 - reads as a function where it is used.
    def __init__(self, server: Engine, name: str, *, template: str | None = None) -> None:
        self._server = server
        self._name = name
        self._template = f' TEMPLATE "{template}"' if template else ""

    def __enter__(self) -> URL:
        with self._server.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{self._name}"{self._template}'))
        return make_url(POSTGRESQL).set(database=self._name)

    def __exit__(self, *_: object) -> None:
        with self._server.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{self._name}" WITH (FORCE)'))
