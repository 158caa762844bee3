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
    """One name for each kind of act. What somebody may see of it is decided by `app.werk.bereik`."""

    OWN_SESSION = "sessie:eigen"
    STREET_SEARCH = "straat:zoeken"
    STREET_REPORT = "straat:melden"
    WORKLIST = "werklijst:lezen"
    PERSON_SEARCH = "persoon:zoeken"
    PERSON_CHANGE = "persoon:wijzigen"
    PERSON_MERGE = "persoon:samenvoegen"
    ABONNEMENT_READ = "abonnement:lezen"
    ABONNEMENT_OPEN = "abonnement:openen"
    ABONNEMENT_CHANGE = "abonnement:wijzigen"
    FORM_PART = "formulier:eigen-deel"
    FORM_MANAGE = "formulier:beheren"
    CONTACT_MANAGE = "contactpersoon:beheren"
    AFSPRAAK_READ = "afspraak:lezen"
    AFSPRAAK_WRITE = "afspraak:schrijven"
    AFSPRAAK_APPROVE = "afspraak:goedkeuren"
    REPORT_READ = "melding:lezen"
    REPORT_HANDLE = "melding:behandelen"
    REFERENCE_READ = "naslag:lezen"
    REFERENCE_MANAGE = "naslag:beheren"


_EVERYBODY = frozenset({Permission.OWN_SESSION})
_DESK = _EVERYBODY | {
    Permission.WORKLIST,
    # Of the register each finds only those of whom an abonnement is within reach.
    Permission.PERSON_SEARCH,
    Permission.ABONNEMENT_READ,
    Permission.FORM_PART,
    Permission.CONTACT_MANAGE,
    Permission.REFERENCE_READ,
}
# Who keeps the agreement: the medewerker of a zorg- en veiligheidshuis, and the expert of a gemeente for its local PGA.
_OWNER = _DESK | {
    Permission.ABONNEMENT_CHANGE,
    Permission.FORM_MANAGE,
    Permission.AFSPRAAK_READ,
    Permission.AFSPRAAK_WRITE,
    Permission.AFSPRAAK_APPROVE,
    Permission.REPORT_READ,
    Permission.REPORT_HANDLE,
}
PERMISSIONS: dict[Rol, frozenset[Permission]] = {
    Rol.AGENT: _EVERYBODY | {Permission.STREET_SEARCH, Permission.STREET_REPORT, Permission.REPORT_READ},
    Rol.POLITIEBEHEER: _DESK
    | {
        Permission.PERSON_CHANGE,
        Permission.PERSON_MERGE,
        Permission.ABONNEMENT_OPEN,
        Permission.ABONNEMENT_CHANGE,
    },
    Rol.ZVH: _OWNER,
    Rol.PGA_EXPERT: _OWNER,
    Rol.PARTNER: _DESK,
    Rol.ZSM: _EVERYBODY,
    Rol.PRIVACY: _EVERYBODY,
    Rol.BEHEER: _EVERYBODY | {Permission.REFERENCE_READ, Permission.REFERENCE_MANAGE},
}


def allows(rol: str, permission: Permission) -> bool:
    return any(rol == known.value and permission in may for known, may in PERMISSIONS.items())


def permissions_of(rol: str) -> list[str]:
    """What an account of this role may do, for a client that shows no button in vain."""
    return sorted(permission.value for known, may in PERMISSIONS.items() if rol == known.value for permission in may)


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
