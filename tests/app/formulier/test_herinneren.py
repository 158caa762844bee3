"""Reminders: asked by whoever keeps the agreement, and by themselves after some days; never twice at once."""

import threading

import pytest
from sqlalchemy import update

from app.access.rules import Rol
from app.errors import KanNuNiet, NotFound
from app.formulier.beheren import herinner, stuur_terug
from app.formulier.herinneren import herinner_vanzelf
from app.store.tables.formulier import bericht
from app.store.tables.register import abonnement, organisatie
from app.store.transaction import transaction
from tests.app.formulier.conftest import STRAAT, Formulier
from tests.bureau import make_caller, open_abonnement
from tests.conftest import FakeClock


def remind(formulier: Formulier) -> int:
    return int(formulier.doe(formulier.zvh, lambda werk: herinner(werk, formulier.deel)))


def by_itself(formulier: Formulier, days: int = 7) -> int:
    core = formulier.core
    return herinner_vanzelf(core.engines.write, core.trail, core.clock, days)


def test_a_reminder_is_queued_with_the_act_and_names_nobody(formulier: Formulier) -> None:
    versie = formulier.rij().versie
    number = remind(formulier)
    (row,) = formulier.rijen(bericht)
    assert (row.id, row.aan, row.soort, row.status) == (number, "formulieren@ggz.example", "herinnering", "wacht")
    assert row.plek == f"/bureau/formulierdelen/{formulier.deel}"
    deel = formulier.rij()
    # Whoever is filling it in is not in the way of a reminder, nor it in theirs.
    assert (deel.bericht_id, deel.versie) == (number, versie)


def test_nobody_is_reminded_twice_a_day(formulier: Formulier, clock: FakeClock) -> None:
    remind(formulier)
    with pytest.raises(KanNuNiet):
        remind(formulier)
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(bericht).values(status="verzonden"))
    with pytest.raises(KanNuNiet):
        remind(formulier)
    clock.forward(hours=21)
    remind(formulier)


def test_a_refused_address_can_be_tried_again_at_once(formulier: Formulier) -> None:
    remind(formulier)
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(bericht).values(status="geweigerd"))
    remind(formulier)


def test_without_an_address_or_anything_missing_there_is_no_reminder(formulier: Formulier) -> None:
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(organisatie).values(email=None))
    with pytest.raises(KanNuNiet):
        remind(formulier)
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    with pytest.raises(KanNuNiet):
        remind(formulier)
    assert formulier.rijen(bericht) == []


def test_only_whoever_keeps_the_agreement_reminds(formulier: Formulier) -> None:
    others = [
        formulier.ggz,
        make_caller(formulier.core, Rol.ZVH, naam="elders", van="ZVH Flevoland"),
        make_caller(formulier.core, Rol.POLITIEBEHEER),
    ]
    for other in others:
        with pytest.raises(NotFound):
            formulier.doe(other, lambda werk: herinner(werk, formulier.deel))
        with pytest.raises(NotFound):
            formulier.doe(other, lambda werk: stuur_terug(werk, formulier.deel, 1, "Waarom?"))


def test_a_question_is_told_by_mail_without_the_question(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT)
    versie = formulier.rij().versie
    formulier.doe(formulier.zvh, lambda werk: stuur_terug(werk, formulier.deel, versie, "Welke medicijnen?"))
    (row,) = formulier.rijen(bericht)
    assert row.soort == "terugzending"
    assert "medicijnen" not in str(row)


def test_by_itself_one_mail_for_all_that_is_late(formulier: Formulier, clock: FakeClock) -> None:
    open_abonnement(formulier.core, organisaties=(formulier.ggz_id,))
    clock.forward(days=6)
    assert by_itself(formulier) == 0
    clock.forward(days=1)
    assert by_itself(formulier, days=0) == 0
    assert by_itself(formulier) == 1
    (row,) = formulier.rijen(bericht)
    assert (row.soort, row.plek) == ("verzameld", "/bureau/formulierdelen")
    assert len(formulier.vastgelegd("formulierdeel_herinnerd")) == 2
    # Not again before it was sent, nor within the days after that.
    clock.forward(days=8)
    assert by_itself(formulier) == 0
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(bericht).values(status="verzonden"))
    assert by_itself(formulier) == 1


def test_what_is_confirmed_or_ended_is_left_alone(formulier: Formulier, clock: FakeClock) -> None:
    clock.forward(days=30)
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(abonnement).values(status="beeindigd"))
    assert by_itself(formulier) == 0
    with transaction(formulier.core.engines.write) as connection:
        connection.execute(update(abonnement).values(status="actief"))
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    assert by_itself(formulier) == 0


def test_two_senders_at_once_make_one_mail(formulier: Formulier, clock: FakeClock) -> None:
    clock.forward(days=8)
    together = threading.Barrier(3)
    made: list[int] = []

    def run() -> None:
        together.wait()
        made.append(by_itself(formulier))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [0, 0, 1]
    assert len(formulier.rijen(bericht)) == 1
