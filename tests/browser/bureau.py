"""What must hold for every screen of the desk: for a keyboard, a screen reader, large text, a tablet and the dark."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, ViewportSize, expect

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN_AXE = """async () => {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
}"""
OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 2.5.8: 24 px, links within a sentence excepted. What cannot be seen or clicked (a hidden input under its label,
# the way past the menu until it has the focus) is no target, and the target of the link of a row is the whole row.
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, input, summary, select, textarea')]
  .filter((element) => !element.matches('p a, dd a, .naar-inhoud, .rijlink') && element.checkVisibility())
  .map((element) => [element.outerHTML.slice(0, 90), element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < 23.5 || height < 23.5))
  .map(([html, { width, height }]) => `${width} x ${height}: ${html}`)"""
# What sticks out, so that a failure says where to look.
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 90)).slice(0, 5)"""
# 320 by 256 is a screen of 1280 by 1024 at 400 %.
SIZES: tuple[ViewportSize, ...] = (
    {"width": 768, "height": 1024},
    {"width": 360, "height": 640},
    {"width": 320, "height": 256},
)


def voor_iedereen(page: Page) -> None:
    """Assert all of it on the screen as it stands; the size of the window is put back afterwards."""
    # A screen that is still being filled is nobody's screen yet.
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    before = page.viewport_size
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate(RUN_AXE) == [], scheme
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    small = page.evaluate(SMALL_TARGETS)
    assert small == [], f"smaller than 24 px: {small}"
    assert page.evaluate(OVERFLOW) <= 0, page.evaluate(WIDE)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate(OVERFLOW) <= 0, ("at twice the text size", page.evaluate(WIDE))
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    for size in SIZES:
        page.set_viewport_size(size)
        assert page.evaluate(OVERFLOW) <= 0, (size, page.evaluate(WIDE))
    assert page.evaluate(RUN_AXE) == [], "at 400 %"
    if before:
        page.set_viewport_size(before)
