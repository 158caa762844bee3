"""Questions with known answers, of every kind that an officer asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from app.evaluatie import corrupt
from app.evaluatie.kennis import short_forms
from app.evaluatie.persoon import Delen, take_apart
from app.evaluatie.soorten import SOORTEN, Soort
from app.names.normalise import tokens
from app.names.profile import NO_SURNAME, Naamprofiel

# The kind of which the goals are strictest (99.5 % right, 1 % of the unknown shown), so it takes more questions to see.
FULL_NAME_AND_DATE = "naam+datum"
_MORE = 4
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
    """Whom can be asked about: registered persons by their number, and strangers with and without a namesake there."""

    known: Sequence[tuple[int, Naamprofiel]]
    strangers: Sequence[Naamprofiel]
    namesakes: Sequence[Naamprofiel]
    # Names with birth dates that are registered, as hashes: a twin who is registered too is no stranger.
    registered: frozenset[int] = field(repr=False)

    @classmethod
    def among(cls, known: Sequence[tuple[int, Naamprofiel]], unknown: Sequence[Naamprofiel]) -> "Personen":
        asked = {name for profile in unknown for name in _names(profile, by_nickname=True)}
        present = {name for _, profile in known for name in _names(profile) if name in asked}
        strangers: list[Naamprofiel] = []
        namesakes: list[Naamprofiel] = []
        for profile in unknown:
            has_one = not present.isdisjoint(_names(profile, by_nickname=True))
            (namesakes if has_one else strangers).append(profile)
        dated = frozenset(hash((name, profile.geboortedatum)) for _, profile in known for name in _names(profile))
        return cls(known, strangers, namesakes, dated)

    def is_registered(self, person: Delen) -> bool:
        profile = Naamprofiel(person.achternaam, person.voornaam)
        return any(hash((name, person.datum)) in self.registered for name in _names(profile))


def _names(profile: Naamprofiel, *, by_nickname: bool = False) -> Iterator[str]:
    """Every pair of a given name and a surname that this person bears, folded; halves and aliases too."""
    for alias in profile.aliassen:
        words = tokens(alias)
        first, rest = (words[0], words[1:]) if len(words) > 1 else ("", words)
        yield from (f"{first}|{surname}" for surname in dict.fromkeys((" ".join(rest), *rest[-1:])))
    if profile.geslachtsnaam == NO_SURNAME:
        return
    firsts = dict.fromkeys(tokens(f"{profile.voornamen or ''} {profile.roepnaam or ''}"))
    if by_nickname:
        firsts |= dict.fromkeys(short for first in list(firsts)[:1] for short in short_forms().get(first, ()))
    words = tokens(profile.geslachtsnaam)
    for first in firsts:
        for surname in dict.fromkeys((" ".join(words), *words)):
            yield f"{first}|{surname}"


def make_questions(
    known: Sequence[tuple[int, Naamprofiel]], unknown: Sequence[Naamprofiel], *, each: int, seed: int
) -> Iterator[Vraag]:
    """Questions of every kind about these persons; see `questions_about`."""
    return questions_about(Personen.among(known, unknown), each=each, seed=seed)


def questions_about(persons: Personen, *, each: int, seed: int) -> Iterator[Vraag]:
    """`each` questions of each kind about known persons, fewer about unknown ones; the same ones for the same seed.

    Somebody with a namesake in the register is no unknown person to a search by name: those are counted apart.
    """
    random, numbers = Random(seed), Aantallen(each)  # noqa: S311 - the same questions every time.
    numberless = [(None, profile) for profile in persons.strangers]
    namesakes = [(None, profile) for profile in persons.namesakes]
    for soort in SOORTEN:
        yield from _about(soort, Over.BEKEND, persons.known, numbers.known(soort), random)
        yield from _about(soort, Over.ONBEKEND, numberless, numbers.unknown(soort), random)
        yield from _about(soort, Over.MET_NAAMGENOOT, namesakes, numbers.with_namesake(), random)
    for over in OTHERS:
        yield from _about_others(over, persons, numbers.others(), random)


def _about(
    soort: Soort,
    over: Over,
    persons: Sequence[tuple[int | None, Naamprofiel]],
    count: int,
    random: Random,
) -> Iterator[Vraag]:
    made = 0
    for at in random.sample(range(len(persons)), min(len(persons), count * _TRIED)):
        number, profile = persons[at]
        person = take_apart(profile)
        asked = soort.make(person, random) if person else None
        if asked:
            yield Vraag(soort.naam, over, *asked, persoon=number)
            made += 1
        if made == count:
            return


def _about_others(over: Over, persons: Personen, count: int, random: Random) -> Iterator[Vraag]:
    """Persons who are not registered, and are easily taken for somebody who is."""
    made = 0
    for number, profile in random.sample(persons.known, min(len(persons.known), count * _TRIED)):
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
