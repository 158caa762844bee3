"""`veldwijzer zoek --batch`, from a file of questions to a file of answers."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from app.audit.events import Event
from app.commands.zoek import zoek_command
from app.config import load
from app.core import build
from app.register.importer import Importer
from app.store.migrate import migrate
from app.store.tables.audit import auditrecord

PERSON = {
    "externId": "p-1",
    "persoon": {
        "voornamen": "Johanna Maria",
        "roepnaam": "Anja",
        "voorvoegsel": "van der",
        "geslachtsnaam": "Meulen",
        "geboorte": {"datum": "1987-04-23"},
    },
    "abonnementen": [
        {
            "aanpak": "levensloop",
            "regime": "wgs",
            "veiligheidshuis": "Utrecht",
            "doel": "voorkomen van herhaling",
            "status": "actief",
            "start": "2026-02-01",
        }
    ],
}


@pytest.fixture
def var_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    core = build(load({"VAR_DIR": str(tmp_path)}))
    migrate(core.engines.write)
    Importer(core.engines.write, core.trail, core.clock).run([json.dumps(PERSON).encode()])
    core.close()
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def ask(*lines: bytes) -> tuple[Result, list[dict[str, Any]]]:
    result = CliRunner().invoke(zoek_command, ["--batch", "-"], input=b"\n".join(lines))
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def question(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


@pytest.mark.usefixtures("var_dir")
def test_a_question_a_line_an_answer_a_line() -> None:
    result, answers = ask(
        question(id="a", naam="Anja vd Meulen", geboortedatum="23-4-87"),
        question(id=2, naam="Zzyzx"),
        question(id=3, naam="meulen", geboortejaarOngeveer=1988),
    )
    assert result.exit_code == 0
    assert [(answer["id"], answer["uitkomst"], answer["treffers"]) for answer in answers] == [
        ("a", "kaart", ["p-1"]),
        (2, "onbekend", []),
        (3, "kandidaten", ["p-1"]),
    ]
    assert all(answer["ms"] > 0 for answer in answers)


@pytest.mark.usefixtures("var_dir")
def test_one_line_may_hold_all_of_a_question() -> None:
    result, answers = ask(
        question(id=1, naam="mevrouw anja vd meulen 23 april 87"),
        question(id=2, naam="anja meulen 23/4"),
        question(id=3, voornaam="anja", achternaam="van der meulen", geboortedatum="1987-04-23"),
        question(id=4, naam="meulen rond de veertig"),
        question(id=5, naam=None, voornaam=None, achternaam="meulen", geboortedatum=None),
    )
    assert result.exit_code == 0
    assert [answer["treffers"] for answer in answers] == [["p-1"]] * 5
    assert answers[0]["uitkomst"] == answers[2]["uitkomst"] == "kaart"


@pytest.mark.usefixtures("var_dir")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"nonsense", "ongeldige-json"),
        (b'{"id":1,"naam":"Jan', "ongeldige-json"),
        (b'{"id":1,"id":2}', "ongeldige-json"),
        (b'{"id":NaN}', "ongeldige-json"),
        (b'{"id":"\xff"}', "ongeldige-json"),
        (b"[]", "ongeldige-invoer"),
        (b'{"naam":"Jansen"}', "ongeldige-invoer"),
        (b'{"id":true,"naam":"Jansen"}', "ongeldige-invoer"),
        (b'{"id":1}', "ongeldige-invoer"),
        (b'{"id":1,"naam":7}', "ongeldige-invoer"),
        (b'{"id":1,"naam":"Jansen","extra":1}', "ongeldige-invoer"),
        (b'{"id":1,"naam":"van der"}', "ongeldige-invoer"),
        (b'{"id":1,"voornaam":7}', "ongeldige-invoer"),
        (b'{"id":1,"achternaam":"van der"}', "ongeldige-invoer"),
        (b'{"id":1,"naam":"jansen 31-02-1990"}', "ongeldige-invoer"),
        (b'{"id":1,"naam":"jansen 1994","geboortedatum":"1995"}', "ongeldige-invoer"),
        (b'{"id":1,"geboortedatum":"31-02-1990"}', "ongeldige-invoer"),
        (b'{"id":1,"geboortejaarOngeveer":"1990"}', "ongeldige-invoer"),
    ],
)
def test_a_bad_line_is_answered_as_such_and_the_rest_goes_on(line: bytes, code: str) -> None:
    result, answers = ask(line, question(id="b", naam="Meulen", geboortedatum="1987-04-23"))
    assert result.exit_code == 1
    assert answers[0]["fout"] == code
    assert answers[0]["melding"]
    assert answers[1]["treffers"] == ["p-1"]


def test_a_run_is_recorded(var_dir: Path) -> None:
    ask(question(id=1, naam="Meulen"), question(id=2, naam="Zzyzx"))
    core = build(load({"VAR_DIR": str(var_dir)}))
    with core.engines.read.connect() as connection:
        recorded = select(auditrecord.c.inhoud).where(auditrecord.c.gebeurtenis == Event.BATCH_ZOEKEN)
        assert [row.inhoud for row in connection.execute(recorded)] == [{"aantal": 2}]
    core.close()
