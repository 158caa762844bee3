"""How to get to each screen: for the checks that hold for all of them, and for the screenshots."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PASSWORD, Server

Way = Callable[[Page, Server], None]


def box(page: Page, server: Server) -> None:
    server.sign_in(page.context)
    page.goto(server.url)
    page.get_by_role("radio", name="Melding").check()


def asked(text: str, sign: str) -> Way:
    """Ask `text`, and wait for the element that shows that the answer is there."""

    def go(page: Page, server: Server) -> None:
        box(page, server)
        page.get_by_label("Wie zoek je?").fill(text)
        page.keyboard.press("Enter")
        expect(page.locator(sign).first).to_be_visible()

    return go


def opened(text: str, button: str) -> Way:
    def go(page: Page, server: Server) -> None:
        asked(text, ".kandidaten")(page, server)
        page.get_by_role("button", name=button).click()
        expect(page.locator(".kaart")).to_be_visible()

    return go


def refused(status: int, code: str, sign: str, **rest: object) -> Way:
    """What the real service answers only in need."""

    def go(page: Page, server: Server) -> None:
        problem = {"type": f"urn:veldwijzer:probleem:{code}", "title": "Titel", "status": status, **rest}

        def answer(route: Route) -> None:
            route.fulfill(status=status, content_type="application/problem+json", body=json.dumps(problem))

        page.route("**/v1/zoekvragen", answer)
        asked("hooglander 7-3-94", sign)(page, server)

    return go


def sign_in_screen(page: Page, server: Server) -> None:
    page.goto(server.url)
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()


def wrong_password(page: Page, server: Server) -> None:
    sign_in_screen(page, server)
    page.get_by_label("Gebruikersnaam").fill("vergeetachtig")
    page.get_by_label("Wachtwoord").fill(PASSWORD.upper())
    page.keyboard.press("Enter")
    expect(page.locator("#fout-wachtwoord")).to_be_visible()
    # A name may be tried in vain a few times only: make it forget.
    server.sign_in(page.context, "vergeetachtig")


def session_ended(page: Page, server: Server) -> None:
    box(page, server)
    page.context.clear_cookies()
    page.get_by_label("Wie zoek je?").fill("hooglander")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Je sessie is verlopen")).to_be_visible()


def typing(page: Page, server: Server) -> None:
    box(page, server)
    page.get_by_role("radio", name="Anders").check()
    page.get_by_text("Meldingsnummer toevoegen").click()
    page.get_by_label("Wie zoek je?").fill("fatima el idrissi rond 35")


def offline(page: Page, server: Server) -> None:
    box(page, server)
    page.context.set_offline(offline=True)
    page.get_by_label("Wie zoek je?").fill("hooglander 7-3-94")
    page.keyboard.press("Enter")
    expect(page.locator(".verbinding")).to_be_visible()


SCREENS: dict[str, Way] = {
    "aanmelden": sign_in_screen,
    "aanmelden-fout": wrong_password,
    "aanmelden-verlopen": session_ended,
    "zoeken": box,
    "zoeken-bezig": typing,
    "zoeken-verfijn": asked("meneer jan de vries", "#bericht"),
    "zoeken-fout": asked("hooglander 31-2-1990", "#fout-tekst"),
    "zoeken-wachten": refused(429, "te-veel-pogingen", ".teller", detail="Te veel vragen.", wachtSeconden=60),
    "kandidaten": asked("vissering", ".kandidaten"),
    "kandidaten-leeftijd": asked("meneer bram hooglander begin dertig", ".kandidaten"),
    "kandidaten-dag": asked("mevrouw pieter visering zes mei", ".kandidaten"),
    "kaart-aanhouden": asked("hooglander 7-3-94", ".kaart"),
    "kaart-alias": asked("bram de beer zeven maart vierennegentig", ".kaart"),
    "kaart-klinkt": opened("benthem juting 11-2-88", "Benthem"),
    "kaart-vol": asked("benthem jutting 2-11-88", ".kaart"),
    "kaart-corrigeren": opened("fatima el idrissi 1-1-90", "Fatima"),
    "kaart-leeg": opened("zonderwoud", "Zonderwoud"),
    "onbekend": asked("quackernack", ".onbekend"),
    "verbinding": offline,
    "toegang": refused(403, "geen-toegang", ".toegang"),
    "storing": refused(503, "vastleggen-mislukt", ".storing", detail="De vraag kon niet worden vastgelegd."),
}
