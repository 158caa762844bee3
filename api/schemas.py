"""What may be sent in: marshmallow at the edge, frozen dataclasses inside. An unknown field is an error."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema
from marshmallow.types import ErrorMessages

from api.body import escape
from app.access.accounts import LONGEST_PASSWORD
from app.config import Reden
from app.errors import FieldError, InvalidInput
from app.lookup.question import LONGEST_GEBOORTEDATUM, MAX_NAAM
from app.names.birth_date import MOST_OFF, OLDEST_YEAR

LONGEST_NAME_OF_ACCOUNT = 80
LONGEST_TOELICHTING = 500
LONGEST_MELDINGSNUMMER = 40
LONGEST_KANDIDAAT = 64

REQUIRED = "Vul dit in."
MESSAGES: ErrorMessages = {
    "required": REQUIRED,
    "null": "Vul hier iets in, of laat dit veld weg.",
    "invalid": "Vul hier tekst in.",
    "invalid_utf8": "Hier staat een teken dat niet mag.",
    "validator_failed": "Dit klopt niet.",
}
NUMBER_MESSAGES: ErrorMessages = {
    **MESSAGES,
    "invalid": "Vul hier een heel getal in.",
    "too_large": "Dit getal is te groot.",
}


class Input(Schema):
    class Meta:
        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow reads it from the class and does not change it
        "unknown": "Dit veld bestaat hier niet.",
        "type": "Stuur een JSON-object: gegevens tussen accolades.",
    }


def text(longest: int, *, required: bool = False, description: str, example: str) -> fields.String:
    length = validate.Length(min=1 if required else 0, max=longest, error=f"Gebruik hoogstens {longest} tekens.")
    if required:
        length = validate.Length(min=1, max=longest, error=f"Gebruik 1 tot {longest} tekens.")
    return fields.String(
        required=required,
        validate=length,
        error_messages=MESSAGES,
        metadata={"description": description, "example": example},
    )


@dataclass(frozen=True)
class Aanmelding:
    gebruikersnaam: str
    wachtwoord: str


class AanmeldingSchema(Input):
    gebruikersnaam = text(
        LONGEST_NAME_OF_ACCOUNT, required=True, description="De naam van het account.", example="agent"
    )
    wachtwoord = text(
        LONGEST_PASSWORD, required=True, description="Het wachtwoord.", example="een lange zin is een goed wachtwoord"
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Aanmelding:
        return Aanmelding(**data)


@dataclass(frozen=True)
class Vraag:
    """A question as it was typed, and why it was asked."""

    reden: str
    naam: str | None = None
    voornaam: str | None = None
    achternaam: str | None = None
    geboortedatum: str | None = None
    geboortejaar_ongeveer: int | None = None
    toelichting: str | None = None
    meldingsnummer: str | None = None


class ZoekvraagSchema(Input):
    naam = text(
        MAX_NAAM,
        description=(
            "Wat is gehoord, in elke volgorde: namen, en ook een geboortedatum, jaar of leeftijd "
            "(`el amrani moh 94`, `j jansen 7/3`, `mo rond de dertig`). In `begrepen` staat wat daaruit is opgemaakt."
        ),
        example="jan jansen",
    )
    voornaam = text(MAX_NAAM, description="Wat zeker een voornaam, roepnaam of voorletter is.", example="jan")
    achternaam = text(MAX_NAAM, description="Wat zeker een achternaam is, met of zonder voorvoegsel.", example="jansen")
    geboortedatum = text(
        LONGEST_GEBOORTEDATUM,
        description=(
            "De geboortedatum of een deel ervan: 1994-03-07, 07-03-1994, 7/3/94, 7 maart 1994, 1994-03, 1994, en "
            "zonder jaar 7/3, 7 maart of --03-07. Wat hier staat is zeker: een andere datum in `naam` is een fout."
        ),
        example="7-3-94",
    )
    geboortejaar_ongeveer = fields.Integer(
        strict=True,
        data_key="geboortejaarOngeveer",
        error_messages=NUMBER_MESSAGES,
        metadata={
            "description": (
                "Een jaar dat er twee naast mag zitten. Naast een geboortedatum met een jaar telt het niet; een "
                f"verschil van meer dan {MOST_OFF} jaar is een fout."
            ),
            "example": 1994,
            "minimum": OLDEST_YEAR,
        },
    )
    reden = fields.String(
        required=True,
        error_messages=MESSAGES,
        metadata={"description": "De code van een reden uit `/redenen`.", "example": "melding"},
    )
    toelichting = text(
        LONGEST_TOELICHTING, description="De reden in woorden; verplicht waar de reden dat vraagt.", example=""
    )
    meldingsnummer = text(
        LONGEST_MELDINGSNUMMER, description="Het nummer van de melding, als dat er is.", example="2026-0012345"
    )

    def __init__(self, redenen: tuple[Reden, ...]) -> None:
        super().__init__()
        self._with_text = frozenset(reden.code for reden in redenen if reden.toelichting_vereist)
        choose = validate.OneOf([reden.code for reden in redenen], error="Kies een reden uit de lijst.")
        # A list of its own: marshmallow's copies of a field share theirs with the class.
        self.fields["reden"].validators = [choose]

    @validates_schema
    def check_toelichting(self, data: dict[str, Any], **_: Any) -> None:
        if data["reden"] in self._with_text and not data.get("toelichting", "").strip():
            raise ValidationError("Schrijf bij deze reden een korte toelichting.", "toelichting")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Vraag:
        toelichting = data.pop("toelichting", "").strip() or None
        meldingsnummer = data.pop("meldingsnummer", "").strip() or None
        return Vraag(toelichting=toelichting, meldingsnummer=meldingsnummer, **data)


@dataclass(frozen=True)
class Keuze:
    kandidaat: str


class InzageSchema(Input):
    kandidaat = text(
        LONGEST_KANDIDAAT,
        required=True,
        description="De `id` van een kandidaat uit het antwoord op deze zoekvraag.",
        example="8Jd2mQx0r5WkTz1a",
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Keuze:
        return Keuze(**data)


@dataclass(frozen=True)
class Schemas:
    """Made once; loading changes nothing in them."""

    aanmelding: AanmeldingSchema
    zoekvraag: ZoekvraagSchema
    inzage: InzageSchema


def make_schemas(redenen: tuple[Reden, ...]) -> Schemas:
    return Schemas(AanmeldingSchema(), ZoekvraagSchema(redenen), InzageSchema())


def of_validation(error: ValidationError) -> InvalidInput:
    """The tree of messages of marshmallow of messages as a list of fields, by name."""
    messages = error.normalized_messages()  # type: ignore[no-untyped-call]  # the library has no type there
    found = sorted(_flatten(messages, "#"), key=lambda field: field.pointer)
    return InvalidInput("Kijk de gegevens na. Bij elk veld staat wat er niet klopt.", errors=tuple(found))


def _flatten(messages: Any, pointer: str) -> Iterator[FieldError]:
    match messages:
        case dict():
            for key, below in messages.items():
                step = "" if key == "_schema" else f"/{escape(str(key))}"
                yield from _flatten(below, pointer + step)
        case list():
            for below in messages:
                yield from _flatten(below, pointer)
        case _:
            yield FieldError(pointer, str(messages))
