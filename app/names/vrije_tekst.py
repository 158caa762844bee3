"""One line of text, as an officer types or dictates it -> the name in it, and what it says of a birth date.

Each word gets the letter of its kind (`app.names.woordsoort`), and patterns over these letters (`app.names.datumtaal`)
find the stretches that say something of a date or an age: "rond de dertig" is `Rew`, "7 maart 94" is `dmg`. What no
pattern takes is the name. A word that may be a name stays in the name unless its neighbours make it something else: Mei
and Dertig are surnames, but "7 mei" and "rond de dertig" say what they say.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.names.birth_date import Geboortedatum, checked, combined, reconciled
from app.names.datumtaal import BARE, PATTERNS, Stuk
from app.names.naamwoorden import name_of
from app.names.woordsoort import Woord, joined, woord

_READERS = {name: reader for name, _, reader in PATTERNS}
_GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in PATTERNS))
# Without a word of these kinds there is nothing but a name, as in most questions.
_SOMETHING = re.compile("[DyqdgcwraxltkHub]")
# With nothing but a year beside it, Maart is the name that is asked.
_MONTH_ALONE = re.compile("(?<![dwrblp])m")

_SPACED = re.compile(r"(?<![\d-])(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*('?\d{2,4})(?!\d)", re.ASCII)
_SPACED_PAIR = re.compile(r"(?<![\d-])(\d{1,2})\s+([-/])\s+(\d{1,2})(?![\d/-])", re.ASCII)
_GLUED = re.compile(
    r"(?<=[^\W\d_])[.:](?=\d)|(?<=\d)[-/.]?(?=[^\W\d_]{3})(?!jarig)|(?<=[^\W\d_]{3})[-/]?(?=\d)|(?<=[±~])"
)
_DIGIT = re.compile("[0-9]")
_WORDS = re.compile(r"[^\s,;]+")


@dataclass(frozen=True)
class Lezing:
    """What was understood; `naam` holds the name words as typed, and is empty when there are none."""

    naam: str
    geboortedatum: Geboortedatum | None = None
    geboortejaar_ongeveer: int | None = None


@lru_cache(maxsize=4096)
def read_text(tekst: str, vandaag: date) -> Lezing:
    """Take a question in one line apart.

    Raises:
        ValueError: when it holds a date that cannot be, or two that contradict each other, with a Dutch sentence
            that can be shown.
    """
    words = _words(tekst)
    letters = "".join([one.soort for one in words])
    if not _SOMETHING.search(letters):
        return Lezing(tekst.strip())
    words = joined(words)
    letters = "".join([one.soort for one in words])
    if "n" not in letters:
        letters = _MONTH_ALONE.sub("n", letters)
    datum, about, taken = _read_dates(words, letters, vandaag)
    kept = tuple(word for at, word in enumerate(words) if at not in taken)
    naam = name_of(kept)
    if len(naam) == len(words):
        return Lezing(tekst.strip())
    return Lezing(" ".join(one.tekst for one in naam), datum, reconciled(datum, about))


def _words(tekst: str) -> list[Woord]:
    if _DIGIT.search(tekst):
        tekst = _SPACED_PAIR.sub(r"\1\2\3", _SPACED.sub(r"\1\2\3\2\4", tekst))
        tekst = _GLUED.sub(" ", tekst)
    return [woord(one) for one in _WORDS.findall(tekst)]


def _read_dates(
    words: list[Woord], letters: str, vandaag: date
) -> tuple[Geboortedatum | None, int | None, frozenset[int]]:
    """What all stretches say together, and the places of the words that said it; loose figures come last."""
    datum, about, taken = None, None, set[int]()
    stretches = [(match.lastgroup or "", *match.span()) for match in _GRAMMAR.finditer(letters)]
    for name, start, end in sorted(stretches, key=lambda one: one[0] == BARE):
        if name == BARE and (about is not None or (datum is not None and datum.jaar is not None)):
            continue
        gelezen = _READERS[name](Stuk(tuple(words[start:end]), vandaag))
        if gelezen is not None:
            datum = combined(datum, gelezen[0])
            about = gelezen[1] if about is None else about
            taken.update(range(start, end))
    return checked(datum, vandaag) if datum else None, about, frozenset(taken)
