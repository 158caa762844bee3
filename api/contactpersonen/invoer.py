"""What may be sent in about contactpersonen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import fields, post_load, validate

from api.bladzijde import BladzijdeSchema
from api.invoer import dag, nummer, nummers, regel
from api.schemas import MESSAGES, Input
from app.contactpersonen.lezen import BRONNEN, Filters
from app.contactpersonen.opgave import Opgave
from app.register import rules
from app.register.model import Uitzondering
from app.werk.bladzijde import Bladzijde

YES_NO = {"ja": True, "nee": False}
# Some thousands of contactpersonen; far more than any organisation has.
LONGEST_BESTAND = 400_000


def _camel(field_name: str, field_obj: "fields.Field[Any]") -> None:
    first, *others = field_name.split("_")
    field_obj.data_key = first + "".join(part.capitalize() for part in others)


class JaNee(fields.Boolean):
    """Only `true` and `false`: neither "nee" nor 1 is one of them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return bool(super()._deserialize(value, attr, data, **kwargs))


def ja_nee(description: str) -> JaNee:
    messages = MESSAGES | {"invalid": "Vul hier true of false in."}
    return JaNee(error_messages=messages, metadata={"description": description, "example": False})


class Heel(fields.Nested):
    """Sent whole or not at all, also where whatever is around it may be sent in part."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, partial: Any = None, **kwargs: Any) -> Any:  # noqa: ARG002 - that is the point of it.
        return super()._deserialize(value, attr, data, partial=False, **kwargs)


class UitzonderingInvoerSchema(Input):
    van = dag("De eerste dag.", required=True, example="2026-12-28")
    tot = dag("De laatste dag.", required=True, example="2026-12-31")
    bereikbaar = regel(
        rules.BEREIKBAAR,
        rules.check_hours,
        description="De tijden op die dagen; null of weggelaten: niet te bereiken.",
        example="ma-vr 09:00-12:00",
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Uitzondering:
        return Uitzondering(**data)


class ContactpersoonWijzigingSchema(Input):
    """What is not sent stays as it is; null takes it away."""

    naam = regel(rules.NAAM, rules.check_name, required=True, description="De naam.", example="S. de Wit")
    functie = regel(rules.NAAM, description="De functie.", example="Casusregisseur")
    telefoon = regel(
        20,
        rules.check_phone,
        description="Met landnummer en zonder spaties: +31301234567.",
        example="+3197010000001",
    )
    email = regel(rules.EMAIL, rules.check_email, description="Het e-mailadres.", example="s.dewit@voorbeeld.example")
    bereikbaar = regel(
        rules.BEREIKBAAR,
        rules.check_hours,
        description="De gewone tijden: `ma-vr 08:30-17:00; za 10:00-14:00`, of `altijd`.",
        example="ma-vr 08:30-17:00",
    )
    op_feestdagen = ja_nee("Of de gewone tijden ook op feestdagen gelden.")
    uitzonderingen = fields.List(
        Heel(UitzonderingInvoerSchema),
        validate=validate.Length(max=rules.MAX_UITZONDERINGEN, error=f"Hoogstens {rules.MAX_UITZONDERINGEN}."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": "Dagen met andere tijden; geen dag twee keer."},
    )
    vervanger_id = nummer("Wie te bellen als deze niet te bereiken is, van dezelfde organisatie.")

    def on_bind_field(self, field_name: str, field_obj: "fields.Field[Any]") -> None:
        _camel(field_name, field_obj)

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Any:
        if "uitzonderingen" in data:
            data["uitzonderingen"] = tuple(sorted(data["uitzonderingen"], key=lambda each: each.van))
        return self.made_of(data)

    def made_of(self, data: dict[str, Any]) -> Any:
        return data


class ContactpersoonInvoerSchema(ContactpersoonWijzigingSchema):
    """A new one."""

    def made_of(self, data: dict[str, Any]) -> Opgave:
        return Opgave(**data)


class UitschakelingSchema(Input):
    opvolger_id = nummer("Wie alle abonnementen overneemt; verplicht voor wie nog op een abonnement staat.")
    opvolger_id.data_key = "opvolgerId"

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> int | None:
        number: int | None = data.get("opvolger_id")
        return number


class InschakelingSchema(Input):
    """Nothing: the address says it all."""


@dataclass(frozen=True)
class Volgorde:
    contactpersonen: tuple[int, ...]
    eerste: int | None


class VolgordeSchema(Input):
    contactpersonen = nummers("Wie erop staan, in de volgorde van de kaart.", rules.MAX_CONTACTPERSONEN)
    contactpersonen.required = True
    eerste = nummer("Wie als eerste gebeld wordt; null: niemand in het bijzonder.")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Volgorde:
        return Volgorde(tuple(data["contactpersonen"]), data.get("eerste"))


@dataclass(frozen=True)
class Inlezing:
    """`stand`: what the trial run was about; None for a trial run."""

    bestand: str
    stand: str | None


class InlezingSchema(Input):
    bestand = fields.String(
        required=True,
        validate=validate.Length(max=LONGEST_BESTAND, error=f"Hoogstens {LONGEST_BESTAND} tekens."),
        error_messages=MESSAGES,
        metadata={"description": "De inhoud van het CSV-bestand.", "example": "naam;telefoon\r\nS. de Wit;\r\n"},
    )
    stand = fields.String(
        allow_none=True,
        validate=validate.Length(min=1, max=64, error="Dit is geen stand van ons."),
        error_messages=MESSAGES,
        metadata={"description": "De `stand` uit de proef; zonder wordt alleen geproefd."},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Inlezing:
        return Inlezing(data["bestand"], data.get("stand"))


class ContactpersonenFilterSchema(BladzijdeSchema):
    bron = fields.String(
        load_default=None,
        validate=validate.OneOf(BRONNEN, error=f"Kies uit: {', '.join(BRONNEN)}."),
        error_messages=MESSAGES,
        metadata={
            "description": "Van de eigen organisatie, of van anderen op de eigen abonnementen.",
            "example": "eigen",
        },
    )
    actief = fields.String(
        load_default=None,
        validate=validate.OneOf(list(YES_NO), error="Kies uit: ja, nee."),
        error_messages=MESSAGES,
        metadata={"description": "Alleen wie in gebruik is, of alleen wie is uitgeschakeld.", "example": "ja"},
    )

    @post_load
    def build(self, data: Mapping[str, Any], **_: Any) -> tuple[Filters, Bladzijde]:
        filters = Filters(data["bron"], YES_NO.get(data["actief"]))
        return filters, Bladzijde(data["limiet"], data["na"])
