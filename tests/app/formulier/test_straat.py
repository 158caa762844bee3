"""From the form to the street: only what is confirmed, only at publishing, and off it the moment it is taken back."""

import json
from typing import Any

import pytest

from app.errors import KanNuNiet
from app.formulier.beheren import stuur_terug
from app.formulier.delen import verwijder_deel
from app.formulier.invullen import maak_bezwaar, trek_bezwaar_in
from app.formulier.rules import Inlichting
from app.formulier.straat import neem_inlichtingen_over
from app.store.tables.afspraken import straatinlichtingen
from app.store.tables.street import straatkaart
from app.werk.bureau import Werk
from tests.app.formulier.conftest import OVERLEG, STRAAT, ZSM, Formulier
from tests.bureau import make_contactpersoon

OP_STRAAT = {"organisatie": "GGZ Utrecht", "tekst": "Neemt medicijnen.", "aard": "feit", "bron": "Behandelaar"}


def publish(formulier: Formulier) -> int | None:
    def act(werk: Werk) -> int | None:
        versie = neem_inlichtingen_over(werk, formulier.abonnement)
        werk.publiceer([formulier.persoon])
        return versie

    versie: int | None = formulier.doe(formulier.zvh, act)
    return versie


def card(formulier: Formulier) -> dict[str, Any]:
    (row,) = formulier.rijen(straatkaart)
    afspraak: dict[str, Any] = json.loads(row.kaart)["afspraken"][0]
    return afspraak


def on_street(formulier: Formulier) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = card(formulier)["inlichtingen"]
    return lines


def confirmed_and_published(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    publish(formulier)
    assert on_street(formulier) == [OP_STRAAT]


def test_only_what_is_confirmed_and_for_the_street_reaches_it(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT, ZSM, OVERLEG)
    assert publish(formulier) is None
    assert on_street(formulier) == []
    formulier.bevestig()
    assert on_street(formulier) == []
    assert publish(formulier) == 1
    assert on_street(formulier) == [OP_STRAAT]
    assert publish(formulier) is None


@pytest.mark.parametrize(
    "now",
    [
        (),
        (ZSM,),
        (Inlichting("Neemt medicijnen.", "alleen_overleg", "feit", "Behandelaar"),),
        (Inlichting("Neemt andere medicijnen.", "straat", "feit", "Behandelaar"),),
        (Inlichting("Neemt medicijnen.", "straat", "oordeel", "Behandelaar"),),
    ],
)
def test_what_is_taken_back_or_narrowed_goes_at_once(formulier: Formulier, now: tuple[Inlichting, ...]) -> None:
    confirmed_and_published(formulier)
    formulier.vul_in(*now)
    assert on_street(formulier) == []
    assert formulier.rijen(straatinlichtingen)[-1].regels == []


def test_what_stays_stays_and_what_is_new_waits(formulier: Formulier) -> None:
    confirmed_and_published(formulier)
    new = Inlichting("Draagt een bril.", "straat", "feit", "Behandelaar")
    formulier.vul_in(new, STRAAT)
    assert on_street(formulier) == [OP_STRAAT]
    # Somebody publishes while it is not confirmed: nothing new, and nothing lost.
    assert publish(formulier) is None
    assert on_street(formulier) == [OP_STRAAT]
    formulier.bevestig()
    assert publish(formulier) == 2
    assert [line["tekst"] for line in on_street(formulier)] == ["Draagt een bril.", "Neemt medicijnen."]


def test_who_says_no_is_gone_from_the_street(formulier: Formulier) -> None:
    confirmed_and_published(formulier)
    assert len(card(formulier)["contactpersonen"]) == 1
    formulier.vul_in(neemt_deel=False)
    assert (card(formulier)["inlichtingen"], card(formulier)["contactpersonen"]) == ([], [])


def test_whom_to_call_is_on_the_card_once_the_part_is_confirmed(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT)
    assert card(formulier)["contactpersonen"] == []
    formulier.bevestig()
    assert [person["naam"] for person in card(formulier)["contactpersonen"]] == ["A. Yilmaz"]
    # Changing it leaves the card as it was until it is confirmed again.
    formulier.vul_in(STRAAT, contacten=(make_contactpersoon(formulier.core, naam="C. Kok"),))
    assert [person["naam"] for person in card(formulier)["contactpersonen"]] == ["A. Yilmaz"]
    formulier.bevestig()
    assert [person["naam"] for person in card(formulier)["contactpersonen"]] == ["C. Kok"]


def test_an_objection_takes_it_off_and_stops_publishing(formulier: Formulier) -> None:
    confirmed_and_published(formulier)
    versie = formulier.rij().versie
    formulier.doe(formulier.ggz, lambda werk: maak_bezwaar(werk, formulier.deel, versie, "De behandeling stopt."))
    assert on_street(formulier) == []
    with pytest.raises(KanNuNiet):
        publish(formulier)
    formulier.doe(formulier.ggz, lambda werk: trek_bezwaar_in(werk, formulier.deel, versie + 1))
    assert on_street(formulier) == []
    assert publish(formulier) == 3
    assert on_street(formulier) == [OP_STRAAT]


def test_a_question_leaves_on_the_street_what_was_agreed(formulier: Formulier) -> None:
    confirmed_and_published(formulier)
    versie = formulier.rij().versie
    formulier.doe(formulier.zvh, lambda werk: stuur_terug(werk, formulier.deel, versie, "Welke medicijnen?"))
    assert publish(formulier) is None
    assert on_street(formulier) == [OP_STRAAT]


def test_an_organisation_off_the_form_is_off_the_street(formulier: Formulier) -> None:
    confirmed_and_published(formulier)
    before = formulier.rijen(straatinlichtingen)
    versie = formulier.rij().versie
    formulier.doe(formulier.zvh, lambda werk: verwijder_deel(werk, formulier.deel, versie))
    assert (card(formulier)["inlichtingen"], card(formulier)["contactpersonen"]) == ([], [])
    # No version is ever changed: that it went is a version of its own.
    after = formulier.rijen(straatinlichtingen)
    assert after[:-1] == before
    assert (after[-1].versie, after[-1].regels) == (2, [])


def test_a_fault_in_the_middle_leaves_the_old(formulier: Formulier, monkeypatch: pytest.MonkeyPatch) -> None:
    confirmed_and_published(formulier)
    before = formulier.rij()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("app.werk.bureau.Werk.publiceer", fail)
    with pytest.raises(RuntimeError):
        formulier.vul_in()
    monkeypatch.undo()
    assert formulier.rij() == before
    assert on_street(formulier) == [OP_STRAAT]
    assert publish(formulier) is None
