"""Contactpersonen: of one's organisation, and of one abonnement in their order."""

from typing import Any

from flask import Response, request

from api import bureau
from api.body import read_object
from api.contactpersonen import antwoord, invoer
from api.site import Visit
from app.audit.events import Event
from app.contactpersonen import schakelen
from app.contactpersonen.lezen import list_contactpersonen, read_contactpersoon
from app.contactpersonen.volgorde import put_in_order, read_opstelling
from app.contactpersonen.wijzigen import Gewijzigd, change_ahead, change_contactpersoon, make_contactpersoon
from app.feestdagen import feestdagen
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

PATH = "/v1/contactpersonen"
NIEUW = invoer.ContactpersoonInvoerSchema()
# Everything may be left out of a change.
WIJZIGING = invoer.ContactpersoonWijzigingSchema(partial=True)
UITSCHAKELING, LEEG, VOLGORDE = invoer.UitschakelingSchema(), invoer.InschakelingSchema(), invoer.VolgordeSchema()
FILTERS = invoer.ContactpersonenFilterSchema()


def index(visit: Visit) -> Response:
    filters, bladzijde = bureau.filters(FILTERS)

    def look(inzien: Inzien) -> Gelezen:
        found = list_contactpersonen(inzien, filters, bladzijde)
        told = {"bron": filters.bron, "actief": filters.actief}
        shown = antwoord.of_lijst(found, inzien.caller, feestdagen(inzien.vandaag))
        return Gelezen(shown, {"lijst": "contactpersonen", "filters": told})

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def create(visit: Visit) -> Response:
    opgave = NIEUW.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        made = make_contactpersoon(werk, opgave)
        told = antwoord.of_contactpersoon(made, werk.caller)
        return Uitkomst(told, made.rij.versie, f"{PATH}/{made.rij.id}", nieuw=True)

    return bureau.doe(visit, act)


def show(visit: Visit, contactpersoon_id: str) -> Response:
    number = bureau.number(contactpersoon_id)

    def look(inzien: Inzien) -> Gelezen:
        found = read_contactpersoon(inzien, number)
        body = {"lijst": "contactpersoon", "filters": {"contactpersoon": number}}
        return Gelezen(antwoord.of_contactpersoon(found, inzien.caller), body, found.rij.versie)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def change(visit: Visit, contactpersoon_id: str) -> Response:
    number, versie = bureau.number(contactpersoon_id), bureau.expected_version()
    changes: dict[str, Any] = WIJZIGING.load(read_object(request))
    ahead = bureau.vooruit(visit, lambda inzien: change_ahead(inzien, number, versie, changes))
    return _done(visit, lambda werk: change_contactpersoon(werk, number, versie, changes, ahead))


def switch_off(visit: Visit, contactpersoon_id: str) -> Response:
    number, versie = bureau.number(contactpersoon_id), bureau.expected_version()
    opvolger = UITSCHAKELING.load(read_object(request))
    ahead = bureau.vooruit(visit, lambda inzien: schakelen.switch_off_ahead(inzien, number, versie, opvolger))
    return _done(visit, lambda werk: schakelen.switch_off(werk, number, versie, opvolger, ahead))


def switch_on(visit: Visit, contactpersoon_id: str) -> Response:
    number, versie = bureau.number(contactpersoon_id), bureau.expected_version()
    LEEG.load(read_object(request))
    return _done(visit, lambda werk: schakelen.switch_on(werk, number, versie))


def show_order(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)

    def look(inzien: Inzien) -> Gelezen:
        found = read_opstelling(inzien, number)
        body = {"wat": "contactpersonen", "persoon": found.abonnement.persoon_id, "abonnement": number}
        return Gelezen(antwoord.of_opstelling(found, inzien.caller), body, found.abonnement.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def put_order(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    told: invoer.Volgorde = VOLGORDE.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        found = put_in_order(werk, number, versie, told.contactpersonen, told.eerste)
        body = antwoord.of_opstelling(found, werk.caller) | {"gewijzigdeKaarten": found.kaarten}
        return Uitkomst(body, found.abonnement.versie)

    return bureau.doe(visit, act)


def _done(visit: Visit, do: Any) -> Response:
    def act(werk: Werk) -> Uitkomst:
        done: Gewijzigd = do(werk)
        return Uitkomst(antwoord.of_gewijzigd(done, werk.caller), done.getoond.rij.versie)

    return bureau.doe(visit, act)
