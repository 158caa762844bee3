"""What an officer can be told to do: a table that a region extends, words, and switches off for new use.

Nothing is ever taken out of it, and nothing that happens here reaches what is published: a version keeps the words,
the icon and the colour of its action.
"""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet, NotFound
from app.store.tables.register import actie
from app.werk.bureau import Werk
from app.werk.versie import change_version

# Those that the phone can draw (`pwa/lib/scherm.js`), and the colours on which white or black can be read.
ICONEN = (
    *("aanhouden", "corrigeren", "bellen", "zorg", "info"),
    *("storing", "klok", "slot", "huis", "samen", "afstand", "oog", "vervoer"),
)
KLEUREN = ("rood", "groen", "oranje", "blauw", "grijs")
# On the card the words stand in capitals of two lines at most.
TEKST = 40


@dataclass(frozen=True)
class Uiterlijk:
    """How an action reads on a card that is published from now on."""

    tekst: str
    icoon: str
    kleur: str
    actief: bool = True


def lijst(connection: Connection) -> list[Row[Any]]:
    """All of them, also those that are off."""
    return list(connection.execute(select(actie).order_by(actie.c.code)))


def lees_actie(connection: Connection, code: str) -> Row[Any]:
    row = connection.execute(select(actie).where(actie.c.code == code)).one_or_none()
    if row is None:
        raise NotFound("Deze actie is er niet.")
    return row


def maak_actie(werk: Werk, code: str, uiterlijk: Uiterlijk) -> None:
    """Raises `KanNuNiet` when the code is taken, also by one that is off."""
    _check(uiterlijk)
    if werk.connection.execute(select(actie.c.code).where(actie.c.code == code)).one_or_none() is not None:
        raise KanNuNiet("Er is al een actie met deze code.")
    werk.connection.execute(insert(actie).values(code=code, **asdict(uiterlijk)))
    werk.leg_vast(Event.ACTIE_GEWIJZIGD, {"actie": code, "wat": ["nieuw"]})


def wijzig_actie(werk: Werk, code: str, versie: int, wijziging: dict[str, Any]) -> int:
    """Change what is named in `wijziging` (fields of `Uiterlijk`); returns the next version of the row."""
    row = lees_actie(werk.connection, code)
    values = {name: getattr(row, name) for name in ("tekst", "icoon", "kleur", "actief")} | wijziging
    _check(Uiterlijk(**values))
    following = change_version(werk.connection, actie, (actie.c.code == code,), versie, **values)
    werk.leg_vast(Event.ACTIE_GEWIJZIGD, {"actie": code, "wat": sorted(wijziging)})
    return following


def _check(uiterlijk: Uiterlijk) -> None:
    wrong = []
    if uiterlijk.icoon not in ICONEN:
        wrong.append(FieldError("#/icoon", "Kies een icoon uit de lijst."))
    if uiterlijk.kleur not in KLEUREN:
        wrong.append(FieldError("#/kleur", "Kies een kleur uit de lijst."))
    if wrong:
        raise InvalidInput("Kijk de gegevens na.", errors=tuple(wrong))
