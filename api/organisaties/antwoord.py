"""What the views of organisations send."""

from typing import Any

from api.abonnementen.antwoord import number
from api.answers import Answer, some, text
from api.bladzijde import LijstSchema
from app.organisaties.beheer import AnyRow


class BeheerdeOrganisatieSchema(Answer):
    id = number("Het nummer van de organisatie.")
    versie = number("Welke versie dit is.")
    naam = text("De naam.")
    soort = text("`veiligheidshuis`, `gemeente`, `partner`, `politie` of `om`.")
    email = text("Waar herinneringen heen gaan.", null=True)


class OrganisatiesSchema(LijstSchema):
    items = some(BeheerdeOrganisatieSchema, "Op naam.")


def of_organisatie(row: AnyRow) -> dict[str, Any]:
    return {"id": row.id, "versie": row.versie, "naam": row.naam, "soort": row.soort, "email": row.email}
