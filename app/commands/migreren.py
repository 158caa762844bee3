"""`veldwijzer migreren`: bring the database to the shape of this version."""

import click
from alembic.util import CommandError

from app.config import from_environment
from app.lookup.gereed import is_searchable
from app.store.engines import open_engines
from app.store.migrate import downgrade, head, migrate, revision


@click.command()
@click.option("--naar", help="Terug naar deze revisie; wat erna kwam gaat verloren (`base` haalt alles weg).")
@click.option("--ja", is_flag=True, help="Vraag niet of het zeker is.")
def migreren(naar: str | None, *, ja: bool) -> None:
    """Breng de database naar de vorm van deze versie."""
    if naar is not None and not ja:
        # Among what a step down removes is the trail of who consulted what.
        click.confirm("Dit haalt tabellen met hun gegevens weg, ook de vastlegging. Is er een back-up?", abort=True)
    engines = open_engines(from_environment().database_url)
    try:
        if naar is None:
            migrate(engines.write)
        else:
            downgrade(engines.write, naar)
        with engines.read.connect() as connection:
            now = revision(connection)
            searchable = now != head() or is_searchable(connection)
    except CommandError as error:
        raise click.ClickException("Deze revisie bestaat niet.") from error
    finally:
        engines.close()
    click.echo(f"De database is nu op revisie {now or 'base'} (deze versie hoort bij {head()}).")
    if not searchable:
        click.echo("Deze versie heeft andere zoeksleutels. Voer nu uit: veldwijzer sleutels")
