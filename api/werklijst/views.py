"""Worklists: one address each, because each shows something else, and may be seen by others."""

from collections.abc import Callable
from typing import Any

from flask import Response, request

from api import bureau
from api.body import read_object
from api.site import Visit
from api.werklijst import antwoord, invoer
from app.audit.events import Event
from app.werk.bladzijde import Deel
from app.werk.bureau import Gelezen, Inzien, Werk
from app.werklijst.toetsen import Toetsing, kijk_na
from app.werklijst.werklijst import afspraken, open_delen, personen, tel, toon, voorstellen

TOETSEN, DELEN = invoer.ToetsenFilterSchema(), invoer.DelenFilterSchema()
ONVOLLEDIG, TOETSING = invoer.OnvolledigFilterSchema(), invoer.ToetsingSchema()

Build = Callable[[Inzien, Deel], dict[str, Any]]


def index(visit: Visit) -> Response:
    def look(inzien: Inzien) -> Gelezen:
        return Gelezen(antwoord.tellingen(tel(inzien)), {"lijst": "tellingen", "personen": []})

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def te_toetsen(visit: Visit) -> Response:
    return _list(visit, "te-toetsen", bureau.filters(TOETSEN), _toetslijst)


def verouderd(visit: Visit) -> Response:
    return _list(visit, "verouderd", bureau.filters(TOETSEN), _toetslijst)


def onvolledig(visit: Visit) -> Response:
    return _list(visit, "onvolledig", bureau.filters(ONVOLLEDIG), _onvolledig)


def eigen_deel(visit: Visit) -> Response:
    return _list(visit, "eigen-deel", bureau.filters(DELEN), lambda _, deel: antwoord.eigen_delen(deel))


def te_keuren(visit: Visit) -> Response:
    return _list(visit, "te-keuren", bureau.filters(TOETSEN), lambda _, deel: antwoord.te_keuren(deel))


def teruggestuurd(visit: Visit) -> Response:
    return _list(visit, "teruggestuurd", bureau.filters(TOETSEN), lambda _, deel: antwoord.teruggestuurd(deel))


def toets(visit: Visit, abonnement_id: str) -> Response:
    """Looked through, and still right."""
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    oordeel: invoer.Oordeel = TOETSING.load(read_object(request))

    def act(werk: Werk) -> Any:
        return kijk_na(werk, Toetsing(number, versie, oordeel.toetsen_voor))

    return bureau.doe(visit, act)


def _list(visit: Visit, naam: str, vraag: invoer.Vraag, build: Build) -> Response:
    def look(inzien: Inzien) -> Gelezen:
        deel = toon(inzien, naam, vraag.filter, vraag.bladzijde)
        body = {"lijst": naam, "filters": vraag.gevraagd, "personen": personen(deel.rijen)}
        return Gelezen(build(inzien, deel), body)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def _toetslijst(inzien: Inzien, deel: Deel) -> dict[str, Any]:
    ids = [row.abonnement_id for row in deel.rijen]
    return antwoord.toetslijst(deel, afspraken(inzien.connection, ids), voorstellen(inzien, deel.rijen))


def _onvolledig(inzien: Inzien, deel: Deel) -> dict[str, Any]:
    return antwoord.onvolledig(deel, open_delen(inzien.connection, [row.abonnement_id for row in deel.rijen]))
