"""Organisations over HTTP: added once, their address changed on the version that was seen, by who manages them."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol
from tests.bureau import make_organisatie

NIEUW = {"naam": "Veilig Thuis Utrecht", "soort": "partner", "email": "formulieren@vt.example"}


def test_one_is_added_found_and_changed(core: Any, sign_in: Callable[..., Any], problem: Callable[..., Any]) -> None:
    beheer = sign_in(Rol.BEHEER)
    made = beheer.post("/v1/organisaties", NIEUW)
    assert (made.status_code, made.get_json()["email"]) == (201, NIEUW["email"])
    place = made.headers["Location"]
    problem(beheer.post("/v1/organisaties", NIEUW), 400, "ongeldige-invoer")
    changed = beheer.patch(place, {"email": None}, headers={"If-Match": made.headers["ETag"]})
    assert changed.get_json()["email"] is None
    stale = beheer.patch(place, {"email": "a@b.example"}, headers={"If-Match": made.headers["ETag"]})
    problem(stale, 412, "intussen-gewijzigd")
    assert [each["naam"] for each in beheer.get("/v1/organisaties").get_json()["items"]] == [NIEUW["naam"]]


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"email": "geen adres"}, "#/email"),
        ({"email": "a@b.example\r\nBcc: c@d.example"}, "#/email"),
        ({"email": "é@b.example"}, "#/email"),
        ({"email": f"{'x' * 250}@b.example"}, "#/email"),
        ({"naam": ""}, "#/naam"),
        ({"naam": "x" * 121}, "#/naam"),
        ({"soort": "bakker"}, "#/soort"),
    ],
)
def test_what_is_not_right_is_refused(
    sign_in: Callable[..., Any], problem: Callable[..., Any], changes: dict[str, Any], pointer: str
) -> None:
    body = problem(sign_in(Rol.BEHEER).post("/v1/organisaties", NIEUW | changes), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in body["errors"]] == [pointer]


def test_html_in_a_name_stays_a_text(core: Any, sign_in: Callable[..., Any]) -> None:
    number = make_organisatie(core, "<b>GGZ</b>")
    assert sign_in(Rol.BEHEER).get(f"/v1/organisaties/{number}").get_json()["naam"] == "<b>GGZ</b>"
