"""Mail without a server: its kinds and states, its words, and when to try again."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Soort(StrEnum):
    HERINNERING = "herinnering"
    TERUGZENDING = "terugzending"
    VERZAMELD = "verzameld"


class Berichtstatus(StrEnum):
    WACHT = "wacht"
    VERZONDEN = "verzonden"
    GEWEIGERD = "geweigerd"
    # What it asked for was done before it could leave.
    VERVALLEN = "vervallen"


@dataclass(frozen=True)
class Brief:
    onderwerp: str
    tekst: str


FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


def wait(attempts: int) -> timedelta:
    """How long after the last of `attempts` that failed the next one is made: twice as long each time."""
    doublings = min(max(attempts - 1, 0), 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


_BEGIN = {
    Soort.HERINNERING: "Je organisatie heeft een deel van een formulier in Veldwijzer nog niet af.",
    Soort.TERUGZENDING: "Er is een vraag over een deel van een formulier dat je organisatie heeft ingevuld.",
    Soort.VERZAMELD: "Je organisatie heeft formulieren in Veldwijzer nog niet af.",
}
_ONDERWERP = {
    Soort.HERINNERING: "Herinnering: een formulier in Veldwijzer wacht op je",
    Soort.TERUGZENDING: "Een vraag over een formulier in Veldwijzer",
    Soort.VERZAMELD: "Herinnering: formulieren in Veldwijzer wachten op je",
}


def schrijf(soort: str, link: str) -> Brief:
    """The mail of this kind. Nothing in it says about whom the form is: it could stand on a postcard."""
    kind = Soort(soort)
    lines = (
        "Hallo,",
        "",
        _BEGIN[kind],
        "Anderen wachten erop. Wil je er vandaag naar kijken?",
        "",
        link,
        "",
        "Om wie het gaat, zie je nadat je je hebt aangemeld. Dat staat niet in deze e-mail: e-mail is niet veilig.",
        "Stuur ook zelf geen gegevens van mensen per e-mail.",
        "",
        "Deze e-mail is automatisch gemaakt. Antwoorden heeft geen zin: niemand leest dat.",
    )
    return Brief(_ONDERWERP[kind], "\n".join(lines) + "\n")
