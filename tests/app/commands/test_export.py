"""`veldwijzer export` writes a whole file or none, for its owner alone, and records it."""

import json
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import insert, select

from app.access.rules import Rol
from app.audit.trail import Trail
from app.commands import cli
from app.core import Core
from app.errors import NotRecorded
from app.register.uitvoer import Uitvoer
from app.store.tables.audit import auditrecord
from app.store.tables.werk import eenmalig
from app.store.transaction import transaction
from tests.app.register.builders import Register, person


@pytest.fixture
def filled(core: Core, monkeypatch: pytest.MonkeyPatch) -> Core:
    monkeypatch.setenv("DATABASE_URL", core.settings.database_url)
    monkeypatch.setenv("VAR_DIR", str(core.settings.var_dir))
    Register(core.engines.write, core.trail, core.clock).take_in(*(person(f"p-{number}") for number in range(3)))
    return core


def test_it_writes_what_an_import_takes_in(filled: Core, tmp_path: Path) -> None:
    file = tmp_path / "uit" / "register.jsonl"
    result = CliRunner().invoke(cli, ["export", str(file), "--json"])
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert (summary["personen"], summary["abonnementen"], summary["zonderAbonnement"]) == (3, 3, 0)
    assert summary["digest"] == sha256(file.read_bytes()).hexdigest()
    assert summary["nietErin"] == {"concepten": 0, "formulierkladden": 0, "meldingen": 0, "samenvoegingen": 0}
    assert summary["bytes"] == file.stat().st_size
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]
    with filled.engines.read.connect() as connection:
        found = select(auditrecord.c.inhoud).where(auditrecord.c.gebeurtenis == "register_uitgevoerd")
        assert connection.scalars(found).all() == [{"personen": 3, "abonnementen": 3, "digest": summary["digest"]}]
    again = CliRunner().invoke(cli, ["import", str(file)])
    assert "3 ongewijzigd" in again.stdout


def test_a_former_file_stays_until_the_new_one_is_whole(
    filled: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled
    file = tmp_path / "register.jsonl"
    file.write_text("van gisteren")

    def fail(*_: object, **__: object) -> None:
        raise NotRecorded("Het lukt niet.")

    monkeypatch.setattr(Trail, "record", fail)
    result = CliRunner().invoke(cli, ["export", str(file)])
    assert (result.exit_code, file.read_text()) == (1, "van gisteren")
    assert list(tmp_path.glob(".*nieuw")) == []


def test_ctrl_c_leaves_no_file(filled: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled

    def stop(_: Uitvoer) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Uitvoer, "total", stop)
    result = CliRunner().invoke(cli, ["export", str(tmp_path / "register.jsonl")])
    assert result.exit_code == 130
    assert list(tmp_path.glob("*.jsonl")) == []


def test_tidying_removes_answers_of_yesterday(filled: Core) -> None:
    row = {
        "account_id": 1,
        "sleutel": "een-sleutel",
        "verzoek": "x",
        "nieuw": 0,
        "gedaan_op": "2020-01-01T00:00:00.000Z",
    }
    filled.accounts.create("zvh", "een lange zin is een goed wachtwoord", Rol.PRIVACY, None)
    with transaction(filled.engines.write) as connection:
        connection.execute(insert(eenmalig).values(row))
    assert CliRunner().invoke(cli, ["opruimen"]).stdout.startswith("1 bewaarde")
    assert CliRunner().invoke(cli, ["opruimen"]).stdout.startswith("0 bewaarde")
