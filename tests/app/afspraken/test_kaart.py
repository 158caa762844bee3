"""The card before it is published, and what the street showed at a moment; of others only that they are there."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from app.abonnementen.samenvoegen import Samenvoeging, merge, undo
from app.access.rules import Rol
from app.afspraken.kaart import Kaartbeeld, lees_kaart_op, maak_voorbeeld
from app.afspraken.model import Voorstel
from app.audit.events import Event
from app.core import Core
from app.errors import InvalidInput, NotFound
from app.store.tables import afspraken as tables
from app.store.tables import register, street
from app.store.transaction import transaction
from app.werk.bureau import Gelezen, Inzien
from tests.app.afspraken.werkplek import Afspraken, make_abonnement
from tests.bureau import BEJEGENING, GEMEENTE, KADER, VOORSTEL, make_caller
from tests.conftest import FakeClock

LATER = replace(VOORSTEL, handelingskader=replace(KADER, kern="Eerst bellen."))
Look = Callable[[Inzien], tuple[int, Kaartbeeld | None]]


@pytest.fixture
def nummer(core: Core) -> int:
    return make_abonnement(core)


def see(afspraken: Afspraken, look: Look) -> Kaartbeeld | None:
    found: tuple[int, Kaartbeeld | None] = afspraken.core.bureau.lees(
        afspraken.schrijver, Event.DOSSIER_INGEZIEN, lambda inzien: Gelezen(look(inzien), {"wat": "kaart"})
    ).inhoud
    return found[1]


def at(afspraken: Afspraken, nummer: int, op: datetime) -> Kaartbeeld | None:
    return see(afspraken, lambda inzien: lees_kaart_op(inzien, nummer, op))


def preview(afspraken: Afspraken, nummer: int, voorstel: Voorstel = VOORSTEL) -> Kaartbeeld | None:
    return see(afspraken, lambda inzien: maak_voorbeeld(inzien, nummer, voorstel))


def kern(beeld: Kaartbeeld | None) -> str | None:
    return beeld.kaart["afspraken"][0]["handelingskader"]["kern"] if beeld else None


def end(core: Core, nummer: int, **values: Any) -> None:
    with transaction(core.engines.write) as connection:
        connection.execute(update(register.abonnement).where(register.abonnement.c.id == nummer).values(values))


def test_the_preview_is_the_card_that_is_published(afspraken: Afspraken, nummer: int) -> None:
    before = preview(afspraken, nummer)
    assert before
    assert afspraken.rijen(street.straatkaart) == []
    afspraken.publiceer(nummer)
    published = json.loads(afspraken.op_straat() or b"{}")
    assert before.kaart["persoon"] == published["persoon"]
    assert before.kaart["afspraken"] == published["afspraken"]
    assert (before.geldig_van, before.geldig_tot) == ("2026-11-01", "2028-11-01")


def test_the_preview_of_half_a_concept_is_a_card_too(afspraken: Afspraken, nummer: int) -> None:
    beeld = preview(afspraken, nummer, Voorstel(replace(KADER, actie="", kern="")))
    assert beeld
    assert beeld.kaart["afspraken"][0]["handelingskader"]["actie"]["tekst"] == "Nog geen actie gekozen"


def test_what_is_over_has_no_preview(afspraken: Afspraken, nummer: int) -> None:
    end(afspraken.core, nummer, einde="2026-11-20")
    assert preview(afspraken, nummer) is None


def test_what_the_street_showed_is_exact_to_the_stamp(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    first = clock.now
    afspraken.publiceer(nummer)
    clock.forward(days=2)
    second = clock.now
    afspraken.publiceer(nummer, LATER)
    clock.forward(days=1)
    tick = timedelta(milliseconds=1)
    assert at(afspraken, nummer, first - tick) is None
    assert kern(at(afspraken, nummer, first)) == KADER.kern
    assert kern(at(afspraken, nummer, second - tick)) == KADER.kern
    assert kern(at(afspraken, nummer, second)) == kern(at(afspraken, nummer, clock.now)) == "Eerst bellen."
    beeld = at(afspraken, nummer, first)
    assert beeld
    assert (beeld.sinds, beeld.tot) == ("2026-11-21T20:00:00.000Z", "2026-11-23T20:00:00.000Z")
    now = at(afspraken, nummer, clock.now)
    assert now
    assert now.tot is None


def test_what_was_taken_away_was_there_until_then(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    afspraken.publiceer(nummer)
    clock.forward(hours=1)
    gone = clock.now
    end(afspraken.core, nummer, status="beeindigd")
    persoon_id = afspraken.rijen(register.abonnement)[0]["persoon_id"]
    afspraken.doe(afspraken.schrijver, lambda werk: werk.publiceer([persoon_id]))
    clock.forward(hours=1)
    assert kern(at(afspraken, nummer, gone - timedelta(milliseconds=1))) == KADER.kern
    assert at(afspraken, nummer, gone) is None


def test_a_card_is_there_on_the_days_that_it_is_valid_only(core: Core, afspraken: Afspraken, clock: FakeClock) -> None:
    nummer = make_abonnement(core, start="2026-11-24", einde="2026-11-25")
    afspraken.publiceer(nummer, replace(VOORSTEL, toetsen_voor="2026-11-25"))
    clock.forward(days=30)
    # Midnight on the Dutch street is 23:00 in UTC.
    assert at(afspraken, nummer, datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)) is None
    assert kern(at(afspraken, nummer, datetime(2026, 11, 23, 23, 0, tzinfo=UTC))) == KADER.kern
    assert kern(at(afspraken, nummer, datetime(2026, 11, 25, 22, 59, tzinfo=UTC))) == KADER.kern
    assert at(afspraken, nummer, datetime(2026, 11, 25, 23, 0, tzinfo=UTC)) is None


def test_the_future_has_not_been_shown(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    with pytest.raises(InvalidInput):
        at(afspraken, nummer, clock.now + timedelta(seconds=1))


def test_a_card_of_before_its_numbers_were_kept_is_recognised(
    afspraken: Afspraken, nummer: int, clock: FakeClock
) -> None:
    afspraken.publiceer(nummer)
    with transaction(afspraken.core.engines.write) as connection:
        connection.execute(update(street.straatkaart).values(abonnementen=None))
    assert kern(at(afspraken, nummer, clock.now)) == KADER.kern


def test_of_somebody_elses_afspraak_one_sees_that_it_is_there(core: Core, afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    persoon_id = afspraken.rijen(register.abonnement)[0]["persoon_id"]
    other = Afspraken(core)
    other.schrijver = make_caller(core, Rol.PGA_EXPERT)
    other.collega = make_caller(core, Rol.PGA_EXPERT, naam="pga-collega")
    secret = Voorstel(
        replace(KADER, kern="Geheim van de gemeente.", casusoverleg="2026-11-20"), BEJEGENING, toetsen_voor="2027-01-01"
    )
    theirs = make_abonnement(core, eigenaar=GEMEENTE, aanpak="lokale_pga", persoon_id=persoon_id)
    other.publiceer(theirs, secret)
    for beeld in (preview(afspraken, nummer), at(afspraken, nummer, core.clock())):
        assert beeld
        leading, own = beeld.kaart["afspraken"]
        assert (leading["eigenaar"], leading["aanpak"]["code"]) == (GEMEENTE, "lokale_pga")
        assert leading["handelingskader"]["actie"]["tekst"] == "Afspraak van een ander"
        assert own["handelingskader"]["kern"] == KADER.kern
        assert "Geheim" not in json.dumps(beeld.kaart)
        assert leading["toetsenVoor"] is None
    with pytest.raises(NotFound):
        preview(afspraken, theirs)


def test_publishing_anew_archives_nothing_that_stays(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    afspraken.publiceer(nummer)
    clock.forward(days=1)
    persoon_id = afspraken.rijen(register.abonnement)[0]["persoon_id"]
    afspraken.doe(afspraken.schrijver, lambda werk: werk.publiceer([persoon_id]))
    assert afspraken.rijen(tables.kaartarchief) == []


def test_the_card_of_before_a_merge_is_found_after_it(core: Core, afspraken: Afspraken, clock: FakeClock) -> None:
    nummer = make_abonnement(core, naam="Oudeman")
    make_abonnement(core, naam="Nieuweman", aanpak="nazorg")
    afspraken.publiceer(nummer)
    before = clock.now
    clock.forward(hours=1)
    van, naar = sorted(row["persoon_id"] for row in afspraken.rijen(register.abonnement))
    police = make_caller(core, Rol.POLITIEBEHEER)
    merged = afspraken.doe(police, lambda werk: merge(werk, Samenvoeging(van, naar, "Een en dezelfde.")))
    clock.forward(hours=1)
    beeld = at(afspraken, nummer, before)
    assert beeld
    assert beeld.kaart["persoon"]["geslachtsnaam"] == "Oudeman"
    after = at(afspraken, nummer, clock.now)
    assert after
    assert after.kaart["persoon"]["geslachtsnaam"] == "Nieuweman"
    while_merged = clock.now
    clock.forward(hours=1)
    afspraken.doe(police, lambda werk: undo(werk, merged, "Toch niet."))
    clock.forward(hours=1)
    beeld = at(afspraken, nummer, while_merged)
    assert beeld
    assert beeld.kaart["persoon"]["geslachtsnaam"] == "Nieuweman"
