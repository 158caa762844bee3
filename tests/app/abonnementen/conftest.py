"""Acts and looks at the desk, without HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Row, Table, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.store.tables import street
from app.store.tables.audit import auditrecord
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk
from tests.bureau import make_caller


@pytest.fixture
def politie(core: Core) -> Caller:
    return make_caller(core, Rol.POLITIEBEHEER)


@pytest.fixture
def huis(core: Core) -> Caller:
    return make_caller(core, Rol.ZVH)


class Bank:
    """Does one act in a transaction of its own, and looks what came of it."""

    def __init__(self, core: Core) -> None:
        self.core = core

    def do(self, caller: Caller, act: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        found: list[Any] = []

        def run(werk: Werk) -> Uitkomst:
            found.append(act(werk, *arguments, **more))
            return Uitkomst()

        self.core.bureau.doe(caller, run)
        return found[0]

    def look(self, caller: Caller, look: Callable[..., Any], *arguments: Any) -> Any:
        found: list[Any] = []

        def run(inzien: Inzien) -> Gelezen:
            found.append(look(inzien, *arguments))
            return Gelezen(None, {})

        with self.core.engines.read.connect() as connection:
            run(Inzien(connection, caller, "", self.core.clock().date()))
        return found[0]

    def rows(self, table: Table, **values: Any) -> list[Row[Any]]:
        with self.core.engines.read.connect() as connection:
            conditions = [table.c[name] == value for name, value in values.items()]
            return list(connection.execute(select(table).where(*conditions).order_by(*table.primary_key)).all())

    def row(self, table: Table, number: int) -> Any:
        (found,) = self.rows(table, id=number)
        return found

    def on_street(self) -> list[int]:
        return [row.persoon_id for row in self.rows(street.straatkaart)]

    def records(self, event: str) -> list[dict[str, Any]]:
        return [row.inhoud for row in self.rows(auditrecord, gebeurtenis=event)]

    def snapshot(self) -> dict[str, list[Any]]:
        """Everything of the dossier and the street, and the trail; equal snapshots are equal databases."""
        tables = auditrecord.metadata.sorted_tables
        return {table.name: [tuple(row) for row in self.rows(table)] for table in tables if table.name != "account"}


@pytest.fixture
def bank(core: Core) -> Bank:
    return Bank(core)
