"""Who is asking: tokens that are refused, roles, CSRF, and sessions that end at once."""

import base64
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from flask import Flask

from api import tokens
from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core

Check = Callable[..., dict[str, Any]]
Records = Callable[[Event], list[dict[str, Any]]]
HERE = "/v1/sessies/huidige"


@pytest.fixture
def claims(agent: Any) -> dict[str, Any]:
    return jwt.decode(agent.token, options={"verify_signature": False})


@pytest.fixture
def show(app: Flask) -> Callable[[str], Any]:
    """Come in with this as the value of the Authorization header."""
    return lambda value: app.test_client().get(HERE, headers={"Authorization": value})


def test_a_good_token_is_let_in(agent: Any, claims: dict[str, Any]) -> None:
    body = agent.get(HERE).get_json()
    until = datetime.fromisoformat(body.pop("verlooptOp"))
    assert body.pop("rechten") == ["melding:lezen", "sessie:eigen", "straat:melden", "straat:zoeken"]
    assert body == {"rol": "agent", "gebruikersnaam": "agent"}
    assert until == datetime.fromtimestamp(claims["exp"], UTC)
    assert timedelta(minutes=14) < until - datetime.now(UTC) <= timedelta(minutes=15)


def test_a_token_names_a_session_and_nothing_about_anybody(claims: dict[str, Any]) -> None:
    assert claims.keys() == {"sub", "jti", "type", "fresh", "csrf", "iss", "aud", "exp", "iat"}
    assert (claims["iss"], claims["aud"], claims["type"]) == ("veldwijzer", "veldwijzer-v1", "access")


def test_no_token_is_not_signed_in_and_not_recorded(
    show: Callable[[str], Any], problem: Check, records: Records
) -> None:
    for value in ("", "Bearer", "Bearer ", "Basic YWdlbnQ6Z2VoZWlt", "é", "Token abc"):
        problem(show(value), 401, "niet-aangemeld")
    assert records(Event.TOEGANG_GEWEIGERD) == []


def packed(value: Any) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


DEEP = b"[" * 1200 + b"]" * 1200
MALFORMED = [
    "abc",
    "a.b.c",
    "....",
    "é.è.ê",
    "a b c",
    f"{packed({'alg': 'HS256'})}.{packed([])}.x",
    f"{packed({'alg': 'HS256'})}.{packed(b'{')}.x",
    f"{packed(DEEP)}.{packed({})}.x",
    f"{packed({'alg': 'HS256'})}.{packed(DEEP[:1100])}.x",
    f"{packed({'alg': 'HS256', 'crit': ['x']})}.{packed({})}.x",
    f"{packed({'alg': 7, 'typ': 7})}.{packed({})}.x",
    "x" * 8000,
]


def test_a_malformed_token_is_refused_and_recorded(
    show: Callable[[str], Any], problem: Check, records: Records
) -> None:
    for token in MALFORMED:
        problem(show(f"Bearer {token}"), 401, "niet-aangemeld")
    recorded = [row["inhoud"] for row in records(Event.TOEGANG_GEWEIGERD)]
    assert recorded == [{"route": f"GET {HERE}", "code": "niet-aangemeld"}] * len(MALFORMED)


WRONG = {
    "without exp": {"exp": None},
    "without iss": {"iss": None},
    "without aud": {"aud": None},
    "without jti": {"jti": None},
    "without type": {"type": None},
    "without sub": {"sub": None},
    "without iat": {"iat": None},
    "without csrf": {"csrf": None},
    "other issuer": {"iss": "iemand-anders"},
    "other audience": {"aud": "iets-anders"},
    "list of audiences": {"aud": ["veldwijzer-v1"]},
    "unknown type": {"type": "admin"},
    "refresh type": {"type": "refresh"},
    "session is a number": {"sub": 1},
    "exp is text": {"exp": "later"},
    "from the future": {"iat": int(time.time()) + 3600},
}


def test_a_well_signed_token_needs_every_claim(
    core: Core, show: Callable[[str], Any], problem: Check, claims: dict[str, Any]
) -> None:
    def status_of(claims: dict[str, Any]) -> int:
        whole = {name: value for name, value in claims.items() if value is not None}
        # Signed as bytes: PyJWT refuses to make some of these.
        token = jwt.PyJWS().encode(json.dumps(whole).encode(), core.settings.secret, "HS256")
        return int(show(f"Bearer {token}").status_code)

    assert status_of(claims) == 200
    assert {name: status_of(claims | change) for name, change in WRONG.items()} == dict.fromkeys(WRONG, 401)


def test_a_token_of_another_key_or_none_is_refused(
    core: Core, show: Callable[[str], Any], problem: Check, claims: dict[str, Any]
) -> None:
    head, body, signature = jwt.encode(claims, core.settings.secret, "HS256").split(".")
    bodies = {
        "another key": jwt.encode(claims, "x" * 64, "HS256"),
        "another algorithm": jwt.encode(claims, core.settings.secret + "x" * 64, "HS512"),
        "none": jwt.encode(claims, None, "none"),
        "none, signed": f"{packed({'alg': 'none', 'typ': 'JWT'})}.{body}.{signature}",
        "tampered": f"{head}.{packed(claims | {'sub': 'other'})}.{signature}",
        "cut": f"{head}.{body}.{signature[:-3]}",
        "unsigned": f"{head}.{body}.",
    }
    assert show(f"Bearer {head}.{body}.{signature}").status_code == 200
    for token in bodies.values():
        problem(show(f"Bearer {token}"), 401, "niet-aangemeld")


def test_an_expired_token_is_refused(
    core: Core, show: Callable[[str], Any], problem: Check, records: Records, claims: dict[str, Any]
) -> None:
    token = jwt.encode(claims | {"exp": int(time.time()) - 1}, core.settings.secret, "HS256")
    problem(show(f"Bearer {token}"), 401, "sessie-verlopen")
    assert records(Event.TOEGANG_GEWEIGERD)[0]["inhoud"]["code"] == "sessie-verlopen"


def test_a_remembered_signature_does_not_outlive_its_token(
    agent: Any, problem: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert agent.get(HERE).status_code == 200
    now = time.time()
    monkeypatch.setattr(tokens.time, "time", lambda: now + 15 * 60 + 1)
    problem(agent.get(HERE), 401, "sessie-verlopen")


def test_one_token_is_verified_once(app: Flask, agent: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agent.get(HERE).status_code == 200

    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError("verified again")

    monkeypatch.setattr(tokens, "decode_token", fail)
    assert agent.get(HERE).status_code == 200


def test_sign_out_kills_every_token_of_the_session_at_once(app: Flask, agent: Any, problem: Check) -> None:
    assert agent.get(HERE).status_code == 200
    assert agent.delete(HERE).status_code == 204
    problem(agent.get(HERE), 401, "sessie-verlopen")
    problem(agent.ask(naam="jansen"), 401, "sessie-verlopen")


def test_an_account_that_is_switched_off_is_out_at_once(core: Core, agent: Any, problem: Check) -> None:
    core.accounts.set_active("agent", actief=False)
    problem(agent.get(HERE), 401, "sessie-verlopen")


def test_a_session_ends_after_its_shift(core: Core, agent: Any, problem: Check, clock: Any) -> None:
    clock.forward(hours=12)
    problem(agent.get(HERE), 401, "sessie-verlopen")


def test_only_an_agent_may_search(sign_in: Any, problem: Check, records: Records) -> None:
    for rol in Rol:
        answer = sign_in(rol).ask(naam="jansen")
        if rol is Rol.AGENT:
            assert answer.status_code == 200
        else:
            problem(answer, 403, "geen-toegang")
    assert len(records(Event.TOEGANG_GEWEIGERD)) == len(Rol) - 1


def test_a_refusal_that_cannot_be_recorded_is_no_answer(core: Core, sign_in: Any, problem: Check) -> None:
    beheer = sign_in(Rol.BEHEER)
    break_the_trail(core)
    problem(beheer.ask(naam="jansen"), 503, "vastleggen-mislukt")


def break_the_trail(core: Core) -> None:
    with core.engines.write.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE auditrecord RENAME TO elders")


def test_a_cookie_alone_changes_nothing(browser: Any, problem: Check, records: Records) -> None:
    problem(browser.delete(HERE), 403, "csrf-ontbreekt")
    for value in ("", "verkeerd", "é" * 43, "\xff", "x" * 5000):
        problem(browser.delete(HERE, headers={"X-CSRF-TOKEN": value}), 403, "csrf-ontbreekt")
    refused = records(Event.TOEGANG_GEWEIGERD)[-1]
    assert refused["inhoud"] == {"route": f"DELETE {HERE}", "code": "csrf-ontbreekt"}
    assert refused["account_id"]
    assert browser.get(HERE).status_code == 200


def test_a_cookie_with_the_value_of_its_own_page_may(browser: Any, csrf: Callable[[], str]) -> None:
    assert browser.delete(HERE, headers={"X-CSRF-TOKEN": csrf()}).status_code == 204


def test_the_value_of_another_session_does_not_count(app: Flask, browser: Any, sign_in: Any, problem: Check) -> None:
    other = jwt.decode(sign_in(naam="tweede").token, options={"verify_signature": False})["csrf"]
    # Even with the cookie of that value planted: it must be the value inside the signed token.
    browser.set_cookie("veldwijzer_csrf", other)
    problem(browser.delete(HERE, headers={"X-CSRF-TOKEN": other}), 403, "csrf-ontbreekt")


def test_a_bearer_needs_no_csrf_value(agent: Any) -> None:
    assert agent.delete(HERE).status_code == 204


def test_a_refused_bearer_is_not_saved_by_a_cookie(browser: Any, problem: Check) -> None:
    problem(browser.get(HERE, headers={"Authorization": "Bearer abc"}), 401, "niet-aangemeld")
