"""Opening an abonnement: a concept with its parts of the form, its dates proposed, and nothing on the street yet."""

import threading
from dataclasses import replace
from typing import Any

import pytest

from app.abonnementen import openen
from app.abonnementen.naslag import set_termijn
from app.abonnementen.openen import Opening, open_abonnement, open_after_search
from app.abonnementen.rules import Termijn
from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.errors import InvalidInput, KanNuNiet, MogelijkDubbel, NotFound
from app.register.model import Persoon
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement, persoon
from tests.app.abonnementen.conftest import Bank
from tests.bureau import GEMEENTE, HUIS, PARTNER, SOORT, make_caller, make_organisatie
from tests.bureau import open_abonnement as opened

KIM = Persoon("", "Bakker", voornamen="Kim", geboortedatum="1990-05-17", aliassen=("Kimmie",))


@pytest.fixture
def opening(core: Core) -> Opening:
    huis = make_organisatie(core, HUIS, soort=SOORT[Rol.ZVH])
    return Opening("levensloop", "wgs", "voorkomen van herhaling", nieuw=KIM, veiligheidshuis_id=huis)


def test_it_is_a_concept_with_its_dates_and_parts_and_not_on_the_street(
    core: Core, bank: Bank, politie: Caller, opening: Opening
) -> None:
    partner = make_organisatie(core, PARTNER)
    number = bank.do(politie, open_abonnement, replace(opening, organisaties=(partner, partner)))
    row = bank.row(abonnement, number)
    assert (row.status, row.herkomst, row.start, row.versie) == ("concept", "bureau", "2026-11-21", 1)
    assert (row.toetsen_voor, row.einde, row.geopend_op) == ("2027-11-21", "2028-11-21", "2026-11-21T20:00:00.000Z")
    parts = bank.rows(formulierdeel, abonnement_id=number)
    taking_part = {opening.veiligheidshuis_id, politie.organisatie_id, partner}
    assert {part.organisatie_id for part in parts} == taking_part
    assert {(part.status, part.neemt_deel) for part in parts} == {("open", None)}
    assert bank.on_street() == []
    who = bank.row(persoon, row.persoon_id)
    assert who.extern_id.startswith("bureau-")
    (record,) = bank.records("abonnement_geopend")
    assert record["persoon"] == row.persoon_id
    assert record["nieuwePersoon"] is True


def test_a_local_pga_is_kept_by_the_gemeente(core: Core, bank: Bank, politie: Caller, opening: Opening) -> None:
    gemeente = make_organisatie(core, GEMEENTE, soort="gemeente")
    number = bank.do(
        politie, open_abonnement, replace(opening, aanpak="lokale_pga", regime="lokale_pga", gemeente_id=gemeente)
    )
    row = bank.row(abonnement, number)
    assert (row.eigenaar_id, row.toetsen_voor) == (gemeente, "2027-05-21")


def test_a_term_that_was_changed_counts_from_then_on(core: Core, bank: Bank, politie: Caller, opening: Opening) -> None:
    bank.do(make_caller(core, Rol.BEHEER), set_termijn, "wgs", Termijn(3, 6))
    row = bank.row(abonnement, bank.do(politie, open_abonnement, opening))
    assert (row.toetsen_voor, row.einde) == ("2027-02-21", "2027-05-21")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"nieuw": None}, "#/persoonId"),
        ({"persoon_id": 1}, "#/persoonId"),
        ({"aanpak": "bestaat_niet"}, "#/aanpak"),
        ({"regime": "bestaat_niet"}, "#/regime"),
        ({"veiligheidshuis_id": None}, "#/veiligheidshuisId"),
        ({"veiligheidshuis_id": 999}, "#/veiligheidshuisId"),
        ({"gemeente_id": 1}, "#/gemeenteId"),
        ({"organisaties": (999,)}, "#/organisaties/0"),
        ({"einde": "2026-11-20"}, "#/einde"),
        ({"toetsen_voor": "2030-01-01"}, "#/toetsenVoor"),
        ({"nieuw": replace(KIM, geboortedatum="2027-01-01")}, "#/persoon/geboorte/datum"),
    ],
)
def test_what_cannot_be_is_said_per_field_and_leaves_nothing(
    bank: Bank, politie: Caller, opening: Opening, changes: dict[str, Any], pointer: str
) -> None:
    before = bank.snapshot()
    with pytest.raises(InvalidInput) as refused:
        bank.do(politie, open_abonnement, replace(opening, **changes))
    assert pointer in [error.pointer for error in refused.value.errors]
    assert bank.snapshot() == before


def test_who_is_not_there_is_not_found(bank: Bank, politie: Caller, opening: Opening) -> None:
    with pytest.raises(NotFound):
        bank.do(politie, open_abonnement, replace(opening, nieuw=None, persoon_id=999))


def test_one_runs_at_a_time_per_aanpak_and_owner(core: Core, bank: Bank, politie: Caller, opening: Opening) -> None:
    first = opened(core, status="actief")
    again = replace(opening, nieuw=None, persoon_id=first.persoon_id)
    with pytest.raises(KanNuNiet):
        bank.do(politie, open_abonnement, again)
    bank.do(politie, open_abonnement, replace(again, aanpak="hoog_risico"))
    bank.do(politie, open_abonnement, replace(again, start="2028-11-22", toetsen_voor=None))
    assert len(bank.rows(abonnement, persoon_id=first.persoon_id)) == 3


def test_a_fault_in_the_middle_leaves_nothing(
    bank: Bank, politie: Caller, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> list[int]:
        raise RuntimeError

    monkeypatch.setattr(openen, "voeg_delen_toe", fail)
    before = bank.snapshot()
    with pytest.raises(RuntimeError):
        bank.do(politie, open_abonnement, opening)
    assert bank.snapshot() == before


def test_whoever_may_be_there_already_must_be_looked_at(
    core: Core, bank: Bank, politie: Caller, opening: Opening
) -> None:
    first = opened(core, persoon=KIM)
    misspelt = replace(KIM, voornamen="Kimm", geslachtsnaam="Backer", aliassen=())
    with pytest.raises(MogelijkDubbel) as refused:
        bank.do(politie, open_after_search, replace(opening, nieuw=misspelt), core.drempels)
    assert refused.value.persoon_ids == (first.persoon_id,)
    with pytest.raises(InvalidInput):
        bank.do(politie, open_after_search, replace(opening, nieuw=misspelt, einde="2026-11-20"), core.drempels)
    looked_at = replace(opening, nieuw=misspelt, bekeken_dubbelen=frozenset({first.persoon_id}))
    bank.do(politie, open_after_search, looked_at, core.drempels)
    assert bank.records("abonnement_geopend")[-1]["bekekenDubbelen"] == [first.persoon_id]
    other_given = replace(KIM, voornamen="Xandrio", aliassen=())
    with pytest.raises(MogelijkDubbel):
        bank.do(politie, open_after_search, replace(opening, nieuw=other_given), core.drempels)
    stranger = Persoon("", "Quispel", voornamen="Xandrio", geboortedatum="1971-02-03")
    bank.do(politie, open_after_search, replace(opening, nieuw=stranger), core.drempels)
    assert len(bank.rows(persoon)) == 3


def test_two_who_add_one_person_at_once_add_one(core: Core, bank: Bank, opening: Opening) -> None:
    callers = [make_caller(core, Rol.POLITIEBEHEER, naam=naam) for naam in ("een", "ander", "derde")]
    outcomes: list[str] = []
    together = threading.Barrier(len(callers))

    def add(caller: Caller) -> None:
        together.wait()
        try:
            bank.do(caller, open_after_search, opening, core.drempels)
            outcomes.append("geopend")
        except MogelijkDubbel:
            outcomes.append("dubbel")

    threads = [threading.Thread(target=add, args=(caller,)) for caller in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["dubbel", "dubbel", "geopend"]
    assert len(bank.rows(persoon)) == len(bank.rows(abonnement)) == 1
