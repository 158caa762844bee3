"""The own part: the whole of it at once, on the version one has seen, and nobody else's."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol
from app.errors import IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.formulier.beheren import stuur_terug
from app.formulier.concept import bewaar_concept, gooi_concept_weg, lees_concept
from app.formulier.invullen import bevestig, maak_bezwaar, trek_bezwaar_in, vul_in
from app.formulier.rules import Inlichting, Invoer
from app.store.tables.formulier import deelconcept, inlichting
from app.store.tables.register import abonnement_contactpersoon
from app.store.transaction import transaction
from app.werk.bureau import Werk
from tests.app.formulier.conftest import OVERLEG, STRAAT, ZSM, Formulier
from tests.bureau import make_caller, make_contactpersoon
from tests.conftest import FakeClock

GETYPT: dict[str, Any] = {"neemtDeel": None, "contactpersonen": [None], "inlichtingen": []}


def test_the_whole_part_is_replaced(formulier: Formulier) -> None:
    assert formulier.vul_in(STRAAT, ZSM) == 2
    assert formulier.vul_in(OVERLEG) == 3
    assert [(row.volgorde, row.tekst) for row in formulier.rijen(inlichting)] == [(0, OVERLEG.tekst)]
    row = formulier.rij()
    assert (row.status, row.neemt_deel, row.ingevuld_door) == ("ingevuld", True, formulier.ggz.account_id)


def test_confirming_asks_what_is_missing_by_field(formulier: Formulier) -> None:
    for pointer, fill_in in (("#/neemtDeel", False), ("#/contactpersonen", True)):
        if fill_in:
            formulier.vul_in(contacten=())
        with pytest.raises(InvalidInput) as refused:
            formulier.bevestig()
        assert [field.pointer for field in refused.value.errors] == [pointer]
    formulier.vul_in()
    formulier.bevestig()
    assert formulier.rij().status == "bevestigd"
    with pytest.raises(KanNuNiet):
        formulier.bevestig()


def test_a_confirmed_part_that_changes_has_to_be_confirmed_again(formulier: Formulier, clock: FakeClock) -> None:
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    asked, versie = formulier.rij().gevraagd_op, formulier.rij().versie
    # Saving the same changes nothing.
    assert formulier.vul_in(STRAAT) == versie
    assert formulier.rij().status == "bevestigd"
    clock.forward(days=3)
    formulier.vul_in(STRAAT, ZSM)
    row = formulier.rij()
    assert (row.status, row.bevestigd_op, row.gevraagd_op > asked) == ("ingevuld", None, True)


def test_a_question_is_answered_before_it_is_confirmed(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT)
    versie = formulier.rij().versie
    formulier.doe(formulier.zvh, lambda werk: stuur_terug(werk, formulier.deel, versie, "Welke?"))
    with pytest.raises(KanNuNiet):
        formulier.bevestig()
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    assert formulier.rij().vraag is None


def test_only_the_own_contactpersonen_in_their_order_and_those_of_others_stay(formulier: Formulier) -> None:
    def links() -> list[tuple[int, int, bool]]:
        rows = formulier.rijen(abonnement_contactpersoon)
        return [(row.volgorde, row.contactpersoon_id, row.eerste) for row in rows]

    elsewhere = make_contactpersoon(formulier.core, organisatie="Reclassering Utrecht", naam="B. Bos")
    second = make_contactpersoon(formulier.core, naam="C. Kok")
    with transaction(formulier.core.engines.write) as connection:
        row = {"abonnement_id": formulier.abonnement, "volgorde": 3, "contactpersoon_id": elsewhere, "eerste": True}
        connection.execute(abonnement_contactpersoon.insert().values(row))
    formulier.vul_in(contacten=(second, formulier.contact))
    # It counts once it is confirmed, and so does a change of it.
    assert links() == [(3, elsewhere, True)]
    formulier.bevestig()
    assert links() == [(3, elsewhere, True), (4, second, False), (5, formulier.contact, False)]
    formulier.vul_in(contacten=(formulier.contact,))
    assert links() == [(3, elsewhere, True), (4, second, False), (5, formulier.contact, False)]
    formulier.bevestig()
    assert links() == [(3, elsewhere, True), (4, formulier.contact, False)]
    for wrong in ((elsewhere,), (second, second)):
        with pytest.raises(InvalidInput) as refused:
            formulier.vul_in(contacten=wrong)
        assert [field.pointer for field in refused.value.errors] == [f"#/contactpersonen/{len(wrong) - 1}"]
    formulier.vul_in(neemt_deel=False)
    assert links() == [(3, elsewhere, True)]


def test_not_taking_part_goes_with_nothing_else(formulier: Formulier) -> None:
    given = Invoer(neemt_deel=False, contactpersonen=(formulier.contact,), inlichtingen=(STRAAT,))
    with pytest.raises(InvalidInput) as refused:
        formulier.doe(formulier.ggz, lambda werk: vul_in(werk, formulier.deel, 1, given))
    assert [field.pointer for field in refused.value.errors] == ["#/contactpersonen", "#/inlichtingen"]


def test_who_confirmed_a_no_is_done_with_it(formulier: Formulier) -> None:
    formulier.vul_in(neemt_deel=False)
    formulier.bevestig()
    with pytest.raises(NotFound):
        formulier.vul_in(STRAAT)
    # A question brings it back.
    versie = formulier.rij().versie
    formulier.doe(formulier.zvh, lambda werk: stuur_terug(werk, formulier.deel, versie, "Echt niet?"))
    formulier.vul_in(STRAAT)


OTHERS = [(Rol.PARTNER, "Reclassering Utrecht"), (Rol.ZVH, None), (Rol.POLITIEBEHEER, None)]


@pytest.mark.parametrize(("rol", "van"), OTHERS)
def test_nobody_writes_the_part_of_another(formulier: Formulier, rol: Rol, van: str | None) -> None:
    other = make_caller(formulier.core, rol, naam="ander", van=van)
    acts: list[Callable[[Werk], Any]] = [
        lambda werk: vul_in(werk, formulier.deel, 1, Invoer(neemt_deel=True)),
        lambda werk: bevestig(werk, formulier.deel, 1),
        lambda werk: maak_bezwaar(werk, formulier.deel, 1, "Nee."),
        lambda werk: trek_bezwaar_in(werk, formulier.deel, 1),
        lambda werk: bewaar_concept(werk, formulier.deel, 1, GETYPT),
        lambda werk: gooi_concept_weg(werk, formulier.deel),
    ]
    before = formulier.rij()
    for act in acts:
        with pytest.raises(NotFound):
            formulier.doe(other, act)
    assert formulier.rij() == before


def test_two_at_once_and_one_of_them_is_told(formulier: Formulier) -> None:
    together = threading.Barrier(2)
    ends: list[str] = []

    def save(tekst: str) -> None:
        together.wait()
        given = Invoer(neemt_deel=True, inlichtingen=(Inlichting(tekst, "zsm", "feit", "Ik"),))
        try:
            formulier.doe(formulier.ggz, lambda werk: vul_in(werk, formulier.deel, 1, given))
        except IntussenGewijzigd:
            ends.append("te laat")
        else:
            ends.append(tekst)

    threads = [threading.Thread(target=save, args=(tekst,)) for tekst in ("een", "twee")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first = next(end for end in ends if end != "te laat")
    assert sorted(ends) == sorted([first, "te laat"])
    assert [row.tekst for row in formulier.rijen(inlichting)] == [first]
    assert formulier.rij().versie == 2


def test_a_fault_in_the_middle_leaves_nothing(formulier: Formulier, monkeypatch: pytest.MonkeyPatch) -> None:
    formulier.vul_in(STRAAT)
    before = (formulier.rij(), formulier.rijen(inlichting), formulier.rijen(abonnement_contactpersoon))

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    for place in ("trek_in", "change_version", "_forget_draft"):
        with monkeypatch.context() as broken:
            broken.setattr(f"app.formulier.invullen.{place}", fail)
            with pytest.raises(RuntimeError):
                formulier.vul_in(ZSM, OVERLEG, contacten=())
        assert (formulier.rij(), formulier.rijen(inlichting), formulier.rijen(abonnement_contactpersoon)) == before


def test_the_trail_says_who_did_what_and_not_what_was_said(formulier: Formulier) -> None:
    formulier.vul_in(STRAAT)
    formulier.bevestig()
    (body,) = formulier.vastgelegd("formulierdeel_ingevuld")
    assert body["inlichtingen"] == [{"delen": "straat", "aard": "feit"}]
    assert body["contactpersonen"] == [formulier.contact]
    assert "medicijnen" not in str([*formulier.vastgelegd("formulierdeel_bevestigd"), body])


def test_a_draft_is_kept_for_who_typed_it_until_it_is_saved(formulier: Formulier) -> None:
    def draft(caller: Any) -> Any:
        with formulier.core.engines.read.connect() as connection:
            return lees_concept(connection, caller, formulier.deel)

    def keep(caller: Any, typed: dict[str, Any], basis: int = 1) -> None:
        formulier.doe(caller, lambda werk: bewaar_concept(werk, formulier.deel, basis, typed))

    colleague = make_caller(formulier.core, Rol.PARTNER, naam="collega")
    later = GETYPT | {"contactpersonen": []}
    for who, typed in ((formulier.ggz, GETYPT), (formulier.ggz, later), (colleague, GETYPT)):
        keep(who, typed)
    assert draft(formulier.ggz).inhoud == later
    assert [body["wat"] for body in formulier.vastgelegd("formulierdeel_concept")] == ["begonnen", "begonnen"]
    # Saving ends one's own draft; it is no version of the part.
    assert formulier.vul_in(STRAAT) == 2
    assert draft(formulier.ggz) is None
    assert draft(colleague).basis == 1
    formulier.doe(colleague, lambda werk: gooi_concept_weg(werk, formulier.deel))
    assert formulier.rijen(deelconcept) == []
    with pytest.raises(IntussenGewijzigd):
        keep(formulier.ggz, GETYPT, basis=9)
