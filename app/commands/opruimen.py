"""`veldwijzer opruimen`: remove what is of no use any more. For a timer; how often does not matter."""

import click

from app.commands.context import open_core
from app.werk.bureau import forget_answers


@click.command()
def opruimen() -> None:
    """Haal weg wat niet meer nodig is: antwoorden die bewaard werden voor wie hetzelfde verzoek nog eens zou doen.

    Zet dit in een dagelijkse taak. De dienst kan gewoon blijven draaien, en ook vaker of nooit opruimen verandert niets
    aan wat iemand ziet.
    """
    with open_core() as core:
        number = forget_answers(core.engines.write, core.clock)
    click.echo(f"{number} bewaarde antwoorden weggehaald.")
