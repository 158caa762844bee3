"""Evidence that a registered person is the one who is meant.

All evidence is a natural logarithm of a likelihood ratio (Fellegi and Sunter, 1969): the chance of what was asked when
this person is meant, over the chance when a stranger is meant. What is rare in the register weighs more, and a name
that differs weighs as much as that kind of difference is likely. Sums of such weights, with the prior chance that a
question is about this person, are log odds: a figure that means the same for every name and every size of register.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, prod
from typing import NamedTuple

from app.names.asked import Gevraagd
from app.names.birth_difference import Datumbewijs
from app.names.difference import Verschil
from app.names.matching import Rol, Treffing, assign, at_most, matches_of
from app.names.parts import Deel, Naming
from app.names.voorvoegsels import GIVEN_TOO
from app.names.weighing import Weegschaal


class Naambewijs(NamedTuple):
    gewicht: float
    treffingen: tuple[Treffing, ...] = ()
    voorletters: bool = False
    # A given name or surname was asked that is clearly not this person's: a twin, a brother, a namesake.
    strijdig: bool = False
    alias: bool = False
    # How much more it weighs when strangers of this very name are left out: one who is called exactly so may as well
    # be this person, and is not told apart by a name.
    onder_naamgenoten: float = 0.0
    # Every asked part was found, in some form.
    volledig: bool = False
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
        """That this person is meant, and not a stranger."""
        return self.naam.gewicht + self.datum.gewicht

    def gewicht_van_naam(self) -> float:
        """That this person is meant, and not a stranger of another name.

        Where a date was asked and does not fit, the stranger is mostly one of this name, and stays.
        """
        return self.gewicht() + (self.naam.onder_naamgenoten if self.datum.gewicht >= 0 else 0.0)


_LITERAL = frozenset({Verschil.GELIJK, Verschil.KLANK, Verschil.GEPLAKT})

# Evidence of what is missing or contradicts; round figures.
_OTHER_GIVEN = -14.0  # a known given name that does not fit: a twin more often than an unknown short form
_OTHER_SURNAME = -6.0  # another surname: married, or somebody else
_OTHER_INITIAL = -11.0  # a twin as well, more often than a slip
_EXTRA_PART = -2.5  # a part that the register does not know
_UNASKED_SURNAME = -1.0
_UNASKED_GIVEN = -0.3
_LATER_GIVEN = -3.0  # only a second or later given name was found: one in twenty is called by it
_SURNAME_FIRST = -1.6  # one in five is asked by surname and given name, in that order
_PART_OF_SURNAME = -0.9  # of a surname of two names, one is left out four times in ten
_BY_ALIAS = -0.5
_SAME_INITIAL = log(0.9 * 14)  # some fourteen letters are common as initials
_NEXT_INITIAL = log(0.5 * 14)
# Parts of one double surname, or several given names of one person, are not independent.
_FURTHER_PART = 0.4
# However many strangers bear the name, that the rest of them are said so is never less likely than this.
_LEAST_OTHERS = 0.002
NOBODY = Naambewijs(float("-inf"))


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
    # Weaker than "a part that the register does not know" is no match.
    options = matches_of(scale, naming, least=_EXTRA_PART, thorough=thorough)
    if not options or at_most(options) + _SAME_INITIAL < need:
        return NOBODY
    matches, left = assign(scale, options)
    left = [part for part in left if part not in asked.los or _is_given_name(part, naming)]
    roles = {match.rol for match in matches}
    given_found = bool(roles - {Rol.ACHTERNAAM})
    weight = _sum(matches)
    initials, initials_found, clash = _initials(asked, naming, left, roles)
    misfit = bool(asked.initials) and not set(asked.initials) <= _letters_of(naming)
    later = _by_later_given(matches, naming)
    weight += initials + (_LATER_GIVEN if later else 0.0)
    left = left[1:] if initials_found and not asked.initials else left
    missing, conflict = _left_over(left, naming, roles, initials_found=initials_found)
    by_initial = initials_found and not asked.initials
    as_typed = asked.als_getypt and not (left or clash or by_initial or later or misfit)
    literal = as_typed and all(match.verschil in _LITERAL for match in matches)
    whole = given_found and Rol.ACHTERNAAM in roles and not (left or conflict or clash or asked.initials)
    others = _without_namesakes(matches) if whole else 0.0
    weight += missing + asked.gewicht + _usual(matches, naming)
    return Naambewijs(
        weight, tuple(matches), initials_found, conflict or clash, naming.alias, others, not left, literal
    )


def _is_given_name(loose: Deel, naming: Naming) -> bool:
    """Whether a word that may be a particle is none of this person's, and so was meant as a given name: Ben."""
    return loose.token in GIVEN_TOO and loose.token not in naming.particles


def _usual(matches: Sequence[Treffing], naming: Naming) -> float:
    """How usual it is to name this person so: in this order, by all of the surname, by the registered name."""
    surnames = [match.asked_at for match in matches if match.rol is Rol.ACHTERNAAM]
    givens = [match.asked_at for match in matches if match.rol is not Rol.ACHTERNAAM]
    # Places are negative, so the first word typed has the largest.
    turned = surnames and givens and min(surnames) > max(givens)
    weight = _SURNAME_FIRST if turned else 0.0
    if surnames and len(surnames) < len(naming.surname):
        weight += _PART_OF_SURNAME
    return weight + (_BY_ALIAS if naming.alias else 0.0)


def _without_namesakes(matches: Iterable[Treffing]) -> float:
    """How much more a name weighs against strangers of other names than against all strangers."""
    same = prod(match.naamgenoten for match in matches)
    return -log(max(1.0 - same, _LEAST_OTHERS))


def _sum(matches: Sequence[Treffing]) -> float:
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


def _by_later_given(matches: Sequence[Treffing], naming: Naming) -> bool:
    """Whether a given name was found, but not the one that this person is called by."""
    givens = [match.deel for match in matches if match.rol is Rol.VOORNAAM]
    by_roepnaam = any(match.rol is Rol.ROEPNAAM for match in matches)
    return bool(givens) and not by_roepnaam and naming.given[0] not in givens


def _letters_of(naming: Naming) -> set[str]:
    """All single letters that may stand for this person."""
    return {*naming.initials, *(part.token[0] for part in naming.delen())}


def _initials(asked: Gevraagd, naming: Naming, left: list[Deel], roles: set[Rol]) -> tuple[float, bool, bool]:
    """Compare initials: asked ones with the given names, or an asked name with registered initials only."""
    known = naming.initials + "".join(part.token[0] for part in naming.roepnaam)
    given_found = bool(roles - {Rol.ACHTERNAAM})
    # Some surnames hold a single letter (Kon-A-Sant).
    letters = [initial for initial in asked.initials if initial not in {part.token for part in naming.surname}]
    if given_found and len(roles) == 1 and len(letters) == 1 and letters[0] in asked.achterletters:
        # "jan h": the letter behind a given name is what was heard of the surname, particle or not.
        fits = letters[0] in {*(part.token[0] for part in naming.surname), *(word[0] for word in naming.particles)}
        return (_SAME_INITIAL, False, False) if fits else (_OTHER_INITIAL, False, True)
    if letters and known:
        wrong = [initial for initial in letters if initial not in known]
        if letters[0] in wrong or (wrong and not asked.als_getypt):
            return _OTHER_INITIAL, False, True
        called = naming.initials[:1] + "".join(part.token[0] for part in naming.roepnaam[:1])
        first = 0.0 if given_found else _SAME_INITIAL + (0.0 if letters[0] in called else _LATER_GIVEN)
        further = (len(letters) - len(wrong) - 1) * _NEXT_INITIAL
        return first + further + len(wrong) * _EXTRA_PART, True, False
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
