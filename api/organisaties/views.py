"""Organisations: a page of them, one, a new one, another address."""

from flask import Response, request

from api import bureau
from api.body import read_object
from api.organisaties import invoer
from api.organisaties.antwoord import of_organisatie
from api.site import Visit
from app.organisaties.beheer import (
    Organisatie,
    Schrijver,
    lees_organisatie,
    lijst_organisaties,
    voeg_organisatie_toe,
    wijzig_email,
)
from app.werk.bureau import Uitkomst, Werk

FILTERS = invoer.BladzijdeVanOrganisatiesSchema()
NIEUW, EMAIL = invoer.OrganisatieInvoerSchema(), invoer.EmailInvoerSchema()


def index(visit: Visit) -> Response:
    bladzijde = bureau.filters(FILTERS)
    with visit.site.core.engines.read.connect() as connection:
        page = lijst_organisaties(connection, bladzijde)
    return bureau.answer(200, {"items": [of_organisatie(row) for row in page.rijen], "volgende": page.volgende})


def show(visit: Visit, organisatie_id: str) -> Response:
    with visit.site.core.engines.read.connect() as connection:
        row = lees_organisatie(connection, bureau.number(organisatie_id))
    return bureau.answer(200, of_organisatie(row), versie=row.versie)


def create(visit: Visit) -> Response:
    nieuw: Organisatie = NIEUW.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        made = voeg_organisatie_toe(Schrijver(werk.connection, werk.trail, werk.caller), nieuw)
        row = lees_organisatie(werk.connection, made)
        return Uitkomst(of_organisatie(row), row.versie, f"/v1/organisaties/{made}", nieuw=True)

    return bureau.doe(visit, act)


def change(visit: Visit, organisatie_id: str) -> Response:
    known, versie = bureau.number(organisatie_id), bureau.expected_version()
    given = EMAIL.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        row = lees_organisatie(werk.connection, known)
        if "email" in given:
            wijzig_email(Schrijver(werk.connection, werk.trail, werk.caller), known, versie, given["email"])
            row = lees_organisatie(werk.connection, known)
        return Uitkomst(of_organisatie(row), row.versie)

    return bureau.doe(visit, act)
