"""What every command starts with: the settings, and a database in the right shape."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import inspect

from app.config import Settings, from_environment
from app.core import Core, build
from app.errors import Unavailable
from app.register.herbouw import Herbouw
from app.store.engines import Engines, is_sqlite
from app.store.migrate import is_current, migrate


@contextmanager
def open_core(settings: Settings | None = None) -> Iterator[Core]:
    """Build the service on a database in the right shape; an empty SQLite file is brought there by itself."""
    core = build(settings or from_environment())
    try:
        prepare(core.settings, core.engines)
        yield core
    finally:
        core.close()


def prepare(settings: Settings, engines: Engines) -> None:
    if is_current(engines.read):
        return
    if not (is_sqlite(settings.database_url) and not inspect(engines.read).get_table_names()):
        # An installation decides for itself when its tables change; it makes a backup first.
        raise click.ClickException("De database past niet bij deze versie. Voer eerst uit: veldwijzer migreren")
    migrate(engines.write)


def catch_up(core: Core) -> str | None:
    """Make the keys of whom another version published; returns what to tell when that cannot be done now."""
    herbouw = Herbouw(core.engines)
    if not herbouw.is_complete():
        return "Deze versie kan nog niet zoeken. Voer eerst uit: veldwijzer sleutels"
    try:
        herbouw.run()
    except Unavailable:
        # Somebody else is writing at length; searching goes on, by what was known before.
        return "De zoeksleutels lopen nog achter. Voer later uit: veldwijzer sleutels"
    return None
