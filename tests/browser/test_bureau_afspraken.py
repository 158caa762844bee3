"""A handelingskader from the first word to the phone: written beside its card, submitted, approved by a colleague."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from app.register.model import Persoon
from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import PHONE, Bureau, Server
from tests.bureau import open_abonnement, publish_afspraak

KERN = "Niet aanhouden bij schelden; spreek hem rustig aan."


def opened(server: Server, naam: str, *, published: bool = False) -> int:
    """An abonnement of a person of this surname at the ZVH, on the street when `published`."""
    person = Persoon("", naam, voornamen="Joost", geboortedatum="1987-04-09", geboorteplaats="Zeist")
    with server.core() as core:
        number = open_abonnement(core, persoon=person).abonnement_id
        if published:
            publish_afspraak(core, number)
    return number


def ask(phone: Page, naam: str) -> None:
    phone.get_by_label("Wie zoek je?").fill(naam)
    phone.get_by_role("button", name="Zoek", exact=True).click()


def write(page: Page) -> None:
    """All that a concept needs."""
    page.get_by_role("button", name="Voeg het handelingskader toe").click()
    page.get_by_role("radio", name="Niet aanhouden, corrigeren").check()
    part = page.get_by_role("region", name="Handelingskader")
    part.get_by_label("Kern").fill(KERN)
    part.get_by_label("Casusoverleg").fill("2026-11-12")
    page.get_by_role("button", name="Voeg de bejegening toe").click()
    part = page.get_by_role("region", name="Bejegening")
    part.get_by_label("Kern").fill("Geef hem ruimte.")
    part.get_by_role("radio", name="Verbaal geweld").check()
    page.get_by_label("Toetsen voor").fill("2027-11-01")


def test_written_submitted_approved_and_on_the_phone(bureau: Bureau, officer: Page, server: Server) -> None:
    number = opened(server, "Quist")
    page = bureau("zvh", f"abonnementen/{number}/afspraken")
    write(page)
    card = page.frame_locator("iframe")
    # The phone's own card, while one types.
    expect(card.get_by_role("heading", name="Niet aanhouden, corrigeren")).to_be_visible()
    expect(card.get_by_text(KERN)).to_be_visible()
    expect(page.get_by_text("nog 89 van 140 tekens")).to_be_visible()
    page.get_by_role("region", name="Bejegening").get_by_label("Kern").fill("Heeft een LVB, geef hem ruimte.")
    expect(page.get_by_text("Let op “LVB”.")).to_be_visible()
    page.get_by_role("region", name="Bejegening").get_by_label("Kern").fill("Gebruik korte zinnen.")
    expect(page.get_by_text("Let op “LVB”.")).to_have_count(0)
    page.get_by_role("button", name="Dien in").click()
    expect(page.get_by_text("Wacht op goedkeuring")).to_be_visible()
    expect(page.get_by_text("Je hebt zelf aan dit voorstel gewerkt.")).to_be_visible()
    expect(page.get_by_role("button", name="Keur goed en publiceer")).to_have_count(0)
    ask(officer, "Joost Quist 9-4-1987")
    expect(officer.get_by_role("heading", name="Niet aanhouden")).to_have_count(0)
    other = bureau("zvh-collega", f"abonnementen/{number}/afspraken")
    expect(other.locator("ins").filter(has_text=KERN)).to_be_visible()
    other.get_by_role("button", name="Keur goed en publiceer").click()
    other.get_by_role("button", name="Publiceer", exact=True).click()
    expect(other.get_by_text("Goedgekeurd. Het staat op straat.")).to_be_visible()
    officer.reload()
    officer.get_by_role("radio", name="Melding").check()
    ask(officer, "Joost Quist 9-4-1987")
    expect(officer.get_by_role("heading", name="Niet aanhouden, corrigeren")).to_be_visible()
    expect(officer.get_by_text(KERN)).to_be_visible()


def test_what_is_missing_is_said_at_its_field(bureau: Bureau, server: Server) -> None:
    page = bureau("zvh", f"abonnementen/{opened(server, 'Quak')}/afspraken")
    page.get_by_role("button", name="Voeg het handelingskader toe").click()
    page.get_by_role("button", name="Voeg het ZSM-advies toe").click()
    expect(page.get_by_role("group", name="Zes eisen")).to_be_visible()
    page.get_by_role("button", name="Dien in").click()
    summary = page.locator(".samenvatting")
    expect(summary).to_be_focused()
    # It was saved already, and does not say that it was not.
    expect(summary.get_by_role("heading")).to_have_text("Nog niet ingediend: kijk dit na")
    expect(summary.get_by_role("link", name="Handelingskader, kern: Vul dit in.")).to_be_visible()
    kern = page.get_by_label("Kern")
    expect(kern).to_have_attribute("aria-invalid", "true")
    voor_iedereen(page)
    kern.fill(KERN)
    expect(kern).not_to_have_attribute("aria-invalid", "true")
    expect(summary.get_by_role("link", name="Handelingskader, kern")).to_have_count(0)
    expect(summary.get_by_role("link", name="Casusoverleg")).to_be_visible()


def test_what_one_typed_survives_a_closed_tab(bureau: Bureau, server: Server) -> None:
    number = opened(server, "Quax")
    page = bureau("zvh", f"abonnementen/{number}/afspraken")
    write(page)
    page.keyboard.press("Control+s")
    expect(page.get_by_text(re.compile("ewaard om"))).to_be_visible()
    page.context.close()
    again = bureau("zvh", f"abonnementen/{number}/afspraken")
    expect(again.get_by_role("region", name="Handelingskader").get_by_label("Kern")).to_have_value(KERN)


def test_the_first_words_make_a_concept_that_can_be_thrown_away_at_once(bureau: Bureau, server: Server) -> None:
    page = bureau("zvh", f"abonnementen/{opened(server, 'Quint')}/afspraken")
    expect(page.get_by_text("Nog geen nieuw voorstel")).to_be_visible()
    page.get_by_role("button", name="Voeg het handelingskader toe").click()
    page.get_by_label("Kern").fill(KERN)
    expect(page.get_by_text("Laatst gewijzigd door zvh,")).to_be_visible()
    expect(page.get_by_text("Nog geen nieuw voorstel")).to_have_count(0)
    for _ in range(2):
        page.get_by_role("button", name="Gooi het voorstel weg").click()
        page.get_by_role("dialog").get_by_role("button", name="Gooi weg").click()
        expect(page.get_by_text("Nog geen nieuw voorstel")).to_be_visible()
        expect(page.get_by_label("Kern")).to_have_count(0)
        # One goes on as if nothing had been there.
        page.get_by_role("button", name="Voeg het handelingskader toe").click()
        page.get_by_label("Kern").fill("Iets anders.")
        expect(page.get_by_text("Laatst gewijzigd door zvh,")).to_be_visible()


def test_the_merge_screen_names_whoever_was_first(bureau: Bureau, server: Server) -> None:
    number = opened(server, "Quispel", published=True)
    mine, theirs = (bureau(who, f"abonnementen/{number}/afspraken") for who in ("zvh", "zvh-collega"))
    expect(mine.get_by_text("Nog geen nieuw voorstel")).to_be_visible()
    theirs.get_by_role("region", name="Bejegening").get_by_label("Kern").fill("Van de collega.")
    expect(theirs.get_by_text("Laatst gewijzigd door zvh-collega,")).to_be_visible()
    mine.get_by_role("region", name="Bejegening").get_by_label("Kern").fill("Van mij.")
    expect(mine.get_by_text("zvh-collega heeft dit bewaard terwijl jij eraan werkte.")).to_be_visible()
    expect(mine.get_by_text("Laatst gewijzigd door zvh-collega,")).to_be_visible()


def test_it_goes_back_with_a_remark(bureau: Bureau, server: Server) -> None:
    number = opened(server, "Quirijns")
    page = bureau("zvh", f"abonnementen/{number}/afspraken")
    write(page)
    page.get_by_role("button", name="Dien in").click()
    expect(page.get_by_text("Wacht op goedkeuring")).to_be_visible()
    other = bureau("zvh-collega", f"abonnementen/{number}/afspraken")
    voor_iedereen(other)
    other.get_by_role("button", name="Stuur terug").click()
    other.get_by_label("Wat moet er anders?").fill("Wie belt de ouders?")
    other.get_by_role("dialog").get_by_role("button", name="Stuur terug").click()
    expect(other.get_by_text("Wie belt de ouders?")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Wie belt de ouders?")).to_be_visible()


def test_the_preview_is_drawn_as_the_phone_draws_it(
    bureau: Bureau, browser: Browser, officer: Page, server: Server
) -> None:
    """Element by element: the same places and the same looks as on a phone of that size."""
    number = opened(server, "Quarles", published=True)
    page = bureau("zvh", f"abonnementen/{number}/afspraken")
    card = page.frame_locator("iframe")
    expect(card.locator(".handelen h1")).to_be_visible()
    ask(officer, "Joost Quarles 9-4-1987")
    expect(officer.locator(".handelen h1")).to_be_visible()
    measure = """(root) => ['.actie', '.actie h1', '.actie p', '.wie h2', '.bejegening', '.zeker'].map((name) => {
      const found = root.querySelector(name);
      const { x, width, height } = found.getBoundingClientRect();
      const style = found.ownerDocument.defaultView.getComputedStyle(found);
      const looks = [style.color, style.backgroundColor, style.fontSize, style.textTransform];
      return [name, x, width, height, ...looks].join(' ');
    })"""
    on_desk = card.locator("body").evaluate(measure)
    # The phone says why somebody was found; the desk looked nobody up.
    assert on_desk == officer.locator("body").evaluate(measure)
    size = card.locator("html").evaluate("(html) => html.ownerDocument.defaultView.innerHeight")
    assert size == PHONE["height"]


def test_any_two_versions_and_the_card_of_then(bureau: Bureau, server: Server) -> None:
    number = opened(server, "Quaedvlieg", published=True)
    page = bureau("zvh", f"abonnementen/{number}/afspraken")
    page.get_by_role("region", name="Bejegening").get_by_label("Kern").fill("Blijf rustig en houd afstand.")
    page.get_by_role("button", name="Dien in").click()
    expect(page.get_by_text("Wacht op goedkeuring")).to_be_visible()
    other = bureau("zvh-collega", f"abonnementen/{number}/afspraken")
    other.get_by_role("button", name="Keur goed en publiceer").click()
    other.get_by_role("button", name="Publiceer", exact=True).click()
    expect(other.get_by_text("Goedgekeurd.")).to_be_visible()
    other.get_by_role("link", name="Geschiedenis").click()
    other.get_by_role("button", name="Wat veranderde er in Bejegening 2").click()
    expect(other.locator("del").filter(has_text="geef")).to_be_visible()
    expect(other.locator("ins").filter(has_text="houd")).to_be_visible()
    other.get_by_role("button", name="Kaart van toen: Bejegening 2").click()
    expect(other.frame_locator("iframe").get_by_text("Blijf rustig en houd afstand.")).to_be_visible()
    voor_iedereen(other)
    other.get_by_label("Dag en tijd").fill("2026-01-01T12:00:00")
    other.get_by_role("button", name="Toon de kaart").click()
    expect(other.get_by_text("stond deze afspraak niet op straat")).to_be_visible()


@pytest.mark.parametrize("pad", ["acties"])
def test_an_action_of_the_region(bureau: Bureau, pad: str) -> None:
    page = bureau("beheer", pad)
    page.get_by_role("button", name="Nieuwe actie").click()
    page.get_by_label("Code").fill("breng_thuis")
    page.get_by_label("Wat de agent leest").fill("Breng naar huis")
    page.get_by_label("Icoon").select_option("huis")
    page.get_by_label("Kleur").select_option("groen")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("button", name="Wijzig Breng naar huis")).to_be_visible()
    voor_iedereen(page)
    page.get_by_role("button", name="Wijzig Breng naar huis").click()
    page.get_by_label("Te kiezen in een nieuw voorstel").uncheck()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Niet meer te kiezen")).to_be_visible()
