"""What the search stores of a person, as the rules of one number derive it from a profile. Pure.

It is a value and not a set of calls, so that a test can play a version of the program with other rules.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from app.names.keys import search_keys
from app.names.parts import name_parts, variant_keys
from app.names.profile import Naamprofiel
from app.names.regels import REGELS


@dataclass(frozen=True)
class Afleiding:
    """The number of the rules, what they make of a profile (`sleutels`, `delen`), and of a name part (`varianten`)."""

    regels: int
    sleutels: Callable[[Naamprofiel], Collection[int]]
    delen: Callable[[Naamprofiel], Collection[str]]
    varianten: Callable[[str], Collection[str]]


ONZE = Afleiding(REGELS, search_keys, name_parts, variant_keys)


class Naamwijziging(NamedTuple):
    """A person whose profile changed; None stands for not being on the street."""

    persoon_id: int
    oud: Naamprofiel | None
    nieuw: Naamprofiel | None
