"""A profile as it is stored for the search, with its name parts worked out.

To take a name apart costs more than to find it, and at a million persons most names are too rare to be remembered. So
the parts are stored with the profile, by the number of the rules that made them; of other rules they are made anew.
"""

from typing import Any

from app.names.parts import Deel, Naming, namings
from app.names.profile import FIELDS, Naamprofiel, decode, encode
from app.names.regels import REGELS


def store(profile: Naamprofiel) -> list[Any]:
    """A JSON value: the fields of the profile, the number of the rules, and its namings."""
    return [*encode(profile), REGELS, [_pack(naming) for naming in namings(profile)]]


def _pack(naming: Naming) -> list[Any]:
    parts = ([list(part) for part in row] for row in (naming.given, naming.surname, naming.roepnaam))
    return [*parts, naming.initials, sorted(naming.particles)]


def stored_namings(value: list[Any]) -> tuple[Naming, ...]:
    """Every way to name this person, the registered one first."""
    if len(value) <= FIELDS or value[FIELDS] != REGELS:
        return namings(decode(value))
    return tuple(_unpack(packed, alias=at > 0) for at, packed in enumerate(value[FIELDS + 1]))


def _unpack(packed: list[Any], *, alias: bool) -> Naming:
    given, surname, roepnaam, initials, particles = packed
    return Naming(_delen(given), _delen(surname), initials, alias, _delen(roepnaam), frozenset(particles))


def _delen(packed: list[list[str]]) -> tuple[Deel, ...]:
    return tuple([Deel(token, klank) for token, klank in packed])
