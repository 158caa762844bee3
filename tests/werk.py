"""A register at the desk for tests of worklists and reports: persons by the importer, and what people added since."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select, update

from app.access.sessions import Caller
from app.core import Core
from app.lookup.consult import Doelbinding, Raadpleging
from app.lookup.question import Zeker, read_zoekvraag
from app.store.tables.afspraken import concept
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement
from app.store.transaction import transaction
from tests.app.register.builders import Register, agreement, person
from tests.bureau import PARTNER, make_organisatie


@dataclass(frozen=True)
class Desk:
    core: Core

    def take_in(self, *abonnementen: dict[str, Any], extern_id: str = "p-1", **persoon: Any) -> list[int]:
        """A person with these abonnementen, through the importer; returns the ids of the abonnementen."""
        register = Register(self.core.engines.write, self.core.trail, self.core.clock)
        register.take_in(person(extern_id, *(agreement(**each) for each in abonnementen or ({},)), **persoon))
        assert register.rejected == []
        return [row["id"] for row in register.rows(abonnement)]

    def change(self, abonnement_id: int, **values: Any) -> None:
        """As somebody did at the desk."""
        with transaction(self.core.engines.write) as connection:
            connection.execute(update(abonnement).where(abonnement.c.id == abonnement_id).values(**values))

    def row(self, abonnement_id: int) -> Any:
        with self.core.engines.read.connect() as connection:
            return connection.execute(select(abonnement).where(abonnement.c.id == abonnement_id)).one()

    def ask_for_part(self, abonnement_id: int, van: str = PARTNER, **values: Any) -> int:
        """A part of the form for this organisation, open since the first of November unless told otherwise."""
        row = {
            "abonnement_id": abonnement_id,
            "organisatie_id": make_organisatie(self.core, van),
            "status": "open",
            "gevraagd_op": "2026-11-01T09:00:00.000Z",
        }
        with transaction(self.core.engines.write) as connection:
            made = insert(formulierdeel).values(row | values).returning(formulierdeel.c.id)
            return int(connection.execute(made).scalar_one())

    def submit(self, abonnement_id: int, door: Caller, **values: Any) -> None:
        row = {
            "abonnement_id": abonnement_id,
            "status": "ingediend",
            "inhoud": {},
            "gewijzigd_op": "2026-11-20T09:00:00.000Z",
            "gewijzigd_door": door.account_id,
            "ingediend_op": "2026-11-20T10:00:00.000Z",
            "ingediend_door": door.account_id,
        }
        with transaction(self.core.engines.write) as connection:
            connection.execute(insert(concept).values(row | values))

    def ask(self, agent: Caller, naam: str = "jansen 7-3-94") -> Raadpleging:
        """What an officer is shown for this question."""
        zoekvraag = read_zoekvraag(
            naam=naam,
            zeker=Zeker(None, None),
            geboortedatum=None,
            geboortejaar_ongeveer=None,
            vandaag=self.core.clock().date(),
        )
        return self.core.raadplegingen.vraag(agent, zoekvraag, Doelbinding("melding"))
