"""How names and dates get garbled between a mouth, an ear and a keyboard. Pure, and seeded by the caller's `Random`."""

from calendar import monthrange
from random import Random

from app.names.knowledge import read_lines
from app.names.normalise import tokens

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What a Dutch ear confuses; tried in both directions.
_SOUND_ALIKE = (
    ("ij", "y"),
    ("ij", "ei"),
    ("ou", "au"),
    ("ck", "k"),
    ("c", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("d", "dt"),
    ("sch", "s"),
    ("z", "s"),
    ("v", "f"),
    ("g", "ch"),
    ("aa", "ae"),
    ("uy", "ui"),
    ("kx", "x"),
    ("ss", "s"),
    ("ll", "l"),
    ("nn", "n"),
    ("tt", "t"),
    ("mm", "m"),
    ("kk", "k"),
    ("pp", "p"),
    ("rr", "r"),
    ("ie", "i"),
    ("ee", "e"),
    ("oo", "o"),
)
# Other romanisations of one name: French, English, Dutch and Turkish or Polish letters typed by ear.
_TRANSLITERATION = (
    ("ou", "oe"),
    ("ou", "u"),
    ("oe", "u"),
    ("ch", "sh"),
    ("sh", "sj"),
    ("kh", "ch"),
    ("kh", "g"),
    ("gh", "g"),
    ("dj", "j"),
    ("q", "k"),
    ("y", "i"),
    ("y", "j"),
    ("ee", "i"),
    ("ei", "ay"),
    ("ai", "ay"),
    ("w", "v"),
    ("w", "ou"),
    ("sz", "sh"),
    ("cz", "tsj"),
    ("cz", "ch"),
    ("ts", "c"),
    ("ov", "ow"),
    ("ov", "off"),
    ("mm", "m"),
    ("ss", "s"),
    ("a", "e"),
    ("o", "u"),
    ("e", "i"),
    ("ah", "a"),
    ("j", "y"),
    ("ij", "i"),
    ("dd", "d"),
)


def typing_error(word: str, random: Random) -> str:
    """One letter left out, doubled, swapped with its neighbour, replaced by a near key, or put in between."""
    if len(word) < 2:
        return word + random.choice(_LETTERS)
    at = random.randrange(len(word))
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


def sound_alike(word: str, random: Random) -> str | None:
    """The word as a Dutch ear might spell it; None when no rule fits."""
    return _replace_one(word, _SOUND_ALIKE, random)


def transliteration(word: str, random: Random) -> str | None:
    """Another romanisation, one or two steps away; None when no rule fits."""
    once = _replace_one(word, _TRANSLITERATION, random)
    if once and random.random() < 0.4:
        return _replace_one(once, _TRANSLITERATION, random) or once
    return once


def _replace_one(name: str, rules: tuple[tuple[str, str], ...], random: Random) -> str | None:
    """Change one of the words of a name."""
    words = name.split()
    at = random.randrange(len(words))
    changed = _replace_in_word(words[at], rules, random)
    return " ".join([*words[:at], changed, *words[at + 1 :]]) if changed else None


def _replace_in_word(word: str, rules: tuple[tuple[str, str], ...], random: Random) -> str | None:
    lower = "-".join(tokens(word))
    options = []
    for one, other in rules:
        options += [(one, other)] if one in lower else []
        options += [(other, one)] if other in lower else []
    random.shuffle(options)
    for old, new in options:
        spots = [at for at in range(len(lower)) if lower.startswith(old, at)]
        at = random.choice(spots)
        changed = lower[:at] + new + lower[at + len(old) :]
        if changed != lower:
            return changed
    return None


def _short_forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for line in read_lines("roepnamen.txt"):
        formal, _, short = line.partition(":")
        for name in formal.split():
            forms[name] = forms.get(name, ()) + tuple(short.split())
    return forms


_SHORT_FORMS = _short_forms()


def nickname(given: str, random: Random) -> str | None:
    """An everyday form of a given name; None when none is known."""
    forms = _SHORT_FORMS.get("".join(tokens(given)))
    return random.choice(forms) if forms else None


def glued(voorvoegsel: str, surname: str, random: Random) -> str:
    """A particle and surname as they are typed in haste: glued, abbreviated, half or left out."""
    words = voorvoegsel.split()
    letters = " ".join(word[0] for word in words)
    return random.choice(
        (
            f"{''.join(words)}{surname}",
            f"{letters} {surname}",
            surname,
            f"{words[-1]} {surname}",
            f"{words[0]} {surname}",
        )
    )


def wrong_digit(datum: str, random: Random) -> str:
    """One digit of a whole ISO date replaced, such that it still is a date of this or the last century."""
    spots = [at for at, char in enumerate(datum) if char.isdigit() and at > 1]
    for _ in range(50):
        at = random.choice(spots)
        changed = datum[:at] + random.choice("0123456789") + datum[at + 1 :]
        if changed != datum and is_date(changed):
            return changed
    return datum


def swapped(datum: str) -> str | None:
    """Day and month changed places; None when that is no date, or the same one."""
    year, month, day = datum.split("-")
    changed = f"{year}-{day}-{month}"
    return changed if changed != datum and is_date(changed) else None


def is_date(datum: str) -> bool:
    year, month, day = (int(piece) for piece in datum.split("-"))
    return 1920 <= year <= 2015 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
