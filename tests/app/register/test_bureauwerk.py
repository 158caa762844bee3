"""A file keeps its hands off what people changed at the desk, and says which line wanted otherwise."""

from typing import Any

import pytest
from sqlalchemy import Table, update

from app.register.importer import Importer, ImportResult, Listener
from app.store.engines import Engines
from app.store.tables.register import abonnement, persoon
from app.store.transaction import transaction
from tests.app.register.builders import Register, Row, agreement, encode, person

LOCAL: Row = {"aanpak": "lokale_pga", "veiligheidshuis": None, "gemeente": "Zeist"}


@pytest.fixture
def standing(register_side: Register) -> Register:
    """One person with two abonnementen."""
    register_side.take_in(person("p-1", agreement(), agreement(**LOCAL)))
    return register_side


def at_the_desk(engines: Engines, table: Table = abonnement, number: int = 1, **values: Any) -> None:
    with transaction(engines.write) as connection:
        connection.execute(update(table).where(table.c.id == number).values(**({"versie": 2} | values)))


def take_in(register: Register, row: Row, **options: bool) -> ImportResult:
    register.rejected = []
    importer = Importer(register.engine, register.trail, register.clock)
    return importer.run(encode([row]), Listener(on_rejected=register.rejected.append), **options)


def doelen(register: Register) -> list[str]:
    return [f"{row['doel']}:{row['status']}" for row in register.rows(abonnement)]


CHANGED = person("p-1", agreement(doel="uit het bestand"), agreement(doel="ook", **LOCAL))


@pytest.mark.parametrize("values", [{}, {"versie": 1, "herkomst": "bureau"}])
def test_a_line_that_says_otherwise_is_refused_whole(
    standing: Register, engines: Engines, values: dict[str, Any]
) -> None:
    at_the_desk(engines, doel="van het bureau", **values)
    before = standing.snapshot()
    result = take_in(standing, CHANGED)
    assert (result.geweigerd, result.gewijzigd, result.ongewijzigd) == (1, 0, 0)
    [rejected] = standing.rejected
    assert (rejected.regel, rejected.veld) == (1, "abonnementen[0]")
    assert "--bureau-wint" in rejected.reden
    assert standing.snapshot() == before
    assert take_in(standing, CHANGED, alles_of_niets=True).geweigerd == 1
    assert standing.snapshot() == before


def test_the_rest_of_it_can_be_taken_in(standing: Register, engines: Engines) -> None:
    at_the_desk(engines, doel="van het bureau")
    result = take_in(standing, CHANGED, bureau_wint=True)
    assert (result.geweigerd, result.gewijzigd) == (0, 1)
    assert doelen(standing) == ["van het bureau:actief", "ook:actief"]


def test_what_the_file_does_not_name_is_ended_unless_it_is_the_desks(standing: Register, engines: Engines) -> None:
    at_the_desk(engines, number=2)
    assert take_in(standing, person("p-1", agreement(**LOCAL | {"doel": "ook"}), agreement())).geweigerd == 1
    assert take_in(standing, person("p-1", agreement(aanpak="nazorg"))).gewijzigd == 1
    assert [row["status"] for row in standing.rows(abonnement)] == ["beeindigd", "actief", "actief"]


def test_names_that_the_desk_mended_stay_mended(standing: Register, engines: Engines) -> None:
    at_the_desk(engines, persoon, roepnaam="Jan-Piet")
    line = person("p-1", agreement(doel="nieuw"), agreement(**LOCAL))
    assert take_in(standing, line).geweigerd == 1
    assert standing.rejected[0].veld == "persoon"
    assert take_in(standing, line, bureau_wint=True).gewijzigd == 1
    assert standing.rows(persoon)[0]["roepnaam"] == "Jan-Piet"
    assert doelen(standing)[0] == "nieuw:actief"


def test_a_line_that_says_the_same_is_welcome(standing: Register, engines: Engines) -> None:
    at_the_desk(engines)
    at_the_desk(engines, persoon)
    line = person("p-1", agreement(), agreement(doel="anders", **LOCAL))
    result = take_in(standing, line)
    assert (result.geweigerd, result.gewijzigd) == (0, 1)
    assert doelen(standing) == [":actief", "anders:actief"]


def test_no_second_one_comes_beside_what_the_desk_keeps(standing: Register, engines: Engines) -> None:
    """The desk moved the start, so the file's one would stand beside it, both active."""
    at_the_desk(engines, start="2026-02-02")
    line = person("p-1", agreement(), agreement(**LOCAL))
    assert take_in(standing, line | {"abonnementen": [*line["abonnementen"]]}).geweigerd == 0  # the same line as before
    changed = person("p-1", agreement(doel="nieuw"), agreement(**LOCAL))
    assert take_in(standing, changed).geweigerd == 1
    assert take_in(standing, changed, bureau_wint=True).geweigerd == 0
    assert len(standing.rows(abonnement)) == 2


def test_what_only_the_desk_says_comes_with_a_new_abonnement_only(standing: Register) -> None:
    advies = {"datum": "2026-10-01", "doel": "a", "advies": "b"}
    line = person("p-1", agreement(zsmAdvies=advies), agreement(**LOCAL))
    assert take_in(standing, line).geweigerd == 1
    fresh = person("p-1", agreement(), agreement(**LOCAL), agreement(aanpak="nazorg", zsmAdvies=advies))
    assert take_in(standing, fresh).gewijzigd == 1
    again = person("p-1", agreement(), agreement(**LOCAL), agreement(aanpak="nazorg", zsmAdvies=advies), roepnaam="J")
    assert take_in(standing, again).gewijzigd == 1


def test_one_that_was_ended_and_opened_again_are_two(register_side: Register) -> None:
    twice = person("p-1", agreement(status="beeindigd", doel="eerst"), agreement(doel="opnieuw"))
    assert register_side.take_in(twice).nieuw == 1
    assert doelen(register_side) == ["eerst:beeindigd", "opnieuw:actief"]
    changed = person("p-1", agreement(status="beeindigd", doel="eerst"), agreement(doel="anders"))
    assert register_side.take_in(changed).gewijzigd == 1
    assert doelen(register_side) == ["eerst:beeindigd", "anders:actief"]
    assert register_side.take_in(person("p-1", agreement(), agreement(doel="nog een"))).geweigerd == 1
