"""How each route of the form is used well; `tests/api/test_routes.py` checks that each of these is recorded."""

from typing import Any

from app.access.rules import Rol
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import HUIS, PARTNER, SOORT, make_contactpersoon, make_organisatie, open_abonnement

REGEL = {"tekst": "Neemt medicijnen.", "delen": "straat", "aard": "feit", "bron": "Behandelaar"}


def asked(desk: Desk) -> tuple[int, int]:
    """A form with a part of the GGZ; the ids of the abonnement and of the part."""
    make_organisatie(desk.core, HUIS, soort=SOORT[Rol.ZVH], email="zvh@zvh.example")
    ggz = make_organisatie(desk.core, PARTNER, email="formulieren@ggz.example")
    number = open_abonnement(desk.core, organisaties=(ggz,)).abonnement_id
    delen = desk.als(Rol.ZVH).get(f"/v1/abonnementen/{number}/formulier").get_json()["delen"]
    return number, next(deel["id"] for deel in delen if deel["organisatie"]["id"] == ggz)


def invoer(desk: Desk, **changes: Any) -> dict[str, Any]:
    person = make_contactpersoon(desk.core, organisatie=PARTNER)
    return {"neemtDeel": True, "contactpersonen": [person], "inlichtingen": [REGEL]} | changes


def etag(desk: Desk, deel: int, rol: Rol = Rol.PARTNER) -> dict[str, str]:
    return {"If-Match": desk.als(rol).get(f"/v1/formulierdelen/{deel}").headers["ETag"]}


def filled_in(desk: Desk) -> int:
    _, deel = asked(desk)
    headers = etag(desk, deel)
    answer = desk.als(Rol.PARTNER).put(f"/v1/formulierdelen/{deel}", invoer(desk), headers=headers)
    assert answer.status_code == 200, answer.text
    return deel


def show_form(desk: Desk) -> Send:
    number, _ = asked(desk)
    return lambda: desk.als(Rol.ZVH).get(f"/v1/abonnementen/{number}/formulier")


def page(desk: Desk) -> Send:
    asked(desk)
    return lambda: desk.als(Rol.ZVH).get("/v1/formulierdelen?van=alles&minstensDagen=0")


def show(desk: Desk) -> Send:
    _, deel = asked(desk)
    return lambda: desk.als(Rol.PARTNER).get(f"/v1/formulierdelen/{deel}")


def add(desk: Desk) -> Send:
    number, _ = asked(desk)
    other = make_organisatie(desk.core, "Reclassering Utrecht")
    return lambda: desk.als(Rol.ZVH).post(f"/v1/abonnementen/{number}/formulierdelen", {"organisatieId": other})


def fill_in(desk: Desk) -> Send:
    _, deel = asked(desk)
    body, headers = invoer(desk), etag(desk, deel)
    return lambda: desk.als(Rol.PARTNER).put(f"/v1/formulierdelen/{deel}", body, headers=headers)


def remove(desk: Desk) -> Send:
    _, deel = asked(desk)
    headers = etag(desk, deel, Rol.ZVH)
    return lambda: desk.als(Rol.ZVH).delete(f"/v1/formulierdelen/{deel}", headers=headers)


def draft(desk: Desk) -> Send:
    _, deel = asked(desk)
    body, headers = invoer(desk, contactpersonen=[None]), etag(desk, deel)
    return lambda: desk.als(Rol.PARTNER).put(f"/v1/formulierdelen/{deel}/concept", body, headers=headers)


def drop_draft(desk: Desk) -> Send:
    _, deel = asked(desk)
    return lambda: desk.als(Rol.PARTNER).delete(f"/v1/formulierdelen/{deel}/concept")


def confirm(desk: Desk) -> Send:
    deel = filled_in(desk)
    headers = etag(desk, deel)
    return lambda: desk.als(Rol.PARTNER).post(f"/v1/formulierdelen/{deel}/bevestigingen", {}, headers=headers)


def send_back(desk: Desk) -> Send:
    deel = filled_in(desk)
    body, headers = {"vraag": "Geldt dit ook 's nachts?"}, etag(desk, deel, Rol.ZVH)
    return lambda: desk.als(Rol.ZVH).post(f"/v1/formulierdelen/{deel}/terugzendingen", body, headers=headers)


def object_to(desk: Desk) -> Send:
    deel = filled_in(desk)
    body, headers = {"reden": "De behandeling is gestopt."}, etag(desk, deel)
    return lambda: desk.als(Rol.PARTNER).post(f"/v1/formulierdelen/{deel}/bezwaren", body, headers=headers)


def take_objection_back(desk: Desk) -> Send:
    deel = filled_in(desk)
    ggz = desk.als(Rol.PARTNER)
    headers = etag(desk, deel)
    made = ggz.post(f"/v1/formulierdelen/{deel}/bezwaren", {"reden": "Gestopt."}, headers=headers)
    assert made.status_code == 200, made.text
    return lambda: ggz.delete(f"/v1/formulierdelen/{deel}/bezwaren", headers={"If-Match": made.headers["ETag"]})


def remind(desk: Desk) -> Send:
    _, deel = asked(desk)
    return lambda: desk.als(Rol.ZVH).post(f"/v1/formulierdelen/{deel}/herinneringen", {})


GEBRUIK: Gebruik = {
    "GET /v1/abonnementen/<abonnement_id>/formulier": show_form,
    "POST /v1/abonnementen/<abonnement_id>/formulierdelen": add,
    "GET /v1/formulierdelen": page,
    "GET /v1/formulierdelen/<deel_id>": show,
    "PUT /v1/formulierdelen/<deel_id>": fill_in,
    "DELETE /v1/formulierdelen/<deel_id>": remove,
    "PUT /v1/formulierdelen/<deel_id>/concept": draft,
    "DELETE /v1/formulierdelen/<deel_id>/concept": drop_draft,
    "POST /v1/formulierdelen/<deel_id>/bevestigingen": confirm,
    "POST /v1/formulierdelen/<deel_id>/terugzendingen": send_back,
    "POST /v1/formulierdelen/<deel_id>/bezwaren": object_to,
    "DELETE /v1/formulierdelen/<deel_id>/bezwaren": take_objection_back,
    "POST /v1/formulierdelen/<deel_id>/herinneringen": remind,
}
