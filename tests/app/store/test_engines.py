"""Engines keep what was acknowledged, and a reader sees one moment."""

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from app.errors import Unavailable
from app.store.engines import Engines, open_engines
from app.store.tables.register import aanpak
from app.store.transaction import transaction
from app.store.upsert import insert_or_update

ROW = {"code": "proef", "naam": "Proef"}


def names(engines: Engines) -> list[str]:
    with engines.read.connect() as connection:
        return list(connection.execute(select(aanpak.c.naam).where(aanpak.c.code == "proef")).scalars())


def test_what_is_inside_a_transaction_is_kept_together(engines: Engines) -> None:
    with pytest.raises(RuntimeError), transaction(engines.write) as connection:
        connection.execute(insert(aanpak).values(ROW))
        raise RuntimeError
    assert names(engines) == []
    with transaction(engines.write) as connection:
        connection.execute(insert(aanpak).values(ROW))
    assert names(engines) == ["Proef"]


def test_a_reader_sees_one_moment(engines: Engines) -> None:
    with engines.read.connect() as reader:
        count = text("SELECT count(*) FROM aanpak")
        before = reader.execute(count).scalar_one()
        with transaction(engines.write) as connection:
            connection.execute(insert(aanpak).values(ROW))
        assert reader.execute(count).scalar_one() == before
    assert names(engines) == ["Proef"]


def test_a_row_that_exists_is_added_to_replaced_or_left(engines: Engines) -> None:
    for naam, options, expected in (
        ("Eerste", {}, "Eerste"),
        ("Tweede", {}, "Eerste"),
        ("Derde", {"replace": ["naam"]}, "Derde"),
    ):
        with transaction(engines.write) as connection:
            insert_or_update(connection, aanpak, [{"code": "proef", "naam": naam}], **options)
        assert names(engines) == [expected]


def test_postgresql_refuses_a_write_on_the_read_engine(engines: Engines) -> None:
    if engines.read.dialect.name == "sqlite":
        return
    with engines.read.connect() as connection, pytest.raises(SQLAlchemyError, match="read-only"):
        connection.execute(insert(aanpak).values(ROW))


def test_a_connection_that_was_dropped_is_replaced_before_anybody_notices(engines: Engines) -> None:
    if engines.read.dialect.name == "sqlite":
        return
    assert names(engines) == []
    with engines.write.connect() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
        connection.execute(text(f"{others}current_database()"))
    assert names(engines) == []


def test_sqlite_flushes_each_commit_to_disk(tmp_path) -> None:
    engines = open_engines(f"sqlite:///{tmp_path / 'new' / 'folder' / 'a.db'}")
    with engines.write.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar_one() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
    engines.close()


def test_the_word_postgres_is_understood() -> None:
    engines = open_engines("postgres://nobody@127.0.0.1:1/nothing")
    assert engines.write.dialect.driver == "psycopg"
    with pytest.raises(Unavailable):
        engines.write.connect()
    engines.close()
