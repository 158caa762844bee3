"""People who write and approve, and the acts of this slice as single calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Table, insert, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.afspraken.concept import Conceptstand, VierOgen, bewaar, dien_in, lees_concept, verwijder, zend_terug
from app.afspraken.goedkeuren import Publicatie, keur_goed
from app.afspraken.model import Voorstel
from app.audit.events import Event
from app.clock import today
from app.core import Core
from app.lookup.consult import Doelbinding
from app.lookup.question import read_zoekvraag
from app.store.tables.register import abonnement, persoon
from app.store.transaction import transaction
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk
from tests.bureau import HUIS, VOORSTEL, make_caller, make_organisatie


def make_abonnement(core: Core, *, naam: str = "Linden", eigenaar: str = HUIS, **columns: Any) -> int:
    """The id of a concept-abonnement of a new person, as the register holds it; `columns` are of the abonnement."""
    is_gemeente = eigenaar.startswith("Gemeente")
    owner = make_organisatie(core, eigenaar, soort="gemeente" if is_gemeente else "veiligheidshuis")
    with transaction(core.engines.write) as connection:
        values = {"extern_id": str(uuid4()), "voornamen": "Ricardo", "geslachtsnaam": naam, "geslacht": "man"}
        values |= {"geboortedatum": "1991-06-18"}
        number = connection.execute(insert(persoon).values(values).returning(persoon.c.id)).scalar_one()
        row = {
            "persoon_id": columns.pop("persoon_id", number),
            "aanpak": "levensloop",
            "regime": "lokale_pga" if is_gemeente else "wgs",
            "gemeente_id" if is_gemeente else "veiligheidshuis_id": owner,
            "eigenaar_id": owner,
            "doel": "herhaling voorkomen",
            "status": "concept",
            "start": "2026-11-01",
            "einde": "2028-11-01",
            "herkomst": "bureau",
        }
        made = insert(abonnement).values(row | columns).returning(abonnement.c.id)
        return int(connection.execute(made).scalar_one())


@dataclass
class Afspraken:
    """The desk of one core, for tests."""

    core: Core

    def __post_init__(self) -> None:
        self.schrijver = make_caller(self.core, Rol.ZVH)
        self.collega = make_caller(self.core, Rol.ZVH, naam="collega")

    def doe(self, caller: Caller, act: Callable[[Werk], Any]) -> Any:
        """What an act returns, once it is lasting."""
        results = []

        def keep(werk: Werk) -> Uitkomst:
            results.append(act(werk))
            return Uitkomst()

        self.core.bureau.doe(caller, keep)
        return results[0]

    def stand(self, abonnement_id: int, caller: Caller | None = None) -> Conceptstand:
        def look(inzien: Inzien) -> Gelezen:
            return Gelezen(lees_concept(inzien, abonnement_id, VierOgen.JA), {"wat": "concept"})

        found: Conceptstand = self.core.bureau.lees(caller or self.schrijver, Event.DOSSIER_INGEZIEN, look).inhoud
        return found

    def schrijf(
        self,
        abonnement_id: int,
        voorstel: Voorstel = VOORSTEL,
        *,
        door: Caller | None = None,
        versie: int | None = None,
    ) -> int:
        seen = versie or self.stand(abonnement_id).versie
        return int(self.doe(door or self.schrijver, lambda werk: bewaar(werk, abonnement_id, seen, voorstel)))

    def dien_in(self, abonnement_id: int, *, door: Caller | None = None) -> int:
        seen = self.stand(abonnement_id).versie
        return int(self.doe(door or self.schrijver, lambda werk: dien_in(werk, abonnement_id, seen)))

    def zend_terug(self, abonnement_id: int, opmerking: str = "Korter, graag.") -> int:
        seen = self.stand(abonnement_id).versie
        return int(self.doe(self.collega, lambda werk: zend_terug(werk, abonnement_id, seen, opmerking)))

    def verwijder(self, abonnement_id: int) -> None:
        seen = self.stand(abonnement_id).versie
        self.doe(self.schrijver, lambda werk: verwijder(werk, abonnement_id, seen))

    def keur_goed(
        self,
        abonnement_id: int,
        *,
        door: Caller | None = None,
        versie: int | None = None,
        vier_ogen: VierOgen = VierOgen.JA,
    ) -> Publicatie:
        seen = versie or self.stand(abonnement_id).versie
        act = self.doe(door or self.collega, lambda werk: keur_goed(werk, abonnement_id, seen, vier_ogen))
        assert isinstance(act, Publicatie)
        return act

    def publiceer(self, abonnement_id: int, voorstel: Voorstel = VOORSTEL) -> Publicatie:
        self.schrijf(abonnement_id, voorstel)
        self.dien_in(abonnement_id)
        return self.keur_goed(abonnement_id)

    def rijen(self, table: Table) -> list[dict[str, Any]]:
        with self.core.engines.read.connect() as connection:
            found = connection.execute(select(table).order_by(*table.primary_key)).mappings()
            return [dict(row) for row in found]

    def op_straat(self, naam: str = "Ricardo Linden 18-06-1991") -> bytes | None:
        """The card that an officer gets who asks for this person."""
        agent = make_caller(self.core, Rol.AGENT)
        question = read_zoekvraag(
            naam=naam, geboortedatum=None, geboortejaar_ongeveer=None, vandaag=today(self.core.clock)
        )
        return self.core.raadplegingen.vraag(agent, question, Doelbinding("melding")).straatkaart
