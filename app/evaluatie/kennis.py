"""Reading the data of the measurement: its own knowledge of how names are written, apart from what the search knows."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from random import Random
from typing import NamedTuple

_ARROW = " -> "
_SIGN = "teken "
_ORDER = "volgorde"


class Regel(NamedTuple):
    """What is heard or written, and what is written instead."""

    patroon: re.Pattern[str]
    geschreven: str


class Familie(NamedTuple):
    """Names from one part of the world: by which signs they are known, and how they are written by who hears them."""

    naam: str
    tekens: tuple[re.Pattern[str], ...]
    regels: tuple[Regel, ...]
    achternaam_voorop: bool = False


def _lines(name: str) -> Iterator[str]:
    text = files("app.evaluatie").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _rule(line: str) -> Regel:
    heard, _, written = line.partition(_ARROW)
    return Regel(re.compile(heard), "" if written == "0" else written.replace("_", " "))


@cache
def klankregels() -> tuple[Regel, ...]:
    """How a Dutch ear spells."""
    return tuple(_rule(line) for line in _lines("klanken.txt"))


@cache
def families() -> tuple[Familie, ...]:
    """In order: the first that knows a name has it."""
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for line in _lines("schrijfwijzen.txt"):
        if line.startswith("[") and line.endswith("]") and line[1:-1].isalpha():
            section = sections.setdefault(line[1:-1], [])
        else:
            section.append(line)
    return tuple(_family(name, lines) for name, lines in sections.items())


def _family(name: str, lines: list[str]) -> Familie:
    signs = tuple(re.compile(line.removeprefix(_SIGN)) for line in lines if line.startswith(_SIGN))
    rules = tuple(_rule(line) for line in lines if _ARROW in line and not line.startswith(_SIGN))
    return Familie(name, signs, rules, _ORDER in lines)


def family_of(naam: str) -> Familie | None:
    """To which family a lower-case name belongs; None for a name that is Dutch, or of no family that is listed."""
    return next((one for one in families() if any(sign.search(naam) for sign in one.tekens)), None)


@cache
def short_forms() -> dict[str, tuple[str, ...]]:
    """What people are called, by the given name in their papers."""
    forms: dict[str, tuple[str, ...]] = {}
    for line in _lines("roepnamen.txt"):
        formal, _, short = line.partition(":")
        for name in formal.split():
            forms[name] = tuple(dict.fromkeys((*forms.get(name, ()), *short.split())))
    return forms


def rewrite(word: str, regels: tuple[Regel, ...], random: Random) -> str | None:
    """Do one of the rules that fit, in one of the places where it fits; None when none fits."""
    for regel in random.sample(regels, len(regels)):
        places = list(regel.patroon.finditer(word))
        if places:
            place = random.choice(places)
            changed = (word[: place.start()] + place.expand(regel.geschreven) + word[place.end() :]).strip()
            if changed not in (word, ""):
                return changed
    return None
