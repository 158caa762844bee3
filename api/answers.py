"""What the views send, described: these schemas make the API description, and tests hold every answer against it.

Nothing is dumped through them; the straatkaart leaves as the bytes that publishing wrote.
"""

from typing import Any

from marshmallow import Schema, fields, validate

from app.lookup.answer import MAX_TREFFERS

RISICOS = ["verbaal", "fysiek", "wapen", "geen"]
GESLACHTEN = ["man", "vrouw", "onbekend"]
VERFIJNINGEN = ["geboortedatum", "geboortejaar", "voornaam", "achternaam"]


def _text(description: str, *, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null, metadata={"description": description})


def _date(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description, "format": "date"})


def _moment(description: str) -> fields.String:
    return fields.String(required=True, metadata={"description": description, "format": "date-time"})


def _texts(description: str) -> fields.List[Any]:
    return fields.List(fields.String(), required=True, metadata={"description": description})


def _one(schema: type[Schema], *, null: bool = False) -> fields.Nested:
    return fields.Nested(schema, required=True, allow_none=null)


def _some(schema: type[Schema], description: str) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), required=True, metadata={"description": description})


class Answer(Schema):
    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        first, *others = field_name.split("_")
        field_obj.data_key = first + "".join(part.capitalize() for part in others)


class SessieSchema(Answer):
    rol = _text("De rol van het account.")
    gebruikersnaam = _text("De naam van het account.")
    verloopt_op = _moment("Tot wanneer het toegangstoken geldt.")


class NieuweSessieSchema(SessieSchema):
    toegangstoken = _text("Voor de kop `Authorization: Bearer`; een browser krijgt het ook als cookie.")


class RedenSchema(Answer):
    code = _text("Wat een zoekvraag meestuurt.")
    naam = _text("Wat op het scherm staat.")
    toelichting_vereist = fields.Boolean(required=True, metadata={"description": "Of er woorden bij moeten."})


class RedenenSchema(Answer):
    redenen = _some(RedenSchema, "In de volgorde waarin ze getoond worden.")


class ToestandSchema(Answer):
    toestand = fields.String(required=True, validate=validate.OneOf(["goed", "niet-gereed"]))


class GeboorteSchema(Answer):
    datum = fields.String(
        required=True,
        allow_none=True,
        metadata={
            "description": "1994-03-07, of 1994-03 of 1994 als niet meer bekend is.",
            "format": "deel-van-datum",
        },
    )
    plaats = _text("De geboorteplaats.", null=True)


class PersoonSchema(Answer):
    naam = _text("De naam zoals die getoond wordt.")
    voornamen = _text("Alle voornamen.", null=True)
    roepnaam = _text("De roepnaam.", null=True)
    voorvoegsel = _text("Het voorvoegsel van de geslachtsnaam.", null=True)
    geslachtsnaam = _text("De geslachtsnaam zonder voorvoegsel.")
    aliassen = _texts("Andere namen.")
    geboorte = _one(GeboorteSchema)
    geslacht = fields.String(required=True, validate=validate.OneOf(GESLACHTEN))


class AanpakSchema(Answer):
    code = _text("De code van de aanpak.")
    naam = _text("De naam van de aanpak.")


class ActieSchema(Answer):
    code = _text("De code van de actie.")
    tekst = _text("Wat te doen, in woorden.")
    icoon = _text("De naam van het icoon.")
    kleur = _text("De naam van de kleur.")


class HandelingskaderSchema(Answer):
    actie = _one(ActieSchema)
    kern = _text("De kern, in één zin.", null=True)
    regels = _texts("De afspraken.")
    casusoverleg = _date("De dag van het casusoverleg.")
    vastgesteld_door = _text("Wie het vaststelde.", null=True)
    versie = fields.Integer(required=True)


class BejegeningSchema(Answer):
    kern = _text("De kern, in één zin.", null=True)
    ziet = _text("Wat je ziet.", null=True)
    betekent = _text("Wat dat betekent.", null=True)
    doen = _texts("Wat helpt.")
    niet_doen = _texts("Wat niet helpt.")
    risico = fields.String(required=True, allow_none=True, metadata={"enum": [*RISICOS, None]})
    versie = fields.Integer(required=True)


class ContactpersoonSchema(Answer):
    organisatie = _text("De organisatie.")
    naam = _text("De naam.", null=True)
    functie = _text("De functie.", null=True)
    telefoon = _text("Het telefoonnummer.", null=True)
    bereikbaar = _text("Wanneer: `ma-vr 08:30-17:00; za 10:00-14:00` of `altijd`.", null=True)
    eerste = fields.Boolean(required=True, metadata={"description": "Of dit de eerste is om te bellen."})


class AfspraakSchema(Answer):
    aanpak = _one(AanpakSchema)
    eigenaar = _text("De organisatie die deze aanpak leidt.")
    handelingskader = _one(HandelingskaderSchema, null=True)
    bejegening = _one(BejegeningSchema, null=True)
    contactpersonen = _some(ContactpersoonSchema, "Wie te bellen.")
    start = _date("De eerste dag.")
    toetsen_voor = _date("Na deze dag is de afspraak verouderd: overleg eerst.")
    einde = _date("De laatste dag.")


class StraatkaartSchema(Answer):
    persoon = _one(PersoonSchema)
    afspraken = _some(AfspraakSchema, "De afspraken, de leidende voorop.")
    gepubliceerd_op = _moment("Wanneer deze kaart op straat kwam.")


class VerfijnSchema(Answer):
    vraag = fields.String(required=True, validate=validate.OneOf(VERFIJNINGEN))
    tekst = _text("Wat je kunt toevoegen, in woorden.")


class KandidaatSchema(Answer):
    id = _text("Geldt alleen binnen deze zoekvraag, en alleen voor wie hem stelde.")
    naam = _text("De naam zoals die getoond wordt.")
    geboortejaar = fields.Integer(required=True, allow_none=True)
    aanpak = _text("De naam van de aanpak.")
    gevonden_op = _texts("Waarop deze persoon gevonden is.")


def _uitkomst(name: str) -> fields.String:
    return fields.String(required=True, validate=validate.Equal(name), metadata={"enum": [name]})


class Genummerd(Answer):
    id = fields.String(required=True, metadata={"format": "uuid", "description": "Het nummer van deze raadpleging."})


class BegrepenSchema(Answer):
    naam = _text("De hele naam die is gezocht.", null=True)
    geboortedatum = fields.String(
        required=True,
        allow_none=True,
        metadata={
            "description": "1994-03-07, 1994-03, 1994, of zonder jaar --03-07 (ISO 8601).",
            "format": "deel-van-datum",
        },
    )
    geboortejaar_ongeveer = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Een jaar dat er twee naast mag zitten."}
    )


class Zoekantwoord(Genummerd):
    begrepen = _one(BegrepenSchema)


class KaartAntwoordSchema(Zoekantwoord):
    uitkomst = _uitkomst("kaart")
    gevonden_op = _texts("Waarop deze persoon gevonden is.")
    straatkaart = _one(StraatkaartSchema)


class KandidatenAntwoordSchema(Zoekantwoord):
    uitkomst = _uitkomst("kandidaten")
    kandidaten = fields.List(
        fields.Nested(KandidaatSchema),
        required=True,
        validate=validate.Length(min=1, max=MAX_TREFFERS),
        metadata={"description": "De best passende voorop."},
    )


class OnbekendAntwoordSchema(Zoekantwoord):
    uitkomst = _uitkomst("onbekend")


class VerfijnAntwoordSchema(Zoekantwoord):
    uitkomst = _uitkomst("verfijn")
    verfijn = _one(VerfijnSchema)


class InzageAntwoordSchema(Genummerd):
    gevonden_op = _texts("Waarop deze persoon gevonden is.")
    straatkaart = _one(StraatkaartSchema)


class FoutInVeldSchema(Answer):
    pointer = _text("Een JSON-pointer naar het veld.")
    detail = _text("Wat er niet klopt.")


class ProbleemSchema(Answer):
    type = _text("`urn:veldwijzer:probleem:` en een vaste code.")
    title = _text("Wat er misging, kort.")
    status = fields.Integer(required=True, metadata={"description": "De HTTP-status."})
    detail = _text("Wat er misging en wat je kunt doen.")
    errors = fields.List(fields.Nested(FoutInVeldSchema), metadata={"description": "Per veld wat er niet klopt."})
    wacht_seconden = fields.Integer(metadata={"description": "Hoe lang te wachten."})
