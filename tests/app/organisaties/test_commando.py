"""`veldwijzer organisatie` and `veldwijzer post` from the command line."""

import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from app.commands import cli


@pytest.fixture
def run(database_url: str, tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments)

    return run


def test_an_organisation_is_added_listed_and_given_an_address(run) -> None:
    assert run("organisatie", "maken", "GGZ Utrecht", "--email", "a@ggz.example").exit_code == 0
    again = run("organisatie", "maken", "GGZ Utrecht")
    assert (again.exit_code, "al een organisatie" in again.output) == (1, True)
    assert run("organisatie", "maken", "X", "--email", "geen adres").exit_code == 2
    assert "GGZ Utrecht\tpartner\ta@ggz.example" in run("organisatie", "lijst").output
    assert run("organisatie", "email", "GGZ Utrecht").exit_code == 0
    assert "GGZ Utrecht\tpartner\t-" in run("organisatie", "lijst").output
    assert run("organisatie", "email", "Onbekend", "a@b.example").exit_code == 1


def test_a_sender_says_which_settings_it_needs(run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("post")
    assert (done.exit_code, "SMTP_URL, VELDWIJZER_AFZENDER, VELDWIJZER_URL" in done.output) == (1, True)
    monkeypatch.setenv("SMTP_URL", "smtp://a:geheim@")
    wrong = run("post")
    assert wrong.exit_code == 1
    assert "geheim" not in wrong.output
    monkeypatch.setenv("SMTP_URL", "smtp-open://127.0.0.1:1")
    monkeypatch.setenv("VELDWIJZER_AFZENDER", "veldwijzer@zvh.example")
    monkeypatch.setenv("VELDWIJZER_URL", "https://veldwijzer.example")
    # Nothing is due, so no server is asked for.
    assert run("post").exit_code == 0


def test_a_sender_that_stays_ends_when_it_is_asked_to(run, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = {
        "SMTP_URL": "smtp-open://127.0.0.1:1",
        "VELDWIJZER_AFZENDER": "veldwijzer@zvh.example",
        "VELDWIJZER_URL": "https://veldwijzer.example",
    }
    command = [sys.executable, "-c", "from app.commands import main; main()", "post", "--blijf", "3600"]
    environment = os.environ | settings | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as sender:
        assert sender.stdout
        assert sender.stdout.readline().startswith("Kijkt elke 3600 seconden")
        sender.send_signal(signal.SIGTERM)
        assert sender.wait(timeout=20) == 0
