"""The form at the desk: a partner fills in its part, is asked something, answers; nothing that was typed is lost."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.config import load
from app.core import Core, build
from app.register.model import Persoon
from app.store.tables.formulier import formulierdeel
from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import CHEAP, Bureau, Server
from tests.bureau import make_contactpersoon, make_organisatie, open_abonnement, publish_afspraak

GGZ = "GGZ Utrecht"
KLAD = re.compile(r"Klad bewaard om \d\d:\d\d, nog niet ingediend")


@dataclass(frozen=True)
class Gevraagd:
    """A form with a part of the GGZ: where it is filled in, and where it stands beside the others."""

    deel: str
    formulier: str
    naam: str


@pytest.fixture
def kern(server: Server) -> Iterator[Core]:
    """The service from behind, to prepare what other screens make."""
    built = build(load(server.environment), passwords=CHEAP)
    yield built
    built.close()


@pytest.fixture
def gevraagd(kern: Core) -> Gevraagd:
    ggz = make_organisatie(kern, GGZ, email="formulieren@ggz.example")
    make_contactpersoon(kern, organisatie=GGZ)
    opened = open_abonnement(kern, organisaties=(ggz,))
    with kern.engines.read.connect() as connection:
        own = (formulierdeel.c.abonnement_id == opened.abonnement_id, formulierdeel.c.organisatie_id == ggz)
        deel = connection.execute(select(formulierdeel.c.id).where(*own)).scalar_one()
    return Gevraagd(f"formulierdelen/{deel}", f"abonnementen/{opened.abonnement_id}/formulier", "Kim Bakker")


def fill_in(page: Page, tekst: str = "Neemt medicijnen waar hij slaperig van wordt.") -> None:
    page.get_by_role("radio", name="Ja, wij doen mee").check()
    page.get_by_role("button", name="Voeg een contactpersoon toe").click()
    page.get_by_label("Contactpersoon 1", exact=True).select_option(index=1)
    page.get_by_role("button", name="Voeg een regel toe").click()
    page.get_by_label("Regel 1: wat moeten ze weten?").fill(tekst)
    page.get_by_role("radio", name=re.compile("^Op straat")).check()
    page.get_by_role("radio", name=re.compile("^Een feit")).check()
    page.get_by_label("Waar weet je dat van?").fill("Behandelaar")


def said(page: Page, tekst: str) -> None:
    expect(page.get_by_role("status").get_by_text(tekst)).to_be_visible()


def test_a_part_is_filled_in_confirmed_sent_back_and_answered(bureau: Bureau, gevraagd: Gevraagd) -> None:
    ggz = bureau("ggz", gevraagd.deel)
    expect(ggz.get_by_role("heading", level=1, name=gevraagd.naam)).to_be_visible()
    assert gevraagd.naam not in ggz.title()
    fill_in(ggz)
    ggz.get_by_role("button", name="Dien in en bevestig").click()
    said(ggz, "Ingediend en bevestigd.")
    expect(ggz.get_by_text("Dit deel is bevestigd")).to_be_visible()

    zvh = bureau("zvh", gevraagd.formulier)
    part = zvh.get_by_role("region", name=GGZ)
    expect(part.get_by_text("Neemt medicijnen waar hij slaperig van wordt.")).to_be_visible()
    part.get_by_role("button", name="Stuur terug met een vraag").click()
    zvh.get_by_label("Wat wil je weten van GGZ Utrecht?").fill("Geldt dit ook 's nachts?")
    zvh.get_by_role("button", name="Stuur terug", exact=True).click()
    said(zvh, "Teruggestuurd.")
    expect(part.get_by_text("Teruggestuurd met een vraag")).to_be_visible()
    expect(part.get_by_text("e-mail staat klaar")).to_be_visible()

    ggz.goto(ggz.url.replace(gevraagd.deel, "formulierdelen"))
    ggz.get_by_role("link", name=re.compile(gevraagd.naam)).first.click()
    expect(ggz.get_by_text("Geldt dit ook 's nachts?")).to_be_visible()
    ggz.get_by_label("Regel 1: wat moeten ze weten?").fill("Neemt medicijnen, ook 's nachts.")
    ggz.get_by_role("button", name="Dien in en bevestig").click()
    said(ggz, "Ingediend en bevestigd.")
    zvh.reload()
    expect(part.get_by_text("Bevestigd", exact=True)).to_be_visible()
    expect(part.get_by_text("Neemt medicijnen, ook 's nachts.")).to_be_visible()


def test_whoever_writes_for_the_street_gets_advice_on_the_words(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Heeft schizofrenie (F20), krijgt clozapine.")
    for word in ("schizofrenie", "F20", "clozapine"):
        expect(page.get_by_text(f"Let op “{word}”.")).to_be_visible()
    # It keeps nobody from going on, and is for what others read.
    page.get_by_role("radio", name=re.compile("^Alleen in het overleg")).check()
    expect(page.get_by_text("Let op")).to_have_count(0)
    page.get_by_role("radio", name=re.compile("^Op straat")).check()
    expect(page.get_by_text("Let op “F20”.")).to_be_visible()
    page.get_by_role("button", name="Dien in en bevestig").click()
    said(page, "Ingediend en bevestigd.")


def test_what_was_typed_survives_a_closed_tab(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Half af")
    expect(page.get_by_text(KLAD)).to_be_visible()
    page.close(run_before_unload=False)
    again = bureau("ggz", gevraagd.deel)
    expect(again.get_by_text("Je was hier al bezig")).to_be_visible()
    expect(again.get_by_text("Klad bewaard, nog niet ingediend")).to_be_visible()
    expect(again.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Half af")
    expect(again.get_by_label("Contactpersoon 1", exact=True)).not_to_have_value("")
    # Nobody else sees it.
    zvh = bureau("zvh", gevraagd.formulier)
    expect(zvh.get_by_role("region", name=GGZ).get_by_text("Nog in te vullen")).to_be_visible()
    expect(zvh.get_by_text("Half af")).to_have_count(0)
    again.get_by_role("button", name="Gooi weg wat ik typte").click()
    expect(again.get_by_label("Regel 1: wat moeten ze weten?")).to_have_count(0)
    again.reload()
    expect(again.get_by_text("Je was hier al bezig")).to_have_count(0)


def test_a_draft_never_looks_as_if_it_were_sent_in(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Half af")
    expect(page.get_by_text(KLAD)).to_be_visible()
    expect(page.get_by_text("Nog in te vullen")).to_be_visible()
    page.get_by_role("button", name="Dien in, bevestig later").click()
    said(page, "Ingediend, nog niet bevestigd.")
    expect(page.get_by_text(re.compile("Klad"))).to_have_count(0)


def test_who_has_nobody_to_choose_adds_somebody_and_comes_back(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Net begonnen")
    page.get_by_role("link", name="Voeg die eerst toe").click()
    expect(page.get_by_role("heading", level=1, name="Nieuwe contactpersoon")).to_be_visible()
    page.get_by_label("Naam").fill("Vera Nieuw")
    page.get_by_role("radio", name=re.compile("^Altijd")).check()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1, name=gevraagd.naam)).to_be_visible()
    expect(page.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Net begonnen")
    page.get_by_label("Contactpersoon 1", exact=True).select_option(label="Vera Nieuw, geen telefoonnummer")


def test_what_was_typed_without_a_network_is_there_when_it_is_back(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", "formulierdelen")
    page.locator(f"a[href$='{gevraagd.deel}']").first.click()
    fill_in(page, "Voor de storing")
    expect(page.get_by_text(KLAD)).to_be_visible()
    page.context.set_offline(offline=True)
    page.get_by_label("Regel 1: wat moeten ze weten?").fill("Tijdens de storing")
    expect(page.get_by_text("Nog niet bewaard.")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Formulieren").first.click()
    page.get_by_role("button", name="Ga toch weg").click()
    expect(page.get_by_label("Regel 1: wat moeten ze weten?")).to_have_count(0)
    page.context.set_offline(offline=False)
    page.go_back()
    expect(page.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Tijdens de storing")
    expect(page.get_by_text(KLAD)).to_be_visible()


def test_a_screen_that_cannot_be_fetched_does_not_ask_to_load_the_page_anew(bureau: Bureau, gevraagd: Gevraagd) -> None:
    """That would lose what was typed and could not be saved."""
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Getypt")
    page.context.set_offline(offline=True)
    page.get_by_role("navigation").get_by_role("link", name="Contactpersonen").first.click()
    expect(page.get_by_text("Geen verbinding")).to_be_visible()
    expect(page.get_by_text("Herlaad")).to_have_count(0)
    page.context.set_offline(offline=False)
    page.go_back()
    expect(page.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Getypt")


def test_a_partner_is_told_of_its_own_part(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.formulier)
    expect(page.get_by_text("Jouw deel is nog niet klaar")).to_be_visible()
    page.goto(page.url.replace(gevraagd.formulier, gevraagd.deel))
    fill_in(page)
    page.get_by_role("button", name="Dien in en bevestig").click()
    said(page, "Ingediend en bevestigd.")
    page.goto(page.url.replace(gevraagd.deel, gevraagd.formulier))
    expect(page.get_by_text("Jouw deel is klaar")).to_be_visible()


def test_the_last_words_leave_with_the_tab(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    fill_in(page, "Net getypt")
    page.close(run_before_unload=True)
    again = bureau("ggz", gevraagd.deel)
    expect(again.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Net getypt")


def test_two_of_one_organisation_see_both_versions(bureau: Bureau, gevraagd: Gevraagd) -> None:
    mine, theirs = bureau("ggz", gevraagd.deel), bureau("ggz", gevraagd.deel)
    fill_in(theirs, "Van de ander")
    theirs.get_by_role("button", name="Dien in, bevestig later").click()
    said(theirs, "Ingediend, nog niet bevestigd.")
    fill_in(mine, "Van mij")
    mine.get_by_role("button", name="Dien in, bevestig later").click()
    expect(mine.get_by_role("heading", name="Intussen gewijzigd")).to_be_visible()
    expect(mine.get_by_text("Van de ander")).to_be_visible()
    mine.get_by_role("group", name="Wat anderen moeten weten").get_by_role("radio", name="Wat jij invulde").check()
    mine.get_by_role("button", name="Bewaar de keuze").click()
    expect(mine.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Van mij")
    mine.get_by_role("button", name="Dien in, bevestig later").click()
    said(mine, "Ingediend, nog niet bevestigd.")
    theirs.reload()
    expect(theirs.get_by_label("Regel 1: wat moeten ze weten?")).to_have_value("Van mij")


def test_who_does_not_take_part_is_done(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    page.get_by_role("radio", name="Nee, wij doen niet mee").check()
    page.get_by_role("button", name="Dien in en bevestig").click()
    expect(page.get_by_role("heading", level=1, name="Formulieren")).to_be_visible()
    zvh = bureau("zvh", gevraagd.formulier)
    expect(zvh.get_by_role("region", name=GGZ).get_by_text("Doet niet mee.")).to_be_visible()


def test_what_is_missing_is_said_at_the_field(bureau: Bureau, gevraagd: Gevraagd) -> None:
    page = bureau("ggz", gevraagd.deel)
    page.get_by_role("radio", name="Ja, wij doen mee").check()
    page.get_by_role("button", name="Dien in en bevestig").click()
    expect(page.get_by_role("alert").get_by_text("Kies eerst wie er gebeld kan worden.")).to_be_visible()


def test_whoever_keeps_the_agreement_reminds_asks_and_removes(bureau: Bureau, gevraagd: Gevraagd) -> None:
    zvh = bureau("zvh", "formulierdelen?van=alles")
    row = zvh.get_by_role("row", name=re.compile(GGZ)).first
    expect(row.get_by_text("(sinds vandaag)")).to_be_visible()
    zvh.goto(zvh.url.replace("formulierdelen?van=alles", gevraagd.formulier))
    part = zvh.get_by_role("region", name=GGZ)
    part.get_by_role("button", name="Stuur een herinnering").click()
    said(zvh, "De herinnering staat klaar.")
    expect(part.get_by_text("e-mail staat klaar")).to_be_visible()
    part.get_by_role("button", name="Stuur een herinnering").click()
    expect(zvh.get_by_text("Er staat al een e-mail klaar voor deze organisatie.")).to_be_visible()
    zvh.get_by_label("Organisatie").select_option(label="Reclassering Utrecht")
    zvh.get_by_role("button", name="Vraag deze organisatie").click()
    other = zvh.get_by_role("region", name="Reclassering Utrecht")
    expect(other.get_by_text("Nog in te vullen")).to_be_visible()
    other.get_by_role("button", name="Haal van het formulier").click()
    zvh.get_by_role("dialog").get_by_role("button", name="Haal van het formulier").click()
    expect(other).to_have_count(0)


def test_the_phone_shows_what_others_know_until_they_take_it_back(
    bureau: Bureau, kern: Core, server: Server, ask: Callable[[str], Page]
) -> None:
    ggz = make_organisatie(kern, GGZ)
    make_contactpersoon(kern, organisatie=GGZ)
    ties = Persoon("", "Quellinus", voornamen="Ties", geboortedatum="1991-04-05", geboorteplaats="Zeist")
    opened = open_abonnement(kern, organisaties=(ggz,), persoon=ties)
    desk = bureau("ggz", "formulierdelen")
    desk.get_by_role("link", name=re.compile("Ties Quellinus")).click()
    fill_in(desk)
    desk.get_by_role("button", name="Dien in en bevestig").click()
    said(desk, "Ingediend en bevestigd.")
    publish_afspraak(kern, opened.abonnement_id)
    phone = ask("quellinus 5-4-91")
    known = phone.get_by_role("heading", name="Wat anderen weten")
    expect(known).to_be_attached()
    line = f"{GGZ}: Neemt medicijnen waar hij slaperig van wordt. (feit, bron: Behandelaar)"
    expect(phone.get_by_text(line)).to_be_attached()

    desk.get_by_role("button", name="Maak bezwaar").click()
    desk.get_by_label("Waarom mag dit niet op straat?").fill("De behandeling is gestopt.")
    desk.get_by_role("dialog").get_by_role("button", name="Maak bezwaar").click()
    said(desk, "Bezwaar gemaakt. Het is van de straat.")
    phone.get_by_role("button", name="Nieuwe vraag").click()
    ask("quellinus 5-4-91")
    expect(phone.get_by_text("Ties Quellinus").first).to_be_visible()
    expect(known).to_have_count(0)


def test_politiebeheer_sees_how_far_everybody_is_and_not_what_they_say(bureau: Bureau, gevraagd: Gevraagd) -> None:
    ggz = bureau("ggz", gevraagd.deel)
    fill_in(ggz)
    ggz.get_by_role("button", name="Dien in en bevestig").click()
    said(ggz, "Ingediend en bevestigd.")
    politie = bureau("politiebeheer", gevraagd.formulier)
    expect(politie.get_by_role("region", name=GGZ).get_by_text("Bevestigd", exact=True)).to_be_visible()
    expect(politie.get_by_text("Neemt medicijnen")).to_have_count(0)


def test_an_application_manager_keeps_the_addresses(bureau: Bureau) -> None:
    page = bureau("beheer", "organisaties")
    page.get_by_role("button", name="Wijzig het e-mailadres van Reclassering Utrecht").click()
    page.get_by_role("textbox", name="E-mailadres").fill("geen adres")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert").get_by_text("Dit is geen e-mailadres.")).to_be_visible()
    page.get_by_role("textbox", name="E-mailadres").fill("reclassering@voorbeeld.example")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(
        page.get_by_role("row", name=re.compile("Reclassering Utrecht.*reclassering@voorbeeld.example"))
    ).to_be_visible()


@pytest.mark.parametrize("scherm", ["lijst", "deel", "formulier", "organisaties"])
def test_it_is_for_everybody(bureau: Bureau, gevraagd: Gevraagd, scherm: str) -> None:
    ways: dict[str, Callable[[], Page]] = {
        "lijst": lambda: bureau("zvh", "formulierdelen?van=alles"),
        "deel": lambda: bureau("ggz", gevraagd.deel),
        "formulier": lambda: bureau("zvh", gevraagd.formulier),
        "organisaties": lambda: bureau("beheer", "organisaties"),
    }
    page = ways[scherm]()
    if scherm == "deel":
        fill_in(page)
    expect(page.locator("main :is(table, form, section)").first).to_be_visible()
    voor_iedereen(page)
