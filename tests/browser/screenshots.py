"""Make a picture of every screen in var/screenshots, to be looked at: `python -m tests.browser.screenshots [NAME...]`.

With the beginning of names, only those screens. The desk's have a name that begins with `bureau-`.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.bureau_screens import schermen, vul
from tests.browser.conftest import CHROMIUM, OFFICE, PHONE, Server, serve
from tests.browser.screens import SCREENS, Way

FOLDER = Path(__file__).parents[2] / "var" / "screenshots"
TABLET = {"width": 768, "height": 1024}
DESK_SIZES = ((OFFICE, "light"), (OFFICE, "dark"), (TABLET, "light"), (PHONE, "light"))
PHONE_SIZES = tuple((size, scheme) for size in (PHONE, OFFICE) for scheme in ("light", "dark"))


def at(naam: str, pad: str) -> Way:
    """The way to a screen of the desk: sign in as `naam`, and open it."""

    def go(page: Page, server: Server) -> None:
        server.sign_in(page.context, naam)
        page.goto(f"{server.url}/bureau/{pad}".rstrip("/"))
        page.locator("#inhoud h1, .misging").first.wait_for()
        page.wait_for_load_state("networkidle")

    return go


def take(browser: Browser, server: Server, screens: dict[str, Way], size: Any, scheme: Any) -> None:
    for number, (name, way) in enumerate(screens.items()):
        with browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL") as context:
            context.set_extra_http_headers({"X-Forwarded-For": f"198.51.100.{number}"})
            page = context.new_page()
            way(page, server)
            base = FOLDER / f"{name}-{size['width']}-{scheme}"
            page.screenshot(path=f"{base}.png")
            if name.startswith(("kaart", "bureau-")):
                page.screenshot(path=f"{base}-geheel.png", full_page=True)
    sys.stdout.write(f"{size['width']} x {size['height']}, {scheme}: {len(screens)} screens\n")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = tuple(sys.argv[1:]) or ("",)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=["--disable-gpu"])
        for server in serve(Path(folder)):
            street = {name: way for name, way in SCREENS.items() if name.startswith(wanted)}
            for size, scheme in PHONE_SIZES if street else ():
                take(browser, server, street, size, scheme)
            with server.core() as core:
                places = schermen(vul(core))
            desk = {f"bureau-{name}": at(*place) for name, place in places.items()}
            desk = {name: way for name, way in desk.items() if name.startswith(wanted)}
            for size, scheme in DESK_SIZES if desk else ():
                take(browser, server, desk, size, scheme)
        browser.close()


if __name__ == "__main__":
    main()
