"""What may be sent in about abonnementen, persons and terms."""

from typing import Any

from marshmallow import fields, post_load, validate

from api.bladzijde import BladzijdeSchema
from api.invoer import LARGEST, Regel, dag, keuze, nummer, nummers, regel
from api.schemas import MESSAGES, NUMBER_MESSAGES, Input, text
from app.abonnementen.lezen import Filters
from app.abonnementen.openen import MAX_ORGANISATIES, Opening
from app.abonnementen.rules import MOST_MONTHS, Termijn
from app.abonnementen.samenvoegen import Samenvoeging
from app.lookup.question import LONGEST_GEBOORTEDATUM, MAX_NAAM
from app.register import rules
from app.register.model import Persoon
from app.werk.bladzijde import Bladzijde

LONGEST_CODE = 40
MOST_DOUBLES = 50


class GeboorteInvoerSchema(Input):
    datum = Regel(
        10,
        rules.check_birth_date,
        description="1994-03-07, of 1994-03 of 1994 als niet meer bekend is.",
        example="1994-03-07",
        metadata={"format": "deel-van-datum"},
    )
    plaats = regel(rules.PLAATS, description="De geboorteplaats.", example="Utrecht")


class PersoonInvoerSchema(Input):
    voornamen = regel(rules.VOORNAMEN, rules.check_name, description="Alle voornamen.", example="Johannes Pieter")
    roepnaam = regel(rules.ROEPNAAM, rules.check_name, description="De roepnaam.", example="Jan")
    voorvoegsel = regel(rules.VOORVOEGSEL, rules.check_name, description="Van de geslachtsnaam.", example="van der")
    geslachtsnaam = regel(
        rules.GESLACHTSNAAM,
        rules.check_name,
        required=True,
        description="De geslachtsnaam zonder voorvoegsel; `-` voor wie er geen heeft.",
        example="Berg",
    )
    aliassen = fields.List(
        regel(rules.ALIAS, rules.check_name, required=True, description="Een andere naam.", example="Jantje"),
        load_default=list,
        validate=validate.Length(max=rules.MAX_ALIASSEN, error=f"Hoogstens {rules.MAX_ALIASSEN}."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": "Andere namen."},
    )
    geboorte = fields.Nested(GeboorteInvoerSchema, load_default=dict, error_messages=MESSAGES)
    geslacht = keuze(rules.GESLACHTEN, "Het geslacht; weggelaten: onbekend.")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Persoon:
        """Without an `extern_id`: who is changed has one, and who is new gets one."""
        geboorte = data.pop("geboorte")
        return Persoon(
            extern_id="",
            aliassen=tuple(dict.fromkeys(data.pop("aliassen"))),
            geboortedatum=geboorte.get("datum"),
            geboorteplaats=geboorte.get("plaats"),
            **data,
        )


class OpeningSchema(Input):
    persoon_id = nummer("Een persoon uit het register.")
    persoon = fields.Nested(
        PersoonInvoerSchema, error_messages=MESSAGES, metadata={"description": "Of iemand die nieuw is."}
    )
    aanpak = regel(LONGEST_CODE, required=True, description="Een code uit `/naslag`.", example="levensloop")
    regime = regel(LONGEST_CODE, required=True, description="Een code uit `/naslag`.", example="wgs")
    veiligheidshuis_id = nummer("Het zorg- en veiligheidshuis.")
    gemeente_id = nummer("De gemeente.")
    doel = regel(
        rules.DOEL,
        required=True,
        description="Waarvoor de gegevens worden gedeeld; de wet vraagt dat vooraf.",
        example="voorkomen van herhaling",
    )
    start = dag("De eerste dag; weggelaten: vandaag.")
    toetsen_voor = dag("Uiterlijk dan wordt het getoetst; weggelaten: wat het regime voorstelt.")
    einde = dag("De laatste dag; weggelaten: wat het regime voorstelt.", example="2028-11-22")
    organisaties = nummers(
        "Wie een deel van het formulier invult, naast de eigen organisatie en de eigenaar.", MAX_ORGANISATIES
    )
    bekeken_dubbelen = nummers("Personen van wie is bekeken dat het een ander is.", MOST_DOUBLES)

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        first, *others = field_name.split("_")
        field_obj.data_key = first + "".join(part.capitalize() for part in others)

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Opening:
        data["nieuw"] = data.pop("persoon", None)
        data["organisaties"] = tuple(data["organisaties"])
        data["bekeken_dubbelen"] = frozenset(data["bekeken_dubbelen"])
        return Opening(**data)


class AbonnementenFilterSchema(BladzijdeSchema):
    status = fields.String(
        load_default=None,
        validate=validate.OneOf(rules.STATUSSEN, error=f"Kies uit: {', '.join(rules.STATUSSEN)}."),
        error_messages=MESSAGES,
        metadata={"description": "Alleen met deze status."},
    )
    aanpak = regel(LONGEST_CODE, description="Alleen deze aanpak.", example="levensloop")
    eigenaar_id = fields.Integer(
        load_default=None,
        data_key="eigenaarId",
        validate=validate.Range(1, LARGEST, error="Dit is geen nummer van ons."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "Alleen van deze organisatie.", "example": 12},
    )
    te_toetsen_voor = dag("Alleen wat uiterlijk op deze dag getoetst moet zijn, de vroegste voorop.")
    te_toetsen_voor.data_key = "teToetsenVoor"

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> "tuple[Filters, Bladzijde]":
        bladzijde = Bladzijde(data.pop("limiet"), data.pop("na"))
        return Filters(**data), bladzijde


def _maanden(description: str, example: int) -> fields.Integer:
    return fields.Integer(
        strict=True,
        required=True,
        validate=validate.Range(1, MOST_MONTHS, error=f"Vul 1 tot {MOST_MONTHS} maanden in."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": description, "example": example},
    )


class TermijnInvoerSchema(Input):
    toetsen_na_maanden = _maanden("Na hoeveel maanden de toetsing wordt voorgesteld.", 12)
    toetsen_na_maanden.data_key = "toetsenNaMaanden"
    einde_na_maanden = _maanden("Na hoeveel maanden het einde wordt voorgesteld.", 24)
    einde_na_maanden.data_key = "eindeNaMaanden"

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Termijn:
        return Termijn(**data)


class WijzigAbonnementSchema(Input):
    """Loaded in part: what is not there stays as it is, and nothing here can be emptied."""

    doel = regel(rules.DOEL, required=True, description="Waarvoor de gegevens worden gedeeld.", example="rust in huis")
    start = dag("De eerste dag.", required=True, example="2026-11-22")
    toetsen_voor = dag("Uiterlijk dan wordt het getoetst.", required=True)
    toetsen_voor.data_key = "toetsenVoor"
    einde = dag("De laatste dag.", required=True, example="2028-11-22")


class RedenInvoerSchema(Input):
    reden = regel(rules.DOEL, required=True, description="Waarom.", example="verhuisd naar een andere regio")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> str:
        return str(data["reden"])


class WijzigPersoonSchema(PersoonInvoerSchema):
    """Loaded in part: what is not there stays as it is."""

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """By column of the table, and `aliassen`."""
        geboorte = data.pop("geboorte", {})
        if "aliassen" in data:
            data["aliassen"] = tuple(dict.fromkeys(data["aliassen"]))
        return data | {f"geboorte{name}": value for name, value in geboorte.items()}


class PersoonvraagSchema(Input):
    naam = text(
        MAX_NAAM,
        description="Wat bekend is, in elke volgorde: namen, en ook een geboortedatum of jaar (`jan jansen 7-3-94`).",
        example="jan jansen",
    )
    voornaam = text(MAX_NAAM, description="Wat zeker een voornaam, roepnaam of voorletter is.", example="jan")
    achternaam = text(MAX_NAAM, description="Wat zeker een achternaam is.", example="jansen")
    geboortedatum = text(LONGEST_GEBOORTEDATUM, description="De geboortedatum of een deel ervan.", example="7-3-94")


class SamenvoegingInvoerSchema(Input):
    van = nummer("De persoon die opgaat in de ander.", required=True)
    naar = nummer("De persoon die blijft.", required=True)
    reden = regel(
        rules.DOEL,
        required=True,
        description="Waarom dit een en dezelfde persoon is.",
        example="zelfde geboortedatum en ouders",
    )
    geboortedatum = keuze(("van", "naar"), "Wiens geboortedatum klopt; verplicht als zij een andere hebben.")

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Samenvoeging:
        return Samenvoeging(**data)


class SamenvoegingenFilterSchema(BladzijdeSchema):
    persoon_id = fields.Integer(
        load_default=None,
        data_key="persoonId",
        validate=validate.Range(1, LARGEST, error="Dit is geen nummer van ons."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "Alleen van deze persoon.", "example": 17},
    )
