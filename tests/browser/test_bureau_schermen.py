"""Every screen of the desk, with something on it, is for everybody; and all of a menu opens for who sees it."""

import pytest
from playwright.sync_api import expect

from tests.browser.bureau import voor_iedereen
from tests.browser.bureau_screens import Vulling, schermen, vul
from tests.browser.conftest import ROLES, Bureau, Server

NAMES = schermen(Vulling(0, 0, 0, 0, 0))


@pytest.fixture(scope="module")
def vulling(server: Server) -> Vulling:
    with server.core() as core:
        return vul(core)


@pytest.mark.parametrize("naam", NAMES)
def test_every_screen_is_for_everybody(bureau: Bureau, vulling: Vulling, naam: str) -> None:
    page = bureau(*schermen(vulling)[naam])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".bezig-laden")).to_have_count(0)
    assert (page.locator(".misging").count() > 0) == (naam == "niet-gevonden")
    assert "Bensalem" not in page.title()
    voor_iedereen(page)


@pytest.mark.parametrize("rol", [rol for rol in ROLES if rol != "agent"])
def test_every_screen_of_the_menu_opens(bureau: Bureau, rol: str) -> None:
    page = bureau(rol, "nergens")
    menu = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    expect(menu.first).to_be_visible()
    for number in range(menu.count()):
        menu.nth(number).click()
        expect(menu.nth(number)).to_have_attribute("aria-current", "page")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        expect(page.locator(".bezig-laden")).to_have_count(0)
        expect(page.locator(".misging")).to_have_count(0)
        assert page.title().endswith(" · Veldwijzer")
