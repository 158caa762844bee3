"""From signing in to the straatkaart."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD, Server

Ask = Callable[[str], Page]


def fill_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Aanmelden").click()


def test_signing_in_leads_to_the_search_box(page: Page, server: Server) -> None:
    page.goto(server.url)
    expect(page.get_by_label("Gebruikersnaam")).to_be_focused()
    fill_in(page, "agent", PASSWORD)
    expect(page.get_by_label("Wie zoek je?")).to_be_focused()


def test_a_wrong_password_is_said_at_the_field(page: Page, server: Server) -> None:
    page.goto(server.url)
    fill_in(page, "vergeetachtig", "iets heel anders")
    field = page.get_by_label("Wachtwoord")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#fout-wachtwoord")).to_contain_text("klopt niet")
    expect(page.get_by_label("Gebruikersnaam")).to_have_value("vergeetachtig")


def test_what_was_typed_is_read_back_without_asking_the_service(officer: Page) -> None:
    asked: list[str] = []
    officer.on("request", lambda request: asked.append(request.url))
    officer.get_by_label("Wie zoek je?").press_sequentially("hooglander 7-3-94")
    expect(officer.get_by_text("naam: Hooglander")).to_be_visible()
    expect(officer.locator(".begrepen").get_by_text("geboren: 7 maart 1994")).to_be_visible()
    assert asked == []


def test_what_the_service_understood_stands_beside_its_answer(ask: Ask) -> None:
    page = ask("meneer vissering, zes mei")
    expect(page.get_by_text("Begrepen: Vissering, geboren 6 mei")).to_be_visible()
    page.go_back()
    expect(page.locator(".begrepen").get_by_text("geboren: 6 mei")).to_be_visible()
    expect(page.get_by_text("naam: Vissering")).to_be_visible()
    # Until the question is another one: the phone only guesses again.
    page.get_by_label("Wie zoek je?").press_sequentially("quackernack")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Niet bekend")
    expect(page.get_by_text("Begrepen: Quackernack")).to_be_visible()


def test_who_is_found_by_something_else_than_was_asked_is_shown_as_such(ask: Ask) -> None:
    page = ask("bram de beer 7-3-94")
    expect(page.locator(".kaart .wie")).to_contain_text("gevonden op alias")


def test_a_sure_hit_opens_the_card(ask: Ask) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.get_by_role("heading", level=1, name="Direct aanhouden")).to_be_visible()
    expect(page.get_by_text("Ook bij een klein delict.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hooglander")).to_be_visible()
    expect(page.locator(".geboren")).to_contain_text("7 maart 1994")
    expect(page.locator(".alias")).to_contain_text("Bram de Beer")
    # The one who is first to call does not answer now; the crisisdienst does.
    call = page.locator("a.bel")
    expect(call).to_contain_text("Bel A. Yilmaz")
    expect(call).to_contain_text("nu bereikbaar")
    expect(call).to_have_attribute("href", "tel:+3197010000002")
    expect(page.locator(".zeker")).to_contain_text("Casusoverleg")
    expect(page.get_by_text("Niet insluiten in een kleine ruimte")).to_be_attached()


def test_enter_searches(officer: Page) -> None:
    officer.get_by_label("Wie zoek je?").fill("7/3/94 hooglander")
    officer.keyboard.press("Enter")
    expect(officer.get_by_role("heading", level=1, name="Direct aanhouden")).to_be_visible()


def test_no_name_ends_up_in_address_title_or_storage(ask: Ask, server: Server) -> None:
    page = ask("hooglander 7-3-94")
    expect(page.locator(".kaart")).to_be_visible()
    assert page.url == f"{server.url}/"
    assert "ooglander" not in page.title()
    kept = page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])")
    assert "ooglander" not in kept
    assert page.evaluate("() => ({ ...localStorage })") == {"veldwijzer.reden": "melding"}


def test_an_outdated_card_with_two_agreements_says_so_loudly(ask: Ask) -> None:
    page = ask("benthem jutting 2-11-88")
    expect(page.get_by_text("Verouderd: overleg eerst").first).to_be_visible()
    expect(page.get_by_text("Let op: er gelden 2 afspraken.")).to_be_visible()
    expect(page.get_by_text("Ook: Overleg eerst.")).to_be_visible()
    expect(page.get_by_role("heading", name="Afspraak 2")).to_be_attached()


def test_what_is_not_known_is_said(ask: Ask) -> None:
    page = ask("zonderwoud")
    page.get_by_role("button", name="Zonderwoud").click()
    for words in (
        "Geen afspraak over handelen bekend",
        "Geen afspraken over bejegening bekend",
        "geboortedatum niet bekend",
        "Geen telefoonnummer van een contactpersoon bekend",
        "Datum casusoverleg niet bekend",
    ):
        expect(page.get_by_text(words)).to_be_visible()


def test_candidates_tell_apart_and_open(ask: Ask) -> None:
    page = ask("vissering")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 mensen lijken hierop")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("button", name="geboren 1992").click()
    expect(page.get_by_text("6 mei 1992")).to_be_visible()
    # Back to the list, and the card is gone.
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 mensen lijken hierop")
    expect(page.get_by_text("6 mei 1992")).to_have_count(0)
    page.go_back()
    expect(page.get_by_label("Wie zoek je?")).to_be_focused()


def test_too_many_asks_for_more_with_the_text_kept(ask: Ask) -> None:
    page = ask("jan de vries")
    expect(page.locator("#bericht")).to_be_visible()
    box = page.get_by_label("Wie zoek je?")
    expect(box).to_be_focused()
    page.keyboard.type(" 5-4-1963")
    expect(box).to_have_value("jan de vries 5-4-1963")
    page.keyboard.press("Enter")
    expect(page.locator(".kaart, .kandidaten")).to_be_visible()


def test_a_date_that_does_not_exist_is_said_in_the_words_of_the_service(ask: Ask) -> None:
    page = ask("hooglander 31-2-1990")
    box = page.get_by_label("Wie zoek je?")
    expect(page.locator("#fout-tekst")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-describedby", "fout-tekst")


def test_nothing_is_asked_without_a_question_and_a_reason(page: Page, server: Server) -> None:
    server.sign_in(page.context)
    page.goto(server.url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_text("Vul een naam of een geboortedatum in.")).to_be_visible()
    expect(page.get_by_text("Kies waarom je zoekt.")).to_be_visible()
    assert [url for url in asked if "/v1/zoekvragen" in url] == []


def test_another_reason_takes_a_few_words(officer: Page) -> None:
    officer.get_by_role("radio", name="Anders").check()
    officer.get_by_label("Wie zoek je?").fill("hooglander 7-3-94")
    officer.keyboard.press("Enter")
    words = officer.get_by_label("Waarom, in het kort")
    expect(words).to_be_focused()
    expect(officer.locator("#fout-toelichting")).to_be_visible()
    words.fill("overlast bij het station")
    officer.get_by_text("Meldingsnummer toevoegen").click()
    officer.get_by_label("Meldingsnummer", exact=True).fill("2026-0012345")
    officer.keyboard.press("Enter")
    expect(officer.locator(".kaart")).to_be_visible()


def test_the_last_reason_is_kept(officer: Page) -> None:
    officer.get_by_role("radio", name="Overdracht").check()
    officer.reload()
    expect(officer.get_by_role("radio", name="Overdracht")).to_be_checked()
