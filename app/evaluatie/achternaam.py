"""What becomes of surnames: halves of double ones, and the words in front of them."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from app.evaluatie.persoon import Delen, Garble


def _halves(person: Delen) -> list[str]:
    """The parts of a surname of several words, of which each is a name."""
    halves = person.achternaam.split("-") if "-" in person.achternaam else person.achternaam.split()
    return halves if len(halves) > 1 and all(len(half) > 2 for half in halves) else []


def one_surname(person: Delen, _random: Random) -> Delen | None:
    """The first of several surnames, as most people are called."""
    halves = _halves(person)
    return replace(person, achternaam=halves[0]) if halves else None


def maiden_name(person: Delen, _random: Random) -> Delen | None:
    """The last half of a double surname, by Dutch custom the name of birth."""
    halves = _halves(person)
    return replace(person, voorvoegsel="", achternaam=halves[-1].strip()) if halves else None


def other_hyphen(person: Delen, random: Random) -> Delen | None:
    """A double surname with a space or nothing for its hyphen, with a hyphen for its space, or the other way round."""
    halves = _halves(person)
    if len(halves) != 2:
        return None
    one, other = halves
    forms = (f"{one} {other}" if "-" in person.achternaam else f"{one}-{other}", f"{other}-{one}", f"{one}{other}")
    return replace(person, achternaam=random.choice(forms))


def _with_particle(forms: Callable[[Delen, list[str]], tuple[str, ...]]) -> Garble:
    """The whole name in one of some forms, for whoever has a voorvoegsel."""

    def garble(person: Delen, random: Random) -> Delen | None:
        words = person.voorvoegsel.split()
        if not words:
            return None
        return Delen(random.choice(forms(person, words)), "", "", person.datum)

    return garble


# Jan Berg, or half of it: Jan den Berg, Jan van Berg.
particle_missing = _with_particle(
    lambda person, words: (
        f"{person.voornaam} {person.achternaam}",
        f"{person.voornaam} {person.achternaam}",
        *(f"{person.voornaam} {word} {person.achternaam}" for word in words[:1] + words[-1:] if len(words) > 1),
    )
)
# Behind the comma or at the end, as on forms and in other systems: "Berg, Jan van den".
particle_misplaced = _with_particle(
    lambda person, words: (
        f"{person.achternaam}, {person.voornaam} {' '.join(words)}",
        f"{person.achternaam}, {' '.join(words)}, {person.voornaam}",
        f"{person.voornaam} {person.achternaam}, {' '.join(words)}",
        f"{person.achternaam} {' '.join(words)} {person.voornaam}",
    )
)
# v.d. Berg, v d Berg, vd Berg.
particle_short = _with_particle(
    lambda person, words: tuple(
        f"{person.voornaam} {letters} {person.achternaam}"
        for letters in (
            ".".join(word[0] for word in words) + ".",
            " ".join(word[0] for word in words),
            "".join(word[0] for word in words),
        )
    )
)
# vandenBerg, vanden Berg, vdBerg.
particle_glued = _with_particle(
    lambda person, words: (
        f"{person.voornaam} {''.join(words)}{person.achternaam}",
        f"{person.voornaam} {' '.join(words[:-1])} {words[-1]}{person.achternaam}",
        f"{person.voornaam} {''.join(words)} {person.achternaam}",
        *((f"{person.voornaam} {''.join(word[0] for word in words)}{person.achternaam}",) if len(words) > 1 else ()),
    )
)


def particle(person: Delen, random: Random) -> Delen | None:
    """Any of the four."""
    return random.choice((particle_missing, particle_misplaced, particle_short, particle_glued))(person, random)
