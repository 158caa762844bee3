"""How each route of worklists and reports is used well; `tests/api/test_routes.py` checks that each is recorded."""

from functools import partial
from typing import Any

from app.access.rules import Rol
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import open_abonnement, publish_afspraak

KLOPT_NIET = {"urgentie": "gewoon", "tekst": "Hij woont hier niet meer."}


def look(path: str, desk: Desk) -> Send:
    return lambda: desk.als(Rol.ZVH).get(path)


def seen(desk: Desk) -> str:
    """The id of a question of the officer that showed a card."""
    answer: dict[str, Any] = desk.als(Rol.AGENT).ask(naam="kim bakker 17-5-1990").get_json()
    if answer["uitkomst"] != "kaart":
        publish_afspraak(desk.core, open_abonnement(desk.core).abonnement_id)
        answer = desk.als(Rol.AGENT).ask(naam="kim bakker 17-5-1990").get_json()
    assert answer["uitkomst"] == "kaart", answer
    return str(answer["id"])


def reported(desk: Desk) -> int:
    answer = desk.als(Rol.AGENT).post(f"/v1/raadplegingen/{seen(desk)}/meldingen", KLOPT_NIET)
    assert answer.status_code == 201, answer.text
    return int(answer.get_json()["id"])


def report(desk: Desk) -> Send:
    raadpleging = seen(desk)
    return lambda: desk.als(Rol.AGENT).post(f"/v1/raadplegingen/{raadpleging}/meldingen", KLOPT_NIET)


def show(desk: Desk) -> Send:
    number = reported(desk)
    return lambda: desk.als(Rol.ZVH).get(f"/v1/meldingen/{number}")


def handle(desk: Desk) -> Send:
    number = reported(desk)
    body = {"status": "afgehandeld", "antwoord": "Dank je. Het is aangepast."}
    headers = {"If-Match": '"1"'}
    return lambda: desk.als(Rol.ZVH).post(f"/v1/meldingen/{number}/behandelingen", body, headers=headers)


def see(desk: Desk) -> Send:
    number = reported(desk)
    return lambda: desk.als(Rol.AGENT).send("POST", f"/v1/meldingen/{number}/lezingen")


def review(desk: Desk) -> Send:
    seen(desk)
    item = desk.als(Rol.POLITIEBEHEER).get("/v1/abonnementen?aanpak=levensloop&status=actief").get_json()["items"][-1]
    headers = {"If-Match": f'"{item["versie"]}"'}
    path = f"/v1/abonnementen/{item['id']}/toetsingen"
    return lambda: desk.als(Rol.ZVH).post(path, {"oordeel": "nog_juist"}, headers=headers)


LIJSTEN = ("te-toetsen", "verouderd", "onvolledig", "eigen-deel", "te-keuren", "teruggestuurd")
GEBRUIK: Gebruik = {
    "GET /v1/werklijsten": partial(look, "/v1/werklijsten"),
    **{f"GET /v1/werklijsten/{naam}": partial(look, f"/v1/werklijsten/{naam}?limiet=10") for naam in LIJSTEN},
    "POST /v1/raadplegingen/<raadpleging_id>/meldingen": report,
    "GET /v1/meldingen": partial(look, "/v1/meldingen"),
    "GET /v1/meldingen/<melding_id>": show,
    "POST /v1/meldingen/<melding_id>/behandelingen": handle,
    "POST /v1/meldingen/<melding_id>/lezingen": see,
    "POST /v1/abonnementen/<abonnement_id>/toetsingen": review,
}
