"""The tables of the street follow from the dossiers alone, whatever happened before."""

from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from app.register.publish import publish, publish_anew
from app.store.tables import register, street
from app.store.transaction import transaction
from tests.app.register.builders import Register, Row, agreement, contact, person
from tests.app.register.rebuild import check_rebuild


def random_person(random: Random, number: int) -> Row:
    def day() -> str | None:
        return random.choice((None, f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"))

    def one(aanpak: str) -> Row:
        start, einde = sorted((day() or "2025-01-01", day() or "2028-01-01"))
        changes: dict[str, Any] = {
            "aanpak": aanpak,
            "status": random.choice(("actief", "actief", "actief", "opgeschort", "beeindigd")),
            "start": start,
            "einde": einde,
            "contactpersonen": [contact(naam=random.choice("AB"), functie=random.choice((None, "a", "b")))],
        }
        if random.random() < 0.3:
            changes["handelingskader"] = None
        return agreement(**changes)

    aanpakken = random.sample(("levensloop", "nazorg", "hoog_risico"), random.randint(1, 3))
    return person(
        f"p-{number}",
        *(one(aanpak) for aanpak in aanpakken),
        voornamen=random.choice(("Jan", "Johannes Peter", "Fatima", "J.")),
        geslachtsnaam=random.choice(("Jansen", "Bakker", "Amrani", "Çelik")),
        aliassen=random.choice(([], ["Lange Jan"], ["Anja Bakker", "Kapitein"])),
    )


def test_the_street_equals_a_rebuild_after_any_changes(register_side: Register) -> None:
    random = Random(7)  # noqa: S311 - a seed gives the same changes each time.
    for _ in range(12):
        chosen = random.sample(range(12), 5)
        result = register_side.take_in(*(random_person(random, number) for number in chosen))
        assert result.geweigerd == 0
        check_rebuild(register_side)
        register_side.clock.forward(days=random.choice((0, 1, 40)))
        with transaction(register_side.engine) as connection:
            everybody = connection.scalars(select(register.persoon.c.id)).all()
            publish(connection, everybody, trail=register_side.trail, clock=register_side.clock)
        check_rebuild(register_side)


def test_publishing_again_writes_and_records_nothing(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"))
    before, records = register_side.snapshot(), len(register_side.events("kaart_gepubliceerd"))
    register_side.clock.forward(hours=1)
    with transaction(register_side.engine) as connection:
        publish(connection, [1, 2], trail=register_side.trail, clock=register_side.clock)
    assert register_side.snapshot() == before
    assert len(register_side.events("kaart_gepubliceerd")) == records


def test_more_persons_than_fit_in_one_statement(register_side: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.register.publish.CHUNK", 2)
    register_side.take_in(*(person(f"p-{number}", geslachtsnaam=f"Jan{chr(97 + number)}") for number in range(5)))
    assert len(register_side.cards()) == 5
    check_rebuild(register_side)


def test_somebody_who_does_not_exist_is_no_reason_to_fail(register_side: Register) -> None:
    with transaction(register_side.engine) as connection:
        publish(connection, [999], trail=register_side.trail, clock=register_side.clock)
    assert register_side.cards() == []


def test_everybody_anew_mends_keys_and_keeps_cards(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"))
    before = register_side.snapshot()
    with transaction(register_side.engine) as connection:
        connection.execute(delete(street.naamdeel))
        connection.execute(update(street.zoeksleutel).values(sleutel=street.zoeksleutel.c.sleutel + 1))
    register_side.clock.forward(hours=1)
    with transaction(register_side.engine) as connection:
        assert publish_anew(connection, trail=register_side.trail, clock=register_side.clock) == 2
    assert register_side.snapshot() == before
