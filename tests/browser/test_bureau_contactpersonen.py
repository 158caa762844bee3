"""Contactpersonen at the desk: changed once, on the phone's card at the next search; and a file there and back."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from app.config import load
from app.core import Core, build
from app.register.importer import Importer
from app.store.tables.register import abonnement, persoon
from tests.browser import people
from tests.browser.bureau import voor_iedereen
from tests.browser.conftest import CHEAP, Bureau, Server

GGZ = "GGZ Utrecht"
WIE = {
    "organisatie": GGZ,
    "functie": "behandelaar",
    "email": "wie@ggz.example",
    "bereikbaar": "altijd",
}
NIEUW = "+31301234567"


@pytest.fixture
def kern(server: Server) -> Iterator[Core]:
    built = build(load(server.environment), passwords=CHEAP)
    yield built
    built.close()


@pytest.fixture
def op_straat(kern: Core) -> int:
    """Noor Terpstra is on the street, to be called about through Ria Blom of the GGZ; the id of the abonnement."""
    one = people.abonnement(
        handelingskader=people.kader("overleg_eerst", "Eerst bellen."),
        contactpersonen=[
            WIE | {"naam": "Ria Blom", "telefoon": "+3197010000077", "eerste": True},
            WIE | {"naam": "Oud Nummer", "telefoon": "+3197010000078", "bereikbaar": "ma-vr 08:30-17:00"},
        ],
    )
    who = {"roepnaam": "Noor", "geslachtsnaam": "Terpstra", "geboorte": {"datum": "1990-02-03"}}
    with kern.engines.read.connect() as connection:
        lines = connection.scalar(
            select(func.count()).select_from(persoon).where(persoon.c.geslachtsnaam == "Terpstra")
        )
    if not lines:
        line = {"externId": "b-contact", "persoon": who, "abonnementen": [one]}
        Importer(kern.engines.write, kern.trail, kern.clock).run([json.dumps(line).encode()])
    with kern.engines.read.connect() as connection:
        found = select(abonnement.c.id).join(persoon, persoon.c.id == abonnement.c.persoon_id)
        return int(connection.execute(found.where(persoon.c.geslachtsnaam == "Terpstra")).scalar_one())


def open_first(page: Page, naam: str) -> None:
    page.get_by_role("link", name=naam, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=naam)).to_be_visible()


def test_a_number_that_changes_at_the_desk_is_on_the_card_at_the_next_search(
    op_straat: int, bureau: Bureau, ask: Callable[[str], Page]
) -> None:
    phone = ask("noor terpstra 3-2-1990")
    expect(phone.get_by_role("link", name="Ria Blom")).to_have_attribute("href", re.compile(r"tel:\+31"))
    desk = bureau("ggz", "contactpersonen?bron=eigen&actief=ja")
    open_first(desk, "Ria Blom")
    expect(desk.get_by_text("1 kaart: daar is een wijziging meteen te zien.")).to_be_visible()
    desk.get_by_label("Telefoon").fill("030 - 123 45")
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.locator(".samenvatting")).to_contain_text("Typ het als 030 123 45 67.")
    desk.get_by_label("Telefoon").fill("030 - 123 45 67")
    expect(desk.get_by_text(f"Wordt bewaard als {NIEUW}")).to_be_visible()
    voor_iedereen(desk)
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.get_by_text(re.compile(r"Bewaard\. [01] kaart(en)? bijgewerkt\."))).to_be_visible()
    phone.get_by_role("button", name="Nieuwe vraag").click()
    phone.get_by_label("Wie zoek je?").fill("noor terpstra 3-2-1990")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("link", name="Ria Blom")).to_have_attribute("href", f"tel:{NIEUW}")


def test_hours_exceptions_and_a_deputy_are_filled_in_with_the_answer_of_the_phone_beside_them(
    op_straat: int, bureau: Bureau
) -> None:
    desk = bureau("ggz", "contactpersonen/nieuw")
    desk.get_by_label("Naam").fill("Joke <b>van</b> Dam")
    desk.get_by_role("radio", name=re.compile("^Altijd")).check()
    expect(desk.get_by_role("status").filter(has_text="De telefoon zegt nu")).to_contain_text("nu bereikbaar")
    desk.get_by_role("button", name="Voeg een uitzondering toe").click()
    desk.get_by_role("group", name="Uitzonderingen").get_by_label("Van").fill(people.away(-1))
    desk.get_by_role("group", name="Uitzonderingen").get_by_label("Tot en met").fill(people.away(1))
    expect(desk.get_by_role("status").filter(has_text="De telefoon zegt nu")).to_contain_text("vanaf 00:00")
    desk.get_by_label("Vervanger").select_option(label="Ria Blom")
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.get_by_role("heading", level=1, name="Joke <b>van</b> Dam")).to_be_visible()
    desk.get_by_role("radio", name=re.compile("^Op vaste tijden")).check()
    desk.get_by_role("button", name="Bewaar").click()
    expect(desk.get_by_text("Vul de tijden in, of kies iets anders.").first).to_be_visible()
    desk.get_by_role("button", name="Buiten kantoortijd").click()
    desk.keyboard.press("Control+s")
    expect(desk.get_by_text("Bewaard. 0 kaarten bijgewerkt.")).to_be_visible()
    voor_iedereen(desk)
    desk.get_by_role("button", name="Schakel uit").click()
    desk.get_by_role("dialog").get_by_role("button", name="Schakel uit").click()
    expect(desk.get_by_text("Deze contactpersoon staat op geen kaart.")).to_be_visible()


def test_two_editors_at_once_get_both_versions_beside_each_other(op_straat: int, bureau: Bureau) -> None:
    pages = [bureau("ggz", "contactpersonen?bron=eigen&actief=ja") for _ in range(2)]
    for page in pages:
        open_first(page, "Oud Nummer")
    for page, functie in zip(pages, ("eerste functie", "tweede functie"), strict=True):
        page.get_by_label("Functie").fill(functie)
        page.get_by_role("button", name="Bewaar").click()
        expect(
            page.get_by_text("bijgewerkt." if functie.startswith("eerste") else "eerste functie").first
        ).to_be_visible()


def test_the_owner_says_who_comes_first(op_straat: int, bureau: Bureau) -> None:
    desk = bureau("zvh", f"abonnementen/{op_straat}/contactpersonen")
    expect(desk.get_by_role("heading", name="Wie te bellen")).to_be_visible()
    desk.get_by_role("button", name="Zet Oud Nummer hoger").click()
    desk.get_by_role("listitem").filter(has_text="Oud Nummer").get_by_role("radio", name="Bel als eerste").check()
    desk.get_by_role("button", name="Bewaar de volgorde").click()
    expect(desk.get_by_text("Bewaard. De kaart is bijgewerkt.")).to_be_visible()
    expect(desk.locator(".belvolgorde li").first).to_contain_text("Oud Nummer")
    voor_iedereen(desk)


def test_a_file_out_and_in_again(op_straat: int, bureau: Bureau, tmp_path: Path) -> None:
    desk = bureau("ggz", "contactpersonen/bestand")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Haal het bestand op").click()
    file = tmp_path / "uit.csv"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("\ufeffnummer;naam")
    file.write_text(text + ";=Fout;;soms;;;;;;\r\n", encoding="utf-8")
    desk.get_by_label("Bestand", exact=True).set_input_files(file)
    expect(desk.get_by_text("Er is nog niets ingelezen")).to_be_visible()
    voor_iedereen(desk)
    file.write_text(text + ";Uit een bestand;;030-7654321;;;;;;\r\n", encoding="utf-8")
    desk.get_by_label("Bestand", exact=True).set_input_files(file)
    desk.get_by_role("button", name="Lees alles in").click()
    expect(desk.get_by_text("Ingelezen: 1 nieuw, 0 gewijzigd")).to_be_visible()
    expect(desk.get_by_role("link", name="Uit een bestand", exact=True)).to_be_visible()
