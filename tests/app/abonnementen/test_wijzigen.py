"""What runs can be changed, suspended, resumed and ended; the street follows in the same transaction."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from app.abonnementen import wijzigen
from app.abonnementen.personen import change_persoon
from app.abonnementen.wijzigen import change_abonnement, end, resume, suspend
from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.trail import Trail
from app.core import Core
from app.errors import IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.store.tables.register import abonnement, persoon, persoon_alias
from tests.app.abonnementen.conftest import Bank
from tests.bureau import Geopend, make_caller, open_abonnement
from tests.conftest import FakeClock


@pytest.fixture
def actief(core: Core) -> Geopend:
    return open_abonnement(core, status="actief")


def test_suspending_takes_the_card_away_and_resuming_brings_it_back(
    bank: Bank, politie: Caller, actief: Geopend
) -> None:
    assert bank.on_street() == [actief.persoon_id]
    bank.do(politie, suspend, actief.abonnement_id, 1, "opgenomen")
    row = bank.row(abonnement, actief.abonnement_id)
    assert (row.status, row.reden, row.versie) == ("opgeschort", "opgenomen", 2)
    assert bank.on_street() == []
    bank.do(politie, resume, actief.abonnement_id, 2, "weer thuis")
    row = bank.row(abonnement, actief.abonnement_id)
    assert (row.status, row.reden, row.versie) == ("actief", None, 3)
    assert bank.on_street() == [actief.persoon_id]
    assert [bank.records(f"abonnement_{what}")[0]["reden"] for what in ("opgeschort", "hervat")] == [
        "opgenomen",
        "weer thuis",
    ]


def test_ending_takes_the_card_away_today_and_for_good(bank: Bank, huis: Caller, actief: Geopend) -> None:
    bank.do(huis, end, actief.abonnement_id, 1, "verhuisd")
    row = bank.row(abonnement, actief.abonnement_id)
    assert (row.status, row.reden, row.einde) == ("beeindigd", "verhuisd", "2026-11-21")
    assert bank.on_street() == []
    for act in (suspend, resume, end):
        with pytest.raises(KanNuNiet):
            bank.do(huis, act, actief.abonnement_id, 2, "toch niet")
    with pytest.raises(KanNuNiet):
        bank.do(huis, change_abonnement, actief.abonnement_id, 2, {"doel": "iets anders"})


def test_one_that_never_began_keeps_its_dates_when_it_is_ended(core: Core, bank: Bank, politie: Caller) -> None:
    later = open_abonnement(core, start="2027-01-01")
    bank.do(politie, end, later.abonnement_id, 1, "vergissing")
    assert bank.row(abonnement, later.abonnement_id).einde == "2029-01-01"


@pytest.mark.parametrize(("status", "act"), [("concept", suspend), ("concept", resume), ("actief", resume)])
def test_an_act_that_does_not_fit_the_state_is_refused(
    core: Core, bank: Bank, politie: Caller, status: str, act: Callable[..., None]
) -> None:
    geopend = open_abonnement(core, status=status)
    with pytest.raises(KanNuNiet):
        bank.do(politie, act, geopend.abonnement_id, 1, "omdat")


def test_resuming_after_the_last_day_is_refused(
    core: Core, bank: Bank, politie: Caller, clock: FakeClock, actief: Geopend
) -> None:
    bank.do(politie, suspend, actief.abonnement_id, 1, "opgenomen")
    clock.forward(days=800)
    with pytest.raises(KanNuNiet):
        bank.do(politie, resume, actief.abonnement_id, 2, "weer thuis")


def test_a_changed_end_changes_the_card_at_once(bank: Bank, politie: Caller, actief: Geopend) -> None:
    changes = {"einde": "2027-06-30", "toetsen_voor": "2027-03-01", "doel": "rust in huis"}
    bank.do(politie, change_abonnement, actief.abonnement_id, 1, changes)
    row = bank.row(abonnement, actief.abonnement_id)
    assert {name: getattr(row, name) for name in changes} == changes
    (record,) = bank.records("abonnement_gewijzigd")
    assert record["velden"] == ["doel", "einde", "toetsen_voor"]
    assert len(bank.records("kaart_gepubliceerd")) == 2


@pytest.mark.parametrize("names", [(), ("doel", "einde")], ids=["nothing", "as it was"])
def test_a_change_that_changes_nothing_is_a_look(
    bank: Bank, politie: Caller, actief: Geopend, names: tuple[str, ...]
) -> None:
    changes = {name: getattr(bank.row(abonnement, actief.abonnement_id), name) for name in names}
    bank.do(politie, change_abonnement, actief.abonnement_id, 1, changes)
    assert bank.row(abonnement, actief.abonnement_id).versie == 1
    assert bank.records("abonnement_gewijzigd") == []
    assert bank.records("dossier_ingezien") == [
        {"wat": "abonnement", "persoon": actief.persoon_id, "abonnement": actief.abonnement_id}
    ]
    assert len(bank.records("kaart_gepubliceerd")) == 1
    with pytest.raises(IntussenGewijzigd):
        bank.do(politie, change_abonnement, actief.abonnement_id, 2, changes)


def test_a_person_who_stays_as_they_are_keeps_their_version(bank: Bank, politie: Caller, actief: Geopend) -> None:
    row = bank.row(persoon, actief.persoon_id)
    aliassen = tuple(each.naam for each in bank.rows(persoon_alias, persoon_id=row.id))
    for changes in ({}, {"geslachtsnaam": row.geslachtsnaam, "aliassen": aliassen}):
        bank.do(politie, change_persoon, row.id, row.versie, changes)
    assert bank.row(persoon, row.id) == row
    assert bank.records("persoon_gewijzigd") == []
    assert bank.records("dossier_ingezien") == [{"wat": "persoon", "persoon": row.id}] * 2
    bank.do(politie, change_persoon, row.id, row.versie, {"aliassen": (*aliassen, "de Lange")})
    assert bank.records("persoon_gewijzigd")[0]["velden"] == ["aliassen"]


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"einde": "2026-11-20"}, "#/einde"),
        ({"toetsen_voor": "2026-11-20"}, "#/toetsenVoor"),
        ({"toetsen_voor": "2029-01-01"}, "#/toetsenVoor"),
        ({"start": "2028-12-01"}, "#/einde"),
    ],
)
def test_dates_that_cannot_be_are_refused(
    bank: Bank, politie: Caller, actief: Geopend, changes: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        bank.do(politie, change_abonnement, actief.abonnement_id, 1, changes)
    assert pointer in [error.pointer for error in refused.value.errors]


def test_a_change_cannot_make_it_run_beside_another(core: Core, bank: Bank, politie: Caller, actief: Geopend) -> None:
    later = open_abonnement(core, persoon_id=actief.persoon_id, start="2028-11-22")
    with pytest.raises(KanNuNiet):
        bank.do(politie, change_abonnement, later.abonnement_id, 1, {"start": "2028-11-20"})


@pytest.mark.parametrize("rol", [Rol.ZVH, Rol.PGA_EXPERT])
def test_what_another_organisation_keeps_is_not_found(core: Core, bank: Bank, actief: Geopend, rol: Rol) -> None:
    stranger = make_caller(core, rol, naam="elders", van="ZVH Flevoland")
    for act in (suspend, resume, end):
        with pytest.raises(NotFound):
            bank.do(stranger, act, actief.abonnement_id, 1, "omdat")
    with pytest.raises(NotFound):
        bank.do(stranger, change_abonnement, actief.abonnement_id, 1, {"doel": "iets anders"})


def test_two_at_once_on_one_version_the_second_is_told(core: Core, bank: Bank, actief: Geopend) -> None:
    callers = [make_caller(core, Rol.POLITIEBEHEER), make_caller(core, Rol.ZVH)]
    outcomes: list[str] = []
    together = threading.Barrier(2)

    def stop(caller: Caller, act: Callable[..., None]) -> None:
        together.wait()
        try:
            bank.do(caller, act, actief.abonnement_id, 1, "omdat")
            outcomes.append("gedaan")
        except (IntussenGewijzigd, KanNuNiet):
            outcomes.append("te laat")

    threads = [threading.Thread(target=stop, args=pair) for pair in zip(callers, (suspend, end), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["gedaan", "te laat"]
    assert bank.row(abonnement, actief.abonnement_id).versie == 2
    assert bank.on_street() == []


def test_a_fault_after_publishing_leaves_the_card_and_the_abonnement(
    bank: Bank, politie: Caller, actief: Geopend, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bank.snapshot()

    def fail(*_: object) -> dict[str, Any]:
        raise RuntimeError

    monkeypatch.setattr(wijzigen, "_body", fail)
    with pytest.raises(RuntimeError):
        bank.do(politie, end, actief.abonnement_id, 1, "verhuisd")
    assert bank.snapshot() == before


def test_when_it_cannot_be_recorded_it_is_not_done(
    bank: Bank, politie: Caller, actief: Geopend, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bank.snapshot()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Trail, "record_in", fail)
    with pytest.raises(RuntimeError):
        bank.do(politie, end, actief.abonnement_id, 1, "verhuisd")
    assert bank.snapshot() == before
