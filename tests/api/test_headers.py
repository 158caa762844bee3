"""What every answer carries, a refusal as well."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from api.wsgi import create_app
from app.clock import Clock
from app.config import Settings
from app.core import build


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    return f"sqlite:///{sqlite_template}"


PATHS = ["/", "/v1/openapi.json", "/v1/zoekvragen", "/v1/sessies/huidige", "/health/live", "/bestaat-niet", "/sw.js"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(app: Flask, path: str) -> None:
    headers = app.test_client().get(path).headers
    expected = {
        "API-Version": "1.0.0",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'; trusted-types veldwijzer-sw"
        ),
    }
    assert {name: headers.get(name) for name in expected} == expected
    assert {name: len(headers.getlist(name)) for name in expected} == dict.fromkeys(expected, 1)
    assert "Permissions-Policy" in headers
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith(("/v1", "/best"))])
def test_answers_about_people_are_kept_nowhere(app: Flask, path: str) -> None:
    assert app.test_client().get(path).headers.getlist("Cache-Control") == ["no-store"]


def test_https_is_insisted_on_where_it_is_used(settings: Settings, clock: Clock) -> None:
    core = build(replace(settings, cookie_secure=True), clock=clock)
    headers = create_app(core).test_client().get("/health/live").headers
    core.close()
    assert headers["Strict-Transport-Security"] == "max-age=63072000"
