"""Worklists, reviews and reports over HTTP: what goes in is checked by name, and nothing too much comes out."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core
from tests.api.desk import Desk
from tests.api.werklijst.gebruik import KLOPT_NIET, reported, seen
from tests.bureau import open_abonnement, publish_afspraak

Problem = Callable[..., dict[str, Any]]
Records = Callable[[Event], list[dict[str, Any]]]


@pytest.fixture
def desk(core: Core, sign_in: Callable[..., Any]) -> Desk:
    return Desk(core, sign_in)


def test_the_story_of_a_report(desk: Desk, records: Records) -> None:
    raadpleging = seen(desk)
    agent, zvh = desk.als(Rol.AGENT), desk.als(Rol.ZVH)
    tekst = "<b>Hij</b> woont =HYPERLINK() hier niet meer."
    made = agent.post(f"/v1/raadplegingen/{raadpleging}/meldingen", {"urgentie": "dringend", "tekst": tekst})
    assert made.status_code == 201
    assert made.headers["Location"] == f"/v1/meldingen/{made.get_json()['id']}"
    [own] = agent.get("/v1/meldingen").get_json()["items"]
    assert (own["tekst"], own["status"], own["persoon"], own["abonnement"]) == (tekst, "nieuw", None, None)
    [item] = zvh.get("/v1/meldingen?urgentie=dringend").get_json()["items"]
    assert item["persoon"]["naam"] == "Kim Bakker"
    assert "gemeld_door" not in str(item)
    assert records(Event.LIJST_INGEZIEN)[-1]["inhoud"]["personen"] == [item["persoon"]["id"]]
    assert records(Event.LIJST_INGEZIEN)[-2]["inhoud"] == {"lijst": "eigen-meldingen", "filters": {}, "personen": []}
    one = zvh.get(f"/v1/meldingen/{item['id']}")
    assert one.headers["ETag"] == '"1"'
    assert one.get_json()["handelingskader"]["gemeld"] == one.get_json()["handelingskader"]["nu"] == 1
    done = zvh.post(
        f"/v1/meldingen/{item['id']}/behandelingen",
        {"status": "afgehandeld", "antwoord": "Dank je."},
        headers={"If-Match": '"1"'},
    )
    assert (done.status_code, done.headers["ETag"]) == (201, '"2"')
    assert agent.get("/v1/meldingen").get_json()["items"][0]["nieuws"] is True
    assert agent.send("POST", f"/v1/meldingen/{item['id']}/lezingen").status_code == 204
    assert agent.get("/v1/meldingen").get_json()["items"][0]["nieuws"] is False
    assert zvh.get(f"/v1/meldingen/{item['id']}").get_json()["gelezenOp"]


def test_a_report_names_its_event_without_its_words(desk: Desk, records: Records) -> None:
    reported(desk)
    [record] = records(Event.MELDING_GEDAAN)
    assert set(record["inhoud"]) == {"melding", "persoon", "abonnement", "urgentie", "raadpleging", "digest"}


BAD_REPORTS: dict[str, tuple[dict[str, Any], str]] = {
    "no urgency": ({"tekst": "x"}, "#/urgentie"),
    "unknown urgency": ({"tekst": "x", "urgentie": "nu"}, "#/urgentie"),
    "no text": ({"urgentie": "gewoon"}, "#/tekst"),
    "empty text": ({"urgentie": "gewoon", "tekst": "  "}, "#/tekst"),
    "long text": ({"urgentie": "gewoon", "tekst": "x" * 301}, "#/tekst"),
    "text is a list": ({"urgentie": "gewoon", "tekst": ["x"]}, "#/tekst"),
    "invisible text": ({"urgentie": "gewoon", "tekst": "a\u202eb"}, "#/tekst"),
    "no agreement": (KLOPT_NIET | {"afspraak": 0}, "#/afspraak"),
    "agreement as text": (KLOPT_NIET | {"afspraak": "1"}, "#/afspraak"),
    "agreement that is not there": (KLOPT_NIET | {"afspraak": 2}, "#/afspraak"),
    "unknown field": (KLOPT_NIET | {"persoon": 1}, "#/persoon"),
}


@pytest.mark.parametrize("name", BAD_REPORTS)
def test_a_report_that_is_not_right_is_refused_by_its_field(desk: Desk, problem: Problem, name: str) -> None:
    body, pointer = BAD_REPORTS[name]
    answer = desk.als(Rol.AGENT).post(f"/v1/raadplegingen/{seen(desk)}/meldingen", body)
    assert [field["pointer"] for field in problem(answer, 400, "ongeldige-invoer")["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#/status"),
        ({"status": "nieuw"}, "#/status"),
        ({"status": "afgehandeld"}, "#/antwoord"),
        ({"status": "afgehandeld", "antwoord": " "}, "#/antwoord"),
        ({"status": "in_behandeling", "antwoord": "x" * 301}, "#/antwoord"),
    ],
)
def test_an_answer_that_is_not_right_is_refused_by_its_field(
    desk: Desk, problem: Problem, body: dict[str, Any], pointer: str
) -> None:
    path = f"/v1/meldingen/{reported(desk)}/behandelingen"
    answer = desk.als(Rol.ZVH).post(path, body, headers={"If-Match": '"1"'})
    assert [field["pointer"] for field in problem(answer, 400, "ongeldige-invoer")["errors"]] == [pointer]


@pytest.mark.parametrize(
    "query",
    ["limiet=0", "limiet=201", "limiet=x", "na=x", "na=", "aanpak=", "aanpak=" + "x" * 41, "naam=jansen",
     "limiet=1&limiet=2"],
)  # fmt: skip
def test_a_filter_that_is_not_right_is_refused(desk: Desk, problem: Problem, query: str) -> None:
    answer = desk.als(Rol.ZVH).get(f"/v1/werklijsten/verouderd?{query}")
    assert problem(answer, 400, "ongeldige-invoer")["errors"][0]["pointer"] == f"#/{query.partition('=')[0]}"


@pytest.mark.parametrize("query", ["aanpak=%00", "%00=1", "aanpak=a%00b"])
def test_a_sign_that_no_text_holds_is_refused(desk: Desk, problem: Problem, query: str) -> None:
    problem(desk.als(Rol.ZVH).get(f"/v1/werklijsten/verouderd?{query}"), 400, "ongeldige-invoer")


def test_an_act_asks_for_the_version_that_was_seen(desk: Desk, problem: Problem) -> None:
    zvh, path = desk.als(Rol.ZVH), f"/v1/meldingen/{reported(desk)}/behandelingen"
    body = {"status": "in_behandeling"}
    problem(zvh.post(path, body), 428, "versie-ontbreekt")
    problem(zvh.post(path, body, headers={"If-Match": '"7"'}), 412, "intussen-gewijzigd")
    assert zvh.post(path, body, headers={"If-Match": '"1"'}).status_code == 201


def test_reviewing_twice_with_one_key_does_it_once(desk: Desk) -> None:
    number = open_abonnement(desk.core).abonnement_id
    publish_afspraak(desk.core, number)
    zvh = desk.als(Rol.ZVH)
    etag = zvh.get(f"/v1/abonnementen/{number}").headers["ETag"]
    headers = {"If-Match": etag, "Idempotency-Key": "een-sleutel-1"}
    path, body = f"/v1/abonnementen/{number}/toetsingen", {"oordeel": "nog_juist", "toetsenVoor": "2027-03-01"}
    first, again = (zvh.post(path, body, headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.get_json() == again.get_json()
    assert first.get_json()["toetsenVoor"] == "2027-03-01"


@pytest.mark.parametrize("body", [{}, {"oordeel": "onjuist"}, {"oordeel": "nog_juist", "toetsenVoor": "morgen"},
                                  {"oordeel": "nog_juist", "toetsenVoor": "2027-02-30"}])  # fmt: skip
def test_a_review_that_is_not_right_is_refused(desk: Desk, problem: Problem, body: dict[str, Any]) -> None:
    number = open_abonnement(desk.core).abonnement_id
    answer = desk.als(Rol.ZVH).post(f"/v1/abonnementen/{number}/toetsingen", body, headers={"If-Match": '"1"'})
    problem(answer, 400, "ongeldige-invoer")


def test_what_is_out_of_reach_is_not_there(desk: Desk, problem: Problem, sign_in: Callable[..., Any]) -> None:
    number, raadpleging = reported(desk), seen(desk)
    ander = sign_in(Rol.ZVH, naam="ander", van="ZVH Elders")
    collega = sign_in(Rol.AGENT, naam="collega")
    problem(ander.get(f"/v1/meldingen/{number}"), 404, "niet-gevonden")
    problem(collega.get(f"/v1/meldingen/{number}"), 404, "niet-gevonden")
    problem(collega.post(f"/v1/raadplegingen/{raadpleging}/meldingen", KLOPT_NIET), 404, "niet-gevonden")
    problem(collega.send("POST", f"/v1/meldingen/{number}/lezingen"), 404, "niet-gevonden")
    for path in ("/v1/raadplegingen/niets/meldingen", f"/v1/raadplegingen/{'0' * 36}/meldingen"):
        problem(desk.als(Rol.AGENT).post(path, KLOPT_NIET), 404, "niet-gevonden")


def test_the_first_screen_counts_what_waits(desk: Desk) -> None:
    reported(desk)
    found = desk.als(Rol.ZVH).get("/v1/werklijsten").get_json()["lijsten"]
    assert found[0]["naam"] == "meldingen"
    assert (found[0]["aantal"], found[0]["meer"]) == (1, False)
    assert found[0]["oudste"]
    partner = desk.als(Rol.PARTNER).get("/v1/werklijsten").get_json()["lijsten"]
    assert [each["naam"] for each in partner] == ["eigen-deel"]
