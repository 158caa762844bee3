"""What the views of the form send: the schemas that describe it, and the functions that build it."""

from typing import Any

from marshmallow import fields, validate

from api.abonnementen.antwoord import KorteGeboorteSchema, OrganisatieSchema, number
from api.answers import Answer, moment, one, some, text
from api.bladzijde import LijstSchema
from app.abonnementen.lezen import naam_of
from app.formulier.inzien import Bericht, Contact, Deel, Eigendeel
from app.formulier.rules import Aard, Delen, Inlichting, Ontbreekt, Status
from app.post.rules import Berichtstatus, Soort

# What is missing, as people say it; the code is for machines.
WOORDEN = {
    Ontbreekt.NEEMT_DEEL: "of de organisatie meedoet",
    Ontbreekt.CONTACTPERSOON: "een contactpersoon",
    Ontbreekt.ANTWOORD: "antwoord op de vraag",
    Ontbreekt.BEVESTIGING: "de bevestiging",
    Ontbreekt.BEZWAAR: "een oplossing voor het bezwaar",
}


def _moment(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description, "format": "date-time"})


def _ja_nee(description: str, *, null: bool = False) -> fields.Boolean:
    return fields.Boolean(required=True, allow_none=null, metadata={"description": description})


def _one_of(known: Any) -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(tuple(known)))


class OntbreektSchema(Answer):
    code = _one_of(Ontbreekt)
    tekst = text("Wat er ontbreekt, in woorden.")


class BerichtSchema(Answer):
    soort = _one_of(Soort)
    status = _one_of(Berichtstatus)
    fout = text("Waarom het niet lukte, in woorden.", null=True)
    gemaakt_op = moment("Wanneer de e-mail is klaargezet.")
    verzonden_op = _moment("Wanneer de mailserver hem aannam.")


class DeelPersoonSchema(Answer):
    id = number("Het nummer van de persoon.")
    naam = text("De naam zoals die getoond wordt.")
    geboorte = one(KorteGeboorteSchema)


class DeelAbonnementSchema(Answer):
    id = number("Het nummer van het abonnement.")
    aanpak = text("De naam van de aanpak.")
    doel = text("Waarvoor de gegevens worden gedeeld.")
    eigenaar = text("De organisatie die de afspraken beheert.", null=True)
    status = text("De status van het abonnement.")


class DeelStandSchema(Answer):
    id = number("Het nummer van het deel.")
    versie = number("Welke versie dit is.")
    organisatie = one(OrganisatieSchema)
    status = _one_of(Status)
    neemt_deel = _ja_nee("Of de organisatie meedoet; null: nog niet gezegd.", null=True)
    heeft_bezwaar = _ja_nee("Of er bezwaar is tegen wat op straat komt.")
    ontbreekt = some(OntbreektSchema, "Wat er ontbreekt; leeg als het klaar is.")
    sinds = moment("Sinds wanneer er iets ontbreekt, of sinds wanneer dit de laatste keer is gevraagd.")
    dagen = number("Hoeveel dagen er al iets ontbreekt; null als het klaar is.", null=True)
    herinnerd_op = _moment("Wanneer er voor het laatst een herinnering is klaargezet.")
    bericht = one(BerichtSchema, null=True)
    heeft_email = _ja_nee("Of er een e-mailadres van de organisatie bekend is.")
    eigen = _ja_nee("Of dit het deel van je eigen organisatie is.")
    beheert = _ja_nee("Of je organisatie de afspraken beheert.")


class DeelInLijstSchema(DeelStandSchema):
    abonnement = one(DeelAbonnementSchema)
    persoon = one(DeelPersoonSchema)


class DelenSchema(LijstSchema):
    items = some(DeelInLijstSchema, "Wie het langst wacht voorop.")


class IngevuldeInlichtingSchema(Answer):
    tekst = text("Wat de organisatie laat weten.")
    delen = _one_of(Delen)
    aard = _one_of(Aard)
    bron = text("Waar zij dat van weet.")


class DeelContactSchema(Answer):
    id = number("Het nummer van de contactpersoon.")
    naam = text("De naam.")
    functie = text("De functie.", null=True)
    telefoon = text("Het telefoonnummer.", null=True)


def _readable(schema: type[Answer], description: str) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), required=True, allow_none=True, metadata={"description": description})


class DeelInhoudSchema(DeelStandSchema):
    vraag = text("Waarom het is teruggestuurd; null als dat er niet is, of niet voor jou is.", null=True)
    bezwaar = text("Waarom iets niet op straat mag; null als dat er niet is, of niet voor jou is.", null=True)
    inlichtingen = _readable(IngevuldeInlichtingSchema, "Wat de organisatie zegt; null als dat niet voor jou is.")
    contactpersonen = _readable(DeelContactSchema, "Wie er gebeld kan worden; null als dat niet voor jou is.")
    ingevuld_op = _moment("Wanneer het voor het laatst is ingevuld.")
    bevestigd_op = _moment("Wanneer het is bevestigd.")


class FormulierSchema(Answer):
    abonnement_id = number("Het nummer van het abonnement.")
    delen = some(DeelInhoudSchema, "Per organisatie; een partner ziet alleen het eigen deel.")


class GetypteInlichtingAntwoordSchema(Answer):
    tekst = text("Wat er getypt is.", null=True)
    delen = text("Wat er gekozen is.", null=True)
    aard = text("Wat er gekozen is.", null=True)
    bron = text("Wat er getypt is.", null=True)


class ConceptInhoudSchema(Answer):
    neemt_deel = _ja_nee("Of de organisatie meedoet.", null=True)
    contactpersonen = fields.List(fields.Integer(allow_none=True), required=True)
    inlichtingen = some(GetypteInlichtingAntwoordSchema, "Wat er getypt is.")


class ConceptSchema(Answer):
    inhoud = one(ConceptInhoudSchema)
    basis = number("De versie van het deel die op het scherm stond.")
    bewaard_op = moment("Wanneer dit is bewaard.")


class DeelSchema(DeelInhoudSchema):
    abonnement = one(DeelAbonnementSchema)
    persoon = one(DeelPersoonSchema)
    keuze = some(DeelContactSchema, "De contactpersonen van je eigen organisatie, om uit te kiezen.")
    concept = one(ConceptSchema, null=True)


def of_lijst(delen: list[Deel], volgende: str | None) -> dict[str, Any]:
    return {"items": [_stand(deel) | _whom(deel) for deel in delen], "volgende": volgende}


def of_formulier(abonnement_id: int, delen: list[Deel]) -> dict[str, Any]:
    return {"abonnementId": abonnement_id, "delen": [of_inhoud(deel) for deel in delen]}


def of_deel(gelezen: Eigendeel) -> dict[str, Any]:
    deel, concept = gelezen.deel, gelezen.concept
    kept = None
    if concept is not None:
        kept = {"inhoud": concept.inhoud, "basis": concept.basis, "bewaardOp": concept.bewaard_op}
    choice = [_contact(each) for each in gelezen.keuze]
    return of_inhoud(deel) | _whom(deel) | {"keuze": choice, "concept": kept}


def of_inhoud(deel: Deel) -> dict[str, Any]:
    row, reads = deel.rij, deel.leest_mee
    lines, whom = deel.inlichtingen, deel.contactpersonen
    return _stand(deel) | {
        "vraag": row.vraag if reads else None,
        "bezwaar": row.bezwaar if reads else None,
        "inlichtingen": None if lines is None else [_inlichting(line) for line in lines],
        "contactpersonen": None if whom is None else [_contact(each) for each in whom],
        "ingevuldOp": row.ingevuld_op,
        "bevestigdOp": row.bevestigd_op,
    }


def _stand(deel: Deel) -> dict[str, Any]:
    row = deel.rij
    return {
        "id": row.id,
        "versie": row.versie,
        "organisatie": {"id": row.organisatie_id, "naam": row.organisatie, "soort": row.organisatie_soort},
        "status": row.status,
        "neemtDeel": row.neemt_deel,
        "heeftBezwaar": row.bezwaar is not None,
        "ontbreekt": [{"code": what, "tekst": WOORDEN[what]} for what in deel.ontbreekt],
        "sinds": row.gevraagd_op,
        "dagen": deel.dagen,
        "herinnerdOp": row.herinnerd_op,
        "bericht": _bericht(deel.bericht) if deel.bericht else None,
        "heeftEmail": bool(row.heeft_email),
        "eigen": deel.eigen,
        "beheert": deel.beheert,
    }


def _whom(deel: Deel) -> dict[str, Any]:
    row = deel.rij
    return {
        "abonnement": {
            "id": row.abonnement_id,
            "aanpak": row.aanpak,
            "doel": row.doel,
            "eigenaar": row.eigenaar,
            "status": row.abonnement_status,
        },
        "persoon": {
            "id": row.persoon_id,
            "naam": naam_of(row),
            "geboorte": {"datum": row.geboortedatum, "plaats": row.geboorteplaats},
        },
    }


def _bericht(mail: Bericht) -> dict[str, Any]:
    return {
        "soort": mail.soort,
        "status": mail.status,
        "fout": mail.fout,
        "gemaaktOp": mail.gemaakt_op,
        "verzondenOp": mail.verzonden_op,
    }


def _inlichting(line: Inlichting) -> dict[str, Any]:
    return {"tekst": line.tekst, "delen": line.delen, "aard": line.aard, "bron": line.bron}


def _contact(contact: Contact) -> dict[str, Any]:
    return {"id": contact.id, "naam": contact.naam, "functie": contact.functie, "telefoon": contact.telefoon}
