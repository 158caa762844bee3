"""`veldwijzer organisatie`: list organisations, add them, and say where their mail goes."""

import click

from app.commands.context import open_core
from app.organisaties.beheer import (
    Organisatie,
    Schrijver,
    lijst_organisaties,
    vind_organisatie,
    voeg_organisatie_toe,
    wijzig_email,
)
from app.organisaties.rules import NAAM, SOORTEN, check_ascii
from app.register import rules
from app.store.transaction import transaction
from app.werk.bladzijde import MEESTE, Bladzijde


def _address(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if not value:
        return None
    reason = rules.check_text(value, rules.EMAIL) or rules.check_email(value) or check_ascii(value)
    if reason:
        raise click.BadParameter(reason)
    return value


def _name(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    name = rules.clean(value)
    reason = rules.check_text(name, NAAM) or rules.check_name(name)
    if reason:
        raise click.BadParameter(reason)
    return name


@click.group()
def organisatie() -> None:
    """Beheer organisaties."""


@organisatie.command()
def lijst() -> None:
    """Toon alle organisaties: naam, soort en e-mailadres, met een tab ertussen."""
    with open_core() as core, core.engines.read.connect() as connection:
        na = None
        while True:
            page = lijst_organisaties(connection, Bladzijde(MEESTE, na))
            for row in page.rijen:
                click.echo(f"{row.naam}\t{row.soort}\t{row.email or '-'}")
            na = page.volgende
            if na is None:
                return


@organisatie.command()
@click.argument("naam", callback=_name)
@click.option("--soort", type=click.Choice(SOORTEN), default="partner", show_default=True)
@click.option("--email", callback=_address, help="Waar herinneringen heen gaan.")
def maken(naam: str, soort: str, email: str | None) -> None:
    """Voeg een organisatie toe."""
    with open_core() as core, transaction(core.engines.write) as connection:
        voeg_organisatie_toe(Schrijver(connection, core.trail), Organisatie(naam, soort, email))
    click.echo(f"{naam} is toegevoegd.")


@organisatie.command()
@click.argument("naam")
@click.argument("adres", required=False, callback=_address)
def email(naam: str, adres: str | None) -> None:
    """Geef een organisatie een ander e-mailadres; zonder ADRES krijgt zij er geen."""
    with open_core() as core, transaction(core.engines.write) as connection:
        found = vind_organisatie(connection, naam)
        wijzig_email(Schrijver(connection, core.trail), found.id, found.versie, adres)
    click.echo(f"{naam}: {adres or 'geen e-mailadres'}.")
