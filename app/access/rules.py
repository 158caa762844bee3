"""Roles and what each may do. A permission that a role does not have by name, it does not have."""

from enum import StrEnum


class Rol(StrEnum):
    AGENT = "agent"
    POLITIEBEHEER = "politiebeheer"
    ZVH = "zvh"
    PARTNER = "partner"
    PGA_EXPERT = "pga_expert"
    ZSM = "zsm"
    PRIVACY = "privacy"
    BEHEER = "beheer"


class Permission(StrEnum):
    OWN_SESSION = "sessie:eigen"
    STREET_SEARCH = "straat:zoeken"


PERMISSIONS: dict[Rol, frozenset[Permission]] = {rol: frozenset({Permission.OWN_SESSION}) for rol in Rol} | {
    Rol.AGENT: frozenset({Permission.OWN_SESSION, Permission.STREET_SEARCH}),
}


def allows(rol: str, permission: Permission) -> bool:
    return any(rol == known.value and permission in may for known, may in PERMISSIONS.items())


# Failed attempts to sign in: the first few cost nothing, then each next one waits twice as long.
# Cold hands mistype, and attempts under way count too, for they are counted before it is known how they end.
FREE_ATTEMPTS_BY_NAME = 5
# A whole police station may share one address.
FREE_ATTEMPTS_BY_ORIGIN = 30
LONGEST_WAIT_SECONDS = 60
FORGET_AFTER_SECONDS = 15 * 60


def wait_seconds(failures: int, free: int) -> int:
    """How long after the last of `failures` the next attempt is looked at."""
    if failures < free:
        return 0
    doublings = min(failures - free, LONGEST_WAIT_SECONDS.bit_length())
    return min(1 << doublings, LONGEST_WAIT_SECONDS)
