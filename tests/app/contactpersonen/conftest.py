"""A register in which people of GGZ Utrecht stand on many cards, and somebody of GGZ Utrecht at the desk."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.contactpersonen.wijzigen import Gewijzigd, change_ahead, change_contactpersoon
from app.core import Core
from app.register.importer import Importer, Listener
from app.store.tables.audit import auditrecord
from app.store.tables.register import contactpersoon
from app.store.tables.street import straatkaart
from app.werk.bureau import Uitkomst, Werk
from tests.app.register.builders import agreement, encode, person
from tests.bureau import PARTNER, make_caller

ANNA = {"organisatie": PARTNER, "naam": "Anna Vos", "telefoon": "+3197010000001", "bereikbaar": "ma-vr 08:30-17:00"}
BEN = {"organisatie": PARTNER, "naam": "Ben Smit", "telefoon": "+3197010000002", "bereikbaar": "altijd"}


@dataclass
class Ggz:
    """The desk of one organisation, and what the street says."""

    core: Core
    caller: Caller

    def fill(self, cards: int, *people: dict[str, Any]) -> None:
        """So many persons on the street, each with these people to call."""
        rows = [
            person(f"p-{number}", agreement(contactpersonen=list(people or (ANNA,))), voornamen=f"Jan{number}")
            for number in range(cards)
        ]
        refused: list[Any] = []
        importer = Importer(self.core.engines.write, self.core.trail, self.core.clock)
        importer.run(encode(rows), Listener(on_rejected=refused.append))
        assert refused == []

    def row(self, naam: str) -> Any:
        with self.core.engines.read.connect() as connection:
            found = select(contactpersoon).where(contactpersoon.c.naam == naam).order_by(contactpersoon.c.id)
            return connection.execute(found).first()

    def change(self, wie: str, /, *, versie: int | None = None, ahead: bool = True, **changes: Any) -> Gewijzigd:
        row = self.row(wie)
        seen = versie or row.versie
        bureau = self.core.bureau
        voorwerk = bureau.vooruit(self.caller, lambda inzien: change_ahead(inzien, row.id, seen, changes))
        given = (voorwerk,) if ahead else ()
        return self.do(lambda werk: change_contactpersoon(werk, row.id, seen, changes, *given))

    def do(self, act: Callable[[Werk], Any]) -> Any:
        results: list[Any] = []

        def once(werk: Werk) -> Uitkomst:
            results.append(act(werk))
            return Uitkomst()

        self.core.bureau.doe(self.caller, once)
        return results[0]

    def cards(self) -> list[list[dict[str, Any]]]:
        """Whom to call on each card, in the order of the persons."""
        with self.core.engines.read.connect() as connection:
            rows = connection.execute(select(straatkaart).order_by(*straatkaart.primary_key)).all()
        return [json.loads(row.kaart)["afspraken"][0]["contactpersonen"] for row in rows]

    def called(self, what: str = "telefoon") -> list[list[Any]]:
        return [[each[what] for each in card] for card in self.cards()]

    def events(self, event: str) -> list[dict[str, Any]]:
        with self.core.engines.read.connect() as connection:
            found = select(auditrecord.c.inhoud).where(auditrecord.c.gebeurtenis == event)
            return list(connection.scalars(found.order_by(auditrecord.c.volgnummer)))


@pytest.fixture
def ggz(core: Core) -> Ggz:
    return Ggz(core, make_caller(core, Rol.PARTNER))
