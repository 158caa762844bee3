"""One line of JSON a request, from which nobody learns who was asked about."""

import logging
from pathlib import Path

import pytest
from flask import Flask

from api import logs
from tests.api.conftest import Lines

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    return f"sqlite:///{sqlite_template}"


def test_a_request_is_one_line_with_the_template_of_its_route(app: Flask, lines: Lines) -> None:
    app.test_client().post("/v1/zoekvragen/geheim-nummer/inzages?naam=jansen", json={"kandidaat": "jansen"})
    row = lines.rows[-1]
    assert row["ms"] >= 0
    expected = {"methode": "POST", "route": "/v1/zoekvragen/<zoekvraag_id>/inzages", "status": 401, "niveau": "INFO"}
    assert expected.items() <= row.items()
    assert "jansen" not in lines.text
    assert "geheim-nummer" not in lines.text


def test_an_address_or_a_method_of_somebody_s_own_is_not_written_down(app: Flask, lines: Lines) -> None:
    app.test_client().open("/jan-jansen/1994?q=jansen", method="JANSEN", headers={"User-Agent": "jansen"})
    assert {"methode": "anders", "route": "onbekend", "status": 404}.items() <= lines.rows[-1].items()
    assert "jansen" not in lines.text.lower()


def test_a_trace_goes_on(app: Flask, lines: Lines) -> None:
    answer = app.test_client().get("/health/live", headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"})
    assert lines.rows[-1]["trace"] == TRACE
    assert answer.headers["traceparent"].split("-")[1] == TRACE


@pytest.mark.parametrize("told", ["", "nonsense", f"00-{'0' * 32}-00f067aa0ba902b7-01", f"00-{TRACE}-jan-01"])
def test_else_a_trace_begins(app: Flask, lines: Lines, told: str) -> None:
    answer = app.test_client().get("/health/live", headers={"traceparent": told})
    trace = answer.headers["traceparent"].split("-")[1]
    assert len(trace) == 32
    assert trace != TRACE
    assert lines.rows[-1]["trace"] == trace


def test_an_exception_is_its_places_and_never_its_text(app: Flask, lines: Lines) -> None:
    def fail() -> None:
        try:
            {}["jansen"]
        except KeyError as error:
            raise ValueError("geboren op 7 maart") from error

    app.add_url_rule("/kapot", view_func=fail)
    assert app.test_client().get("/kapot").status_code == 500
    row = next(row for row in lines.rows if row["bron"] == "veldwijzer.fout")
    assert "builtins.KeyError" in row["fout"]
    assert row["fout"][-1] == "builtins.ValueError"
    assert any(place.endswith(" fail") for place in row["fout"])
    assert "jansen" not in lines.text
    assert "7 maart" not in lines.text


def test_an_exception_that_a_library_logs_is_treated_alike(lines: Lines) -> None:
    try:
        int("jansen")
    except ValueError:
        logging.getLogger("gunicorn.error").exception("Error handling request %s", "/?naam=jansen")
    logging.getLogger("gunicorn.error").warning("Invalid request from ip=10.0.0.1: jansen")
    assert [row["bericht"] for row in lines.rows] == ["Error handling request", "Invalid request"]
    assert "builtins.ValueError" in lines.rows[0]["exc_info"]
    assert "jansen" not in lines.text


def test_the_configuration_is_one_that_logging_takes() -> None:
    logger = logging.getLogger("gunicorn.error")
    before = (logger.handlers[:], logger.propagate, logger.level)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("WARNING")
    assert root.level == logging.WARNING
    assert isinstance(root.handlers[-1].formatter, logs.Formatter)
    root.handlers[:], root.level = handlers, level
    logger.handlers[:], logger.propagate, logger.level = before
