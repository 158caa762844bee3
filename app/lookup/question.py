"""What an officer asks, checked before anything is looked up."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from unicodedata import category

from app.errors import FieldError, InvalidInput
from app.names.asked import Gevraagd, read_name
from app.names.birth_date import (
    MOST_OFF,
    OLDEST_YEAR,
    Geboortedatum,
    checked,
    combined,
    parse_geboortedatum,
    reconciled,
)
from app.names.normalise import tokens
from app.names.vrije_tekst import Lezing, read_text

MAX_NAAM = 200
LONGEST_GEBOORTEDATUM = 60


class Zeker(NamedTuple):
    """Parts of the name of which it is certain what they are: the phone made chips of them."""

    voornaam: str | None = None
    achternaam: str | None = None


_NOTHING_SURE = Zeker()


@dataclass(frozen=True)
class Zoekvraag:
    """At least one of the first three is given.

    `naam` is the whole name that is asked, in the order voornaam, other words, achternaam; what is certain of it stands
    in `zeker` as well. Beside a `geboortedatum` with a year, `geboortejaar_ongeveer` is None; beside one without a year
    ("7 maart, rond 30") both count. `getypt` is the text that was typed as the name, before a date was read in it.
    """

    naam: str | None = None
    geboortedatum: Geboortedatum | None = None
    geboortejaar_ongeveer: int | None = None
    zeker: Zeker = _NOTHING_SURE
    getypt: str | None = field(default=None, compare=False)

    def has_whole_date(self) -> bool:
        return self.geboortedatum is not None and None not in self.geboortedatum

    def gevraagd(self) -> Gevraagd:
        if not self.naam:
            return Gevraagd(())
        return read_name(self.naam, self.zeker.voornaam or "", self.zeker.achternaam or "")


def read_zoekvraag(
    *,
    naam: str | None,
    geboortedatum: str | None,
    geboortejaar_ongeveer: int | None,
    vandaag: date,
    zeker: Zeker = _NOTHING_SURE,
) -> Zoekvraag:
    """Check and understand what was typed.

    `naam` may hold all of a question ("el amrani moh 94", `app.names.vrije_tekst`); the other fields are certain, and
    nothing in `naam` may contradict them. An approximate year that fits a date with a year says nothing more, and is
    left out.

    Raises:
        InvalidInput: with every field that is at fault and what to do about it.
    """
    errors: list[FieldError] = []
    getypt = _writable(naam)
    lezing = _read_text(getypt, vandaag, errors)
    sure = Zeker(_writable(zeker.voornaam), _writable(zeker.achternaam))
    whole = " ".join(piece for piece in (sure.voornaam, lezing.naam, sure.achternaam) if piece) or None
    # What is wrong with the text itself was said already.
    errors += [] if errors else _faults_of_name(whole, lezing.naam, sure)
    datum = _read_date(geboortedatum, lezing.geboortedatum, vandaag, errors)
    about = _read_about(geboortejaar_ongeveer, lezing.geboortejaar_ongeveer, vandaag, errors)
    if not errors:
        about = _fitting(datum, about, "#/naam" if geboortejaar_ongeveer is None else "#/geboortejaarOngeveer", errors)
    if whole is None and datum is None and about is None and not errors:
        errors.append(FieldError("#/naam", "Vul een naam of een geboortedatum in."))
    if errors:
        raise InvalidInput(errors[0].detail, errors=tuple(errors))
    return Zoekvraag(whole, datum, about, sure, getypt)


_UNWRITABLE = ("Cc", "Cs")


def _writable(text: str | None) -> str | None:
    """On one line, without control characters and halves of characters: they are in no name, and fit in no record."""
    if text and not text.isprintable():
        text = "".join(
            " " if char.isspace() else char for char in text if char.isspace() or category(char) not in _UNWRITABLE
        )
    return (text or "").strip() or None


def _read_text(getypt: str | None, vandaag: date, errors: list[FieldError]) -> Lezing:
    if getypt and len(getypt) > MAX_NAAM:
        errors.append(FieldError("#/naam", f"Deze tekst is te lang. Gebruik hoogstens {MAX_NAAM} tekens."))
    elif getypt:
        try:
            return read_text(getypt, vandaag)
        except ValueError as error:
            errors.append(FieldError("#/naam", str(error)))
    return Lezing("")


def _faults_of_name(whole: str | None, read: str, sure: Zeker) -> list[FieldError]:
    if whole is None:
        return []
    fields = {"#/naam": read, "#/voornaam": sure.voornaam, "#/achternaam": sure.achternaam}
    pointer = next(pointer for pointer, text in fields.items() if text)
    detail = _fault_of_name(whole)
    return [FieldError(pointer, detail)] if detail else []


def _fault_of_name(naam: str) -> str | None:
    if len(naam) > MAX_NAAM:
        return f"Deze naam is te lang. Gebruik hoogstens {MAX_NAAM} tekens."
    if not tokens(naam):
        return "Hier staan geen letters in. Vul een naam in."
    asked = read_name(naam)
    if asked.names_somebody():
        return None
    if asked.initials:
        return "Alleen voorletters is te weinig. Vul ook een achternaam in."
    return "Alleen een voorvoegsel is te weinig. Vul ook de rest van de naam in."


def _read_date(
    typed: str | None, read: Geboortedatum | None, vandaag: date, errors: list[FieldError]
) -> Geboortedatum | None:
    """The date in its own field, and what the text adds to it."""
    typed = (typed or "").strip()
    if not typed:
        return read
    try:
        sure = _date_in(typed, vandaag)
    except ValueError as error:
        errors.append(FieldError("#/geboortedatum", str(error)))
        return None
    try:
        whole = combined(sure, read)
        return checked(whole, vandaag) if whole else None
    except ValueError:
        detail = "Bij de naam staat een andere geboortedatum. Laat een van de twee weg."
        errors.append(FieldError("#/geboortedatum", detail))
        return None


def _date_in(typed: str, vandaag: date) -> Geboortedatum:
    """In figures, or in words."""
    try:
        return parse_geboortedatum(typed, vandaag)
    except ValueError:
        if len(typed) <= LONGEST_GEBOORTEDATUM:
            with suppress(ValueError):
                lezing = read_text(typed, vandaag)
                if lezing.geboortedatum is not None and not lezing.naam:
                    return lezing.geboortedatum
        raise


def _read_about(sure: int | None, read: int | None, vandaag: date, errors: list[FieldError]) -> int | None:
    if sure is None:
        return read
    if not OLDEST_YEAR <= sure <= vandaag.year:
        detail = f"Vul een jaar in van {OLDEST_YEAR} tot en met {vandaag.year}."
        errors.append(FieldError("#/geboortejaarOngeveer", detail))
    elif read is not None and abs(sure - read) > MOST_OFF:
        detail = "Bij de naam staat een andere leeftijd. Laat een van de twee weg."
        errors.append(FieldError("#/geboortejaarOngeveer", detail))
    return sure


def _fitting(datum: Geboortedatum | None, about: int | None, pointer: str, errors: list[FieldError]) -> int | None:
    try:
        return reconciled(datum, about)
    except ValueError as error:
        errors.append(FieldError(pointer, str(error)))
        return None
