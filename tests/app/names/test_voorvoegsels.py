import pytest

from app.names.normalise import tokens
from app.names.voorvoegsels import split_particles, unglued, without_particles


@pytest.mark.parametrize(
    ("typed", "names", "loose"),
    [
        ("van der Berg", "berg", ""),
        ("v d berg", "berg", ""),
        ("v.d. Berg", "berg", ""),
        ("v/d Berg", "berg", ""),
        ("vd. Berg", "berg", ""),
        ("v. d. Berg", "berg", ""),
        ("vander Berg", "berg", ""),
        ("int Veld", "veld", ""),
        ("opt Hof", "hof", ""),
        ("aan de Stegge", "stegge", ""),
        ("bij de Vaate", "vaate", ""),
        ("van 't Hek", "hek", ""),
        ("op den Camp", "camp", ""),
        ("uit den Boogaard", "boogaard", ""),
        ("von der Lippe", "lippe", ""),
        ("della Valle", "valle", ""),
        ("de los Santos", "santos", "los"),
        ("dos Santos", "santos", ""),
        ("du Bois", "bois", ""),
        ("Oulad Ali", "ali", "oulad"),
        ("Abu Bakr", "bakr", "abu"),
        ("Jan v Wijk", "jan wijk", ""),
        ("Jan d Boer", "jan boer", ""),
        ("V. Jansen", "v jansen", ""),
        ("D. Berg", "d berg", ""),
        ("Berg, van den", "berg", ""),
        ("in 't Veld", "veld", ""),
        ("El Amrani", "amrani", "el"),
        ("Ben Jansen", "jansen", "ben"),
        ("de la Cruz", "cruz", "la"),
        ("van", "", ""),
    ],
)
def test_a_typed_name_loses_its_particles(typed: str, names: str, loose: str) -> None:
    sure, maybe = split_particles(tokens(typed))
    assert (" ".join(sure), " ".join(maybe)) == (names, loose)


@pytest.mark.parametrize(
    ("registered", "words"),
    [
        ("Do", "do"),
        ("Van", "van"),
        ("Rosario da Conceição", "rosario conceicao"),
        ("Stijgeren-van der Valk", "stijgeren valk"),
    ],
)
def test_a_registered_surname_is_never_emptied(registered: str, words: str) -> None:
    assert " ".join(without_particles(tokens(registered))) == words


@pytest.mark.parametrize(
    ("token", "rest"),
    [
        ("deboer", "boer"),
        ("vonderlippe", "lippe"),
        ("intveld", "veld"),
        ("vantveer", "veer"),
        ("abdelkader", "kader"),
        ("tevelde", "velde"),
        ("dekker", "kker"),
        ("dewi", None),
        ("vdberg", "berg"),
        ("fdberg", "berg"),
        ("vandenberg", "berg"),
        ("fandenberg", "berg"),
        ("elamrani", "amrani"),
        ("jansen", None),
    ],
)
def test_a_glued_particle_comes_off(token: str, rest: str | None) -> None:
    assert unglued(token) == rest
