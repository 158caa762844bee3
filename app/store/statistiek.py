"""What PostgreSQL knows of the tables: without it, it guesses, and reads whole tables where one row was asked for."""

from sqlalchemy import Engine

from app.store.transaction import transaction


def analyse(engine: Engine) -> None:
    """Take stock after many rows came at once, for its own housekeeping comes by some minutes later, or never.

    SQLite is not asked: our statements leave it no choice of index.
    """
    if engine.dialect.name == "postgresql":
        with transaction(engine) as connection:
            connection.exec_driver_sql("ANALYZE")
