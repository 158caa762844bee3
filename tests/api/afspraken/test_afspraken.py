"""The way of a concept over HTTP: who may, what is refused, and what is never sent."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import PERMISSIONS, Permission, Rol
from app.core import Core
from tests.api.afspraken.gebruik import INHOUD, colleague, opened, seen, submitted, written
from tests.api.desk import Desk

HOSTILE = ["<script>alert(1)</script>", '=HYPERLINK("http://x")', "@SUM(A1)", "'; DROP TABLE concept; --", "{{7*7}}"]


@pytest.fixture
def desk(core: Core, sign_in: Callable[..., Any]) -> Desk:
    return Desk(core, sign_in)


def with_kern(kern: Any) -> dict[str, Any]:
    return INHOUD | {"handelingskader": INHOUD["handelingskader"] | {"kern": kern}}


def test_from_concept_to_the_phone(desk: Desk) -> None:
    zvh = desk.als(Rol.ZVH)
    path = f"{opened(desk)}/concept"
    first = zvh.get(path)
    assert (first.status_code, first.get_json()["status"]) == (200, "nieuw")
    saved = zvh.put(path, INHOUD, headers=seen(first))
    assert saved.get_json()["inhoud"] == INHOUD
    sent = zvh.send("POST", f"{path}/indieningen", headers=seen(saved))
    assert sent.get_json()["status"] == "ingediend"
    assert sent.get_json()["goedkeurenKanNiet"]
    other = colleague(desk)
    asked = other.get(path)
    assert asked.get_json()["goedkeurenKanNiet"] is None
    approved = other.send("POST", f"{path}/goedkeuringen", headers=seen(asked))
    assert approved.get_json()["versies"] == {"handelingskader": 1, "bejegening": 1}
    card = desk.als(Rol.AGENT).ask(naam="loek zandstra 11-2-1984").get_json()
    assert card["straatkaart"]["afspraken"][0]["handelingskader"]["kern"] == INHOUD["handelingskader"]["kern"]


def test_whoever_wrote_it_may_not_approve_it(desk: Desk, problem: Callable[..., Any]) -> None:
    path, headers = submitted(desk)
    problem(desk.als(Rol.ZVH).send("POST", f"{path}/goedkeuringen", headers=headers), 403, "geen-toegang")


def test_the_same_approval_again_gives_the_same_answer(desk: Desk) -> None:
    path, headers = submitted(desk)
    other = colleague(desk)
    asked = {"headers": headers | {"Idempotency-Key": "een-sleutel-1"}}
    first = other.send("POST", f"{path}/goedkeuringen", **asked)
    again = other.send("POST", f"{path}/goedkeuringen", **asked)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.get_json() == again.get_json()
    versions = other.get(path.replace("concept", "versies")).get_json()["items"]
    assert [each["versie"] for each in versions] == [1, 1]


def test_two_writers_do_not_write_past_each_other(desk: Desk, problem: Callable[..., Any]) -> None:
    path, headers = written(desk)
    desk.als(Rol.ZVH).put(path, with_kern("Eerst bellen."), headers=headers)
    problem(colleague(desk).put(path, with_kern("Direct mee."), headers=headers), 412, "intussen-gewijzigd")
    problem(desk.als(Rol.ZVH).put(path, INHOUD), 428, "versie-ontbreekt")


def test_what_one_saw_before_a_publication_does_not_overwrite_the_next_concept(
    desk: Desk, problem: Callable[..., Any]
) -> None:
    path, headers = submitted(desk)
    before = seen(desk.als(Rol.ZVH).get(path))
    other = colleague(desk)
    assert other.send("POST", f"{path}/goedkeuringen", headers=headers).status_code == 200
    for stale in (before, {"If-Match": '"1"'}):
        problem(other.put(path, INHOUD, headers=stale), 412, "intussen-gewijzigd")


@pytest.mark.parametrize("rol", [Rol.AGENT, Rol.POLITIEBEHEER, Rol.PARTNER, Rol.ZSM, Rol.PRIVACY, Rol.BEHEER])
def test_nobody_else_sees_or_writes(desk: Desk, problem: Callable[..., Any], rol: Rol) -> None:
    path, headers = submitted(desk)
    caller = desk.als(rol)
    base = path.removesuffix("/concept")
    for method, rest in (
        ("GET", "concept"),
        ("DELETE", "concept"),
        ("GET", "versies"),
        ("GET", "straatkaarten?op=2026-11-21T12:00:00Z"),
        ("POST", "concept/goedkeuringen"),
        ("POST", "concept/indieningen"),
    ):
        problem(caller.send(method, f"{base}/{rest}", headers=headers), 403, "geen-toegang")
    for method, rest in (("PUT", "concept"), ("POST", "voorbeelden")):
        problem(caller.send(method, f"{base}/{rest}", json=INHOUD, headers=headers), 403, "geen-toegang")


def test_another_house_finds_nothing(desk: Desk, problem: Callable[..., Any]) -> None:
    path, headers = submitted(desk)
    stranger = desk.sign_in(Rol.ZVH, naam="vreemd", van="ZVH Haaglanden")
    base = path.removesuffix("/concept")
    for answer in (
        stranger.get(path),
        stranger.put(path, INHOUD, headers=headers),
        stranger.delete(path, headers=headers),
        stranger.send("POST", f"{path}/indieningen", headers=headers),
        stranger.send("POST", f"{path}/goedkeuringen", headers=headers),
        stranger.post(f"{path}/terugzendingen", {"opmerking": "Nee."}, headers=headers),
        stranger.post(f"{base}/voorbeelden", INHOUD),
        stranger.get(f"{base}/versies"),
        stranger.get(f"{base}/straatkaarten?op=2026-11-21T12:00:00Z"),
    ):
        problem(answer, 404, "niet-gevonden")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text(desk: Desk, text: str) -> None:
    path, headers = written(desk)
    saved = desk.als(Rol.ZVH).put(path, with_kern(text), headers=headers).get_json()
    assert saved["inhoud"]["handelingskader"]["kern"] == text


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"handelingskader": INHOUD["handelingskader"] | {"kern": "a" * 141}}, "#/handelingskader/kern"),
        ({"handelingskader": INHOUD["handelingskader"] | {"kern": 7}}, "#/handelingskader/kern"),
        ({"handelingskader": INHOUD["handelingskader"] | {"kern": "een\ntwee"}}, "#/handelingskader/kern"),
        ({"handelingskader": INHOUD["handelingskader"] | {"regels": ["a"] * 6}}, "#/handelingskader/regels"),
        ({"handelingskader": INHOUD["handelingskader"] | {"regels": ["a" * 141]}}, "#/handelingskader/regels/0"),
        ({"handelingskader": INHOUD["handelingskader"] | {"regels": "a"}}, "#/handelingskader/regels"),
        ({"handelingskader": INHOUD["handelingskader"] | {"extra": 1}}, "#/handelingskader/extra"),
        ({"handelingskader": "tekst"}, "#/handelingskader"),
        ({"bejegening": INHOUD["bejegening"] | {"risico": "hoog"}}, "#/bejegening/risico"),
        ({"bejegening": INHOUD["bejegening"] | {"ziet": "a" * 301}}, "#/bejegening/ziet"),
        ({"zsmAdvies": {"advies": "a" * 1001}}, "#/zsmAdvies/advies"),
        ({"zsmAdvies": {"advies": "a\u202eb"}}, "#/zsmAdvies/advies"),
        ({"zsmAdvies": {"criteria": {"context": "ja"}}}, "#/zsmAdvies/criteria/context"),
        ({"toetsenVoor": "morgen"}, "#/toetsenVoor"),
        ({"toetsenVoor": "2027-02-30"}, "#/toetsenVoor"),
        ({"onbekend": 1}, "#/onbekend"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(
    desk: Desk, problem: Callable[..., Any], change: dict[str, Any], pointer: str
) -> None:
    path, headers = written(desk)
    told = problem(desk.als(Rol.ZVH).put(path, INHOUD | change, headers=headers), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in told["errors"]] == [pointer]
    # Nothing of what was typed comes back in an error.
    assert "aaa" not in str(told)


def test_paragraphs_stay_paragraphs_in_an_advice(desk: Desk) -> None:
    path, headers = written(desk)
    change = {"zsmAdvies": {"advies": "Eerst dit.\r\n\r\n  Dan dat. \n"}}
    saved = desk.als(Rol.ZVH).put(path, INHOUD | change, headers=headers).get_json()
    assert saved["inhoud"]["zsmAdvies"]["advies"] == "Eerst dit.\n\nDan dat."


def test_what_is_missing_is_told_and_refused_when_it_is_submitted(desk: Desk, problem: Callable[..., Any]) -> None:
    path, headers = written(desk)
    zvh = desk.als(Rol.ZVH)
    saved = zvh.put(path, with_kern("") | {"toetsenVoor": None}, headers=headers)
    missing = [each["pointer"] for each in saved.get_json()["tekorten"]]
    assert missing == ["#/handelingskader/kern", "#/toetsenVoor"]
    told = problem(zvh.send("POST", f"{path}/indieningen", headers=seen(saved)), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in told["errors"]] == missing


def test_a_concept_goes_back_with_a_remark_and_can_be_thrown_away(desk: Desk) -> None:
    path, headers = submitted(desk)
    back = colleague(desk).post(f"{path}/terugzendingen", {"opmerking": "Korter, graag."}, headers=headers)
    assert (back.get_json()["status"], back.get_json()["opmerking"]) == ("concept", "Korter, graag.")
    zvh = desk.als(Rol.ZVH)
    assert zvh.delete(path, headers=seen(back)).status_code == 204
    assert zvh.get(path).get_json()["status"] == "nieuw"


def test_advice_on_words_comes_with_the_concept_and_by_itself(desk: Desk) -> None:
    path, headers = written(desk)
    saved = desk.als(Rol.ZVH).put(path, with_kern("Heeft een LVB."), headers=headers).get_json()
    assert [(each["veld"], each["soort"]) for each in saved["adviezen"]] == [("#/handelingskader/kern", "diagnose")]
    asked = {
        "teksten": [{"veld": "x", "tekst": "  LVB", "voor": "straat"}, {"veld": "y", "tekst": "LVB", "voor": "zsm"}]
    }
    told = desk.als(Rol.PARTNER).post("/v1/taaladviezen", asked).get_json()["adviezen"]
    assert [(each["veld"], each["plaats"]) for each in told] == [("x", {"van": 2, "tot": 5})]


@pytest.mark.parametrize("rol", sorted(rol for rol, may in PERMISSIONS.items() if Permission.FORM_PART in may))
def test_whoever_fills_in_a_form_gets_advice_on_words(desk: Desk, rol: Rol) -> None:
    asked = {"teksten": [{"veld": "inlichtingen/0/tekst", "tekst": "Heeft PTSS.", "voor": "straat"}]}
    told = desk.als(rol).post("/v1/taaladviezen", asked).get_json()["adviezen"]
    assert [(each["veld"], each["soort"]) for each in told] == [("inlichtingen/0/tekst", "diagnose")]


def test_the_preview_stores_nothing(desk: Desk) -> None:
    base = opened(desk)
    card = desk.als(Rol.ZVH).post(f"{base}/voorbeelden", with_kern("Alleen een voorbeeld.")).get_json()["kaart"]
    assert card["straatkaart"]["afspraken"][0]["handelingskader"]["kern"] == "Alleen een voorbeeld."
    assert desk.als(Rol.ZVH).get(f"{base}/concept").get_json()["status"] == "nieuw"


ENDS = ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00%2B14:00"]


@pytest.mark.parametrize("op", ["", "gisteren", "2026-11-21", "2026-11-21T12:00:00", "2099-01-01T00:00:00Z", *ENDS])
def test_a_moment_is_a_moment_that_has_been(desk: Desk, problem: Callable[..., Any], op: str) -> None:
    told = problem(desk.als(Rol.ZVH).get(f"{opened(desk)}/straatkaarten?op={op}"), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in told["errors"]] == ["#/op"]


def test_actions_are_worded_by_the_application_manager_only(desk: Desk, problem: Callable[..., Any]) -> None:
    body = {"code": "breng_thuis", "tekst": "Breng naar huis", "icoon": "huis", "kleur": "groen"}
    problem(desk.als(Rol.ZVH).post("/v1/acties", body), 403, "geen-toegang")
    beheer = desk.als(Rol.BEHEER)
    made = beheer.post("/v1/acties", body)
    assert (made.status_code, made.headers["Location"]) == (201, "/v1/acties/breng_thuis")
    problem(beheer.post("/v1/acties", body), 409, "kan-nu-niet")
    changed = beheer.patch("/v1/acties/breng_thuis", {"actief": False}, headers=seen(made)).get_json()
    assert (changed["actief"], changed["tekst"]) == (False, "Breng naar huis")
    problem(beheer.patch("/v1/acties/breng_thuis", {"actief": True}, headers=seen(made)), 412, "intussen-gewijzigd")
    for code in ("bestaat_niet", "%00", "Anders", "a" * 41):
        problem(beheer.get(f"/v1/acties/{code}"), 404, "niet-gevonden")
        problem(beheer.patch(f"/v1/acties/{code}", {"kleur": "rood"}, headers=seen(made)), 404, "niet-gevonden")
    for wrong in ({"icoon": "doodskop"}, {"kleur": "roze"}, {"tekst": ""}, {"tekst": "a" * 41}, {}, {"code": "x"}):
        problem(beheer.patch("/v1/acties/anders", wrong, headers={"If-Match": '"1"'}), 400, "ongeldige-invoer")
    for code in ("Breng", "1x", "a-b", "", "a" * 41):
        problem(beheer.post("/v1/acties", body | {"code": code}), 400, "ongeldige-invoer")
