"""The actions that a handelingskader can name: read by all, worded by the application manager."""

from flask import Response, request

from api import bureau
from api.afspraken import antwoord, invoer
from api.body import read_object
from api.site import Visit
from app.afspraken.acties import ICONEN, KLEUREN, lees_actie, lijst, maak_actie, wijzig_actie
from app.errors import NotFound
from app.werk.bureau import Uitkomst, Werk

NIEUW = invoer.ActieInvoerSchema()
WIJZIGING = invoer.ActieWijzigingSchema()


def index(visit: Visit) -> Response:
    with visit.site.core.engines.read.connect() as connection:
        items = [antwoord.of_actie(row) for row in lijst(connection)]
    return bureau.answer(200, {"items": items, "volgende": None, "iconen": ICONEN, "kleuren": KLEUREN})


def show(visit: Visit, code: str) -> Response:
    _check_code(code)
    with visit.site.core.engines.read.connect() as connection:
        row = lees_actie(connection, code)
    return bureau.answer(200, antwoord.of_actie(row), versie=row.versie)


def create(visit: Visit) -> Response:
    code, uiterlijk = NIEUW.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        maak_actie(werk, code, uiterlijk)
        row = lees_actie(werk.connection, code)
        return Uitkomst(antwoord.of_actie(row), row.versie, f"/v1/acties/{code}", nieuw=True)

    return bureau.doe(visit, act)


def change(visit: Visit, code: str) -> Response:
    _check_code(code)
    versie, wijziging = bureau.expected_version(), WIJZIGING.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        wijzig_actie(werk, code, versie, wijziging)
        row = lees_actie(werk.connection, code)
        return Uitkomst(antwoord.of_actie(row), row.versie)

    return bureau.doe(visit, act)


def _check_code(code: str) -> None:
    if not invoer.CODE_PATTERN.fullmatch(code):
        raise NotFound("Deze actie is er niet.")
