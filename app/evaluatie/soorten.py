"""The kinds of questions, in families: which garble of the name, with which date. One line a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from app.evaluatie import achternaam, corrupt, persoon
from app.evaluatie.kennis import families
from app.evaluatie.persoon import FIRST_OF_JANUARY, Delen, Garble

_WHOLE = len("1984-03-07")
_YEARS_OFF = 2


class Gesteld(NamedTuple):
    """A question as it is typed; `genoemd` is the person by the name that was meant, before it was garbled."""

    genoemd: Delen
    naam: str
    geboortedatum: str | None = None
    ongeveer: int | None = None


Dating = Callable[[str, Random], str | int | None]


@dataclass(frozen=True)
class Soort:
    """`make` gives None for a person about whom no such question can be made."""

    naam: str
    familie: str
    garble: Garble
    dating: Dating | None = None
    in_een_regel: bool = False

    def make(self, person: Delen, random: Random) -> Gesteld | None:
        garbled = self.garble(person, random)
        if garbled is None:
            return None
        genoemd = garbled if self.garble in OTHER_NAMES else person
        if self.dating is None:
            return Gesteld(genoemd, garbled.naam())
        asked = self.dating(person.datum, random)
        if asked is None:
            return None
        gesteld = Gesteld(genoemd, garbled.naam(), *((None, asked) if isinstance(asked, int) else (asked,)))
        return _in_one_line(gesteld, random) if self.in_een_regel else gesteld


# What is asked is a name by itself then, that somebody else may bear.
OTHER_NAMES = (
    persoon.nickname,
    persoon.roepnaam,
    persoon.second_given,
    persoon.alias,
    persoon.street_name,
    achternaam.one_surname,
    achternaam.maiden_name,
)

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def _in_one_line(gesteld: Gesteld, random: Random) -> Gesteld:
    """All of it typed or dictated as the name: jan jansen 7-3-94, jan jansen 7 maart 1994, jan jansen rond 1994."""
    if gesteld.geboortedatum is None:
        said = (f"rond {gesteld.ongeveer}", f"ca {gesteld.ongeveer}", f"ongeveer {gesteld.ongeveer}")
    else:
        year, month, day = gesteld.geboortedatum.split("-")
        figures = f"{int(day)}-{int(month)}-"
        said = (f"{figures}{year[2:]}", f"{figures}{year}", f"{int(day)} {_MONTHS[int(month) - 1]} {year}")
    return Gesteld(gesteld.genoemd, f"{gesteld.naam} {random.choice(said)}".lower())


def _for_whole(change: Callable[[str, Random], str | None]) -> Dating:
    """Only for those of whom a whole date is registered, and not the first of January, which may stand for unknown."""

    def dating(datum: str, random: Random) -> str | None:
        known = len(datum) == _WHOLE and not datum.endswith(FIRST_OF_JANUARY)
        return change(datum, random) if known else None

    return dating


_whole = _for_whole(lambda datum, _random: datum)
_digit = _for_whole(corrupt.wrong_digit)
_swapped = _for_whole(lambda datum, _random: corrupt.swapped(datum))
_neighbours = _for_whole(corrupt.neighbours_swapped)
_month = _for_whole(lambda datum, _random: datum[:7])
_year = _for_whole(lambda datum, _random: datum[:4])
# The birthday without the year, as a mother or a neighbour knows it.
_birthday = _for_whole(lambda datum, _random: f"{int(datum[8:])} {_MONTHS[int(datum[5:7]) - 1]}")
# What an officer enters who was told a year only, by a system that takes whole dates.
_january = _for_whole(lambda datum, _random: f"{datum[:4]}{FIRST_OF_JANUARY}")


def _partly_registered(datum: str, random: Random) -> str | None:
    """The whole date of somebody of whom the register knows a part, or the first of January for the rest."""
    if datum.endswith(FIRST_OF_JANUARY):
        datum = datum[:4]
    return corrupt.some_day(datum, random) if 4 <= len(datum) < _WHOLE else None


def _about(datum: str, random: Random) -> int | None:
    """An age by the eye, two years off at most."""
    return int(datum[:4]) + random.randint(-_YEARS_OFF, _YEARS_OFF) if datum else None


_MET_DATUM = (
    Soort("naam+datum", "naam en geboortedatum", persoon.same, _whole),
    Soort("naam+datum typefout", "naam en geboortedatum", persoon.typing, _whole),
    Soort("naam+datum eerste letter", "naam en geboortedatum", persoon.first_letter, _whole),
    Soort("naam+datum twee typefouten", "naam en geboortedatum", persoon.two_typing_errors, _whole),
    Soort("naam+datum klank", "naam en geboortedatum", persoon.sound, _whole),
    Soort("naam+datum transliteratie", "naam en geboortedatum", persoon.other_spelling, _whole),
    Soort("naam+datum roepnaam", "naam en geboortedatum", persoon.nickname, _whole),
    Soort("naam+datum voorletters", "naam en geboortedatum", persoon.initials, _whole),
    Soort("naam+datum tweede voornaam", "naam en geboortedatum", persoon.second_given, _whole),
    Soort("naam+datum omgedraaid", "naam en geboortedatum", persoon.turned, _whole),
    Soort("naam+datum voorvoegsel", "naam en geboortedatum", achternaam.particle, _whole),
    Soort("naam+datum in een regel", "naam en geboortedatum", persoon.same, _whole, in_een_regel=True),
    Soort("achternaam+datum", "naam en geboortedatum", persoon.surname_only, _whole),
    Soort("voornaam+datum", "naam en geboortedatum", persoon.given_only, _whole),
)
_DATUM_ANDERS = (
    Soort("naam, datum een cijfer", "geboortedatum niet precies", persoon.same, _digit),
    Soort("naam, datum verwisseld", "geboortedatum niet precies", persoon.same, _swapped),
    Soort("naam, datum twee cijfers verwisseld", "geboortedatum niet precies", persoon.same, _neighbours),
    Soort("naam, datum 1 januari", "geboortedatum niet precies", persoon.same, _january),
    Soort("naam, datum deels geregistreerd", "geboortedatum niet precies", persoon.same, _partly_registered),
    Soort("naam+jaar en maand", "geboortedatum niet precies", persoon.same, _month),
    Soort("naam+verjaardag", "geboortedatum niet precies", persoon.same, _birthday),
    Soort("typefout, datum een cijfer", "geboortedatum niet precies", persoon.typing, _digit),
)
_MET_JAAR = (
    Soort("naam+jaar", "naam en jaar", persoon.same, _year),
    Soort("naam+jaar typefout", "naam en jaar", persoon.typing, _year),
    Soort("naam+jaar klank", "naam en jaar", persoon.sound, _year),
    Soort("naam+jaar roepnaam", "naam en jaar", persoon.nickname, _year),
    Soort("naam+jaar voorletters", "naam en jaar", persoon.initials, _year),
    Soort("naam+jaar begin van achternaam", "naam en jaar", persoon.start_of_surname, _year),
    Soort("naam, rond", "naam en jaar", persoon.same, _about),
    Soort("naam, rond in een regel", "naam en jaar", persoon.same, _about, in_een_regel=True),
    Soort("naam, rond typefout", "naam en jaar", persoon.typing, _about),
    Soort("naam, rond klank", "naam en jaar", persoon.sound, _about),
)
# Names from elsewhere, a kind for each family; with a year, for by name alone they are together in "transliteratie".
_SCHRIJFWIJZE = tuple(
    Soort(f"naam+jaar {herkomst.naam}", "andere schrijfwijze", persoon.spelling_of(herkomst.naam), _year)
    for herkomst in families()
)
_NAAM = (
    Soort("naam", "alleen een naam", persoon.same),
    Soort("naam typefout", "alleen een naam", persoon.typing),
    Soort("naam eerste letter", "alleen een naam", persoon.first_letter),
    Soort("naam twee typefouten", "alleen een naam", persoon.two_typing_errors),
    Soort("naam klank", "alleen een naam", persoon.sound),
    Soort("naam transliteratie", "alleen een naam", persoon.other_spelling),
    Soort("naam roepnaam", "alleen een naam", persoon.nickname),
    Soort("naam geregistreerde roepnaam", "alleen een naam", persoon.roepnaam),
    Soort("naam omgedraaid", "alleen een naam", persoon.turned),
    Soort("naam voorvoegsel weg", "alleen een naam", achternaam.particle_missing),
    Soort("naam voorvoegsel misplaatst", "alleen een naam", achternaam.particle_misplaced),
    Soort("naam voorvoegsel afgekort", "alleen een naam", achternaam.particle_short),
    Soort("naam voorvoegsel vast", "alleen een naam", achternaam.particle_glued),
)
_DEEL = (
    Soort("een van de achternamen", "een deel of een andere naam", achternaam.one_surname),
    Soort("meisjesnaam", "een deel of een andere naam", achternaam.maiden_name),
    Soort("dubbele naam anders verbonden", "een deel of een andere naam", achternaam.other_hyphen),
    Soort("alias", "een deel of een andere naam", persoon.alias),
    Soort("straatnaam+jaar", "een deel of een andere naam", persoon.street_name, _year),
)

# Every kind, in the order in which a table shows them.
SOORTEN = (*_MET_DATUM, *_DATUM_ANDERS, *_MET_JAAR, *_SCHRIJFWIJZE, *_NAAM, *_DEEL)
SOORT = {soort.naam: soort for soort in SOORTEN}
FAMILIES = tuple(dict.fromkeys(soort.familie for soort in SOORTEN))
