"""What a question is answered with."""

from dataclasses import dataclass
from enum import StrEnum

# Who is not meant is exposed by being shown, so no more are than one can tell apart at a glance.
MAX_TREFFERS = 3


class Uitkomst(StrEnum):
    KAART = "kaart"
    KANDIDATEN = "kandidaten"
    ONBEKEND = "onbekend"
    VERFIJN = "verfijn"


@dataclass(frozen=True)
class Treffer:
    """A person who would be shown; `score` is the chance that this person is meant."""

    persoon_id: int
    naam: str
    geboortejaar: int | None
    aanpak: str
    gevonden_op: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Verfijn:
    """The one thing that would tell the persons apart: `vraag` for machines, `tekst` for people."""

    vraag: str
    tekst: str


@dataclass(frozen=True)
class Zoekantwoord:
    """`treffers`, best first: exactly one for a kaart, at most `MAX_TREFFERS` for kandidaten, else none."""

    uitkomst: Uitkomst
    treffers: tuple[Treffer, ...] = ()
    verfijn: Verfijn | None = None
