"""`veldwijzer post`: remind whoever keeps others waiting, and send the mail that stands ready."""

import signal
from threading import Event

import click

from app.commands.context import open_core
from app.core import Core
from app.errors import Unavailable
from app.formulier.herinneren import herinner_vanzelf


@click.command()
@click.option("--blijf", type=click.IntRange(1, 86_400), help="Blijf draaien, en kijk elke zoveel seconden.")
@click.pass_context
def post(context: click.Context, blijf: int | None) -> None:
    """Verstuur de e-mail die klaarstaat, en zet herinneringen klaar.

    Is de mailserver weg, dan blijft alles staan en gaat het later. Twee keer tegelijk draaien mag. Uitgang: 0 alles is
    weg, 1 er staat nog iets te wachten.
    """
    with open_core() as core:
        if missing := core.post.ontbreekt():
            raise click.ClickException(f"Stel eerst in: {', '.join(missing)}")
        if blijf is None:
            context.exit(0 if _round(core) else 1)
        stop = Event()
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, lambda *_: stop.set())
        click.echo(f"Kijkt elke {blijf} seconden of er e-mail klaarstaat.")
        while not stop.is_set():
            try:
                _round(core)
            except Unavailable as error:
                # A sender that stays is there again when the database is.
                click.echo(str(error), err=True)
            stop.wait(blijf)


def _round(core: Core) -> bool:
    """Send until nothing is due; returns whether everything went. Says something only when there was something."""
    made = herinner_vanzelf(core.engines.write, core.trail, core.clock, core.settings.herinner_na_dagen)
    sent = refused = 0
    while True:
        done = core.post.ronde()
        sent, refused = sent + done.verzonden, refused + done.geweigerd
        if done.later or not (done.verzonden or done.geweigerd):
            break
    if made or sent or refused or done.later:
        click.echo(f"Klaargezet: {made}. Verzonden: {sent}. Geweigerd: {refused}. Later opnieuw: {done.later}.")
    if done.fout:
        click.echo(done.fout, err=True)
    return not done.later
