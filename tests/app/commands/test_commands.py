"""The command line as an operator meets it: through the installed `veldwijzer`, on files and databases of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import COMMANDS

VELDWIJZER = Path(sys.executable).with_name("veldwijzer")
PASSWORD = "een goed wachtwoord"


def run(*arguments: str, var: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": os.environ["PATH"], "HOME": str(var), "VAR_DIR": str(var), **environment}
    return subprocess.run([VELDWIJZER, *arguments], capture_output=True, text=True, env=clean, timeout=60, check=False)


def test_help_names_every_command(tmp_path: Path) -> None:
    done = run("--help", var=tmp_path)
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"  {command.name} " in done.stdout


def test_an_empty_sqlite_file_is_brought_into_shape_by_any_command(tmp_path: Path) -> None:
    done = run("account", "maken", "noor", "--rol", "agent", var=tmp_path, VELDWIJZER_WACHTWOORD=PASSWORD)
    assert (done.returncode, done.stdout) == (0, "Account noor is gemaakt.\n")
    database = tmp_path / "veldwijzer.db"
    assert database.stat().st_mode & 0o777 == 0o600, "a register is for its own user alone"


def test_another_database_is_brought_into_shape_when_told_only(empty_database_url: str, tmp_path: Path) -> None:
    if empty_database_url.startswith("sqlite"):
        return
    maken = ("account", "maken", "noor", "--rol", "agent")
    where = {"DATABASE_URL": empty_database_url, "VELDWIJZER_WACHTWOORD": PASSWORD}
    refused = run(*maken, var=tmp_path, **where)
    assert refused.returncode == 1
    assert "veldwijzer migreren" in refused.stderr
    assert run("migreren", var=tmp_path, **where).returncode == 0
    assert run(*maken, var=tmp_path, **where).returncode == 0
    unsure = run("migreren", "--naar", "base", var=tmp_path, **where)
    assert unsure.returncode == 1
    assert "back-up" in unsure.stdout
    assert "bestaat niet" in run("migreren", "--naar", "nergens", "--ja", var=tmp_path, **where).stderr
    assert "base" in run("migreren", "--naar", "base", "--ja", var=tmp_path, **where).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("account", "maken", "noor", "--rol", "agent"), "bestaat al"),
        (("account", "wachtwoord", "niemand"), "geen account"),
        (("account", "maken", "omar", "--rol", "baas"), "agent"),
        (("account", "maken", "omar", "--rol", "zvh", "--organisatie", "ZVH Nergens"), "geen organisatie"),
    ],
)
def test_a_mistake_is_told_in_one_line(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    run("account", "maken", "noor", "--rol", "agent", var=tmp_path, VELDWIJZER_WACHTWOORD=PASSWORD)
    done = run(*arguments, var=tmp_path, VELDWIJZER_WACHTWOORD=PASSWORD)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_account_is_switched_off_and_on(tmp_path: Path) -> None:
    run("account", "maken", "noor", "--rol", "agent", var=tmp_path, VELDWIJZER_WACHTWOORD=PASSWORD)
    assert "staat uit" in run("account", "uitzetten", "noor", var=tmp_path).stdout
    assert "staat aan" in run("account", "aanzetten", "noor", var=tmp_path).stdout


def test_a_database_that_is_away_is_told_without_its_address(tmp_path: Path) -> None:
    url = "postgresql://geheim:wachtwoord@127.0.0.1:1/nergens"
    done = run("account", "uitzetten", "noor", var=tmp_path, DATABASE_URL=url)
    assert done.returncode == 1
    assert "niet bereikbaar" in done.stderr
    assert "geheim" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_told_by_name(tmp_path: Path) -> None:
    done = run("serve", var=tmp_path, PORT="nul")
    assert done.returncode == 1
    assert "PORT" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["onzin", "mysql://x@127.0.0.1/x", "sqlite:////proc/nergens/a.db"])
def test_a_database_that_cannot_be_is_told_without_a_traceback(tmp_path: Path, url: str) -> None:
    done = run("migreren", var=tmp_path, DATABASE_URL=url)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Error: ")
