"""Whom the card says to call, at moments that are set: a deputy, a holiday, across midnight, and nobody at all."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

UREN = "ma-vr 08:30-17:00"
EERSTE = {
    "organisatie": "ZVH Utrecht",
    "naam": "S. de Wit",
    "functie": None,
    "telefoon": "+3197010000001",
    "bereikbaar": UREN,
    "opFeestdagen": False,
    "uitzonderingen": [{"van": "2026-12-28", "tot": "2026-12-30", "bereikbaar": None}],
    "vervangt": None,
    "eerste": True,
}
VERVANGER = EERSTE | {
    "naam": "K. Amrani",
    "telefoon": "+3197010000002",
    "bereikbaar": "ma-do 20:00-24:00; di-vr 00:00-04:00; wo 09:00-12:00",
    "uitzonderingen": [],
    "vervangt": "S. de Wit",
    "eerste": False,
}


@pytest.mark.parametrize(
    ("moment", "knop", "tekst"),
    [
        # An ordinary Monday: the first one answers, and the deputy waits below.
        ("2026-12-21T10:00:00+01:00", "Bel S. de Wit", "nu bereikbaar, ZVH Utrecht"),
        # The evening, and the night after it.
        ("2026-12-21T23:59:00+01:00", "Bel K. Amrani", "nu bereikbaar, voor S. de Wit, ZVH Utrecht"),
        ("2026-12-22T03:59:00+01:00", "Bel K. Amrani", "nu bereikbaar, voor S. de Wit, ZVH Utrecht"),
        # Away that week.
        ("2026-12-30T10:00:00+01:00", "Bel K. Amrani", "nu bereikbaar, voor S. de Wit, ZVH Utrecht"),
        # Christmas Day, a Friday: nobody, and then somebody.
        ("2026-12-25T10:00:00+01:00", "Nu niemand bereikbaar", "K. Amrani: bereikbaar ma vanaf 20:00, voor S. de Wit"),
    ],
)
def test_whom_to_call(officer: Page, ask: Callable[[str], Page], moment: str, knop: str, tekst: str) -> None:
    def answer(route: Route) -> None:
        body = route.fetch().json()
        body["feestdagen"] = ["2026-12-25", "2026-12-26"]
        body["straatkaart"]["afspraken"][0]["contactpersonen"] = [EERSTE, VERVANGER]
        route.fulfill(status=200, content_type="application/json", body=json.dumps(body))

    officer.route("**/v1/zoekvragen", answer)
    officer.clock.set_fixed_time(moment)
    page = ask("hooglander 7-3-94")
    expect(page.locator(".bel strong")).to_have_text(knop)
    expect(page.locator(".bel small")).to_contain_text(tekst)
    expect(page.locator(".anderen li")).to_have_count(1)
    expect(page.locator(".anderen li")).to_contain_text(
        "vervangt S. de Wit" if knop == "Bel S. de Wit" else "S. de Wit"
    )
    box = page.locator(".bel").bounding_box()
    assert box
    assert box["height"] < 110
