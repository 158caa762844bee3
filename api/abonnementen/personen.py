"""Persons: search the whole register before making anybody, read one, change one."""

from flask import Response, request

from api import bureau
from api.abonnementen import antwoord_personen as antwoord
from api.abonnementen import invoer
from api.body import read_object
from api.site import Visit
from app.abonnementen.lezen import read_personen
from app.abonnementen.personen import change_persoon, read_persoon
from app.abonnementen.zoeken import search_persons
from app.audit.events import Event
from app.clock import today
from app.lookup.question import Zeker, read_zoekvraag
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

VRAAG = invoer.PersoonvraagSchema()
WIJZIGING = invoer.WijzigPersoonSchema()


def search(visit: Visit) -> Response:
    core = visit.site.core
    told = VRAAG.load(read_object(request))
    vraag = read_zoekvraag(
        naam=told.get("naam"),
        zeker=Zeker(told.get("voornaam"), told.get("achternaam")),
        geboortedatum=told.get("geboortedatum"),
        geboortejaar_ongeveer=None,
        vandaag=today(core.clock),
    )

    def look(inzien: Inzien) -> Gelezen:
        gezocht = search_persons(inzien, vraag, core.drempels)
        ids = [each.persoon_id for each in gezocht.kandidaten]
        personen = read_personen(inzien.connection, inzien.caller, ids)
        datum = vraag.geboortedatum
        body = {"naam": vraag.naam, "geboortedatum": datum.iso() if datum else None, "getoond": ids}
        return Gelezen(antwoord.of_kandidaten(gezocht, personen), body)

    return bureau.lees(visit, Event.PERSOON_GEZOCHT, look)


def show(visit: Visit, persoon_id: str) -> Response:
    number = bureau.number(persoon_id)

    def look(inzien: Inzien) -> Gelezen:
        found = read_persoon(inzien.connection, inzien.caller, number)
        return Gelezen(antwoord.of_persoon(found), {"wat": "persoon", "persoon": number}, found.rij.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def change(visit: Visit, persoon_id: str) -> Response:
    number, versie = bureau.number(persoon_id), bureau.expected_version()
    changes = WIJZIGING.load(read_object(request), partial=True)

    def act(werk: Werk) -> Uitkomst:
        change_persoon(werk, number, versie, changes)
        found = read_persoon(werk.connection, werk.caller, number)
        return Uitkomst(antwoord.of_persoon(found), found.rij.versie)

    return bureau.doe(visit, act)
