"""The parts of a person's name, and the spellings under which a part is found."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from app.names.normalise import tokens
from app.names.profile import NO_SURNAME, Naamprofiel, are_initials
from app.names.roepnamen import forms_of
from app.names.schrijfwijzen import spellings_of
from app.names.sound import MAX_KLANK, klank, skeleton
from app.names.voorvoegsels import FIXED, LOOSE, unglued, without_particles

# Borne by everybody: its count is the number of persons, which turns every other count into a share.
EVERYBODY = ""
# In front of a part that counts one spelling; without it a part is a sound form, which counts all its spellings.
SPELLED = "'"

MAX_PARTS = 5
STARTING = 4  # with so many letters one may have typed the start of a name and no more
_BEGIN = "^"  # in front of how a part starts
_TWO_LESS = "~"  # in front of a spelling with two letters left out
_BONES = 3  # with fewer consonants too many names are alike
_PREFIX = 8  # letters of a sound form in which errors are looked for
_LONG = 6  # of so many letters two may be left out, and of no fewer


class Deel(NamedTuple):
    """One name part: as written (folded) and as it sounds. A tuple, for it is hashed in every comparison."""

    token: str
    klank: str


class Naming(NamedTuple):
    """One way to name a person: as registered, or by an alias. A tuple, for one is made of every candidate."""

    given: tuple[Deel, ...]
    surname: tuple[Deel, ...]
    initials: str = ""
    alias: bool = False
    roepnaam: tuple[Deel, ...] = ()
    # The particles that are registered, for a word like Ben may be one or a given name.
    particles: frozenset[str] = frozenset()

    def delen(self) -> tuple[Deel, ...]:
        return self.given + self.roepnaam + self.surname


def deel(token: str) -> Deel:
    return Deel(token, klank(token))


def _delen(words: tuple[str, ...]) -> tuple[Deel, ...]:
    return tuple(deel(word) for word in words[:MAX_PARTS])


def namings(profile: Naamprofiel) -> tuple[Naming, ...]:
    """Every way to name this person, the registered one first."""
    registered = _registered(profile)
    return (registered, *(_alias(alias, registered) for alias in profile.aliassen[:8]))


def _registered(profile: Naamprofiel) -> Naming:
    initials, given = _given(profile.voornamen or "")
    surname, particles = _surname(profile.geslachtsnaam, profile.voorvoegsel or "")
    roepnaam = _roepnaam(profile.roepnaam) if profile.roepnaam else ()
    return Naming(given, surname, initials, roepnaam=roepnaam, particles=particles)


# Names come back in one person after another, so each is taken apart once.
@lru_cache(maxsize=65536)
def _given(voornamen: str) -> tuple[str, tuple[Deel, ...]]:
    """The initials and the whole words."""
    words = tokens(voornamen)
    if are_initials(voornamen):
        return "".join(words), ()
    return "".join(word[0] for word in words), _delen(_whole(words))


@lru_cache(maxsize=65536)
def _roepnaam(roepnaam: str) -> tuple[Deel, ...]:
    return _delen(_whole(tokens(roepnaam)))


@lru_cache(maxsize=65536)
def _surname(geslachtsnaam: str, voorvoegsel: str) -> tuple[tuple[Deel, ...], frozenset[str]]:
    """The words of a surname, and the particles that may be a given name elsewhere."""
    words = tokens(geslachtsnaam)
    own = () if geslachtsnaam == NO_SURNAME else without_particles(words)
    return _delen(own), LOOSE.intersection(tokens(voorvoegsel) + words)


def _surname_start(alias: str, words: tuple[str, ...]) -> int:
    """A surname starts at the first particle or hyphenated piece, else it is the last word; never at the first."""
    at = 0
    starts = [at for at, word in enumerate(words) if word in FIXED | LOOSE]
    pieces = alias.split()
    for piece in pieces:
        if "-" in piece:
            starts.append(at)
        at += len(tokens(piece))
    return min((start for start in starts if start), default=max(1, len(words) - len(tokens(pieces[-1]))))


def _whole(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1)


def _alias(alias: str, registered: Naming) -> Naming:
    """One word replaces the given name and leaves the surname; several words are a name of their own."""
    words = tokens(alias)
    if len(words) <= 1 or all(word in FIXED for word in words[:-1]):
        given = _delen(without_particles(words)) if words else ()
        return Naming(given, registered.surname, alias=True)
    at = _surname_start(alias, words)
    initials = "".join(word[0] for word in words[:at])
    return Naming(_delen(_whole(words[:at])), _delen(without_particles(words[at:])), initials, alias=True)


def name_parts(profile: Naamprofiel) -> frozenset[str]:
    """What table `naamdeel` counts once for this person: sound forms and spellings of all names, and `EVERYBODY`."""
    parts = {part for naming in namings(profile) for part in naming.delen()}
    sounds = {part.klank for part in parts}
    return frozenset(sounds | {spelling(part.token) for part in parts} | {EVERYBODY})


def spelling(token: str) -> str:
    """The part that counts this one spelling."""
    return f"{SPELLED}{token[:MAX_KLANK]}"


def sounding_as(asked: Iterable[Deel]) -> frozenset[str]:
    """The parts that sound as asked, and are spelled as asked; and everybody."""
    return frozenset({EVERYBODY, *(name for part in asked for name in (part.klank, spelling(part.token)))})


def names_for(asked: Iterable[Deel]) -> frozenset[str]:
    """The parts that are surely the same name: also what it stands for, in all its spellings."""
    found = set(sounding_as(asked))
    for part in asked:
        for sound in spellings_of(part.klank):
            found.update((sound, *forms_of(sound)))
        found.update(rest for rest in (unglued(part.klank), unglued(part.token)) if rest)
    return frozenset(found)


def skeletons_of(asked: Iterable[Deel]) -> frozenset[str]:
    """The spellings under which names with the same consonants are found."""
    return frozenset(key for part in asked for key in _bones(part.klank))


@lru_cache(maxsize=65536)
def variant_keys(sound: str) -> frozenset[str]:
    """The spellings under which a part is found in table `naamvariant`; none for a single spelling and `EVERYBODY`.

    Two names meet when they share a key: each with a letter left out (symmetric deletes, after W. Garbe's SymSpell),
    without vowels, or without a glued particle. What is looked at last stands apart, for it is much: with two letters
    left out, and how a part starts.
    """
    if sound == EVERYBODY or sound.startswith(SPELLED):
        return frozenset()
    return frozenset((*_close(sound), *(f"{_TWO_LESS}{rest}" for rest in _two_less(sound)), _start(sound)))


def near_spellings(asked: Iterable[Deel]) -> frozenset[str]:
    """Under which spellings to look for names that lie within one slip of the asked ones."""
    keys: set[str] = set()
    for part in asked:
        keys.update(_close(part.klank))
        keys.update(sound[:_PREFIX] for sound in sounds_with_one_less(part.token))
    return frozenset(keys)


def far_spellings(asked: Iterable[Deel]) -> frozenset[str]:
    """The further spellings under which names within two slips are found."""
    keys: set[str] = set()
    for part in asked:
        shorter = _two_less(part.klank)
        keys.update(shorter)
        keys.update(f"{_TWO_LESS}{rest}" for rest in (*_one_less(part.klank), part.klank[:_PREFIX]))
        if len(part.klank) >= STARTING:
            keys.add(_start(part.klank))
    return frozenset(keys)


def _close(sound: str) -> set[str]:
    keys = {sound[:_PREFIX], *_one_less(sound)}
    keys.update(_bones(sound))
    rest = unglued(sound)
    if rest:
        keys.add(rest[:_PREFIX])
    keys.discard("")
    return keys


def _bones(sound: str) -> Iterable[str]:
    bones = skeleton(sound)
    return (f"={bones}",) if len(bones) >= _BONES else ()


def _one_less(sound: str) -> set[str]:
    return leave_out(sound[:_PREFIX], 1)


def _start(sound: str) -> str:
    return f"{_BEGIN}{sound[:STARTING]}"


def _two_less(sound: str) -> set[str]:
    return leave_out(sound[:_LONG], 2) if len(sound) >= _LONG else set()


@lru_cache(maxsize=4096)
def sounds_with_one_less(token: str) -> frozenset[str]:
    """The sounds of a token with one letter left out: a letter too many may break up a sound (Scjhmidt)."""
    return frozenset(klank(shorter) for shorter in leave_out(token, 1))


def leave_out(word: str, count: int) -> set[str]:
    """All words that remain when `count` letters are left out."""
    kept = len(word) - count
    return {"".join(letters) for letters in combinations(word, kept)} if kept > 0 else set()
