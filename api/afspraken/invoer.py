"""What may be sent in about afspraken. A concept may be half empty: what it needs is asked when it is submitted."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from api.invoer import Regel, dag, keuze, regel
from api.schemas import MESSAGES, Input
from app.afspraken.acties import ICONEN, KLEUREN, TEKST, Uiterlijk
from app.afspraken.model import Voorstel, from_json
from app.afspraken.taal import STRAAT, ZSM
from app.afspraken.volledig import HISTORIE
from app.register import rules

CODE = 40
CODE_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
OPMERKING = 300
ADVIES, CONTEXT = 1000, 500
MOST_TEXTS, LONGEST_PLACE = 40, 80


def _check_code(code: str) -> str | None:
    if CODE_PATTERN.fullmatch(code):
        return None
    return "Gebruik kleine letters, cijfers en _, en begin met een letter."


class Alinea(Regel):
    """A text of more than one line."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if isinstance(value, str):
            lines = value.replace("\r\n", "\n").split("\n")
            # Each line is looked at as a line of its own; the length counts as a whole.
            if any(line.strip() and rules.check_text(line.strip(), self.limit) for line in lines):
                return super()._deserialize(value, attr, data, **kwargs)
            text = "\n".join(rules.clean(line) for line in lines).strip()
            if len(text) > self.limit:
                raise ValidationError(rules.check_text(text, self.limit) or "")
            return text or None
        return super()._deserialize(value, attr, data, **kwargs)


def _alinea(limit: int, description: str) -> Alinea:
    return Alinea(limit, description=description, example="")


def _vink(description: str) -> fields.Boolean:
    return fields.Boolean(
        truthy={True},
        falsy={False},
        load_default=False,
        error_messages=MESSAGES | {"invalid": "Hier hoort true of false te staan."},
        metadata={"description": description, "example": True},
    )


def _regels(limit: int, most: int, description: str) -> fields.List[Any]:
    return fields.List(
        regel(limit, required=True, description="Een regel.", example="Bel eerst de regisseur."),
        load_default=list,
        validate=validate.Length(max=most, error=f"Hoogstens {most} regels."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": description},
    )


class HandelingskaderInvoerSchema(Input):
    actie = regel(CODE, description="De code van een actie.", example="direct_aanhouden")
    kern = regel(rules.KERN, description="Eén regel voor de straat.", example="Ook bij een klein delict.")
    regels = _regels(rules.REGEL, rules.MAX_REGELS, "Korte regels.")
    casusoverleg = dag("Uit welk casusoverleg dit komt.", example="2026-11-12")
    vastgesteldDoor = regel(rules.NAAM, description="Wie het vaststelde.", example="ZVH Utrecht")  # noqa: N815 - as it is sent.


class BejegeningInvoerSchema(Input):
    kern = regel(rules.KERN, description="Eén regel voor de straat.", example="Blijf rustig en geef ruimte.")
    ziet = regel(rules.TOELICHTING, description="Wat je ziet.", example="Praat hard en loopt heen en weer.")
    betekent = regel(rules.TOELICHTING, description="Wat dat betekent.", example="Spanning, geen dreiging.")
    doen = _regels(rules.REGEL, rules.MAX_DOEN, "Wat helpt.")
    nietDoen = _regels(rules.REGEL, rules.MAX_DOEN, "Wat niet helpt.")  # noqa: N815 - as it is sent.
    risico = fields.String(
        allow_none=True,
        validate=validate.OneOf(rules.RISICOS, error=f"Kies uit: {', '.join(rules.RISICOS)}."),
        error_messages=MESSAGES,
        metadata={"description": "De aard van het risico.", "example": "verbaal"},
    )


class CriteriaInvoerSchema(Input):
    context = _vink("De context staat erin.")
    juridischeTaal = _vink("De taal is concreet en juridisch.")  # noqa: N815 - as it is sent.
    historie = fields.String(
        allow_none=True,
        validate=validate.OneOf(HISTORIE, error="Kies uit: ja, nvt."),
        error_messages=MESSAGES,
        metadata={"description": "`ja`: de historie staat erin. `nvt`: geen huiselijk geweld.", "example": "nvt"},
    )


class ZsmAdviesInvoerSchema(Input):
    datum = dag("De datum van het advies.", example="2026-11-12")
    doel = regel(rules.DOEL, description="Wat de interventie moet bereiken.", example="Herhaling voorkomen.")
    advies = _alinea(ADVIES, "Het advies zelf.")
    context = _alinea(CONTEXT, "Wat een beslissing betekent voor het systeem en de omgeving.")
    historie = _alinea(CONTEXT, "Eerdere incidenten, bij huiselijk geweld.")
    criteria = fields.Nested(CriteriaInvoerSchema, load_default=dict)


class VoorstelSchema(Input):
    handelingskader = fields.Nested(HandelingskaderInvoerSchema, allow_none=True, load_default=None)
    bejegening = fields.Nested(BejegeningInvoerSchema, allow_none=True, load_default=None)
    zsmAdvies = fields.Nested(ZsmAdviesInvoerSchema, allow_none=True, load_default=None)  # noqa: N815 - as it is sent.
    toetsenVoor = dag("Voor welke dag dit opnieuw bekeken wordt.", example="2027-11-12")  # noqa: N815 - as it is sent.

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Voorstel:
        return from_json(data)


class TerugzendingSchema(Input):
    opmerking = regel(OPMERKING, required=True, description="Wat er anders moet.", example="Maak de kern korter.")


@dataclass(frozen=True)
class Tekst:
    veld: str
    tekst: str
    voor: str


class TekstSchema(Input):
    veld = regel(LONGEST_PLACE, required=True, description="Hoe jij deze tekst noemt.", example="#/bejegening/kern")
    # Not cleaned: the advice counts characters of what was sent.
    tekst = fields.String(
        required=True,
        validate=validate.Length(max=ADVIES, error=f"Gebruik hoogstens {ADVIES} tekens."),
        error_messages=MESSAGES,
        metadata={"description": "De tekst.", "example": "Heeft een LVB."},
    )
    voor = keuze((STRAAT, ZSM), "Wie hem leest; weggelaten: de straat.")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Tekst:
        return Tekst(data["veld"], data["tekst"], data.get("voor", STRAAT))


class TaalvraagSchema(Input):
    teksten = fields.List(
        fields.Nested(TekstSchema),
        required=True,
        validate=validate.Length(max=MOST_TEXTS, error=f"Hoogstens {MOST_TEXTS} teksten."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": "De teksten om na te kijken."},
    )


class MomentFilterSchema(Input):
    op = fields.AwareDateTime(
        required=True,
        format="iso",
        error_messages=MESSAGES
        | {
            "invalid": "Schrijf een moment als 2026-05-03T03:12:00Z.",
            "invalid_awareness": "Zet er een tijdzone bij: 2026-05-03T03:12:00Z.",
        },
        metadata={"description": "Het moment; alleen wat toen op straat stond.", "example": "2026-05-03T03:12:00Z"},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> datetime:
        moment: datetime = data["op"]
        # At the ends of the calendar another time zone is another millennium.
        if not rules.FIRST_YEAR <= moment.year <= rules.LAST_YEAR:
            raise ValidationError("Kies een moment dat geweest is.", "op")
        return moment


def _uiterlijk(*, required: bool) -> dict[str, fields.Field[Any]]:
    return {
        "tekst": regel(TEKST, required=required, description="Wat de agent leest.", example="Direct aanhouden"),
        "icoon": keuze(ICONEN, "Het icoon.", required=required),
        "kleur": keuze(KLEUREN, "De kleur.", required=required),
    }


class ActieInvoerSchema(Input):
    code = regel(CODE, _check_code, required=True, description="Een code die nooit verandert.", example="breng_thuis")
    tekst, icoon, kleur = _uiterlijk(required=True).values()

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> tuple[str, Uiterlijk]:
        return data.pop("code"), Uiterlijk(**data)


class ActieWijzigingSchema(Input):
    tekst = Regel(TEKST, description="Wat de agent leest.", example="Direct aanhouden", allow_none=False)
    icoon = keuze(ICONEN, "Het icoon.")
    kleur = keuze(KLEUREN, "De kleur.")
    actief = fields.Boolean(
        truthy={True},
        falsy={False},
        error_messages=MESSAGES | {"invalid": "Hier hoort true of false te staan."},
        metadata={"description": "Of zij nog te kiezen is.", "example": True},
    )

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        if not data:
            raise ValidationError("Vul in wat er verandert.")
        if data.get("tekst", "") is None:
            raise ValidationError("Vul dit in.", "tekst")
        return data
