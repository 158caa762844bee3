"""Contactpersonen in a register file: holidays, exceptions, deputies; and what the desk said counts for more."""

from typing import Any

from sqlalchemy import update

from app.register.publish import publish_everybody
from app.store.tables.register import abonnement_contactpersoon, contactpersoon
from app.store.transaction import transaction
from tests.app.register.builders import Register, agreement, contact, person

FEEST = {"van": "2026-12-24", "tot": "2027-01-03", "bereikbaar": None}
DEPUTY = {"naam": "K. Amrani", "telefoon": "+3197010000002", "bereikbaar": "altijd"}
OLD, NEW = "+3197010123456", "+3197010999999"


def at_desk(register_side: Register, naam: str, **changes: Any) -> None:
    with transaction(register_side.engine) as connection:
        row = update(contactpersoon).where(contactpersoon.c.naam == naam)
        connection.execute(row.values(bureau=True, **changes))
    list(publish_everybody(register_side.engine, trail=register_side.trail, clock=register_side.clock))


def one(register_side: Register, **changes: Any) -> None:
    result = register_side.take_in(person("p-1", agreement(contactpersonen=[contact(**changes)])))
    assert result.geweigerd == 0, register_side.rejected


def on_card(register_side: Register) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = register_side.cards()[0]["afspraken"][0]["contactpersonen"]
    return people


def test_holidays_exceptions_and_deputies_come_on_the_card(register_side: Register) -> None:
    one(register_side, opFeestdagen=True, uitzonderingen=[FEEST], vervanger=DEPUTY, eerste=True)
    first, deputy = on_card(register_side)
    assert (first["opFeestdagen"], first["uitzonderingen"], first["vervangt"]) == (True, [FEEST], None)
    assert (deputy["naam"], deputy["vervangt"], deputy["eerste"]) == ("K. Amrani", "S. de Wit", False)
    assert (deputy["organisatie"], deputy["opFeestdagen"], deputy["uitzonderingen"]) == (
        first["organisatie"],
        False,
        [],
    )


def test_whoever_stands_there_already_is_not_repeated_as_a_deputy(register_side: Register) -> None:
    people = [contact(vervanger=DEPUTY), contact(naam="A", telefoon=None, vervanger=DEPUTY), contact(**DEPUTY)]
    register_side.take_in(person("p-1", agreement(contactpersonen=people)))
    assert [(each["naam"], each["vervangt"]) for each in on_card(register_side)] == [
        ("S. de Wit", None),
        ("A", None),
        ("K. Amrani", None),
    ]


def test_the_same_file_again_changes_nothing(register_side: Register) -> None:
    line = person("p-1", agreement(contactpersonen=[contact(uitzonderingen=[FEEST], vervanger=DEPUTY)]))
    register_side.take_in(line)
    before = register_side.snapshot()
    assert register_side.take_in(line | {"abonnementen": [*line["abonnementen"]]}).ongewijzigd == 1
    assert register_side.snapshot() == before


def test_another_deputy_changes_every_card_of_whom_he_replaces(register_side: Register) -> None:
    register_side.take_in(
        *(person(f"p-{number}", agreement(contactpersonen=[contact(vervanger=DEPUTY)])) for number in range(3))
    )
    one(register_side, vervanger=DEPUTY | {"bereikbaar": "ma-vr 09:00-12:00"})
    assert [card["afspraken"][0]["contactpersonen"][1]["bereikbaar"] for card in register_side.cards()] == [
        "ma-vr 09:00-12:00"
    ] * 3


def test_refused(register_side: Register) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"uitzonderingen": [FEEST, FEEST]}, "uitzonderingen"),
        ({"uitzonderingen": [FEEST | {"tot": "2026-12-23"}]}, "uitzonderingen"),
        ({"uitzonderingen": [FEEST | {"bereikbaar": "soms"}]}, "uitzonderingen[0].bereikbaar"),
        ({"uitzonderingen": [FEEST] * 21}, "uitzonderingen"),
        ({"opFeestdagen": "ja"}, "opFeestdagen"),
        ({"vervanger": DEPUTY | {"organisatie": "Elders"}}, "vervanger.organisatie"),
        ({"vervanger": DEPUTY | {"vervanger": {"naam": "S. de Wit", "telefoon": OLD}}}, "vervanger"),
        (
            {"vervanger": {"naam": "A", "vervanger": {"naam": "B", "vervanger": {"naam": "C", "vervanger": DEPUTY}}}},
            "vervanger.vervanger.vervanger.vervanger",
        ),
    ]
    for number, (changes, veld) in enumerate(wrong):
        register_side.take_in(person(f"p-{number}", agreement(contactpersonen=[contact(**changes)])))
        assert [each.veld for each in register_side.rejected] == [f"abonnementen[0].contactpersonen[0].{veld}"], changes


def test_what_the_desk_said_counts_for_more_than_a_file(register_side: Register) -> None:
    one(register_side, bereikbaar="ma 08:00-09:00")
    at_desk(register_side, "S. de Wit", telefoon=NEW, bereikbaar="altijd", bron_naam="S. de Wit", bron_telefoon=OLD)
    one(register_side, bereikbaar="di 08:00-09:00", functie="toezichthouder")
    assert [(each["telefoon"], each["bereikbaar"], each["functie"]) for each in on_card(register_side)] == [
        (NEW, "altijd", None)
    ]
    assert len(register_side.rows(contactpersoon)) == 1


def test_a_file_that_knows_the_new_number_means_the_same_person(register_side: Register) -> None:
    one(register_side)
    at_desk(register_side, "S. de Wit", telefoon=NEW, bron_naam="S. de Wit", bron_telefoon=OLD)
    one(register_side, telefoon=NEW, functie="nieuw")
    assert [each["telefoon"] for each in on_card(register_side)] == [NEW]
    both = [contact(), contact(telefoon=NEW, eerste=True)]
    register_side.take_in(person("p-2", agreement(contactpersonen=both)))
    assert [(row["abonnement_id"], row["eerste"]) for row in register_side.rows(abonnement_contactpersoon)] == [
        (1, False),
        (2, True),
    ]


def test_who_was_switched_off_is_read_as_whoever_took_over(register_side: Register) -> None:
    one(register_side)
    register_side.take_in(person("p-2", agreement(contactpersonen=[contact(**DEPUTY)])))
    (successor,) = [row["id"] for row in register_side.rows(contactpersoon) if row["naam"] == "K. Amrani"]
    at_desk(register_side, "S. de Wit", actief=False, vervanger_id=successor)
    one(register_side, functie="anders")
    assert [each["naam"] for each in on_card(register_side)] == ["K. Amrani"]


def test_who_was_switched_off_without_a_successor_comes_back_with_a_file(register_side: Register) -> None:
    one(register_side)
    with transaction(register_side.engine) as connection:
        connection.execute(update(contactpersoon).values(actief=False))
    one(register_side, functie="terug")
    (row,) = register_side.rows(contactpersoon)
    assert (row["actief"], row["functie"], row["versie"]) == (True, "terug", 2)
