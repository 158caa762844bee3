"""How each route of afspraken is used well; `tests/api/test_routes.py` checks that each is recorded."""

from functools import partial
from typing import Any
from uuid import uuid4

from app.access.rules import Rol
from app.afspraken.model import to_json
from app.register.model import Persoon
from tests.api.desk import Desk, Gebruik, Send
from tests.bureau import VOORSTEL, make_account, open_abonnement

# Nobody whom another slice asks for.
PERSOON = Persoon("", "Zandstra", voornamen="Loek", geboortedatum="1984-02-11")
INHOUD: dict[str, Any] = to_json(VOORSTEL)


def seen(answer: Any) -> dict[str, str]:
    return {"If-Match": answer.headers["ETag"]}


def opened(desk: Desk) -> str:
    """The address of an abonnement of the ZVH."""
    return f"/v1/abonnementen/{open_abonnement(desk.core, persoon=PERSOON).abonnement_id}"


def written(desk: Desk) -> tuple[str, dict[str, str]]:
    """The address of a concept, and the header that changes it."""
    path = f"{opened(desk)}/concept"
    zvh = desk.als(Rol.ZVH)
    answer = zvh.put(path, INHOUD, headers=seen(zvh.get(path)))
    assert answer.status_code == 200, answer.text
    return path, seen(answer)


def submitted(desk: Desk) -> tuple[str, dict[str, str]]:
    path, headers = written(desk)
    answer = desk.als(Rol.ZVH).send("POST", f"{path}/indieningen", headers=headers)
    assert answer.status_code == 200, answer.text
    return path, seen(answer)


def colleague(desk: Desk) -> Any:
    """Somebody else of the same house."""
    return desk.sign_in(Rol.ZVH, naam=make_account(desk.core, Rol.ZVH, naam="zvh-collega"))


def look(rest: str, desk: Desk) -> Send:
    path = opened(desk)
    return lambda: desk.als(Rol.ZVH).get(f"{path}/{rest}")


def write(desk: Desk) -> Send:
    path = f"{opened(desk)}/concept"
    headers = seen(desk.als(Rol.ZVH).get(path))
    return lambda: desk.als(Rol.ZVH).put(path, INHOUD, headers=headers)


def remove(desk: Desk) -> Send:
    path, headers = written(desk)
    return lambda: desk.als(Rol.ZVH).delete(path, headers=headers)


def submit(desk: Desk) -> Send:
    path, headers = written(desk)
    return lambda: desk.als(Rol.ZVH).send("POST", f"{path}/indieningen", headers=headers)


def send_back(desk: Desk) -> Send:
    path, headers = submitted(desk)
    other = colleague(desk)
    return lambda: other.post(f"{path}/terugzendingen", {"opmerking": "Korter."}, headers=headers)


def approve(desk: Desk) -> Send:
    path, headers = submitted(desk)
    other = colleague(desk)
    return lambda: other.send("POST", f"{path}/goedkeuringen", headers=headers)


def preview(desk: Desk) -> Send:
    path = opened(desk)
    return lambda: desk.als(Rol.ZVH).post(f"{path}/voorbeelden", INHOUD)


def extend(desk: Desk) -> Send:
    body = {"code": f"a{uuid4().hex[:8]}", "tekst": "Breng thuis", "icoon": "huis", "kleur": "groen"}
    return lambda: desk.als(Rol.BEHEER).post("/v1/acties", body)


def word(desk: Desk) -> Send:
    headers = seen(desk.als(Rol.BEHEER).get("/v1/acties/anders"))
    return lambda: desk.als(Rol.BEHEER).patch("/v1/acties/anders", {"kleur": "blauw"}, headers=headers)


ABONNEMENT = "/v1/abonnementen/<abonnement_id>"
GEBRUIK: Gebruik = {
    f"GET {ABONNEMENT}/concept": partial(look, "concept"),
    f"PUT {ABONNEMENT}/concept": write,
    f"DELETE {ABONNEMENT}/concept": remove,
    f"POST {ABONNEMENT}/concept/indieningen": submit,
    f"POST {ABONNEMENT}/concept/terugzendingen": send_back,
    f"POST {ABONNEMENT}/concept/goedkeuringen": approve,
    f"POST {ABONNEMENT}/voorbeelden": preview,
    f"GET {ABONNEMENT}/versies": partial(look, "versies"),
    f"GET {ABONNEMENT}/straatkaarten": partial(look, "straatkaarten?op=2026-11-21T12:00:00Z"),
    "POST /v1/acties": extend,
    "PATCH /v1/acties/<code>": word,
}
