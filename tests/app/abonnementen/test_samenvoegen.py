"""Two persons who are one: nothing is lost, and everything can be moved back."""

import json
import threading
from dataclasses import replace
from typing import Any

import pytest

from app.abonnementen import samenvoegen
from app.abonnementen.openen import Opening, open_abonnement
from app.abonnementen.personen import change_persoon, read_persoon
from app.abonnementen.samenvoegen import Samenvoeging, merge, undo
from app.abonnementen.wijzigen import end, suspend
from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.errors import IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.register.importer import Importer, Listener, Rejected
from app.register.model import Persoon
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import abonnement, persoon, persoon_alias
from app.store.tables.street import straatkaart
from app.store.tables.werklijst import melding
from app.store.transaction import transaction
from tests.app.abonnementen.conftest import Bank
from tests.bureau import Geopend, make_caller
from tests.bureau import open_abonnement as opened

JAN = Persoon("", "Meulen", voornamen="Jan Pieter", voorvoegsel="van der", geboortedatum="1994-03-07", geslacht="man")
JOHAN = Persoon("", "Vermeulen", voornamen="Johan", aliassen=("Lange Jan",), geboortedatum="1994", geboorteplaats="Ede")


@pytest.fixture
def van(core: Core) -> Geopend:
    return opened(core, status="actief", persoon=JAN, aanpak="hoog_risico")


@pytest.fixture
def naar(core: Core) -> Geopend:
    return opened(core, status="actief", persoon=JOHAN)


def names(bank: Bank, persoon_id: int) -> list[str]:
    return [row.naam for row in bank.rows(persoon_alias, persoon_id=persoon_id)]


def test_everything_moves_and_the_street_has_one_card(bank: Bank, politie: Caller, van: Geopend, naar: Geopend) -> None:
    number = bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    assert {row.persoon_id for row in bank.rows(abonnement)} == {naar.persoon_id}
    assert {row.abonnement_id for row in bank.rows(formulierdeel)} == {van.abonnement_id, naar.abonnement_id}
    assert names(bank, naar.persoon_id) == ["Lange Jan", "Jan Pieter van der Meulen"]
    kept = bank.row(persoon, naar.persoon_id)
    # What was known better of the other is filled in; what was known stays.
    assert (kept.geboortedatum, kept.geboorteplaats, kept.geslacht) == ("1994-03-07", "Ede", "man")
    assert (kept.voornamen, kept.geslachtsnaam) == ("Johan", "Vermeulen")
    gone = bank.row(persoon, van.persoon_id)
    assert (gone.geslachtsnaam, gone.samengevoegd_met) == ("Meulen", naar.persoon_id)
    (card,) = bank.rows(straatkaart)
    assert card.persoon_id == naar.persoon_id
    shown = json.loads(card.kaart)
    assert "Jan Pieter van der Meulen" in shown["persoon"]["aliassen"]
    assert {each["aanpak"]["code"] for each in shown["afspraken"]} == {"levensloop", "hoog_risico"}
    (record,) = bank.records("personen_samengevoegd")
    assert record["samenvoeging"] == number
    assert record["abonnementen"] == [van.abonnement_id]


DOSSIER = ("persoon", "persoon_alias", "abonnement", "formulierdeel", "straatkaart", "zoekprofiel", "zoeksleutel")


def without_versions(bank: Bank) -> dict[str, list[Any]]:
    """The dossiers and the street, but for versions and moments, which only go forward."""
    found = {}
    for name, rows in bank.snapshot().items():
        if name in ("persoon", "abonnement"):
            table = {"persoon": persoon, "abonnement": abonnement}[name]
            at = [column.name for column in table.columns].index("versie")
            found[name] = [row[:at] + row[at + 1 :] for row in rows]
        elif name == "straatkaart":
            found[name] = [(row[0], row[1], row[2], row[3][: row[3].rindex(b"gepubliceerdOp")]) for row in rows]
        elif name in DOSSIER or name in ("naamdeel", "naamvariant"):
            found[name] = rows
    return found


def test_undoing_brings_back_exactly_what_there_was(
    core: Core, bank: Bank, politie: Caller, van: Geopend, naar: Geopend
) -> None:
    before = without_versions(bank)
    number = bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    bank.do(politie, undo, number, "toch broers")
    assert without_versions(bank) == before
    assert bank.records("samenvoeging_ongedaan")[0]["reden"] == "toch broers"
    with pytest.raises(KanNuNiet):
        bank.do(politie, undo, number, "nog eens")


def test_what_was_done_since_stays_with_who_it_was_done_for(
    core: Core, bank: Bank, politie: Caller, van: Geopend, naar: Geopend
) -> None:
    number = bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    since = opened(core, persoon_id=naar.persoon_id, aanpak="nazorg")
    bank.do(politie, end, van.abonnement_id, 2, "verhuisd")
    versie = bank.row(persoon, naar.persoon_id).versie
    bank.do(politie, change_persoon, naar.persoon_id, versie, {"geslacht": "vrouw", "geboorteplaats": "Wageningen"})
    bank.do(politie, undo, number, "toch broers")
    assert bank.row(abonnement, since.abonnement_id).persoon_id == naar.persoon_id
    moved = bank.row(abonnement, van.abonnement_id)
    assert (moved.persoon_id, moved.status) == (van.persoon_id, "beeindigd")
    kept = bank.row(persoon, naar.persoon_id)
    assert (kept.geslacht, kept.geboorteplaats, kept.geboortedatum) == ("vrouw", "Wageningen", "1994")


def test_notes_from_the_street_go_along_and_back(
    core: Core, bank: Bank, politie: Caller, van: Geopend, naar: Geopend
) -> None:
    note = {
        "persoon_id": van.persoon_id,
        "abonnement_id": van.abonnement_id,
        "raadpleging": "0" * 36,
        "kaart_digest": "0" * 64,
        "urgentie": "gewoon",
        "tekst": "Telefoonnummer klopt niet.",
        "gemeld_op": "2026-11-21T20:00:00.000Z",
        "gemeld_door": politie.account_id,
        "status": "nieuw",
    }
    with transaction(core.engines.write) as connection:
        connection.execute(melding.insert().values(note))
    number = bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    assert [row.persoon_id for row in bank.rows(melding)] == [naar.persoon_id]
    bank.do(politie, undo, number, "toch broers")
    assert [row.persoon_id for row in bank.rows(melding)] == [van.persoon_id]


@pytest.mark.parametrize("juist", ["van", "naar"])
def test_of_two_birth_dates_somebody_says_which_is_right(
    core: Core, bank: Bank, politie: Caller, van: Geopend, juist: str
) -> None:
    other = opened(core, status="actief", persoon=Persoon("", "Meulen", voornamen="Jan", geboortedatum="1951-08-18"))
    before = bank.snapshot()
    asked = Samenvoeging(van.persoon_id, other.persoon_id, "zelfde ouders")
    with pytest.raises(InvalidInput) as refused:
        bank.do(politie, merge, asked)
    assert [error.pointer for error in refused.value.errors] == ["#/geboortedatum"]
    assert bank.snapshot() == before
    number = bank.do(politie, merge, replace(asked, geboortedatum=juist))
    kept = {"van": "1994-03-07", "naar": "1951-08-18"}[juist]
    assert bank.row(persoon, other.persoon_id).geboortedatum == kept
    bank.do(politie, undo, number, "toch vader en zoon")
    assert bank.row(persoon, other.persoon_id).geboortedatum == "1951-08-18"


def test_a_chain_leads_to_who_it_is_now_and_is_undone_from_its_end(
    core: Core, bank: Bank, politie: Caller, van: Geopend, naar: Geopend
) -> None:
    third = opened(core, aanpak="nazorg", persoon=Persoon("", "Berg", voornamen="Jan"))
    first = bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    second = bank.do(politie, merge, Samenvoeging(naar.persoon_id, third.persoon_id, "zelfde vingerafdruk"))
    with core.engines.read.connect() as connection:
        found = read_persoon(connection, politie, van.persoon_id)
        owner = read_persoon(connection, make_caller(core, Rol.ZVH), van.persoon_id)
    assert found.samengevoegd_met == owner.samengevoegd_met == third.persoon_id
    assert not found.abonnementen
    assert {row.persoon_id for row in bank.rows(abonnement)} == {third.persoon_id}
    with pytest.raises(KanNuNiet, match=f"samenvoeging {second}"):
        bank.do(politie, undo, first, "toch broers")
    bank.do(politie, undo, second, "andere hand")
    bank.do(politie, undo, first, "toch broers")
    owners = {row.id: row.persoon_id for row in bank.rows(abonnement)}
    assert owners == {each.abonnement_id: each.persoon_id for each in (van, naar, third)}


def test_who_was_merged_cannot_be_merged_changed_or_opened_for_again(
    core: Core, bank: Bank, politie: Caller, van: Geopend, naar: Geopend
) -> None:
    bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
    for pair in ((van.persoon_id, naar.persoon_id), (naar.persoon_id, van.persoon_id)):
        with pytest.raises(KanNuNiet):
            bank.do(politie, merge, Samenvoeging(*pair, "nog eens"))
    with pytest.raises(KanNuNiet):
        bank.do(politie, change_persoon, van.persoon_id, 2, {"roepnaam": "Jan"})
    with pytest.raises(KanNuNiet):
        opened(core, persoon_id=van.persoon_id, aanpak="nazorg")
    with pytest.raises(InvalidInput):
        bank.do(politie, merge, Samenvoeging(naar.persoon_id, naar.persoon_id, "zelfde"))
    with pytest.raises(NotFound):
        bank.do(politie, merge, Samenvoeging(999, naar.persoon_id, "zelfde"))
    with pytest.raises(NotFound):
        bank.do(politie, undo, 999, "zelfde")


def test_two_abonnementen_that_run_beside_each_other_must_be_settled_first(
    core: Core, bank: Bank, politie: Caller, naar: Geopend
) -> None:
    double = opened(core, persoon=JAN)
    before = bank.snapshot()
    with pytest.raises(KanNuNiet, match=f"Abonnement {double.abonnement_id} en abonnement {naar.abonnement_id}"):
        bank.do(politie, merge, Samenvoeging(double.persoon_id, naar.persoon_id, "zelfde ouders"))
    assert bank.snapshot() == before
    bank.do(politie, end, double.abonnement_id, 1, "dubbel")
    bank.do(politie, merge, Samenvoeging(double.persoon_id, naar.persoon_id, "zelfde ouders"))


def test_a_fault_in_the_middle_leaves_both(
    bank: Bank, politie: Caller, van: Geopend, naar: Geopend, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise RuntimeError

    before = bank.snapshot()
    for name in ("_touch", "_write_down"):
        with monkeypatch.context() as patched, pytest.raises(RuntimeError):
            patched.setattr(samenvoegen, name, fail)
            bank.do(politie, merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
        assert bank.snapshot() == before


def test_opening_for_who_is_being_merged_at_that_moment(core: Core, bank: Bank, van: Geopend, naar: Geopend) -> None:
    """Whoever comes second sees what the first did: never an abonnement left behind at who was merged."""
    callers = [make_caller(core, Rol.POLITIEBEHEER, naam=naam) for naam in ("een", "ander", "derde", "vierde")]
    owner = bank.row(abonnement, van.abonnement_id).eigenaar_id
    outcomes: list[str] = []
    together = threading.Barrier(4)

    def work(at: int) -> None:
        together.wait()
        try:
            if at == 0:
                bank.do(callers[at], merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders"))
            else:
                aanpak = ("", "nazorg", "radicalisering", "huiselijk_geweld")[at]
                opening = Opening(aanpak, "wgs", "rust", persoon_id=van.persoon_id, veiligheidshuis_id=owner)
                bank.do(callers[at], open_abonnement, opening)
            outcomes.append("gedaan")
        except KanNuNiet:
            outcomes.append("kan nu niet")

    threads = [threading.Thread(target=work, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4, "nobody waits for another for ever"
    merged = bank.row(persoon, van.persoon_id).samengevoegd_met
    if merged is not None:
        assert merged == naar.persoon_id
        assert bank.rows(abonnement, persoon_id=van.persoon_id) == []
    assert len(bank.rows(abonnement)) == 2 + outcomes.count("gedaan") - (merged is not None)


def test_two_merges_that_cross_each_other_do_not_wait_for_ever(
    core: Core, bank: Bank, van: Geopend, naar: Geopend
) -> None:
    outcomes: list[str] = []
    together = threading.Barrier(2)

    def work(naam: str, one: int, other: int) -> None:
        caller = make_caller(core, Rol.POLITIEBEHEER, naam=naam)
        together.wait()
        try:
            bank.do(caller, merge, Samenvoeging(one, other, "zelfde ouders"))
            outcomes.append("gedaan")
        except KanNuNiet:
            outcomes.append("kan nu niet")

    pairs = (("een", van.persoon_id, naar.persoon_id), ("ander", naar.persoon_id, van.persoon_id))
    threads = [threading.Thread(target=work, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["gedaan", "kan nu niet"]
    assert len(bank.on_street()) == 1


def test_a_merge_beside_other_acts_on_the_same_persons(core: Core, bank: Bank, van: Geopend, naar: Geopend) -> None:
    """Everybody takes their locks in one order, so that nobody is refused because two wait for each other."""
    callers = [make_caller(core, Rol.POLITIEBEHEER, naam=naam) for naam in ("een", "ander", "derde", "vierde")]
    acts: list[tuple[Any, ...]] = [
        (merge, Samenvoeging(van.persoon_id, naar.persoon_id, "zelfde ouders")),
        (suspend, van.abonnement_id, 1, "opgenomen"),
        (end, naar.abonnement_id, 1, "verhuisd"),
        (change_persoon, naar.persoon_id, 1, {"roepnaam": "Jo"}),
    ]
    outcomes: list[str] = []
    together = threading.Barrier(len(acts))

    def work(caller: Caller, act: Any, *arguments: Any) -> None:
        together.wait()
        try:
            bank.do(caller, act, *arguments)
            outcomes.append("gedaan")
        except (KanNuNiet, IntussenGewijzigd):
            outcomes.append("te laat")

    threads = [threading.Thread(target=work, args=(caller, *act)) for caller, act in zip(callers, acts, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == len(acts)
    assert bank.row(persoon, van.persoon_id).samengevoegd_met == naar.persoon_id
    assert set(bank.on_street()) <= {naar.persoon_id}


def test_an_import_refuses_the_line_of_who_was_merged(core: Core, bank: Bank, politie: Caller) -> None:
    line: dict[str, Any] = {
        "externId": "p-1",
        "persoon": {"voornamen": "Jan", "geslachtsnaam": "Jansen"},
        "abonnementen": [{"aanpak": "nazorg", "veiligheidshuis": "Utrecht", "start": "2026-01-01"}],
    }
    lines = [json.dumps(line).encode(), json.dumps(line | {"externId": "p-2"}).encode()]
    refused: list[Rejected] = []
    importer = Importer(core.engines.write, core.trail, core.clock)
    importer.run([lines[0]])
    naar = opened(core)
    (van,) = (row.id for row in bank.rows(persoon, extern_id="p-1"))
    bank.do(politie, merge, Samenvoeging(van, naar.persoon_id, "zelfde ouders"))
    # Unchanged or not, and the others of the file go in.
    changed = json.dumps(line | {"persoon": {"voornamen": "Johan", "geslachtsnaam": "Jansen"}}).encode()
    for again in (lines[0], changed):
        result = importer.run([again, lines[1]], Listener(on_rejected=refused.append))
        assert (result.geweigerd, result.in_register) == (1, 1)
    assert {(each.regel, each.veld) for each in refused} == {(1, "externId")}
    assert "samengevoegd" in refused[0].reden
    assert bank.rows(abonnement, persoon_id=van) == []
