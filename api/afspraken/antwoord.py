"""What the views of afspraken send: the schemas that describe it, and the functions that build it."""

from typing import Any

from marshmallow import fields, validate

from api.answers import (
    RISICOS,
    ActieSchema,
    Answer,
    InlichtingSchema,
    StraatkaartSchema,
    dagen,
    day,
    moment,
    one,
    some,
    text,
    texts,
)
from api.bladzijde import LijstSchema
from app.afspraken.concept import CONCEPT, INGEDIEND, NIEUW, Conceptstand
from app.afspraken.geschiedenis import Geschiedenis, Versie
from app.afspraken.goedkeuren import Publicatie
from app.afspraken.kaart import LINE, Kaartbeeld
from app.afspraken.model import Voorstel, ZsmAdvies, to_json
from app.afspraken.nalezen import Gelezen
from app.afspraken.taal import REDENEN
from app.afspraken.volledig import CRITERIA, HISTORIE
from app.register.model import Handelingskader

Item = dict[str, Any]


def _number(description: str) -> fields.Integer:
    return fields.Integer(required=True, metadata={"description": description})


def _yes_no(description: str) -> fields.Boolean:
    return fields.Boolean(required=True, metadata={"description": description})


def _maybe_moment(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description, "format": "date-time"})


class _KaderSchema(Answer):
    kern = text("Eén regel voor de straat.")
    regels = texts("Korte regels.")
    casusoverleg = day("Uit welk casusoverleg dit komt.")
    vastgesteld_door = text("Wie het vaststelde.", null=True)


class KaderInhoudSchema(_KaderSchema):
    actie = text("De code van de actie.", null=True)


class BejegeningInhoudSchema(Answer):
    kern = text("Eén regel voor de straat.")
    ziet = text("Wat je ziet.", null=True)
    betekent = text("Wat dat betekent.", null=True)
    doen = texts("Wat helpt.")
    niet_doen = texts("Wat niet helpt.")
    risico = fields.String(required=True, allow_none=True, metadata={"enum": [*RISICOS, None]})


class CriteriaInhoudSchema(Answer):
    context = _yes_no("De context staat erin.")
    juridische_taal = _yes_no("De taal is concreet en juridisch.")
    historie = fields.String(required=True, allow_none=True, metadata={"enum": [*HISTORIE, None]})


class ZsmAdviesInhoudSchema(Answer):
    datum = day("De datum van het advies.")
    doel = text("Wat de interventie moet bereiken.")
    advies = text("Het advies zelf.")
    context = text("Wat een beslissing betekent voor het systeem en de omgeving.", null=True)
    historie = text("Eerdere incidenten, bij huiselijk geweld.", null=True)
    criteria = one(CriteriaInhoudSchema)


class VoorstelInhoudSchema(Answer):
    handelingskader = one(KaderInhoudSchema, null=True)
    bejegening = one(BejegeningInhoudSchema, null=True)
    zsm_advies = one(ZsmAdviesInhoudSchema, null=True)
    toetsen_voor = day("Voor welke dag dit opnieuw bekeken wordt.")


class PlaatsSchema(Answer):
    van = _number("Het eerste teken (vanaf 0).")
    tot = _number("Het eerste teken dat er niet meer bij hoort.")


class TaaladviesSchema(Answer):
    veld = text("Welke tekst.")
    soort = fields.String(required=True, validate=validate.OneOf(list(REDENEN)))
    plaats = one(PlaatsSchema)
    reden = text("Waarom het beter anders kan.")
    voorstel = text("Wat je kunt schrijven.")


class TaaladviezenSchema(Answer):
    adviezen = some(TaaladviesSchema, "In de volgorde van de teksten; leeg als er niets te zeggen is.")


class TekortSchema(Answer):
    pointer = text("Een JSON-pointer in de inhoud.")
    detail = text("Wat er nog moet gebeuren.")


class CriteriumSchema(Answer):
    code = text("De code.")
    naam = text("De naam.")
    uitleg = text("Wat ermee bedoeld wordt.")
    getoetst_door = fields.String(required=True, validate=validate.OneOf(["programma", "mens"]))
    voldoet = fields.Boolean(required=True, allow_none=True, metadata={"description": "null zonder advies."})


class AfspraakconceptSchema(Answer):
    abonnement = _number("Het nummer van het abonnement.")
    status = fields.String(required=True, validate=validate.OneOf([NIEUW, CONCEPT, INGEDIEND]))
    inhoud = one(VoorstelInhoudSchema)
    gepubliceerd = one(VoorstelInhoudSchema)
    gepubliceerde_actie = one(ActieSchema, null=True)
    tekorten = some(TekortSchema, "Wat er nog moet gebeuren voor het ingediend kan worden.")
    inlichtingen = some(InlichtingSchema, "Wat organisaties laten weten, en wat ermee op straat komt.")
    inlichtingen_gewijzigd = _yes_no("Of dat anders is dan toen het werd ingediend.")
    belemmeringen = texts("Waarom er nu niets gepubliceerd kan worden.")
    goedkeuren_kan_niet = text("Waarom jij het niet goedkeurt; null als je dat wel mag.", null=True)
    adviezen = some(TaaladviesSchema, "Over de woorden. Een advies houdt niets tegen.")
    criteria = some(CriteriumSchema, "De zes eisen aan een ZSM-advies.")
    opmerking = text("Waarom het is teruggestuurd.", null=True)
    gewijzigd_op = _maybe_moment("Wanneer er voor het laatst aan geschreven is.")
    gewijzigd_door = text("Door wie.", null=True)
    ingediend_op = _maybe_moment("Wanneer het is ingediend.")
    ingediend_door = text("Door wie.", null=True)


class VersienummersSchema(Answer):
    handelingskader = fields.Integer(metadata={"description": "De nieuwe versie, als die er is."})
    bejegening = fields.Integer(metadata={"description": "De nieuwe versie, als die er is."})
    zsm_advies = fields.Integer(metadata={"description": "De nieuwe versie, als die er is."})
    inlichtingen = fields.Integer(metadata={"description": "De nieuwe versie, als die er is."})


class PublicatieSchema(Answer):
    abonnement = _number("Het nummer van het abonnement.")
    versie = _number("De versie die het abonnement nu heeft.")
    gepubliceerd_op = moment("Wanneer dit op straat kwam.")
    versies = one(VersienummersSchema)


class KaderVersieSchema(_KaderSchema):
    actie = one(ActieSchema)


class VersieSchema(Answer):
    onderdeel = fields.String(required=True, validate=validate.OneOf(["handelingskader", "bejegening", "zsmAdvies"]))
    versie = _number("Het nummer van de versie.")
    aanleiding = fields.String(required=True, validate=validate.OneOf(["vastgesteld", "nagekeken", "ingetrokken"]))
    vastgelegd_op = moment("Sinds wanneer deze versie geldt.")
    vastgelegd_door = text("Wie haar schreef; null als zij uit een bestand komt.", null=True)
    goedgekeurd_door = text("Wie haar goedkeurde.", null=True)
    toetsen_voor = day("Voor welke dag zij opnieuw bekeken moest worden.")
    handelingskader = one(KaderVersieSchema, null=True)
    bejegening = one(BejegeningInhoudSchema, null=True)
    zsm_advies = one(ZsmAdviesInhoudSchema, null=True)


class VersiesSchema(LijstSchema):
    items = some(VersieSchema, "De nieuwste voorop.")


class KaartbeeldSchema(Answer):
    straatkaart = one(StraatkaartSchema)
    geldig_van = day("De eerste dag waarop deze kaart telt.")
    geldig_tot = day("De laatste dag waarop deze kaart telt.")
    sinds = _maybe_moment("Sinds wanneer zij op straat stond.")
    tot = _maybe_moment("Tot wanneer; null als zij er nog staat.")


class KaartbeeldenSchema(LijstSchema):
    items = some(KaartbeeldSchema, "Wat er toen op straat stond: één kaart, of geen.")


class VoorbeeldSchema(Answer):
    kaart = one(KaartbeeldSchema, null=True)
    feestdagen = dagen("De feestdagen van de komende twee weken.")


class BeheerdeActieSchema(ActieSchema):
    actief = _yes_no("Of zij nog te kiezen is.")
    versie = _number("Welke versie van deze rij dit is.")


class ActiesSchema(LijstSchema):
    items = some(BeheerdeActieSchema, "Alle acties, ook die niet meer te kiezen zijn.")
    iconen = texts("Waaruit te kiezen is.")
    kleuren = texts("Waaruit te kiezen is.")


def of_concept(stand: Conceptstand) -> Item:
    kader, advies = stand.gepubliceerd.handelingskader, stand.voorstel.zsm_advies
    return {
        "abonnement": stand.abonnement_id,
        "status": stand.status,
        "inhoud": to_json(stand.voorstel),
        "gepubliceerd": to_json(stand.gepubliceerd),
        "gepubliceerdeActie": _actie(kader) if kader and kader.bewoording else None,
        "tekorten": [{"pointer": each.plek, "detail": each.uitleg} for each in stand.tekorten],
        "inlichtingen": [{name: line[name] for name in LINE} for line in stand.inlichtingen],
        "inlichtingenGewijzigd": stand.inlichtingen_gewijzigd,
        "belemmeringen": list(stand.belemmeringen),
        "goedkeurenKanNiet": stand.goedkeuren_kan_niet,
        "adviezen": of_adviezen(stand.adviezen),
        "criteria": [
            {
                "code": each.code,
                "naam": each.naam,
                "uitleg": each.uitleg,
                "getoetstDoor": each.getoetst_door,
                "voldoet": each.voldoet(advies, stand.maatstaf.vandaag) if advies else None,
            }
            for each in CRITERIA
        ],
        "opmerking": stand.opmerking,
        "gewijzigdOp": stand.gewijzigd_op,
        "gewijzigdDoor": stand.gewijzigd_door,
        "ingediendOp": stand.ingediend_op,
        "ingediendDoor": stand.ingediend_door,
    }


def of_adviezen(gelezen: list[Gelezen]) -> list[Item]:
    return [
        {
            "veld": each.veld,
            "soort": each.advies.soort,
            "plaats": {"van": each.advies.van, "tot": each.advies.tot},
            "reden": each.advies.reden,
            "voorstel": each.advies.voorstel,
        }
        for each in gelezen
    ]


def of_publicatie(publicatie: Publicatie) -> Item:
    return {
        "abonnement": publicatie.abonnement_id,
        "versie": publicatie.versie,
        "gepubliceerdOp": publicatie.moment,
        "versies": publicatie.versies,
    }


def of_versies(geschiedenis: Geschiedenis) -> Item:
    return {"items": [_versie(each) for each in geschiedenis.versies], "volgende": None}


def _versie(versie: Versie) -> Item:
    row = versie.rij
    parts: Item = {"handelingskader": None, "bejegening": None, "zsmAdvies": None}
    return parts | {
        "onderdeel": versie.onderdeel,
        "versie": row.versie,
        "aanleiding": row.aanleiding,
        "vastgelegdOp": row.vastgelegd_op,
        "vastgelegdDoor": row.schrijver,
        "goedgekeurdDoor": row.keurder,
        "toetsenVoor": row.toetsen_voor,
        versie.onderdeel: _inhoud(versie),
    }


def _inhoud(versie: Versie) -> Item | None:
    part = versie.inhoud
    if part is None:
        return None
    if isinstance(part, ZsmAdvies):
        whole = Voorstel(zsm_advies=part)
    elif isinstance(part, Handelingskader):
        whole = Voorstel(handelingskader=part)
    else:
        whole = Voorstel(bejegening=part)
    inhoud: Item = to_json(whole)[versie.onderdeel]
    return inhoud | {"actie": _actie(part)} if isinstance(part, Handelingskader) else inhoud


def _actie(kader: Handelingskader) -> Item:
    words = kader.bewoording
    if words is None:
        return {"code": kader.actie, "tekst": kader.actie, "icoon": "info", "kleur": "grijs"}
    return {"code": words.code, "tekst": words.tekst, "icoon": words.icoon, "kleur": words.kleur}


def of_kaartbeeld(beeld: Kaartbeeld) -> Item:
    return {
        "straatkaart": beeld.kaart,
        "geldigVan": beeld.geldig_van,
        "geldigTot": beeld.geldig_tot,
        "sinds": beeld.sinds,
        "tot": beeld.tot,
    }


def of_actie(row: Any) -> Item:
    names = ("code", "tekst", "icoon", "kleur", "actief", "versie")
    return {name: getattr(row, name) for name in names}
