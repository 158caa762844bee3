"""Abonnementen: open one, read one, and page through many."""

from flask import Response, request

from api import bureau
from api.abonnementen import antwoord, invoer
from api.body import read_object
from api.site import Visit
from app.abonnementen.lezen import list_abonnementen, read_abonnement
from app.abonnementen.openen import Opening, open_abonnement
from app.audit.events import Event
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

OPENING = invoer.OpeningSchema()
FILTERS = invoer.AbonnementenFilterSchema()


def create(visit: Visit) -> Response:
    opdracht: Opening = OPENING.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        number = open_abonnement(werk, opdracht)
        return as_it_is(werk, number, nieuw=True)

    return bureau.doe(visit, act)


def show(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)

    def look(inzien: Inzien) -> Gelezen:
        found = read_abonnement(inzien.connection, inzien.caller, number)
        body = {"wat": "abonnement", "persoon": found.rij.persoon_id, "abonnement": number}
        return Gelezen(antwoord.of_abonnement(found), body, found.rij.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def index(visit: Visit) -> Response:
    filters, bladzijde = bureau.filters(FILTERS)

    def look(inzien: Inzien) -> Gelezen:
        found = list_abonnementen(inzien, filters, bladzijde)
        body = {
            "lijst": "abonnementen",
            "filters": {
                "status": filters.status,
                "aanpak": filters.aanpak,
                "eigenaarId": filters.eigenaar_id,
                "teToetsenVoor": filters.te_toetsen_voor,
            },
            "personen": [row.persoon_id for row in found.rijen],
        }
        return Gelezen(antwoord.of_lijst(found), body)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def as_it_is(werk: Werk, abonnement_id: int, *, nieuw: bool = False) -> Uitkomst:
    """The abonnement as it is after an act, for the answer."""
    found = read_abonnement(werk.connection, werk.caller, abonnement_id)
    plek = f"/v1/abonnementen/{abonnement_id}" if nieuw else None
    return Uitkomst(antwoord.of_abonnement(found), found.rij.versie, plek, nieuw)
