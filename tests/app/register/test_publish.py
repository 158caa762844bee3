"""The tables of the street follow from the dossiers alone, whatever happened before."""

from random import Random

import pytest
from sqlalchemy import delete, select, update

from app.register.publish import publish, publish_everybody
from app.store.tables import register, street
from app.store.transaction import transaction
from tests.app.register.builders import Register, person, random_person
from tests.app.register.rebuild import check_rebuild


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


def test_everybody_is_published_anew_and_a_card_that_says_the_same_stays(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"), person("p-3", geslachtsnaam="Visser"))
    before = register_side.cards()
    with transaction(register_side.engine) as connection:
        connection.execute(delete(street.straatkaart).where(street.straatkaart.c.persoon_id == 2))
        other = b'{"een":"andere kaart","gepubliceerdOp":"2026-01-01T00:00:00Z"}'
        connection.execute(update(street.straatkaart).where(street.straatkaart.c.persoon_id == 3).values(kaart=other))
    register_side.clock.forward(hours=1)
    done = publish_everybody(register_side.engine, trail=register_side.trail, clock=register_side.clock)
    assert sum(done) == 3
    after = register_side.cards()
    assert [card["persoon"] for card in after] == [card["persoon"] for card in before]
    moments = [card["gepubliceerdOp"] for card in before]
    assert [card["gepubliceerdOp"] == moments[at] for at, card in enumerate(after)] == [True, False, False]
    check_rebuild(register_side)
