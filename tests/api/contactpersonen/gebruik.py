"""How each route of contactpersonen is used well; `tests/api/test_routes.py` checks that each of these is recorded."""

from typing import Any

from app.access.rules import Rol
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import make_caller, open_abonnement

ZVH = Rol.ZVH
IF_MATCH = {"If-Match": '"1"'}
NIEUW: dict[str, Any] = {"naam": "Hugo Prins", "telefoon": "+3197010000009", "bereikbaar": "ma-vr 08:30-17:00"}


def made(desk: Desk, **changes: Any) -> int:
    answer = desk.als(ZVH).post("/v1/contactpersonen", NIEUW | changes)
    assert answer.status_code == 201, answer.text
    number: int = answer.get_json()["id"]
    return number


def page(desk: Desk) -> Send:
    return lambda: desk.als(ZVH).get("/v1/contactpersonen?bron=eigen&actief=ja&limiet=10")


def make(desk: Desk) -> Send:
    return lambda: desk.als(ZVH).post("/v1/contactpersonen", NIEUW | {"naam": "Een ander"})


def show(desk: Desk) -> Send:
    number = made(desk, naam="Getoond")
    return lambda: desk.als(ZVH).get(f"/v1/contactpersonen/{number}")


def change(desk: Desk) -> Send:
    number = made(desk, naam="Gewijzigd")
    return lambda: desk.als(ZVH).patch(f"/v1/contactpersonen/{number}", {"functie": "regisseur"}, headers=IF_MATCH)


def switch_off(desk: Desk) -> Send:
    number = made(desk, naam="Uit")
    return lambda: desk.als(ZVH).post(f"/v1/contactpersonen/{number}/uitschakelingen", {}, headers=IF_MATCH)


def switch_on(desk: Desk) -> Send:
    number = made(desk, naam="In")
    desk.als(ZVH).post(f"/v1/contactpersonen/{number}/uitschakelingen", {}, headers=IF_MATCH)
    seen = {"If-Match": '"2"'}
    return lambda: desk.als(ZVH).post(f"/v1/contactpersonen/{number}/inschakelingen", {}, headers=seen)


def show_order(desk: Desk) -> Send:
    make_caller(desk.core, ZVH)
    number = open_abonnement(desk.core).abonnement_id
    return lambda: desk.als(ZVH).get(f"/v1/abonnementen/{number}/contactpersonen")


def put_order(desk: Desk) -> Send:
    make_caller(desk.core, ZVH)
    number, wie = open_abonnement(desk.core).abonnement_id, made(desk, naam="Eerst")
    body = {"contactpersonen": [wie], "eerste": wie}
    return lambda: desk.als(ZVH).put(f"/v1/abonnementen/{number}/contactpersonen", body, headers=IF_MATCH)


def export(desk: Desk) -> Send:
    return lambda: desk.als(ZVH).get("/v1/contactpersonen-bestand")


def take_in(desk: Desk) -> Send:
    path, text = "/v1/contactpersonen-bestand/inlezingen", "naam;telefoon\r\nUit een bestand;030 123 45 67\r\n"
    stand = desk.als(ZVH).post(path, {"bestand": text}).get_json()["stand"]
    return lambda: desk.als(ZVH).post(path, {"bestand": text, "stand": stand})


GEBRUIK: Gebruik = {
    "GET /v1/contactpersonen-bestand": export,
    "POST /v1/contactpersonen-bestand/inlezingen": take_in,
    "GET /v1/contactpersonen": page,
    "POST /v1/contactpersonen": make,
    "GET /v1/contactpersonen/<contactpersoon_id>": show,
    "PATCH /v1/contactpersonen/<contactpersoon_id>": change,
    "POST /v1/contactpersonen/<contactpersoon_id>/uitschakelingen": switch_off,
    "POST /v1/contactpersonen/<contactpersoon_id>/inschakelingen": switch_on,
    "GET /v1/abonnementen/<abonnement_id>/contactpersonen": show_order,
    "PUT /v1/abonnementen/<abonnement_id>/contactpersonen": put_order,
}
