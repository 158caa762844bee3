"""Looked through, and still right: a version of its own, on the street at once, within the term of the regime."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.events import Event
from app.core import Core
from app.errors import DomainError, IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.store.tables import register, street
from app.store.tables.audit import auditrecord
from app.werk.bureau import Sleutel, Uitkomst, Werk
from app.werklijst.toetsen import Toetsing, kijk_na
from tests.app.register.builders import Register
from tests.bureau import make_caller
from tests.werk import Desk


@pytest.fixture
def number(desk: Desk) -> int:
    return desk.take_in({"toetsenVoor": "2026-11-01"})[0]


def act(toetsing: Toetsing) -> Callable[[Werk], Uitkomst]:
    return lambda werk: kijk_na(werk, toetsing)


def review(core: Core, caller: Caller, number: int, *, versie: int = 1, tot: str | None = None) -> Uitkomst:
    return core.bureau.doe(caller, act(Toetsing(number, versie, tot)))


def everything(core: Core) -> dict[str, Any]:
    return Register(core.engines.read, core.trail, core.clock).snapshot()


def test_it_is_a_version_of_its_own_and_on_the_street_at_once(core: Core, desk: Desk, zvh: Caller, number: int) -> None:
    outcome = review(core, zvh, number)
    assert outcome.inhoud == {
        "abonnement": number,
        "toetsenVoor": "2027-11-21",
        "nagekekenOp": "2026-11-21T20:00:00.000Z",
    }
    assert (desk.row(number).toetsen_voor, desk.row(number).versie, outcome.versie) == ("2027-11-21", 2, 2)
    tables = everything(core)
    for name in ("handelingskader", "bejegening"):
        first, second = tables[name]
        assert (second["versie"], second["aanleiding"], second["toetsen_voor"]) == (2, "nagekeken", "2027-11-21")
        assert (second["kern"], second["vastgelegd_door"]) == (first["kern"], zvh.account_id)
        assert first["aanleiding"] == "vastgesteld"
    [card] = Register(core.engines.read, core.trail, core.clock).cards()
    afspraak = card["afspraken"][0]
    assert (afspraak["toetsenVoor"], afspraak["handelingskader"]["versie"]) == ("2027-11-21", 2)
    with core.engines.read.connect() as connection:
        found = select(auditrecord.c.inhoud).where(auditrecord.c.gebeurtenis == Event.ABONNEMENT_NAGEKEKEN.value)
        assert connection.scalars(found).all() == [{"abonnement": number, "persoon": 1, "toetsenVoor": "2027-11-21"}]


def test_the_end_goes_before_the_term(core: Core, desk: Desk, zvh: Caller, number: int) -> None:
    desk.change(number, einde="2027-02-01")
    assert (review(core, zvh, number).inhoud or {})["toetsenVoor"] == "2027-02-01"


def test_an_earlier_day_may_be_chosen_and_a_later_may_not(core: Core, zvh: Caller, number: int) -> None:
    for dag in ("2026-11-21", "2026-01-01", "2027-11-22", "2099-01-01"):
        with pytest.raises(InvalidInput) as refused:
            review(core, zvh, number, tot=dag)
        assert refused.value.errors[0].pointer == "#/toetsenVoor"
    assert (review(core, zvh, number, tot="2027-01-15").inhoud or {})["toetsenVoor"] == "2027-01-15"


@pytest.mark.parametrize(
    "changes",
    [{"status": "opgeschort"}, {"status": "beeindigd"}, {"status": "concept"}, {"einde": "2026-11-21"}],
)
def test_what_is_not_on_the_street_cannot_be_looked_through(
    core: Core, desk: Desk, zvh: Caller, number: int, changes: dict[str, str]
) -> None:
    desk.change(number, **changes)
    before = everything(core)
    with pytest.raises(KanNuNiet):
        review(core, zvh, number)
    assert everything(core) == before


def test_nothing_published_is_nothing_to_look_through(core: Core, desk: Desk, zvh: Caller) -> None:
    [bare] = desk.take_in({"handelingskader": None, "bejegening": None})
    with pytest.raises(KanNuNiet):
        review(core, zvh, bare)


def test_one_of_the_two_is_enough(core: Core, desk: Desk, zvh: Caller) -> None:
    [bare] = desk.take_in({"bejegening": None})
    review(core, zvh, bare)
    assert len(everything(core)["bejegening"]) == 0


def test_a_change_that_waits_for_approval_goes_first(core: Core, desk: Desk, zvh: Caller, number: int) -> None:
    desk.submit(number, zvh)
    with pytest.raises(KanNuNiet, match="gekeurd"):
        review(core, zvh, number)


def test_an_objection_goes_first(core: Core, desk: Desk, zvh: Caller, number: int) -> None:
    desk.ask_for_part(number, status="bevestigd", bezwaar="Niet meer delen.")
    with pytest.raises(KanNuNiet, match="bezwaar"):
        review(core, zvh, number)


def test_another_huis_is_told_that_it_is_not_there(core: Core, number: int) -> None:
    for caller in (make_caller(core, Rol.ZVH, naam="ander", van="ZVH Elders"), make_caller(core, Rol.PARTNER)):
        with pytest.raises(NotFound):
            review(core, caller, number)


def test_a_stale_version_changes_nothing(core: Core, zvh: Caller, number: int) -> None:
    review(core, zvh, number)
    before = everything(core)
    with pytest.raises(IntussenGewijzigd):
        review(core, zvh, number, versie=1)
    assert everything(core) == before


def test_two_at_once_make_one_version(core: Core, zvh: Caller, number: int) -> None:
    collega = make_caller(core, Rol.ZVH, naam="collega")
    together, outcomes = threading.Barrier(2), []

    def run(caller: Caller) -> None:
        together.wait()
        try:
            outcomes.append(review(core, caller, number).versie)
        except DomainError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=run, args=(caller,)) for caller in (zvh, collega)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [2, "intussen-gewijzigd"]
    assert len(everything(core)["handelingskader"]) == 2


def test_the_same_key_again_does_it_once(core: Core, zvh: Caller, number: int) -> None:
    key = Sleutel("een-sleutel", "verzoek", "POST /v1/proef")
    first = core.bureau.doe(zvh, act(Toetsing(number, 1)), key)
    assert core.bureau.doe(zvh, act(Toetsing(number, 1)), key) == first
    assert len(everything(core)["handelingskader"]) == 2


def test_a_fault_in_the_middle_leaves_nothing(
    core: Core, zvh: Caller, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(core)
    monkeypatch.setattr(Werk, "leg_vast", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        review(core, zvh, number)
    assert everything(core) == before
    with core.engines.read.connect() as connection:
        assert len(connection.execute(select(street.straatkaart)).all()) == 1
        assert len(connection.execute(select(register.handelingskader)).all()) == 1
