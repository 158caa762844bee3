"""Which asked name part stands for which registered one."""

from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import NamedTuple

from app.names.difference import Verschil
from app.names.parts import Deel, Naming
from app.names.weighing import Weegschaal


class Rol(StrEnum):
    VOORNAAM = "voornaam"
    ROEPNAAM = "roepnaam"
    ACHTERNAAM = "achternaam"


class Treffing(NamedTuple):
    """An asked part that stands for a registered one; the places are negative, so that the first sorts highest."""

    gewicht: float
    asked_at: int
    registered_at: int
    verschil: Verschil
    rol: Rol
    deel: Deel
    # Of all strangers who are said so, the share of those who bear the same name part.
    naamgenoten: float


_STRENGTH = itemgetter(0, 1, 2)
# Nobody has an everyday form of a surname.
_OF_GIVEN_NAMES = frozenset({Verschil.ROEPNAAM, Verschil.NAAMGENOOT})
_ROLES = (
    (Rol.ACHTERNAAM, attrgetter("surname")),
    (Rol.ROEPNAAM, attrgetter("roepnaam")),
    (Rol.VOORNAAM, attrgetter("given")),
)


def matches_of(scale: Weegschaal, naming: Naming, *, least: float, thorough: bool) -> list[Treffing]:
    """Every asked part with every registered one that it may stand for, if that weighs more than `least`."""
    found = []
    rank = 0
    for rol, delen in _ROLES:
        surname = rol is Rol.ACHTERNAAM
        for registered in delen(naming):
            for at, weight, kind, namesakes in scale.options(registered, thorough=thorough):
                if surname and kind in _OF_GIVEN_NAMES:
                    continue
                if weight > least and scale.may_be(at, surname=surname):
                    found.append(Treffing(weight, -at, rank, kind, rol, registered, namesakes))
            rank -= 1
    return found


def at_most(matches: Sequence[Treffing]) -> float:
    """What they weigh when each asked part gets the best it may stand for, were that possible."""
    best: dict[int, float] = {}
    for match in matches:
        best[match.asked_at] = max(best.get(match.asked_at, 0.0), match.gewicht)
    return sum(best.values())


def assign(scale: Weegschaal, matches: Sequence[Treffing]) -> tuple[list[Treffing], list[Deel]]:
    """Give each asked part the registered part it fits best, the strongest first; also the asked parts left over."""
    used_asked: set[int] = set()
    used_registered: set[int] = set()
    kept = []
    for match in sorted(matches, key=_STRENGTH, reverse=True):
        if match.asked_at not in used_asked and match.registered_at not in used_registered:
            used_asked.add(match.asked_at)
            used_registered.add(match.registered_at)
            kept.append(match)
    return kept, [part for at, part in enumerate(scale.delen) if -at not in used_asked]
