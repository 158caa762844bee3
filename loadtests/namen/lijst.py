"""Names of one kind: a list with a head that many bear, and forms that compose the long tail."""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple, TypeVar


class Slope(NamedTuple):
    """How names thin out from the commonest down: 1 / (place + head) ** steepness."""

    head: int
    steepness: float

    def shares(self, number: int) -> list[float]:
        return [(place + self.head) ** -self.steepness for place in range(number)]


GIVEN = Slope(5, 1.1)
SURNAMES = Slope(12, 1.0)
# A landscape word is about as common as the next.
PARTS = Slope(12, 0.5)

Pick = Callable[[Random], str]
Choice = TypeVar("Choice")


def drawn(choices: Sequence[Choice], shares: Iterable[float]) -> Callable[[Random], Choice]:
    """Picks one of the choices, each as often as its share says; `random.choices` takes three times as long for one."""
    limits = list(accumulate(shares))
    total = limits[-1]

    def pick(random: Random) -> Choice:
        return choices[bisect(limits, random.random() * total)]

    return pick


def sloping(names: Sequence[str], slope: Slope) -> Pick:
    """Picks a name; the place in the list decides how often."""
    return drawn(names, slope.shares(len(names)))


def respelt(names: Sequence[str], slope: Slope, rules: Sequence[tuple[str, str]]) -> Pick:
    """Picks a name likewise, and spells it in another way that it has: by one rule, of those that change it."""
    families = [[name for name in _spellings(one, rules) if name != one] or [one] for one in names]
    pick_family = drawn(families, slope.shares(len(families)))

    def pick(random: Random) -> str:
        return random.choice(pick_family(random))

    return pick


def _spellings(name: str, rules: Sequence[tuple[str, str]]) -> list[str]:
    """With each rule (a regular expression and what comes in its place) applied where it fits first."""
    return [re.sub(pattern, replacement, name, count=1) for pattern, replacement in rules]


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
    divided = [row.split(" ", 1) for row in rows]
    pick_form = drawn([form(template, parts) for _, template in divided], (float(share) for share, _ in divided))

    def pick(random: Random) -> str:
        return pick_form(random)(random)

    return pick


def either(share: float, first: Pick, second: Pick) -> Pick:
    """The first in `share` percent of the cases."""

    def pick(random: Random) -> str:
        return first(random) if random.random() * 100 < share else second(random)

    return pick
