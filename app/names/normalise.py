"""From any Unicode text to plain lower-case letters.

The steps: NFKC (so that ligatures, full-width and mathematical letters are ordinary ones), lower case, look-alikes and
other scripts by the tables in ``data/``, NFD, and away with every combining mark and format character.
"""

import re
import unicodedata
from functools import lru_cache

from app.names.knowledge import read_pairs

_LETTERS = read_pairs("letters.txt")
_LOOKALIKES = read_pairs("lookalikes.txt")
# An apostrophe belongs to the word: M'Barek, d'Angelo, in 't Veld.
_APOSTROPHES = dict.fromkeys(
    map(ord, "'\u2019\u2018\u201b`\u00b4\u02b9\u02bb\u02bc\u02bf\u02be\u2032\u055a\u05f3\ua78c")
)
# Letters by their category, but nothing is seen of them.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_WORDS = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Lower-case `text` without marks and format characters; letters of other scripts become Latin ones."""
    text = text.translate(_APOSTROPHES)
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    text = "".join(char for char in text if unicodedata.category(char) != "Cf" and char not in _FILLERS)
    return _strip_marks(_WORDS.sub(_plain_word, _recompose(text)))


def _recompose(text: str) -> str:
    """Drop marks on Latin letters first: a table of letters cannot list every letter with every mark."""
    return unicodedata.normalize("NFC", text)


def _plain_word(match: re.Match[str]) -> str:
    word = _strip_marks(match.group())
    if any("a" <= char <= "z" for char in word):
        word = "".join(_LOOKALIKES.get(char, char) for char in word)
    return "".join(_LETTERS.get(char, char) for char in word)


def _strip_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if unicodedata.category(char)[0] != "M")


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a name, folded: "J.M. d'Águas-Öz" -> j, m, daguas, oz."""
    return tuple(_WORDS.findall(fold(text)))
