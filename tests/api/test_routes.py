"""THE table: nothing is open or unrecorded without saying why, and the table is what is served."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from api.route import Open, Route, Unrecorded
from api.routes import ROUTES
from app.access.rules import PERMISSIONS, Permission, Rol
from app.audit.events import Event
from app.core import Core
from tests.api.abonnementen import gebruik as abonnementen
from tests.api.afspraken import gebruik as afspraken
from tests.api.contactpersonen import gebruik as contactpersonen
from tests.api.desk import Desk, Gebruik
from tests.api.formulier import gebruik as formulier
from tests.api.organisaties import gebruik as organisaties
from tests.api.werklijst import gebruik as werklijst

GUARDED = [route for route in ROUTES if not isinstance(route.access, Open)]
NAMES = [f"{route.method} {route.path}" for route in GUARDED]
NO_ID = "00000000-0000-0000-0000-000000000000"
PASSWORD = "een lange zin is een goed wachtwoord"


def address(route: Route) -> str:
    return re.sub(r"<\w+>", NO_ID, route.path)


def test_the_table_is_all_that_is_served(app: Flask) -> None:
    served = {(method, rule.rule) for rule in app.url_map.iter_rules() for method in (rule.methods or set()) - {"HEAD"}}
    assert served == {(route.method, route.path) for route in ROUTES}


def test_a_route_is_guarded_or_says_in_words_why_not() -> None:
    for route in ROUTES:
        words = route.access.reason.split() if isinstance(route.access, Open) else []
        assert isinstance(route.access, Permission) or len(words) >= 4, route.path


def test_a_route_is_recorded_or_says_in_words_why_not() -> None:
    for route in ROUTES:
        words = route.audit.reason.split() if isinstance(route.audit, Unrecorded) else []
        assert isinstance(route.audit, Event) or len(words) >= 4, route.path
    unrecorded = {route.path for route in GUARDED if route.method != "GET" and isinstance(route.audit, Unrecorded)}
    # A text that is read for its words comes from whoever asks, and goes back to nobody else.
    assert unrecorded == {"/v1/taaladviezen"}


def test_every_route_of_the_api_is_described() -> None:
    described = {(route.method, route.path) for route in ROUTES if route.operation is not None}
    assert described == {(route.method, route.path) for route in ROUTES if route.path.startswith("/v1/")}


@pytest.mark.parametrize("route", GUARDED, ids=NAMES)
def test_without_a_token_nobody_enters(app: Flask, problem: Callable[..., Any], route: Route) -> None:
    answer = app.test_client().open(address(route), method=route.method, data=b"not looked at")
    problem(answer, 401, "niet-aangemeld")


@pytest.mark.parametrize("route", GUARDED, ids=NAMES)
def test_a_role_that_may_not_is_refused_before_its_body_is_read(
    sign_in: Callable[..., Any], problem: Callable[..., Any], records: Callable[..., Any], route: Route
) -> None:
    may_not = [rol for rol in Rol if route.access not in PERMISSIONS[rol]]
    for rol in may_not:
        caller = sign_in(rol)
        problem(caller.send(route.method, address(route), data=b"not looked at"), 403, "geen-toegang")
        last = records(Event.TOEGANG_GEWEIGERD)[-1]
        assert last["inhoud"] == {"route": f"{route.method} {route.path}", "code": "geen-toegang"}
        assert last["account_id"]
        assert last["sessie_id"]
    assert len(records(Event.TOEGANG_GEWEIGERD)) == len(may_not)


def sign_in_by_browser(browser: Any) -> Any:
    return browser.post("/v1/sessies", json={"gebruikersnaam": "agent", "wachtwoord": PASSWORD})


def sign_out(browser: Any) -> Any:
    return browser.delete("/v1/sessies/huidige", headers=page(browser))


def ask(browser: Any) -> Any:
    return browser.post("/v1/zoekvragen", json={"naam": "jansen", "reden": "melding"}, headers=page(browser))


def look(browser: Any) -> Any:
    question = ask(browser).get_json()
    path = f"/v1/zoekvragen/{question['id']}/inzages"
    return browser.post(path, json={"kandidaat": question["kandidaten"][0]["id"]}, headers=page(browser))


def page(browser: Any) -> dict[str, str]:
    return {"X-CSRF-TOKEN": browser.get_cookie("veldwijzer_csrf").value}


# How each recorded route is used well; a route that is added to the table without a line here fails.
USED_WELL: dict[str, Callable[[Any], Any]] = {
    "POST /v1/sessies": sign_in_by_browser,
    "DELETE /v1/sessies/huidige": sign_out,
    "POST /v1/zoekvragen": ask,
    "POST /v1/zoekvragen/<zoekvraag_id>/inzages": look,
}


# The same of the desk, a table per slice.
USED_WELL_AT_THE_DESK: Gebruik = {
    **abonnementen.GEBRUIK,
    **contactpersonen.GEBRUIK,
    **afspraken.GEBRUIK,
    **formulier.GEBRUIK,
    **organisaties.GEBRUIK,
    **werklijst.GEBRUIK,
}


def test_every_recorded_route_is_recorded_before_its_answer_leaves(
    app: Flask, core: Core, register: dict[str, int], records: Callable[..., Any], request: pytest.FixtureRequest
) -> None:
    at_answer: list[dict[Event, int]] = []

    @app.after_request
    def count(response: Any) -> Any:
        at_answer.append({event: len(records(event)) for event in Event})
        return response

    recorded = {f"{route.method} {route.path}": route.audit for route in ROUTES if isinstance(route.audit, Event)}
    assert recorded.keys() == USED_WELL.keys() | USED_WELL_AT_THE_DESK.keys()
    browser = request.getfixturevalue("browser")
    for name, use in sorted(USED_WELL.items(), key=lambda item: item[0].startswith("DELETE")):
        event = recorded[name]
        before = at_answer[-1][event]
        answer = use(browser)
        assert 200 <= answer.status_code < 300, (name, answer.text)
        assert at_answer[-1][event] == before + 1, name
    desk = Desk(core, request.getfixturevalue("sign_in"))
    for name, prepare in USED_WELL_AT_THE_DESK.items():
        send = prepare(desk)
        # Signing in to send it is an answer too, but of another event.
        before = len(records(recorded[name]))
        answer = send()
        assert 200 <= answer.status_code < 300, (name, answer.text)
        assert at_answer[-1][recorded[name]] == before + 1, name
