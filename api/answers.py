"""What the views send, described: these schemas make the API description, and tests hold every answer against it.

Nothing is dumped through them; the straatkaart leaves as the bytes that publishing wrote.
"""

from typing import Any

from marshmallow import Schema, fields, validate

from app.lookup.answer import MAX_TREFFERS

RISICOS = ["verbaal", "fysiek", "wapen", "geen"]
GESLACHTEN = ["man", "vrouw", "onbekend"]
VERFIJNINGEN = ["geboortedatum", "geboortejaar", "voornaam", "achternaam"]


def text(description: str, *, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null, metadata={"description": description})


def day(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description, "format": "date"})


def moment(description: str) -> fields.String:
    return fields.String(required=True, metadata={"description": description, "format": "date-time"})


def texts(description: str) -> fields.List[Any]:
    return fields.List(fields.String(), required=True, metadata={"description": description})


def one(schema: type[Schema], *, null: bool = False) -> fields.Nested:
    return fields.Nested(schema, required=True, allow_none=null)


def dagen(description: str) -> fields.List[Any]:
    day = fields.String(metadata={"format": "date"})
    return fields.List(day, required=True, metadata={"description": description})


def some(schema: type[Schema], description: str) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), required=True, metadata={"description": description})


class Answer(Schema):
    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        first, *others = field_name.split("_")
        field_obj.data_key = first + "".join(part.capitalize() for part in others)


class SessieSchema(Answer):
    rol = text("De rol van het account.")
    gebruikersnaam = text("De naam van het account.")
    verloopt_op = moment("Tot wanneer het toegangstoken geldt.")


class HuidigeSessieSchema(SessieSchema):
    rechten = texts("Wat dit account mag, voor een scherm dat geen knop voor niets toont.")


class NieuweSessieSchema(SessieSchema):
    toegangstoken = text("Voor de kop `Authorization: Bearer`; een browser krijgt het ook als cookie.")


class RedenSchema(Answer):
    code = text("Wat een zoekvraag meestuurt.")
    naam = text("Wat op het scherm staat.")
    toelichting_vereist = fields.Boolean(required=True, metadata={"description": "Of er woorden bij moeten."})


class RedenenSchema(Answer):
    redenen = some(RedenSchema, "In de volgorde waarin ze getoond worden.")


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
    plaats = text("De geboorteplaats.", null=True)


class PersoonSchema(Answer):
    naam = text("De naam zoals die getoond wordt.")
    voornamen = text("Alle voornamen.", null=True)
    roepnaam = text("De roepnaam.", null=True)
    voorvoegsel = text("Het voorvoegsel van de geslachtsnaam.", null=True)
    geslachtsnaam = text("De geslachtsnaam zonder voorvoegsel.")
    aliassen = texts("Andere namen.")
    geboorte = one(GeboorteSchema)
    geslacht = fields.String(required=True, validate=validate.OneOf(GESLACHTEN))


class AanpakSchema(Answer):
    code = text("De code van de aanpak.")
    naam = text("De naam van de aanpak.")


class ActieSchema(Answer):
    code = text("De code van de actie.")
    tekst = text("Wat te doen, in woorden.")
    icoon = text("De naam van het icoon.")
    kleur = text("De naam van de kleur.")


class HandelingskaderSchema(Answer):
    actie = one(ActieSchema)
    kern = text("De kern, in één zin.", null=True)
    regels = texts("De afspraken.")
    casusoverleg = day("De dag van het casusoverleg.")
    vastgesteld_door = text("Wie het vaststelde.", null=True)
    versie = fields.Integer(required=True)


class BejegeningSchema(Answer):
    kern = text("De kern, in één zin.", null=True)
    ziet = text("Wat je ziet.", null=True)
    betekent = text("Wat dat betekent.", null=True)
    doen = texts("Wat helpt.")
    niet_doen = texts("Wat niet helpt.")
    risico = fields.String(required=True, allow_none=True, metadata={"enum": [*RISICOS, None]})
    versie = fields.Integer(required=True)


class UitzonderingSchema(Answer):
    van = fields.String(required=True, metadata={"description": "De eerste dag.", "format": "date"})
    tot = fields.String(required=True, metadata={"description": "De laatste dag.", "format": "date"})
    bereikbaar = text("De tijden op die dagen; null: niet te bereiken.", null=True)


class ContactpersoonSchema(Answer):
    organisatie = text("De organisatie.")
    naam = text("De naam.", null=True)
    functie = text("De functie.", null=True)
    telefoon = text("Het telefoonnummer.", null=True)
    bereikbaar = text("Wanneer: `ma-vr 08:30-17:00; za 10:00-14:00` of `altijd`.", null=True)
    op_feestdagen = fields.Boolean(
        required=True, metadata={"description": "Of de gewone tijden ook op feestdagen gelden; `altijd` is altijd."}
    )
    uitzonderingen = some(UitzonderingSchema, "Dagen met andere tijden.")
    vervangt = text("De naam van wie deze persoon vervangt: bel alleen als die niet te bereiken is.", null=True)
    eerste = fields.Boolean(required=True, metadata={"description": "Of dit de eerste is om te bellen."})


class InlichtingSchema(Answer):
    organisatie = text("Welke organisatie dit laat weten.")
    tekst = text("Wat die organisatie laat weten.")
    aard = fields.String(required=True, validate=validate.OneOf(["feit", "oordeel"]))
    bron = text("Waar zij dat van weet.")


class AfspraakSchema(Answer):
    aanpak = one(AanpakSchema)
    eigenaar = text("De organisatie die deze aanpak leidt.")
    handelingskader = one(HandelingskaderSchema, null=True)
    bejegening = one(BejegeningSchema, null=True)
    contactpersonen = some(ContactpersoonSchema, "Wie te bellen.")
    inlichtingen = some(InlichtingSchema, "Wat andere organisaties de straat laten weten.")
    start = day("De eerste dag.")
    toetsen_voor = day("Na deze dag is de afspraak verouderd: overleg eerst.")
    einde = day("De laatste dag.")


class StraatkaartSchema(Answer):
    persoon = one(PersoonSchema)
    afspraken = some(AfspraakSchema, "De afspraken, de leidende voorop.")
    gepubliceerd_op = moment("Wanneer deze kaart op straat kwam.")


class VerfijnSchema(Answer):
    vraag = fields.String(required=True, validate=validate.OneOf(VERFIJNINGEN))
    tekst = text("Wat je kunt toevoegen, in woorden.")


class KandidaatSchema(Answer):
    id = text("Geldt alleen binnen deze zoekvraag, en alleen voor wie hem stelde.")
    naam = text("De naam zoals die getoond wordt.")
    geboortejaar = fields.Integer(required=True, allow_none=True)
    aanpak = text("De naam van de aanpak.")
    gevonden_op = texts("Waarop deze persoon gevonden is.")


def _uitkomst(name: str) -> fields.String:
    return fields.String(required=True, validate=validate.Equal(name), metadata={"enum": [name]})


class Genummerd(Answer):
    id = fields.String(required=True, metadata={"format": "uuid", "description": "Het nummer van deze raadpleging."})


class BegrepenSchema(Answer):
    naam = text("De hele naam die is gezocht.", null=True)
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
    begrepen = one(BegrepenSchema)


class KaartAntwoordSchema(Zoekantwoord):
    uitkomst = _uitkomst("kaart")
    gevonden_op = texts("Waarop deze persoon gevonden is.")
    feestdagen = dagen("De feestdagen van vandaag en de komende 14 dagen; dan zijn kantoren dicht.")
    straatkaart = one(StraatkaartSchema)


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
    verfijn = one(VerfijnSchema)


class InzageAntwoordSchema(Genummerd):
    gevonden_op = texts("Waarop deze persoon gevonden is.")
    feestdagen = dagen("De feestdagen van vandaag en de komende 14 dagen; dan zijn kantoren dicht.")
    straatkaart = one(StraatkaartSchema)


class FoutInVeldSchema(Answer):
    pointer = text("Een JSON-pointer naar het veld.")
    detail = text("Wat er niet klopt.")


class ProbleemSchema(Answer):
    type = text("`urn:veldwijzer:probleem:` en een vaste code.")
    title = text("Wat er misging, kort.")
    status = fields.Integer(required=True, metadata={"description": "De HTTP-status."})
    detail = text("Wat er misging en wat je kunt doen.")
    errors = fields.List(fields.Nested(FoutInVeldSchema), metadata={"description": "Per veld wat er niet klopt."})
    wacht_seconden = fields.Integer(metadata={"description": "Hoe lang te wachten."})
    mogelijk_dubbel = fields.List(
        fields.Integer(), metadata={"description": "Bij `mogelijk-dubbel`: de personen om te bekijken."}
    )
