"""Make a picture of every screen in var/screenshots, to be looked at: `python -m tests.browser.screenshots`."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, PHONE, Server, serve
from tests.browser.screens import SCREENS

FOLDER = Path(__file__).parents[2] / "var" / "screenshots"
DESK = {"width": 1280, "height": 800}


def take(browser: Browser, server: Server, size: Any, scheme: Any) -> None:
    for number, (name, way) in enumerate(SCREENS.items()):
        with browser.new_context(viewport=size, color_scheme=scheme, locale="nl-NL") as context:
            context.set_extra_http_headers({"X-Forwarded-For": f"198.51.100.{number}"})
            page = context.new_page()
            way(page, server)
            base = FOLDER / f"{name}-{size['width']}-{scheme}"
            page.screenshot(path=f"{base}.png")
            if name.startswith("kaart"):
                page.screenshot(path=f"{base}-geheel.png", full_page=True)
    sys.stdout.write(f"{size['width']} x {size['height']}, {scheme}: {len(SCREENS)} screens\n")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, chromium_sandbox=False, args=["--disable-gpu"])
        for server in serve(Path(folder)):
            for size in (PHONE, DESK):
                for scheme in ("light", "dark"):
                    take(browser, server, size, scheme)
        browser.close()


if __name__ == "__main__":
    main()
