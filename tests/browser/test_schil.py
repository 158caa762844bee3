"""The shell: it opens without a network, holds nothing about persons, and lives under a strict policy."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints, Server

Ask = Callable[[str], Page]

READ_CACHES = """async () => {
  const urls = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname);
  }
  return urls;
}"""


def wait_for_worker(page: Page) -> None:
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def test_the_shell_opens_without_a_network(officer: Page) -> None:
    wait_for_worker(officer)
    officer.context.set_offline(offline=True)
    officer.reload()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Geen verbinding")
    # Nothing was asked, so nothing is said of an answer.
    expect(officer.get_by_text("Je kunt nu nog niet zoeken.")).to_be_visible()
    expect(officer.get_by_text("Je vraag is niet beantwoord")).to_have_count(0)
    officer.context.set_offline(offline=False)
    # Reading one's own session is no search: it is tried again by itself when the network returns.
    expect(officer.get_by_label("Wie zoek je?")).to_be_visible()


def test_the_cache_holds_the_shell_and_nothing_else(ask: Ask) -> None:
    page = ask("vissering")
    wait_for_worker(page)
    page.get_by_role("button", name="geboren 1992").click()
    expect(page.locator(".kaart")).to_be_visible()
    kept = page.evaluate(READ_CACHES)
    assert "/" in kept
    assert any(url.endswith("/street/main.js") for url in kept)
    assert all(url == "/" or url.startswith("/a/") for url in kept), kept


def test_an_old_shell_goes_when_the_new_one_is_complete(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/health/live")
    page.evaluate("async () => { await (await caches.open('schil /a/oud/')).put('/a/oud/x', new Response('x')); }")
    page.goto(server.url)
    wait_for_worker(page)
    page.wait_for_function("async () => (await caches.keys()).length === 1 && !(await caches.has('schil /a/oud/'))")


def test_every_file_of_the_page_is_preloaded_and_hashed(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server.url)))
    page.goto(server.url)
    expect(page.get_by_label("Gebruikersnaam")).to_be_visible()
    modules = page.locator("link[rel=modulepreload]").evaluate_all("links => links.map((link) => link.href)")
    scripts = {url for url in asked if url.endswith(".js") and url != "/sw.js"}
    assert {url.removeprefix(server.url) for url in modules} == scripts
    assert len(scripts) <= 15
    assert all(url.startswith("/a/") for url in scripts)


def test_the_policy_leaves_no_way_in(page: Page, server: Server, complaints: Complaints) -> None:
    answer = page.goto(server.url)
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    refused = page.evaluate("""() => {
      try { document.body.innerHTML = '<b>x</b>'; return 'written'; } catch (error) { return error.name; }
    }""")
    assert refused == "TypeError"
    assert "TrustedHTML" in complaints.texts.pop()


def test_the_app_can_be_installed(page: Page, server: Server) -> None:
    page.goto(server.url)
    manifest = page.evaluate("async () => (await fetch('/manifest.webmanifest')).json()")
    assert manifest["display"] == "standalone"
    sizes = {icon["sizes"] for icon in manifest["icons"]}
    assert {"192x192", "512x512"} <= sizes
    for icon in manifest["icons"]:
        assert page.request.get(f"{server.url}{icon['src']}").status == 200
