"""The card and its windows, without a database."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.register.model import Abonnement, Actie, Bejegening, Contactpersoon, Dossier, Handelingskader, Naslag, Persoon
from app.register.straatkaart import build_windows, content_of, stamp_card

PERSOON = Persoon(
    extern_id="p-1", geslachtsnaam="Berg", voorvoegsel="van der", voornamen="Jan", geboortedatum="1994-03"
)
NASLAG = Naslag(
    aanpakken={"a": "Aanpak A", "b": "Aanpak B", "c": "Aanpak C"},
    regimes={"wgs": "WGS"},
    acties={"x": Actie("x", "Doe x", "info", "grijs")},
)


def abonnement(aanpak: str = "a", **changes: Any) -> Abonnement:
    return Abonnement(aanpak=aanpak, regime="wgs", **changes)


def kader(casusoverleg: str | None = None, **changes: Any) -> Handelingskader:
    return Handelingskader(actie="x", kern="Kern.", casusoverleg=casusoverleg, **changes)


def cards(*abonnementen: Abonnement) -> list[tuple[str, str, dict[str, Any]]]:
    windows = build_windows(Dossier(PERSOON, abonnementen), NASLAG)
    return [(window.geldig_van, window.geldig_tot, json.loads(window.inhoud)) for window in windows]


def test_one_abonnement_makes_one_window_with_everything_the_officer_needs() -> None:
    person = Contactpersoon("Reclassering", "S. de Wit", telefoon="+31301234567", email="s@x.example", eerste=True)
    ((van, tot, card),) = cards(
        abonnement(
            veiligheidshuis="ZVH Utrecht",
            start="2026-01-01",
            toetsen_voor="2027-01-01",
            einde="2028-01-01",
            handelingskader=kader("2026-01-20", regels=("Een.",), vastgesteld_door="ZVH Utrecht", versie=3),
            bejegening=Bejegening("Rustig.", doen=("Praten",), risico="verbaal"),
            contactpersonen=(person,),
        )
    )
    assert (van, tot) == ("2026-01-01", "2028-01-01")
    assert card["persoon"]["naam"] == "Jan van der Berg"
    assert card["persoon"]["geboorte"] == {"datum": "1994-03", "plaats": None}
    (afspraak,) = card["afspraken"]
    assert afspraak["aanpak"] == {"code": "a", "naam": "Aanpak A"}
    assert afspraak["eigenaar"] == "ZVH Utrecht"
    assert afspraak["handelingskader"] == {
        "actie": {"code": "x", "tekst": "Doe x", "icoon": "info", "kleur": "grijs"},
        "kern": "Kern.",
        "regels": ["Een."],
        "casusoverleg": "2026-01-20",
        "vastgesteldDoor": "ZVH Utrecht",
        "versie": 3,
    }
    assert afspraak["bejegening"]["nietDoen"] == []
    assert afspraak["contactpersonen"][0]["eerste"] is True
    assert (afspraak["start"], afspraak["toetsenVoor"], afspraak["einde"]) == ("2026-01-01", "2027-01-01", "2028-01-01")


def test_the_email_address_stays_off_the_card() -> None:
    person = Contactpersoon("Reclassering", "S. de Wit", email="s@x.example")
    assert "x.example" not in json.dumps(cards(abonnement(contactpersonen=(person,))))


def test_only_active_abonnementen_are_on_the_street() -> None:
    for status in ("concept", "opgeschort", "beeindigd"):
        assert cards(abonnement(status=status)) == []


def test_a_card_without_handelingskader_says_so() -> None:
    ((_, _, card),) = cards(abonnement(veiligheidshuis="ZVH Utrecht"))
    assert card["afspraken"][0]["handelingskader"] is None
    assert card["afspraken"][0]["bejegening"] is None


def test_open_ends_are_open() -> None:
    ((van, tot, _),) = cards(abonnement())
    assert (van, tot) == ("0001-01-01", "9999-12-31")


def test_two_abonnementen_make_a_window_for_each_set_that_counts() -> None:
    found = cards(
        abonnement("a", start="2026-01-01", einde="2026-12-31", handelingskader=kader("2026-01-01")),
        abonnement("b", start="2026-06-01", einde="2027-06-30", handelingskader=kader("2026-06-01")),
    )
    assert [(van, tot, [each["aanpak"]["code"] for each in card["afspraken"]]) for van, tot, card in found] == [
        ("2026-01-01", "2026-05-31", ["a"]),
        ("2026-06-01", "2026-12-31", ["b", "a"]),
        ("2027-01-01", "2027-06-30", ["b"]),
    ]


def test_the_latest_casusoverleg_leads_and_no_handelingskader_comes_last() -> None:
    ((_, _, card),) = cards(
        abonnement("c", start="2026-09-09"),
        abonnement("a", start="2026-09-09", handelingskader=kader()),
        abonnement("b", handelingskader=kader("2025-01-01")),
    )[-1:]
    assert [each["aanpak"]["code"] for each in card["afspraken"]] == ["b", "a", "c"]


def test_an_unknown_owner_is_said() -> None:
    ((_, _, card),) = cards(abonnement())
    assert card["afspraken"][0]["eigenaar"] == "Eigenaar onbekend"


def test_the_stamp_is_the_last_field_and_can_be_taken_off() -> None:
    window = build_windows(Dossier(PERSOON, (abonnement(),)), NASLAG)[0]
    card = stamp_card(window.inhoud, "2026-11-21T20:00:00.000Z")
    assert list(json.loads(card))[-1] == "gepubliceerdOp"
    assert content_of(card) == window.inhoud


DAY_ZERO = date(2026, 1, 1)
days = st.integers(0, 40).map(lambda number: (DAY_ZERO + timedelta(days=number)).isoformat())
abonnementen = st.builds(
    abonnement,
    st.sampled_from("abc"),
    status=st.sampled_from(("actief", "actief", "opgeschort")),
    start=st.none() | days,
    einde=st.none() | days,
    handelingskader=st.none() | st.builds(kader, st.none() | days),
)


@given(st.lists(abonnementen, max_size=5))
def test_windows_say_of_every_day_what_counts_on_that_day(made: list[Abonnement]) -> None:
    windows = build_windows(Dossier(PERSOON, tuple(made)), NASLAG)
    for number in range(-2, 44):
        day = (DAY_ZERO + timedelta(days=number)).isoformat()
        counting = sorted(
            each.aanpak for each in made if each.status == "actief" and (each.start or "") <= day <= (each.einde or "9")
        )
        holding = [window for window in windows if window.geldig_van <= day <= window.geldig_tot]
        assert len(holding) == bool(counting)
        shown = json.loads(holding[0].inhoud)["afspraken"] if holding else []
        assert sorted(each["aanpak"]["code"] for each in shown) == counting
