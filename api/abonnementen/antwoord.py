"""What the views of abonnementen send: the schemas that describe it, and the functions that build it."""

from typing import Any

from marshmallow import fields, validate

from api.answers import (
    GESLACHTEN,
    AanpakSchema,
    ActieSchema,
    Answer,
    GeboorteSchema,
    day,
    moment,
    one,
    some,
    text,
    texts,
)
from api.bladzijde import LijstSchema
from app.abonnementen.lezen import AnyRow, Getoond, naam_of
from app.abonnementen.naslag import Keuzes
from app.register.rules import STATUSSEN
from app.werk.bladzijde import Deel


def number(description: str, *, null: bool = False) -> fields.Integer:
    return fields.Integer(required=True, allow_none=null, metadata={"description": description})


def _status() -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(STATUSSEN))


class OrganisatieSchema(Answer):
    id = number("Het nummer van de organisatie.")
    naam = text("De naam.")
    soort = text("`veiligheidshuis`, `gemeente`, `partner`, `politie` of `om`.")


class TermijnSchema(Answer):
    versie = number("Welke versie; elke wijziging is een nieuwe.")
    toetsen_na_maanden = number("Na hoeveel maanden de toetsing wordt voorgesteld.")
    einde_na_maanden = number("Na hoeveel maanden het einde wordt voorgesteld.")
    vastgelegd_op = moment("Sinds wanneer.")


class RegimeSchema(Answer):
    code = text("De code.")
    naam = text("De naam.")
    termijn = one(TermijnSchema, null=True)


class NaslagSchema(Answer):
    aanpakken = some(AanpakSchema, "Waaruit te kiezen bij het openen.")
    regimes = some(RegimeSchema, "De wettelijke regimes, met hun termijnen.")
    acties = some(ActieSchema, "Wat een handelingskader kan zeggen.")
    organisaties = some(OrganisatieSchema, "Alle organisaties.")
    eigen_organisatie = one(OrganisatieSchema, null=True)


class KorteGeboorteSchema(Answer):
    datum = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "1994-03-07, of een deel daarvan.", "format": "deel-van-datum"},
    )
    plaats = text("De geboorteplaats.", null=True)


class KortePersoonSchema(Answer):
    id = number("Het nummer van de persoon.")
    naam = text("De naam zoals die getoond wordt.")
    geboorte = one(KorteGeboorteSchema)


class KortAbonnementSchema(Answer):
    id = number("Het nummer van het abonnement.")
    versie = number("Welke versie dit is.")
    aanpak = one(AanpakSchema)
    regime = text("De code van het regime.")
    eigenaar = one(OrganisatieSchema, null=True)
    status = _status()
    start = day("De eerste dag.")
    toetsen_voor = day("Uiterlijk dan wordt het getoetst.")
    einde = day("De laatste dag.")


class AbonnementInLijstSchema(KortAbonnementSchema):
    persoon = one(KortePersoonSchema)


class AbonnementenSchema(LijstSchema):
    items = some(AbonnementInLijstSchema, "De nieuwste voorop; met `teToetsenVoor` wat het eerst getoetst moet worden.")


class DossierPersoonSchema(Answer):
    id = number("Het nummer van de persoon.")
    versie = number("Welke versie dit is.")
    naam = text("De naam zoals die getoond wordt.")
    voornamen = text("Alle voornamen.", null=True)
    roepnaam = text("De roepnaam.", null=True)
    voorvoegsel = text("Het voorvoegsel van de geslachtsnaam.", null=True)
    geslachtsnaam = text("De geslachtsnaam zonder voorvoegsel.")
    aliassen = texts("Andere namen.")
    geboorte = one(GeboorteSchema)
    geslacht = fields.String(required=True, validate=validate.OneOf(GESLACHTEN))


class AbonnementSchema(KortAbonnementSchema):
    persoon = one(DossierPersoonSchema)
    regime_naam = text("De naam van het regime.")
    veiligheidshuis = one(OrganisatieSchema, null=True)
    gemeente = one(OrganisatieSchema, null=True)
    doel = text("Waarvoor de gegevens worden gedeeld.")
    reden = text("Van de laatste opschorting of beëindiging.", null=True)
    herkomst = fields.String(required=True, validate=validate.OneOf(["bestand", "bureau"]))
    geopend_op = fields.String(required=True, allow_none=True, metadata={"format": "date-time"})
    organisaties = fields.List(
        fields.Nested(OrganisatieSchema),
        required=True,
        allow_none=True,
        metadata={"description": "Wie een deel van het formulier heeft; null voor wie dat niet hoeft te weten."},
    )


def of_naslag(keuzes: Keuzes) -> dict[str, Any]:
    own = keuzes.eigen_organisatie
    return {
        "aanpakken": [{"code": row.code, "naam": row.naam} for row in keuzes.aanpakken],
        "regimes": [of_regime(row) for row in keuzes.regimes],
        "acties": [
            {"code": row.code, "tekst": row.tekst, "icoon": row.icoon, "kleur": row.kleur} for row in keuzes.acties
        ],
        "organisaties": [of_organisatie(row) for row in keuzes.organisaties],
        "eigenOrganisatie": of_organisatie(own) if own is not None else None,
    }


def of_regime(row: AnyRow) -> dict[str, Any]:
    termijn = None
    if row.versie is not None:
        termijn = {
            "versie": row.versie,
            "toetsenNaMaanden": row.toetsen_na_maanden,
            "eindeNaMaanden": row.einde_na_maanden,
            "vastgelegdOp": row.vastgelegd_op,
        }
    return {"code": row.code, "naam": row.naam, "termijn": termijn}


def of_organisatie(row: AnyRow) -> dict[str, Any]:
    return {"id": row.id, "naam": row.naam, "soort": row.soort}


def of_lijst(deel: Deel) -> dict[str, Any]:
    items = [
        kort(row)
        | {
            "persoon": {
                "id": row.persoon_id,
                "naam": naam_of(row),
                "geboorte": {"datum": row.geboortedatum, "plaats": row.geboorteplaats},
            }
        }
        for row in deel.rijen
    ]
    return {"items": items, "volgende": deel.volgende}


def kort(row: AnyRow) -> dict[str, Any]:
    """What every abonnement shows, wherever it stands."""
    return {
        "id": row.id,
        "versie": row.versie,
        "aanpak": {"code": row.aanpak, "naam": row.aanpak_naam},
        "regime": row.regime,
        "eigenaar": _named(row, "eigenaar", row.eigenaar_soort),
        "status": row.status,
        "start": row.start,
        "toetsenVoor": row.toetsen_voor,
        "einde": row.einde,
    }


def of_abonnement(getoond: Getoond) -> dict[str, Any]:
    row, organisaties = getoond.rij, getoond.organisaties
    return kort(row) | {
        "persoon": _persoon(getoond),
        "regimeNaam": row.regime_naam,
        "veiligheidshuis": _named(row, "veiligheidshuis", "veiligheidshuis"),
        "gemeente": _named(row, "gemeente", "gemeente"),
        "doel": row.doel,
        # Why it was suspended or ended is for who may see the rest of the abonnement too.
        "reden": row.reden if organisaties is not None else None,
        "herkomst": row.herkomst,
        "geopendOp": row.geopend_op,
        "organisaties": None if organisaties is None else [of_organisatie(each) for each in organisaties],
    }


def _named(row: AnyRow, name: str, soort: str) -> dict[str, Any] | None:
    number_of, naam = getattr(row, f"{name}_id"), getattr(row, f"{name}_naam")
    return None if number_of is None else {"id": number_of, "naam": naam, "soort": soort}


def _persoon(getoond: Getoond) -> dict[str, Any]:
    row = getoond.rij
    return {"id": row.persoon_id, "versie": row.persoon_versie} | of_namen(row, getoond.aliassen)


def of_namen(row: AnyRow, aliassen: Any) -> dict[str, Any]:
    return {
        "naam": naam_of(row),
        "voornamen": row.voornamen,
        "roepnaam": row.roepnaam,
        "voorvoegsel": row.voorvoegsel,
        "geslachtsnaam": row.geslachtsnaam,
        "aliassen": list(aliassen),
        "geboorte": {"datum": row.geboortedatum, "plaats": row.geboorteplaats},
        "geslacht": row.geslacht,
    }
