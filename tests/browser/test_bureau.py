"""The shell of the desk and its kit: who comes in, what is never lost, and that it is for everybody.

Nothing here asks for a slice: a screen with one of everything (`proef.js`) stands in the place of the first one, and a
`Proef` answers for the service.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import PASSWORD, Bureau, Complaints, Server

SCREEN = Path(__file__).with_name("proef.js")
BEGIN = {
    "kern": "Eerst bellen.",
    "ziet": "",
    "actie": "overleg_eerst",
    "aard": "feit",
    "toetsenVoor": None,
    "eerste": False,
}
ROWS = [
    {"id": n, "naam": f"Persoon {n}", "stand": ("actief", "concept", "opgeschort")[n % 3], "dagen": n} for n in range(5)
]


@dataclass
class Proef:
    """The service of the trial screen: one thing with a version, and what it was asked."""

    inhoud: dict[str, Any] = field(default_factory=lambda: {**BEGIN, "regels": [{"tekst": "Bij geweld: bel 112."}]})
    versie: int = 1
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    # What to answer instead, once each: a status with a problem, or None for no answer at all.
    instead: list[tuple[int, dict[str, Any]] | None] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        asked = route.request
        path = asked.url.split("/v1/", 1)[1]
        body = asked.post_data_json if asked.post_data else None
        self.asked.append((asked.method, path, asked.headers, body))
        if self.instead:
            self._fail(route, self.instead.pop(0))
        elif path.startswith("rijen"):
            route.fulfill(json={"items": ROWS, "volgende": "verder"})
        elif asked.method == "GET" or asked.headers.get("if-match") == f'"{self.versie}"' or path == "proef/daden":
            if asked.method == "PUT":
                self.inhoud, self.versie = body, self.versie + 1
            route.fulfill(json=self.inhoud, headers={"ETag": f'"{self.versie}"'})
        else:
            self._fail(
                route, (412, {"type": "urn:veldwijzer:probleem:intussen-gewijzigd", "title": "Intussen gewijzigd"})
            )

    def _fail(self, route: Route, how: tuple[int, dict[str, Any]] | None) -> None:
        if how is None:
            return route.abort()
        status, problem = how
        return route.fulfill(status=status, content_type="application/problem+json", body=json.dumps(problem))

    def sent(self, method: str, path: str) -> list[tuple[dict[str, str], Any]]:
        return [(headers, body) for asked, where, headers, body in self.asked if (asked, where) == (method, path)]


@pytest.fixture
def proef() -> Proef:
    return Proef()


@pytest.fixture
def scherm(bureau: Bureau, proef: Proef, server: Server) -> Callable[..., Page]:
    """The trial screen, for somebody who may do nothing in particular."""

    def go(pad: str = "") -> Page:
        page = bureau("privacy", "nergens")
        page.route(
            "**/desk/begin.js", lambda route: route.fulfill(body=SCREEN.read_text(), content_type="text/javascript")
        )
        for where in ("proef", "proef/**", "rijen*"):
            page.route(f"**/v1/{where}", proef.answer)
        page.goto(f"{server.url}/bureau{pad}")
        expect(page.get_by_label("Kern")).to_be_visible()
        return page

    return go


def sign_in(page: Page, naam: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(naam)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")


# Who comes in


def test_a_deep_link_survives_signing_in(bureau: Bureau, server: Server) -> None:
    page = bureau("zsm")
    page.context.clear_cookies()
    page.goto(f"{server.url}/bureau/nergens/5?stand=actief")
    sign_in(page, "zsm")
    expect(page.get_by_role("heading", name="Niet gevonden")).to_be_visible()
    assert page.url == f"{server.url}/bureau/nergens/5?stand=actief"


def test_an_officer_is_sent_to_the_street_and_everybody_else_to_the_desk(bureau: Bureau, server: Server) -> None:
    page = bureau("agent", "abonnementen/5")
    expect(page.get_by_label("Wie zoek je?")).to_be_visible()
    assert page.url == f"{server.url}/"
    page.context.clear_cookies()
    page.goto(server.url)
    sign_in(page, "privacy")
    page.wait_for_url(f"{server.url}/bureau")


def test_nobody_goes_where_they_may_not(bureau: Bureau) -> None:
    page = bureau("privacy")
    page.evaluate("() => history.pushState(null, '', '/bureau/nergens')")
    page.evaluate("() => dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("alert").get_by_text("Dit scherm bestaat niet.")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Niet gevonden")).to_be_focused()
    voor_iedereen(page)


def test_signing_out_leaves_nothing(scherm: Callable[..., Page]) -> None:
    page = scherm()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    expect(page.get_by_text("Eerst bellen.")).to_have_count(0)
    page.go_back()
    assert "Eerst bellen." not in page.content()


def test_the_worker_of_the_phone_leaves_the_desk_alone(bureau: Bureau, server: Server) -> None:
    page = bureau("privacy")
    page.goto(f"{server.url}/health/live")
    page.context.clear_cookies()
    page.goto(server.url)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.goto(f"{server.url}/bureau")
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    kept = page.evaluate("""async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
    }""")
    assert [url for url in kept if "desk" in url or "bureau" in url] == []


# What is never lost


def test_remarks_stand_at_their_fields_and_the_summary_leads_there(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    errors = [
        {"pointer": "#/regels/0/tekst", "detail": "Dit woord kent de straat niet."},
        {"pointer": "#/onbekend", "detail": "Dit veld bestaat niet."},
    ]
    proef.instead.append((400, {"type": "urn:veldwijzer:probleem:ongeldige-invoer", "title": "Mis", "errors": errors}))
    page.get_by_label("Kern").fill("Anders.")
    page.keyboard.press("Control+s")
    summary = page.locator(".samenvatting")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Dit veld bestaat niet.")
    page.get_by_role("link", name="Regel 1: Dit woord kent de straat niet.").click()
    expect(page.get_by_role("textbox", name="Regel 1")).to_be_focused()
    described = page.get_by_role("textbox", name="Regel 1").get_attribute("aria-describedby") or ""
    heard = " ".join(page.locator(f"#{name}").inner_text() for name in described.split())
    assert "Dit woord kent de straat niet." in heard
    voor_iedereen(page)


def test_what_is_missing_or_too_long_is_said_before_anything_is_sent(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("a" * 141)
    expect(page.get_by_text("1 tekens te veel")).to_be_visible()
    page.get_by_role("button", name="Voeg een regel toe").click()
    expect(page.get_by_role("textbox", name="Regel 2")).to_be_focused()
    page.get_by_role("button", name="Bewaar de proef").click()
    expect(page.locator(".samenvatting li")).to_have_count(2)
    assert proef.sent("PUT", "proef") == []
    page.get_by_role("button", name="Haal regel 2 weg").click()
    expect(page.get_by_role("button", name="Voeg een regel toe")).to_be_focused()


def test_saving_names_the_version_and_a_second_try_bears_the_same_key(
    scherm: Callable[..., Page], proef: Proef
) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Anders.")
    proef.instead += [None, (503, {"detail": "Even niet."})]
    for said in ("Er kwam geen antwoord", "Even niet."):
        page.keyboard.press("Control+s")
        expect(page.locator(".samenvatting")).to_contain_text(said)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").get_by_text("De proef is bewaard.")).to_be_visible()
    (first, body), *others = proef.sent("PUT", "proef")
    assert (first["if-match"], body["kern"]) == ('"1"', "Anders.")
    assert {headers["idempotency-key"] for headers, _ in others} == {first["idempotency-key"]}
    page.get_by_label("Kern").fill("Nog anders.")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => document.querySelector('.bewaard').textContent.trim() === ''")
    later, _ = proef.sent("PUT", "proef")[-1]
    assert later["if-match"] == '"2"'
    assert later["idempotency-key"] != first["idempotency-key"]


def test_two_editors_of_one_thing_merge_field_by_field(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Van mij.")
    page.get_by_role("textbox", name="Regel 1").fill("Mijn regel.")
    proef.inhoud = proef.inhoud | {"kern": "Van de ander.", "actie": "direct_aanhouden"}
    proef.versie = 7
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name="Intussen gewijzigd")).to_be_focused()
    # Who alone changed something keeps it; what both changed is to be chosen.
    expect(page.get_by_role("group", name="Regels").get_by_label("Wat jij invulde")).to_be_checked()
    expect(page.get_by_role("group", name="Actie").get_by_label("Wat er nu staat")).to_be_checked()
    page.get_by_role("button", name="Bewaar de keuze").click()
    expect(page.get_by_text("Kies wat het wordt.")).to_be_visible()
    voor_iedereen(page)
    page.get_by_role("group", name="Kern").get_by_label("Wat jij invulde").check()
    page.get_by_role("button", name="Bewaar de keuze").click()
    expect(page.get_by_role("status").get_by_text("De proef is bewaard.")).to_be_visible()
    assert proef.versie == 8
    assert (proef.inhoud["kern"], proef.inhoud["actie"]) == ("Van mij.", "direct_aanhouden")
    assert proef.inhoud["regels"] == [{"tekst": "Mijn regel."}]
    assert proef.sent("PUT", "proef")[-1][0]["if-match"] == '"7"'


def test_a_newer_version_that_changed_nothing_of_mine_asks_nothing(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Van mij.")
    proef.versie = 7
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").get_by_text("De proef is bewaard.")).to_be_visible()
    assert [headers["if-match"] for headers, _ in proef.sent("PUT", "proef")] == ['"1"', '"7"']
    assert proef.inhoud["kern"] == "Van mij."


def test_a_draft_is_kept_at_the_service_while_one_types(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm("?concept=ja")
    page.get_by_label("Kern").fill("Half af")
    expect(page.get_by_text(re.compile(r"Bewaard om \d\d:\d\d"))).to_be_visible()
    assert [body["kern"] for _, body in proef.sent("PUT", "proef/concept")] == ["Half af"]
    # A tab that closes a moment after the last letter.
    page.get_by_label("Kern").fill("Half af, en nog iets")
    page.close(run_before_unload=False)
    assert proef.inhoud["kern"] in ("Half af", "Half af, en nog iets")


def test_a_draft_leaves_when_the_screen_does(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm("?concept=ja")
    page.get_by_label("Kern").fill("Half af")
    page.get_by_role("link", name="Elders").click()
    expect(page.get_by_text("Dit scherm bestaat niet.")).to_be_visible()
    page.wait_for_timeout(300)
    assert [body["kern"] for _, body in proef.sent("PUT", "proef/concept")] == ["Half af"]


def test_what_was_typed_survives_another_screen_and_a_session_that_ends(
    scherm: Callable[..., Page], proef: Proef
) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Van mij.")
    page.get_by_role("link", name="Elders").click()
    expect(page.get_by_text("Dit scherm bestaat niet.")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Kern")).to_have_value("Van mij.")
    expect(page.get_by_text("Dit had je al getypt en nog niet bewaard.")).to_be_visible()
    proef.instead += [(401, {"type": "urn:veldwijzer:probleem:sessie-verlopen"})] * 2
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Je sessie is verlopen.")).to_be_visible()
    assert "Van mij." not in page.content()
    sign_in(page, "privacy")
    expect(page.get_by_label("Kern")).to_have_value("Van mij.")
    assert page.evaluate("() => sessionStorage.length + localStorage.length") == 0


def test_a_draft_that_got_no_answer_is_asked_about_kept_and_sent_again(
    scherm: Callable[..., Page], proef: Proef
) -> None:
    page = scherm("?concept=ja")
    proef.instead += [None] * 3
    page.get_by_label("Kern").fill("Zonder net")
    expect(page.get_by_text("Nog niet bewaard. Er kwam geen antwoord")).to_be_visible()
    question = page.get_by_role("dialog", name="Dit is nog niet bewaard")
    page.get_by_role("link", name="Elders").click()
    expect(question.get_by_role("button", name="Blijf hier")).to_be_focused()
    voor_iedereen(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Kern")).to_have_value("Zonder net")
    page.get_by_role("link", name="Elders").click()
    question.get_by_role("button", name="Ga toch weg").click()
    expect(page.get_by_text("Dit scherm bestaat niet.")).to_be_visible()
    proef.instead.clear()
    page.go_back()
    expect(page.get_by_label("Kern")).to_have_value("Zonder net")
    expect(page.get_by_text(re.compile(r"Bewaard om \d\d:\d\d"))).to_be_visible()
    assert proef.inhoud["kern"] == "Zonder net"


def test_a_draft_goes_by_itself_when_the_network_is_back(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm("?concept=ja")
    proef.instead.append(None)
    page.get_by_label("Kern").fill("Zonder net")
    expect(page.get_by_text("Nog niet bewaard. Er kwam geen antwoord")).to_be_visible()
    page.evaluate("() => dispatchEvent(new Event('online'))")
    expect(page.get_by_text(re.compile(r"Bewaard om \d\d:\d\d"))).to_be_visible()
    assert proef.inhoud["kern"] == "Zonder net"


def test_what_was_typed_is_not_for_somebody_else(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Van mij.")
    proef.instead += [(401, {"type": "urn:veldwijzer:probleem:sessie-verlopen"})] * 2
    page.keyboard.press("Control+s")
    sign_in(page, "zsm")
    expect(page.get_by_label("Kern")).to_have_value("Eerst bellen.")


def test_a_tab_that_one_comes_back_to_is_of_who_is_signed_in_now(scherm: Callable[..., Page], server: Server) -> None:
    page = scherm()
    page.get_by_label("Kern").fill("Van mij.")
    server.sign_in(page.context, "zsm")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("banner").get_by_text("zsm", exact=True)).to_be_visible()
    expect(page.get_by_label("Kern")).to_have_value("Eerst bellen.")
    page.context.clear_cookies()
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    assert "Eerst bellen." not in page.content()


def test_the_browser_asks_before_a_tab_with_unsaved_work_goes(scherm: Callable[..., Page]) -> None:
    page = scherm()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_label("Kern").press_sequentially("x")
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_role("dialog", name="Je hebt nog niet alles bewaard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Afmelden")).to_be_focused()


# The keyboard, lists and failures


def test_the_palette_goes_anywhere_and_does_anything(scherm: Callable[..., Page]) -> None:
    page = scherm()
    page.get_by_label("Kern").focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Typ wat je zoekt")).to_be_focused()
    voor_iedereen(page)
    page.keyboard.press("Escape")
    expect(page.get_by_label("Kern")).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.type("verborg")
    page.keyboard.press("Enter")
    question = page.get_by_role("dialog", name="Weet je het zeker?")
    expect(question).to_be_visible()
    voor_iedereen(page)
    question.get_by_role("button", name="Ja, doe het").click()
    expect(question).to_have_count(0)
    expect(page.get_by_role("status").get_by_text("Zeker.")).to_be_visible()
    page.keyboard.press("Control+/")
    expect(page.get_by_role("dialog", name="Sneltoetsen")).to_contain_text("Bewaar de proef")
    voor_iedereen(page)


def test_a_dialog_begins_at_its_field_and_does_not_go_without_asking(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_role("button", name="Maak een einde").press("Enter")
    dialog = page.get_by_role("dialog", name="Einde van de proef")
    expect(dialog.get_by_label("Waarom")).to_be_focused()
    page.keyboard.type("De aanpak is klaar")
    for _ in range(3):
        page.keyboard.press("Escape")
        expect(dialog.get_by_role("button", name="Ga verder")).to_be_focused()
        page.keyboard.press("Escape")
        expect(dialog.get_by_label("Waarom")).to_be_focused()
    dialog.get_by_role("button", name="Sluit", exact=True).click()
    voor_iedereen(page)
    dialog.get_by_role("button", name="Ga verder").click()
    expect(dialog.get_by_label("Waarom")).to_have_value("De aanpak is klaar")
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name="Sluit en gooi weg").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Maak een einde")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_label("Waarom")).to_have_value("")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert proef.sent("POST", "proef/daden") == []


def test_what_cannot_be_undone_is_done_by_its_own_button_only(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_role("button", name="Maak een einde").click()
    dialog = page.get_by_role("dialog", name="Einde van de proef")
    act = dialog.get_by_role("button", name="Beëindig voorgoed")
    for key in ("Control+s", "Enter"):
        dialog.get_by_label("Waarom").fill("De aanpak is klaar")
        page.keyboard.press(key)
        expect(act).to_be_focused()
        assert proef.sent("POST", "proef/daden") == []
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert [body for _, body in proef.sent("POST", "proef/daden")] == [{"reden": "De aanpak is klaar"}]


def test_filters_and_pages_stand_in_the_address(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    page.get_by_role("link", name="Volgende").click()
    page.wait_for_url("**/bureau?na=verder")
    page.get_by_label("Stand", exact=True).select_option("actief")
    page.wait_for_url("**/bureau?stand=actief")
    page.get_by_label("Alleen te laat").check()
    page.wait_for_url("**/bureau?stand=actief&laat=true")
    page.get_by_role("columnheader").get_by_role("link", name="Stand").click()
    page.wait_for_url("**/bureau?stand=actief&laat=true&volgorde=stand")
    expect(page.get_by_role("columnheader", name="Stand")).to_have_attribute("aria-sort", "ascending")
    page.reload()
    expect(page.get_by_label("Stand", exact=True)).to_have_value("actief")
    assert [path for _, path, _, _ in proef.asked if path.startswith("rijen")][
        -1
    ] == "rijen?stand=actief&laat=true&volgorde=stand"
    page.get_by_role("button", name="Wis filters").click()
    page.wait_for_url("**/bureau?volgorde=stand")


def test_the_screen_with_everything_is_for_everybody(scherm: Callable[..., Page]) -> None:
    page = scherm()
    voor_iedereen(page)
    page.set_viewport_size({"width": 360, "height": 640})
    # A narrow table is a pile of cards, and still a table to who listens.
    expect(page.get_by_role("row", name="Persoon 0").get_by_role("cell").first).to_contain_text("Actief")
    expect(page.locator(".celkop").first).to_be_visible()


def test_the_keyboard_reaches_the_content_first(scherm: Callable[..., Page]) -> None:
    page = scherm()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("Tab")
    # Wherever the browser starts, the first stop of the page is the way past the menu.
    page.locator(".naar-inhoud").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (None, "Geen verbinding"),
        ((403, {}), "Geen toegang"),
        ((404, {}), "Niet gevonden"),
        ((409, {"detail": "Er staat nog een bezwaar open."}), "Er staat nog een bezwaar open."),
        ((428, {}), "Dit scherm is niet actueel"),
        ((503, {}), "Storing"),
    ],
    ids=["none", "403", "404", "409", "428", "503"],
)
def test_each_failure_has_its_own_words_and_a_second_try(
    scherm: Callable[..., Page], proef: Proef, how: tuple[int, dict[str, Any]] | None, said: str
) -> None:
    page = scherm()
    page.get_by_role("button", name="Doe iets").focus()
    proef.instead.append(how)
    page.get_by_role("link", name="Volgende").click()
    wrong = page.get_by_role("alert").filter(has_text=said)
    expect(wrong).to_be_visible()
    if how is not None and how[0] in (403, 404):
        # Asking again would bring the same answer.
        expect(wrong.get_by_role("button")).to_have_count(0)
        return
    wrong.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_role("table")).to_be_visible()


def test_a_button_does_its_act_once(scherm: Callable[..., Page], proef: Proef) -> None:
    page = scherm()
    proef.instead.append(None)
    button = page.get_by_role("button", name="Doe iets")
    button.dblclick()
    expect(page.get_by_role("alert").get_by_text("Er kwam geen antwoord")).to_be_visible()
    button.click()
    expect(page.get_by_role("status").get_by_text("Gedaan.")).to_be_visible()
    keys = {headers["idempotency-key"] for headers, _ in proef.sent("POST", "proef/daden")}
    assert len(keys) == 1


def test_a_screen_that_cannot_be_read_does_not_take_the_others_with_it(bureau: Bureau, complaints: Complaints) -> None:
    page = bureau("privacy", "nergens")
    page.route(
        "**/desk/begin.js", lambda route: route.fulfill(body="export default 1 +;", content_type="text/javascript")
    )
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("alert").get_by_text("Er ging iets mis in dit scherm")).to_be_visible()
    page.get_by_role("button", name="Sneltoetsen").click()
    expect(page.get_by_role("dialog", name="Sneltoetsen")).to_be_visible()
    assert "Unexpected token" in complaints.texts.pop()
