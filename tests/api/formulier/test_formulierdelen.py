"""The form over HTTP: bad input by its field, parts of others, stale versions, the same twice, and who sees what."""

from collections.abc import Callable
from typing import Any

import pytest

from app.access.rules import Rol
from app.audit.events import Event
from app.core import Core
from tests.api.desk import Desk
from tests.api.formulier.gebruik import REGEL, asked, etag, filled_in, invoer
from tests.bureau import make_organisatie

Problem = Callable[..., dict[str, Any]]
HTML = "<img src=x onerror=alert(1)>"
FORMULE = '=HYPERLINK("http://kwaad.example")'


@pytest.fixture
def desk(core: Core, sign_in: Callable[..., Any]) -> Desk:
    return Desk(core, sign_in)


@pytest.fixture
def deel(desk: Desk) -> int:
    return asked(desk)[1]


def put(desk: Desk, deel: int, body: Any, **options: Any) -> Any:
    headers = options.pop("headers", None) or etag(desk, deel)
    return desk.als(Rol.PARTNER).put(f"/v1/formulierdelen/{deel}", body, headers=headers)


def line(**changes: Any) -> dict[str, Any]:
    return {"inlichtingen": [REGEL | changes]}


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "too long a text": (line(tekst="x" * 301), "#/inlichtingen/0/tekst"),
    "no text": (line(tekst="  "), "#/inlichtingen/0/tekst"),
    "two lines": (line(tekst="een\ntwee"), "#/inlichtingen/0/tekst"),
    "turned around": (line(tekst="een\u202etwee"), "#/inlichtingen/0/tekst"),
    "a number": (line(tekst=3), "#/inlichtingen/0/tekst"),
    "too long a source": (line(bron="x" * 121), "#/inlichtingen/0/bron"),
    "no source": (line(bron=None), "#/inlichtingen/0/bron"),
    "unknown sharing": (line(delen="iedereen"), "#/inlichtingen/0/delen"),
    "unknown kind": (line(aard="roddel"), "#/inlichtingen/0/aard"),
    "a stray field": (line(extra=1), "#/inlichtingen/0/extra"),
    "eleven": ({"inlichtingen": [REGEL] * 11}, "#/inlichtingen"),
    "no list": ({"inlichtingen": "x"}, "#/inlichtingen"),
    "one is a sort of yes": ({"neemtDeel": 1}, "#/neemtDeel"),
    "ja": ({"neemtDeel": "ja"}, "#/neemtDeel"),
    "somebody unknown": ({"contactpersonen": [999]}, "#/contactpersonen/0"),
    "six people": ({"contactpersonen": [1, 2, 3, 4, 5, 6]}, "#/contactpersonen"),
    "half a person": ({"contactpersonen": [1.5]}, "#/contactpersonen/0"),
    "a person in words": ({"contactpersonen": ["1"]}, "#/contactpersonen/0"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_right_is_refused_by_its_field(desk: Desk, deel: int, problem: Problem, name: str) -> None:
    changes, pointer = BAD[name]
    body = problem(put(desk, deel, invoer(desk) | changes), 400, "ongeldige-invoer")
    assert [error["pointer"] for error in body["errors"]] == [pointer]
    assert "roddel" not in str(body["errors"][0]["detail"])


def test_a_form_larger_than_any_field_allows(desk: Desk, deel: int, problem: Problem) -> None:
    problem(put(desk, deel, invoer(desk) | {"inlichtingen": [REGEL | {"tekst": "x" * 20_000}]}), 413, "te-groot")
    problem(put(desk, deel, {"neemtDeel": None, "inlichtingen": [REGEL] * 100}), 400, "ongeldige-invoer")


@pytest.mark.parametrize("text", [HTML, FORMULE, "@SUM(1)", "'; DROP TABLE inlichting; --", "{{7*7}}"])
def test_a_text_stays_a_text(desk: Desk, deel: int, text: str) -> None:
    body = invoer(desk) | line(tekst=text, bron=text)
    answer = put(desk, deel, body)
    assert answer.status_code == 200, answer.text
    (shown,) = answer.get_json()["inlichtingen"]
    assert (shown["tekst"], shown["bron"]) == (text, text)
    assert answer.mimetype == "application/json"
    versie = {"If-Match": answer.headers["ETag"]}
    sent = desk.als(Rol.ZVH).post(f"/v1/formulierdelen/{deel}/terugzendingen", {"vraag": text}, headers=versie)
    assert sent.get_json()["vraag"] == text
    versie = {"If-Match": sent.headers["ETag"]}
    objected = desk.als(Rol.PARTNER).post(f"/v1/formulierdelen/{deel}/bezwaren", {"reden": text}, headers=versie)
    assert objected.get_json()["bezwaar"] == text


def test_the_part_of_another_is_not_there_and_the_attempt_is_recorded(
    desk: Desk, deel: int, problem: Problem, sign_in: Callable[..., Any], records: Callable[..., Any]
) -> None:
    make_organisatie(desk.core, "Reclassering Utrecht")
    other = sign_in(Rol.PARTNER, naam="ander", van="Reclassering Utrecht")
    body, headers = invoer(desk), etag(desk, deel)
    path = f"/v1/formulierdelen/{deel}"
    before = len(records(Event.TOEGANG_GEWEIGERD))
    for answer in (
        other.get(path),
        other.put(path, body, headers=headers),
        other.post(f"{path}/bevestigingen", {}, headers=headers),
        other.post(f"{path}/bezwaren", {"reden": "Nee."}, headers=headers),
        other.put(f"{path}/concept", body, headers=headers),
        desk.als(Rol.ZVH).put(path, body, headers=headers),
        desk.als(Rol.POLITIEBEHEER).put(path, body, headers=headers),
    ):
        problem(answer, 404, "niet-gevonden")
    refused = records(Event.TOEGANG_GEWEIGERD)
    assert len(refused) == before + 7
    assert refused[-1]["inhoud"] == {"route": "PUT /v1/formulierdelen/<deel_id>", "code": "niet-gevonden"}
    # As what does not exist at all.
    assert other.get(path).get_json() == other.get("/v1/formulierdelen/987654").get_json()


def test_another_huis_reads_nothing(desk: Desk, problem: Problem, sign_in: Callable[..., Any], core: Core) -> None:
    number, deel = asked(desk)
    make_organisatie(core, "ZVH Flevoland", soort="veiligheidshuis")
    other = sign_in(Rol.ZVH, naam="elders", van="ZVH Flevoland")
    problem(other.get(f"/v1/abonnementen/{number}/formulier"), 404, "niet-gevonden")
    problem(other.get(f"/v1/formulierdelen/{deel}"), 404, "niet-gevonden")
    problem(other.post(f"/v1/formulierdelen/{deel}/herinneringen", {}), 404, "niet-gevonden")
    assert other.get("/v1/formulierdelen?van=alles").get_json()["items"] == []


def test_who_sees_what(desk: Desk) -> None:
    deel = filled_in(desk)
    number = desk.als(Rol.PARTNER).get(f"/v1/formulierdelen/{deel}").get_json()["abonnement"]["id"]
    seen = {
        rol: desk.als(rol).get(f"/v1/abonnementen/{number}/formulier").get_json()["delen"]
        for rol in (Rol.ZVH, Rol.POLITIEBEHEER, Rol.PARTNER)
    }
    texts = {rol: {each["organisatie"]["naam"]: each["inlichtingen"] for each in delen} for rol, delen in seen.items()}
    assert texts[Rol.ZVH]["GGZ Utrecht"] == [REGEL]
    assert texts[Rol.POLITIEBEHEER]["GGZ Utrecht"] is None
    assert texts[Rol.POLITIEBEHEER].keys() == texts[Rol.ZVH].keys()
    assert texts[Rol.PARTNER] == {"GGZ Utrecht": [REGEL]}
    states = {each["organisatie"]["naam"]: each["status"] for each in seen[Rol.POLITIEBEHEER]}
    assert states["GGZ Utrecht"] == "ingevuld"


def test_a_stale_version_changes_nothing(desk: Desk, deel: int, problem: Problem) -> None:
    body, headers = invoer(desk), etag(desk, deel)
    assert put(desk, deel, body, headers=headers).status_code == 200
    problem(put(desk, deel, body | {"inlichtingen": []}, headers=headers), 412, "intussen-gewijzigd")
    problem(desk.als(Rol.PARTNER).put(f"/v1/formulierdelen/{deel}", body), 428, "versie-ontbreekt")
    assert desk.als(Rol.PARTNER).get(f"/v1/formulierdelen/{deel}").get_json()["inlichtingen"] == [REGEL]
    for act, sent in (("bevestigingen", {}), ("bezwaren", {"reden": "Nee."})):
        path = f"/v1/formulierdelen/{deel}/{act}"
        problem(desk.als(Rol.PARTNER).post(path, sent, headers=headers), 412, "intussen-gewijzigd")


def test_the_same_key_does_it_once(desk: Desk, deel: int, records: Callable[..., Any]) -> None:
    zvh, key = desk.als(Rol.ZVH), {"Idempotency-Key": "herinnering-1"}
    for _ in range(2):
        answer = zvh.post(f"/v1/formulierdelen/{deel}/herinneringen", {}, headers=key)
        assert answer.status_code == 200, answer.text
    assert len(records(Event.FORMULIERDEEL_HERINNERD)) == 1
    body, headers = invoer(desk), etag(desk, deel) | {"Idempotency-Key": "invullen-1"}
    assert (
        put(desk, deel, body, headers=headers).headers["ETag"] == put(desk, deel, body, headers=headers).headers["ETag"]
    )
    assert len(records(Event.FORMULIERDEEL_INGEVULD)) == 1


def test_typing_that_is_too_long_is_kept_all_the_same(desk: Desk, deel: int) -> None:
    typed = {"neemtDeel": None, "contactpersonen": [None], "inlichtingen": [REGEL | {"tekst": "x" * 500, "aard": None}]}
    ggz, headers = desk.als(Rol.PARTNER), etag(desk, deel)
    kept = ggz.put(f"/v1/formulierdelen/{deel}/concept", typed, headers=headers)
    assert (kept.status_code, kept.headers["ETag"]) == (204, headers["If-Match"])
    assert ggz.get(f"/v1/formulierdelen/{deel}").get_json()["concept"]["inhoud"] == typed
    assert desk.als(Rol.ZVH).get(f"/v1/formulierdelen/{deel}").get_json()["concept"] is None


@pytest.mark.parametrize(
    "query", ["van=iedereen", "status=zoek", "minstensDagen=-1", "na=x", "limiet=0", "naam=jansen"]
)
def test_a_filter_that_is_not_right_is_refused(desk: Desk, problem: Problem, query: str) -> None:
    problem(desk.als(Rol.ZVH).get(f"/v1/formulierdelen?{query}"), 400, "ongeldige-invoer")


def test_a_partner_asks_for_its_own_only(desk: Desk, deel: int, problem: Problem) -> None:
    problem(desk.als(Rol.PARTNER).get("/v1/formulierdelen?van=alles"), 403, "geen-toegang")
    (own,) = desk.als(Rol.PARTNER).get("/v1/formulierdelen").get_json()["items"]
    assert (own["id"], own["dagen"]) == (deel, 0)


def test_the_list_goes_on_page_after_page(desk: Desk) -> None:
    for _ in range(3):
        asked(desk)
    zvh, seen, na = desk.als(Rol.ZVH), [], ""
    while True:
        page = zvh.get(f"/v1/formulierdelen?van=alles&limiet=2{na}").get_json()
        seen += [each["id"] for each in page["items"]]
        if page["volgende"] is None:
            break
        na = f"&na={page['volgende']}"
    assert len(seen) == len(set(seen)) == 9


def test_an_ended_aanpak_is_closed(desk: Desk, problem: Problem) -> None:
    number, deel = asked(desk)
    headers = etag(desk, deel)
    zvh = desk.als(Rol.ZVH)
    version = {"If-Match": zvh.get(f"/v1/abonnementen/{number}").headers["ETag"]}
    ended = zvh.post(f"/v1/abonnementen/{number}/beeindigingen", {"reden": "Verhuisd."}, headers=version)
    assert ended.status_code == 200, ended.text
    problem(put(desk, deel, invoer(desk), headers=headers), 409, "kan-nu-niet")
    assert zvh.get("/v1/formulierdelen?van=alles").get_json()["items"] == []
