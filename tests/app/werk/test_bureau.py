"""One transaction per act, nothing twice, nothing over somebody else's change, and nothing shown unrecorded."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.events import Event
from app.core import Core
from app.errors import IntussenGewijzigd, NotFound, NotRecorded, SleutelHergebruikt
from app.store.tables.audit import auditrecord
from app.store.tables.register import organisatie
from app.store.tables.werk import eenmalig
from app.store.transaction import transaction
from app.werk.bereik import find_abonnement
from app.werk.bureau import Gelezen, Sleutel, Uitkomst, Werk, forget_answers
from app.werk.versie import change_version
from tests.bureau import make_caller
from tests.conftest import FakeClock

WAAR = "POST /v1/organisaties"
KEY = Sleutel("een-sleutel", "digest van het verzoek", WAAR)


@pytest.fixture
def caller(core: Core) -> Caller:
    return make_caller(core, Rol.ZVH)


def add(naam: str) -> Callable[[Werk], Uitkomst]:
    def act(werk: Werk) -> Uitkomst:
        row = {"naam": naam, "soort": "partner"}
        number = werk.connection.execute(organisatie.insert().values(row).returning(organisatie.c.id)).scalar_one()
        return Uitkomst({"id": number}, versie=1, plek=f"/v1/organisaties/{number}", nieuw=True)

    return act


def count(core: Core, naam: str) -> int:
    with core.engines.read.connect() as connection:
        found = select(func.count()).select_from(organisatie).where(organisatie.c.naam == naam)
        return int(connection.scalar(found) or 0)


def test_the_same_key_again_does_nothing_and_gives_the_first_answer(core: Core, caller: Caller) -> None:
    first = core.bureau.doe(caller, add("Nieuw"), KEY)
    assert core.bureau.doe(caller, add("Anders"), KEY) == first
    assert (count(core, "Nieuw"), count(core, "Anders")) == (1, 0)


def test_two_at_once_with_one_key_do_it_once(core: Core, caller: Caller) -> None:
    answers: list[Uitkomst] = []
    together = threading.Barrier(4)

    def send() -> None:
        together.wait()
        answers.append(core.bureau.doe(caller, add("Nieuw"), KEY))

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4
    assert len({answer.plek for answer in answers}) == 1
    assert count(core, "Nieuw") == 1


def test_a_key_is_good_for_one_request_of_one_account(core: Core, caller: Caller) -> None:
    core.bureau.doe(caller, add("Nieuw"), KEY)
    with pytest.raises(SleutelHergebruikt):
        core.bureau.doe(caller, add("Anders"), Sleutel(KEY.sleutel, "een ander verzoek", WAAR))
    other = make_caller(core, Rol.ZVH, naam="collega")
    core.bureau.doe(other, add("Van de collega"), KEY)
    assert count(core, "Van de collega") == 1


def test_an_act_that_fails_leaves_nothing_and_its_key_is_free(core: Core, caller: Caller) -> None:
    def fail(werk: Werk) -> Uitkomst:
        add("Half")(werk)
        werk.leg_vast(Event.LIJST_INGEZIEN, {"lijst": "half"})
        raise RuntimeError

    with pytest.raises(RuntimeError):
        core.bureau.doe(caller, fail, KEY)
    assert count(core, "Half") == 0
    core.bureau.doe(caller, add("Half"), KEY)
    assert count(core, "Half") == 1


def test_an_answer_that_is_given_again_is_recorded(core: Core, caller: Caller) -> None:
    first = core.bureau.doe(caller, add("Nieuw"), KEY)
    core.bureau.doe(caller, add("Nieuw"), KEY)
    with core.engines.read.connect() as connection:
        last = connection.execute(select(auditrecord).order_by(auditrecord.c.volgnummer.desc()).limit(1)).one()
    assert (last.gebeurtenis, last.account_id) == ("antwoord_herhaald", caller.account_id)
    assert (last.inhoud["waar"], last.inhoud["plek"]) == (WAAR, first.plek)


def test_an_old_key_is_forgotten_when_its_account_acts_again(core: Core, caller: Caller, clock: FakeClock) -> None:
    core.bureau.doe(caller, add("Nieuw"), KEY)
    clock.forward(minutes=61)
    core.bureau.doe(caller, add("Anders"), Sleutel(KEY.sleutel, "een ander verzoek", WAAR))
    assert count(core, "Anders") == 1


def test_answers_are_kept_an_hour(core: Core, caller: Caller, clock: FakeClock) -> None:
    core.bureau.doe(caller, add("Nieuw"), KEY)
    assert forget_answers(core.engines.write, clock) == 0
    clock.forward(minutes=61)
    assert forget_answers(core.engines.write, clock) == 1
    with core.engines.read.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(eenmalig)) == 0


def test_a_look_is_recorded_with_what_it_showed(core: Core, caller: Caller) -> None:
    body = {"lijst": "proef", "personen": [3, 4]}
    assert core.bureau.lees(caller, Event.LIJST_INGEZIEN, lambda _: Gelezen("wat", body)).inhoud == "wat"
    with core.engines.read.connect() as connection:
        last = connection.execute(select(auditrecord).order_by(auditrecord.c.volgnummer.desc()).limit(1)).one()
    assert (last.gebeurtenis, last.account_id, last.inhoud) == ("lijst_ingezien", caller.account_id, body)


def test_a_look_that_cannot_be_recorded_shows_nothing(core: Core, caller: Caller) -> None:
    with transaction(core.engines.write) as connection:
        connection.exec_driver_sql("ALTER TABLE auditrecord RENAME TO elders")
    with pytest.raises(NotRecorded):
        core.bureau.lees(caller, Event.LIJST_INGEZIEN, lambda _: Gelezen("wat", {"lijst": "proef"}))


def test_whoever_saves_second_on_what_they_never_saw_is_told(core: Core, caller: Caller) -> None:
    def rename(naam: str) -> Callable[[Werk], Uitkomst]:
        def act(werk: Werk) -> Uitkomst:
            where = (eenmalig.c.sleutel == "een-sleutel",)
            return Uitkomst(versie=change_version(werk.connection, eenmalig, where, 1, plek=naam))

        return act

    core.bureau.doe(caller, add("Nieuw"), KEY)
    assert core.bureau.doe(caller, rename("eerst")).versie == 2
    with pytest.raises(IntussenGewijzigd):
        core.bureau.doe(caller, rename("daarna"))


@pytest.mark.parametrize("rol", [Rol.AGENT, Rol.ZSM, Rol.PRIVACY, Rol.BEHEER, Rol.PARTNER, Rol.ZVH])
def test_what_is_out_of_reach_is_not_found(core: Core, rol: Rol) -> None:
    caller = make_caller(core, rol)
    with core.engines.read.connect() as connection, pytest.raises(NotFound):
        find_abonnement(connection, caller, 1)
