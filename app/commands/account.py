"""`veldwijzer account`: make accounts, change passwords, switch accounts off and on."""

import click

from app.access.rules import Rol
from app.commands.context import open_core

PASSWORD = click.option(
    "--wachtwoord",
    prompt="Wachtwoord",
    hide_input=True,
    confirmation_prompt="Nog een keer",
    envvar="VELDWIJZER_WACHTWOORD",  # for scripts; an argument would be seen in the list of processes
    help="Wordt gevraagd als je het weglaat.",
)


@click.group()
def account() -> None:
    """Beheer accounts."""


@account.command()
@click.argument("gebruikersnaam")
@click.option("--rol", type=click.Choice([rol.value for rol in Rol]), required=True)
@click.option("--organisatie", help="De naam van de organisatie, zoals die in het register staat.")
@PASSWORD
def maken(gebruikersnaam: str, rol: str, organisatie: str | None, wachtwoord: str) -> None:
    """Maak een account."""
    with open_core() as core:
        core.accounts.create(gebruikersnaam, wachtwoord, Rol(rol), organisatie)
    click.echo(f"Account {gebruikersnaam} is gemaakt.")


@account.command()
@click.argument("gebruikersnaam")
@PASSWORD
def wachtwoord(gebruikersnaam: str, wachtwoord: str) -> None:
    """Geef een account een nieuw wachtwoord; lopende sessies eindigen."""
    with open_core() as core:
        core.accounts.set_password(gebruikersnaam, wachtwoord)
    click.echo(f"Account {gebruikersnaam} heeft een nieuw wachtwoord.")


@account.command()
@click.argument("gebruikersnaam")
def uitzetten(gebruikersnaam: str) -> None:
    """Zet een account uit; lopende sessies eindigen meteen."""
    with open_core() as core:
        core.accounts.set_active(gebruikersnaam, actief=False)
    click.echo(f"Account {gebruikersnaam} staat uit.")


@account.command()
@click.argument("gebruikersnaam")
def aanzetten(gebruikersnaam: str) -> None:
    """Zet een account weer aan."""
    with open_core() as core:
        core.accounts.set_active(gebruikersnaam, actief=True)
    click.echo(f"Account {gebruikersnaam} staat aan.")
