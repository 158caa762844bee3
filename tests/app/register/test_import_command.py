"""`veldwijzer import` as a user meets it: exit status, rejects file, summary."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.register.builders import encode, person

VELDWIJZER = Path(sys.executable).with_name("veldwijzer")


def run(*arguments: str | Path, var: Path) -> subprocess.CompletedProcess[str]:
    clean = {"PATH": os.environ["PATH"], "HOME": str(var), "VAR_DIR": str(var)}
    return subprocess.run(
        [VELDWIJZER, "import", *arguments], capture_output=True, text=True, env=clean, timeout=60, check=False
    )


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "goed.jsonl"
    file.write_bytes(b"".join(encode([person("p-1"), person("p-2", geslachtsnaam="Bakker")])))
    return file


@pytest.fixture
def mixed(tmp_path: Path, good: Path) -> Path:
    file = tmp_path / "gemengd.jsonl"
    file.write_bytes(good.read_bytes() + b'{"externId": "p-3", "persoon": {"geslachtsnaam": "Geheim"}\n' + b"\xff\n")
    return file


def test_everything_in(good: Path, tmp_path: Path) -> None:
    done = run(good, var=tmp_path)
    assert (done.returncode, done.stdout) == (0, "2 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd.\n")
    assert not (tmp_path / "goed.rejects.jsonl").exists()
    again = run(good, var=tmp_path)
    assert (again.returncode, again.stdout) == (0, "0 nieuw, 0 gewijzigd, 2 ongewijzigd, 0 geweigerd.\n")


def test_some_refused(mixed: Path, tmp_path: Path) -> None:
    done = run(mixed, var=tmp_path)
    assert done.returncode == 1
    assert "2 nieuw, 0 gewijzigd, 0 ongewijzigd, 2 geweigerd." in done.stdout
    rejects = (tmp_path / "gemengd.rejects.jsonl").read_text()
    assert [json.loads(line)["regel"] for line in rejects.splitlines()] == [3, 4]
    assert set(json.loads(rejects.splitlines()[0])) == {"regel", "veld", "reden"}
    assert "Geheim" not in rejects
    assert "Traceback" not in done.stderr


def test_rejects_go_where_they_are_asked_for_and_old_ones_are_gone(mixed: Path, good: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "elders" / "fout.jsonl"
    run(mixed, "--rejects", rejects, var=tmp_path)
    assert len(rejects.read_text().splitlines()) == 2
    run(good, "--rejects", rejects, var=tmp_path)
    assert not rejects.exists()


def test_the_rejects_never_overwrite_the_register_file(mixed: Path, tmp_path: Path) -> None:
    before = mixed.read_bytes()
    done = run(mixed, "--rejects", mixed, var=tmp_path)
    assert done.returncode == 2
    assert mixed.read_bytes() == before


def test_alles_of_niets(mixed: Path, good: Path, tmp_path: Path) -> None:
    done = run(mixed, "--alles-of-niets", var=tmp_path)
    assert done.returncode == 1
    assert "Er is niets ingelezen" in done.stdout
    done = run(good, "--alles-of-niets", var=tmp_path)
    assert (done.returncode, done.stdout) == (0, "2 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd.\n")


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path: Path) -> None:
    assert run(tmp_path / "weg.jsonl", var=tmp_path).returncode == 2
    assert run(tmp_path, var=tmp_path).returncode == 2


def test_an_empty_file_is_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "leeg.jsonl"
    file.touch()
    done = run(file, var=tmp_path)
    assert (done.returncode, done.stdout) == (0, "0 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd.\n")


def test_a_line_of_any_length_is_refused_without_being_kept(tmp_path: Path) -> None:
    file = tmp_path / "lang.jsonl"
    file.write_bytes(b'{"externId": "' + b"x" * 3_000_000 + b'"}\n' + encode([person()])[0])
    done = run(file, var=tmp_path)
    assert done.returncode == 1
    assert "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 geweigerd." in done.stdout
