"""Contactpersonen over HTTP: what is wrong is said at its field, and nothing is done twice or unseen."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol

PATH = "/v1/contactpersonen"
NIEUW = {"naam": "Hugo <b>=1+1</b>", "telefoon": "+3197010000009", "bereikbaar": "ma-vr 08:30-17:00"}


@pytest.fixture
def zvh(sign_in: Callable[..., Any]) -> Any:
    return sign_in(Rol.ZVH)


def test_made_once_however_often_it_is_sent(zvh: Any) -> None:
    key = {"Idempotency-Key": "een-sleutel-voor-een"}
    answers = [zvh.post(PATH, NIEUW, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].get_json() == answers[1].get_json()
    made = answers[0].get_json()
    assert (made["naam"], made["kaarten"], answers[0].headers["ETag"]) == (NIEUW["naam"], 0, '"1"')
    assert answers[0].headers["Location"] == f"{PATH}/{made['id']}"
    assert [each["id"] for each in zvh.get(PATH).get_json()["items"]] == [made["id"]]


def test_a_change_wants_the_version_that_was_seen(zvh: Any, problem: Callable[..., Any]) -> None:
    number = zvh.post(PATH, NIEUW).get_json()["id"]
    problem(zvh.patch(f"{PATH}/{number}", {"functie": "a"}), 428, "versie-ontbreekt")
    first = zvh.patch(f"{PATH}/{number}", {"functie": "a"}, headers={"If-Match": '"1"'})
    assert (first.status_code, first.headers["ETag"], first.get_json()["gewijzigdeKaarten"]) == (200, '"2"', 0)
    stale = zvh.patch(f"{PATH}/{number}", {"functie": "b"}, headers={"If-Match": '"1"'})
    problem(stale, 412, "intussen-gewijzigd")
    assert zvh.get(f"{PATH}/{number}").get_json()["functie"] == "a"


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("naam", ""),
        ("naam", "x" * 121),
        ("naam", None),
        ("naam", 7),
        ("naam", "a\u202eb"),
        ("telefoon", "030-1234567"),
        ("email", "geen adres"),
        ("bereikbaar", "soms"),
        ("opFeestdagen", 1),
        ("opFeestdagen", "nee"),
        ("uitzonderingen", {}),
        ("uitzonderingen", [{}]),
        ("uitzonderingen", [{"van": "2026-12-31"}]),
        ("uitzonderingen", [{"van": "2026-12-31", "tot": "2026-12-30"}]),
        ("uitzonderingen", [{"van": "2026-12-30", "tot": "2026-12-31"}] * 2),
        ("uitzonderingen", [{"van": "2026-12-30", "tot": "2026-12-30"}] * 21),
        ("vervangerId", 10**12),
        ("vervangerId", "1"),
        ("organisatieId", 1),
    ],
)
def test_what_is_wrong_is_said_at_its_field(zvh: Any, problem: Callable[..., Any], veld: str, waarde: Any) -> None:
    body = problem(zvh.post(PATH, NIEUW | {veld: waarde}), 400, "ongeldige-invoer")
    assert {error["pointer"].split("/")[1] for error in body["errors"]} == {veld}
    number = zvh.post(PATH, NIEUW).get_json()["id"]
    problem(zvh.patch(f"{PATH}/{number}", {veld: waarde}, headers={"If-Match": '"1"'}), 400, "ongeldige-invoer")
    assert not isinstance(waarde, str) or len(waarde) < 4 or waarde not in str(body)


def test_another_organisation_finds_nothing(zvh: Any, sign_in: Callable[..., Any], problem: Callable[..., Any]) -> None:
    number = zvh.post(PATH, NIEUW).get_json()["id"]
    other, seen = sign_in(Rol.PARTNER), {"If-Match": '"1"'}
    problem(other.get(f"{PATH}/{number}"), 404, "niet-gevonden")
    problem(other.patch(f"{PATH}/{number}", {"functie": "x"}, headers=seen), 404, "niet-gevonden")
    problem(other.post(f"{PATH}/{number}/uitschakelingen", {}, headers=seen), 404, "niet-gevonden")
    problem(other.patch(f"{PATH}/999", {"functie": "x"}, headers=seen), 404, "niet-gevonden")
    assert other.get(PATH).get_json()["items"] == []


def test_a_file_out_and_in(zvh: Any, problem: Callable[..., Any]) -> None:
    zvh.post(PATH, NIEUW | {"naam": "=HYPERLINK(1)"})
    out = zvh.get("/v1/contactpersonen-bestand")
    assert (out.mimetype, out.data[:3]) == ("text/csv", b"\xef\xbb\xbf")
    assert "'=HYPERLINK(1)" in out.text
    path = "/v1/contactpersonen-bestand/inlezingen"
    proef = zvh.post(path, {"bestand": out.text}).get_json()
    assert (proef["ongewijzigd"], proef["ingelezen"], proef["regels"][0]["naam"]) == (1, False, "=HYPERLINK(1)")
    assert zvh.post(path, {"bestand": out.text, "stand": proef["stand"]}).get_json()["ingelezen"] is True
    problem(zvh.post(path, {"bestand": out.text, "stand": "x"}), 412, "intussen-gewijzigd")
    problem(zvh.post(path, {"bestand": "naam;x"}), 400, "ongeldige-invoer")
    problem(zvh.post(path, {"bestand": "naam\n" + "x" * 500_000}), 400, "ongeldige-invoer")
    problem(zvh.post(path, {"bestand": "x" * 1_100_000}), 413, "te-groot")
