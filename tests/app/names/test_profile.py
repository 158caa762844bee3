import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.asked import read_name
from app.names.keys import MAX_KEYS, search_keys
from app.names.parts import EVERYBODY, SPELLED, name_parts, namings, variant_keys
from app.names.profile import Naamprofiel, are_initials, decode, encode

optional = st.none() | st.text(max_size=60)
profiles = st.builds(
    Naamprofiel,
    geslachtsnaam=st.text(min_size=1, max_size=120),
    voornamen=optional,
    roepnaam=optional,
    voorvoegsel=optional,
    aliassen=st.lists(st.text(max_size=80), max_size=3).map(tuple),
    geboortedatum=st.none() | st.sampled_from(["1994-03-07", "1994-03", "1994", "x"]),
)


@pytest.mark.parametrize(
    ("profile", "naam"),
    [
        (Naamprofiel("Berg", "Jan Piet", None, "van der"), "Jan van der Berg"),
        (Naamprofiel("Meulen", "Johanna", "Anja", "van der"), "Anja van der Meulen"),
        (Naamprofiel("Bakker", "J.M."), "J.M. Bakker"),
        (Naamprofiel("Bakker"), "Bakker"),
        (Naamprofiel("-", "Sukarno"), "Sukarno"),
        (Naamprofiel("-"), "Naam onbekend"),
    ],
)
def test_the_name_to_show(profile: Naamprofiel, naam: str) -> None:
    assert profile.naam() == naam


@pytest.mark.parametrize(
    ("voornamen", "initials"),
    [("J.", True), ("J.M.", True), ("J M", True), ("JM.", True), ("Jo", False), ("Bo", False)],
)
def test_initials_are_told_from_short_names(voornamen: str, *, initials: bool) -> None:
    assert are_initials(voornamen) is initials


def test_a_single_word_alias_goes_with_the_surname() -> None:
    registered, alias = namings(Naamprofiel("Benali", "Mohamed", aliassen=("Mo",)))
    assert not registered.alias
    assert alias.alias
    assert [part.token for part in alias.delen()] == ["mo", "benali"]


def test_an_alias_of_several_words_is_a_name_of_its_own() -> None:
    _, alias = namings(Naamprofiel("Hollander", "Hilda", None, "den", ("Hilda Zijlstra-den Hollander",)))
    assert [part.token for part in alias.given] == ["hilda"]
    assert [part.token for part in alias.surname] == ["zijlstra", "hollander"]


@given(profiles)
def test_a_profile_survives_being_stored(profile: Naamprofiel) -> None:
    assert decode(json.loads(json.dumps(encode(profile)))) == profile


@given(profiles)
def test_keys_and_parts_fit_their_columns_whatever_a_name_is(profile: Naamprofiel) -> None:
    keys = search_keys(profile)
    assert len(keys) <= MAX_KEYS
    assert all(0 <= key < 2**48 for key in keys)
    parts = name_parts(profile)
    assert EVERYBODY in parts
    for part in parts:
        assert len(part) <= 60
        # Only a sound is looked for by what it is like.
        assert bool(variant_keys(part)) is not (part == EVERYBODY or part.startswith(SPELLED))
        assert all(len(key) <= 40 for key in variant_keys(part))


@given(profiles)
def test_the_same_profile_gives_the_same_keys(profile: Naamprofiel) -> None:
    assert search_keys(profile) == search_keys(decode(encode(profile)))


@given(st.text(max_size=300))
def test_a_typed_name_is_taken_apart_whatever_it_is(naam: str) -> None:
    asked = read_name(naam)
    assert len(asked.delen) <= 6
    assert all(part.token and part.klank for part in asked.delen + asked.los)
