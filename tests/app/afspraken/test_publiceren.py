"""From a concept to the street: who may, when not, once only, and all of it or nothing."""

import contextlib
import json
import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from app.access.rules import Rol
from app.afspraken.concept import VierOgen
from app.afspraken.goedkeuren import Publicatie
from app.afspraken.model import Criteria, Voorstel, ZsmAdvies
from app.core import Core
from app.errors import DomainError, Forbidden, IntussenGewijzigd, InvalidInput, KanNuNiet, NotFound
from app.store.tables import afspraken as tables
from app.store.tables import metadata, register, street
from app.store.tables.audit import auditrecord
from app.store.tables.formulier import formulierdeel, inlichting
from app.store.transaction import transaction
from tests.app.afspraken.werkplek import Afspraken, make_abonnement
from tests.app.register.test_interruption import PowerCut, power_cut_at
from tests.bureau import BEJEGENING, GEMEENTE, KADER, VOORSTEL, make_caller, make_organisatie
from tests.conftest import FakeClock

ADVIES = ZsmAdvies(
    "2026-11-12",
    "Herhaling voorkomen.",
    "Snelrecht, met reclasseringstoezicht als bijzondere voorwaarde.",
    criteria=Criteria(context=True, juridische_taal=True, historie="nvt"),
)


@pytest.fixture
def nummer(core: Core) -> int:
    return make_abonnement(core)


def change(core: Core, nummer: int, **values: Any) -> None:
    with transaction(core.engines.write) as connection:
        connection.execute(update(register.abonnement).where(register.abonnement.c.id == nummer).values(values))


def card_of(afspraken: Afspraken) -> dict[str, Any]:
    card = afspraken.op_straat()
    assert card
    return dict(json.loads(card))


def test_what_is_approved_is_on_the_street_at_the_next_question(afspraken: Afspraken, nummer: int) -> None:
    assert afspraken.op_straat() is None
    published = afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    assert published.versies == {"handelingskader": 1, "bejegening": 1, "zsmAdvies": 1}
    afspraak = card_of(afspraken)["afspraken"][0]
    assert afspraak["handelingskader"]["kern"] == KADER.kern
    assert afspraak["handelingskader"]["actie"]["tekst"] == "Direct aanhouden"
    assert (afspraak["bejegening"]["kern"], afspraak["toetsenVoor"]) == (BEJEGENING.kern, "2027-05-01")
    # An advice is for the officier van justitie, not for the street.
    assert "Snelrecht" not in json.dumps(card_of(afspraken))
    row = afspraken.rijen(register.abonnement)[0]
    assert (row["status"], row["toetsen_voor"], row["herkomst"]) == ("actief", "2027-05-01", "bureau")
    assert row["versie"] == published.versie == 2
    assert afspraken.rijen(tables.concept) == []


def test_a_version_says_who_wrote_it_and_who_approved(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    for table in (register.handelingskader, register.bejegening):
        row = afspraken.rijen(table)[0]
        assert row["vastgelegd_door"] == afspraken.schrijver.account_id
        assert row["goedgekeurd_door"] == afspraken.collega.account_id
        assert (row["aanleiding"], row["toetsen_voor"]) == ("vastgesteld", "2027-05-01")


def test_the_records_of_a_publication_are_there_with_it(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    records = {row["gebeurtenis"]: row for row in afspraken.rijen(auditrecord)}
    told = records["afspraak_gepubliceerd"]
    assert told["account_id"] == afspraken.collega.account_id
    assert told["inhoud"]["schrijvers"] == [afspraken.schrijver.account_id]
    assert told["inhoud"]["versies"] == {"handelingskader": 1, "bejegening": 1}
    assert {"concept_geschreven", "concept_ingediend", "kaart_gepubliceerd"} <= records.keys()
    # What was agreed about a person does not go into the trail.
    assert KADER.kern not in json.dumps([row["inhoud"] for row in records.values()], ensure_ascii=False)


def test_only_what_changed_gets_a_version(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    changed = replace(VOORSTEL, bejegening=replace(BEJEGENING, kern="Ga naast hem staan."))
    assert afspraken.publiceer(nummer, changed).versies == {"bejegening": 2}
    assert [row["versie"] for row in afspraken.rijen(register.handelingskader)] == [1]
    assert [row["kern"] for row in afspraken.rijen(register.bejegening)] == [BEJEGENING.kern, "Ga naast hem staan."]


def test_what_is_left_out_is_withdrawn_in_a_version_of_its_own(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    afspraken.publiceer(nummer, replace(VOORSTEL, bejegening=None))
    last = afspraken.rijen(register.bejegening)[-1]
    assert (last["versie"], last["kern"], last["aanleiding"]) == (2, "", "ingetrokken")
    assert afspraken.rijen(tables.zsm_advies)[-1]["aanleiding"] == "ingetrokken"
    assert card_of(afspraken)["afspraken"][0]["bejegening"] is None
    assert afspraken.stand(nummer).voorstel.zsm_advies is None


def test_a_new_review_date_alone_is_a_version_that_was_looked_at(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    afspraken.publiceer(nummer, replace(VOORSTEL, toetsen_voor="2027-11-01"))
    rows = afspraken.rijen(register.handelingskader)
    assert [(row["versie"], row["aanleiding"], row["toetsen_voor"]) for row in rows] == [
        (1, "vastgesteld", "2027-05-01"),
        (2, "nagekeken", "2027-11-01"),
    ]
    assert card_of(afspraken)["afspraken"][0]["toetsenVoor"] == "2027-11-01"


def test_what_says_the_same_is_not_published_again(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    with pytest.raises(KanNuNiet, match="gelijk aan wat er al op straat staat"):
        afspraken.publiceer(nummer)


def test_nothing_is_published_before_it_is_submitted(afspraken: Afspraken, nummer: int) -> None:
    afspraken.schrijf(nummer)
    with pytest.raises(KanNuNiet, match="niet ingediend"):
        afspraken.keur_goed(nummer)
    assert afspraken.op_straat() is None


@pytest.mark.parametrize("wie", ["schrijver", "meeschrijver", "indiener"])
def test_whoever_worked_on_it_does_not_approve_it(afspraken: Afspraken, nummer: int, wie: str) -> None:
    other = make_caller(afspraken.core, Rol.ZVH, naam="derde")
    afspraken.schrijf(nummer)
    # The last to write is not the only one who wrote.
    afspraken.schrijf(nummer, door=other)
    afspraken.dien_in(nummer, door=make_caller(afspraken.core, Rol.ZVH, naam="vierde"))
    caller = {"schrijver": afspraken.schrijver, "meeschrijver": other}.get(wie)
    caller = caller or make_caller(afspraken.core, Rol.ZVH, naam="vierde")
    assert afspraken.stand(nummer, caller).goedkeuren_kan_niet
    with pytest.raises(Forbidden):
        afspraken.keur_goed(nummer, door=caller)
    assert afspraken.op_straat() is None
    assert afspraken.keur_goed(nummer).versies


def test_without_four_eyes_one_may_approve_oneself(afspraken: Afspraken, nummer: int) -> None:
    afspraken.schrijf(nummer)
    afspraken.dien_in(nummer)
    for asked in (VierOgen.JA, VierOgen.ZVH):
        with pytest.raises(Forbidden):
            afspraken.keur_goed(nummer, door=afspraken.schrijver, vier_ogen=asked)
    assert afspraken.keur_goed(nummer, door=afspraken.schrijver, vier_ogen=VierOgen.NEE).versies


def test_the_one_expert_of_a_gemeente_can_publish_where_that_is_set(core: Core, afspraken: Afspraken) -> None:
    nummer = make_abonnement(core, eigenaar=GEMEENTE, aanpak="lokale_pga")
    afspraken.schrijver = make_caller(core, Rol.PGA_EXPERT)
    afspraken.schrijf(nummer)
    afspraken.dien_in(nummer)
    with pytest.raises(Forbidden):
        afspraken.keur_goed(nummer, door=afspraken.schrijver)
    assert afspraken.keur_goed(nummer, door=afspraken.schrijver, vier_ogen=VierOgen.ZVH).versies


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"einde": "2026-11-20"}, "einddatum"),
        ({"status": "beeindigd"}, "beëindigd"),
        ({"status": "opgeschort"}, "opgeschort"),
    ],
)
def test_an_abonnement_that_is_over_is_not_published(
    afspraken: Afspraken, nummer: int, values: dict[str, str], reason: str
) -> None:
    afspraken.schrijf(nummer, replace(VOORSTEL, toetsen_voor="2026-12-01"))
    afspraken.dien_in(nummer)
    change(afspraken.core, nummer, **values)
    assert any(reason in each for each in afspraken.stand(nummer).belemmeringen)
    with pytest.raises(KanNuNiet, match=reason):
        afspraken.keur_goed(nummer)
    assert afspraken.op_straat() is None
    assert afspraken.rijen(register.handelingskader) == []


def test_a_part_that_is_objected_to_stops_it(afspraken: Afspraken, nummer: int) -> None:
    afspraken.schrijf(nummer)
    afspraken.dien_in(nummer)
    row = {
        "abonnement_id": nummer,
        "organisatie_id": make_organisatie(afspraken.core),
        "status": "bevestigd",
        "neemt_deel": True,
        "bezwaar": "Dit mag niet op straat.",
        "gevraagd_op": "2026-11-01T09:00:00.000Z",
    }
    with transaction(afspraken.core.engines.write) as connection:
        connection.execute(insert(formulierdeel).values(row))
    with pytest.raises(KanNuNiet, match="bezwaar"):
        afspraken.keur_goed(nummer)
    assert afspraken.op_straat() is None


def test_what_was_changed_since_it_was_submitted_is_not_approved(afspraken: Afspraken, nummer: int) -> None:
    afspraken.schrijf(nummer)
    seen = afspraken.dien_in(nummer)
    afspraken.schrijf(nummer, replace(VOORSTEL, bejegening=None))
    with pytest.raises(IntussenGewijzigd):
        afspraken.keur_goed(nummer, versie=seen)
    with pytest.raises(KanNuNiet, match="niet ingediend"):
        afspraken.keur_goed(nummer)


def say(core: Core, nummer: int, tekst: str) -> None:
    """A partner confirms a part with this line for the street."""
    organisatie_id = make_organisatie(core)
    with transaction(core.engines.write) as connection:
        found = select(formulierdeel.c.id).where(formulierdeel.c.abonnement_id == nummer)
        deel_id = connection.execute(found).scalar_one_or_none()
        if deel_id is None:
            row = {"abonnement_id": nummer, "organisatie_id": organisatie_id, "status": "bevestigd", "neemt_deel": True}
            row |= {"gevraagd_op": "2026-11-01T09:00:00.000Z"}
            deel_id = connection.execute(insert(formulierdeel).values(row).returning(formulierdeel.c.id)).scalar_one()
        count = connection.scalar(select(func.count()).select_from(inlichting).where(inlichting.c.deel_id == deel_id))
        line = {"deel_id": deel_id, "volgorde": count, "tekst": tekst, "delen": "straat", "aard": "feit", "bron": "GGZ"}
        connection.execute(insert(inlichting).values(line))


def test_what_an_organisation_says_after_it_was_submitted_is_looked_at_first(afspraken: Afspraken, nummer: int) -> None:
    say(afspraken.core, nummer, "Heeft een hond.")
    afspraken.schrijf(nummer)
    seen = afspraken.dien_in(nummer)
    assert [line["tekst"] for line in afspraken.stand(nummer).inlichtingen] == ["Heeft een hond."]
    assert not afspraken.stand(nummer).inlichtingen_gewijzigd
    say(afspraken.core, nummer, "De hond bijt.")
    assert afspraken.stand(nummer).inlichtingen_gewijzigd
    with pytest.raises(IntussenGewijzigd, match="organisaties"):
        afspraken.keur_goed(nummer, versie=seen)
    assert afspraken.op_straat() is None
    # Submitted again, it is what the approver sees.
    afspraken.dien_in(nummer)
    assert afspraken.keur_goed(nummer).versies["inlichtingen"] == 1
    lines = card_of(afspraken)["afspraken"][0]["inlichtingen"]
    assert [line["tekst"] for line in lines] == ["Heeft een hond.", "De hond bijt."]
    with pytest.raises(KanNuNiet):
        afspraken.dien_in(nummer)


def test_dates_pass_between_submitting_and_approving(afspraken: Afspraken, nummer: int, clock: FakeClock) -> None:
    afspraken.schrijf(nummer, replace(VOORSTEL, toetsen_voor="2026-11-23"))
    afspraken.dien_in(nummer)
    clock.forward(days=3)
    with pytest.raises(KanNuNiet, match="niet meer volledig"):
        afspraken.keur_goed(nummer)


def test_a_second_abonnement_for_the_same_days_does_not_become_active(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer)
    persoon_id = afspraken.rijen(register.abonnement)[0]["persoon_id"]
    other = make_abonnement(afspraken.core, persoon_id=persoon_id, start="2027-01-01")
    with pytest.raises(KanNuNiet, match="al een actief abonnement"):
        afspraken.publiceer(other)


def test_another_house_finds_nothing(afspraken: Afspraken, nummer: int) -> None:
    stranger = make_caller(afspraken.core, Rol.ZVH, naam="vreemd", van="ZVH Haaglanden")
    seen = afspraken.schrijf(nummer)
    for act in (
        lambda: afspraken.stand(nummer, stranger),
        lambda: afspraken.schrijf(nummer, door=stranger, versie=seen),
        lambda: afspraken.dien_in(nummer, door=stranger),
        lambda: afspraken.keur_goed(nummer, door=stranger, versie=seen),
    ):
        with pytest.raises(NotFound):
            act()


def test_two_who_approve_at_once_publish_once(afspraken: Afspraken, nummer: int) -> None:
    afspraken.schrijf(nummer)
    seen = afspraken.dien_in(nummer)
    callers = [make_caller(afspraken.core, Rol.ZVH, naam=f"collega-{number}") for number in range(4)]
    together = threading.Barrier(len(callers))
    outcomes: list[object] = []

    def approve(number: int) -> None:
        together.wait()
        try:
            outcomes.append(afspraken.keur_goed(nummer, door=callers[number], versie=seen))
        except DomainError as error:
            outcomes.append(error)

    threads = [threading.Thread(target=approve, args=(number,)) for number in range(len(callers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(each).__name__ for each in outcomes) == ["KanNuNiet", "KanNuNiet", "KanNuNiet", "Publicatie"]
    assert any(isinstance(each, Publicatie) for each in outcomes)
    assert [row["versie"] for row in afspraken.rijen(register.handelingskader)] == [1]
    assert [row["gebeurtenis"] for row in afspraken.rijen(auditrecord)].count("afspraak_gepubliceerd") == 1


def test_a_fault_between_any_two_statements_leaves_the_old_or_the_new(afspraken: Afspraken, nummer: int) -> None:
    afspraken.publiceer(nummer, replace(VOORSTEL, zsm_advies=ADVIES))
    changed = Voorstel(
        replace(KADER, kern="Eerst bellen."), replace(BEJEGENING, kern="Anders."), toetsen_voor="2027-09-01"
    )
    afspraken.schrijf(nummer, changed)
    seen = afspraken.dien_in(nummer)

    def everything() -> dict[str, Any]:
        return {table.name: afspraken.rijen(table) for table in metadata.sorted_tables}

    old, number = everything(), 0
    while everything() == old:
        number += 1
        with power_cut_at(afspraken.core.engines.write, number), contextlib.suppress(PowerCut):
            afspraken.keur_goed(nummer, versie=seen)
    assert number > 20
    # Whatever is not the old is the new, and all of it.
    assert [row["versie"] for row in afspraken.rijen(register.handelingskader)] == [1, 2]
    assert [row["versie"] for row in afspraken.rijen(register.bejegening)] == [1, 2]
    assert afspraken.rijen(tables.zsm_advies)[-1]["aanleiding"] == "ingetrokken"
    assert afspraken.rijen(tables.concept) == []
    assert len(afspraken.rijen(tables.kaartarchief)) == len(afspraken.rijen(street.straatkaart)) == 1
    assert card_of(afspraken)["afspraken"][0]["handelingskader"]["kern"] == "Eerst bellen."


@pytest.mark.parametrize(
    ("voorstel", "plekken"),
    [
        (Voorstel(), {"#", "#/toetsenVoor"}),
        (replace(VOORSTEL, handelingskader=replace(KADER, kern="")), {"#/handelingskader/kern"}),
        (replace(VOORSTEL, handelingskader=replace(KADER, actie="bestaat_niet")), {"#/handelingskader/actie"}),
        (replace(VOORSTEL, handelingskader=replace(KADER, casusoverleg=None)), {"#/handelingskader/casusoverleg"}),
        (replace(VOORSTEL, toetsen_voor="2026-11-21"), {"#/toetsenVoor"}),
        (replace(VOORSTEL, toetsen_voor="2029-01-01"), {"#/toetsenVoor"}),
        (replace(VOORSTEL, bejegening=replace(BEJEGENING, risico=None)), {"#/bejegening/risico"}),
        (replace(VOORSTEL, zsm_advies=replace(ADVIES, datum="2025-11-20")), {"#/zsmAdvies/datum"}),
        (replace(VOORSTEL, zsm_advies=replace(ADVIES, datum="2026-11-22")), {"#/zsmAdvies/datum"}),
        (replace(VOORSTEL, zsm_advies=replace(ADVIES, doel="")), {"#/zsmAdvies/doel"}),
        (replace(VOORSTEL, zsm_advies=replace(ADVIES, advies="a" * 601)), {"#/zsmAdvies/advies"}),
        (
            replace(VOORSTEL, zsm_advies=replace(ADVIES, criteria=Criteria())),
            {"#/zsmAdvies/criteria/context", "#/zsmAdvies/criteria/juridischeTaal", "#/zsmAdvies/criteria/historie"},
        ),
        (
            # Domestic violence, and no history of it.
            replace(VOORSTEL, zsm_advies=replace(ADVIES, criteria=replace(ADVIES.criteria, historie="ja"))),
            {"#/zsmAdvies/criteria/historie"},
        ),
    ],
)
def test_what_is_not_complete_cannot_be_submitted(
    afspraken: Afspraken, nummer: int, voorstel: Voorstel, plekken: set[str]
) -> None:
    afspraken.schrijf(nummer, voorstel)
    assert {each.plek for each in afspraken.stand(nummer).tekorten} == plekken
    with pytest.raises(InvalidInput) as refusal:
        afspraken.dien_in(nummer)
    assert {error.pointer for error in refusal.value.errors} == plekken
