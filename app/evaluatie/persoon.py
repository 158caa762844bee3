"""A person of the register as one would name them, and the ways of naming that are no mistakes: the garbles of names.

A garble takes a person and gives the person as asked for, or None when it has nothing to do there: whoever has no
voorvoegsel cannot be asked for without it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from app.evaluatie import corrupt
from app.evaluatie.kennis import Familie, family_of
from app.names.normalise import tokens
from app.names.profile import NO_SURNAME, Naamprofiel, are_initials

FIRST_OF_JANUARY = "-01-01"
_LEAST_START = 4  # letters of a surname that are typed before the rest is waited for


@dataclass(frozen=True)
class Delen:
    """`voornaam`, `voorvoegsel` and `achternaam` are what is asked; the others are what may be asked instead."""

    voornaam: str
    voorvoegsel: str
    achternaam: str
    datum: str = ""
    voornamen: tuple[str, ...] = ()
    roepnaam: str = ""
    aliassen: tuple[str, ...] = ()

    def naam(self) -> str:
        return " ".join(piece for piece in (self.voornaam, self.voorvoegsel, self.achternaam) if piece)


Garble = Callable[[Delen, Random], Delen | None]


def take_apart(profile: Naamprofiel) -> Delen | None:
    """None for persons who cannot be asked for by a given name and a surname."""
    given = profile.voornamen or ""
    if not given or are_initials(given) or profile.geslachtsnaam == NO_SURNAME:
        return None
    return Delen(
        voornaam=given.split()[0],
        voorvoegsel=profile.voorvoegsel or "",
        achternaam=profile.geslachtsnaam,
        datum=profile.geboortedatum or "",
        voornamen=tuple(given.split()),
        roepnaam=profile.roepnaam or "",
        aliassen=profile.aliassen,
    )


def same(person: Delen, _random: Random) -> Delen:
    """The given name that comes first, the voorvoegsel and the surname, as registered."""
    return person


def _on_one_name(change: Callable[[str, Random], str | None]) -> Garble:
    """Garble the given name or the surname, whichever comes up; the other one when nothing changes the first."""

    def garble(person: Delen, random: Random) -> Delen | None:
        for given in random.sample((True, False), 2):
            value = person.voornaam if given else person.achternaam
            garbled = change(value, random)
            if garbled and garbled.lower() != value.lower():
                return replace(person, voornaam=garbled) if given else replace(person, achternaam=garbled)
        return None

    return garble


# One letter left out, doubled, swapped with the next, replaced by a near key or put in between; anywhere.
typing = _on_one_name(corrupt.typing_error)
# The same with the first letter of the given name or the surname.
first_letter = _on_one_name(corrupt.first_letter_error)
# One place spelled as a Dutch ear may spell it.
sound = _on_one_name(corrupt.sound_alike)


def two_typing_errors(person: Delen, random: Random) -> Delen | None:
    """Both in one name, or one in each."""
    once = typing(person, random)
    return typing(once, random) if once else None


def familie_of(person: Delen) -> Familie | None:
    return family_of(person.naam().replace("İ", "i").lower())


def other_spelling(person: Delen, random: Random) -> Delen | None:
    """A name from elsewhere as another hand writes it down; a Chinese one with the surname in front."""
    familie = familie_of(person)
    if familie is None:
        return None
    if familie.achternaam_voorop:
        return turned(person, random)
    return _on_one_name(lambda name, chance: corrupt.rewritten(name, familie, chance))(person, random)


def spelling_of(familie: str) -> Garble:
    """The same, for names of one family only."""

    def garble(person: Delen, random: Random) -> Delen | None:
        found = familie_of(person)
        return other_spelling(person, random) if found and found.naam == familie else None

    return garble


def nickname(person: Delen, random: Random) -> Delen | None:
    """What people of that name are called (Anja for Johanna), unless the register knows this very form."""
    short = corrupt.nickname(person.voornaam, random)
    registered = {name.lower() for name in (*person.voornamen, person.roepnaam)}
    return replace(person, voornaam=short) if short and short not in registered else None


def roepnaam(person: Delen, _random: Random) -> Delen | None:
    """The roepnaam that is registered."""
    return replace(person, voornaam=person.roepnaam) if person.roepnaam else None


def second_given(person: Delen, _random: Random) -> Delen | None:
    """By the second given name only."""
    return replace(person, voornaam=person.voornamen[1]) if len(person.voornamen) > 1 else None


def initials(person: Delen, random: Random) -> Delen:
    """J. Jansen, J.P. Jansen, or typed together: jp jansen."""
    letters = [name[0] for name in person.voornamen]
    forms = (f"{letters[0]}.", "".join(f"{letter}." for letter in letters), "".join(letters).lower(), letters[0])
    return replace(person, voornaam=random.choice(forms))


def turned(person: Delen, _random: Random) -> Delen:
    """The surname first, as lists and many countries have it."""
    return replace(person, voornaam=person.achternaam, voorvoegsel="", achternaam=person.voornaam)


def start_of_surname(person: Delen, random: Random) -> Delen | None:
    """The rest is not typed yet, or was not heard."""
    if len(person.achternaam) <= _LEAST_START + 1:
        return None
    length = random.randint(_LEAST_START, len(person.achternaam) - 2) if len(person.achternaam) > 6 else _LEAST_START
    return replace(person, achternaam=person.achternaam[:length].rstrip(" -"))


def surname_only(person: Delen, _random: Random) -> Delen:
    return replace(person, voornaam="")


def given_only(person: Delen, _random: Random) -> Delen:
    return replace(person, voorvoegsel="", achternaam="")


def _is_street_name(person: Delen, alias: str) -> bool:
    """One word, or what stands in front of the own name: Spijker, Lange Mo."""
    words = tokens(alias)
    own = {word for name in (*person.voornamen, person.roepnaam) for word in tokens(name)}
    return len(words) == 1 or (len(words) == 2 and words[1] in own)


def alias(person: Delen, random: Random) -> Delen | None:
    """Another whole name."""
    names = [one for one in person.aliassen if not _is_street_name(person, one)]
    return Delen(random.choice(names), "", "", person.datum) if names else None


def street_name(person: Delen, random: Random) -> Delen | None:
    """What the street says, by itself."""
    names = [one for one in person.aliassen if _is_street_name(person, one)]
    return Delen(random.choice(names), "", "", person.datum) if names else None
