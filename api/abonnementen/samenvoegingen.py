"""Merges: two persons who are one, and the way back."""

from flask import Response, request

from api import bureau
from api.abonnementen import antwoord_personen as antwoord
from api.abonnementen import invoer
from api.bladzijde import bladzijde as as_page
from api.body import read_object
from api.site import Visit
from app.abonnementen.samenvoegen import Samenvoeging, merge, undo
from app.abonnementen.samenvoegingen import list_samenvoegingen, read_samenvoeging
from app.audit.events import Event
from app.werk.bladzijde import Bladzijde
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

SAMENVOEGING = invoer.SamenvoegingInvoerSchema()
REDEN = invoer.RedenInvoerSchema()
FILTERS = invoer.SamenvoegingenFilterSchema()


def create(visit: Visit) -> Response:
    opdracht: Samenvoeging = SAMENVOEGING.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        number = merge(werk, opdracht)
        found = antwoord.of_samenvoeging(read_samenvoeging(werk.connection, number))
        return Uitkomst(found, plek=f"/v1/samenvoegingen/{number}", nieuw=True)

    return bureau.doe(visit, act)


def undo_it(visit: Visit, samenvoeging_id: str) -> Response:
    number = bureau.number(samenvoeging_id)
    reden = REDEN.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        undo(werk, number, reden)
        return Uitkomst(antwoord.of_samenvoeging(read_samenvoeging(werk.connection, number)))

    return bureau.doe(visit, act)


def show(visit: Visit, samenvoeging_id: str) -> Response:
    number = bureau.number(samenvoeging_id)

    def look(inzien: Inzien) -> Gelezen:
        row = read_samenvoeging(inzien.connection, number)
        body = {"wat": "samenvoeging", "persoon": row.naar_id, "nummer": number}
        return Gelezen(antwoord.of_samenvoeging(row), body)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def index(visit: Visit) -> Response:
    told = bureau.filters(FILTERS)
    persoon_id = told["persoon_id"]

    def look(inzien: Inzien) -> Gelezen:
        found = list_samenvoegingen(inzien, persoon_id, Bladzijde(told["limiet"], told["na"]))
        shown = [number for row in found.rijen for number in (row.van_id, row.naar_id)]
        body = {"lijst": "samenvoegingen", "filters": {"persoonId": persoon_id}, "personen": shown}
        items = [antwoord.of_samenvoeging(row) for row in found.rijen]
        return Gelezen(as_page(items, found.volgende), body)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)
