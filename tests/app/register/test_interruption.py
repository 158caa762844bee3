"""A fault between any two statements leaves the old or the new, and Ctrl-C loses nothing half-written."""

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.exc import OperationalError

from app.store.engines import open_engines
from app.store.tables import audit, register, street
from tests.app.register.builders import Register, agreement, contact, encode, person
from tests.app.register.rebuild import check_rebuild

VELDWIJZER = Path(sys.executable).with_name("veldwijzer")
INTERRUPTED = 130


class PowerCut(Exception):
    """Nothing catches this."""


@contextlib.contextmanager
def power_cut_at(engine: Engine, number: int) -> Iterator[None]:
    """Let statement `number` fail, counted from here."""
    numbers = itertools.count(1)

    def count(*_: Any) -> None:
        if next(numbers) == number:
            raise PowerCut

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", count)


def test_a_fault_between_any_two_statements_leaves_the_old_or_the_new(register_side: Register) -> None:
    """One import with a new person, a changed one and an ended one, cut off at every statement in turn."""
    register_side.take_in(person("p-1"), person("p-2", geslachtsnaam="Bakker"))
    old = register_side.snapshot()
    kader = {"actie": "naar_zorg", "kern": "Naar de crisisdienst."}
    rows = [
        person("p-1", agreement(handelingskader=kader, contactpersonen=[contact(functie="teamleider")])),
        person("p-2", agreement(status="beeindigd"), geslachtsnaam="Bakker"),
        person("p-3", geslachtsnaam="Visser", aliassen=["Kapitein"]),
    ]
    number = 0
    while register_side.snapshot() == old:
        number += 1
        with power_cut_at(register_side.engine, number), contextlib.suppress(PowerCut):
            register_side.take_in(*rows)
    assert number > 20
    # Whatever is not the old is the new, and all of it.
    check_rebuild(register_side)
    assert [len(register_side.rows(table)) for table in (register.persoon, register.handelingskader)] == [3, 4]
    assert [card["persoon"]["naam"] for card in register_side.cards()] == ["Jan Jansen", "Jan Visser"]
    assert register_side.take_in(*rows).ongewijzigd == 3


def test_a_fault_leaves_the_batches_before_it(register_side: Register) -> None:
    register_side.batch = 2
    rows = [person(f"p-{number}", geslachtsnaam=f"Jan{chr(97 + number)}") for number in range(6)]
    lines = iter(encode(rows))

    def until_the_disk_is_full() -> Iterator[bytes]:
        for _ in range(4):
            yield next(lines)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        register_side.take_in_lines(until_the_disk_is_full())
    assert len(register_side.cards()) == 4
    result = register_side.take_in(*rows)
    assert (result.nieuw, result.ongewijzigd) == (2, 4)


@pytest.mark.parametrize("alles_of_niets", [False, True])
def test_ctrl_c_is_answered_with_what_is_in(register_side: Register, *, alles_of_niets: bool) -> None:
    register_side.batch = 2

    def until_ctrl_c() -> Iterator[bytes]:
        yield from encode(person(f"p-{number}") for number in range(5))
        raise KeyboardInterrupt

    result = register_side.take_in_lines(until_ctrl_c(), alles_of_niets=alles_of_niets)
    assert result.volledig is False
    assert result.nieuw == len(register_side.cards()) == (0 if alles_of_niets else 4)


def test_ctrl_c_halfway_and_again(database_url: str, tmp_path: Path) -> None:
    """The real command, a real signal: whole persons are in, and the same command again finishes the work."""
    file = tmp_path / "register.jsonl"
    file.write_bytes(b"".join(encode(person(f"p-{number}", roepnaam=f"N{number:05}") for number in range(2500))))
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "VAR_DIR": str(tmp_path / "var")}
    command = [VELDWIJZER, "import", file]
    engines = open_engines(database_url)
    try:
        with subprocess.Popen(
            command, env=environment | {"DATABASE_URL": database_url}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            _wait_for_persons(engines.read)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
        assert process.returncode == INTERRUPTED
        assert "Afgebroken." in errors.decode()
        assert "verder waar deze bleef" in errors.decode()
        halfway = _count(engines.read)
        assert 0 < halfway < 2500
        with engines.read.connect() as connection:
            told = select(audit.auditrecord.c.inhoud).where(audit.auditrecord.c.gebeurtenis == "register_ingelezen")
            assert connection.execute(told).scalar_one()["nieuw"] == halfway
        done = subprocess.run(
            command, env=environment | {"DATABASE_URL": database_url}, capture_output=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        assert f"{2500 - halfway} nieuw, 0 gewijzigd, {halfway} ongewijzigd, 0 geweigerd." in done.stdout.decode()
        assert _count(engines.read) == 2500
    finally:
        engines.close()


def _wait_for_persons(engine: Engine) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            try:
                if connection.scalar(text("SELECT count(*) FROM persoon")):
                    return
            except OperationalError:
                connection.rollback()
        time.sleep(0.05)
    pytest.fail("the import did not begin")


def _count(engine: Engine) -> int:
    """How many persons; each of them has a card."""
    with engine.connect() as connection:
        persons = connection.scalar(select(func.count()).select_from(register.persoon)) or 0
        assert connection.scalar(select(func.count()).select_from(street.straatkaart)) == persons
        assert connection.scalar(select(func.count()).select_from(street.zoekprofiel)) == persons
    return persons
