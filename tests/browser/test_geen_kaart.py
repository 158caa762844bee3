"""No card: not known, no connection, no access and a failure are four answers, and look different."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import ROLES, Server

Ask = Callable[[str], Page]


def test_not_known(ask: Ask) -> None:
    page = ask("quackernack 1-1-1970")
    expect(page.get_by_role("heading", level=1)).to_have_text("Niet bekend")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("button", name="Pas de vraag aan").click()
    expect(page.get_by_label("Wie zoek je?")).to_have_value("quackernack 1-1-1970")


def test_somebody_else_after_not_known(ask: Ask) -> None:
    page = ask("quackernack 1-1-1970")
    page.get_by_role("button", name="Zoek iemand anders").click()
    expect(page.get_by_label("Wie zoek je?")).to_have_value("")


def test_no_connection_and_again(ask: Ask, officer: Page) -> None:
    officer.context.set_offline(offline=True)
    page = ask("hooglander 7-3-94")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen verbinding")
    expect(page.get_by_text("Dit betekent niet dat de persoon onbekend is.")).to_be_visible()
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_role("heading", level=1, name="Direct aanhouden")).to_be_visible()


@pytest.mark.parametrize("role", [role for role in ROLES if role != "agent"])
def test_any_other_role_works_at_the_desk(page: Page, server: Server, role: str) -> None:
    server.sign_in(page.context, role)
    page.goto(server.url)
    page.wait_for_url(f"{server.url}/bureau")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Werklijst|Begin"))
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()


def answer_with(page: Page, status: int, code: str, **rest: object) -> None:
    def answer(route: Route) -> None:
        problem = {"type": f"urn:veldwijzer:probleem:{code}", "title": "Titel", "status": status, **rest}
        route.fulfill(status=status, content_type="application/problem+json", body=json.dumps(problem))

    page.route("**/v1/zoekvragen", answer)


def test_access_that_was_taken_away(ask: Ask, officer: Page) -> None:
    answer_with(officer, 403, "geen-toegang", detail="U mag dit niet.")
    page = ask("hooglander 7-3-94")
    expect(page.get_by_role("heading", level=1)).to_have_text("Geen toegang")


def test_a_failure_of_the_service(ask: Ask, officer: Page) -> None:
    answer_with(officer, 503, "vastleggen-mislukt", detail="De vraag kon niet worden vastgelegd.")
    page = ask("hooglander 7-3-94")
    expect(page.get_by_role("heading", level=1)).to_have_text("Storing")
    expect(page.get_by_text("De vraag kon niet worden vastgelegd.")).to_be_visible()


def test_a_page_of_a_proxy_is_a_failure_too(ask: Ask, officer: Page) -> None:
    officer.route("**/v1/zoekvragen", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad"))
    page = ask("hooglander 7-3-94")
    expect(page.get_by_role("heading", level=1)).to_have_text("Storing")


def test_too_often_shows_how_long_to_wait(ask: Ask, officer: Page) -> None:
    answer_with(officer, 429, "te-veel-pogingen", detail="Te veel vragen.", wachtSeconden=3)
    page = ask("hooglander 7-3-94")
    expect(page.get_by_text("nog 3 s")).to_be_visible()
    button = page.get_by_role("button", name="Zoek", exact=True)
    expect(button).to_have_attribute("aria-disabled", "true")
    officer.unroute("**/v1/zoekvragen")
    expect(button).to_have_attribute("aria-disabled", "false")
    button.click()
    expect(page.locator(".kaart")).to_be_visible()
