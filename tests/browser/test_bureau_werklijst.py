"""Worklists at the desk, and "klopt niet?" from the phone to the desk and back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from app.register.model import Persoon
from app.store.tables.register import abonnement
from app.store.transaction import transaction
from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import Bureau, Server
from tests.bureau import open_abonnement

TEKST = "Hij woont hier niet meer, zeggen de buren."


def overdue(server: Server, geslachtsnaam: str) -> int:
    """Somebody on the street whose agreement should have been looked through."""
    with server.core() as core:
        persoon = Persoon("", geslachtsnaam, voornamen="Sam", geboortedatum="1985-05-05", geboorteplaats="Ede")
        number = open_abonnement(core, status="actief", persoon=persoon).abonnement_id
        with transaction(core.engines.write) as connection:
            changed = update(abonnement).where(abonnement.c.id == number).values(toetsen_voor="2026-02-03")
            connection.execute(changed)
    return number


@pytest.fixture
def phone(page: Page) -> Callable[[Server, str], Page]:
    """An officer with the card of whoever is asked for."""

    def phone(server: Server, vraag: str) -> Page:
        server.sign_in(page.context)
        page.goto(server.url)
        page.get_by_role("radio", name="Melding").check()
        page.get_by_label("Wie zoek je?").fill(vraag)
        page.keyboard.press("Enter")
        expect(page.locator(".kaart")).to_be_visible()
        return page

    return phone


def test_a_report_goes_to_the_desk_and_its_answer_comes_back(
    phone: Callable[[Server, str], Page], bureau: Bureau, beide: Server
) -> None:
    officer = phone(beide, "hooglander 7-3-94")
    officer.get_by_role("button", name="Klopt niet?").click()
    officer.get_by_role("button", name="Verstuur").click()
    expect(officer.get_by_text("Schrijf kort wat er niet klopt.")).to_be_visible()
    box = officer.get_by_label("In het kort")
    expect(box).to_be_focused()
    box.fill(f"{TEKST}\n=1+1 <b>")
    expect(officer.get_by_text("van 300 tekens")).to_be_visible()
    officer.get_by_role("radio", name="Dringend").check()
    officer.get_by_role("button", name="Verstuur").click()
    expect(officer.get_by_role("heading", name="Verstuurd")).to_be_visible()
    officer.get_by_role("button", name="Terug naar de kaart").click()
    expect(officer.locator(".kaart")).to_be_visible()

    desk = bureau("zvh", op=beide)
    expect(desk.get_by_role("row").filter(has_text="Meldingen van de straat")).to_contain_text("1 dringend")
    desk.get_by_role("link", name="Meldingen van de straat").click()
    row = desk.get_by_role("row").filter(has_text=TEKST)
    expect(row).to_contain_text("Dringend")
    row.get_by_role("link").click()
    expect(desk.get_by_text("Dit staat nu nog steeds op de kaart.")).to_be_visible()
    expect(desk.locator(".feiten").filter(has_text="Wat anderen weten")).to_contain_text("Wie te bellen")
    expect(desk.get_by_text(f"{TEKST} =1+1 <b>")).to_be_visible()
    desk.get_by_role("textbox", name="Antwoord aan de agent").fill("Dank je. Het adres is aangepast.")
    desk.get_by_role("button", name="Verstuur").click()
    expect(desk.get_by_text("Afgehandeld. De agent kan je antwoord lezen.")).to_be_visible()

    officer.goto(beide.url)
    officer.get_by_role("button", name="Mijn meldingen (1 nieuw)").click()
    expect(officer.get_by_text("Dank je. Het adres is aangepast.")).to_be_visible()
    expect(officer.get_by_text("Hooglander")).to_have_count(0)
    officer.get_by_role("button", name="Terug").click()
    expect(officer.get_by_role("button", name="Mijn meldingen", exact=True)).to_be_visible()


def test_what_was_typed_survives_a_lost_network(phone: Callable[[Server, str], Page], server: Server) -> None:
    officer = phone(server, "hooglander 7-3-94")
    officer.get_by_role("button", name="Klopt niet?").click()
    officer.get_by_label("In het kort").fill(TEKST)
    officer.context.set_offline(offline=True)
    officer.get_by_role("button", name="Verstuur").click()
    expect(officer.get_by_text("Je melding is nog niet verstuurd")).to_be_visible()
    officer.context.set_offline(offline=False)
    officer.get_by_role("button", name="Verstuur").click()
    expect(officer.get_by_role("heading", name="Verstuurd")).to_be_visible()
    officer.go_back()
    expect(officer.locator(".kaart")).to_be_visible()


def test_one_click_says_that_it_is_still_right(bureau: Bureau, server: Server) -> None:
    overdue(server, "Nakijker")
    page = bureau("zvh")
    page.get_by_role("link", name="Verouderd").first.click()
    row = page.get_by_role("row").filter(has_text="Sam Nakijker")
    expect(row).to_contain_text("te laat")
    expect(row).to_contain_text("Eerst bellen.")
    row.get_by_role("button", name="Nog juist").click()
    expect(page.get_by_text("Nagekeken. De afspraak geldt weer")).to_be_visible()
    expect(row).to_have_count(0)


def test_a_filter_stands_in_the_address(bureau: Bureau, server: Server) -> None:
    overdue(server, "Filteraar")
    page = bureau("zvh", "werklijst/verouderd")
    expect(page.get_by_role("row").filter(has_text="Filteraar")).to_be_visible()
    page.get_by_label("Aanpak", exact=True).select_option("nazorg")
    expect(page.get_by_role("row").filter(has_text="Filteraar")).to_have_count(0)
    assert page.url.endswith("?aanpak=nazorg")


@pytest.mark.parametrize("naam", ["zvh", "pga_expert", "politiebeheer", "ggz"])
def test_everybody_begins_with_what_waits_for_them(bureau: Bureau, naam: str) -> None:
    page = bureau(naam)
    expect(page.get_by_role("heading", name="Werklijst", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Eigen formulierdelen")).to_be_visible()
    expect(page.get_by_role("link", name="Te keuren")).to_have_count(1 if naam in ("zvh", "pga_expert") else 0)


@pytest.mark.parametrize("pad", ["", "werklijst/verouderd", "werklijst/onvolledig", "meldingen"])
def test_the_screens_are_for_everybody(bureau: Bureau, server: Server, pad: str) -> None:
    overdue(server, "Toegankelijk")
    page = bureau("zvh", pad)
    expect(page.locator(".tabel, .leeg-vlak").first).to_be_visible()
    voor_iedereen(page)
