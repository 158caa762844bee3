"""Names of one kind: a list with a head that many bear, and forms that compose the long tail."""

import re
from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple


class Slope(NamedTuple):
    """How names thin out from the commonest down: 1 / (place + head) ** steepness."""

    head: int
    steepness: float


GIVEN = Slope(6, 1.0)
SURNAMES = Slope(12, 0.9)
# A landscape word is about as common as the next.
PARTS = Slope(12, 0.5)

Pick = Callable[[Random], str]


def weighted(choices: Sequence[str], slope: Slope) -> Pick:
    """Picks one; the place in the list decides how often."""
    weights = list(accumulate((place + slope.head) ** -slope.steepness for place in range(len(choices))))
    total = weights[-1]

    def pick(random: Random) -> str:
        return choices[bisect(weights, random.random() * total)]

    return pick


def capital(pick: Pick) -> Pick:
    def picked(random: Random) -> str:
        part = pick(random)
        return part[:1].upper() + part[1:]

    return picked


def form(template: str, parts: dict[str, Pick]) -> Pick:
    """Fills in a template such as `van der {Voor}{na}`; a capital in the name of a part makes one in the part."""
    pieces: list[str | Pick] = []
    for literal, name in re.findall(r"([^{}]*)(?:\{([^}]*)\})?", template):
        if literal:
            pieces.append(literal)
        if name:
            pick = parts[name.lower()]
            pieces.append(pick if name.islower() else capital(pick))

    def picked(random: Random) -> str:
        return "".join(piece if isinstance(piece, str) else piece(random) for piece in pieces)

    return picked


def forms(rows: Sequence[str], parts: dict[str, Pick]) -> Pick:
    """Rows such as `12 van der {Voor}{na}`: how often, and the template."""
    shares = list(accumulate(float(row.split(" ", 1)[0]) for row in rows))
    picks = [form(row.split(" ", 1)[1], parts) for row in rows]
    total = shares[-1]

    def pick(random: Random) -> str:
        return picks[bisect(shares, random.random() * total)](random)

    return pick


def either(share: float, first: Pick, second: Pick) -> Pick:
    """The first in `share` percent of the cases."""

    def pick(random: Random) -> str:
        return first(random) if random.random() * 100 < share else second(random)

    return pick
