"""`veldwijzer evalueer`: measure the search on any register file, with questions whose answers are known."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import click
from sqlalchemy import Connection

from app.clock import today
from app.commands.context import open_core
from app.config import Settings, environment_with, load
from app.core import Core
from app.errors import InvalidInput
from app.evaluatie.questions import Vraag, make_questions
from app.evaluatie.register import Verdeling, bytes_per_person, read_known
from app.evaluatie.tally import Uitslag
from app.lookup.question import read_zoekvraag
from app.lookup.zoek import zoek
from app.register.importer import Importer


@click.command()
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--per-soort", default=100, show_default=True, help="Vragen per soort over bekende personen.")
@click.option("--zaad", default=1, show_default=True, help="Hetzelfde zaad geeft dezelfde vragen.")
@click.option("--weglaten", default=0.1, show_default=True, help="Welk deel van de personen niet in het register komt.")
def evalueer(bestand: Path, per_soort: int, zaad: int, weglaten: float) -> None:
    """Meet hoe goed er wordt gezocht, op een eigen, tijdelijke database.

    Een deel van het registerbestand blijft buiten: naar die personen wordt gevraagd als onbekenden.
    """
    split = Verdeling(share=weglaten, seed=zaad, left_out=[])
    with tempfile.TemporaryDirectory() as folder, open_core(_settings(folder)) as core:
        _fill(core, bestand, split)
        vandaag = today(core.clock).isoformat()
        with core.engines.read.connect() as connection:
            known = read_known(connection, vandaag)
            questions = list(make_questions(known, split.left_out, each=per_soort, seed=zaad))
            # In another order, so that one kind of question does not warm up for itself.
            Random(zaad).shuffle(questions)  # noqa: S311 - the same order every time.
            result = _ask_all(core, connection, questions)
            size = bytes_per_person(connection)
    click.echo("\n".join(result.lines()))
    click.echo(f"{len(known)} personen op straat; {size:.0f} bytes zoeksleutels per persoon")


def _settings(folder: str) -> Settings:
    """Those of this machine, thresholds included, but on a database of its own."""
    return load(environment_with(VAR_DIR=folder, DATABASE_URL=""))


def _fill(core: Core, bestand: Path, split: Verdeling) -> None:
    importer = Importer(core.engines.write, core.trail, core.clock)
    with click.progressbar(length=bestand.stat().st_size, label="Inlezen", file=sys.stderr) as bar:
        importer.run(split.lines(bestand, bar.update))


def _ask_all(core: Core, connection: Connection, questions: Sequence[Vraag]) -> Uitslag:
    result, vandaag = Uitslag(), today(core.clock)
    with click.progressbar(questions, label="Vragen", file=sys.stderr) as steps:
        for question in steps:
            started = time.perf_counter()
            try:
                vraag = read_zoekvraag(
                    naam=question.naam,
                    geboortedatum=question.geboortedatum,
                    geboortejaar_ongeveer=question.ongeveer,
                    vandaag=vandaag,
                )
            except InvalidInput:
                continue  # a corruption may leave a particle or an initial alone
            antwoord = zoek(connection, vraag, vandaag=vandaag, drempels=core.drempels)
            result.add(question, antwoord, (time.perf_counter() - started) * 1000)
    return result
