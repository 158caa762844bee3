"""The door on a real core: accounts, signed-in callers, and what the trail holds."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from api import logs
from api.assets import FOLDER, Assets
from api.wsgi import create_app
from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core
from app.register.importer import Importer, Listener
from app.store.tables.audit import auditrecord
from app.store.tables.register import persoon
from tests.bureau import PASSWORD, make_account


@dataclass
class Bearer:
    """A caller with a token and no cookies, as another system would be."""

    app: Flask
    token: str

    def send(self, method: str, path: str, **options: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        client = self.app.test_client(use_cookies=False)
        return client.open(path, method=method, headers=headers, **options)

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.send("GET", path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> TestResponse:
        return self.send("POST", path, json=body, **options)

    def put(self, path: str, body: Any = None, **options: Any) -> TestResponse:
        return self.send("PUT", path, json=body, **options)

    def patch(self, path: str, body: Any = None, **options: Any) -> TestResponse:
        return self.send("PATCH", path, json=body, **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self.send("DELETE", path, **options)

    def ask(self, **question: Any) -> TestResponse:
        return self.post("/v1/zoekvragen", {"reden": "melding", **question})


@pytest.fixture(scope="session")
def assets() -> Assets:
    """The client as it is in the repository; packing it takes a moment."""
    return Assets(FOLDER)


@pytest.fixture
def app(core: Core, assets: Assets) -> Flask:
    return create_app(core, assets=assets)


@pytest.fixture
def sign_in(app: Flask, core: Core) -> Callable[..., Bearer]:
    """Make an account of this role, once, and sign in."""

    def sign_in(rol: Rol = Rol.AGENT, *, naam: str | None = None, van: str | None = None) -> Bearer:
        gebruikersnaam = make_account(core, rol, naam=naam, van=van)
        body = {"gebruikersnaam": gebruikersnaam, "wachtwoord": PASSWORD}
        answer = app.test_client(use_cookies=False).post("/v1/sessies", json=body)
        assert answer.status_code == 201, answer.text
        return Bearer(app, answer.get_json()["toegangstoken"])

    return sign_in


@pytest.fixture
def agent(sign_in: Callable[..., Bearer]) -> Bearer:
    return sign_in(Rol.AGENT)


@pytest.fixture
def browser(app: Flask, core: Core) -> FlaskClient:
    """A signed-in browser: nothing but its cookies."""
    if not core.accounts.exists("agent"):
        core.accounts.create("agent", PASSWORD, Rol.AGENT)
    client = app.test_client()
    answer = client.post("/v1/sessies", json={"gebruikersnaam": "agent", "wachtwoord": PASSWORD})
    assert answer.status_code == 201, answer.text
    return client


@pytest.fixture
def csrf(browser: FlaskClient) -> Callable[[], str]:
    """What the page reads from its cookie and sends back as a header."""

    def csrf() -> str:
        cookie = browser.get_cookie("veldwijzer_csrf")
        assert cookie
        return cookie.value

    return csrf


@pytest.fixture
def records(core: Core) -> Callable[..., list[dict[str, Any]]]:
    """What the trail holds of an event, oldest first."""

    def records(event: Event) -> list[dict[str, Any]]:
        found = select(auditrecord).where(auditrecord.c.gebeurtenis == event.value).order_by(auditrecord.c.volgnummer)
        with core.engines.read.connect() as connection:
            return [dict(row._mapping) for row in connection.execute(found)]

    return records


class Lines(logging.StreamHandler[io.StringIO]):
    """What the service logs, as it would write it."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())
        self.setFormatter(logs.Formatter())
        self.addFilter(logs.NoRequestText())

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def lines() -> Iterator[Lines]:
    handler = Lines()
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def problem() -> Callable[..., dict[str, Any]]:
    """Check that an answer is a problem of this code, and return it."""

    def problem(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
        assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.text
        body: dict[str, Any] = answer.get_json()
        assert body["type"] == f"urn:veldwijzer:probleem:{code}"
        assert body["status"] == status
        assert body["title"]
        assert body["detail"]
        assert body.keys() <= {"type", "title", "status", "detail", "errors", "wachtSeconden", "mogelijkDubbel"}
        assert answer.headers["API-Version"] == "1.0.0"
        assert answer.headers["Cache-Control"] == "no-store"
        return body

    return problem


@pytest.fixture
def register(core: Core) -> dict[str, Any]:
    """Three invented persons on the street, through the importer: one apart, and two of one surname."""
    lines = [json.dumps(person | {"abonnementen": [ABONNEMENT]}).encode() for person in PERSONS]
    refused: list[Any] = []
    result = Importer(core.engines.write, core.trail, core.clock).run(lines, Listener(on_rejected=refused.append))
    assert (result.nieuw, refused) == (len(PERSONS), [])
    with core.engines.read.connect() as connection:
        return {row.extern_id: row.id for row in connection.execute(select(persoon.c.extern_id, persoon.c.id))}


PERSONS: list[dict[str, Any]] = [
    {
        "externId": "p-1",
        "persoon": {
            "voornamen": "Jan Pieter",
            "roepnaam": "Jan",
            "voorvoegsel": "van der",
            "geslachtsnaam": "Meulen",
            "geboorte": {"datum": "1994-03-07", "plaats": "Utrecht"},
            "geslacht": "man",
        },
    },
    {
        "externId": "p-2",
        "persoon": {"voornamen": "Fatima", "geslachtsnaam": "Jansen", "geboorte": {"datum": "1988-11-30"}},
    },
    {
        "externId": "p-3",
        "persoon": {"voornamen": "Kees", "geslachtsnaam": "Jansen", "geboorte": {"datum": "1971-01-15"}},
    },
]
ABONNEMENT = {
    "aanpak": "levensloop",
    "regime": "wgs",
    "veiligheidshuis": "Utrecht",
    "gemeente": "Utrecht",
    "doel": "voorkomen van herhaling",
    "status": "actief",
    "start": "2026-02-01",
    "toetsenVoor": "2027-02-01",
    "einde": "2028-02-01",
    "handelingskader": {"actie": "overleg_eerst", "kern": "Eerst bellen.", "regels": ["Bij geweld: aanhouden."]},
}
