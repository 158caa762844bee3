"""`veldwijzer instellingen`: say which settings there are."""

import click

from app.config import SETTINGS
from app.settings_page import settings_page


@click.command()
def instellingen() -> None:
    """Toon alle instellingen met hun standaardwaarde (Markdown)."""
    click.echo(settings_page(SETTINGS), nl=False)
