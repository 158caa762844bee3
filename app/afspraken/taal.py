"""Advice on wording: what an officer at night does not understand, may not know, or cannot use. Pure; never a block.

Each advice names the place in the text, the reason, and something to write instead. The words stand in
`data/taal.txt`, the short forms that the street knows in `data/afkortingen.txt`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"

STRAAT, ZSM = "straat", "zsm"
REDENEN = {
    "diagnose": "Een diagnose is medisch en zegt een agent niet wat hij moet doen.",
    "medicijn": "Welke medicijnen iemand krijgt is medisch. Een agent kan er niets mee.",
    "code": "Niet elke agent kent deze code.",
    "afkorting": "Niet elke agent kent deze afkorting.",
    "persoonsgegeven": "Dit lijkt een gegeven van iemand persoonlijk. Dat hoort niet in deze tekst.",
    "oordeel": "Dit is een oordeel, geen feit. Het helpt niet bij het handelen.",
}
# The officier van justitie reads codes and articles all day, and needs them.
NOT_FOR_ZSM = frozenset({"diagnose", "code", "afkorting"})
SHORT = frozenset({"code", "afkorting"})
UITSCHRIJVEN = "Schrijf het uit."

_PATTERNS = (
    ("persoonsgegeven", r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}", "Zet dit bij de contactpersonen, of laat het weg."),
    (
        "persoonsgegeven",
        r"(?<![\w+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?[0-9]){7,8}(?![0-9])",
        "Zet een telefoonnummer bij de contactpersonen.",
    ),
    ("persoonsgegeven", r"\b[A-Z]{2}[0-9]{2}[ ]?[A-Z]{4}(?:[ ]?[0-9]){10}\b", "Laat dit rekeningnummer weg."),
    ("persoonsgegeven", r"\b[1-9][0-9]{3} ?[A-Z]{2}\b(?! [a-z])", "Laat dit adres weg, als het van een ander is."),
    (
        "code",
        r"\b[Aa]rt(?:ikel|\.)? ?[0-9]+[a-z]*(?: (?:lid [0-9]+ )?(?:WvSr|WvSv|Sr|Sv|WWM|OW))?\b",
        'Schrijf de naam van het feit: "bedreiging".',
    ),
    ("code", r"\b[0-9]{2}/[0-9]{6}-[0-9]{2}\b", "Laat dit parketnummer weg."),
    ("code", r"\bPL[0-9]{4}-[0-9]{4,}\b", "Laat dit nummer weg."),
    ("code", r"\b[A-Z][0-9]{2,3}[a-z]?\b", "Schrijf in woorden wat deze code betekent."),
)
_NINE_DIGITS = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])|(?<![0-9.])[0-9]{4}\.[0-9]{2}\.[0-9]{3}(?![0-9])")
# In capitals, or with the small letters of "van", "voor" and "der" in between.
_SHORT_FORM = re.compile(r"\b(?:(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z0-9]{2,6}|[A-Z]{1,2}[a-z]{1,3}[A-Z]{1,2})\b")


@dataclass(frozen=True, slots=True)
class Taaladvies:
    """`van` and `tot` count characters; `tot` is the first that does not belong to it."""

    soort: str
    van: int
    tot: int
    reden: str
    voorstel: str


def read_words(text: str) -> Iterator[tuple[str, str, str]]:
    """The lines of a list: soort, word, suggestion."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            soort, word, suggestion = line.split("\t")
            yield soort, word, suggestion


def _word_pattern(soort: str, words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all words of a soort, the longest first. Short forms count as written, words in any case."""
    ordered = sorted(words, key=len, reverse=True)
    alternatives = "|".join(_alternative(word, exact=soort in SHORT or word.isupper()) for word in ordered)
    return re.compile(rf"\b(?:{alternatives})\b")


def _alternative(word: str, *, exact: bool) -> str:
    pattern = re.escape(word.removesuffix("*")) + (r"\w*" if word[-1] == "*" else "")
    return pattern if exact else f"(?i:{pattern})"


WORDS = tuple(read_words((DATA / "taal.txt").read_text(encoding="utf-8")))
KNOWN = frozenset(
    line for line in (DATA / "afkortingen.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
)
_FOUND_BY_WORD = {
    soort: _word_pattern(soort, [word for each, word, _ in WORDS if each == soort])
    for soort in ("diagnose", "medicijn", "code", "afkorting", "oordeel")
}
_FOUND_BY_PATTERN = tuple((soort, re.compile(pattern), suggestion) for soort, pattern, suggestion in _PATTERNS)


def advise(text: str, voor: str = STRAAT) -> list[Taaladvies]:
    """What to look at in a text, in the order of the text; one advice for one place. `voor`: the street, or ZSM."""
    found = [each for each in _find(text) if not (voor == ZSM and each.soort in NOT_FOR_ZSM)]
    kept: list[Taaladvies] = []
    # Of two that overlap the first counts: it begins earlier, or is longer, or is named first.
    for each in sorted(found, key=lambda one: (one.van, -one.tot)):
        if not kept or each.van >= kept[-1].tot:
            kept.append(each)
    return kept


def _find(text: str) -> Iterator[Taaladvies]:
    for soort, pattern, suggestion in _FOUND_BY_PATTERN:
        yield from (_advice(soort, match, suggestion) for match in pattern.finditer(text))
    for match in _NINE_DIGITS.finditer(text):
        if is_bsn(match[0].replace(".", "")):
            yield _advice("persoonsgegeven", match, "Laat dit nummer weg: het lijkt een burgerservicenummer.")
    for soort, pattern in _FOUND_BY_WORD.items():
        for match in pattern.finditer(text):
            yield _advice(soort, match, _suggestion(soort, match[0]))
    for match in _SHORT_FORM.finditer(text):
        if match[0].upper() not in KNOWN and not match[0].isdigit():
            yield _advice("afkorting", match, UITSCHRIJVEN)


def is_bsn(digits: str) -> bool:
    """The "elfproef": nine digits whose weighted sum is a multiple of eleven."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"


def _advice(soort: str, match: re.Match[str], suggestion: str) -> Taaladvies:
    return Taaladvies(soort, match.start(), match.end(), REDENEN[soort], suggestion)


def _suggestion(soort: str, found: str) -> str:
    lowered = found.casefold()
    for each, word, suggestion in WORDS:
        stem = word.removesuffix("*").casefold()
        if each == soort and (lowered.startswith(stem) if word[-1] == "*" else lowered == stem):
            return suggestion
    return UITSCHRIJVEN
