"""`veldwijzer serve`: answer over HTTP with gunicorn."""

import os
import sys
from typing import NoReturn

import click

from app.commands.context import open_core
from app.config import environment_with
from app.core import Core, Gereedheid
from app.register.herbouw import Herbouw


@click.command()
def serve() -> None:
    """Start de dienst (gunicorn) op HOST en PORT."""
    # Prepared here, once: workers that would each do it at their start would race.
    with open_core() as core:
        _prepare_keys(core)
    exec_gunicorn()


def _prepare_keys(core: Core) -> None:
    """The service starts also when it cannot search yet: it becomes ready by itself, and until then it says so."""
    readiness = core.readiness()
    if readiness is Gereedheid.GEREED:
        # Whom another version published while this one did not run.
        Herbouw(core.engines).run()
    else:
        click.echo(f"Let op, zoeken kan nog niet: {readiness.value}", err=True)


def exec_gunicorn(**environment: str) -> NoReturn:
    """Become gunicorn, with `environment` on top of this process's own. Signals then reach it directly."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:api.gunicorn", "api.wsgi:create()"]
    sys.stdout.flush()
    os.execve(sys.executable, command, environment_with(**environment))  # noqa: S606 - no shell is wanted.
