"""`veldwijzer demo`: the whole service with invented persons, ready to be tried."""

import socket
from collections.abc import Iterator

import click

from app.commands.serve import exec_gunicorn
from app.config import Settings, environment_with, load
from app.core import Core, build
from app.demo.accounts import ACCOUNTS_FILE, DemoAccount, ensure_accounts
from app.demo.database import DATABASE_FILE, NotOurs, prepare, remove_files, throw_away

NOT_OURS = (
    "In deze database staan gegevens die niet van de demonstratie zijn. Die blijven zoals ze zijn. "
    "Laat DATABASE_URL weg, of kies een lege database."
)


@click.command()
@click.option("--opnieuw", is_flag=True, help="Gooi de gegevens van de demonstratie weg en begin opnieuw.")
def demo(*, opnieuw: bool) -> None:
    """Start Veldwijzer met verzonnen personen en een account voor elke rol."""
    changes = _changes()
    settings = load(environment_with(**changes))
    url = f"http://localhost:{settings.port}"
    _check_port(settings)
    if opnieuw:
        remove_files(settings.var_dir)
    core = build(settings)
    try:
        if opnieuw:
            throw_away(core)
        accounts = _prepare(core, url)
    except NotOurs as error:
        raise click.ClickException(NOT_OURS) from error
    finally:
        core.close()
    for line in _welcome(url, accounts):
        click.echo(line)
    exec_gunicorn(**changes)


def _changes() -> dict[str, str]:
    """What differs from an ordinary start: a database of its own, and cookies over http, for it is on localhost."""
    changes = {"VELDWIJZER_COOKIE_SECURE": "nee"}
    environment = environment_with()
    if not environment.get("DATABASE_URL"):
        changes["DATABASE_URL"] = f"sqlite:///{load(environment).var_dir / DATABASE_FILE}"
    return changes


def _check_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise click.ClickException(
                f"Poort {settings.port} is niet vrij. Stop wat daar draait, of kies een andere: PORT=8001 make demo"
            ) from error


def _prepare(core: Core, url: str) -> list[DemoAccount]:
    if prepare(core):
        click.echo("De database van de demonstratie is gemaakt en gevuld.")
    return ensure_accounts(core.accounts, core.settings.var_dir / ACCOUNTS_FILE, url)


def _welcome(url: str, accounts: list[DemoAccount]) -> Iterator[str]:
    wide = max(len(account.gebruikersnaam) for account in accounts) + 2
    yield f"\n  Veldwijzer staat klaar op {url}\n"
    yield f"  {'gebruikersnaam':<{wide}}  wachtwoord             rol"
    for account in accounts:
        yield f"  {account.gebruikersnaam:<{max(wide, 14)}}  {account.wachtwoord:<21}  {account.rol}"
    yield "\n  Meld je aan als agent en zoek bijvoorbeeld op `jansen`, of op `jansen 7-3-94`."
    yield "  Alle personen zijn verzonnen. Stoppen: Ctrl+C.\n"
