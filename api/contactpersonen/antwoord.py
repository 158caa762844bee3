"""What the views of contactpersonen send: the schemas that describe it, and the functions that build it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from marshmallow import fields

from api.abonnementen.antwoord import OrganisatieSchema, number
from api.answers import Answer, UitzonderingSchema, dagen, one, some, text, texts
from api.bladzijde import LijstSchema, bladzijde
from app.access.sessions import Caller
from app.contactpersonen.inlezen import FOUT, NIEUW, ONGEWIJZIGD, WIJZIGT, Proef
from app.contactpersonen.lezen import AnyRow, Getoond, Lijst, may_change
from app.contactpersonen.volgorde import Opstelling
from app.contactpersonen.wijzigen import Gewijzigd
from app.register import rules


def yes_no(description: str) -> fields.Boolean:
    return fields.Boolean(required=True, metadata={"description": description})


class GenoemdeContactpersoonSchema(Answer):
    id = number("Het nummer.")
    naam = text("De naam.")


class KorteContactpersoonSchema(Answer):
    id = number("Het nummer van de contactpersoon.")
    versie = number("Welke versie dit is.")
    organisatie = one(OrganisatieSchema)
    naam = text("De naam.")
    functie = text("De functie.", null=True)
    telefoon = text("Het telefoonnummer (E.164).", null=True)
    email = text("Het e-mailadres; dat komt nooit op een kaart.", null=True)
    bereikbaar = text("De gewone tijden, of `altijd`.", null=True)
    op_feestdagen = yes_no("Of de gewone tijden ook op feestdagen gelden.")
    uitzonderingen = some(UitzonderingSchema, "Dagen met andere tijden.")
    vervanger = one(GenoemdeContactpersoonSchema, null=True)
    actief = yes_no("Of deze in gebruik is; anders is `vervanger` wie het overnam.")
    mag_wijzigen = yes_no("Of jij deze mag wijzigen.")


class ContactpersoonInLijstSchema(KorteContactpersoonSchema):
    abonnementen = number("Op hoeveel abonnementen deze staat.")


class ContactpersonenSchema(LijstSchema):
    items = some(ContactpersoonInLijstSchema, "Op naam.")
    feestdagen = dagen("De feestdagen van vandaag en de komende 14 dagen; dan zijn kantoren dicht.")


class EenContactpersoonSchema(ContactpersoonInLijstSchema):
    kaarten = number("Op hoeveel kaarten een wijziging te zien zal zijn.")
    vervangt = some(GenoemdeContactpersoonSchema, "Wie deze vervangt.")


class GewijzigdeContactpersoonSchema(EenContactpersoonSchema):
    gewijzigde_kaarten = number("Hoeveel kaarten door deze handeling veranderd zijn.")


class OpAbonnementSchema(KorteContactpersoonSchema):
    eerste = yes_no("Of deze als eerste gebeld wordt.")


class OpstellingSchema(Answer):
    items = some(OpAbonnementSchema, "In de volgorde van de kaart.")


class GewijzigdeOpstellingSchema(OpstellingSchema):
    gewijzigde_kaarten = number("Hoeveel kaarten hierdoor veranderd zijn.")


class RegelFoutSchema(Answer):
    kolom = text("De kolom.")
    reden = text("Wat er niet klopt.")


class VerschilSchema(Answer):
    veld = text("Het veld dat verandert.")
    was = text("Wat er nu staat; leeg: niets.")
    wordt = text("Wat er komt te staan; leeg: niets.")


class IngelezenRegelSchema(Answer):
    regel = number("De regel van het bestand.")
    naam = text("De naam die er staat.")
    wat = fields.String(required=True, metadata={"enum": [NIEUW, WIJZIGT, ONGEWIJZIGD, FOUT]})
    velden = texts("Wat er verandert.")
    verschillen = some(VerschilSchema, "Bij de proef: wat er nu staat, en wat er komt te staan.")
    fouten = some(RegelFoutSchema, "Wat er niet klopt.")


class InlezingAntwoordSchema(Answer):
    stand = text("Waarmee het bestand is vergeleken: stuur dit mee om het in te lezen.")
    ingelezen = yes_no("Of het is ingelezen; false: alleen geproefd.")
    nieuw = number("Hoeveel er nieuw zijn.")
    gewijzigd = number("Hoeveel er wijzigen.")
    ongewijzigd = number("Hoeveel er gelijk blijven.")
    fout = number("Hoeveel regels niet kloppen; dan wordt niets ingelezen.")
    gewijzigde_kaarten = number("Hoeveel kaarten door het inlezen veranderd zijn.")
    regels = some(IngelezenRegelSchema, "Elke regel van het bestand.")


def of_proef(proef: Proef, *, ingelezen: bool) -> dict[str, Any]:
    regels = [
        {
            "regel": regel.regel,
            "naam": regel.naam[: rules.NAAM],
            "wat": regel.wat,
            "velden": regel.velden,
            # An answer to an act is kept for when it is asked again; the trial has shown these.
            "verschillen": [] if ingelezen else [asdict(each) for each in regel.verschillen],
            "fouten": [{"kolom": kolom, "reden": reden} for kolom, reden in regel.fouten],
        }
        for regel in proef.regels
    ]
    return {
        "stand": proef.stand,
        "ingelezen": ingelezen,
        "nieuw": proef.count(NIEUW),
        "gewijzigd": proef.count(WIJZIGT),
        "ongewijzigd": proef.count(ONGEWIJZIGD),
        "fout": proef.count(FOUT),
        "gewijzigdeKaarten": proef.kaarten,
        "regels": regels,
    }


def kort(row: AnyRow, caller: Caller) -> dict[str, Any]:
    deputy = None if row.vervanger_id is None else {"id": row.vervanger_id, "naam": row.vervanger_naam}
    return {
        "id": row.id,
        "versie": row.versie,
        "organisatie": {"id": row.organisatie_id, "naam": row.organisatie, "soort": row.organisatie_soort},
        "naam": row.naam,
        "functie": row.functie,
        "telefoon": row.telefoon,
        "email": row.email,
        "bereikbaar": row.bereikbaar,
        "opFeestdagen": row.op_feestdagen,
        "uitzonderingen": row.uitzonderingen or [],
        "vervanger": deputy,
        "actief": row.actief,
        "magWijzigen": may_change(caller, row),
    }


def of_lijst(lijst: Lijst, caller: Caller, feestdagen: Sequence[str]) -> dict[str, Any]:
    items = [kort(row, caller) | {"abonnementen": lijst.abonnementen.get(row.id, 0)} for row in lijst.rijen]
    return bladzijde(items, lijst.volgende) | {"feestdagen": list(feestdagen)}


def of_contactpersoon(getoond: Getoond, caller: Caller) -> dict[str, Any]:
    return kort(getoond.rij, caller) | {
        "abonnementen": getoond.abonnementen,
        "kaarten": getoond.kaarten,
        "vervangt": [{"id": row.id, "naam": row.naam} for row in getoond.vervangt],
    }


def of_gewijzigd(gewijzigd: Gewijzigd, caller: Caller) -> dict[str, Any]:
    return of_contactpersoon(gewijzigd.getoond, caller) | {"gewijzigdeKaarten": gewijzigd.kaarten}


def of_opstelling(opstelling: Opstelling, caller: Caller) -> dict[str, Any]:
    return {"items": [kort(row, caller) | {"eerste": row.eerste} for row in opstelling.rijen]}
