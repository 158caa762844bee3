"""Abonnementen: open one, read one, change one, and page through many."""

from collections.abc import Callable

from flask import Response, request

from api import bureau
from api.abonnementen import antwoord, invoer
from api.body import read_object
from api.site import Visit
from app.abonnementen import wijzigen
from app.abonnementen.lezen import list_abonnementen, read_abonnement
from app.abonnementen.openen import Opening, open_after_search
from app.abonnementen.wijzigen import change_abonnement
from app.audit.events import Event
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

OPENING = invoer.OpeningSchema()
WIJZIGING = invoer.WijzigAbonnementSchema()
REDEN = invoer.RedenInvoerSchema()
FILTERS = invoer.AbonnementenFilterSchema()


def create(visit: Visit) -> Response:
    opdracht: Opening = OPENING.load(read_object(request))
    drempels = visit.site.core.drempels

    def act(werk: Werk) -> Uitkomst:
        number = open_after_search(werk, opdracht, drempels)
        return as_it_is(werk, number, nieuw=True)

    return bureau.doe(visit, act)


def change(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    changes = WIJZIGING.load(read_object(request), partial=True)

    def act(werk: Werk) -> Uitkomst:
        change_abonnement(werk, number, versie, changes)
        return as_it_is(werk, number)

    return bureau.doe(visit, act)


def suspend(visit: Visit, abonnement_id: str) -> Response:
    return _with_reason(visit, abonnement_id, wijzigen.suspend)


def resume(visit: Visit, abonnement_id: str) -> Response:
    return _with_reason(visit, abonnement_id, wijzigen.resume)


def end(visit: Visit, abonnement_id: str) -> Response:
    return _with_reason(visit, abonnement_id, wijzigen.end)


def _with_reason(visit: Visit, abonnement_id: str, do: Callable[[Werk, int, int, str], None]) -> Response:
    """An act on the version that the caller has seen, for which a reason must be given."""
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    reden = REDEN.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        do(werk, number, versie, reden)
        return as_it_is(werk, number)

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
