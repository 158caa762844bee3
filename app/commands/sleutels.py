"""`veldwijzer sleutels`: make the search keys of this version, while the service answers."""

import gc

import click

from app.commands.context import open_core
from app.commands.voortgang import Step, progress
from app.core import Core
from app.names.regels import REGELS
from app.register.herbouw import Herbouw
from app.register.opruimen import keep_only, renew_profiles
from app.store.statistiek import analyse

INTERRUPTED = 130  # what a shell makes of Ctrl-C


@click.command()
@click.option("--opruimen", is_flag=True, help="Haal de sleutels van andere versies weg, als die zijn gestopt.")
@click.option("--opnieuw", is_flag=True, help="Gooi de sleutels van deze versie eerst weg. Zoeken kan dan even niet.")
@click.pass_context
def sleutels(context: click.Context, *, opruimen: bool, opnieuw: bool) -> None:
    """Maak de zoeksleutels van deze versie, voor iedereen die ze nog niet heeft.

    Nodig na een nieuwe versie die anders zoekt. De dienst die draait, kan gewoon blijven draaien. Afbreken mag altijd:
    dezelfde opdracht nog een keer maakt het werk af.
    """
    try:
        with open_core() as core, progress() as step:
            done = _tidy(core, step) if opruimen else _make(core, step, opnieuw=opnieuw)
    except KeyboardInterrupt:
        click.echo("Afgebroken. Dezelfde opdracht nog een keer maakt het werk af.", err=True)
        context.exit(INTERRUPTED)
    click.echo(done)


def _make(core: Core, step: Step, *, opnieuw: bool) -> str:
    # Millions of small objects come and go, none of them in a circle: looking for circles takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    herbouw = Herbouw(core.engines, step)
    if opnieuw:
        herbouw.run_anew()
    else:
        herbouw.run()
    analyse(core.engines.write)
    return f"De zoeksleutels van deze versie (regels {REGELS}) zijn klaar."


def _tidy(core: Core, step: Step) -> str:
    if not Herbouw(core.engines).is_complete():
        raise click.ClickException("De sleutels van deze versie zijn niet klaar. Voer eerst uit: veldwijzer sleutels")
    removed = 0
    for rows in keep_only(core.engines.write, REGELS):
        removed += rows
        step("Opruimen", removed, None)
    renewed = 0
    for persons in renew_profiles(core.engines.write):
        renewed += persons
        step("Profielen nalopen", renewed, None)
    return f"{removed} rijen van andere versies zijn weg."
