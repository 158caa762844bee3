"""A change of one contactpersoon shows on every card at once, or on none; and nobody overwrites what they never saw."""

import threading
from typing import Any

import pytest
from sqlalchemy import select

from app.access.rules import Rol
from app.audit.trail import record_ready
from app.contactpersonen.lezen import Filters, list_contactpersonen, read_contactpersoon
from app.contactpersonen.opgave import Opgave
from app.contactpersonen.wijzigen import change_ahead, change_contactpersoon, make_contactpersoon
from app.errors import Forbidden, IntussenGewijzigd, InvalidInput, NotFound
from app.register import publish as publish_module
from app.register.model import Uitzondering
from app.register.publish import publish_everybody
from app.store.tables import metadata
from app.store.tables.audit import auditrecord
from app.werk.bladzijde import Bladzijde
from tests.app.contactpersonen.conftest import ANNA, BEN, Ggz
from tests.bureau import make_caller

NEW = "+3197010999999"
MANY = 45  # so many that the cards are made ahead


@pytest.mark.parametrize("ahead", [True, False])
@pytest.mark.parametrize("cards", [3, MANY])
def test_a_number_changes_every_card_and_says_how_many(ggz: Ggz, cards: int, *, ahead: bool) -> None:
    ggz.fill(cards)
    done = ggz.change("Anna Vos", ahead=ahead, telefoon=NEW)
    assert (done.kaarten, done.getoond.kaarten, done.getoond.rij.versie) == (cards, cards, 2)
    assert ggz.called() == [[NEW]] * cards
    number = ggz.row("Anna Vos").id
    assert ggz.events("contactpersoon_gewijzigd") == [{"contactpersoon": number, "wat": ["telefoon"], "kaarten": cards}]
    # The cards of the import, and those of the change.
    assert len(ggz.events("kaart_gepubliceerd")) == 2 * cards


def test_making_all_cards_anew_changes_nothing(ggz: Ggz) -> None:
    ggz.fill(MANY, ANNA | {"vervanger": {"naam": "Ben Smit", "telefoon": BEN["telefoon"]}}, BEN | {"naam": "Cor"})
    away = Uitzondering("2026-12-01", "2026-12-03", None)
    ggz.change("Ben Smit", op_feestdagen=True, uitzonderingen=(away,), naam="Bénédicte 't Hooft")
    before = ggz.cards()
    list(publish_everybody(ggz.core.engines.write, trail=ggz.core.trail, clock=ggz.core.clock))
    assert ggz.cards() == before
    assert before[0][1]["uitzonderingen"] == [away.stored()]
    assert (before[0][1]["naam"], before[0][1]["vervangt"]) == ("Bénédicte 't Hooft", "Anna Vos")


def test_what_the_street_does_not_see_changes_no_card(ggz: Ggz) -> None:
    ggz.fill(3)
    assert ggz.change("Anna Vos", email="anna@ggz.example").kaarten == 0
    assert ggz.row("Anna Vos").versie == 2
    # Saying the same again is no change at all.
    assert ggz.change("Anna Vos", email="anna@ggz.example").getoond.rij.versie == 2
    assert len(ggz.events("contactpersoon_gewijzigd")) == 1


def test_a_deputy_comes_on_the_card_of_whom_he_replaces(ggz: Ggz) -> None:
    ggz.fill(MANY)
    made = ggz.do(lambda werk: make_contactpersoon(werk, Opgave("Dirk", telefoon=BEN["telefoon"])))
    assert (made.kaarten, made.abonnementen) == (0, 0)
    assert ggz.change("Anna Vos", vervanger_id=made.rij.id).kaarten == MANY
    assert ggz.called("naam") == [["Anna Vos", "Dirk"]] * MANY
    done = ggz.change("Dirk", telefoon=NEW)
    assert (done.kaarten, done.getoond.kaarten) == (MANY, MANY)
    assert [row.naam for row in done.getoond.vervangt] == ["Anna Vos"]
    assert ggz.called() == [[ANNA["telefoon"], NEW]] * MANY
    assert ggz.change("Anna Vos", vervanger_id=None).kaarten == MANY
    assert ggz.called("naam") == [["Anna Vos"]] * MANY


def test_deputies_in_a_circle_or_of_elsewhere_are_refused(ggz: Ggz) -> None:
    ggz.fill(1, ANNA, BEN, {"organisatie": "Elders", "naam": "Eva"})
    people = {naam: ggz.row(naam).id for naam in ("Anna Vos", "Ben Smit", "Eva")}
    for naam in ("Cor", "Dirk", "Eef"):
        people[naam] = ggz.do(lambda werk, naam=naam: make_contactpersoon(werk, Opgave(naam))).rij.id
    ggz.change("Anna Vos", vervanger_id=people["Ben Smit"])
    ggz.change("Ben Smit", vervanger_id=people["Cor"])
    for naam, deputy in (
        ("Anna Vos", "Anna Vos"),
        ("Cor", "Anna Vos"),
        ("Cor", "Ben Smit"),
        ("Dirk", "Eva"),
    ):
        with pytest.raises(InvalidInput) as refused:
            ggz.change(naam, vervanger_id=people[deputy])
        assert [error.pointer for error in refused.value.errors] == ["#/vervangerId"]
    ggz.change("Cor", vervanger_id=people["Dirk"])
    with pytest.raises(InvalidInput, match="Kijk de gegevens na"):
        ggz.change("Dirk", vervanger_id=people["Eef"])


def test_two_of_one_name_and_number_are_refused(ggz: Ggz) -> None:
    ggz.fill(1, ANNA, BEN)
    with pytest.raises(InvalidInput) as refused:
        ggz.change("Ben Smit", naam=ANNA["naam"], telefoon=ANNA["telefoon"])
    assert [error.pointer for error in refused.value.errors] == ["#/naam"]
    with pytest.raises(InvalidInput):
        ggz.do(lambda werk: make_contactpersoon(werk, Opgave(ANNA["naam"], telefoon=ANNA["telefoon"])))


def test_two_editors_at_once_and_one_is_told(ggz: Ggz) -> None:
    ggz.fill(MANY)
    together, told = threading.Barrier(2), []

    def edit(telefoon: str) -> None:
        together.wait()
        try:
            told.append(ggz.change("Anna Vos", versie=1, telefoon=telefoon).kaarten)
        except IntussenGewijzigd as error:
            told.append(error)

    threads = [threading.Thread(target=edit, args=(f"+319701088888{number}",)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in told) == ["IntussenGewijzigd", "int"]
    assert ggz.called() == [[ggz.row("Anna Vos").telefoon]] * MANY


def test_two_people_of_one_card_are_changed_at_once_and_both_show(ggz: Ggz) -> None:
    ggz.fill(MANY, ANNA, BEN)
    together, failed = threading.Barrier(2), []

    def edit(naam: str, telefoon: str) -> None:
        together.wait()
        try:
            ggz.change(naam, telefoon=telefoon)
        except Exception as error:
            failed.append(error)

    wanted = {"Anna Vos": "+3197010777771", "Ben Smit": "+3197010777772"}
    threads = [threading.Thread(target=edit, args=pair) for pair in wanted.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert ggz.called() == [list(wanted.values())] * MANY


def test_what_was_made_ahead_and_no_longer_holds_is_made_anew(ggz: Ggz) -> None:
    ggz.fill(MANY, ANNA, BEN)
    anna, bureau = ggz.row("Anna Vos"), ggz.core.bureau
    from_then = {"telefoon": NEW}
    ahead = bureau.vooruit(ggz.caller, lambda inzien: _ahead(inzien, anna.id, from_then))
    ggz.change("Ben Smit", functie="crisisdienst")
    done = ggz.do(lambda werk: _change(werk, anna.id, from_then, ahead))
    assert done.kaarten == MANY
    assert ggz.called() == [[NEW, BEN["telefoon"]]] * MANY
    assert ggz.called("functie") == [[None, "crisisdienst"]] * MANY


def _ahead(inzien: Any, number: int, changes: dict[str, Any]) -> Any:
    return change_ahead(inzien, number, 1, changes)


def _change(werk: Any, number: int, changes: dict[str, Any], ahead: Any) -> Any:
    return change_contactpersoon(werk, number, 1, changes, ahead)


def test_a_deputy_who_changes_meanwhile_is_not_shown_as_before(ggz: Ggz) -> None:
    ggz.fill(MANY)
    deputy = ggz.do(lambda werk: make_contactpersoon(werk, Opgave("Dirk", telefoon=BEN["telefoon"]))).rij.id
    anna = ggz.row("Anna Vos").id
    # On no card yet, so that no card tells that he changed.
    ahead = ggz.core.bureau.vooruit(ggz.caller, lambda inzien: _ahead(inzien, anna, {"vervanger_id": deputy}))
    ggz.change("Dirk", telefoon=NEW)
    ggz.do(lambda werk: _change(werk, anna, {"vervanger_id": deputy}, ahead))
    assert ggz.called() == [[ANNA["telefoon"], NEW]] * MANY


def test_a_fault_in_the_middle_leaves_every_card_as_it_was(ggz: Ggz, monkeypatch: pytest.MonkeyPatch) -> None:
    ggz.fill(600)
    before = _everything(ggz)
    rows = [0]
    write = ggz.core.trail.record_in

    def fail(*args: Any, **options: Any) -> None:
        rows[0] += len(args[2])
        if rows[0] > 300:
            raise OSError
        write(*args, **options)

    def fail_at_half(connection: Any, records: Any) -> None:
        rows[0] += len(records)
        record_ready(connection, records[:300])
        raise OSError

    monkeypatch.setattr(ggz.core.trail, "record_in", fail)
    monkeypatch.setattr(publish_module, "record_ready", fail_at_half)
    with pytest.raises(OSError):  # noqa: PT011 - the fault that was put in.
        ggz.change("Anna Vos", telefoon=NEW)
    monkeypatch.undo()
    assert rows[0] > 300
    assert _everything(ggz) == before
    assert ggz.change("Anna Vos", telefoon=NEW).kaarten == 600
    assert ggz.called() == [[NEW]] * 600


def _everything(ggz: Ggz) -> dict[str, list[Any]]:
    with ggz.core.engines.read.connect() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in metadata.sorted_tables
            if table is not auditrecord
        }


def test_only_the_own_organisation_changes_it(ggz: Ggz) -> None:
    ggz.fill(2)
    number = ggz.row("Anna Vos").id
    for rol, van, error in (
        (Rol.PARTNER, "Reclassering Utrecht", NotFound),
        (Rol.POLITIEBEHEER, None, NotFound),
        # ZVH Utrecht keeps these abonnementen, so it may know who is on them.
        (Rol.ZVH, None, Forbidden),
        (Rol.ZVH, "ZVH Elders", NotFound),
    ):
        other = make_caller(ggz.core, rol, naam=f"{rol}-{van}", van=van)
        with pytest.raises(error):
            Ggz(ggz.core, other).change("Anna Vos", telefoon=NEW)
        look = {NotFound: pytest.raises(NotFound)}.get(error)
        if look:
            with look:
                ggz.core.bureau.vooruit(other, lambda inzien: read_contactpersoon(inzien, number))
        else:
            assert ggz.core.bureau.vooruit(other, lambda inzien: read_contactpersoon(inzien, number)).kaarten == 2
    assert ggz.called() == [[ANNA["telefoon"]]] * 2


def test_a_list_by_name_in_pages(ggz: Ggz) -> None:
    ggz.fill(1, ANNA, BEN, {"organisatie": "Elders", "naam": "Aad"})
    for naam in ("Cor", "Abe"):
        ggz.do(lambda werk, naam=naam: make_contactpersoon(werk, Opgave(naam)))

    def names(caller: Any, filters: Filters, na: str | None = None) -> tuple[list[str], str | None]:
        look = ggz.core.bureau.vooruit(
            caller, lambda inzien: list_contactpersonen(inzien, filters, Bladzijde(limiet=2, na=na))
        )
        return [row.naam for row in look.rijen], look.volgende

    first, na = names(ggz.caller, Filters())
    assert (first, na) == (["Abe", "Anna Vos"], str(ggz.row("Anna Vos").id))
    assert names(ggz.caller, Filters(), na) == (["Ben Smit", "Cor"], None)
    huis = make_caller(ggz.core, Rol.ZVH)
    assert names(huis, Filters(bron="abonnementen"))[0] == ["Aad", "Anna Vos"]
    assert names(huis, Filters(bron="eigen"))[0] == []
    for wrong in ("x", "0", "-1", str(2**70), str(ggz.row("Aad").id), "é"):
        with pytest.raises(InvalidInput):
            names(ggz.caller, Filters(), wrong)
