"""Evidence that a registered person is the one who is meant.

All evidence is a natural logarithm of a likelihood ratio (Fellegi and Sunter, 1969): the chance of what was asked when
this person is meant, over the chance when a stranger is meant. What is rare in the register weighs more, and a name
that differs weighs as much as that kind of difference is likely. Sums of such weights, with the prior chance that a
question is about this person, are log odds: a figure that means the same for every name and every size of register.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from math import log
from operator import itemgetter
from typing import NamedTuple

from app.names.asked import Gevraagd
from app.names.birth_difference import Datumbewijs
from app.names.difference import Verschil
from app.names.parts import Deel, Naming
from app.names.voorvoegsels import GIVEN_TOO
from app.names.weighing import Weegschaal


class Rol(Enum):
    VOORNAAM = "voornaam"
    ROEPNAAM = "roepnaam"
    ACHTERNAAM = "achternaam"


class Treffing(NamedTuple):
    """One asked part that was found in one part of the registered name."""

    rol: Rol
    verschil: Verschil
    gewicht: float


class Naambewijs(NamedTuple):
    gewicht: float
    treffingen: tuple[Treffing, ...] = ()
    voorletters: bool = False
    # A given name or surname was asked that is clearly not this person's: a twin, a brother, a namesake.
    strijdig: bool = False
    alias: bool = False
    # Every asked part was found, spelled or sounding as asked, glued particles aside.
    letterlijk: bool = False

    def whole(self) -> bool:
        """Whether both a given name (or its initial) and a surname were asked and found."""
        roles = {treffing.rol for treffing in self.treffingen}
        return Rol.ACHTERNAAM in roles and (len(roles) > 1 or self.voorletters)


@dataclass(frozen=True)
class Bewijs:
    naam: Naambewijs
    datum: Datumbewijs

    def gewicht(self) -> float:
        return self.naam.gewicht + self.datum.gewicht


_LITERAL = frozenset({Verschil.GELIJK, Verschil.KLANK, Verschil.GEPLAKT})

# Evidence of what is missing or contradicts; round figures.
_OTHER_GIVEN = -14.0  # a known given name that does not fit: a twin more often than an unknown short form
_OTHER_SURNAME = -6.0  # another surname: married, or somebody else
_OTHER_INITIAL = -6.0
_EXTRA_PART = -2.5  # a part that the register does not know
_UNASKED_SURNAME = -1.0
_UNASKED_GIVEN = -0.3
_LATER_GIVEN = -3.0  # only a second or later given name was found: one in twenty is called by it
_SAME_INITIAL = log(0.9 * 14)  # some fourteen letters are common as initials
# Parts of one double surname, or several given names of one person, are not independent.
_FURTHER_PART = 0.4
NOBODY = Naambewijs(float("-inf"))

Gevonden = tuple[Treffing, Deel]


def name_evidence(scale: Weegschaal, names: Iterable[Naming], need: float, *, thorough: bool) -> Naambewijs:
    """The best evidence over all namings of a person; no evidence at all when no name was asked.

    Not `thorough`: only the name parts near an asked one are compared. That is much quicker, and enough for whoever
    was found by name; who was found by birth date may bear a name that is garbled further than that.
    Evidence below `need` makes no difference to the answer, so it is not worked out.
    """
    if not (scale.delen or scale.asked.initials):
        return Naambewijs(0.0)
    found = [_naming_evidence(scale, naming, need, thorough=thorough) for naming in names]
    return max(found, key=lambda evidence: evidence.gewicht)


def _naming_evidence(scale: Weegschaal, naming: Naming, need: float, *, thorough: bool) -> Naambewijs:
    asked = scale.asked
    options = _options(scale, naming, thorough=thorough)
    if not options or _at_most(options) < need:
        return NOBODY
    pairs, left = _assign(scale, options)
    left = [part for part in left if part not in asked.los or _is_given_name(part, naming)]
    matches = tuple(match for match, _ in pairs)
    roles = {match.rol for match in matches}
    given_found = bool(roles - {Rol.ACHTERNAAM})
    weight = _sum(matches)
    initials, initials_found, clash = _initials(asked, naming, left, given_found=given_found)
    later = _by_later_given(pairs, naming)
    weight += initials + (_LATER_GIVEN if later else 0.0)
    left = left[1:] if initials_found and not asked.initials else left
    missing, conflict = _left_over(left, naming, roles, initials_found=initials_found)
    by_initial = initials_found and not asked.initials
    literal = not (left or clash or by_initial or later) and all(match.verschil in _LITERAL for match in matches)
    return Naambewijs(weight + missing, matches, initials_found, conflict or clash, naming.alias, literal)


def _is_given_name(loose: Deel, naming: Naming) -> bool:
    """Whether a word that may be a particle is none of this person's, and so was meant as a given name: Ben."""
    return loose.token in GIVEN_TOO and loose.token not in naming.particles


class Optie(NamedTuple):
    """An asked part that may stand for a registered one; the places are negative, so that the first sorts highest."""

    gewicht: float
    asked_at: int
    registered_at: int
    verschil: Verschil
    rol: Rol
    registered: Deel


_STRENGTH = itemgetter(0, 1, 2)


def _options(scale: Weegschaal, naming: Naming, *, thorough: bool) -> list[Optie]:
    return [
        Optie(weight, -at, -rank, kind, role, registered)
        for rank, (role, registered) in enumerate(_roles(naming))
        for at, weight, kind in scale.options(registered, thorough=thorough)
        # Weaker than "a part that the register does not know" is no match.
        if weight > _EXTRA_PART
    ]


def _at_most(options: list[Optie]) -> float:
    """What this naming weighs when each asked part gets the best it may stand for, and nothing speaks against it."""
    best: dict[int, float] = {}
    for option in options:
        best[option.asked_at] = max(best.get(option.asked_at, 0.0), option.gewicht)
    return sum(best.values()) + _SAME_INITIAL


def _assign(scale: Weegschaal, options: list[Optie]) -> tuple[list[Gevonden], list[Deel]]:
    """Give each asked part the registered part it fits best, the strongest evidence first."""
    used_asked: set[int] = set()
    used_registered: set[int] = set()
    pairs = []
    for option in sorted(options, key=_STRENGTH, reverse=True):
        if option.asked_at not in used_asked and option.registered_at not in used_registered:
            used_asked.add(option.asked_at)
            used_registered.add(option.registered_at)
            pairs.append((Treffing(option.rol, option.verschil, option.gewicht), option.registered))
    return pairs, [part for at, part in enumerate(scale.delen) if -at not in used_asked]


def _roles(naming: Naming) -> Iterator[tuple[Rol, Deel]]:
    for part in naming.surname:
        yield Rol.ACHTERNAAM, part
    for part in naming.roepnaam:
        yield Rol.ROEPNAAM, part
    for part in naming.given:
        yield Rol.VOORNAAM, part


def _sum(matches: tuple[Treffing, ...]) -> float:
    """Add up, with less for further parts of the same surname or of the same row of given names."""
    surnames = [match.gewicht for match in matches if match.rol is Rol.ACHTERNAAM]
    givens = [match.gewicht for match in matches if match.rol is not Rol.ACHTERNAAM]
    return sum(_discounted(weights) for weights in (surnames, givens))


def _discounted(weights: list[float]) -> float:
    if not weights:
        return 0.0
    best = max(weights)
    rest = sum(weights) - best
    return best + (rest * _FURTHER_PART if rest > 0 else rest)


def _by_later_given(pairs: list[Gevonden], naming: Naming) -> bool:
    """Whether a given name was found, but not the one that this person is called by."""
    givens = [part for match, part in pairs if match.rol is Rol.VOORNAAM]
    by_roepnaam = any(match.rol is Rol.ROEPNAAM for match, _ in pairs)
    return bool(givens) and not by_roepnaam and naming.given[0] not in givens


def _initials(asked: Gevraagd, naming: Naming, left: list[Deel], *, given_found: bool) -> tuple[float, bool, bool]:
    """Compare initials: asked ones with the given names, or an asked name with registered initials only."""
    known = naming.initials + "".join(part.token[0] for part in naming.roepnaam)
    # Some surnames hold a single letter (Kon-A-Sant).
    letters = [initial for initial in asked.initials if initial not in {part.token for part in naming.surname}]
    if letters and known:
        wrong = [initial for initial in letters if initial not in known]
        if letters[0] in wrong:
            return _OTHER_INITIAL, False, True
        return (0.0 if given_found else _SAME_INITIAL) + len(wrong) * _EXTRA_PART, True, False
    if left and not given_found and known and not naming.given and not naming.roepnaam:
        fits = left[0].token[0] in known or left[0].klank[0] in known
        return (_SAME_INITIAL, True, False) if fits else (0.0, False, False)
    return 0.0, False, False


def _left_over(left: list[Deel], naming: Naming, roles: set[Rol], *, initials_found: bool) -> tuple[float, bool]:
    """What asked parts that were not found, and registered ones that were not asked, say."""
    given_known = bool(naming.given or naming.roepnaam or naming.initials)
    given_found = bool(roles - {Rol.ACHTERNAAM}) or initials_found
    surname_found = Rol.ACHTERNAAM in roles
    weight, conflict, extra = 0.0, False, len(left)
    if given_known and not given_found:
        weight += _OTHER_GIVEN if left else _UNASKED_GIVEN
        conflict, extra = bool(left), extra - bool(left)
    if naming.surname and not surname_found:
        weight += _OTHER_SURNAME if extra else _UNASKED_SURNAME
        conflict, extra = conflict or bool(extra), extra - bool(extra)
    return weight + extra * _EXTRA_PART, conflict
