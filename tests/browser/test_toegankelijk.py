"""For everybody, in the dark and in the sun, with one thumb, with a keyboard, and with large text."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.bureau import AXE, OVERFLOW, RUN_AXE, SCHEMES
from tests.browser.conftest import PASSWORD, PHONE, Server
from tests.browser.screens import SCREENS

SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, input, summary, select, textarea')]
  .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < 48 || height < 48))
  .map(([html, { width, height }]) => `${width} x ${height}: ${html}`)"""
# The card in the order of the design: what to do, who, bejegening, whom to call, how sure.
FIVE_POINTS = (".handelen", ".wie", ".bejegening", ".bel", ".zeker")


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_for_everybody(page: Page, server: Server, screen: str) -> None:
    """One visit for all that must hold everywhere; each complaint says what it is about."""
    page.emulate_media(reduced_motion="reduce")
    SCREENS[screen](page, server)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN_AXE) == [], scheme
    assert page.evaluate(SMALL_TARGETS) == [], "too small for a cold thumb"
    assert page.evaluate(OVERFLOW) <= 0
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate(OVERFLOW) <= 0, "at twice the text size"
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate(OVERFLOW) <= 0, "at 320 px, which is 1280 px at 400 %"


@pytest.mark.parametrize("card", [screen for screen in SCREENS if screen.startswith("kaart")])
def test_the_five_points_stand_on_one_screen_in_order(page: Page, server: Server, card: str) -> None:
    SCREENS[card](page, server)
    assert page.evaluate("() => scrollY") == 0
    bar = page.get_by_role("navigation").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= PHONE["height"]
    top = 0.0
    for point in FIVE_POINTS:
        place = page.locator(point).first.bounding_box()
        assert place is not None, point
        assert place["y"] >= top, point
        assert place["y"] + place["height"] <= bar["y"], point
        top = place["y"]


def test_the_action_is_the_largest_text_of_the_card(page: Page, server: Server) -> None:
    SCREENS["kaart-aanhouden"](page, server)
    sizes = page.evaluate("""() => [...document.querySelectorAll('.kaart *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .map((element) => [parseFloat(getComputedStyle(element).fontSize), element.tagName])""")
    largest, tag = max(sizes)
    assert tag == "H1"
    assert [size for size, _ in sizes].count(largest) == 1


def test_the_keyboard_is_enough(page: Page, server: Server) -> None:
    page.goto(server.url)
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()
    page.keyboard.type("agent")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Wie zoek je?")).to_be_focused()
    page.keyboard.type("vissering")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="Melding")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="geboren 1992")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".handelen")).to_be_focused()
    page.keyboard.press("Tab")
    call = page.locator("a.bel")
    expect(call).to_be_focused()
    assert call.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.get_by_role("button", name="Afmelden").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()


def test_a_screen_reader_hears_what_to_do_first(page: Page, server: Server) -> None:
    SCREENS["kaart-vol"](page, server)
    focused = page.locator(".handelen")
    expect(focused).to_be_focused()
    names = (focused.get_attribute("aria-labelledby") or "").split()
    heard = " ".join(page.locator(f"#{name}").inner_text() for name in names)
    assert heard.startswith("Verouderd: overleg eerst")
    assert "Direct aanhouden" in heard or "DIRECT AANHOUDEN" in heard
    assert page.evaluate("() => document.documentElement.lang") == "nl"


def test_nothing_moves_for_who_asked_for_rest(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    SCREENS["kaart-aanhouden"](page, server)
    moving = page.evaluate("() => document.getAnimations().length")
    assert moving == 0
