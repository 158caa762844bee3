"""How each route of abonnementen is used well; `tests/api/test_routes.py` checks that each of these is recorded."""

from collections.abc import Callable

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


def with_reason(act: str, status: str = "actief") -> Callable[[Desk], Send]:
    def prepare(desk: Desk) -> Send:
        path = f"/v1/abonnementen/{open_abonnement(desk.core, status=status).abonnement_id}"
        headers = {"If-Match": '"1"'}
        return lambda: desk.als(Rol.POLITIEBEHEER).post(f"{path}/{act}", {"reden": "verhuisd"}, headers=headers)

    return prepare


def change(desk: Desk) -> Send:
    number = open_abonnement(desk.core).abonnement_id
    headers = {"If-Match": '"1"'}
    body = {"doel": "rust in de straat", "einde": "2028-01-31"}
    return lambda: desk.als(Rol.POLITIEBEHEER).patch(f"/v1/abonnementen/{number}", body, headers=headers)


def search(desk: Desk) -> Send:
    open_abonnement(desk.core)
    return lambda: desk.als(Rol.POLITIEBEHEER).post("/v1/persoonvragen", {"naam": "kim bakker 17-5-1990"})


def show_persoon(desk: Desk) -> Send:
    number = open_abonnement(desk.core).persoon_id
    return lambda: desk.als(Rol.POLITIEBEHEER).get(f"/v1/personen/{number}")


def change_persoon(desk: Desk) -> Send:
    number = open_abonnement(desk.core).persoon_id
    headers, body = {"If-Match": '"1"'}, {"roepnaam": "Kimmie", "aliassen": ["Kim B."]}
    return lambda: desk.als(Rol.POLITIEBEHEER).patch(f"/v1/personen/{number}", body, headers=headers)


def merging(desk: Desk) -> dict[str, object]:
    van = open_abonnement(desk.core, aanpak="hoog_risico").persoon_id
    return {"van": van, "naar": open_abonnement(desk.core).persoon_id, "reden": "zelfde ouders"}


def merge(desk: Desk) -> Send:
    body = merging(desk)
    return lambda: desk.als(Rol.POLITIEBEHEER).post("/v1/samenvoegingen", body)


def merged(desk: Desk) -> str:
    answer = merge(desk)()
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def show_merge(desk: Desk) -> Send:
    path = merged(desk)
    return lambda: desk.als(Rol.POLITIEBEHEER).get(path)


def undo(desk: Desk) -> Send:
    path = merged(desk)
    return lambda: desk.als(Rol.POLITIEBEHEER).post(f"{path}/ongedaanmakingen", {"reden": "toch niet"})


GEBRUIK: Gebruik = {
    "POST /v1/abonnementen": open_it,
    "GET /v1/abonnementen": page,
    "GET /v1/abonnementen/<abonnement_id>": show,
    "PATCH /v1/abonnementen/<abonnement_id>": change,
    "POST /v1/abonnementen/<abonnement_id>/opschortingen": with_reason("opschortingen"),
    "POST /v1/abonnementen/<abonnement_id>/hervattingen": with_reason("hervattingen", "opgeschort"),
    "POST /v1/abonnementen/<abonnement_id>/beeindigingen": with_reason("beeindigingen"),
    "POST /v1/persoonvragen": search,
    "GET /v1/personen/<persoon_id>": show_persoon,
    "PATCH /v1/personen/<persoon_id>": change_persoon,
    "POST /v1/samenvoegingen": merge,
    "GET /v1/samenvoegingen": lambda desk: lambda: desk.als(Rol.POLITIEBEHEER).get("/v1/samenvoegingen"),
    "GET /v1/samenvoegingen/<samenvoeging_id>": show_merge,
    "POST /v1/samenvoegingen/<samenvoeging_id>/ongedaanmakingen": undo,
    "POST /v1/regimes/<code>/termijnen": set_termijn,
}
