"""Every screen that a role can reach by its menu is for everybody, and says whose it is."""

import pytest
from playwright.sync_api import expect

from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import ROLES, Bureau


@pytest.mark.parametrize("rol", [rol for rol in ROLES if rol != "agent"])
def test_every_screen_of_the_menu_is_for_everybody(bureau: Bureau, rol: str) -> None:
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
        voor_iedereen(page)
