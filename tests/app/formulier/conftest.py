"""A form with a part of the GGZ, and who works on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Table, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.formulier.invullen import bevestig, vul_in
from app.formulier.rules import Inlichting, Invoer
from app.store.tables.audit import auditrecord
from app.store.tables.formulier import formulierdeel
from app.werk.bureau import Uitkomst, Werk
from tests.bureau import HUIS, PARTNER, SOORT, make_caller, make_contactpersoon, make_organisatie, open_abonnement

STRAAT = Inlichting("Neemt medicijnen.", "straat", "feit", "Behandelaar")
ZSM = Inlichting("Is in behandeling.", "zsm", "feit", "Behandelaar")
OVERLEG = Inlichting("Zijn zus is bang voor hem.", "alleen_overleg", "oordeel", "Zus")


@dataclass
class Formulier:
    core: Core
    abonnement: int
    persoon: int
    deel: int
    ggz_id: int
    contact: int
    ggz: Caller
    zvh: Caller

    def doe(self, caller: Caller, act: Callable[[Werk], Any]) -> Any:
        """What `act` returns, done in a transaction of its own."""
        gave: list[Any] = []

        def do(werk: Werk) -> Uitkomst:
            gave.append(act(werk))
            return Uitkomst()

        self.core.bureau.doe(caller, do)
        return gave[0]

    def rij(self, deel: int | None = None) -> Any:
        with self.core.engines.read.connect() as connection:
            return connection.execute(select(formulierdeel).where(formulierdeel.c.id == (deel or self.deel))).one()

    def rijen(self, table: Table) -> list[Any]:
        with self.core.engines.read.connect() as connection:
            return list(connection.execute(select(table).order_by(*table.primary_key)))

    def vul_in(self, *regels: Inlichting, contacten: tuple[int, ...] | None = None, neemt_deel: bool = True) -> int:
        people = (self.contact,) if contacten is None else contacten
        given = Invoer(neemt_deel, people if neemt_deel else (), regels)
        versie = self.rij().versie
        return int(self.doe(self.ggz, lambda werk: vul_in(werk, self.deel, versie, given)))

    def bevestig(self) -> int:
        versie = self.rij().versie
        return int(self.doe(self.ggz, lambda werk: bevestig(werk, self.deel, versie)))

    def vastgelegd(self, event: str) -> list[dict[str, Any]]:
        return [row.inhoud for row in self.rijen(auditrecord) if row.gebeurtenis == event]


@pytest.fixture
def formulier(core: Core) -> Formulier:
    make_organisatie(core, HUIS, soort=SOORT[Rol.ZVH])
    ggz = make_organisatie(core, PARTNER, email="formulieren@ggz.example")
    opened = open_abonnement(core, status="actief", organisaties=(ggz,))
    with core.engines.read.connect() as connection:
        own = (formulierdeel.c.abonnement_id == opened.abonnement_id, formulierdeel.c.organisatie_id == ggz)
        deel = connection.execute(select(formulierdeel.c.id).where(*own)).scalar_one()
    return Formulier(
        core=core,
        abonnement=opened.abonnement_id,
        persoon=opened.persoon_id,
        deel=deel,
        ggz_id=ggz,
        contact=make_contactpersoon(core),
        ggz=make_caller(core, Rol.PARTNER),
        zvh=make_caller(core, Rol.ZVH),
    )
