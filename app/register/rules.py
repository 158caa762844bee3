"""What the register accepts: limits as constants, and checks as pure functions with Dutch reasons.

A check returns the reason why a value is refused, or None. A reason never repeats the value: reasons end up in
files and logs, and the value may be about a person.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

# Lengths in characters, equal to the columns of the tables.
EXTERN_ID = 80
VOORNAMEN = 120
ROEPNAAM = 60
VOORVOEGSEL = 40
GESLACHTSNAAM = 120
ALIAS = 200
PLAATS = 80
DOEL = 300
KERN = 140
REGEL = 140
TOELICHTING = 300
NAAM = 120
EMAIL = 254
BEREIKBAAR = 200
BRON = 120
CODE = 40
KLEUR = 20
REDEN = 300
ADVIES = 1000
ADVIES_CONTEXT = 500

# Numbers of things; what does not fit on a card that is read in two seconds does not belong on it.
MAX_ALIASSEN = 20
# All that a person ever had; the street shows those of today.
MAX_ABONNEMENTEN = 100
MAX_REGELS = 5
MAX_DOEN = 5
MAX_CONTACTPERSONEN = 10
MAX_DELEN = 40
MAX_REGELS_OP_STRAAT = 200
MAX_INLICHTINGEN = 20
MAX_UITZONDERINGEN = 20
# A deputy may have a deputy, and so on; longer rows help nobody who waits on the street.
MAX_VERVANGERS = 3

GESLACHTEN = ("man", "vrouw", "onbekend")
STATUSSEN = ("concept", "actief", "opgeschort", "beeindigd")
HERKOMSTEN = ("bestand", "bureau")
DEELSTATUSSEN = ("open", "ingevuld", "bevestigd", "teruggestuurd")
DELEN = ("straat", "zsm", "alleen_overleg")
AARDEN = ("feit", "oordeel")
HISTORIES = ("ja", "nvt")
RISICOS = ("verbaal", "fysiek", "wapen", "geen")

ALTIJD = "altijd"
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
FIRST_YEAR = 1900
LAST_YEAR = 2199

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z", re.ASCII)
_BIRTH = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_HOURS = re.compile(r"([a-z]{2})(?:-([a-z]{2}))? ([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})", re.ASCII)
# Direction overrides can make a text read as something else than it says; the rest cannot be seen at all.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
# Letters and symbols by their class, and yet nothing is to be seen of them (Hangul fillers, an empty Braille cell).
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def clean(text: str) -> str:
    """The form in which a text is kept: composed characters, no blanks around it."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def check_text(text: str, limit: int) -> str | None:
    if not text or not (text.isascii() or any(map(_is_seen, text))):
        return "Dit veld is leeg."
    if len(text) > limit:
        return f"De tekst is te lang: {len(text)} tekens, hoogstens {limit}."
    if _INVISIBLE.search(text):
        return "De tekst bevat tekens die niet te zien zijn (bijvoorbeeld een tab of een regeleinde)."
    return None


def _is_seen(character: str) -> bool:
    return character.isprintable() and not character.isspace() and character not in _BLANKS


def check_name(text: str) -> str | None:
    """A name holds a letter; `-` alone stands for "has none"."""
    if text == "-" or any(character.isalpha() for character in text):
        return None
    return "Hierin staat geen letter. Vul een naam in, of een streepje (-) als die er niet is."


def check_date(text: str) -> str | None:
    if not _DATE.fullmatch(text):
        return "Dit is geen datum. Schrijf een datum als 2026-02-01."
    return _check_calendar(int(text[:4]), int(text[5:7]), int(text[8:]))


def check_moment(text: str) -> str | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return "Dit is geen moment. Schrijf een moment als 2026-02-01T09:30:00.000Z."
    return check_date(match[1])


def check_birth_date(text: str) -> str | None:
    """Of a partial date, the earliest day counts."""
    match = _BIRTH.fullmatch(text)
    if match is None:
        return "Dit is geen geboortedatum. Schrijf 1994-03-07, of 1994-03 of 1994 als er niet meer bekend is."
    year, month, day = (int(part or 1) for part in match.groups())
    return _check_calendar(year, month, day)


def _check_calendar(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"Het jaar moet tussen {FIRST_YEAR} en {LAST_YEAR} liggen."
    try:
        date(year, month, day)
    except ValueError:
        return "Deze datum bestaat niet."
    return None


def check_phone(text: str) -> str | None:
    if _PHONE.fullmatch(text):
        return None
    return "Dit is geen telefoonnummer. Schrijf het met landnummer en zonder spaties, als +31301234567."


def check_email(text: str) -> str | None:
    if _EMAIL.fullmatch(text):
        return None
    return "Dit is geen e-mailadres."


def check_hours(text: str) -> str | None:
    """`ma-vr 08:30-17:00; za 10:00-14:00`, or `altijd`. Strict, because every client has to understand it too."""
    if text == ALTIJD:
        return None
    for part in text.split("; "):
        match = _HOURS.fullmatch(part)
        if match is None:
            return "Schrijf de tijden zo: ma-vr 08:30-17:00; za 10:00-14:00. Of schrijf: altijd."
        reason = _check_days(match[1], match[2] or match[1]) or _check_clock(match[3], match[4])
        if reason:
            return reason
    return None


def _check_days(first: str, last: str) -> str | None:
    if first not in DAGEN or last not in DAGEN:
        return "Onbekende dag. Gebruik ma, di, wo, do, vr, za of zo."
    if DAGEN.index(first) > DAGEN.index(last):
        return "De week begint op maandag. Schrijf het zo: za-zo 10:00-14:00; ma 10:00-14:00"
    return None


def _check_clock(begin: str, end: str) -> str | None:
    if begin > "23:59" or end > "24:00" or begin[3:] > "59" or end[3:] > "59":
        return "Deze tijd bestaat niet."
    if end <= begin:
        return "Het einde ligt voor het begin. Schrijf een nacht zo: vr 20:00-24:00; za 00:00-04:00"
    return None


def check_exceptions(periods: Sequence[tuple[str, str]]) -> str | None:
    """Periods (van, tot; both inclusive) in which other hours hold: none backwards, no day twice."""
    if any(tot < van for van, tot in periods):
        return "Een uitzondering eindigt voordat ze begint."
    ordered = sorted(periods)
    if any(tot >= van for (_, tot), (van, _) in pairwise(ordered)):
        return "Twee uitzonderingen gelden op dezelfde dag."
    return None


def check_known(code: str, known: tuple[str, ...]) -> str | None:
    if code in known:
        return None
    return f"Onbekende waarde. Kies uit: {', '.join(known)}."


def check_period(start: str | None, einde: str | None) -> str | None:
    if start and einde and einde < start:
        return "Het einde ligt voor de start."
    return None


def overlap(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two periods (start, einde; both inclusive, None is open) share a day. ISO dates compare as text."""
    return (one[0] or "") <= (other[1] or "9") and (other[0] or "") <= (one[1] or "9")
