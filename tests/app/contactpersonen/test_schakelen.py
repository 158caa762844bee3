"""Nobody leaves a card without somebody else to call in their place; and the owner says who comes first."""

from typing import Any

import pytest
from sqlalchemy import select, update

from app.access.rules import Rol
from app.contactpersonen.opgave import Opgave
from app.contactpersonen.schakelen import switch_off, switch_off_ahead, switch_on
from app.contactpersonen.volgorde import put_in_order, read_opstelling
from app.contactpersonen.wijzigen import make_contactpersoon
from app.errors import Forbidden, IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.store.tables.register import abonnement, abonnement_contactpersoon
from app.store.transaction import transaction
from tests.app.contactpersonen.conftest import ANNA, BEN, Ggz
from tests.bureau import make_caller

MANY = 45
DEPUTY = {name: value for name, value in BEN.items() if name != "organisatie"}
EVA = {"organisatie": "Elders", "naam": "Eva"}


def off(ggz: Ggz, wie: str, opvolger: str | None = None, *, ahead: bool = True) -> Any:
    row, successor = ggz.row(wie), ggz.row(opvolger).id if opvolger else None
    bureau = ggz.core.bureau
    voorwerk = bureau.vooruit(ggz.caller, lambda inzien: switch_off_ahead(inzien, row.id, row.versie, successor))
    given = (voorwerk,) if ahead else ()
    return ggz.do(lambda werk: switch_off(werk, row.id, row.versie, successor, *given))


def make(ggz: Ggz, naam: str) -> int:
    number: int = ggz.do(lambda werk: make_contactpersoon(werk, Opgave(naam))).rij.id
    return number


def test_who_is_on_no_card_can_be_switched_off_and_on_again(ggz: Ggz) -> None:
    make(ggz, "Cor")
    done = off(ggz, "Cor")
    assert (done.getoond.rij.actief, done.kaarten) == (False, 0)
    with pytest.raises(KanNuNiet):
        off(ggz, "Cor")
    row = ggz.row("Cor")
    assert ggz.do(lambda werk: switch_on(werk, row.id, row.versie)).getoond.rij.actief
    with pytest.raises(KanNuNiet):
        ggz.do(lambda werk: switch_on(werk, row.id, row.versie + 1))


def test_who_is_on_a_card_needs_a_successor(ggz: Ggz) -> None:
    ggz.fill(2, ANNA | {"vervanger": DEPUTY})
    make(ggz, "Cor")
    for wie in ("Anna Vos", "Ben Smit"):
        with pytest.raises(KanNuNiet, match="Kies wie het overneemt"):
            off(ggz, wie)
    for wrong in ("Anna Vos",):
        with pytest.raises(InvalidInput) as refused:
            off(ggz, "Anna Vos", wrong)
        assert [error.pointer for error in refused.value.errors] == ["#/opvolgerId"]


def test_an_ended_abonnement_holds_nobody(ggz: Ggz) -> None:
    ggz.fill(1)
    with transaction(ggz.core.engines.write) as connection:
        connection.execute(update(abonnement).values(status="beeindigd"))
    assert not off(ggz, "Anna Vos").getoond.rij.actief


@pytest.mark.parametrize("ahead", [True, False])
def test_the_successor_takes_every_place_over(ggz: Ggz, *, ahead: bool) -> None:
    ggz.fill(MANY, ANNA | {"eerste": True}, EVA, BEN)
    make(ggz, "Cor")
    done = off(ggz, "Anna Vos", "Cor", ahead=ahead)
    assert done.kaarten == MANY
    assert ggz.called("naam") == [["Cor", "Eva", "Ben Smit"]] * MANY
    assert ggz.called("eerste") == [[True, False, False]] * MANY
    # Who stands there already gets the first of the two places.
    assert off(ggz, "Cor", "Ben Smit", ahead=ahead).kaarten == MANY
    assert ggz.called("naam") == [["Ben Smit", "Eva"]] * MANY
    assert ggz.called("eerste") == [[True, False]] * MANY
    number = ggz.row("Cor").id
    told = {"contactpersoon": number, "opvolger": ggz.row("Ben Smit").id, "kaarten": MANY}
    assert ggz.events("contactpersoon_uitgeschakeld")[-1] == told


@pytest.mark.parametrize("ahead", [True, False])
def test_whom_the_leaver_replaced_gets_the_successor(ggz: Ggz, *, ahead: bool) -> None:
    ggz.fill(MANY, ANNA | {"vervanger": DEPUTY})
    make(ggz, "Cor")
    assert off(ggz, "Ben Smit", "Cor", ahead=ahead).kaarten == MANY
    assert ggz.called("naam") == [["Anna Vos", "Cor"]] * MANY
    # Anna would replace herself: nobody does then.
    assert off(ggz, "Cor", "Anna Vos", ahead=ahead).kaarten == MANY
    assert ggz.called("naam") == [["Anna Vos"]] * MANY
    assert ggz.row("Anna Vos").vervanger_id is None


def numbers(ggz: Ggz) -> list[tuple[int, int, bool]]:
    with ggz.core.engines.read.connect() as connection:
        found = select(abonnement_contactpersoon).order_by(*abonnement_contactpersoon.primary_key)
        return [(row.volgorde, row.contactpersoon_id, row.eerste) for row in connection.execute(found)]


def test_the_owner_puts_them_in_order(ggz: Ggz) -> None:
    ggz.fill(1, ANNA | {"eerste": True}, BEN)
    anna, ben = ggz.row("Anna Vos").id, ggz.row("Ben Smit").id
    huis = Ggz(ggz.core, make_caller(ggz.core, Rol.ZVH))
    own = make(huis, "Hugo")
    done = huis.do(lambda werk: put_in_order(werk, 1, 1, (ben, own, anna), own))
    assert (done.kaarten, done.abonnement.versie, done.abonnement.herkomst) == (1, 2, "bureau")
    assert numbers(ggz) == [(0, ben, False), (1, own, True), (2, anna, False)]
    assert ggz.called("naam") == [["Ben Smit", "Hugo", "Anna Vos"]]
    with pytest.raises(IntussenGewijzigd):
        huis.do(lambda werk: put_in_order(werk, 1, 1, (anna, ben), None))
    assert huis.do(lambda werk: put_in_order(werk, 1, 2, (anna, ben), None)).kaarten == 1
    assert ggz.called("naam") == [["Anna Vos", "Ben Smit"]]
    body = {"abonnement": 1, "contactpersonen": [anna, ben], "eerste": None, "kaarten": 1}
    assert ggz.events("contactvolgorde_gewijzigd")[-1] == body


def test_the_owner_leaves_those_of_others_alone(ggz: Ggz) -> None:
    ggz.fill(1, ANNA, BEN)
    anna, ben, cor = ggz.row("Anna Vos").id, ggz.row("Ben Smit").id, make(ggz, "Cor")
    huis = Ggz(ggz.core, make_caller(ggz.core, Rol.ZVH))
    wrong: list[tuple[tuple[int, ...], int | None, type[Exception]]] = [
        ((anna,), None, IntussenGewijzigd),
        ((anna, ben, cor), None, InvalidInput),
        ((anna, ben, ben), None, InvalidInput),
        ((anna, ben), cor, InvalidInput),
        ((anna, ben, 10**15), None, InvalidInput),
    ]
    for order, eerste, error in wrong:
        with pytest.raises(error):
            huis.do(lambda werk, order=order, eerste=eerste: put_in_order(werk, 1, 1, order, eerste))
    with pytest.raises(Forbidden):
        ggz.do(lambda werk: put_in_order(werk, 1, 1, (ben, anna), None))
    elsewhere = Ggz(ggz.core, make_caller(ggz.core, Rol.ZVH, naam="elders", van="ZVH Elders"))
    with pytest.raises(NotFound):
        elsewhere.do(lambda werk: put_in_order(werk, 1, 1, (ben, anna), None))
    assert ggz.called("naam") == [["Anna Vos", "Ben Smit"]]


def test_who_may_see_whom_on_an_abonnement(ggz: Ggz) -> None:
    ggz.fill(1, ANNA, EVA)
    for rol, seen in ((Rol.POLITIEBEHEER, ["Anna Vos", "Eva"]), (Rol.ZVH, ["Anna Vos", "Eva"])):
        caller = make_caller(ggz.core, rol)
        found = ggz.core.bureau.vooruit(caller, lambda inzien: read_opstelling(inzien, 1))
        assert [row.naam for row in found.rijen] == seen
    with pytest.raises(NotFound):
        ggz.core.bureau.vooruit(ggz.caller, lambda inzien: read_opstelling(inzien, 1))
