"""Alive is one thing, ready another."""

from dataclasses import replace
from typing import Any

from flask import Flask

from api.wsgi import create_app
from app.core import Core, build


def test_alive(app: Flask) -> None:
    answer = app.test_client().get("/health/live")
    assert (answer.status_code, answer.get_json()) == (200, {"toestand": "goed"})


def test_ready_when_the_database_has_the_shape_of_this_version(app: Flask) -> None:
    answer = app.test_client().get("/health/ready")
    assert (answer.status_code, answer.get_json()) == (200, {"toestand": "goed"})


def test_not_ready_on_a_database_of_another_shape(app: Flask, core: Core) -> None:
    with core.engines.write.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'elders'")
    answer = app.test_client().get("/health/ready")
    assert (answer.status_code, answer.get_json()) == (503, {"toestand": "niet-gereed"})


def test_not_ready_without_a_database(settings: Any) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"
    core = build(replace(settings, database_url=url))
    client = create_app(core).test_client()
    assert client.get("/health/live").status_code == 200
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.get_json()) == (503, {"toestand": "niet-gereed"})
    sign_in = client.post("/v1/sessies", json={"gebruikersnaam": "agent", "wachtwoord": "x"})
    assert (sign_in.status_code, sign_in.get_json()["type"]) == (503, "urn:veldwijzer:probleem:niet-beschikbaar")
    core.close()
