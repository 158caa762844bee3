"""Signing out, sessions that end, and the back button: what was left is gone."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PASSWORD, Server
from tests.browser.test_vraag import fill_in

Ask = Callable[[str], Page]


def expect_no_card(page: Page) -> None:
    expect(page.get_by_text("ooglander")).to_have_count(0)
    assert "ooglander" not in page.content()


def test_signing_out_leaves_nothing_behind(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    expect_no_card(page)
    for _ in range(2):
        page.go_back()
        expect_no_card(page)
    page.go_forward()
    expect_no_card(page)
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    assert [cookie["name"] for cookie in page.context.cookies()] == []


def test_back_and_forward_never_bring_a_card_back(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Wie zoek je?")).to_be_visible()
    page.go_forward()
    expect(page.get_by_label("Wie zoek je?")).to_be_visible()
    expect(page.locator(".kaart")).to_have_count(0)


def test_a_new_question_starts_empty(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    page.get_by_role("button", name="Nieuwe vraag").click()
    expect(page.get_by_label("Wie zoek je?")).to_have_value("")
    expect(page.get_by_role("radio", name="Melding")).to_be_checked()
    expect_no_card(page)


def test_reloading_forgets_the_card(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Wie zoek je?")).to_have_value("")
    expect_no_card(page)


def test_coming_back_from_another_page_shows_no_card(ask: Ask, server: Server) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    page.goto(f"{server.url}/health/live")
    page.go_back()
    expect(page.get_by_label("Wie zoek je?")).to_be_visible()
    expect_no_card(page)


def test_an_access_token_that_ran_out_is_renewed_in_silence(ask: Ask, officer: Page) -> None:
    officer.context.clear_cookies(name="veldwijzer_toegang")
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()


def test_a_session_that_ended_says_so_and_keeps_the_question(ask: Ask, officer: Page) -> None:
    officer.context.clear_cookies()
    page = ask("hooglander 7-3-94")
    expect(page.get_by_text("Je sessie is verlopen")).to_be_visible()
    expect_no_card(page)
    fill_in(page, "agent", PASSWORD)
    expect(page.get_by_label("Wie zoek je?")).to_have_value("hooglander 7-3-94")
    page.keyboard.press("Enter")
    expect(page.locator(".kaart")).to_be_visible()


def test_a_kept_question_is_not_for_a_colleague(ask: Ask, officer: Page) -> None:
    officer.context.clear_cookies()
    page = ask("hooglander 7-3-94")
    fill_in(page, "collega", PASSWORD)
    expect(page.get_by_label("Wie zoek je?")).to_have_value("")


def test_a_card_goes_when_the_session_is_found_ended(ask: Ask, officer: Page) -> None:
    page = ask("vissering")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 mensen lijken hierop")
    officer.context.clear_cookies()
    page.get_by_role("button", name="geboren 1992").click()
    expect(page.get_by_text("Je sessie is verlopen")).to_be_visible()
    expect(page.get_by_text("Vissering")).to_have_count(0)


def test_signing_out_without_a_network_says_that_it_is_not_done(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    page.context.set_offline(offline=True)
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent nog niet afgemeld.")).to_be_visible()
    expect_no_card(page)
    page.context.set_offline(offline=False)
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()


def test_an_answer_that_comes_after_signing_out_is_not_shown(ask: Ask, officer: Page) -> None:
    held: list[Route] = []
    officer.route("**/v1/zoekvragen", lambda route: held.append(route))  # noqa: PLW0108 - a bound method of a list cannot be marked by playwright
    page = ask("hooglander 7-3-94")
    expect(page.get_by_text("Zoeken…")).to_be_visible()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_text("Je bent afgemeld.")).to_be_visible()
    for route in held:
        route.fulfill(json={"id": "1", "uitkomst": "onbekend"})
    page.wait_for_timeout(300)
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()


def test_an_answer_that_comes_after_going_back_is_not_shown(ask: Ask, officer: Page) -> None:
    page = ask("vissering")
    held: list[Route] = []
    officer.route("**/inzages", lambda route: held.append(route))  # noqa: PLW0108 - a bound method of a list cannot be marked by playwright
    page.get_by_role("button", name="geboren 1992").click()
    page.get_by_role("button", name="Zoek anders").click()
    expect(page.get_by_label("Wie zoek je?")).to_be_visible()
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page.locator(".kaart")).to_have_count(0)
    expect(page.get_by_role("button", name="Zoek", exact=True)).to_have_attribute("aria-disabled", "false")
