"""What may be sent in about the form."""

from typing import Any

from marshmallow import fields, post_load, validate

from api.bladzijde import BladzijdeSchema
from api.invoer import LARGEST, keuze, nummer, nummers, regel
from api.schemas import MESSAGES, NUMBER_MESSAGES, Input
from app.formulier import rules
from app.formulier.lijst import ALLES, EIGEN, Filters
from app.formulier.rules import Aard, Delen, Inlichting, Invoer, Status
from app.werk.bladzijde import Bladzijde

# Typing that is not done may be too long, and then it is kept all the same; this much fits in a request.
LONGEST_TYPED = 2000
MOST_TYPED = 20


class InlichtingInvoerSchema(Input):
    tekst = regel(
        rules.TEKST,
        required=True,
        description="Wat je organisatie laat weten.",
        example="Gebruikt medicijnen waar je slaperig van wordt.",
    )
    delen = keuze(tuple(Delen), "Hoe ver dit mag komen.", required=True)
    aard = keuze(tuple(Aard), "Of het een feit is, of een oordeel.", required=True)
    bron = regel(rules.BRON, required=True, description="Waar je dat van weet.", example="Behandelaar")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Inlichting:
        return Inlichting(**data)


class JaNee(fields.Boolean):
    """true, false or null, and nothing that merely resembles these."""

    def __init__(self, description: str, **options: Any) -> None:
        messages = {**MESSAGES, "invalid": "Vul hier true, false of null in."}
        described = {"description": description}
        super().__init__(required=True, allow_none=True, error_messages=messages, metadata=described, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class DeelInvoerSchema(Input):
    neemt_deel = JaNee("Of je organisatie meedoet; null: dat is nog niet gezegd.", data_key="neemtDeel")
    contactpersonen = nummers(
        "Contactpersonen van je organisatie; de eerste komt als eerste.", rules.MAX_CONTACTPERSONEN
    )
    inlichtingen = fields.List(
        fields.Nested(InlichtingInvoerSchema),
        load_default=list,
        validate=validate.Length(max=rules.MAX_INLICHTINGEN, error=f"Hoogstens {rules.MAX_INLICHTINGEN}."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": "Wat je organisatie laat weten."},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Invoer:
        contacten, lines = tuple(data["contactpersonen"]), tuple(data["inlichtingen"])
        return Invoer(data["neemt_deel"], contacten, lines)


def _typed(description: str) -> fields.String:
    return fields.String(
        required=True,
        allow_none=True,
        validate=validate.Length(max=LONGEST_TYPED, error=f"Gebruik hoogstens {LONGEST_TYPED} tekens."),
        error_messages=MESSAGES,
        metadata={"description": description},
    )


class GetypteInlichtingSchema(Input):
    tekst = _typed("Wat er getypt is, ook als het te lang is.")
    delen = _typed("Wat er gekozen is.")
    aard = _typed("Wat er gekozen is.")
    bron = _typed("Wat er getypt is.")


class ConceptInvoerSchema(Input):
    """As the part, but nothing has to be right yet."""

    neemt_deel = JaNee("Of je organisatie meedoet.", data_key="neemtDeel")
    contactpersonen = fields.List(
        nummer("Een contactpersoon, of null waar er nog geen gekozen is."),
        load_default=list,
        validate=validate.Length(max=MOST_TYPED, error=f"Hoogstens {MOST_TYPED}."),
        metadata={"description": "Wie er gekozen zijn."},
    )
    inlichtingen = fields.List(
        fields.Nested(GetypteInlichtingSchema),
        load_default=list,
        validate=validate.Length(max=MOST_TYPED, error=f"Hoogstens {MOST_TYPED}."),
        metadata={"description": "Wat er getypt is."},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """As it is sent back: the same object."""
        return {"neemtDeel": data.pop("neemt_deel")} | data


class VraagSchema(Input):
    vraag = regel(
        rules.VRAAG,
        required=True,
        description="Wat er nog nodig is.",
        example="Geldt dit telefoonnummer ook 's nachts?",
    )


class BezwaarSchema(Input):
    reden = regel(
        rules.VRAAG, required=True, description="Waarom dit niet op straat mag.", example="De behandeling is gestopt."
    )


class LeegSchema(Input):
    """Nothing goes with it: the act says it all."""


class OrganisatieKeuzeSchema(Input):
    organisatie_id = nummer("Een organisatie uit `/naslag`.", required=True)
    organisatie_id.data_key = "organisatieId"


class DelenFilterSchema(BladzijdeSchema):
    van = fields.String(
        load_default=EIGEN,
        validate=validate.OneOf((EIGEN, ALLES), error=f"Kies uit: {EIGEN}, {ALLES}."),
        error_messages=MESSAGES,
        metadata={"description": "`eigen`: wat jouw organisatie moet invullen; `alles`: van iedereen."},
    )
    status = fields.String(
        load_default=None,
        validate=validate.OneOf(tuple(Status), error="Deze status is er niet."),
        error_messages=MESSAGES,
        metadata={"description": "Alleen delen met deze status."},
    )
    organisatie_id = fields.Integer(
        load_default=None,
        data_key="organisatieId",
        validate=validate.Range(1, LARGEST, error="Dit is geen nummer van ons."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "Alleen delen van deze organisatie.", "example": 12},
    )
    minstens_dagen = fields.Integer(
        load_default=None,
        data_key="minstensDagen",
        validate=validate.Range(0, 3650, error="Kies 0 tot 3650 dagen."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "Alleen wat al zoveel dagen ontbreekt."},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> tuple[Filters, Bladzijde]:
        page = Bladzijde(data.pop("limiet"), data.pop("na"))
        return Filters(**data), page
