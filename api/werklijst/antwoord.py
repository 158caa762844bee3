"""What is sent of worklists, reviews and reports: the schemas that describe it, and the functions that build it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from marshmallow import fields, validate

from api.answers import AanpakSchema, AfspraakSchema, Answer, day, moment, one, some, text
from api.bladzijde import LijstSchema, bladzijde
from app.names.profile import Naamprofiel
from app.werk.bladzijde import Deel
from app.werklijst import rules
from app.werklijst.meldingen import Gemeld, Versie
from app.werklijst.toen import ANDERS
from app.werklijst.werklijst import Afspraak, AnyRow, Telling

Item = dict[str, Any]


def number(description: str, *, null: bool = False) -> fields.Integer:
    return fields.Integer(required=True, allow_none=null, metadata={"description": description})


def _optional_moment(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description, "format": "date-time"})


def _word(known: Sequence[str], description: str, *, null: bool = False) -> fields.String:
    metadata = {"description": description} | ({"enum": [*known, None]} if null else {})
    return fields.String(
        required=True, allow_none=null, metadata=metadata, validate=None if null else validate.OneOf(known)
    )


class TellingSchema(Answer):
    naam = text("De naam van de lijst; ook het laatste deel van haar adres.")
    aantal = number("Hoeveel er wachten.")
    meer = fields.Boolean(required=True, metadata={"description": "Of er nog meer zijn dan geteld."})
    oudste = text("De dag of het moment van wat het langst wacht.", null=True)
    dringend = number("Hoeveel ervan dringend zijn.")


class TellingenSchema(Answer):
    lijsten = some(TellingSchema, "De lijsten van deze rol, de dringendste voorop.")


class WieSchema(Answer):
    id = number("Het nummer van de persoon.")
    naam = text("De naam zoals die getoond wordt.")
    geboortedatum = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "1994-03-07, of een deel daarvan.", "format": "deel-van-datum"},
    )


class WachtendSchema(Answer):
    """What every list says of an abonnement."""

    abonnement = number("Het nummer van het abonnement.")
    versie = number("De versie van het abonnement, voor If-Match.")
    status = text("De status van het abonnement.")
    persoon = one(WieSchema)
    aanpak = one(AanpakSchema)
    eigenaar = text("Wie de afspraak beheert.", null=True)


class ToetsbaarSchema(WachtendSchema):
    toetsen_voor = day("Na deze dag is de afspraak verouderd.")
    einde = day("De laatste dag.")
    actie = text("Wat nu is afgesproken om te doen.", null=True)
    kern = text("De kern van het handelingskader.", null=True)
    bejegening = text("De kern van de bejegening.", null=True)
    voorstel = day("Tot wanneer het geldt als het nu wordt nagekeken; null: er is niets om na te kijken.")


class OpenDeelSchema(Answer):
    id = number("Het nummer van het formulierdeel.")
    organisatie = text("Van wie het deel is.")
    status = _word(("open", "ingevuld", "teruggestuurd"), "Hoe het met het deel staat.")
    gevraagd_op = moment("Sinds wanneer het ontbreekt.")
    herinnerd_op = _optional_moment("Wanneer er het laatst om gevraagd is.")


class OnvolledigSchema(WachtendSchema):
    delen = some(OpenDeelSchema, "Wat nog niet bevestigd is, wat het langst ontbreekt voorop.")


class EigenDeelSchema(WachtendSchema):
    deel = number("Het nummer van het formulierdeel.")
    deelstatus = _word(("open", "ingevuld", "teruggestuurd"), "Hoe het met het deel staat.")
    vraag = text("Waarom het is teruggestuurd.", null=True)
    gevraagd_op = moment("Sinds wanneer het ontbreekt.")


class TeKeurenSchema(WachtendSchema):
    sinds = moment("Wanneer het is ingediend, of teruggestuurd.")
    opmerking = text("Waarom het is teruggestuurd.", null=True)


class ToetslijstSchema(LijstSchema):
    items = some(ToetsbaarSchema, "Wat het eerst aan de beurt is voorop.")


class OnvolledigeSchema(LijstSchema):
    items = some(OnvolledigSchema, "Wat het langst wacht voorop.")


class EigenDelenSchema(LijstSchema):
    items = some(EigenDeelSchema, "Wat het langst wacht voorop.")


class ConceptenSchema(LijstSchema):
    items = some(TeKeurenSchema, "Wat het langst wacht voorop.")


class ToetsingAntwoordSchema(Answer):
    abonnement = number("Het nummer van het abonnement.")
    toetsen_voor = day("Tot wanneer de afspraak nu geldt.")
    nagekeken_op = moment("Wanneer dit is vastgelegd.")


class MeldingGedaanSchema(Answer):
    id = number("Het nummer van de melding.")
    status = _word(("nieuw",), "De melding is nieuw.")
    urgentie = _word(rules.URGENTIES, "Hoe dringend.")
    gemeld_op = moment("Wanneer het gemeld is.")


class MeldingBehandeldSchema(Answer):
    id = number("Het nummer van de melding.")
    status = _word(rules.STATUSSEN[1:], "Hoe het er nu mee staat.")
    behandeld_op = moment("Wanneer dit is vastgelegd.")


class KorteMeldingSchema(Answer):
    id = number("Het nummer van de melding.")
    versie = number("De versie, voor If-Match.")
    status = _word(rules.STATUSSEN, "Hoe het ermee staat.")
    urgentie = _word(rules.URGENTIES, "Hoe dringend.")
    tekst = text("Wat de agent schreef.")
    gemeld_op = moment("Wanneer het gemeld is.")
    antwoord = text("Wat ermee gedaan is.", null=True)
    behandeld_op = _optional_moment("Wanneer het is opgepakt of afgehandeld.")
    gelezen_op = _optional_moment("Wanneer de melder dat zag.")
    nieuws = fields.Boolean(required=True, metadata={"description": "Of de melder dat nog moet zien."})
    aanpak = one(AanpakSchema)
    eigenaar = text("Wie de melding behandelt.", null=True)
    abonnement = number("Het nummer van het abonnement; niet voor de melder.", null=True)
    persoon = one(WieSchema, null=True)


class MeldingenSchema(LijstSchema):
    items = some(KorteMeldingSchema, "Voor de melder de nieuwste voorop, anders de dringendste en oudste.")


class GemeldeVersieSchema(Answer):
    gemeld = number("De versie die op de kaart stond.")
    nu = number("De versie die nu telt.")
    tekst = text("Wat er op de kaart stond.")


class MeldingAntwoordSchema(KorteMeldingSchema):
    handelingskader = one(GemeldeVersieSchema, null=True)
    bejegening = one(GemeldeVersieSchema, null=True)
    afspraak = fields.Nested(
        AfspraakSchema,
        required=True,
        allow_none=True,
        metadata={"description": "De afspraak zoals die toen op de kaart stond; null: niet meer bewaard."},
    )
    anders = fields.List(
        _word(ANDERS, "Een onderdeel; straat: de afspraak staat er niet meer."),
        required=True,
        metadata={"description": "Wat er nu anders op straat staat dan in `afspraak`."},
    )


def tellingen(found: Sequence[Telling]) -> Item:
    return {"lijsten": [asdict(each) for each in found]}


def toetslijst(deel: Deel, afspraken: Mapping[int, Afspraak], voorstellen: Mapping[int, str]) -> Item:
    def item(row: AnyRow) -> Item:
        number = row.abonnement_id
        afspraak = afspraken.get(number)
        voorstel = voorstellen.get(number) if afspraak else None
        dates = {"toetsenVoor": row.toetsen_voor, "einde": row.einde, "voorstel": voorstel}
        return _wachtend(row) | dates | asdict(afspraak or Afspraak())

    return bladzijde([item(row) for row in deel.rijen], deel.volgende)


def onvolledig(deel: Deel, delen: Mapping[int, Sequence[AnyRow]]) -> Item:
    items = [
        _wachtend(row) | {"delen": [_open_deel(each) for each in delen.get(row.abonnement_id, ())]}
        for row in deel.rijen
    ]
    return bladzijde(items, deel.volgende)


def eigen_delen(deel: Deel) -> Item:
    items = [
        _wachtend(row) | {"deel": row.id, "deelstatus": row.status, "vraag": row.vraag, "gevraagdOp": row.gevraagd_op}
        for row in deel.rijen
    ]
    return bladzijde(items, deel.volgende)


def te_keuren(deel: Deel) -> Item:
    items = [_wachtend(row) | {"sinds": row.ingediend_op, "opmerking": None} for row in deel.rijen]
    return bladzijde(items, deel.volgende)


def teruggestuurd(deel: Deel) -> Item:
    items = [_wachtend(row) | {"sinds": row.gewijzigd_op, "opmerking": row.opmerking} for row in deel.rijen]
    return bladzijde(items, deel.volgende)


def meldingen(deel: Deel, *, melder: bool) -> Item:
    return bladzijde([_melding(row, melder=melder) for row in deel.rijen], deel.volgende)


def melding(found: Gemeld, *, melder: bool) -> Item:
    parts = {"handelingskader": _gemeld(found.handelingskader), "bejegening": _gemeld(found.bejegening)}
    toen = found.toen
    then = {"afspraak": toen.afspraak if toen else None, "anders": list(toen.anders) if toen else []}
    return _melding(found.melding, melder=melder) | parts | then


def _gemeld(versie: Versie | None) -> Item | None:
    return asdict(versie) if versie else None


def _melding(row: AnyRow, *, melder: bool) -> Item:
    return {
        "id": row.id,
        "versie": row.versie,
        "status": row.status,
        "urgentie": row.urgentie,
        "tekst": row.tekst,
        "gemeldOp": row.gemeld_op,
        "antwoord": row.antwoord,
        "behandeldOp": row.behandeld_op,
        "gelezenOp": row.gelezen_op,
        "nieuws": row.behandeld_op is not None and row.gelezen_op is None,
        "aanpak": {"code": row.aanpak_code, "naam": row.aanpak_naam},
        "eigenaar": row.eigenaar_naam,
        "abonnement": None if melder else row.abonnement_id,
        "persoon": None if melder else _wie(row),
    }


def _open_deel(row: AnyRow) -> Item:
    return {
        "id": row.id,
        "organisatie": row.naam,
        "status": row.status,
        "gevraagdOp": row.gevraagd_op,
        "herinnerdOp": row.herinnerd_op,
    }


def _wachtend(row: AnyRow) -> Item:
    return {
        "abonnement": row.abonnement_id,
        "versie": row.abonnement_versie,
        "status": row.abonnement_status,
        "persoon": _wie(row),
        "aanpak": {"code": row.aanpak_code, "naam": row.aanpak_naam},
        "eigenaar": row.eigenaar_naam,
    }


def _wie(row: AnyRow) -> Item:
    profile = Naamprofiel(row.geslachtsnaam, row.voornamen, row.roepnaam, row.voorvoegsel)
    return {"id": row.persoon_id, "naam": profile.naam(), "geboortedatum": row.geboortedatum}
