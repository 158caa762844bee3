"""`veldwijzer serve`: answer over HTTP with gunicorn."""

import os
import sys
from typing import NoReturn

import click

from app.commands.context import catch_up, open_core
from app.config import environment_with
from app.core import Core, Gereedheid


@click.command()
def serve() -> None:
    """Start de dienst (gunicorn) op HOST en PORT."""
    # Prepared here, once: workers that would each do it at their start would race.
    with open_core() as core:
        _say_when_not_ready(core)
    exec_gunicorn()


def _say_when_not_ready(core: Core) -> None:
    """The service starts all the same: it becomes ready by itself, and until then it says that it is not."""
    readiness = core.readiness()
    if readiness is not Gereedheid.GEREED:
        click.echo(f"Let op, zoeken kan nog niet: {readiness.value}", err=True)
    elif late := catch_up(core):
        click.echo(late, err=True)


def exec_gunicorn(**environment: str) -> NoReturn:
    """Become gunicorn, with `environment` on top of this process's own. Signals then reach it directly."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:api.gunicorn", "api.wsgi:create()"]
    sys.stdout.flush()
    os.execve(sys.executable, command, environment_with(**environment))  # noqa: S606 - no shell is wanted.
