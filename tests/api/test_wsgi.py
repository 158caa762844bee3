"""How the door is put together by its settings."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, request

from api.assets import Assets
from api.wsgi import create_app
from app.clock import Clock
from app.config import Reden, Settings
from app.core import Core, build


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    return f"sqlite:///{sqlite_template}"


def origin_seen_by(app: Flask, forwarded: str) -> str:
    app.add_url_rule("/herkomst", view_func=lambda: str(request.remote_addr))
    return app.test_client().get("/herkomst", headers={"X-Forwarded-For": forwarded}).text


def test_a_caller_cannot_say_where_it_comes_from(core: Core, assets: Assets) -> None:
    assert origin_seen_by(create_app(core, assets=assets), "10.1.2.3") == "127.0.0.1"


@pytest.mark.parametrize(("proxies", "seen"), [(1, "10.0.0.2"), (2, "10.0.0.1"), (5, "127.0.0.1")])
def test_as_many_proxies_are_believed_as_there_are(
    settings: Settings, clock: Clock, assets: Assets, proxies: int, seen: str
) -> None:
    core = build(replace(settings, proxies=proxies), clock=clock)
    assert origin_seen_by(create_app(core, assets=assets), "1.1.1.1, 10.0.0.1, 10.0.0.2") == seen
    core.close()


def test_each_region_has_its_own_reasons(settings: Settings, clock: Clock, assets: Assets) -> None:
    codes = {}
    for code in ("een", "twee"):
        core = build(replace(settings, redenen=(Reden(code, code.title()),)), clock=clock)
        description = create_app(core, assets=assets).test_client().get("/v1/openapi.json").get_json()
        codes[code] = description["components"]["schemas"]["Zoekvraag"]["properties"]["reden"]["enum"]
        core.close()
    assert codes == {"een": ["een"], "twee": ["twee"]}
