"""Published versions: never changed, always readable, and in the words that they were published with."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table, insert, update
from sqlalchemy.exc import IntegrityError

from app.afspraken.acties import Uiterlijk, lees_actie, maak_actie, wijzig_actie
from app.afspraken.geschiedenis import Geschiedenis, lees_versies
from app.afspraken.model import Criteria, ZsmAdvies
from app.afspraken.versies import keur_nagekeken
from app.audit.events import Event
from app.core import Core
from app.errors import IntussenGewijzigd, InvalidInput, KanNuNiet
from app.store.tables import afspraken as tables
from app.store.tables import register
from app.store.transaction import transaction
from app.werk.bereik import find_abonnement
from app.werk.bureau import Gelezen, Werk
from tests.app.afspraken.werkplek import Afspraken, make_abonnement
from tests.bureau import BEJEGENING, KADER, VOORSTEL
from tests.conftest import FakeClock

ADVIES = ZsmAdvies(
    "2026-11-12", "Doel.", "Advies.", criteria=Criteria(context=True, juridische_taal=True, historie="nvt")
)


@pytest.fixture
def nummer(core: Core) -> int:
    return make_abonnement(core)


def versions(afspraken: Afspraken, nummer: int) -> list[tuple[str, int, str]]:
    look = lambda inzien: Gelezen(lees_versies(inzien, nummer), {"wat": "versies"})  # noqa: E731 - shorter.
    found: Geschiedenis = afspraken.core.bureau.lees(afspraken.schrijver, Event.DOSSIER_INGEZIEN, look).inhoud
    return [(each.onderdeel, each.rij.versie, each.rij.aanleiding) for each in found.versies]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (register.handelingskader, {"kern": "Iets anders."}),
        (register.handelingskader, {"actie_tekst": "Iets anders"}),
        (register.bejegening, {"kern": "Iets anders."}),
        (tables.zsm_advies, {"advies": "Iets anders."}),
        (tables.straatinlichtingen, {"regels": []}),
        (tables.kaartarchief, {"kaart": b"{}"}),
    ],
)
def test_the_database_refuses_to_change_what_was_published(
    afspraken: Afspraken, nummer: int, clock: FakeClock, table: Table, values: dict[str, Any]
) -> None:
    afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    clock.forward(hours=1)
    afspraken.publiceer(nummer, replace(VOORSTEL, bejegening=replace(BEJEGENING, kern="Rustig."), zsm_advies=ADVIES))
    engine = afspraken.core.engines.write
    if table is tables.straatinlichtingen:
        row = {"abonnement_id": nummer, "versie": 1, "regels": [{"tekst": "a"}], "vastgelegd_op": "2026-11-21"}
        with transaction(engine) as connection:
            connection.execute(insert(table).values(row))
    before = afspraken.rijen(table)
    assert before
    with pytest.raises(IntegrityError, match="a published version never changes"), transaction(engine) as connection:
        connection.execute(update(table).values(values))
    assert afspraken.rijen(table) == before


def test_all_versions_stay_readable(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    clock.forward(days=1)
    afspraken.publiceer(nummer, replace(VOORSTEL, bejegening=None))
    assert set(versions(afspraken, nummer)[:2]) == {("bejegening", 2, "ingetrokken"), ("zsmAdvies", 2, "ingetrokken")}
    assert len(versions(afspraken, nummer)) == 5


def test_what_was_looked_at_gets_versions_of_its_own(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    clock.forward(days=100)

    def review(werk: Werk) -> int:
        row = find_abonnement(werk.connection, werk.caller, nummer, lock=True)
        return keur_nagekeken(werk, row, "2028-01-01")

    assert afspraken.doe(afspraken.schrijver, review) == 3
    assert {each for each in versions(afspraken, nummer) if each[2] == "nagekeken"} == {
        ("handelingskader", 2, "nagekeken"),
        ("bejegening", 2, "nagekeken"),
        ("zsmAdvies", 2, "nagekeken"),
    }
    assert afspraken.rijen(tables.zsm_advies)[-1]["datum"] == "2027-03-01"
    assert afspraken.rijen(register.abonnement)[0]["toetsen_voor"] == "2028-01-01"
    assert b'"toetsenVoor":"2028-01-01"' in (afspraken.op_straat() or b"")


def word(afspraken: Afspraken, **wijziging: Any) -> None:
    def act(werk: Werk) -> int:
        row = lees_actie(werk.connection, "direct_aanhouden")
        return wijzig_actie(werk, "direct_aanhouden", row.versie, wijziging)

    afspraken.doe(afspraken.schrijver, act)


def test_a_published_version_keeps_the_words_of_its_action(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    word(afspraken, tekst="Meteen meenemen", icoon="vervoer", kleur="blauw", actief=False)
    persoon_id = afspraken.rijen(register.abonnement)[0]["persoon_id"]
    afspraken.doe(afspraken.schrijver, lambda werk: werk.publiceer([persoon_id]))
    assert b'"tekst":"Direct aanhouden","icoon":"aanhouden","kleur":"rood"' in (afspraken.op_straat() or b"")
    # What is looked at and found right is published again as it was.
    afspraken.doe(
        afspraken.schrijver,
        lambda werk: keur_nagekeken(
            werk, find_abonnement(werk.connection, werk.caller, nummer, lock=True), "2027-06-01"
        ),
    )
    assert b'"tekst":"Direct aanhouden"' in (afspraken.op_straat() or b"")


def test_a_new_version_takes_the_words_of_today(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    word(afspraken, tekst="Meteen meenemen")
    assert afspraken.publiceer(nummer).versies == {"handelingskader": 2}
    assert b'"tekst":"Meteen meenemen"' in (afspraken.op_straat() or b"")


def test_an_action_that_is_off_is_not_chosen_anew_but_may_stay(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    word(afspraken, actief=False)
    afspraken.publiceer(nummer, replace(VOORSTEL, handelingskader=replace(KADER, kern="Anders.")))
    other = make_abonnement(afspraken.core, naam="Visser")
    afspraken.schrijf(other)
    with pytest.raises(InvalidInput):
        afspraken.dien_in(other)


def test_a_region_adds_an_action_of_its_own(afspraken: Afspraken, nummer: int) -> None:
    home = Uiterlijk("Breng naar huis", "huis", "groen")
    afspraken.doe(afspraken.schrijver, lambda werk: maak_actie(werk, "breng_thuis", home))
    afspraken.publiceer(nummer, replace(VOORSTEL, handelingskader=replace(KADER, actie="breng_thuis")))
    assert b'"tekst":"Breng naar huis","icoon":"huis","kleur":"groen"' in (afspraken.op_straat() or b"")
    with pytest.raises(KanNuNiet):
        afspraken.doe(afspraken.schrijver, lambda werk: maak_actie(werk, "breng_thuis", home))
    with pytest.raises(InvalidInput):
        afspraken.doe(afspraken.schrijver, lambda werk: maak_actie(werk, "x", replace(home, icoon="doodskop")))
    with pytest.raises(IntussenGewijzigd):
        afspraken.doe(afspraken.schrijver, lambda werk: wijzig_actie(werk, "breng_thuis", 9, {"kleur": "rood"}))
