"""How each route of abonnementen is used well; `tests/api/test_routes.py` checks that each of these is recorded."""

from app.access.rules import Rol
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import HUIS, SOORT, make_organisatie, open_abonnement

PERSOON = {"voornamen": "Kim", "geslachtsnaam": "Bakker", "geboorte": {"datum": "1990-05-17", "plaats": "Utrecht"}}


def opening(desk: Desk) -> dict[str, object]:
    huis = make_organisatie(desk.core, HUIS, soort=SOORT[Rol.ZVH])
    usual = {"aanpak": "levensloop", "regime": "wgs", "doel": "voorkomen van herhaling", "veiligheidshuisId": huis}
    return usual | {"persoon": PERSOON}


def open_it(desk: Desk) -> Send:
    body = opening(desk)
    return lambda: desk.als(Rol.POLITIEBEHEER).post("/v1/abonnementen", body)


def show(desk: Desk) -> Send:
    number = open_abonnement(desk.core).abonnement_id
    return lambda: desk.als(Rol.POLITIEBEHEER).get(f"/v1/abonnementen/{number}")


def page(desk: Desk) -> Send:
    return lambda: desk.als(Rol.POLITIEBEHEER).get("/v1/abonnementen?status=concept&limiet=10")


def set_termijn(desk: Desk) -> Send:
    body = {"toetsenNaMaanden": 6, "eindeNaMaanden": 12}
    return lambda: desk.als(Rol.BEHEER).post("/v1/regimes/wgs/termijnen", body)


GEBRUIK: Gebruik = {
    "POST /v1/abonnementen": open_it,
    "GET /v1/abonnementen": page,
    "GET /v1/abonnementen/<abonnement_id>": show,
    "POST /v1/regimes/<code>/termijnen": set_termijn,
}
