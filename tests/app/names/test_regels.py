"""Whoever changes what is stored of a name raises the number, so that no version asks for rows of other rules."""

from itertools import pairwise

from app.names.keys import keys_by, search_keys
from app.names.profile import Naamprofiel
from app.names.regels import MOST_AT_A_TIME, REGELS
from tests.app.names.voorbeelden.vingerafdruk import fingerprint, recorded

ADVICE = f"""
What is stored of a name has changed: its keys, parts, spellings or sounds.
If a version with REGELS = {REGELS} was released, raise the number in app/names/regels.py.
Then, and also when no version with this number was released yet: make regels
"""


def test_the_number_is_raised_when_what_is_stored_changes() -> None:
    assert recorded().get(REGELS) == fingerprint(), ADVICE


def test_the_keys_of_each_number_lie_apart() -> None:
    ranges = [keys_by(regels) for regels in range(MOST_AT_A_TIME)]
    assert all(last < first for (_, last), (first, _) in pairwise(ranges))
    assert keys_by(MOST_AT_A_TIME + 3) == keys_by(3)
    first, last = keys_by(REGELS)
    assert all(first <= key <= last for key in search_keys(Naamprofiel("Jansen", "Jan", geboortedatum="1994-03-07")))
    # Both databases store a whole number of 64 bits with a sign.
    assert ranges[-1][1] < 2**63
