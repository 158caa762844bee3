"""How each route of organisations is used well; `tests/api/test_routes.py` checks that each of these is recorded."""

from app.access.rules import Rol
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import make_organisatie


def create(desk: Desk) -> Send:
    body = {"naam": "Veilig Thuis Utrecht", "soort": "partner", "email": "formulieren@vt.example"}
    return lambda: desk.als(Rol.BEHEER).post("/v1/organisaties", body)


def change(desk: Desk) -> Send:
    number = make_organisatie(desk.core, "SHN Utrecht")
    headers = {"If-Match": '"1"'}
    return lambda: desk.als(Rol.BEHEER).patch(f"/v1/organisaties/{number}", {"email": None}, headers=headers)


GEBRUIK: Gebruik = {
    "POST /v1/organisaties": create,
    "PATCH /v1/organisaties/<organisatie_id>": change,
}
