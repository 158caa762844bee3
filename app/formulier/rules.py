"""The form without a database: its limits, and what is missing from a part."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    OPEN = "open"
    INGEVULD = "ingevuld"
    BEVESTIGD = "bevestigd"
    TERUGGESTUURD = "teruggestuurd"


class Delen(StrEnum):
    """How far an entry may go, from far to near."""

    STRAAT = "straat"
    ZSM = "zsm"
    ALLEEN_OVERLEG = "alleen_overleg"


class Aard(StrEnum):
    FEIT = "feit"
    OORDEEL = "oordeel"


class Ontbreekt(StrEnum):
    NEEMT_DEEL = "neemt_deel"
    CONTACTPERSOON = "contactpersoon"
    ANTWOORD = "antwoord"
    BEVESTIGING = "bevestiging"
    BEZWAAR = "bezwaar"


TEKST = 300
BRON = 120
VRAAG = 300
MAX_INLICHTINGEN = 10
MAX_CONTACTPERSONEN = 5
MAX_DELEN = 20


@dataclass(frozen=True)
class Inlichting:
    """One thing that an organisation says of a person."""

    tekst: str
    delen: str
    aard: str
    bron: str


@dataclass(frozen=True)
class Invoer:
    """What an organisation fills in: the whole of its part. The first of `contactpersonen` comes first within it."""

    neemt_deel: bool | None
    contactpersonen: tuple[int, ...] = ()
    inlichtingen: tuple[Inlichting, ...] = ()


@dataclass(frozen=True)
class Stand:
    """As much of a part as decides what is missing from it."""

    status: str
    neemt_deel: bool | None
    contactpersonen: int
    bezwaar: bool = False


def ontbreekt(stand: Stand) -> tuple[Ontbreekt, ...]:
    """What is missing before others can rely on this part; nothing when it is confirmed and nobody objects."""
    missing = []
    if stand.status != Status.BEVESTIGD:
        if stand.neemt_deel is None:
            missing.append(Ontbreekt.NEEMT_DEEL)
        # Whoever has not said to take part, or does not, need not say whom to call.
        if stand.neemt_deel and not stand.contactpersonen:
            missing.append(Ontbreekt.CONTACTPERSOON)
        if stand.status == Status.TERUGGESTUURD:
            missing.append(Ontbreekt.ANTWOORD)
        missing.append(Ontbreekt.BEVESTIGING)
    if stand.bezwaar:
        missing.append(Ontbreekt.BEZWAAR)
    return tuple(missing)
