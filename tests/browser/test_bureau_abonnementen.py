"""Abonnementen at the desk, in a browser: search before opening, open, suspend, end; and two persons who are one."""

import re
from dataclasses import dataclass
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from app.register.model import Persoon
from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import Bureau, Server
from tests.bureau import Geopend, open_abonnement

NUMBERS = count(1)


@dataclass(frozen=True)
class Wie:
    """Somebody whom no other test asks for."""

    achternaam: str
    geboren: str

    @property
    def getypt(self) -> str:
        return "-".join(str(int(part)) for part in reversed(self.geboren.split("-")))

    def persoon(self, voornamen: str) -> Persoon:
        return Persoon("", self.achternaam, voornamen=voornamen, geboortedatum=self.geboren, geboorteplaats="Zwolle")


@pytest.fixture
def wie() -> Wie:
    number = next(NUMBERS)
    letters = "".join("bcdfghjklm"[int(figure)] for figure in f"{number:02}")
    return Wie(f"Quist{letters}enaar", f"19{60 + number}-0{1 + number % 9}-1{number % 10}")


def opened(server: Server, persoon: Persoon, **how: object) -> Geopend:
    with server.core() as core:
        return open_abonnement(core, persoon=persoon, **how)  # type: ignore[arg-type]  # the words of an opening


def search(page: Page, naam: str) -> None:
    page.get_by_label("Naam").fill(naam)
    page.get_by_role("button", name=re.compile("^Zoek")).first.click()


def fill_in(page: Page, wie: Wie, voornamen: str) -> None:
    page.get_by_label("Voornamen").fill(voornamen)
    page.get_by_label("Achternaam").fill(wie.achternaam)
    page.get_by_label("Geboortedatum").fill("-".join(reversed(wie.geboren.split("-"))))
    page.get_by_label("Aanpak").select_option(label="Levensloopaanpak")
    page.get_by_label("Zorg- en veiligheidshuis").select_option(label="ZVH Utrecht")
    page.get_by_label("Doel").fill("rust in de straat")


def test_one_searches_first_and_then_opens_for_somebody_new(bureau: Bureau, wie: Wie) -> None:
    page = bureau("politiebeheer", "abonnementen")
    page.get_by_role("link", name="Nieuw abonnement").click()
    search(page, f"{wie.achternaam} {wie.geboren}")
    expect(page.get_by_text("Niemand in het register lijkt op wie je zoekt.")).to_be_visible()
    voor_iedereen(page)
    page.get_by_role("button", name="Nieuwe persoon").click()
    # What was asked need not be typed again, and stands there as one types it.
    expect(page.get_by_label("Achternaam")).to_have_value(wie.achternaam)
    expect(page.get_by_label("Geboortedatum")).to_have_value(wie.getypt)
    page.get_by_role("button", name="Open het abonnement").click()
    # Nothing is sent while something is missing, and the way to it is told.
    expect(page.get_by_role("alert").filter(has_text="Nog niet bewaard")).to_contain_text("Aanpak")
    fill_in(page, wie, "Willemijn")
    # What the regime proposes stands there before anybody asks.
    expect(page.get_by_label("Toetsen voor")).not_to_have_value("")
    voor_iedereen(page)
    page.get_by_role("button", name="Open het abonnement").click()
    expect(page.get_by_role("heading", name=f"Willemijn {wie.achternaam}")).to_be_visible()
    expect(page.get_by_text("Nog niet op straat")).to_be_visible()
    assert wie.achternaam.lower() not in page.url.lower()
    assert wie.achternaam not in page.title()
    voor_iedereen(page)


def test_whoever_looks_like_somebody_is_shown_beside_them(bureau: Bureau, server: Server, wie: Wie) -> None:
    opened(server, wie.persoon("Annelies"))
    page = bureau("politiebeheer", "abonnementen/nieuw")
    search(page, "xandrine zonderling 1-2-1923")
    page.get_by_role("button", name="Nieuwe persoon").click()
    fill_in(page, wie, "Anneliese")
    page.get_by_role("button", name="Open het abonnement").click()
    expect(page.get_by_role("heading", name="Staat deze persoon al in het register?")).to_be_visible()
    expect(page.get_by_role("heading", name=f"Annelies {wie.achternaam}, in het register")).to_be_visible()
    voor_iedereen(page)
    page.get_by_role("button", name="Terug naar wat ik invulde").click()
    # What was typed is still there.
    expect(page.get_by_label("Voornamen")).to_have_value("Anneliese")
    page.get_by_role("button", name="Open het abonnement").click()
    # The choice is the last step: nothing needs to be sent once more.
    page.get_by_role("button", name="Het is een ander").click()
    expect(page.get_by_role("heading", name=f"Anneliese {wie.achternaam}")).to_be_visible()


def test_opening_for_who_is_known_is_the_button_that_one_finds_first(bureau: Bureau, server: Server, wie: Wie) -> None:
    opened(server, wie.persoon("Maik"))
    page = bureau("politiebeheer", "werklijst/te-toetsen")
    # A few letters away, wherever one is.
    page.keyboard.press("Control+k")
    page.keyboard.type("nieuw ab")
    page.keyboard.press("Enter")
    search(page, f"maikel {wie.achternaam} {wie.geboren}")
    expect(page.get_by_text("Lijkt erg op wie je zoekt")).to_be_visible()
    expect(page.get_by_role("button", name="Open voor deze persoon").first).to_have_class(re.compile("hoofd"))
    other = page.get_by_role("button", name="Het is iemand anders: nieuwe persoon")
    expect(other).not_to_have_class(re.compile("hoofd"))
    voor_iedereen(page)


def test_a_card_goes_and_comes_with_suspending_and_goes_for_good_with_ending(
    bureau: Bureau, server: Server, wie: Wie
) -> None:
    geopend = opened(server, wie.persoon("Tobias"), status="actief")
    page = bureau("zvh", f"abonnementen/{geopend.abonnement_id}")
    for knop, bevestig, stand in (
        ("Schort op", "Schort op", "Opgeschort: niet op straat"),
        ("Hervat", "Hervat", None),
        ("Beëindig", "Beëindig voorgoed", "Beëindigd: niet meer op straat"),
    ):
        page.get_by_role("button", name=knop, exact=True).click()
        window = page.get_by_role("dialog")
        window.get_by_label("Waarom").fill("afgesproken in het overleg")
        voor_iedereen(page)
        if stand and "niet meer" in stand:
            # What cannot be undone is not done by the keys that save everywhere else.
            page.keyboard.press("Control+s")
            expect(window.get_by_role("button", name=bevestig, exact=True)).to_be_focused()
        window.get_by_role("button", name=bevestig, exact=True).click()
        expect(window).to_have_count(0)
        if stand:
            expect(page.get_by_text(stand)).to_be_visible()
            expect(page.get_by_text("Reden: afgesproken in het overleg.")).to_be_visible()
    expect(page.get_by_role("button", name="Schort op", exact=True)).to_have_count(0)


def test_a_part_of_the_dossier_that_is_not_for_you_is_said_to_be_so(bureau: Bureau, server: Server, wie: Wie) -> None:
    geopend = opened(server, wie.persoon("Tobias"), status="actief")
    page = bureau("zvh", f"abonnementen/{geopend.abonnement_id}/onzin")
    expect(page.get_by_text("Dit onderdeel is er niet voor jou")).to_be_visible()
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_text("Dit onderdeel is er niet voor jou")).to_have_count(0)


def test_two_who_change_one_abonnement_see_both_versions(bureau: Bureau, server: Server, wie: Wie) -> None:
    geopend = opened(server, wie.persoon("Marit"))
    first, second = (bureau(naam, f"abonnementen/{geopend.abonnement_id}") for naam in ("politiebeheer", "zvh"))
    for page, doel in ((first, "rust in huis"), (second, "werk vinden")):
        page.get_by_role("button", name="Wijzig doel en datums").click()
        page.get_by_role("dialog").get_by_label("Doel").fill(doel)
    first.get_by_role("button", name="Bewaar", exact=True).click()
    expect(first.get_by_role("dialog")).to_have_count(0)
    second.get_by_role("button", name="Bewaar", exact=True).click()
    expect(second.get_by_role("dialog")).to_contain_text("rust in huis")
    expect(second.get_by_role("dialog")).to_contain_text("werk vinden")


def test_two_persons_become_one_and_two_again(bureau: Bureau, server: Server, wie: Wie) -> None:
    blijft = opened(server, wie.persoon("Pieternel"), status="actief")
    gaat = opened(server, wie.persoon("Nelleke"), status="actief", aanpak="nazorg")
    page = bureau("politiebeheer", f"personen/{blijft.persoon_id}")
    voor_iedereen(page)
    page.get_by_role("link", name="Voeg samen met een ander").click()
    search(page, f"nelleke {wie.achternaam} {wie.geboren}")
    page.get_by_role("link", name="Zet naast elkaar").first.click()
    expect(page.get_by_role("heading", name=f"Deze gaat erin op: Nelleke {wie.achternaam}")).to_be_visible()
    voor_iedereen(page)
    page.get_by_label("Waaruit blijkt dat dit één persoon is").fill("zelfde paspoort")
    page.get_by_role("button", name="Voeg samen", exact=True).click()
    expect(page.get_by_role("link", name=f"Abonnement {gaat.abonnement_id}")).to_be_visible()
    voor_iedereen(page)
    merge = page.url
    page.goto(merge.partition("/bureau")[0] + f"/bureau/personen/{gaat.persoon_id}")
    expect(page.get_by_text("Deze persoon is samengevoegd met een ander")).to_be_visible()
    page.goto(merge)
    page.get_by_role("button", name="Maak ongedaan").click()
    window = page.get_by_role("dialog")
    window.get_by_label("Waarom").fill("het zijn zussen")
    window.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("Ongedaan gemaakt", exact=True)).to_be_visible()
    page.goto(merge.partition("/bureau")[0] + f"/bureau/abonnementen/{gaat.abonnement_id}")
    expect(page.get_by_role("heading", name=f"Nelleke {wie.achternaam}")).to_be_visible()


def test_a_person_is_changed_and_found_by_the_new_name(bureau: Bureau, server: Server, wie: Wie) -> None:
    geopend = opened(server, wie.persoon("Roderik"), status="actief")
    page = bureau("politiebeheer", f"personen/{geopend.persoon_id}")
    page.get_by_role("button", name="Wijzig deze persoon").click()
    page.get_by_role("dialog").get_by_label("Roepnaam").fill("Rikkert")
    voor_iedereen(page)
    page.get_by_role("dialog").get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", name=f"Rikkert {wie.achternaam}")).to_be_visible()


def test_who_keeps_an_abonnement_finds_the_dossier_by_name(bureau: Bureau, server: Server, wie: Wie) -> None:
    opened(server, wie.persoon("Floortje"))
    page = bureau("zvh", "personen")
    search(page, f"floortje {wie.achternaam}")
    page.get_by_role("link", name="Open het dossier").click()
    expect(page.get_by_role("heading", name=f"Floortje {wie.achternaam}")).to_be_visible()
    elsewhere = bureau("zvh-elders", "personen")
    search(elsewhere, f"floortje {wie.achternaam} {wie.geboren}")
    expect(elsewhere.get_by_text("Niemand die je mag zien, lijkt op wie je zoekt.")).to_be_visible()
    voor_iedereen(elsewhere)


def test_the_list_keeps_its_filters_in_the_address(bureau: Bureau, server: Server, wie: Wie) -> None:
    opened(server, wie.persoon("Sebastiaan"))
    page = bureau("politiebeheer", "abonnementen")
    page.get_by_label("Stand").select_option("concept")
    expect(page).to_have_url(re.compile(r"\?status=concept$"))
    expect(page.get_by_role("link", name=f"Sebastiaan {wie.achternaam}")).to_be_visible()
    voor_iedereen(page)
    page.reload()
    expect(page.get_by_label("Stand")).to_have_value("concept")
    expect(page.get_by_role("link", name=f"Sebastiaan {wie.achternaam}")).to_be_visible()
