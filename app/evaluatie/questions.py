"""Questions with known answers, of every kind that an officer asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random
from typing import TypeVar

from app.evaluatie import corrupt
from app.evaluatie.kennis import short_forms
from app.evaluatie.persoon import Delen, take_apart
from app.evaluatie.soorten import SOORTEN, Soort
from app.names.normalise import tokens
from app.names.profile import NO_SURNAME, Naamprofiel

# The kind of which the goals are strictest (99.5 % right, 1 % of the unknown shown), so it takes more questions to see.
FULL_NAME_AND_DATE = "naam+datum"
_MORE = 4
Person = TypeVar("Person")
# Of rare kinds not everybody will do: so many persons are tried for each question that is wanted.
_TRIED = 300


class Over(StrEnum):
    """Whom a question is about."""

    BEKEND = "bekend"
    ONBEKEND = "onbekend"  # nobody in the register, and nobody there has that name
    MET_NAAMGENOOT = "onbekend met naamgenoot"  # nobody in the register, but somebody there has that very name
    TWEELING = "tweeling"  # surname and birth date of a registered person, another given name
    NAAMGENOOT = "naamgenoot"  # the name of a registered person, another birth date of the same generation
    VADER_ZOON = "vader of zoon"  # the name of a registered person, a generation older or younger


OTHERS = (Over.TWEELING, Over.NAAMGENOOT, Over.VADER_ZOON)


@dataclass(frozen=True)
class Vraag:
    soort: str
    over: Over
    naam: str | None
    geboortedatum: str | None = None
    ongeveer: int | None = None
    # The person who is meant; for a twin, a namesake, a father or a son the registered person who is not.
    persoon: int | None = None


@dataclass(frozen=True)
class Aantallen:
    """How many questions: `each` of each kind about registered persons, and a part of it about the others."""

    each: int

    def known(self, soort: Soort) -> int:
        return self.each * (_MORE if soort.naam == FULL_NAME_AND_DATE else 1)

    def unknown(self, soort: Soort) -> int:
        return self.each * _MORE if soort.naam == FULL_NAME_AND_DATE else -(-self.each // 3)

    def with_namesake(self) -> int:
        return -(-self.each // 10)

    def others(self) -> int:
        return 2 * self.each


@dataclass(frozen=True)
class Personen:
    """Whom can be asked about: registered persons by their number, and others."""

    known: Sequence[tuple[int, Naamprofiel]]
    unknown: Sequence[Naamprofiel]
    # Names of registered persons that may be asked for somebody else, and whole birth dates with them as hashes.
    namen: frozenset[str] = field(repr=False)
    met_datum: frozenset[int] = field(repr=False)

    @classmethod
    def among(cls, known: Sequence[tuple[int, Naamprofiel]], unknown: Sequence[Naamprofiel]) -> "Personen":
        asked = {name for profile in unknown for name in _may_be_asked(profile)}
        names, dated = set(), set()
        for _, profile in known:
            for name in _registered_names(profile):
                dated.add(hash((name, profile.geboortedatum)))
                if name in asked:
                    names.add(name)
        return cls(known, unknown, frozenset(names), frozenset(dated))

    def has_namesake(self, person: Delen, genoemd: Delen) -> bool:
        """Whether somebody in the register bears this person's name, or the other name by which is asked."""
        return not self.namen.isdisjoint({_name(person), _name(genoemd)})

    def is_registered(self, person: Delen) -> bool:
        return hash((_name(person), person.datum)) in self.met_datum


def _name(person: Delen) -> str:
    """A given name and a surname, folded; a name by itself has no surname."""
    if not person.achternaam:
        return _alias_name(tokens(person.voornaam))
    return f"{''.join(tokens(person.voornaam))}|{' '.join(tokens(person.achternaam))}"


def _alias_name(words: tuple[str, ...]) -> str:
    return f"{words[0]}|{' '.join(words[1:])}" if words else "|"


def _registered_names(profile: Naamprofiel) -> Iterator[str]:
    """The names that somebody goes by: first given name or roepnaam, with the surname or half of it; and aliases."""
    for alias in profile.aliassen:
        words = tokens(alias)
        yield _alias_name(words)
        # Without the voorvoegsel in between.
        yield _alias_name(words[:1] + words[-1:])
    if profile.geslachtsnaam == NO_SURNAME:
        return
    words = tokens(profile.geslachtsnaam)
    given = (profile.voornamen or "").partition(" ")[0]
    # Fatima-Sana is a Fatima to many.
    firsts = [first for name in (given, profile.roepnaam or "") for first in ("".join(tokens(name)), *tokens(name)[:1])]
    for first in dict.fromkeys(firsts):
        for surname in dict.fromkeys((" ".join(words), *words)):
            yield f"{first}|{surname}"


def _may_be_asked(profile: Naamprofiel) -> Iterator[str]:
    """The same, with every given name, and what people of the first one are called."""
    yield from _registered_names(profile)
    person = take_apart(profile)
    if person:
        short = short_forms().get("".join(tokens(person.voornaam)), ())
        for first in (*person.voornamen[1:], *short):
            yield from _registered_names(Naamprofiel(person.achternaam, first))


def questions_about(persons: Personen, *, each: int, seed: int) -> Iterator[Vraag]:
    """`each` questions of each kind about known persons, fewer about unknown ones; the same ones for the same seed.

    Somebody with a namesake in the register is no unknown person to a search by name: those are counted apart.
    """
    random, numbers = Random(seed), Aantallen(each)  # noqa: S311 - the same questions every time.
    for soort in SOORTEN:
        yield from _about_known(soort, persons, numbers.known(soort), random)
        wanted = {Over.ONBEKEND: numbers.unknown(soort), Over.MET_NAAMGENOOT: numbers.with_namesake()}
        yield from _about_unknown(soort, persons, wanted, random)
    for over in OTHERS:
        yield from _about_others(over, persons, numbers.others(), random)


def _about_known(soort: Soort, persons: Personen, count: int, random: Random) -> Iterator[Vraag]:
    made = 0
    for number, profile in _some(persons.known, count, random):
        person = take_apart(profile)
        asked = soort.make(person, random) if person else None
        if asked:
            yield Vraag(soort.naam, Over.BEKEND, *asked[1:], persoon=number)
            made += 1
        if made == count:
            return


def _about_unknown(soort: Soort, persons: Personen, wanted: dict[Over, int], random: Random) -> Iterator[Vraag]:
    """Until there are as many as wanted of those with a namesake in the register and of those without."""
    for profile in _some(persons.unknown, sum(wanted.values()), random):
        person = take_apart(profile)
        asked = soort.make(person, random) if person else None
        if person and asked:
            over = Over.MET_NAAMGENOOT if persons.has_namesake(person, asked.genoemd) else Over.ONBEKEND
            if wanted[over]:
                wanted[over] -= 1
                yield Vraag(soort.naam, over, *asked[1:])
        if not any(wanted.values()):
            return


def _some(persons: Sequence[Person], count: int, random: Random) -> Iterator[Person]:
    """So many at random, one after the other, that `count` of them will do."""
    return (persons[at] for at in random.sample(range(len(persons)), min(len(persons), count * _TRIED)))


def _about_others(over: Over, persons: Personen, count: int, random: Random) -> Iterator[Vraag]:
    """Persons who are not registered, and are easily taken for somebody who is."""
    made = 0
    for number, profile in _some(persons.known, count, random):
        person = take_apart(profile)
        other = take_apart(random.choice(persons.known)[1])
        stranger = _OTHERS[over](person, other, random) if person and other and len(person.datum) == 10 else None
        if stranger is None or persons.is_registered(stranger):
            continue
        # A son is asked for by his year as often as by his whole birth date.
        datum = stranger.datum[:4] if over is Over.VADER_ZOON and made % 2 else stranger.datum
        yield Vraag(over.value, over, stranger.naam(), datum, persoon=number)
        made += 1
        if made == count:
            return


def _twin(person: Delen, other: Delen, _random: Random) -> Delen | None:
    """Not with the same first letter: Jan and Johannes are one man, and some would be registered under the other."""
    apart = other.voornaam[:1].lower() not in {name[:1].lower() for name in (*person.voornamen, person.roepnaam)}
    return replace(person, voornaam=other.voornaam) if apart else None


def _born(person: Delen, years: int, other: Delen) -> Delen | None:
    datum = f"{int(person.datum[:4]) + years}{other.datum[4:] or person.datum[4:]}"
    whole = len(datum) == len(person.datum) and corrupt.is_date(datum)
    return replace(person, datum=datum) if whole else None


def _namesake(person: Delen, other: Delen, random: Random) -> Delen | None:
    return _born(person, random.choice((-1, 1)) * random.randint(1, 15), other)


def _father_or_son(person: Delen, other: Delen, random: Random) -> Delen | None:
    return _born(person, random.choice((-1, 1)) * random.randint(18, 40), other)


_OTHERS = {Over.TWEELING: _twin, Over.NAAMGENOOT: _namesake, Over.VADER_ZOON: _father_or_son}
