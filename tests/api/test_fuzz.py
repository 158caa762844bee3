"""Thousands of requests that nobody thought of, made from the API description itself.

Seeded with real questions, candidates and names, and with a token for each kind of caller: without these a fuzz run
is green and empty. It fails on any 5xx and on any answer that the description does not announce, and at the end it
looks whether the interesting answers were reached at all.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from app.access.rules import Rol

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
QUESTIONS = [
    {"naam": "jansen", "reden": "melding"},
    {"naam": "jan van der meulen", "geboortedatum": "7-3-94", "reden": "overdracht"},
    {"naam": "Xandrio Quispel", "geboortejaarOngeveer": 1990, "reden": "anders", "toelichting": "vermist"},
    {"geboortedatum": "1988-11", "reden": "aanhouding"},
]
NAMES = ["jansen", "jan van der meulen", "meulen 7-3-94", "Xandrio Quispel", "van", "é\u0301"]
DATES = ["7-3-94", "1994", "31-02-1990", "1988-11"]
EXAMPLES = 30
# Where nothing can be filled in, or whatever it is is refused unread, a few are as good as many.
FEW_EXAMPLES = 5
quiet = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def seeds(sign_in: Callable[..., Any], register: dict[str, int]) -> dict[str, list[str]]:
    """Questions of the agent, and the candidates that were shown in answer."""
    agent = sign_in(Rol.AGENT)
    questions = [agent.ask(naam="jansen").get_json() for _ in range(2)]
    return {
        "zoekvraagId": [question["id"] for question in questions],
        "kandidaat": [one["id"] for question in questions for one in question["kandidaten"]],
    }


def operations(app: Flask) -> list[Any]:
    schema = schemathesis.openapi.from_wsgi("/v1/openapi.json", app)
    found = [result.ok() for result in schema.get_all_operations()]
    # Whoever signs out cannot be asked anything afterwards.
    return sorted(found, key=lambda operation: operation.method.upper() == "DELETE")


def seed(draw: Any, case: Any, seeds: dict[str, list[str]]) -> None:
    """Put something real in, mostly, where the description only says what it looks like."""
    for name in sorted(case.path_parameters or {}):
        if seeds.get(name) and draw(st.booleans()):
            case.path_parameters[name] = draw(st.sampled_from(seeds[name]))
    if isinstance(case.body, dict):
        if "reden" in case.body and draw(st.booleans()):
            case.body = dict(draw(st.sampled_from(QUESTIONS)))
            return
        real = {"kandidaat": seeds["kandidaat"], "naam": NAMES, "geboortedatum": DATES}
        for field in sorted(case.body.keys() & real.keys()):
            if draw(st.integers(0, 3)):
                case.body[field] = draw(st.sampled_from(real[field]))


def fuzz(operation: Any, mode: GenerationMode, headers: dict[str, str], seeds: dict[str, list[str]]) -> Counter[str]:
    answers: Counter[str] = Counter()

    deep = headers and (operation.body or operation.path_parameters)
    examples = EXAMPLES if deep else FEW_EXAMPLES

    @settings(quiet, max_examples=examples)
    @given(data=st.data())
    def run(data: Any) -> None:
        case = data.draw(operation.as_strategy(mode))
        seed(data.draw, case, seeds)
        response = case.call_and_validate(headers=headers, checks=CHECKS)
        answers[f"{operation.label} {response.status_code}"] += 1
        if response.status_code == 200 and "uitkomst" in (response.text or ""):
            answers[response.json()["uitkomst"]] += 1

    run()
    return answers


def test_the_door_holds(app: Flask, sign_in: Callable[..., Any], seeds: dict[str, list[str]]) -> None:
    callers = {
        "agent": {"Authorization": f"Bearer {sign_in(Rol.AGENT).token}"},
        "collega": {"Authorization": f"Bearer {sign_in(Rol.AGENT, naam='collega').token}"},
        "zvh": {"Authorization": f"Bearer {sign_in(Rol.ZVH).token}"},
        "niemand": {},
    }
    seen: dict[str, Counter[str]] = {}
    for name, headers in callers.items():
        seen[name] = Counter()
        for operation in operations(app):
            for mode in GenerationMode:
                seen[name] += fuzz(operation, mode, headers, seeds)
    ask, look = "POST /zoekvragen", "POST /zoekvragen/{zoekvraagId}/inzages"
    for reached in ("kandidaten", "onbekend", "kaart", f"{ask} 400", f"{look} 201", f"{look} 404", f"{look} 400"):
        assert seen["agent"][reached], (reached, seen["agent"])
    assert seen["collega"][f"{look} 404"]
    assert not seen["collega"][f"{look} 201"], "a colleague opened a candidate of somebody else's question"
    for name in ("zvh", "niemand"):
        allowed = [answer for answer in seen[name] if answer.startswith("POST /zoekvragen") and answer[-3] == "2"]
        assert allowed == []
