"""What may be sent in about organisations."""

from typing import Any

from marshmallow import post_load

from api.bladzijde import BladzijdeSchema
from api.invoer import Regel, keuze, regel
from api.schemas import Input
from app.organisaties.beheer import Organisatie
from app.organisaties.rules import EMAIL, NAAM, SOORTEN, check_ascii
from app.register import rules
from app.werk.bladzijde import Bladzijde


def _email() -> Regel:
    return regel(
        EMAIL,
        rules.check_email,
        check_ascii,
        description="Waar herinneringen heen gaan; null: nergens.",
        example="formulieren@ggz.example",
    )


class OrganisatieInvoerSchema(Input):
    naam = regel(NAAM, rules.check_name, required=True, description="De naam.", example="GGZ Utrecht")
    soort = keuze(SOORTEN, "Wat voor organisatie dit is.", required=True)
    email = _email()

    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Organisatie:
        return Organisatie(**data)


class EmailInvoerSchema(Input):
    """null takes the address away; a field that is not there changes nothing."""

    email = _email()


class BladzijdeVanOrganisatiesSchema(BladzijdeSchema):
    @post_load
    def build(self, data: dict[str, Any], **_: Any) -> Bladzijde:
        return Bladzijde(**data)
