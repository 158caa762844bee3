"""How names and dates get garbled between a mouth, an ear and a keyboard. Pure, and seeded by the caller's `Random`."""

import unicodedata
from calendar import monthrange
from random import Random

from app.evaluatie.kennis import Familie, klankregels, rewrite, short_forms
from app.names.normalise import tokens

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# The years in which those who are asked for were born.
_FIRST_YEAR, _LAST_YEAR = 1920, 2015
_TWICE_REWRITTEN = 0.4


def typing_error(word: str, random: Random) -> str:
    """One letter left out, doubled, swapped with its neighbour, replaced by a near key, or put in between."""
    if len(word) < 2:
        return word + random.choice(_LETTERS)
    return _typing_error_at(word, random.randrange(len(word)), random)


def first_letter_error(word: str, random: Random) -> str | None:
    """The same with the first letter, which many searches trust; None when it would look the same."""
    if len(word) < 3:
        return None
    changed = _typing_error_at(word, 0, random)
    return changed if changed[0].lower() != word[0].lower() else None


def _typing_error_at(word: str, at: int, random: Random) -> str:
    kind = random.randrange(5)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    letter = _near_key(word[at], random)
    return word[:at] + letter + word[at + (kind == 3) :]


def _near_key(letter: str, random: Random) -> str:
    for row in _KEYBOARD:
        at = row.find(letter.lower())
        if at >= 0:
            return random.choice([row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)])
    return random.choice(_LETTERS)


def sound_alike(name: str, random: Random) -> str | None:
    """One word of a name as a Dutch ear might spell it; None when no rule fits."""
    words = list(tokens(name))
    for at in random.sample(range(len(words)), len(words)):
        changed = rewrite(words[at], klankregels(), random)
        if changed:
            return " ".join([*words[:at], changed, *words[at + 1 :]])
    return None


def rewritten(name: str, familie: Familie, random: Random) -> str | None:
    """A name as another hand writes it, by one or two rules of its family; None when no rule fits."""
    # A dotted capital I falls apart in lower case, and other marks are to stay: rules speak of them.
    lower = unicodedata.normalize("NFC", name.replace("İ", "i").lower())
    once = rewrite(lower, familie.regels, random)
    if once and random.random() < _TWICE_REWRITTEN:
        return rewrite(once, familie.regels, random) or once
    return once


def nickname(given: str, random: Random) -> str | None:
    """What somebody of this given name may be called; None when that is not known."""
    forms = short_forms().get("".join(tokens(given)))
    return random.choice(forms) if forms else None


def wrong_digit(datum: str, random: Random) -> str | None:
    """One digit of a whole ISO date replaced, such that it still is a date of this or the last century."""
    spots = [at for at, char in enumerate(datum) if char.isdigit() and at > 1]
    others = [datum[:at] + digit + datum[at + 1 :] for at in spots for digit in "0123456789" if digit != datum[at]]
    dates = [changed for changed in others if is_date(changed)]
    return random.choice(dates) if dates else None


def swapped(datum: str) -> str | None:
    """Day and month changed places; None when that is no date, or the same one."""
    year, month, day = datum.split("-")
    changed = f"{year}-{day}-{month}"
    return changed if changed != datum and is_date(changed) else None


def neighbours_swapped(datum: str, random: Random) -> str | None:
    """Two digits next to each other changed places (1984 as 1948, 12 as 21); None when no such date exists."""
    pairs = [(at, at + 1) for at in range(1, len(datum) - 1) if datum[at].isdigit() and datum[at + 1].isdigit()]
    changed = [datum[:one] + datum[other] + datum[one] + datum[other + 1 :] for one, other in pairs]
    dates = [other for other in changed if other != datum and is_date(other)]
    return random.choice(dates) if dates else None


def some_day(datum: str, random: Random) -> str:
    """A whole date within a year, or a year and month, that is known in part."""
    year, month = datum[:4], datum[5:7] or f"{random.randint(1, 12):02}"
    return f"{year}-{month}-{random.randint(1, monthrange(int(year), int(month))[1]):02}"


def is_date(datum: str) -> bool:
    year, month, day = (int(piece) for piece in datum.split("-"))
    whole = _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12
    return whole and 1 <= day <= monthrange(year, month)[1]
