"""`veldwijzer publiceren`: bring the street in step with the dossiers, for everybody."""

import click

from app.commands.context import open_core
from app.register.publish import publish_anew
from app.store.transaction import transaction


@click.command()
def publiceren() -> None:
    """Maak de zoeksleutels en kaarten van iedereen opnieuw.

    Nodig na een nieuwe versie die anders zoekt. Tot alles klaar is, gelden de oude gegevens.
    Bij SQLite kan er in die tijd niet worden gezocht: doe het op een rustig moment.
    """
    with open_core() as core, transaction(core.engines.write) as connection:
        persons = publish_anew(connection, trail=core.trail, clock=core.clock)
    click.echo(f"{persons} personen nagelopen.")
