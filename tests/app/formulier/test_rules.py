"""What is missing from a part, told without a database."""

import pytest

from app.formulier.rules import Ontbreekt, Stand, ontbreekt

JA, CONTACT, ANTWOORD, BEVESTIGING, BEZWAAR = Ontbreekt
CASES = [
    (Stand("open", None, 0), (JA, BEVESTIGING)),
    (Stand("ingevuld", neemt_deel=True, contactpersonen=0), (CONTACT, BEVESTIGING)),
    (Stand("ingevuld", neemt_deel=True, contactpersonen=2), (BEVESTIGING,)),
    (Stand("ingevuld", neemt_deel=False, contactpersonen=0), (BEVESTIGING,)),
    (Stand("teruggestuurd", neemt_deel=True, contactpersonen=1), (ANTWOORD, BEVESTIGING)),
    (Stand("bevestigd", neemt_deel=True, contactpersonen=1), ()),
    # A contactpersoon who left later is no reason to call a confirmed part incomplete.
    (Stand("bevestigd", neemt_deel=True, contactpersonen=0), ()),
    (Stand("bevestigd", neemt_deel=True, contactpersonen=1, bezwaar=True), (BEZWAAR,)),
    (Stand("open", None, 0, bezwaar=True), (JA, BEVESTIGING, BEZWAAR)),
]


@pytest.mark.parametrize(("stand", "missing"), CASES)
def test_what_is_missing(stand: Stand, missing: tuple[Ontbreekt, ...]) -> None:
    assert ontbreekt(stand) == missing
