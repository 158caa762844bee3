"""Chromium against the real service: gunicorn, a database of its own, and an account for every role.

The street is tested on a screen of the size of a phone (`page`, `officer`), the desk on that of an office (`bureau`).
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from app.access.passwords import Passwords
from app.access.rules import Rol
from app.config import load
from app.core import Core, build
from tests.browser import people
from tests.bureau import make_organisatie

ROOT = Path(__file__).parents[2]
PHONE = {"width": 360, "height": 640}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PASSWORD = "een-lange-zin-voor-de-proef"
ROLES = ("agent", "politiebeheer", "zvh", "partner", "pga_expert", "zsm", "privacy", "beheer")
# Sign-in attempts are counted by name: a test that fails to sign in on purpose has a name of its own.
ACCOUNTS = {role: role for role in ROLES} | {"vergeetachtig": "agent", "collega": "agent"}
# And more people at the desk: a second one of the ZVH, and one of each of two partners.
ACCOUNTS |= {"zvh-collega": "zvh", "ggz": "partner", "gemeente": "partner", "zvh-elders": "zvh"}
ORGANISATIES = {
    "politiebeheer": ("Politie Midden-Nederland", "politie"),
    "zvh": ("ZVH Utrecht", "veiligheidshuis"),
    "zvh-collega": ("ZVH Utrecht", "veiligheidshuis"),
    "zvh-elders": ("ZVH Flevoland", "veiligheidshuis"),
    "pga_expert": ("Gemeente Zeist", "gemeente"),
    "gemeente": ("Gemeente Utrecht", "gemeente"),
    "ggz": ("GGZ Utrecht", "partner"),
    "partner": ("Reclassering Utrecht", "partner"),
}
PATIENCE = 30
CHEAP = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass(frozen=True)
class Server:
    url: str
    environment: dict[str, str]

    def sign_in(self, context: BrowserContext, name: str = "agent") -> None:
        answer = context.request.post(f"{self.url}/v1/sessies", data={"gebruikersnaam": name, "wachtwoord": PASSWORD})
        assert answer.status == 201, answer.text()

    @contextmanager
    def core(self) -> Iterator[Core]:
        """The service's own insides, for putting something into its database; see `tests/bureau.py`."""
        built = build(load(self.environment), passwords=CHEAP)
        try:
            yield built
        finally:
            built.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def veldwijzer(environment: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "-c", "from app.commands import main; main()", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True, timeout=120)


def make_accounts(environment: dict[str, str]) -> None:
    """In one go, and with the cheapest argon2id: these tests sign in often, and are about something else."""
    core = build(load(environment), passwords=CHEAP)
    for naam, soort in ORGANISATIES.values():
        make_organisatie(core, naam, soort=soort, email="post@voorbeeld.example")
    for name, role in ACCOUNTS.items():
        core.accounts.create(name, PASSWORD, Rol(role), ORGANISATIES.get(name, (None,))[0])
    core.close()


def wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urlopen(f"{url}/health/ready", timeout=2) as answer:  # noqa: S310 - our own loopback address
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the service did not become ready")


def serve(folder: Path, database_url: str = "") -> Iterator[Server]:
    """The service on a free port with a register of its own, until the caller is done; SQLite unless told otherwise."""
    port = free_port()
    environment = os.environ | {
        "VAR_DIR": str(folder / "var"),
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "VELDWIJZER_COOKIE_SECURE": "nee",
        "VELDWIJZER_WORKERS": "1",
        "VELDWIJZER_LOG_LEVEL": "WARNING",
        # Each test is an officer on a network of its own: sign-ins are counted by address as well.
        "VELDWIJZER_PROXIES": "1",
    }
    people.write(folder / "register.jsonl")
    veldwijzer(environment, "import", str(folder / "register.jsonl"))
    make_accounts(environment)
    command = [sys.executable, "-c", "from app.commands import main; main()", "serve"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log) as process,
    ):
        url = f"http://localhost:{port}"
        try:
            wait_until_ready(url, process)
            yield Server(url, environment)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from serve(tmp_path_factory.mktemp("service"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def beide(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The service on each of the two databases, for what must be seen to work on both."""
    folder = tmp_path_factory.mktemp(str(request.param))
    url = request.getfixturevalue("postgresql_for_the_run") if request.param == "postgresql" else ""
    yield from serve(folder, url)


@pytest.fixture(scope="session")
def base_url(server: Server) -> str:
    return server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    flags = ["quic", "background-networking", "component-update", "sync", "gpu"]
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "chromium_sandbox": False,
        "args": ["--no-first-run", *(f"--disable-{flag}" for flag in flags)],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "viewport": PHONE,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "has_touch": True,
        "is_mobile": True,
    }


@dataclass
class Complaints:
    """What the browser had to say. An answer that is not 200 is named there too, and is no fault."""

    texts: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.texts.append(message.text)


ADDRESSES = (f"192.0.{net}.{number}" for net in (2, 3, 4, 5) for number in range(1, 255))


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.set_extra_http_headers({"X-Forwarded-For": next(ADDRESSES)})
    return context


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def page(page: Page, complaints: Complaints) -> Iterator[Page]:
    """No test passes with a script error or a refusal by the Content-Security-Policy."""
    page.set_default_timeout(10_000)
    page.on("console", complaints.hear)
    page.on("pageerror", lambda error: complaints.texts.append(str(error)))
    yield page
    assert complaints.texts == []


OFFICE = {"width": 1280, "height": 800}
# A form that is not saved asks before the page goes; a test that ends there need not answer.
EXPECTED = ("Blocked attempt to show a 'beforeunload'",)
Bureau = Callable[..., Page]


@pytest.fixture
def bureau(browser: Browser, server: Server, complaints: Complaints) -> Iterator[Bureau]:
    """`bureau("zvh")`: a browser of one's own at the desk, signed in; `op` is another service, `pad` below /bureau."""
    contexts: list[BrowserContext] = []

    def go(naam: str, pad: str = "", *, op: Server | None = None, scherm: ViewportSize | None = None) -> Page:
        there = op or server
        context = browser.new_context(viewport=scherm or OFFICE, locale="nl-NL", timezone_id="Europe/Amsterdam")
        contexts.append(context)
        context.set_extra_http_headers({"X-Forwarded-For": next(ADDRESSES)})
        there.sign_in(context, naam)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", complaints.hear)
        page.on("pageerror", lambda error: complaints.texts.append(str(error)))
        page.goto(f"{there.url}/bureau/{pad}".rstrip("/"))
        return page

    yield go
    for context in contexts:
        context.close()
    assert [text for text in complaints.texts if not text.startswith(EXPECTED)] == []


@pytest.fixture
def officer(page: Page, server: Server) -> Page:
    """An officer who is signed in, has chosen a reason, and has the search box before them."""
    server.sign_in(page.context)
    page.goto(server.url)
    page.get_by_role("radio", name="Melding").check()
    return page


@pytest.fixture
def ask(officer: Page) -> Callable[[str], Page]:
    def ask(text: str) -> Page:
        officer.get_by_label("Wie zoek je?").fill(text)
        officer.get_by_role("button", name="Zoek", exact=True).click()
        return officer

    return ask
