"""The API description: it is what is served, and it follows the design rules of the Dutch government."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from api.problems import STATUS
from api.routes import ROUTES

ROOT = Path(__file__).parents[2]
SPECTRAL = ROOT / "node_modules/.bin/spectral"
RULES = Path(__file__).parent / "adr/nl-adr-linter.yaml"


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    return f"sqlite:///{sqlite_template}"


@pytest.fixture
def served(app: Flask) -> dict[str, Any]:
    answer = app.test_client().get("/v1/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    description: dict[str, Any] = answer.get_json()
    return description


def camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)


def test_every_route_is_described_and_nothing_else(served: dict[str, Any]) -> None:
    described = {(method.upper(), path) for path, methods in served["paths"].items() for method in methods}
    table = {
        (route.method, re.sub(r"<(\w+)>", lambda part: "{" + camel(part[1]) + "}", route.path.removeprefix("/v1")))
        for route in ROUTES
        if route.path.startswith("/v1")
    }
    assert described == table
    assert served["servers"] == [{"url": "/v1"}]


def test_every_answer_names_its_version_and_every_problem_its_shape(served: dict[str, Any]) -> None:
    problems = served["components"]["responses"]
    for methods in served["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                whole = problems[answer["$ref"].rsplit("/", 1)[1]] if "$ref" in answer else answer
                assert "API-Version" in whole["headers"]
                assert int(status) < 400 or list(whole["content"]) == ["application/problem+json"]


def test_every_code_of_a_problem_is_a_status_that_is_described(served: dict[str, Any]) -> None:
    described = {
        int(status) for methods in served["paths"].values() for op in methods.values() for status in op["responses"]
    }
    assert set(STATUS.values()) - {405} <= described


def test_who_may_ask_is_described(served: dict[str, Any]) -> None:
    security = {
        f"{method} {path}": op["security"] for path, ops in served["paths"].items() for method, op in ops.items()
    }
    assert security["post /sessies"] == []
    assert security["get /redenen"] == [{"toegangstoken": []}, {"toegangscookie": []}]
    assert security["post /zoekvragen"] == [{"toegangstoken": []}, {"toegangscookie": [], "csrf": []}]
    assert security["post /sessies/huidige/verversingen"] == [{"verversingscookie": [], "csrf": []}]


def test_the_reasons_are_those_of_the_settings(served: dict[str, Any]) -> None:
    reden = served["components"]["schemas"]["Zoekvraag"]["properties"]["reden"]
    assert reden["enum"] == ["melding", "staandehouding", "aanhouding", "overdracht", "anders"]
    assert served["components"]["schemas"]["Zoekvraag"]["additionalProperties"] is False


def spectral(file: Path) -> subprocess.CompletedProcess[str]:
    if not SPECTRAL.exists():
        message = "spectral is not installed (`make test` does that), so the design rules cannot be checked"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    command = [SPECTRAL, "lint", "--ruleset", RULES, "--fail-severity=warn", file]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_it_follows_the_design_rules(served: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(served))
    checked = spectral(file)
    assert checked.returncode == 0, checked.stdout + checked.stderr


SPOILED: list[Callable[[dict[str, Any]], Any]] = [
    lambda description: description["info"].pop("contact"),
    lambda description: description["paths"].update({"/zoekVragen/": description["paths"].pop("/zoekvragen")}),
    lambda description: description["paths"]["/redenen"]["get"]["responses"]["200"].pop("headers"),
]


def test_the_check_itself_finds_something(served: dict[str, Any], tmp_path: Path) -> None:
    for spoil in SPOILED:
        spoil(served)
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(served))
    checked = spectral(file)
    assert checked.returncode == 1
    assert {"info-contact", "nlgov:paths-kebab-case", "nlgov:missing-header"} <= set(checked.stdout.split())
