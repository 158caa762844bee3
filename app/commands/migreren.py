"""`veldwijzer migreren`: bring the database to the shape of this version."""

import click

from app.config import from_environment
from app.store.engines import open_engines
from app.store.migrate import downgrade, head, migrate, revision


@click.command()
@click.option("--naar", help="Terug naar deze revisie (`base` haalt alles weg, ook de gegevens).")
def migreren(naar: str | None) -> None:
    """Breng de database naar de vorm van deze versie."""
    engines = open_engines(from_environment().database_url)
    try:
        if naar is None:
            migrate(engines.write)
        else:
            downgrade(engines.write, naar)
        with engines.read.connect() as connection:
            now = revision(connection)
    finally:
        engines.close()
    click.echo(f"De database is nu op revisie {now or 'base'} (deze versie hoort bij {head()}).")
