"""The command line: one entry point, `veldwijzer`, and a module for each command."""

import os
import sys

import click

from app.commands.account import account
from app.commands.demo import demo
from app.commands.evalueer import evalueer
from app.commands.exporteren import exporteren
from app.commands.importeren import importeren
from app.commands.instellingen import instellingen
from app.commands.migreren import migreren
from app.commands.opruimen import opruimen
from app.commands.organisatie import organisatie
from app.commands.post import post
from app.commands.publiceren import publiceren
from app.commands.serve import serve
from app.commands.sleutels import sleutels
from app.commands.zoek import zoek_command
from app.config import ConfigError
from app.errors import DomainError


class Veldwijzer(click.Group):
    """Says what went wrong in one Dutch line, and never shows a traceback for something the user can mend."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (ConfigError, DomainError) as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            raise click.ClickException(f"{error.strerror}: {error.filename}") from error


@click.group(cls=Veldwijzer)
@click.version_option(package_name="veldwijzer")
def cli() -> None:
    """Veldwijzer: wat is er afgesproken over de persoon die voor je staat."""


COMMANDS = (
    account,
    demo,
    evalueer,
    exporteren,
    importeren,
    instellingen,
    migreren,
    opruimen,
    organisatie,
    post,
    publiceren,
    serve,
    sleutels,
    zoek_command,
)
for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    # Whatever this makes (a database, a secret, rejects) is for the user who runs it alone; gunicorn inherits it.
    os.umask(0o077)
    sys.exit(cli.main(standalone_mode=True))
