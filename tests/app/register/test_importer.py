"""What an import does to the dossier side and the street, on both databases."""

from collections import Counter

from app.names.parts import name_parts, variant_keys
from app.names.profile import Naamprofiel
from app.store.tables import register, street
from tests.app.register.builders import Register, agreement, contact, encode, person


def frequencies(register_side: Register) -> dict[str, int]:
    return {row["deel"]: row["aantal"] for row in register_side.rows(street.naamdeel)}


def expected_frequencies(*profiles: Naamprofiel) -> dict[str, int]:
    return dict(Counter(part for profile in profiles for part in name_parts(profile)))


def test_a_person_goes_in_with_a_card_keys_and_names(register_side: Register) -> None:
    result = register_side.take_in(person("p-1", aliassen=["Tinus de Beer"]))
    assert (result.nieuw, result.gewijzigd, result.ongewijzigd, result.geweigerd) == (1, 0, 0, 0)
    (card,) = register_side.cards()
    assert card["persoon"]["naam"] == "Jan Jansen"
    assert (card["van"], card["tot"]) == ("2026-01-01", "2028-01-01")
    assert card["gepubliceerdOp"] == "2026-11-21T20:00:00.000Z"
    assert len(register_side.rows(street.zoeksleutel)) > 3
    assert {row["aantal"] for row in register_side.rows(street.naamdeel)} == {1}
    assert register_side.rows(street.naamvariant)


def test_organisations_are_made_as_they_are_met(register_side: Register) -> None:
    register_side.take_in(
        person(
            "p-1", agreement(gemeente="Woerden", contactpersonen=[contact(), contact(organisatie="Gemeente Zeist")])
        ),
        person("p-2", agreement(gemeente="Zeist")),
    )
    assert {row["naam"]: row["soort"] for row in register_side.rows(register.organisatie)} == {
        "ZVH Utrecht": "veiligheidshuis",
        "Gemeente Woerden": "gemeente",
        "Gemeente Zeist": "gemeente",
        "Reclassering Utrecht": "partner",
    }


def test_the_same_file_again_changes_nothing(register_side: Register) -> None:
    rows = [person(f"p-{number}", geslachtsnaam=f"Jansen{chr(97 + number)}") for number in range(5)]
    register_side.take_in(*rows)
    before = register_side.snapshot()
    register_side.clock.forward(days=1)
    result = register_side.take_in(*rows)
    assert (result.nieuw, result.gewijzigd, result.ongewijzigd) == (0, 0, 5)
    assert register_side.snapshot() == before


def test_a_line_that_says_the_same_in_other_words_changes_nothing(register_side: Register) -> None:
    register_side.take_in(person("p-1", agreement(contactpersonen=None)))
    cards = register_side.rows(street.straatkaart)
    register_side.clock.forward(days=1)
    result = register_side.take_in(person("p-1", agreement(contactpersonen=[]), geslachtsnaam=" Jansen "))
    assert (result.gewijzigd, result.ongewijzigd) == (0, 1)
    assert register_side.rows(street.straatkaart) == cards


def test_a_changed_handelingskader_is_a_new_version_and_the_old_one_stays(register_side: Register) -> None:
    register_side.take_in(person())
    register_side.clock.forward(days=1)
    new = {"actie": "naar_zorg", "kern": "Naar de crisisdienst.", "casusoverleg": "2026-11-20"}
    result = register_side.take_in(person("p-1", agreement(handelingskader=new)))
    assert result.gewijzigd == 1
    versions = register_side.rows(register.handelingskader)
    assert [(row["versie"], row["kern"]) for row in versions] == [(1, "Eerst bellen."), (2, "Naar de crisisdienst.")]
    assert len(register_side.rows(register.bejegening)) == 1
    (card,) = register_side.cards()
    assert card["afspraken"][0]["handelingskader"]["versie"] == 2
    assert card["gepubliceerdOp"] == "2026-11-22T20:00:00.000Z"


def test_a_withdrawn_handelingskader_is_off_the_card_and_can_come_back(register_side: Register) -> None:
    register_side.take_in(person())
    register_side.take_in(person("p-1", agreement(handelingskader=None)))
    (card,) = register_side.cards()
    assert card["afspraken"][0]["handelingskader"] is None
    register_side.take_in(person())
    (card,) = register_side.cards()
    assert card["afspraken"][0]["handelingskader"]["versie"] == 3
    kernen = [row["kern"] for row in register_side.rows(register.handelingskader)]
    assert kernen == ["Eerst bellen.", "", "Eerst bellen."]


def test_what_a_line_leaves_out_is_ended_and_off_the_street(register_side: Register) -> None:
    other = agreement(aanpak="lokale_pga", gemeente="Utrecht", veiligheidshuis=None)
    register_side.take_in(person("p-1", agreement(), other))
    assert len(register_side.cards()[0]["afspraken"]) == 2
    register_side.take_in(person("p-1", agreement()))
    assert [row["status"] for row in register_side.rows(register.abonnement)] == ["actief", "beeindigd"]
    assert len(register_side.cards()[0]["afspraken"]) == 1


def test_another_start_is_another_abonnement(register_side: Register) -> None:
    register_side.take_in(person("p-1", agreement()))
    register_side.take_in(person("p-1", agreement(start="2026-02-01")))
    rows = register_side.rows(register.abonnement)
    assert [(row["start"], row["status"]) for row in rows] == [("2026-01-01", "beeindigd"), ("2026-02-01", "actief")]


def test_who_is_ended_is_gone_from_the_street_in_the_same_transaction(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"))
    register_side.take_in(person("p-1", agreement(status="beeindigd")))
    assert [card["persoon"]["naam"] for card in register_side.cards()] == ["Jan Bakker"]
    assert {row["persoon_id"] for row in register_side.rows(street.zoeksleutel)} == {2}
    counts = frequencies(register_side)
    assert counts == expected_frequencies(Naamprofiel("Bakker", "Jan", geboortedatum="1994-03-07"))
    variants = {row["deel"] for row in register_side.rows(street.naamvariant)}
    assert variants == {part for part in counts if variant_keys(part)}
    withdrawn = register_side.events("kaart_ingetrokken")
    assert [body["persoon"] for body in withdrawn] == [1]


def test_what_is_over_is_not_published_and_what_is_to_come_is(register_side: Register) -> None:
    register_side.take_in(
        person("p-1", agreement(start="2025-01-01", einde="2026-11-20")),
        person("p-2", agreement(start="2026-11-22", einde="2026-11-22")),
        person("p-3", agreement(start="2026-11-21", einde="2026-11-21")),
    )
    assert [(card["van"], card["tot"]) for card in register_side.cards()] == [
        ("2026-11-22", "2026-11-22"),
        ("2026-11-21", "2026-11-21"),
    ]


def test_every_card_is_recorded_by_its_digest(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", agreement(status="opgeschort")))
    (record,) = register_side.events("kaart_gepubliceerd")
    assert record["persoon"] == 1
    assert len(record["digest"]) == 64
    (summary,) = register_side.events("register_ingelezen")
    assert summary == {"nieuw": 2, "gewijzigd": 0, "ongewijzigd": 0, "geweigerd": 0}


def test_names_that_are_shared_are_counted_once_per_person(register_side: Register) -> None:
    jan, piet = Naamprofiel("Jansen", "Jan"), Naamprofiel("Jansen", "Piet")
    register_side.take_in(person("p-1"), person("p-2"), person("p-3", voornamen="Piet"))
    assert frequencies(register_side) == expected_frequencies(jan, jan, piet)
    register_side.take_in(person("p-1", geslachtsnaam="Bakker", voornamen="Piet"))
    assert frequencies(register_side) == expected_frequencies(Naamprofiel("Bakker", "Piet"), jan, piet)


def test_a_contactpersoon_lives_once_and_changes_on_every_card(register_side: Register) -> None:
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"))
    assert len(register_side.rows(register.contactpersoon)) == 1
    result = register_side.take_in(person("p-1", agreement(contactpersonen=[contact(functie="toezichthouder")])))
    assert result.gewijzigd == 1
    assert len(register_side.rows(register.contactpersoon)) == 1
    functies = [card["afspraken"][0]["contactpersonen"][0]["functie"] for card in register_side.cards()]
    assert functies == ["toezichthouder", "toezichthouder"]


def test_a_bad_line_is_refused_and_the_rest_goes_in(register_side: Register) -> None:
    good = encode([person("p-1"), person("p-4", geslachtsnaam="Bakker")])
    bad = encode([person("p-2", agreement(start="31-02-1990")), person("p-3", agreement(doel="x" * 301))])
    lines = [good[0], bad[0], b"\n", bad[1], b'{"externId": "\xff"}\n', good[1], good[1][:40]]
    result = register_side.take_in_lines(lines)
    assert (result.nieuw, result.geweigerd) == (2, 4)
    assert [(each.regel, each.veld) for each in register_side.rejected] == [
        (2, "abonnementen[0].start"),
        (4, "abonnementen[0].doel"),
        (5, ""),
        (7, ""),
    ]


def test_an_extern_id_twice_in_one_file_is_refused_by_the_first_line(register_side: Register) -> None:
    for batch in (1, 500):
        register_side.batch = batch
        result = register_side.take_in(person("p-1"), person("p-2"), person("p-1", geslachtsnaam="Anders"))
        assert result.geweigerd == 1
        (rejected,) = register_side.rejected
        assert (rejected.regel, rejected.veld) == (3, "externId")
        assert "regel 1" in rejected.reden
        assert register_side.rows(register.persoon)[0]["geslachtsnaam"] == "Jansen"


def test_alles_of_niets_takes_nothing_in_when_one_line_is_bad(register_side: Register) -> None:
    register_side.take_in(person("p-0"))
    before = register_side.snapshot()
    register_side.batch = 2
    rows = [person(f"p-{number}") for number in range(1, 6)]
    rows[2]["persoon"]["geslachtsnaam"] = ""
    rows[4]["persoon"]["geslachtsnaam"] = ""
    result = register_side.take_in(*rows, alles_of_niets=True)
    assert (result.nieuw, result.geweigerd) == (0, 2)
    assert [each.regel for each in register_side.rejected] == [3, 5]
    assert register_side.snapshot() == before


def test_alles_of_niets_takes_everything_in(register_side: Register) -> None:
    register_side.batch = 2
    result = register_side.take_in(*(person(f"p-{number}") for number in range(5)), alles_of_niets=True)
    assert (result.nieuw, result.geweigerd) == (5, 0)
    assert len(register_side.cards()) == 5


def test_text_of_every_script_and_direction_is_kept_as_it_is(register_side: Register) -> None:
    register_side.take_in(person("p-1", voornamen="محمد", geslachtsnaam="Şahin-李 <b>🙂"))
    assert register_side.cards()[0]["persoon"]["geslachtsnaam"] == "Şahin-李 <b>🙂"
