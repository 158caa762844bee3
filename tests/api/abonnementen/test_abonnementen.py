"""Abonnementen over HTTP: who may do what, on which version, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core
from app.register.model import Persoon
from tests.api.abonnementen.gebruik import PERSOON, opening
from tests.api.desk import Desk
from tests.bureau import HUIS, PARTNER, make_organisatie, open_abonnement

NASTY = ["<script>alert(1)</script>", '=HYPERLINK("http://x")', "@SUM(A1)", 'O\'Neill "de Lange" & zn.']


@pytest.fixture
def desk(core: Core, sign_in: Callable[..., Any]) -> Desk:
    return Desk(core, sign_in)


def test_it_is_opened_and_found_where_the_answer_says(desk: Desk) -> None:
    politie = desk.als(Rol.POLITIEBEHEER)
    partner = make_organisatie(desk.core, PARTNER)
    answer = politie.post("/v1/abonnementen", opening(desk) | {"organisaties": [partner]})
    assert answer.status_code == 201, answer.text
    made = answer.get_json()
    assert answer.headers["Location"] == f"/v1/abonnementen/{made['id']}"
    assert answer.headers["ETag"] == '"1"'
    assert (made["status"], made["start"], made["toetsenVoor"]) == ("concept", "2026-11-21", "2027-11-21")
    assert made["eigenaar"]["naam"] == HUIS
    assert [each["naam"] for each in made["organisaties"]] == ["GGZ Utrecht", "Politie Midden-Nederland", HUIS]
    read = politie.get(answer.headers["Location"])
    assert (read.get_json(), read.headers["ETag"]) == (made, '"1"')
    items = politie.get("/v1/abonnementen").get_json()["items"]
    assert [(each["id"], each["persoon"]["naam"]) for each in items] == [(made["id"], "Kim Bakker")]
    shown = desk.als(Rol.PARTNER).get(answer.headers["Location"]).get_json()
    assert (shown["organisaties"], shown["persoon"]["naam"]) == (None, "Kim Bakker")


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_a_text_whatever_it_looks_like(desk: Desk, text: str) -> None:
    politie = desk.als(Rol.POLITIEBEHEER)
    person = {"voornamen": text, "geslachtsnaam": text, "aliassen": [text], "geboorte": {"plaats": text[:80]}}
    answer = politie.post("/v1/abonnementen", opening(desk) | {"persoon": person, "doel": text})
    assert answer.status_code == 201, answer.text
    made = answer.get_json()
    assert (made["doel"], made["persoon"]["geslachtsnaam"], made["persoon"]["aliassen"]) == (text, text, [text])


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"doel": None}, "#/doel"),
        ({"doel": "  "}, "#/doel"),
        ({"doel": "x" * 301}, "#/doel"),
        ({"doel": 3}, "#/doel"),
        ({"doel": "twee\nregels"}, "#/doel"),
        ({"start": "22-11-2026"}, "#/start"),
        ({"einde": "2026-02-30"}, "#/einde"),
        ({"einde": "2026-11-20"}, "#/einde"),
        ({"veiligheidshuisId": "3"}, "#/veiligheidshuisId"),
        ({"veiligheidshuisId": -1}, "#/veiligheidshuisId"),
        ({"organisaties": [1] * 21}, "#/organisaties"),
        ({"organisaties": "alle"}, "#/organisaties"),
        ({"status": "actief"}, "#/status"),
        ({"persoon": "Kim"}, "#/persoon"),
        ({"persoon": PERSOON | {"geslachtsnaam": "123"}}, "#/persoon/geslachtsnaam"),
        ({"persoon": PERSOON | {"geslachtsnaam": None}}, "#/persoon/geslachtsnaam"),
        ({"persoon": PERSOON | {"voornamen": "K" * 121}}, "#/persoon/voornamen"),
        ({"persoon": PERSOON | {"geboorte": {"datum": "17-5-1990"}}}, "#/persoon/geboorte/datum"),
        ({"persoon": PERSOON | {"geboorte": {"datum": "2090-05-17"}}}, "#/persoon/geboorte/datum"),
        ({"persoon": PERSOON | {"aliassen": ["K"] * 21}}, "#/persoon/aliassen"),
        ({"persoon": PERSOON | {"bsn": "123456782"}}, "#/persoon/bsn"),
        ({"persoonId": 1}, "#/persoonId"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_bad_input_is_pointed_at_and_never_repeated(
    desk: Desk, problem: Callable[..., Any], changes: dict[str, Any], pointer: str
) -> None:
    answer = desk.als(Rol.POLITIEBEHEER).post("/v1/abonnementen", opening(desk) | changes)
    body = problem(answer, 400, "ongeldige-invoer")
    assert pointer in [error["pointer"] for error in body["errors"]]
    assert "123456782" not in answer.text
    assert "Kim" not in answer.text


def test_whoever_is_likely_there_already_must_be_looked_at(desk: Desk, problem: Callable[..., Any]) -> None:
    known = open_abonnement(desk.core)
    politie = desk.als(Rol.POLITIEBEHEER)
    body = problem(politie.post("/v1/abonnementen", opening(desk)), 409, "mogelijk-dubbel")
    assert body["mogelijkDubbel"] == [known.persoon_id]
    answer = politie.post("/v1/abonnementen", opening(desk) | {"bekekenDubbelen": [known.persoon_id]})
    assert answer.status_code == 201
    assert answer.get_json()["persoon"]["id"] != known.persoon_id


def test_a_search_tells_who_is_there_and_is_recorded(desk: Desk, records: Callable[..., Any]) -> None:
    known = open_abonnement(desk.core)
    answer = desk.als(Rol.POLITIEBEHEER).post("/v1/persoonvragen", {"naam": "kim bakker", "geboortedatum": "17-5-1990"})
    (found,) = answer.get_json()["kandidaten"]
    assert (found["id"], found["waarschijnlijk"]) == (known.persoon_id, True)
    assert found["abonnementen"][0]["status"] == "concept"
    (record,) = records(Event.PERSOON_GEZOCHT)
    assert record["inhoud"]["getoond"] == [known.persoon_id]


def test_a_repeated_post_opens_once(desk: Desk, problem: Callable[..., Any]) -> None:
    politie, body = desk.als(Rol.POLITIEBEHEER), opening(desk)
    headers = {"Idempotency-Key": "sleutel-een"}
    first, second = (politie.post("/v1/abonnementen", body, headers=headers) for _ in range(2))
    assert (first.status_code, first.get_json()) == (second.status_code, second.get_json())
    assert len(politie.get("/v1/abonnementen").get_json()["items"]) == 1
    other = politie.post("/v1/abonnementen", body | {"doel": "iets anders"}, headers=headers)
    problem(other, 422, "sleutel-hergebruikt")


ACTS = ["opschortingen", "hervattingen", "beeindigingen"]


def test_a_change_wants_the_version_that_was_seen(desk: Desk, problem: Callable[..., Any]) -> None:
    path = f"/v1/abonnementen/{open_abonnement(desk.core, status='actief').abonnement_id}"
    politie = desk.als(Rol.POLITIEBEHEER)
    problem(politie.patch(path, {"doel": "rust"}), 428, "versie-ontbreekt")
    changed = politie.patch(path, {"doel": "rust"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"], changed.get_json()["doel"]) == (200, '"2"', "rust")
    problem(politie.patch(path, {"doel": "orde"}, headers={"If-Match": '"1"'}), 412, "intussen-gewijzigd")
    for act in ACTS:
        problem(politie.post(f"{path}/{act}", {"reden": "omdat"}), 428, "versie-ontbreekt")
    suspend = f"{path}/opschortingen"
    problem(politie.post(suspend, {"reden": "omdat"}, headers={"If-Match": '"1"'}), 412, "intussen-gewijzigd")
    problem(politie.post(suspend, {}, headers={"If-Match": '"2"'}), 400, "ongeldige-invoer")
    problem(politie.patch(path, {"einde": None}, headers={"If-Match": '"2"'}), 400, "ongeldige-invoer")


def test_the_phone_finds_nobody_once_it_has_ended(desk: Desk) -> None:
    path = f"/v1/abonnementen/{open_abonnement(desk.core, status='actief').abonnement_id}"
    agent, question = desk.als(Rol.AGENT), {"naam": "kim bakker", "geboortedatum": "17-5-1990"}
    assert agent.ask(**question).get_json()["uitkomst"] == "kaart"
    ended = desk.als(Rol.ZVH).post(f"{path}/beeindigingen", {"reden": "verhuisd"}, headers={"If-Match": '"1"'})
    assert (ended.status_code, ended.get_json()["status"]) == (200, "beeindigd")
    assert agent.ask(**question).get_json()["uitkomst"] == "onbekend"


@pytest.mark.parametrize("rol", [Rol.ZVH, Rol.PGA_EXPERT, Rol.PARTNER])
def test_what_is_out_of_reach_is_not_found_as_what_is_not_there(
    desk: Desk, sign_in: Callable[..., Any], problem: Callable[..., Any], rol: Rol
) -> None:
    geopend = open_abonnement(desk.core, status="actief")
    stranger = sign_in(rol, naam="elders", van="Elders")
    headers = {"If-Match": '"1"'}
    for number in (geopend.abonnement_id, 999, "1e3", "0", "9" * 30):
        problem(stranger.get(f"/v1/abonnementen/{number}"), 404, "niet-gevonden")
        if rol is not Rol.PARTNER:
            ended = stranger.post(f"/v1/abonnementen/{number}/beeindigingen", {"reden": "omdat"}, headers=headers)
            problem(ended, 404, "niet-gevonden")
    problem(stranger.get(f"/v1/personen/{geopend.persoon_id}"), 404, "niet-gevonden")
    assert stranger.get("/v1/abonnementen").get_json()["items"] == []


def test_filters_that_are_not_ours_are_refused(desk: Desk, problem: Callable[..., Any]) -> None:
    politie = desk.als(Rol.POLITIEBEHEER)
    for query in ("status=klaar", "naam=bakker", "limiet=0", "limiet=201", "na=zomaar", "teToetsenVoor=morgen"):
        problem(politie.get(f"/v1/abonnementen?{query}"), 400, "ongeldige-invoer")


def test_the_reference_list_has_terms_and_ones_own_organisation(desk: Desk) -> None:
    naslag = desk.als(Rol.ZVH).get("/v1/naslag").get_json()
    assert naslag["eigenOrganisatie"]["naam"] == HUIS
    termijnen = {each["code"]: each["termijn"] for each in naslag["regimes"]}
    assert termijnen["wgs"]["eindeNaMaanden"] == 24
    changed = desk.als(Rol.BEHEER).post("/v1/regimes/wgs/termijnen", {"toetsenNaMaanden": 6, "eindeNaMaanden": 12})
    assert (changed.status_code, changed.get_json()["termijn"]["versie"]) == (201, 2)
    for code in ("niets", "%00", "WGS", "x" * 50):
        terms = {"toetsenNaMaanden": 6, "eindeNaMaanden": 12}
        answer = desk.als(Rol.BEHEER).post(f"/v1/regimes/{code}/termijnen", terms)
        assert answer.status_code == 404, code


def test_a_person_is_changed_on_the_street_at_once_and_never_unseen(desk: Desk, problem: Callable[..., Any]) -> None:
    geopend = open_abonnement(desk.core, status="actief")
    path, politie = f"/v1/personen/{geopend.persoon_id}", desk.als(Rol.POLITIEBEHEER)
    read = politie.get(path)
    assert (read.headers["ETag"], read.get_json()["samengevoegdMet"]) == ('"1"', None)
    changes = {"geslachtsnaam": "Dekker", "aliassen": ["Kim Bakker"], "geboorte": {"datum": "1990-05-18"}}
    changed = politie.patch(path, changes, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    assert changed.get_json()["geboorte"] == {"datum": "1990-05-18", "plaats": "Utrecht"}
    question = {"naam": "kim dekker", "geboortedatum": "18-5-1990"}
    card = desk.als(Rol.AGENT).ask(**question).get_json()
    assert card["straatkaart"]["persoon"]["aliassen"] == ["Kim Bakker"]
    problem(politie.patch(path, changes, headers={"If-Match": '"1"'}), 412, "intussen-gewijzigd")
    for wrong in ({"geslachtsnaam": None}, {"geslachtsnaam": "  "}, {"geboorte": None}, {"geslacht": "x"}):
        problem(politie.patch(path, wrong, headers={"If-Match": '"2"'}), 400, "ongeldige-invoer")


def test_which_birth_date_is_right_is_asked_where_they_differ(desk: Desk, problem: Callable[..., Any]) -> None:
    politie = desk.als(Rol.POLITIEBEHEER)
    van = open_abonnement(desk.core, persoon=Persoon("", "Bakker", geboortedatum="1951-08-18"), aanpak="nazorg")
    naar = open_abonnement(desk.core)
    body = {"van": van.persoon_id, "naar": naar.persoon_id, "reden": "zelfde ouders"}
    refused = problem(politie.post("/v1/samenvoegingen", body), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in refused["errors"]] == ["#/geboortedatum"]
    assert "1951" not in str(refused)
    problem(politie.post("/v1/samenvoegingen", body | {"geboortedatum": "1951"}), 400, "ongeldige-invoer")
    assert politie.post("/v1/samenvoegingen", body | {"geboortedatum": "van"}).status_code == 201
    kept = politie.get(f"/v1/personen/{naar.persoon_id}").get_json()
    assert kept["geboorte"]["datum"] == "1951-08-18"


def test_a_search_of_another_organisation_tells_nothing(desk: Desk, sign_in: Callable[..., Any]) -> None:
    open_abonnement(desk.core, status="actief")
    asked = {"naam": "kim bakker", "geboortedatum": "17-5-1990"}
    assert len(desk.als(Rol.ZVH).post("/v1/persoonvragen", asked).get_json()["kandidaten"]) == 1
    elsewhere = sign_in(Rol.ZVH, naam="elders", van="ZVH Flevoland")
    assert elsewhere.post("/v1/persoonvragen", asked).get_json() == {"kandidaten": [], "teVeel": False}


def test_merging_and_the_way_back(desk: Desk, problem: Callable[..., Any]) -> None:
    politie = desk.als(Rol.POLITIEBEHEER)
    van = open_abonnement(desk.core, aanpak="nazorg", persoon=Persoon("", "Bakkers", voornamen="Kim"))
    naar = open_abonnement(desk.core)
    body = {"van": van.persoon_id, "naar": naar.persoon_id, "reden": "zelfde ouders"}
    merged = politie.post("/v1/samenvoegingen", body, headers={"Idempotency-Key": "samen-samen"})
    assert merged.status_code == 201, merged.text
    again = politie.post("/v1/samenvoegingen", body, headers={"Idempotency-Key": "samen-samen"})
    assert again.get_json() == merged.get_json()
    problem(politie.post("/v1/samenvoegingen", body), 409, "kan-nu-niet")
    assert politie.get(f"/v1/personen/{van.persoon_id}").get_json()["samengevoegdMet"] == naar.persoon_id
    path = merged.headers["Location"]
    assert politie.get(path).get_json()["abonnementen"] == [van.abonnement_id]
    assert [each["id"] for each in politie.get(f"/v1/samenvoegingen?persoonId={van.persoon_id}").get_json()["items"]]
    assert politie.get("/v1/samenvoegingen?persoonId=999").get_json()["items"] == []
    problem(politie.post(f"{path}/ongedaanmakingen", {"reden": ""}), 400, "ongeldige-invoer")
    undone = politie.post(f"{path}/ongedaanmakingen", {"reden": "toch niet"})
    assert undone.status_code == 200, undone.text
    assert undone.get_json()["ongedaanDoor"] == "politiebeheer"
    problem(politie.post(f"{path}/ongedaanmakingen", {"reden": "toch niet"}), 409, "kan-nu-niet")
    problem(politie.get("/v1/samenvoegingen/999"), 404, "niet-gevonden")
