"""`veldwijzer import`: take a register file in."""

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TextIO

import click

from app.commands.context import catch_up, open_core
from app.commands.voortgang import ctrl_c_waits
from app.core import Core
from app.register.herbouw import Herbouw
from app.register.importer import Importer, ImportResult, Listener, Rejected
from app.register.lines import read_lines
from app.store.statistiek import analyse

REFUSED = 1
UNUSABLE = 2
INTERRUPTED = 130  # what a shell makes of Ctrl-C


class CannotRead(click.ClickException):
    exit_code = UNUSABLE


@click.command("import")
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--alles-of-niets", is_flag=True, help="Eén foute regel, en er gaat niets in.")
@click.option(
    "--bureau-wint",
    is_flag=True,
    help="Weiger een regel niet die iets anders zegt dan het bureau, maar lees de rest ervan in.",
)
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Waar de geweigerde regels komen. Anders: BESTAND.rejects.jsonl in de map van VAR_DIR.",
)
@click.pass_context
def importeren(
    context: click.Context, bestand: Path, rejects: Path | None, *, alles_of_niets: bool, bureau_wint: bool
) -> None:
    """Lees een registerbestand in (een persoon per regel).

    Uitgang: 0 alles is in, 1 er zijn regels geweigerd, 2 het bestand is niet te lezen, 130 afgebroken.
    """
    try:
        with open_core() as core:
            rejects = rejects or core.settings.var_dir / f"{bestand.stem}.rejects.jsonl"
            result = _run(core, bestand, rejects, alles_of_niets=alles_of_niets, bureau_wint=bureau_wint)
            for line in _keys(core):
                click.echo(line, err=True)
    except KeyboardInterrupt:
        result = ImportResult(volledig=False)
    for line in _report(result, rejects, alles_of_niets=alles_of_niets):
        click.echo(line, err=not result.volledig)
    if not result.volledig:
        context.exit(INTERRUPTED)
    context.exit(REFUSED if result.geweigerd else 0)


def _run(core: Core, bestand: Path, rejects: Path, *, alles_of_niets: bool, bureau_wint: bool) -> ImportResult:
    # Millions of small objects come and go, none of them in a circle: looking for circles takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    importer = Importer(core.engines.write, core.trail, core.clock)
    try:
        with bestand.open("rb") as stream, _rejects_file(rejects, bestand) as refused:
            length = bestand.stat().st_size
            with click.progressbar(length=length, label="Inlezen", file=sys.stderr) as bar, ctrl_c_waits() as asked:
                counter = _Counter(read_lines(stream), asked)
                listener = Listener(
                    on_rejected=lambda rejected: _write(refused, rejected),
                    on_progress=lambda _lines: bar.update(counter.taken()),
                )
                result = importer.run(counter, listener, alles_of_niets=alles_of_niets, bureau_wint=bureau_wint)
    except OSError as error:
        raise CannotRead(f"Het bestand kan niet worden gelezen: {error.strerror}.") from error
    analyse(core.engines.write)
    return result


def _keys(core: Core) -> Iterator[str]:
    """What an operator must know when two versions with other rules run beside each other."""
    if late := catch_up(core):
        yield late
    if others := Herbouw(core.engines).behind_elsewhere():
        yield (
            f"Er is nog een versie met andere zoeksleutels, en die loopt nu achter (personen: {others}). "
            "Draait die versie nog, voer dan daarmee uit: veldwijzer sleutels"
        )


class _Counter:
    """Passes lines on until somebody asks to stop, and counts their bytes for the progress bar."""

    def __init__(self, lines: Iterable[bytes], asked_to_stop: Event) -> None:
        self._lines = lines
        self._asked_to_stop = asked_to_stop
        self._bytes = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            if self._asked_to_stop.is_set():
                raise KeyboardInterrupt
            self._bytes += len(line)
            yield line

    def taken(self) -> int:
        """The number of bytes since this was last asked."""
        taken, self._bytes = self._bytes, 0
        return taken


@contextmanager
def _rejects_file(path: Path, source: Path) -> Iterator[TextIO]:
    """The file for the refused lines; when none is refused there is none afterwards, not even an old one."""
    if path.exists() and path.samefile(source):
        raise click.UsageError("Het bestand voor de geweigerde regels is het registerbestand zelf.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yield file
    if path.stat().st_size == 0:
        path.unlink()


def _write(file: TextIO, rejected: Rejected) -> None:
    row = {"regel": rejected.regel, "veld": rejected.veld, "reden": rejected.reden}
    file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _report(result: ImportResult, rejects: Path | None, *, alles_of_niets: bool) -> Iterator[str]:
    if not result.volledig:
        yield _interrupted(result, alles_of_niets=alles_of_niets)
        return
    if alles_of_niets and result.geweigerd:
        yield "Er is niets ingelezen, omdat niet alle regels goed zijn (--alles-of-niets)."
    yield (
        f"{result.nieuw} nieuw, {result.gewijzigd} gewijzigd, "
        f"{result.ongewijzigd} ongewijzigd, {result.geweigerd} geweigerd."
    )
    if result.geweigerd:
        yield f"Per geweigerde regel staan het veld en de reden in {rejects}."


def _interrupted(result: ImportResult, *, alles_of_niets: bool) -> str:
    if alles_of_niets:
        return "Afgebroken. Er is niets ingelezen (--alles-of-niets)."
    return (
        f"Afgebroken. Van {result.in_register} personen staat zeker alles in het register: {result.nieuw} nieuw, "
        f"{result.gewijzigd} gewijzigd, {result.ongewijzigd} ongewijzigd; {result.geweigerd} regels zijn geweigerd. "
        "Dezelfde opdracht nog een keer gaat verder waar deze bleef."
    )
