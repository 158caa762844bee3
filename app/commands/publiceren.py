"""`veldwijzer publiceren`: bring the cards in step with the dossiers, for everybody."""

import click
from sqlalchemy import func, select

from app.commands.context import open_core
from app.commands.voortgang import progress
from app.register.publish import publish_everybody
from app.store.tables.register import persoon


@click.command()
def publiceren() -> None:
    """Maak de kaarten van iedereen opnieuw.

    Nodig na een nieuwe versie die een andere kaart maakt. De dienst kan gewoon blijven draaien; afbreken mag altijd.
    Een kaart die hetzelfde zegt, blijft zoals hij is. De zoeksleutels maakt `veldwijzer sleutels`.
    """
    with open_core() as core, progress() as step:
        with core.engines.read.connect() as connection:
            total = connection.execute(select(func.count(persoon.c.id))).scalar_one()
        done = 0
        for number in publish_everybody(core.engines.write, trail=core.trail, clock=core.clock):
            done += number
            step("Publiceren", done, total)
    click.echo(f"{done} personen nagelopen.")
