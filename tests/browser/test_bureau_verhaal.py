"""The chain made whole: what five people agree at the desk stands on the officer's phone at the next search, and is
gone at the first one after it was ended.

Five accounts, each in a browser of its own, and a sixth browser of the size of a phone, on both databases. Nobody types
anything twice, and nobody watches a mailbox.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import ADDRESSES, PHONE, Bureau, Server
from tests.bureau import make_contactpersoon

NAAM = "Waterman"
KERN = "Ook bij een klein delict direct aanhouden."
HEADLINE = "Let op, komt heel agressief over; dit is doorgaans niet fysiek maar verbaal."
VAN_DE_GGZ = "Is rustiger als zijn begeleider wordt genoemd."
ALLEEN_OVERLEG = "Is gestopt met de dagbesteding."


@pytest.fixture
def telefoon(browser: Browser, beide: Server) -> Iterator[Page]:
    """The officer's phone: signed in, with a reason chosen."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="nl-NL")
    context.set_extra_http_headers({"X-Forwarded-For": next(ADDRESSES)})
    beide.sign_in(context, "agent")
    page = context.new_page()
    page.goto(beide.url)
    page.get_by_role("radio", name="Melding").check()
    yield page
    context.close()


def search(telefoon: Page) -> None:
    """Ask anew, as the officer does at the next call."""
    if telefoon.get_by_label("Wie zoek je?").count() == 0:
        telefoon.get_by_role("button", name=re.compile("Nieuwe vraag|Zoek iemand anders")).click()
    telefoon.get_by_label("Wie zoek je?").fill(f"{NAAM} 12-4-1992")
    telefoon.get_by_role("button", name="Zoek", exact=True).click()


def said(page: Page, tekst: str) -> None:
    expect(page.get_by_role("status").get_by_text(tekst)).to_be_visible()


def open_for_somebody_new(politie: Page) -> str:
    """Search before create, then open with two partners; returns the path of the dossier below /bureau."""
    politie.get_by_role("link", name="Abonnementen").click()
    politie.get_by_role("link", name="Nieuw abonnement").click()
    politie.get_by_label("Naam", exact=False).first.fill(NAAM)
    politie.get_by_label("Geboortedatum", exact=False).fill("12-4-1992")
    politie.get_by_role("button", name="Zoek in het register").click()
    expect(politie.get_by_text("Niemand in het register lijkt op wie je zoekt.")).to_be_visible()
    politie.get_by_role("button", name="Nieuwe persoon").click()
    politie.get_by_label("Voornamen").fill("Tobias")
    politie.get_by_label("Achternaam").fill(NAAM)
    politie.get_by_label("Geboorteplaats").fill("Utrecht")
    politie.get_by_label("Aanpak").select_option(label="Levensloopaanpak")
    politie.get_by_label("Zorg- en veiligheidshuis").select_option(label="ZVH Utrecht")
    politie.get_by_label("Doel").fill("voorkomen van herhaling van bedreiging")
    for number, partner in enumerate(("GGZ Utrecht", "Gemeente Utrecht"), start=1):
        politie.get_by_role("button", name="Voeg een organisatie toe").click()
        politie.get_by_role("combobox", name=f"Organisatie {number}").select_option(label=partner)
    voor_iedereen(politie)
    politie.get_by_role("button", name="Open het abonnement").click()
    said(politie, "Het abonnement is geopend")
    expect(politie.get_by_role("heading", level=1, name=NAAM)).to_be_visible()
    assert NAAM not in politie.title()
    return politie.url.split("/bureau/")[1]


def fill_in_own_part(partner: Page, entries: list[tuple[str, str]]) -> None:
    """From the list of forms: takes part, whom to call, and what others should know."""
    partner.get_by_role("link", name="Formulieren").click()
    partner.get_by_role("link", name=re.compile(NAAM)).click()
    partner.get_by_role("radio", name="Ja, wij doen mee").check()
    partner.get_by_role("button", name="Voeg een contactpersoon toe").click()
    partner.get_by_role("combobox", name="Contactpersoon 1").select_option(index=1)
    for number, (tekst, delen) in enumerate(entries, start=1):
        partner.get_by_role("button", name="Voeg een regel toe").click()
        row = partner.get_by_role("group", name="Wat moeten anderen weten?").get_by_role("listitem").nth(number - 1)
        row.get_by_label(f"Regel {number}: wat moeten ze weten?").fill(tekst)
        row.get_by_role("radio", name=re.compile(f"^{delen}")).check()
        row.get_by_role("radio", name=re.compile("^Een feit")).check()
        row.get_by_label("Waar weet je dat van?").fill("Behandelaar")
    voor_iedereen(partner)
    partner.get_by_role("button", name="Dien in en bevestig").click()
    said(partner, "Ingediend en bevestigd.")


def write_and_submit(zvh: Page) -> None:
    zvh.get_by_role("button", name="Voeg het handelingskader toe").click()
    kader = zvh.get_by_role("region", name="Handelingskader")
    kader.get_by_role("radio", name=re.compile("Direct aanhouden")).check()
    kader.get_by_label("Kern").fill(KERN)
    kader.get_by_label("Casusoverleg").fill("2026-11-12")
    zvh.get_by_role("button", name="Voeg de bejegening toe").click()
    bejegening = zvh.get_by_role("region", name="Bejegening")
    bejegening.get_by_label("Kern").fill(HEADLINE)
    bejegening.get_by_role("radio", name="Verbaal geweld").check()
    # The very card that the phone will show, while one writes.
    preview = zvh.get_by_role("complementary", name="Zo ziet de agent het").frame_locator("iframe")
    expect(preview.get_by_role("heading", name="Direct aanhouden")).to_be_visible()
    expect(preview.get_by_text(HEADLINE)).to_be_visible()
    voor_iedereen(zvh)
    zvh.get_by_role("button", name="Dien in").click()
    expect(zvh.get_by_text("Wacht op goedkeuring")).to_be_visible()


def approve(collega: Page) -> None:
    expect(collega.get_by_role("heading", name="Ter goedkeuring")).to_be_visible()
    voor_iedereen(collega)
    collega.get_by_role("button", name="Keur goed en publiceer").click()
    collega.get_by_role("dialog").get_by_role("button", name="Publiceer").click()
    said(collega, "Het staat op straat.")


def end(zvh: Page) -> None:
    zvh.get_by_role("link", name="Overzicht").click()
    zvh.get_by_role("button", name="Beëindig").click()
    window = zvh.get_by_role("dialog")
    window.get_by_label("Waarom").fill("Verhuisd naar een andere regio.")
    window.get_by_role("button", name="Beëindig voorgoed").click()
    said(zvh, "De kaart is van straat.")


def test_the_chain_is_whole(bureau: Bureau, beide: Server, telefoon: Page) -> None:
    with beide.core() as core:
        for organisatie, naam in (("GGZ Utrecht", "S. Verhoef"), ("Gemeente Utrecht", "R. Kaya")):
            make_contactpersoon(core, organisatie=organisatie, naam=naam)
    search(telefoon)
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Niet bekend")

    dossier = open_for_somebody_new(bureau("politiebeheer", op=beide))
    fill_in_own_part(bureau("ggz", op=beide), [(VAN_DE_GGZ, "Op straat"), (ALLEEN_OVERLEG, "Alleen in het overleg")])
    fill_in_own_part(bureau("gemeente", op=beide), [("Woont begeleid.", "Op straat")])
    zvh = bureau("zvh", f"{dossier}/afspraken", op=beide)
    write_and_submit(zvh)
    # Whoever wrote it cannot approve it, and nothing of it is on the street yet.
    expect(zvh.get_by_role("button", name="Keur goed en publiceer")).to_have_count(0)
    search(telefoon)
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Niet bekend")

    approve(bureau("zvh-collega", f"{dossier}/afspraken", op=beide))
    search(telefoon)
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Direct aanhouden")
    for shown in (KERN, HEADLINE, VAN_DE_GGZ, "Woont begeleid."):
        expect(telefoon.get_by_text(shown)).to_be_attached()
    expect(telefoon.locator("a.bel, a.contact").filter(has_text="S. Verhoef")).to_be_attached()
    assert ALLEEN_OVERLEG not in telefoon.content()

    zvh.reload()
    end(zvh)
    search(telefoon)
    expect(telefoon.get_by_role("heading", level=1)).to_have_text("Niet bekend")
