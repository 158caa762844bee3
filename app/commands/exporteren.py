"""`veldwijzer export`: write the whole register to a file that `veldwijzer import` takes in."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import click

from app.audit.events import Event
from app.commands.context import open_core
from app.commands.voortgang import progress
from app.core import Core
from app.register.uitvoer import CHUNK, Uitvoer

INTERRUPTED = 130  # what a shell makes of Ctrl-C


@click.command("export")
@click.argument("bestand", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Toon de samenvatting als JSON.")
@click.pass_context
def exporteren(context: click.Context, bestand: Path, *, as_json: bool) -> None:
    """Schrijf het hele register naar BESTAND, zoals `veldwijzer import` het inleest.

    Er is alleen een heel bestand of geen bestand; alleen wie dit uitvoert kan het lezen. De dienst kan blijven draaien.
    """
    try:
        with open_core() as core:
            summary = _export(core, bestand)
    except KeyboardInterrupt:
        click.echo("Afgebroken. Er is geen bestand geschreven.", err=True)
        context.exit(INTERRUPTED)
    click.echo(json.dumps(summary, ensure_ascii=False) if as_json else _told(summary))


def _export(core: Core, bestand: Path) -> dict[str, Any]:
    uitvoer, digest, size = Uitvoer(core.engines.read), sha256(), 0
    with _whole_or_nothing(bestand) as stream, progress() as step:
        total = uitvoer.total()
        for line in uitvoer.lines():
            stream.write(line)
            digest.update(line)
            size += len(line)
            if uitvoer.personen % CHUNK == 0:
                step("Uitvoeren", uitvoer.personen, total)
        step("Uitvoeren", total, total)
        stream.flush()
        os.fsync(stream.fileno())
        counts = {"personen": uitvoer.personen, "abonnementen": uitvoer.abonnementen, "digest": digest.hexdigest()}
        # Recorded before the file gets its name: what is not recorded is not there.
        core.trail.record(Event.REGISTER_UITGEVOERD, counts)
    counts |= {"nietErin": uitvoer.niet_erin}
    return counts | {"zonderAbonnement": uitvoer.zonder_abonnement, "bytes": size, "bestand": str(bestand)}


@contextmanager
def _whole_or_nothing(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path`, born for its owner alone, that takes that name once everything is in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.nieuw")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            yield stream
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _told(summary: dict[str, Any]) -> str:
    told = (
        f"{summary['personen']} personen met {summary['abonnementen']} abonnementen staan in {summary['bestand']} "
        f"({summary['bytes']} bytes)."
    )
    if summary["zonderAbonnement"]:
        told += f" Niet erin: {summary['zonderAbonnement']} personen zonder abonnement of samengevoegd met een ander."
    if behind := ", ".join(f"{number} {name}" for name, number in summary["nietErin"].items() if number):
        told += f" Ook niet erin: {behind}. Bewaar daarvoor een reservekopie van de database."
    return told
