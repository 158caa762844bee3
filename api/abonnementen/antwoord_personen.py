"""What the views of persons and merges send: the schemas that describe it, and the functions that build it."""

from typing import Any

from marshmallow import fields

from api.abonnementen.antwoord import (
    DossierPersoonSchema,
    KortAbonnementSchema,
    KortePersoonSchema,
    kort,
    number,
    of_namen,
)
from api.answers import Answer, moment, one, some, text, texts
from api.bladzijde import LijstSchema
from app.abonnementen.lezen import AnyRow, Personen
from app.abonnementen.personen import Gevonden
from app.abonnementen.zoeken import Gezocht
from app.names.profile import Naamprofiel


class PersoonDossierSchema(DossierPersoonSchema):
    abonnementen = some(KortAbonnementSchema, "De abonnementen die je mag zien, de nieuwste voorop.")
    samengevoegd_met = number("Wie deze persoon bleek te zijn; null als er niet is samengevoegd.", null=True)


class PersoonKandidaatSchema(DossierPersoonSchema):
    waarschijnlijk = fields.Boolean(
        required=True,
        metadata={
            "description": "Of dit heel goed de gevraagde persoon kan zijn; altijd bij dezelfde achternaam en dag."
        },
    )
    abonnementen = some(KortAbonnementSchema, "Alle abonnementen, de nieuwste voorop.")


class PersoonvraagAntwoordSchema(Answer):
    kandidaten = some(PersoonKandidaatSchema, "De best passende voorop; ook wie niet op straat staat.")
    te_veel = fields.Boolean(
        required=True, metadata={"description": "Of er meer zijn die zo heten: vul dan de geboortedatum in."}
    )


class SamenvoegingSchema(Answer):
    id = number("Het nummer van de samenvoeging.")
    van = one(KortePersoonSchema)
    naar = one(KortePersoonSchema)
    reden = text("Waarom dit een en dezelfde persoon is.")
    abonnementen = fields.List(
        fields.Integer(), required=True, metadata={"description": "De abonnementen die meegingen."}
    )
    aliassen = texts("De namen die erbij kwamen.")
    gedaan_op = moment("Wanneer.")
    gedaan_door = text("Door welk account.")
    ongedaan_op = fields.String(required=True, allow_none=True, metadata={"format": "date-time"})
    ongedaan_door = text("Door welk account, als het ongedaan is gemaakt.", null=True)


class SamenvoegingenSchema(LijstSchema):
    items = some(SamenvoegingSchema, "De nieuwste voorop.")


def of_persoon(gevonden: Gevonden) -> dict[str, Any]:
    row = gevonden.rij
    return (
        {"id": row.id, "versie": row.versie}
        | of_namen(row, gevonden.aliassen)
        | {
            "abonnementen": [kort(each) for each in gevonden.abonnementen],
            "samengevoegdMet": gevonden.samengevoegd_met,
        }
    )


def of_kandidaten(gezocht: Gezocht, personen: Personen) -> dict[str, Any]:
    kandidaten = []
    for each in gezocht.kandidaten:
        row = personen.rijen[each.persoon_id]
        kandidaten.append(
            {"id": row.id, "versie": row.versie}
            | of_namen(row, personen.aliassen.get(row.id, ()))
            | {
                "waarschijnlijk": each.waarschijnlijk,
                "abonnementen": [kort(one) for one in personen.abonnementen.get(row.id, ())],
            }
        )
    return {"kandidaten": kandidaten, "teVeel": gezocht.te_veel}


def of_samenvoeging(row: AnyRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "van": _merged(row, "van"),
        "naar": _merged(row, "naar"),
        "reden": row.reden,
        "abonnementen": row.inhoud["abonnementen"],
        "aliassen": row.inhoud["aliassen"],
        "gedaanOp": row.gedaan_op,
        "gedaanDoor": row.door_naam,
        "ongedaanOp": row.ongedaan_op,
        "ongedaanDoor": row.ongedaan_door_naam,
    }


def _merged(row: AnyRow, which: str) -> dict[str, Any]:
    of = {name: getattr(row, f"{which}_{name}") for name in ("geslachtsnaam", "voornamen", "roepnaam", "voorvoegsel")}
    return {
        "id": getattr(row, f"{which}_id"),
        "naam": Naamprofiel(**of).naam(),
        "geboorte": {
            "datum": getattr(row, f"{which}_geboortedatum"),
            "plaats": getattr(row, f"{which}_geboorteplaats"),
        },
    }
