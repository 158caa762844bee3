"""`veldwijzer evalueer`: measure the search on any register file, with questions whose answers are known."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import click

from app.clock import today
from app.commands.context import open_core
from app.config import environment_with, load
from app.core import Core
from app.evaluatie.bewaard import Herkomst, Onbruikbaar, fill, origin, register_map, warm_up
from app.evaluatie.meten import Gemeten, Meter, drempel_bij, set_aside
from app.evaluatie.questions import Personen, Vraag, questions_about
from app.evaluatie.register import Verdeling, bytes_per_person, read_known
from app.evaluatie.tally import Uitslag
from app.evaluatie.toevoegen import Toegevoegd, time_to_add
from app.evaluatie.verslag import Meting, lines

_SHARE = click.FloatRange(0, 1, min_open=True, max_open=True)
# So many questions of another seed go before, so that the first ones do not pay for what is made once.
_WARM_UP = 3


@dataclass(frozen=True)
class Opdracht:
    """What was asked on the command line."""

    bestand: Path
    per_soort: int
    zaad: int
    weglaten: float
    aandeel: tuple[float, ...]
    register_map: Path | None
    json_file: Path | None


def _can_be_written(file: Path | None) -> Path | None:
    if file is not None and not file.absolute().parent.is_dir():
        raise click.BadParameter("De map van dit bestand bestaat niet.")
    return file


@click.command()
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--per-soort", type=click.IntRange(1), default=100, help="Vragen per soort over bekende personen. [100]")
@click.option("--zaad", type=int, default=1, help="Hetzelfde zaad geeft dezelfde vragen. [1]")
@click.option("--weglaten", type=_SHARE, default=0.1, help="Welk deel van de personen er niet in komt. [0.1]")
@click.option(
    "--aandeel",
    type=_SHARE,
    multiple=True,
    help="Wat wordt gevonden als bij dit deel van de onbekenden iemand getoond mag worden. Mag vaker.",
)
@click.option(
    "--register-map",
    type=click.Path(file_okay=False, path_type=Path),
    help="Bewaar het gevulde register in deze map, en gebruik het de volgende keer weer.",
)
@click.option(
    "--json",
    "json_file",
    # Asked before the measuring, which may take an hour.
    callback=lambda _context, _option, value: _can_be_written(value),
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Schrijf alles ook als JSON.",
)
def evalueer(**options: Any) -> None:
    """Meet hoe goed er wordt gezocht, op een eigen, tijdelijke database.

    Een deel van het registerbestand blijft buiten: naar die personen wordt gevraagd als onbekenden.
    """
    opdracht = Opdracht(**options)
    verdeling = Verdeling(opdracht.weglaten, opdracht.zaad)
    with register_map(opdracht.register_map) as folder:
        # Looked at first: a folder that holds something else is left as it is.
        herkomst = origin(folder, opdracht.bestand, verdeling)
        with open_core(load(environment_with(VAR_DIR=str(folder), DATABASE_URL=""))) as core:
            herkomst = _fill(core, opdracht.bestand, verdeling, herkomst)
            warm_up(core)
            meting = _measure(core, opdracht, verdeling, herkomst)
    click.echo("\n".join(lines(meting)))
    if opdracht.json_file:
        text = json.dumps(meting.as_json(), indent=1, ensure_ascii=False)
        opdracht.json_file.write_text(f"{text}\n", encoding="utf-8")


def _fill(core: Core, bestand: Path, verdeling: Verdeling, herkomst: Herkomst) -> Herkomst:
    label = "Register lezen" if herkomst.klaar else "Register vullen"
    with click.progressbar(length=bestand.stat().st_size, label=label, file=sys.stderr) as bar:
        return fill(core, bestand, verdeling, herkomst, bar.update)


def _measure(core: Core, opdracht: Opdracht, verdeling: Verdeling, herkomst: Herkomst) -> Meting:
    vandaag = today(core.clock)
    with core.engines.read.connect() as connection:
        known = read_known(connection, vandaag.isoformat())
        unknown = verdeling.unknown(connection, vandaag)
        _check(known, unknown)
        each, seed = opdracht.per_soort, opdracht.zaad
        persons = Personen.among(known, unknown)
        warm = list(questions_about(persons, each=_WARM_UP, seed=seed + 1))
        questions = list(questions_about(persons, each=each, seed=seed))
        # In another order, so that one kind of question does not warm up for itself.
        Random(seed).shuffle(questions)  # noqa: S311 - the same order every time.
        meter = Meter(connection, core.drempels, vandaag)
        set_aside()
        meter.ask_all(warm)
        answers = _ask(meter, questions)
        bij_aandeel = _at_shares(meter, answers, opdracht.aandeel)
        size = bytes_per_person(connection)
    return Meting(
        herkomst, opdracht.per_soort, len(known), Uitslag.of(answers), size, _add(core, verdeling), bij_aandeel
    )


def _check(known: Sequence[Any], unknown: Sequence[Any]) -> None:
    if not known:
        raise Onbruikbaar("In dit bestand staat niemand met een kaart op straat. Is het een registerbestand?")
    if not unknown:
        raise Onbruikbaar(
            "Er is niemand weggelaten, dus er zijn geen onbekenden om naar te vragen. "
            "Neem een groter bestand, of laat met --weglaten een groter deel weg."
        )


def _ask(meter: Meter, questions: Iterable[Vraag]) -> list[Gemeten]:
    with click.progressbar(list(questions), label="Vragen stellen", file=sys.stderr) as steps:
        return meter.ask_all(steps)


def _at_shares(meter: Meter, answers: list[Gemeten], shares: Sequence[float]) -> dict[float, tuple[float, Uitslag]]:
    if not shares:
        return {}
    click.echo("Drempels zoeken", err=True)
    wider = meter.ask_wider(answers, max(shares))
    found = {}
    for share in sorted(set(shares)):
        drempel = drempel_bij(wider, share)
        found[share] = (drempel, Uitslag.of(answer.vanaf(drempel) for answer in wider))
    return found


def _add(core: Core, verdeling: Verdeling) -> Toegevoegd:
    with click.progressbar(verdeling.to_add(), label="Een voor een toevoegen", file=sys.stderr) as steps:
        return time_to_add(core, steps)
