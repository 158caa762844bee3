"""Who sees what wait, in which order, and nobody else's."""

from typing import Any

import pytest

from app.access.rules import Rol
from app.access.sessions import Caller
from app.audit.events import Event
from app.core import Core
from app.werk.bladzijde import Bladzijde
from app.werk.bureau import Gelezen, Inzien
from app.werklijst.werklijst import Filter, afspraken, open_delen, tel, toon, voorstellen
from tests.bureau import make_caller
from tests.werk import Desk

# The clock of the tests stands at 21 November 2026.
OVERDUE, TODAY, SOON, LATER = "2026-11-20", "2026-11-21", "2026-12-21", "2026-12-22"


def look(core: Core, caller: Caller, naam: str, **parts: Any) -> list[int]:
    """The ids of the abonnementen that stand on this list, read three at a time."""
    found: list[int] = []
    na: str | None = None

    def one(inzien: Inzien) -> Gelezen:
        return Gelezen(toon(inzien, naam, Filter(**parts), Bladzijde(3, na)), {"lijst": naam})

    while True:
        deel = core.bureau.lees(caller, Event.LIJST_INGEZIEN, one).inhoud
        found += [row.abonnement_id for row in deel.rijen]
        if deel.volgende is None:
            return found
        na = deel.volgende


def counts(core: Core, caller: Caller) -> dict[str, tuple[int, str | None]]:
    found = core.bureau.lees(caller, Event.LIJST_INGEZIEN, lambda inzien: Gelezen(tel(inzien), {"lijst": "tellingen"}))
    return {each.naam: (each.aantal, each.oudste) for each in found.inhoud}


def test_due_and_overdue_are_told_apart_by_the_day(core: Core, desk: Desk, zvh: Caller) -> None:
    dagen = (LATER, SOON, TODAY, OVERDUE, "2026-01-05")
    for number, dag in enumerate(dagen):
        desk.take_in({"toetsenVoor": dag}, extern_id=f"p-{number}", geslachtsnaam=f"Naam{'abcde'[number]}")
    assert look(core, zvh, "te-toetsen") == [3, 2]
    assert look(core, zvh, "verouderd") == [5, 4]
    assert counts(core, zvh)["verouderd"] == (2, "2026-01-05")
    assert counts(core, zvh)["te-toetsen"] == (2, TODAY)


@pytest.mark.parametrize(
    "changes",
    [{"status": "opgeschort"}, {"status": "beeindigd"}, {"status": "concept"}, {"einde": "2026-11-20"},
     {"start": "2026-11-22"}, {"toetsen_voor": None}],
)  # fmt: skip
def test_what_is_not_on_the_street_needs_no_review(
    core: Core, desk: Desk, zvh: Caller, changes: dict[str, Any]
) -> None:
    [number] = desk.take_in({"toetsenVoor": OVERDUE})
    assert look(core, zvh, "verouderd") == [number]
    desk.change(number, **changes)
    assert look(core, zvh, "verouderd") == []


def test_lists_come_in_pages_oldest_first(core: Core, desk: Desk, zvh: Caller) -> None:
    for number in range(8):
        desk.take_in({"toetsenVoor": f"2026-0{9 - number % 4}-01"}, extern_id=f"p-{number}")
    found = look(core, zvh, "verouderd")
    assert found == sorted(range(1, 9), key=lambda number: (9 - (number - 1) % 4, number))


def test_nobody_sees_what_another_huis_keeps(core: Core, desk: Desk, zvh: Caller) -> None:
    [number] = desk.take_in({"toetsenVoor": OVERDUE})
    desk.ask_for_part(number)
    desk.submit(number, zvh)
    ander = make_caller(core, Rol.ZVH, naam="ander", van="ZVH Elders")
    pga = make_caller(core, Rol.PGA_EXPERT)
    for caller in (ander, pga):
        assert {aantal for aantal, _ in counts(core, caller).values()} == {0}
        for naam in ("verouderd", "onvolledig", "te-keuren"):
            assert look(core, caller, naam) == []


def test_each_role_has_its_own_lists(core: Core) -> None:
    lists = {rol: set(counts(core, make_caller(core, rol))) for rol in Rol if rol not in (Rol.AGENT, Rol.ZSM)}
    owner = {"meldingen", "te-keuren", "teruggestuurd", "verouderd", "te-toetsen", "eigen-deel", "onvolledig"}
    assert lists[Rol.ZVH] == lists[Rol.PGA_EXPERT] == owner
    assert lists[Rol.PARTNER] == {"eigen-deel"}
    assert lists[Rol.POLITIEBEHEER] == {"eigen-deel", "onvolledig"}
    assert lists[Rol.PRIVACY] == lists[Rol.BEHEER] == set()


def test_a_form_stands_there_once_for_what_waits_longest(core: Core, desk: Desk, zvh: Caller) -> None:
    first, second = (desk.take_in(extern_id=f"p-{number}")[-1] for number in (1, 2))
    desk.ask_for_part(first, "GGZ Utrecht", gevraagd_op="2026-11-03T00:00:00.000Z")
    desk.ask_for_part(first, "Reclassering Utrecht", gevraagd_op="2026-11-05T00:00:00.000Z")
    desk.ask_for_part(second, "GGZ Utrecht", gevraagd_op="2026-11-02T00:00:00.000Z", status="ingevuld")
    desk.ask_for_part(second, "Reclassering Utrecht", gevraagd_op="2026-10-01T00:00:00.000Z", status="bevestigd")
    desk.ask_for_part(second, "Gemeente Zeist", gevraagd_op="2026-10-02T00:00:00.000Z", neemt_deel=False)
    assert look(core, zvh, "onvolledig") == [second, first]
    assert counts(core, zvh)["onvolledig"] == (2, "2026-11-02T00:00:00.000Z")
    with core.engines.read.connect() as connection:
        parts = open_delen(connection, [first, second])
    assert {number: [row.naam for row in rows] for number, rows in parts.items()} == {
        first: ["GGZ Utrecht", "Reclassering Utrecht"],
        second: ["GGZ Utrecht"],
    }
    assert look(core, zvh, "onvolledig", status="ingevuld") == [second]


def test_a_partner_sees_its_own_parts_and_no_others(core: Core, desk: Desk) -> None:
    first, second = (desk.take_in(extern_id=f"p-{number}")[-1] for number in (1, 2))
    desk.ask_for_part(first, "GGZ Utrecht")
    desk.ask_for_part(second, "Reclassering Utrecht", status="teruggestuurd", vraag="Wie te bellen?")
    partner = make_caller(core, Rol.PARTNER, van="Reclassering Utrecht")
    assert look(core, partner, "eigen-deel") == [second]
    assert look(core, partner, "eigen-deel", status="open") == []
    police = make_caller(core, Rol.POLITIEBEHEER)
    desk.ask_for_part(first, "Politie Midden-Nederland")
    assert look(core, police, "eigen-deel") == [first]
    assert sorted(look(core, police, "onvolledig")) == [first, second]


def test_an_ended_abonnement_asks_nothing_of_anybody(core: Core, desk: Desk, zvh: Caller) -> None:
    [number] = desk.take_in()
    desk.ask_for_part(number)
    desk.submit(number, make_caller(core, Rol.ZVH, naam="collega"))
    desk.change(number, status="beeindigd")
    assert {aantal for aantal, _ in counts(core, zvh).values()} == {0}


def test_nobody_approves_the_own_work(core: Core, desk: Desk, zvh: Caller) -> None:
    [number] = desk.take_in()
    desk.submit(number, zvh)
    collega = make_caller(core, Rol.ZVH, naam="collega")
    assert (look(core, zvh, "te-keuren"), look(core, collega, "te-keuren")) == ([], [number])


def test_what_was_sent_back_is_a_list_of_its_own(core: Core, desk: Desk, zvh: Caller) -> None:
    [number] = desk.take_in()
    desk.submit(number, zvh, status="concept", opmerking="De tweede regel is niet duidelijk.")
    assert look(core, zvh, "teruggestuurd") == [number]
    assert look(core, zvh, "te-keuren") == []


def test_filters_narrow_a_list(core: Core, desk: Desk, zvh: Caller) -> None:
    desk.take_in({"toetsenVoor": OVERDUE}, {"toetsenVoor": OVERDUE, "aanpak": "nazorg"})
    assert look(core, zvh, "verouderd", aanpak="nazorg") == [2]
    assert look(core, zvh, "verouderd", aanpak="bestaat niet") == []


def test_what_is_agreed_is_shown_beside_it(core: Core, desk: Desk, zvh: Caller) -> None:
    [number] = desk.take_in({"toetsenVoor": OVERDUE, "einde": "2027-03-01"})
    [bare] = desk.take_in({"handelingskader": None, "bejegening": None, "toetsenVoor": OVERDUE}, extern_id="p-2")[1:]

    def ask(inzien: Inzien) -> Gelezen:
        deel = toon(inzien, "verouderd", Filter(), Bladzijde())
        found = afspraken(inzien.connection, [number, bare])
        return Gelezen((found, voorstellen(inzien, deel.rijen)), {"lijst": "verouderd"})

    found, voorstel = core.bureau.lees(zvh, Event.LIJST_INGEZIEN, ask).inhoud
    assert (found[number].kern, found[number].bejegening) == ("Eerst bellen.", "Praat rustig.")
    assert found[number].actie
    assert bare not in found
    assert voorstel == {number: "2027-03-01", bare: "2027-11-21"}
