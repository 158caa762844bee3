"""Questions with known answers, of every kind that an officer asks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from app.evaluatie import corrupt
from app.names.profile import NO_SURNAME, Naamprofiel, are_initials


class Over(StrEnum):
    """Whom a question is about."""

    BEKEND = "bekend"
    ONBEKEND = "onbekend"  # nobody in the register
    TWEELING = "tweeling"  # surname and birth date of a registered person, another given name
    NAAMGENOOT = "naamgenoot"  # the name of a registered person, another birth date


@dataclass(frozen=True)
class Vraag:
    soort: str
    over: Over
    naam: str | None
    geboortedatum: str | None = None
    ongeveer: int | None = None
    # The person who is meant; for a twin or namesake the registered person who is not.
    persoon: int | None = None


@dataclass(frozen=True)
class Delen:
    """A person as one would name them."""

    voornaam: str
    voorvoegsel: str
    achternaam: str
    datum: str

    def naam(self) -> str:
        return " ".join(piece for piece in (self.voornaam, self.voorvoegsel, self.achternaam) if piece)


Maker = Callable[[Delen, Random], tuple[str | None, str | None, int | None] | None]


def take_apart(profile: Naamprofiel) -> Delen | None:
    """None for persons who cannot be asked for by a full name and a whole birth date."""
    given = profile.voornamen or ""
    if not given or are_initials(given) or profile.geslachtsnaam == NO_SURNAME:
        return None
    if not profile.geboortedatum or len(profile.geboortedatum) < 10:
        return None
    first = given.split()[0]
    return Delen(first, profile.voorvoegsel or "", profile.geslachtsnaam, profile.geboortedatum)


def _on_one_name(change: Callable[[str, Random], str | None]) -> Callable[[Delen, Random], Delen | None]:
    """Garble the given name or the surname, whichever comes up; the other one when no rule fits the first."""

    def garble(person: Delen, random: Random) -> Delen | None:
        for field in random.sample(("voornaam", "achternaam"), 2):
            value = getattr(person, field)
            garbled = change(value, random)
            if garbled and garbled.lower() != value.lower():
                return replace(person, **{field: garbled})
        return None

    return garble


def _twice(person: Delen, random: Random) -> Delen | None:
    once = _typing(person, random)
    return _typing(once, random) if once else None


_typing = _on_one_name(corrupt.typing_error)
_sound = _on_one_name(corrupt.sound_alike)
_spelling = _on_one_name(corrupt.transliteration)


def _nickname(person: Delen, random: Random) -> Delen | None:
    short = corrupt.nickname(person.voornaam, random)
    return replace(person, voornaam=short) if short else None


def _particles(person: Delen, random: Random) -> Delen | None:
    if not person.voorvoegsel:
        return None
    surname = corrupt.glued(person.voorvoegsel, person.achternaam, random)
    return replace(person, voorvoegsel="", achternaam=surname)


def _same(person: Delen, _random: Random) -> Delen:
    return person


Garble = Callable[[Delen, Random], Delen | None]


def _by_name(garble: Garble, *, datum: bool = False, jaar: bool = False) -> Maker:
    def make(person: Delen, random: Random) -> tuple[str | None, str | None, int | None] | None:
        garbled = garble(person, random)
        if garbled is None:
            return None
        asked = garbled.datum if datum else garbled.datum[:4] if jaar else None
        return garbled.naam(), asked, None

    return make


def _initial(person: Delen, _random: Random) -> Delen:
    return replace(person, voornaam=f"{person.voornaam[0]}.")


def _turned(person: Delen, _random: Random) -> Delen:
    return replace(person, voornaam=person.achternaam, voorvoegsel="", achternaam=person.voornaam)


def _digit(person: Delen, random: Random) -> Delen:
    return replace(person, datum=corrupt.wrong_digit(person.datum, random))


def _swapped(person: Delen, _random: Random) -> Delen | None:
    datum = corrupt.swapped(person.datum)
    return replace(person, datum=datum) if datum else None


def _about(person: Delen, random: Random) -> tuple[str | None, str | None, int | None]:
    return person.naam(), None, int(person.datum[:4]) + random.randint(-2, 2)


def _surname_and_date(person: Delen, _random: Random) -> tuple[str | None, str | None, int | None]:
    return person.achternaam, person.datum, None


def _given_and_date(person: Delen, _random: Random) -> tuple[str | None, str | None, int | None]:
    return person.voornaam, person.datum, None


def _typing_and_digit(person: Delen, random: Random) -> Delen | None:
    garbled = _typing(person, random)
    return _digit(garbled, random) if garbled else None


MAKERS: dict[str, Maker] = {
    "naam+datum": _by_name(_same, datum=True),
    "naam+datum typefout": _by_name(_typing, datum=True),
    "naam+datum twee typefouten": _by_name(_twice, datum=True),
    "naam+datum klank": _by_name(_sound, datum=True),
    "naam+datum transliteratie": _by_name(_spelling, datum=True),
    "naam+datum roepnaam": _by_name(_nickname, datum=True),
    "naam+datum voorletter": _by_name(_initial, datum=True),
    "naam+datum omgedraaid": _by_name(_turned, datum=True),
    "naam+datum voorvoegsel": _by_name(_particles, datum=True),
    "naam, datum een cijfer": _by_name(_digit, datum=True),
    "naam, datum verwisseld": _by_name(_swapped, datum=True),
    "typefout, datum een cijfer": _by_name(_typing_and_digit, datum=True),
    "achternaam+datum": _surname_and_date,
    "voornaam+datum": _given_and_date,
    "naam+jaar": _by_name(_same, jaar=True),
    "naam+jaar typefout": _by_name(_typing, jaar=True),
    "naam+jaar roepnaam": _by_name(_nickname, jaar=True),
    "naam+jaar klank": _by_name(_sound, jaar=True),
    "naam, jaar ongeveer": _about,
    "naam": _by_name(_same),
    "naam typefout": _by_name(_typing),
    "naam twee typefouten": _by_name(_twice),
    "naam klank": _by_name(_sound),
    "naam transliteratie": _by_name(_spelling),
    "naam roepnaam": _by_name(_nickname),
    "naam omgedraaid": _by_name(_turned),
    "naam voorvoegsel": _by_name(_particles),
}
# Every kind, in the order in which a table shows them.
SOORTEN = (*MAKERS, Over.TWEELING.value, Over.NAAMGENOOT.value)


def make_questions(
    known: Sequence[tuple[int, Naamprofiel]], unknown: Sequence[Naamprofiel], *, each: int, seed: int
) -> Iterator[Vraag]:
    """`each` questions of each kind about known persons, a third as many about unknown ones, twins and namesakes."""
    random = Random(seed)  # noqa: S311 - the same questions every time.
    persons = [(number, parts) for number, profile in known if (parts := take_apart(profile))]
    names = {_bare(profile) for _, profile in known}
    # Somebody with a namesake in the register is asked about below, and counted apart.
    strangers = [parts for one in unknown if _bare(one) not in names and (parts := take_apart(one))]
    for soort, maker in MAKERS.items():
        yield from _about_known(soort, maker, persons, each, random)
        yield from _about_unknown(soort, maker, strangers, -(-each // 3), random)
    for number, person in random.sample(persons, min(each, len(persons))):
        other = random.choice(persons)[1].voornaam
        naam = replace(person, voornaam=other).naam()
        if other[:1] != person.voornaam[:1]:
            yield Vraag("tweeling", Over.TWEELING, naam, person.datum, persoon=number)
        datum = f"{int(person.datum[:4]) - random.randint(18, 40)}{random.choice(persons)[1].datum[4:]}"
        if corrupt.is_date(datum):
            yield Vraag("naamgenoot", Over.NAAMGENOOT, person.naam(), datum, persoon=number)


def _bare(profile: Naamprofiel) -> tuple[str, str]:
    return (profile.voornamen or "").partition(" ")[0].lower(), profile.geslachtsnaam.lower()


def _about_known(
    soort: str, maker: Maker, persons: Sequence[tuple[int, Delen]], each: int, random: Random
) -> Iterator[Vraag]:
    made = 0
    for number, person in random.sample(persons, min(len(persons), each * 30)):
        asked = maker(person, random)
        if asked:
            made += 1
            yield Vraag(soort, Over.BEKEND, *asked, persoon=number)
        if made == each:
            return


def _about_unknown(soort: str, maker: Maker, strangers: Sequence[Delen], each: int, random: Random) -> Iterator[Vraag]:
    asked = (maker(person, random) for person in random.sample(strangers, min(len(strangers), each * 30)))
    for count, question in enumerate(one for one in asked if one):
        if count == each:
            return
        yield Vraag(soort, Over.ONBEKEND, *question)
