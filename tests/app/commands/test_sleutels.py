"""An upgrade as an operator does it: migrate, make the keys while the old version answers, tidy up."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from app.core import Core
from app.register.afleiding import ONZE
from app.register.herbouw import Herbouw
from app.register.regelstand import Fase, add_stand, remove_stand, standen_to_change
from app.store.engines import Engines
from app.store.migrate import downgrade
from app.store.transaction import transaction
from tests.app.commands.test_commands import VELDWIJZER, run
from tests.app.register.builders import Register, encode, person
from tests.app.register.versies import NIEUWE, check_in_step

INTERRUPTED = 130


@pytest.fixture
def register_side(core: Core) -> Register:
    built = Register(core.engines.write, core.trail, core.clock)
    built.take_in(*(person(f"p-{at}", geslachtsnaam=f"Bakker{chr(97 + at)}") for at in range(20)))
    return built


def check(engines: Engines) -> None:
    with engines.read.connect() as connection:
        check_in_step(connection, ONZE)


def test_from_the_version_before_to_this_one(
    register_side: Register, engines: Engines, database_url: str, tmp_path: Path
) -> None:
    questions, more = tmp_path / "vragen.jsonl", tmp_path / "erbij.jsonl"
    questions.write_text(json.dumps({"id": 1, "naam": "Jan Bakkera", "geboortedatum": "7-3-1994"}) + "\n")
    more.write_bytes(b"".join(encode([person("p-99", geslachtsnaam="Bijgekomen")])))
    downgrade(engines.write, "0004")

    def veldwijzer(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(*arguments, var=tmp_path, DATABASE_URL=database_url)

    assert "veldwijzer sleutels" in veldwijzer("migreren").stdout
    refused = veldwijzer("zoek", "--batch", str(questions))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "geen antwoord" in refused.stderr
    taken_in = veldwijzer("import", str(more))
    assert (taken_in.returncode, taken_in.stdout.splitlines()[0][:7]) == (0, "1 nieuw")
    assert "Voer eerst uit: veldwijzer sleutels" in taken_in.stderr
    assert "niet klaar" in veldwijzer("sleutels", "--opruimen").stderr
    made = veldwijzer("sleutels")
    assert (made.returncode, made.stdout) == (0, "De zoeksleutels van deze versie (regels 1) zijn klaar.\n")
    assert "Namen lezen: 21 van 21" in made.stderr
    assert '"treffers": ["p-0"]' in veldwijzer("zoek", "--batch", str(questions)).stdout
    assert veldwijzer("sleutels", "--opruimen").stdout == "0 rijen van andere versies zijn weg.\n"
    assert veldwijzer("sleutels", "--opnieuw").returncode == 0
    assert "21 personen nagelopen" in veldwijzer("publiceren").stdout
    assert "veldwijzer sleutels" not in veldwijzer("migreren").stdout
    check(engines)


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_the_middle_and_again(
    register_side: Register, engines: Engines, database_url: str, tmp_path: Path, told: signal.Signals
) -> None:
    where = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "VAR_DIR": str(tmp_path), "DATABASE_URL": database_url}
    with transaction(engines.write) as connection:
        remove_stand(connection, ONZE.regels)
        add_stand(connection, {}, ONZE.regels, Fase.MAKEN)
    # Whoever holds this lock makes the command wait with its first rows in hand.
    with transaction(engines.write) as connection:
        standen_to_change(connection)
        process = subprocess.Popen([VELDWIJZER, "sleutels"], env=where, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        while "20 van 20" not in process.stderr.readline():
            pass
        process.send_signal(told)
        if told is signal.SIGKILL:
            process.wait(timeout=20)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == (INTERRUPTED if told is signal.SIGINT else -signal.SIGKILL)
    assert told is signal.SIGKILL or "Afgebroken" in errors
    assert not Herbouw(engines).is_complete()
    assert run("sleutels", var=tmp_path, DATABASE_URL=database_url).returncode == 0
    check(engines)


def test_an_import_tells_what_another_version_misses(
    register_side: Register, engines: Engines, database_url: str, tmp_path: Path
) -> None:
    Herbouw(engines, afleiding=NIEUWE).run()
    more = tmp_path / "erbij.jsonl"
    more.write_bytes(b"".join(encode([person("p-99", geslachtsnaam="Bijgekomen")])))
    taken_in = run("import", str(more), var=tmp_path, DATABASE_URL=database_url)
    assert "loopt nu achter (personen: 1)" in taken_in.stderr
    register_side.afleiding = NIEUWE
    register_side.take_in(person("p-98", geslachtsnaam="Ookbijgekomen"))
    # The next import by this version catches up with what the other published.
    assert run("import", str(more), var=tmp_path, DATABASE_URL=database_url).returncode == 0
    check(engines)
    tidied = run("sleutels", "--opruimen", var=tmp_path, DATABASE_URL=database_url)
    assert int(tidied.stdout.split()[0]) > 100
    assert "loopt nu achter" not in run("import", str(more), var=tmp_path, DATABASE_URL=database_url).stderr
    check(engines)
