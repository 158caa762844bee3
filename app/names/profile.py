"""What the street side knows of one person's name and birth date, and its compact stored form."""

import re
from dataclasses import dataclass
from typing import Any

NO_SURNAME = "-"
GEBOORTEDATUM = 5  # where it stands in a stored profile
FIELDS = 6  # of a stored profile; what follows them was made of them

_INITIALS = re.compile(r"(?:\w\.?){1,6}\Z")


@dataclass(frozen=True)
class Naamprofiel:
    """A person as a search knows them; `geboortedatum` is ISO text and may be `YYYY-MM` or `YYYY`."""

    geslachtsnaam: str
    voornamen: str | None = None
    roepnaam: str | None = None
    voorvoegsel: str | None = None
    aliassen: tuple[str, ...] = ()
    geboortedatum: str | None = None

    def naam(self) -> str:
        """The name to show: roepnaam or first voornaam, voorvoegsel, geslachtsnaam."""
        first = self.roepnaam or (self.voornamen or "").partition(" ")[0]
        surname = "" if self.geslachtsnaam == NO_SURNAME else self.geslachtsnaam
        pieces = (first, self.voorvoegsel if surname else None, surname)
        return " ".join(piece for piece in pieces if piece) or "Naam onbekend"

    def geboortejaar(self) -> int | None:
        year = (self.geboortedatum or "")[:4]
        return int(year) if year.isdigit() and year.isascii() else None


def encode(profile: Naamprofiel) -> list[Any]:
    """A JSON value without field names: a million of these are read, and written once."""
    return [
        profile.geslachtsnaam,
        profile.voornamen,
        profile.roepnaam,
        profile.voorvoegsel,
        list(profile.aliassen),
        profile.geboortedatum,
    ]


def decode(value: list[Any]) -> Naamprofiel:
    geslachtsnaam, voornamen, roepnaam, voorvoegsel, aliassen, geboortedatum = value[:FIELDS]
    return Naamprofiel(geslachtsnaam, voornamen, roepnaam, voorvoegsel, tuple(aliassen), geboortedatum)


def are_initials(voornamen: str) -> bool:
    """Whether given names are initials only: "J.", "J.M.", "J M", "JM." but not "Jo" or "Bo"."""
    words = voornamen.split()
    return bool(words) and all(len(word) == 1 or ("." in word and _INITIALS.match(word)) for word in words)
