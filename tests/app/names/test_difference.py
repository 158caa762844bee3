import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names.difference import Verschil, compare
from app.names.parts import deel

V = Verschil


@pytest.mark.parametrize(
    ("asked", "registered", "kind"),
    [
        ("jansen", "jansen", V.GELIJK),
        ("janssen", "jansen", V.KLANK),
        ("vdberg", "berg", V.GEPLAKT),
        ("amrani", "elamrani", V.GEPLAKT),
        ("choukri", "chakri", V.SPELLING),
        ("anja", "johanna", V.ROEPNAAM),
        ("johanna", "anja", V.ROEPNAAM),
        ("mo", "mohamed", V.ROEPNAAM),
        ("hans", "johannes", V.ROEPNAAM),
        ("kees", "cornelis", V.ROEPNAAM),
        ("jaap", "sjaak", V.NAAMGENOOT),
        ("bakker", "bskker", V.TYPEFOUT),
        ("akker", "bakker", V.TYPEFOUT),
        ("mina", "hermina", V.ROEPNAAM),
        ("fredje", "fredegonda", V.KORT),
        ("jansen", "bakker", V.ANDERS),
        ("jan", "piet", V.ANDERS),
    ],
)
def test_the_kind_of_difference(asked: str, registered: str, kind: Verschil) -> None:
    assert compare(deel(asked), deel(registered))[0] is kind


def test_the_nearer_the_likelier() -> None:
    chances = [compare(deel(asked), deel("bakker"))[1] for asked in ("bakker", "baker", "bakkr", "bskkr", "jansen")]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == 0


names = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20)


@given(names, names)
def test_a_chance_is_a_chance(one: str, other: str) -> None:
    _, chance = compare(deel(one), deel(other))
    assert 0 <= chance <= 1
