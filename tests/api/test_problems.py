"""One shape for everything that goes wrong, whoever found it out: one test for each origin."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import flask_jwt_extended.exceptions as extended
import jwt
import pytest
from flask import Flask
from marshmallow import Schema, fields
from werkzeug import exceptions as http
from werkzeug.test import TestResponse

from api.problems import STATUS
from app import errors

Check = Callable[..., dict[str, Any]]


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    return f"sqlite:///{sqlite_template}"


@pytest.fixture
def answer_to(app: Flask) -> Callable[[Exception], TestResponse]:
    """What leaves when a view raises this."""

    def answer_to(error: Exception) -> TestResponse:
        def fail() -> None:
            raise error

        app.add_url_rule("/v1/kapot", view_func=fail)
        return app.test_client().get("/v1/kapot")

    return answer_to


DOMAIN = [
    (errors.InvalidInput, 400, "ongeldige-invoer"),
    (errors.NotSignedIn, 401, "niet-aangemeld"),
    (errors.SessionEnded, 401, "sessie-verlopen"),
    (errors.SignInRefused, 401, "aanmelden-mislukt"),
    (errors.Forbidden, 403, "geen-toegang"),
    (errors.NotFound, 404, "niet-gevonden"),
    (errors.NotRecorded, 503, "vastleggen-mislukt"),
    (errors.Unavailable, 503, "niet-beschikbaar"),
]


@pytest.mark.parametrize(("kind", "status", "code"), DOMAIN)
def test_an_error_of_the_domain(
    answer_to: Any, problem: Check, kind: type[errors.DomainError], status: int, code: str
) -> None:
    answer = answer_to(kind("Dit is de uitleg."))
    body = problem(answer, status, code)
    assert body == {
        "type": f"urn:veldwijzer:probleem:{code}",
        "title": kind.title,
        "status": status,
        "detail": "Dit is de uitleg.",
    }
    assert ("WWW-Authenticate" in answer.headers) == (status == 401)


def test_every_error_of_the_domain_has_a_status() -> None:
    kinds, found = [errors.DomainError], set()
    while kinds:
        kind = kinds.pop()
        # An evaluation is a command: what goes wrong there is never answered over HTTP.
        if not kind.__module__.startswith("app.evaluatie"):
            found.add(kind.code)
        kinds += kind.__subclasses__()
    assert found == set(STATUS)


def test_fields_come_with_their_pointers(answer_to: Any, problem: Check) -> None:
    error = errors.InvalidInput("Kijk het na.", errors=(errors.FieldError("#/naam", "Te lang."),))
    assert problem(answer_to(error), 400, "ongeldige-invoer")["errors"] == [{"pointer": "#/naam", "detail": "Te lang."}]


def test_too_many_attempts_say_how_long_to_wait(answer_to: Any, problem: Check) -> None:
    answer = answer_to(errors.TooManyAttempts("Wacht even.", wait_seconds=8))
    assert problem(answer, 429, "te-veel-pogingen")["wachtSeconden"] == 8
    assert answer.headers["Retry-After"] == "8"


def test_marshmallow(app: Flask, problem: Check) -> None:
    class Inner(Schema):
        jaar = fields.Integer(required=True, error_messages={"required": "Vul dit in."})

    class Outer(Schema):
        rijen = fields.List(fields.Nested(Inner))

    def load() -> None:
        Outer().load({"rijen": [{"jaar": 1}, {}], "a/b": 1})

    app.add_url_rule("/v1/kapot", view_func=load)
    body = problem(app.test_client().get("/v1/kapot"), 400, "ongeldige-invoer")
    assert [field["pointer"] for field in body["errors"]] == ["#/a~1b", "#/rijen/1/jaar"]


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (http.BadRequest("secret"), 400, "ongeldige-invoer"),
        (http.SecurityError("secret"), 400, "ongeldige-invoer"),
        (http.Unauthorized("secret"), 400, "ongeldige-invoer"),
        (http.NotFound("secret"), 404, "niet-gevonden"),
        (http.MethodNotAllowed(["GET"], "secret"), 405, "methode-niet-toegestaan"),
        (http.RequestEntityTooLarge("secret"), 413, "te-groot"),
        (http.UnsupportedMediaType("secret"), 415, "verkeerd-mediatype"),
        (http.ImATeapot("secret"), 400, "ongeldige-invoer"),
        (http.ServiceUnavailable("secret"), 500, "interne-fout"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_werkzeug(answer_to: Any, problem: Check, error: Exception, status: int, code: str) -> None:
    answer = answer_to(error)
    problem(answer, status, code)
    assert "secret" not in answer.text


JWT_ERRORS = [
    extended.NoAuthorizationError("secret"),
    extended.CSRFError("secret"),
    extended.InvalidHeaderError("secret"),
    extended.InvalidQueryParamError("secret"),
    extended.JWTDecodeError("secret"),
    extended.WrongTokenError("secret"),
    extended.RevokedTokenError({}, {}),
    extended.FreshTokenRequired("secret", {}, {}),
    extended.UserLookupError("secret", {}, {}),
    extended.UserClaimsVerificationError("secret", {}, {}),
    jwt.DecodeError("secret"),
    jwt.InvalidTokenError("secret"),
    jwt.InvalidAudienceError("secret"),
    jwt.InvalidIssuerError("secret"),
    jwt.MissingRequiredClaimError("secret"),
]


@pytest.mark.parametrize("error", JWT_ERRORS, ids=lambda error: type(error).__name__)
def test_flask_jwt_extended(answer_to: Any, problem: Check, error: Exception) -> None:
    answer = answer_to(error)
    problem(answer, 401, "niet-aangemeld")
    assert "secret" not in answer.text


def test_an_expired_token_that_escaped_us(answer_to: Any, problem: Check) -> None:
    error = jwt.ExpiredSignatureError("secret")
    error.jwt_header, error.jwt_data = {}, {}  # type: ignore[attr-defined]
    problem(answer_to(error), 401, "sessie-verlopen")


@pytest.mark.parametrize(
    "error", [ValueError("secret"), KeyError("secret"), RecursionError("secret"), OSError("secret")]
)
def test_what_nobody_foresaw(answer_to: Any, problem: Check, error: Exception) -> None:
    answer = answer_to(error)
    body = problem(answer, 500, "interne-fout")
    assert "secret" not in answer.text
    assert body["detail"] == "Er ging iets mis bij ons. Probeer het opnieuw."


def test_an_address_that_does_not_exist(app: Flask, problem: Check) -> None:
    for path in ("/v1/personen", "/v1/", "/v1/sessies/", "//v1/sessies", "/v2/sessies", "/jan%00jansen", "/%ff%fe"):
        problem(app.test_client().get(path), 404, "niet-gevonden")


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "jansen"])
def test_a_method_that_does_not_exist_here(app: Flask, problem: Check, method: str) -> None:
    answer = app.test_client().open("/v1/zoekvragen", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    if method != "HEAD":
        problem(answer, 405, "methode-niet-toegestaan")


def test_head_is_a_get_without_its_body(app: Flask) -> None:
    for path in ("/v1/openapi.json", "/health/live"):
        answer = app.test_client().head(path)
        assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize("host", ["é", "a b", "[::1", "x" * 5000, "localhost:port", ""])
def test_a_strange_host_is_no_mistake_of_ours(app: Flask, host: str) -> None:
    assert app.test_client().get("/v1/openapi.json", headers={"Host": host}).status_code < 500


def test_strange_headers_are_no_mistake_of_ours(app: Flask) -> None:
    strange = "é" * 50 + "\x7f,;=\"'" + "x" * 5000
    names = ["Accept", "Accept-Encoding", "If-None-Match", "Cookie", "Content-Type", "Range", "X-CSRF-TOKEN", "Origin"]
    for path in ("/", "/v1/sessies/huidige", "/v1/openapi.json"):
        answer = app.test_client().get(path, headers=dict.fromkeys(names, strange))
        assert answer.status_code < 500
