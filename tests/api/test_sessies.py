"""Sign in, refresh, sign out: what is answered, which cookies are given, and what a thief meets."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any

import jwt
import pytest
from flask import Flask

from api.wsgi import create_app
from app.access.passwords import Passwords
from app.access.rules import FREE_ATTEMPTS_BY_NAME, Rol
from app.audit.events import Event
from app.config import Settings
from app.core import Core, build

Check = Callable[..., dict[str, Any]]
Records = Callable[[Event], list[dict[str, Any]]]
PASSWORD = "een lange zin is een goed wachtwoord"
SIGN_IN = {"gebruikersnaam": "agent", "wachtwoord": PASSWORD}
REFRESH = "/v1/sessies/huidige/verversingen"
HERE = "/v1/sessies/huidige"


@pytest.fixture
def account(core: Core) -> int:
    return core.accounts.create("agent", PASSWORD, Rol.AGENT)


def cookies_of(answer: Any) -> dict[str, dict[str, str]]:
    found = {}
    for line in answer.headers.getlist("Set-Cookie"):
        for name, morsel in SimpleCookie(line).items():
            found[name] = {"value": morsel.value, **{key: str(value) for key, value in morsel.items() if value}}
    return found


def test_signing_in_gives_a_token_and_cookies(app: Flask, account: int, records: Records) -> None:
    answer = app.test_client().post("/v1/sessies", json=SIGN_IN)
    assert answer.status_code == 201
    assert answer.headers["Location"] == HERE
    body = answer.get_json()
    assert body.keys() == {"toegangstoken", "verlooptOp", "rol", "gebruikersnaam"}
    assert (body["rol"], body["gebruikersnaam"]) == ("agent", "agent")
    until = jwt.decode(body["toegangstoken"], options={"verify_signature": False})["exp"]
    assert datetime.fromisoformat(body["verlooptOp"]) == datetime.fromtimestamp(until, UTC)
    assert body["verlooptOp"].endswith("Z")
    assert [row["account_id"] for row in records(Event.AANMELDING_GELUKT)] == [account]


def test_cookies_say_where_they_may_go(app: Flask, account: int, clock: Any) -> None:
    found = cookies_of(app.test_client().post("/v1/sessies", json=SIGN_IN))
    assert found.keys() == {"veldwijzer_toegang", "veldwijzer_csrf", "veldwijzer_verversing"}
    assert {name: cookie["path"] for name, cookie in found.items()} == {
        "veldwijzer_toegang": "/",
        "veldwijzer_csrf": "/",
        "veldwijzer_verversing": "/v1/sessies",
    }
    assert {cookie["samesite"] for cookie in found.values()} == {"Strict"}
    assert {name for name, cookie in found.items() if "httponly" in cookie} == found.keys() - {"veldwijzer_csrf"}
    assert not any("secure" in cookie or "domain" in cookie for cookie in found.values())
    # The refresh cookie and the csrf cookie last as long as the session may: twelve hours by this clock.
    end = clock().replace(hour=8, day=22).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert (found["veldwijzer_verversing"]["expires"], found["veldwijzer_csrf"]["expires"]) == (end, end)


def test_over_https_browsers_are_told_to_insist(
    settings: Settings, clock: Any, account: int, quick_passwords: Passwords
) -> None:
    core = build(replace(settings, cookie_secure=True), clock=clock, passwords=quick_passwords)
    client = create_app(core).test_client()
    found = cookies_of(client.post("/v1/sessies", json=SIGN_IN, base_url="https://localhost"))
    assert found.keys() == {"__Host-veldwijzer_toegang", "veldwijzer_csrf", "__Secure-veldwijzer_verversing"}
    assert all("secure" in cookie for cookie in found.values())
    assert client.get(HERE, base_url="https://localhost").status_code == 200
    core.close()


def test_a_wrong_password_and_an_unknown_name_get_one_answer(
    app: Flask, account: int, problem: Check, records: Records
) -> None:
    client = app.test_client()
    wrong = client.post("/v1/sessies", json=SIGN_IN | {"wachtwoord": "iets anders dan het hoort"})
    unknown = client.post("/v1/sessies", json=SIGN_IN | {"gebruikersnaam": "bestaat-niet"})
    assert problem(wrong, 401, "aanmelden-mislukt") == problem(unknown, 401, "aanmelden-mislukt")
    assert cookies_of(wrong) == {}
    assert len(records(Event.AANMELDING_GEWEIGERD)) == 2


def test_guessing_is_slowed_down(app: Flask, account: int, problem: Check, clock: Any) -> None:
    guess = SIGN_IN | {"wachtwoord": "iets anders dan het hoort"}
    client = app.test_client()
    answers = [client.post("/v1/sessies", json=guess) for _ in range(FREE_ATTEMPTS_BY_NAME + 1)]
    body = problem(answers[-1], 429, "te-veel-pogingen")
    assert answers[-1].headers["Retry-After"] == str(body["wachtSeconden"])
    assert client.post("/v1/sessies", json=SIGN_IN).status_code == 429
    clock.forward(seconds=body["wachtSeconden"])
    assert client.post("/v1/sessies", json=SIGN_IN).status_code == 201


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, ["#/gebruikersnaam", "#/wachtwoord"]),
        ({"gebruikersnaam": "agent"}, ["#/wachtwoord"]),
        (SIGN_IN | {"gebruikersnaam": ""}, ["#/gebruikersnaam"]),
        (SIGN_IN | {"gebruikersnaam": "x" * 81}, ["#/gebruikersnaam"]),
        (SIGN_IN | {"wachtwoord": "x" * 257}, ["#/wachtwoord"]),
        (SIGN_IN | {"wachtwoord": 12345678}, ["#/wachtwoord"]),
        (SIGN_IN | {"wachtwoord": None}, ["#/wachtwoord"]),
        (SIGN_IN | {"rol": "beheer"}, ["#/rol"]),
    ],
)
def test_what_is_missing_is_named(app: Flask, problem: Check, body: dict[str, Any], pointers: list[str]) -> None:
    answer = app.test_client().post("/v1/sessies", json=body)
    errors = problem(answer, 400, "ongeldige-invoer")["errors"]
    assert [error["pointer"] for error in errors] == pointers
    english = ("field", "valid", "missing", "unknown", "longer", "shorter")
    assert not any(word in error["detail"].lower() for error in errors for word in english)


def test_signing_out_takes_the_cookies_back(browser: Any, csrf: Callable[[], str], records: Records) -> None:
    answer = browser.delete(HERE, headers={"X-CSRF-TOKEN": csrf()})
    assert (answer.status_code, answer.data) == (204, b"")
    assert {name: (cookie["value"], cookie["max-age"]) for name, cookie in cookies_of(answer).items()} == dict.fromkeys(
        ("veldwijzer_toegang", "veldwijzer_csrf", "veldwijzer_verversing"), ("", "0")
    )
    assert "Clear-Site-Data" not in answer.headers
    assert browser.get_cookie("veldwijzer_verversing", path="/v1/sessies") is None
    assert len(records(Event.AFMELDING)) == 1


def refresh(browser: Any, csrf: Callable[[], str]) -> Any:
    return browser.post(REFRESH, headers={"X-CSRF-TOKEN": csrf()})


def test_a_refresh_gives_new_tokens_for_the_same_session(browser: Any, csrf: Callable[[], str]) -> None:
    before = browser.get_cookie("veldwijzer_toegang").value
    answer = refresh(browser, csrf)
    assert answer.status_code == 201
    after = browser.get_cookie("veldwijzer_toegang").value
    old, new = (jwt.decode(token, options={"verify_signature": False}) for token in (before, after))
    assert (old["sub"], answer.get_json()["toegangstoken"]) == (new["sub"], after)
    assert old["csrf"] != new["csrf"]
    assert browser.get(HERE).status_code == 200


def test_a_refresh_token_that_is_used_again_ends_the_session(
    browser: Any, csrf: Callable[[], str], problem: Check, records: Records, clock: Any
) -> None:
    thief = browser.application.test_client()
    for name, path in (("veldwijzer_verversing", "/v1/sessies"), ("veldwijzer_csrf", "/")):
        thief.set_cookie(name, browser.get_cookie(name, path=path).value, path=path)
    stolen = csrf()
    assert refresh(browser, csrf).status_code == 201
    clock.forward(minutes=5)
    problem(thief.post(REFRESH, headers={"X-CSRF-TOKEN": stolen}), 401, "sessie-verlopen")
    assert len(records(Event.SESSIE_HERGEBRUIKT)) == 1
    problem(browser.get(HERE), 401, "sessie-verlopen")
    problem(refresh(browser, csrf), 401, "sessie-verlopen")


def test_a_refresh_needs_the_value_of_the_page(browser: Any, problem: Check, records: Records) -> None:
    for headers in ({}, {"X-CSRF-TOKEN": "é"}):
        problem(browser.post(REFRESH, headers=headers), 403, "csrf-ontbreekt")
    assert {row["inhoud"]["code"] for row in records(Event.TOEGANG_GEWEIGERD)} == {"csrf-ontbreekt"}


def test_a_refresh_needs_a_refresh_token(app: Flask, agent: Any, browser: Any, problem: Check) -> None:
    problem(agent.post(REFRESH), 401, "niet-aangemeld")
    client = app.test_client()
    client.set_cookie("veldwijzer_verversing", browser.get_cookie("veldwijzer_toegang").value, path="/v1/sessies")
    problem(client.post(REFRESH), 401, "niet-aangemeld")


def test_a_refresh_token_opens_nothing_else(app: Flask, browser: Any, problem: Check) -> None:
    token = browser.get_cookie("veldwijzer_verversing", path="/v1/sessies").value
    problem(app.test_client().get(HERE, headers={"Authorization": f"Bearer {token}"}), 401, "niet-aangemeld")


def test_a_refresh_does_not_lengthen_the_session(
    browser: Any, csrf: Callable[[], str], problem: Check, clock: Any
) -> None:
    clock.forward(hours=11, minutes=55)
    answer = refresh(browser, csrf)
    left = datetime.fromisoformat(answer.get_json()["verlooptOp"]) - datetime.now(UTC)
    assert left.total_seconds() <= 5 * 60
    clock.forward(minutes=5)
    problem(refresh(browser, csrf), 401, "sessie-verlopen")


def test_two_callers_at_once_stay_themselves(sign_in: Any) -> None:
    callers = {naam: sign_in(rol, naam=naam) for naam, rol in (("een", Rol.AGENT), ("twee", Rol.PRIVACY))}
    with ThreadPoolExecutor(8) as pool:
        asked = [naam for _ in range(20) for naam in callers]
        answers = list(pool.map(lambda naam: callers[naam].get(HERE).get_json()["gebruikersnaam"], asked))
    assert answers == asked
