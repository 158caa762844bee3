"""An officer says that a card is not right; who keeps the agreement answers; nobody else hears of it."""

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.events import Event
from app.core import Core
from app.errors import DomainError, IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.register.straatkaart import digest
from app.store.tables.afspraken import kaartarchief
from app.store.tables.register import abonnement, persoon
from app.store.tables.street import straatkaart
from app.store.tables.werklijst import melding
from app.store.transaction import transaction
from app.werk.bladzijde import Bladzijde, Deel
from app.werk.bureau import Gelezen, Inzien, Sleutel, Uitkomst, Werk
from app.werklijst.melden import Melding, meld
from app.werklijst.meldingen import (
    Behandeling,
    Gemeld,
    Meldingfilter,
    behandel,
    lees_antwoord,
    toon_melding,
    toon_meldingen,
)
from app.werklijst.werklijst import tel
from tests.app.register.builders import contact
from tests.bureau import make_caller
from tests.conftest import FakeClock
from tests.werk import Desk

TEKST = "Hij woont hier niet meer."


@pytest.fixture
def number(desk: Desk) -> int:
    return desk.take_in()[0]


@pytest.fixture
def seen(desk: Desk, agent: Caller, number: int) -> str:
    """The id of a question that showed the card."""
    assert number
    asked = desk.ask(agent)
    assert asked.uitkomst.value == "kaart"
    return asked.id


def report(core: Core, caller: Caller, raadpleging: str, **parts: Any) -> int:
    gemeld = Melding(raadpleging, **({"urgentie": "gewoon", "tekst": TEKST} | parts))
    outcome = core.bureau.doe(caller, lambda werk: meld(werk, gemeld))
    return int((outcome.inhoud or {})["id"])


def handle(core: Core, caller: Caller, number: int, *, versie: int = 1, status: str = "afgehandeld") -> Uitkomst:
    behandeling = Behandeling(number, versie, status, "Dank je, het is aangepast.")
    return core.bureau.doe(caller, lambda werk: behandel(werk, behandeling))


def inbox(core: Core, caller: Caller, **parts: Any) -> Deel:
    def look(inzien: Inzien) -> Gelezen:
        return Gelezen(toon_meldingen(inzien, Meldingfilter(**parts), Bladzijde()), {"lijst": "meldingen"})

    deel: Deel = core.bureau.lees(caller, Event.LIJST_INGEZIEN, look).inhoud
    return deel


def one(core: Core, caller: Caller, number: int) -> Gemeld:
    def look(inzien: Inzien) -> Gelezen:
        return Gelezen(toon_melding(inzien, number), {"wat": "melding"})

    found: Gemeld = core.bureau.lees(caller, Event.DOSSIER_INGEZIEN, look).inhoud
    return found


def row(core: Core, number: int) -> Any:
    with core.engines.read.connect() as connection:
        return connection.execute(select(melding).where(melding.c.id == number)).one()


def test_a_report_bears_what_the_card_said(core: Core, agent: Caller, zvh: Caller, number: int, seen: str) -> None:
    made = row(core, report(core, agent, seen, urgentie="dringend"))
    with core.engines.read.connect() as connection:
        kaart = connection.execute(select(straatkaart.c.kaart)).scalar_one()
    assert (made.kaart_digest, made.raadpleging, made.abonnement_id) == (digest(kaart), seen, number)
    assert (made.handelingskader_versie, made.bejegening_versie) == (1, 1)
    assert (made.status, made.gemeld_door, made.eigenaar_id) == ("nieuw", agent.account_id, zvh.organisatie_id)


def test_a_card_that_was_opened_counts_as_well(core: Core, desk: Desk, agent: Caller) -> None:
    for geboren in ("1980-01-01", "1992-02-02"):
        desk.take_in(extern_id=geboren, voornamen="Piet", geslachtsnaam="Vissering", geboorte={"datum": geboren})
    asked = desk.ask(agent, "piet vissering")
    with pytest.raises(NotFound):
        report(core, agent, asked.id)
    opened = core.raadplegingen.open(agent, asked.id, asked.kandidaten[1].id)
    assert row(core, report(core, agent, opened.id)).persoon_id == int(
        {"1980": 1, "1992": 2}[str(asked.kandidaten[1].geboortejaar)]
    )


def test_only_of_an_own_recent_consultation(core: Core, desk: Desk, agent: Caller, seen: str, clock: FakeClock) -> None:
    collega = make_caller(core, Rol.AGENT, naam="collega")
    nobody = desk.ask(agent, "quackernack 1990").id
    for caller, raadpleging in ((collega, seen), (agent, "0" * 36), (agent, nobody)):
        with pytest.raises(NotFound):
            report(core, caller, raadpleging)
    clock.forward(hours=23)
    report(core, agent, seen)
    clock.forward(hours=2)
    with pytest.raises(NotFound):
        report(core, agent, seen)


def test_a_report_chooses_among_the_agreements_of_the_card(core: Core, desk: Desk, agent: Caller) -> None:
    local = {"aanpak": "lokale_pga", "veiligheidshuis": None, "gemeente": "Utrecht", "handelingskader": None}
    first, second = desk.take_in({}, local)
    seen = desk.ask(agent).id
    assert row(core, report(core, agent, seen)).abonnement_id == first
    assert row(core, report(core, agent, seen, afspraak=2)).abonnement_id == second
    with pytest.raises(InvalidInput):
        report(core, agent, seen, afspraak=3)
    pga = make_caller(core, Rol.PGA_EXPERT)
    assert [each.abonnement_id for each in inbox(core, pga).rijen] == [second]


def test_it_is_about_the_card_that_was_seen_and_not_the_next(
    core: Core, desk: Desk, agent: Caller, seen: str, clock: FakeClock
) -> None:
    with core.engines.read.connect() as connection:
        former = connection.execute(select(straatkaart)).one()
    clock.forward(minutes=5)
    desk.take_in({"handelingskader": {"actie": "naar_zorg", "kern": "Breng naar de crisisdienst."}})
    with transaction(core.engines.write) as connection:
        if connection.execute(select(kaartarchief)).first() is None:
            old = {name: getattr(former, name) for name in ("persoon_id", "geldig_van", "geldig_tot", "kaart")}
            stamps = {"sinds": "2026-11-21T20:00:00.000Z", "tot": "2026-11-21T20:05:00.000Z"}
            connection.execute(insert(kaartarchief).values(old | stamps))
    made = row(core, report(core, agent, seen))
    assert (made.kaart_digest, made.handelingskader_versie) == (digest(former.kaart), 1)


def test_a_card_that_cannot_be_found_back_is_said_to_be_so(core: Core, agent: Caller, seen: str) -> None:
    with transaction(core.engines.write) as connection:
        connection.execute(straatkaart.delete())
    with pytest.raises(KanNuNiet):
        report(core, agent, seen)


def test_an_agreement_that_nobody_keeps_has_no_inbox(core: Core, desk: Desk, agent: Caller) -> None:
    desk.take_in({"veiligheidshuis": None})
    with pytest.raises(KanNuNiet):
        report(core, agent, desk.ask(agent).id)


def test_it_follows_a_person_who_turned_out_to_be_another(core: Core, desk: Desk, agent: Caller, seen: str) -> None:
    [_, other] = desk.take_in(extern_id="p-2", geslachtsnaam="Anders")
    with transaction(core.engines.write) as connection:
        connection.execute(update(abonnement).where(abonnement.c.id == other).values(aanpak="nazorg"))
        connection.execute(update(abonnement).where(abonnement.c.persoon_id == 1).values(persoon_id=2))
        connection.execute(update(persoon).where(persoon.c.id == 1).values(samengevoegd_met=2))
    assert row(core, report(core, agent, seen)).persoon_id == 2


def test_one_card_is_good_for_a_few_reports(core: Core, agent: Caller, seen: str) -> None:
    for _ in range(3):
        report(core, agent, seen)
    with pytest.raises(KanNuNiet):
        report(core, agent, seen)


def test_the_same_key_again_reports_once(core: Core, agent: Caller, seen: str) -> None:
    def act(werk: Werk) -> Uitkomst:
        return meld(werk, Melding(seen, "gewoon", TEKST))

    key = Sleutel("een-sleutel", "verzoek", "POST /v1/proef")
    assert core.bureau.doe(agent, act, key) == core.bureau.doe(agent, act, key)
    assert len(inbox(core, agent).rijen) == 1


def test_a_fault_in_the_middle_leaves_nothing(
    core: Core, agent: Caller, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Werk, "leg_vast", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        report(core, agent, seen)
    assert inbox(core, agent).rijen == []


def test_the_inbox_has_the_urgent_first_and_then_the_oldest(
    core: Core, agent: Caller, zvh: Caller, seen: str, clock: FakeClock
) -> None:
    made = []
    for urgentie in ("gewoon", "gewoon", "dringend"):
        made.append(report(core, agent, seen, urgentie=urgentie))
        clock.forward(minutes=1)
    assert [each.id for each in inbox(core, zvh).rijen] == [made[2], made[0], made[1]]
    assert [each.id for each in inbox(core, zvh, urgentie="gewoon").rijen] == made[:2]
    assert [each.id for each in inbox(core, agent).rijen] == made[::-1]
    handle(core, zvh, made[0])
    handle(core, zvh, made[1], status="in_behandeling")
    assert [each.id for each in inbox(core, zvh).rijen] == [made[2], made[1]]
    assert [each.id for each in inbox(core, zvh, status="afgehandeld").rijen] == [made[0]]
    assert [each.id for each in inbox(core, zvh, status="nieuw").rijen] == [made[2]]
    assert inbox(core, zvh, abonnement=99).rijen == []


@pytest.mark.parametrize("read", [one, handle])
def test_nobody_else_hears_of_it(
    core: Core, agent: Caller, seen: str, read: Callable[[Core, Caller, int], object]
) -> None:
    number = report(core, agent, seen)
    others = [
        make_caller(core, Rol.ZVH, naam="ander", van="ZVH Elders"),
        make_caller(core, Rol.PGA_EXPERT),
        make_caller(core, Rol.AGENT, naam="collega"),
    ]
    for caller in others:
        assert inbox(core, caller).rijen == []
        with pytest.raises(NotFound):
            read(core, caller, number)


def test_what_the_card_said_stands_beside_what_counts_now(
    desk: Desk, agent: Caller, zvh: Caller, seen: str, clock: FakeClock
) -> None:
    core = desk.core
    number = report(core, agent, seen)
    clock.forward(minutes=1)
    desk.take_in({"handelingskader": {"actie": "naar_zorg", "kern": "Breng naar de crisisdienst."}})
    found = one(core, zvh, number)
    assert found.handelingskader
    assert (found.handelingskader.gemeld, found.handelingskader.nu) == (1, 2)
    assert "Eerst bellen." in found.handelingskader.tekst
    assert found.bejegening
    assert found.bejegening.nu == 1
    assert one(core, agent, number).handelingskader is None


def test_the_answer_is_news_until_it_was_seen(core: Core, agent: Caller, zvh: Caller, seen: str) -> None:
    number = report(core, agent, seen)
    assert handle(core, zvh, number, status="in_behandeling").versie == 2
    assert row(core, number).gelezen_op is None
    core.bureau.doe(agent, lambda werk: lees_antwoord(werk, number))
    assert row(core, number).gelezen_op
    assert handle(core, zvh, number, versie=2).versie == 3
    done = row(core, number)
    assert (done.gelezen_op, done.antwoord, done.behandeld_door) == (
        None,
        "Dank je, het is aangepast.",
        zvh.account_id,
    )
    with pytest.raises(KanNuNiet):
        handle(core, zvh, number, versie=3)
    with pytest.raises(NotFound):
        core.bureau.doe(zvh, lambda werk: lees_antwoord(werk, number + 1))


def test_two_who_answer_at_once(core: Core, agent: Caller, zvh: Caller, seen: str) -> None:
    number = report(core, agent, seen)
    collega = make_caller(core, Rol.ZVH, naam="collega")
    together, outcomes = threading.Barrier(2), []

    def run(caller: Caller) -> None:
        together.wait()
        try:
            outcomes.append(handle(core, caller, number).versie)
        except DomainError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=run, args=(caller,)) for caller in (zvh, collega)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(2) == 1
    assert set(outcomes) - {2} <= {"intussen-gewijzigd", "kan-nu-niet"}


def test_a_stale_version_is_refused(core: Core, agent: Caller, zvh: Caller, seen: str) -> None:
    number = report(core, agent, seen)
    handle(core, zvh, number, status="in_behandeling")
    with pytest.raises(IntussenGewijzigd):
        handle(core, zvh, number, versie=1)


def test_a_report_shows_all_that_the_card_said_then(
    desk: Desk, agent: Caller, zvh: Caller, seen: str, clock: FakeClock
) -> None:
    core = desk.core
    reported = report(core, agent, seen)
    with core.engines.read.connect() as connection:
        on_card = json.loads(connection.execute(select(straatkaart.c.kaart)).scalar_one())["afspraken"][0]
    toen = one(core, zvh, reported).toen
    assert toen is not None
    assert (toen.afspraak, toen.anders) == (on_card, ())
    assert toen.afspraak["contactpersonen"]
    assert one(core, agent, reported).toen is None
    clock.forward(minutes=5)
    desk.take_in({"contactpersonen": [contact(telefoon="+3197010999999")], "toetsenVoor": "2027-01-31"})
    later = one(core, zvh, reported).toen
    assert later is not None
    assert (later.afspraak, later.anders) == (on_card, ("contactpersonen", "termijn"))
    with transaction(core.engines.write) as connection:
        connection.execute(straatkaart.delete())
    gone = one(core, zvh, reported).toen
    assert gone is not None
    assert gone.anders == ("straat",)
    with transaction(core.engines.write) as connection:
        connection.execute(kaartarchief.delete())
    assert one(core, zvh, reported).toen is None


def test_the_overview_says_how_many_are_urgent(core: Core, agent: Caller, zvh: Caller, seen: str) -> None:
    for urgentie in ("gewoon", "dringend", "dringend"):
        report(core, agent, seen, urgentie=urgentie)
    counted = core.bureau.lees(zvh, Event.LIJST_INGEZIEN, lambda inzien: Gelezen(tel(inzien), {"lijst": "tellingen"}))
    assert [(each.aantal, each.dringend) for each in counted.inhoud if each.aantal] == [(3, 2)]
