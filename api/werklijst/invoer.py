"""What may be sent in about worklists, reviews and reports."""

from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from api.bladzijde import BladzijdeSchema
from api.invoer import LARGEST, dag, keuze, regel
from api.schemas import MESSAGES, NUMBER_MESSAGES, Input
from app.werk.bladzijde import Bladzijde
from app.werklijst import rules
from app.werklijst.meldingen import OPEN, Meldingfilter
from app.werklijst.werklijst import Filter

LONGEST_CODE = 40


@dataclass(frozen=True)
class Vraag:
    """Which part of a list is asked for; `gevraagd` is how the record names what narrowed it."""

    filter: Any
    bladzijde: Bladzijde
    gevraagd: dict[str, Any]


def _code(description: str) -> fields.String:
    length = validate.Length(min=1, max=LONGEST_CODE, error=f"Gebruik 1 tot {LONGEST_CODE} tekens.")
    metadata = {"description": description, "example": "levensloop"}
    return fields.String(validate=length, error_messages=MESSAGES, metadata=metadata)


def _number(description: str) -> fields.Integer:
    """Of a filter, so out of an address, where everything is text."""
    within = validate.Range(1, LARGEST, error="Dit is geen nummer van ons.")
    metadata = {"description": description, "example": 12}
    return fields.Integer(validate=within, error_messages=NUMBER_MESSAGES, metadata=metadata)


class _Gefilterd(BladzijdeSchema):
    filter_class: type[Any]

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Vraag:
        page = Bladzijde(data.pop("limiet"), data.pop("na"))
        return Vraag(self.filter_class(**data), page, dict(data))


class ToetsenFilterSchema(_Gefilterd):
    filter_class = Filter
    aanpak = _code("Alleen deze aanpak.")


class DelenFilterSchema(ToetsenFilterSchema):
    status = keuze(("open", "ingevuld", "teruggestuurd"), "Alleen delen in deze toestand.")


class OnvolledigFilterSchema(DelenFilterSchema):
    organisatie = _number("Alleen waar van deze organisatie het langst iets ontbreekt.")


class MeldingenFilterSchema(_Gefilterd):
    filter_class = Meldingfilter
    status = fields.String(
        load_default=OPEN,
        validate=validate.OneOf((OPEN, *rules.STATUSSEN), error=f"Kies uit: {', '.join((OPEN, *rules.STATUSSEN))}."),
        error_messages=MESSAGES,
        metadata={"description": "`open` is alles wat niet is afgehandeld. Voor een agent telt dit niet."},
    )
    urgentie = keuze(rules.URGENTIES, "Alleen meldingen met deze urgentie.")
    abonnement = _number("Alleen over dit abonnement.")


@dataclass(frozen=True)
class Oordeel:
    toetsen_voor: str | None = None


class ToetsingSchema(Input):
    oordeel = keuze((rules.NOG_JUIST,), "Wat er van de afspraak gevonden is.", required=True)
    toetsen_voor = dag("Tot wanneer dit geldt; weggelaten: zo lang als het regime toestaat.")
    toetsen_voor.data_key = "toetsenVoor"

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Oordeel:
        return Oordeel(data.get("toetsen_voor"))


@dataclass(frozen=True)
class Meldtekst:
    urgentie: str
    tekst: str
    afspraak: int = 1


class MeldingSchema(Input):
    urgentie = keuze(rules.URGENTIES, "`dringend`: iemand loopt gevaar als dit zo blijft.", required=True)
    tekst = regel(
        rules.TEKST,
        required=True,
        description="Wat er niet klopt. Geen naam: de melding hoort al bij de kaart.",
        example="Hij woont hier niet meer; de buren zeggen sinds de zomer.",
    )
    afspraak = fields.Integer(
        strict=True,
        validate=validate.Range(1, 20, error="Kies een afspraak van de kaart."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "De hoeveelste afspraak op de kaart; weggelaten: de eerste.", "example": 1},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Meldtekst:
        return Meldtekst(**data)


@dataclass(frozen=True)
class Behandeld:
    status: str
    antwoord: str | None = None


class BehandelingSchema(Input):
    status = keuze(("in_behandeling", "afgehandeld"), "Hoe het ermee staat.", required=True)
    antwoord = regel(
        rules.TEKST,
        description="Wat ermee gedaan is; de melder leest dit. Verplicht bij `afgehandeld`.",
        example="Dank je. Het adres is aangepast.",
    )

    @validates_schema
    def check_antwoord(self, data: dict[str, Any], **_: Any) -> None:
        if data["status"] == "afgehandeld" and not data.get("antwoord"):
            raise ValidationError("Schrijf wat ermee gedaan is.", "antwoord")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Behandeld:
        return Behandeld(**data)
