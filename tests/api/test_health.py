"""Alive is one thing, ready another."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from api.wsgi import create_app
from app.core import Core, build
from app.names.regels import REGELS
from app.register.afleiding import Naamwijziging
from app.register.herbouw import Herbouw
from app.register.regelstand import fall_behind, remove_stand
from app.store.transaction import transaction
from tests.api.conftest import Bearer


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
    assert (answer.status_code, answer.get_json()["toestand"]) == (503, "niet-gereed")
    assert "veldwijzer migreren" in answer.get_json()["reden"]


def test_ready_on_a_database_that_a_later_version_has_migrated(app: Flask, core: Core) -> None:
    with core.engines.write.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert app.test_client().get("/health/ready").status_code == 200


@pytest.mark.usefixtures("register")
def test_not_ready_and_no_answer_while_not_everybody_can_be_found(app: Flask, core: Core, agent: Bearer) -> None:
    assert agent.ask(naam="Jansen").status_code == 200
    with transaction(core.engines.write) as connection:
        remove_stand(connection, REGELS)
    ready = app.test_client().get("/health/ready")
    assert (ready.status_code, ready.get_json()["toestand"]) == (503, "niet-gereed")
    assert "veldwijzer sleutels" in ready.get_json()["reden"]
    answer = agent.ask(naam="Jansen")
    assert (answer.status_code, answer.get_json()["type"]) == (503, "urn:veldwijzer:probleem:zoeken-niet-gereed")
    assert "geen antwoord" in answer.get_json()["detail"]
    Herbouw(core.engines).run()
    assert app.test_client().get("/health/ready").status_code == 200
    assert agent.ask(naam="Jansen").status_code == 200


@pytest.mark.usefixtures("register")
def test_ready_and_behind_what_another_version_published(app: Flask, core: Core) -> None:
    with transaction(core.engines.write) as connection:
        fall_behind(connection, [REGELS], [Naamwijziging(1, None, None), Naamwijziging(2, None, None)])
    answer = app.test_client().get("/health/ready")
    assert (answer.status_code, answer.get_json()) == (200, {"toestand": "goed", "achterstand": 2})


def test_not_ready_without_a_database(settings: Any) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"
    core = build(replace(settings, database_url=url))
    client = create_app(core).test_client()
    assert client.get("/health/live").status_code == 200
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.get_json()["toestand"]) == (503, "niet-gereed")
    assert "database" in answer.get_json()["reden"]
    sign_in = client.post("/v1/sessies", json={"gebruikersnaam": "agent", "wachtwoord": "x"})
    assert (sign_in.status_code, sign_in.get_json()["type"]) == (503, "urn:veldwijzer:probleem:niet-beschikbaar")
    core.close()
