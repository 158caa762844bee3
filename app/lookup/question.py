"""What an officer asks, checked before anything is looked up."""

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import category

from app.errors import FieldError, InvalidInput
from app.names.asked import Gevraagd, read_name
from app.names.birth_date import OLDEST_YEAR, Geboortedatum, parse_geboortedatum
from app.names.normalise import tokens

MAX_NAAM = 200
# A date or a year among the names would be passed over in silence, and it is what tells two people apart.
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(?:19|20)\d\d\b", re.ASCII)


@dataclass(frozen=True)
class Zoekvraag:
    """At least one of the three is given."""

    naam: str | None = None
    geboortedatum: Geboortedatum | None = None
    geboortejaar_ongeveer: int | None = None

    def gevraagd(self) -> Gevraagd:
        return read_name(self.naam) if self.naam else Gevraagd(())


def read_zoekvraag(
    *, naam: str | None, geboortedatum: str | None, geboortejaar_ongeveer: int | None, vandaag: date
) -> Zoekvraag:
    """Check what was typed; raises `InvalidInput` with every field that is at fault and what to do about it."""
    errors: list[FieldError] = []
    naam = _writable(naam) if naam else None
    geboortedatum = geboortedatum.strip() if geboortedatum else None
    datum = None
    if naam:
        errors += [FieldError("#/naam", detail) for detail in _faults_of_name(naam)]
    if geboortedatum:
        try:
            datum = parse_geboortedatum(geboortedatum, vandaag)
        except ValueError as error:
            errors.append(FieldError("#/geboortedatum", str(error)))
    if geboortejaar_ongeveer is not None and not OLDEST_YEAR <= geboortejaar_ongeveer <= vandaag.year:
        detail = f"Vul een jaar in van {OLDEST_YEAR} tot en met {vandaag.year}."
        errors.append(FieldError("#/geboortejaarOngeveer", detail))
    if not (naam or geboortedatum or geboortejaar_ongeveer is not None):
        errors.append(FieldError("#/naam", "Vul een naam of een geboortedatum in."))
    if errors:
        raise InvalidInput(errors[0].detail, errors=tuple(errors))
    return Zoekvraag(naam or None, datum, geboortejaar_ongeveer)


def _writable(text: str) -> str:
    """Without control characters and halves of characters: neither is in a name, nor fits in an audit record."""
    return "".join(char for char in text if category(char) not in ("Cc", "Cs")).strip()


def _faults_of_name(naam: str) -> list[str]:
    if len(naam) > MAX_NAAM:
        return [f"Deze naam is te lang. Gebruik hoogstens {MAX_NAAM} tekens."]
    if _DATE.search(naam):
        return ["Hier staat een datum bij. Vul die in bij de geboortedatum, en hier alleen de naam."]
    if not tokens(naam):
        return ["Hier staan geen letters in. Vul een naam in."]
    asked = read_name(naam)
    if asked.names_somebody():
        return []
    if asked.initials:
        return ["Alleen voorletters is te weinig. Vul ook een achternaam in."]
    return ["Alleen een voorvoegsel is te weinig. Vul ook de rest van de naam in."]
