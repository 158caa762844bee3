"""What the API description says of organisations."""

from typing import Any

from api.operations import Operation
from api.organisaties.antwoord import BeheerdeOrganisatieSchema, OrganisatiesSchema
from api.organisaties.invoer import BladzijdeVanOrganisatiesSchema, EmailInvoerSchema, OrganisatieInvoerSchema

GGZ = {"id": 12, "versie": 1, "naam": "GGZ Utrecht", "soort": "partner", "email": "formulieren@ggz.example"}
_ONE: dict[str, Any] = {
    "tag": "organisaties",
    "answers": (BeheerdeOrganisatieSchema,),
    "examples": {"ggz": GGZ},
}
LIJST = Operation(
    name="lijstOrganisaties",
    tag="organisaties",
    summary="De organisaties, in bladzijden",
    gives="Een bladzijde organisaties.",
    filters=BladzijdeVanOrganisatiesSchema,
    answers=(OrganisatiesSchema,),
    examples={"lijst": {"items": [GGZ], "volgende": None}},
)
TOON = Operation(
    name="toonOrganisatie",
    summary="Een organisatie",
    gives="De organisatie; de ETag is zijn versie.",
    problems=(404,),
    **_ONE,
)
MAAK = Operation(
    name="maakOrganisatie",
    summary="Een organisatie toevoegen",
    gives="De nieuwe organisatie.",
    status=201,
    takes=OrganisatieInvoerSchema,
    once=True,
    **_ONE,
)
WIJZIG = Operation(
    name="wijzigOrganisatie",
    summary="Het e-mailadres van een organisatie wijzigen",
    gives="De organisatie zoals zij nu is.",
    takes=EmailInvoerSchema,
    changes=True,
    problems=(404,),
    **_ONE,
)
