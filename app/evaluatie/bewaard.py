"""The filled database of a measurement: thrown away afterwards, or kept in a folder for the next one.

To fill it is most of the time of a measurement, and it says the same for the same file, share, seed and search rules.
A note beside a kept one says what it is made of, and whether all of it is there: an import that was broken off carries
on where it was.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core import Core
from app.errors import DomainError
from app.evaluatie.register import Verdeling
from app.names.regels import REGELS
from app.pauses import fewer_pauses
from app.register.importer import Importer
from app.store.migrate import head

NOTE = "evaluatie.json"
DATABASE = "veldwijzer.db"


class Onbruikbaar(DomainError):
    """A file or a folder with which nothing can be measured."""

    code = "onbruikbaar-register"
    title = "Met dit register kan niet worden gemeten"


@dataclass(frozen=True)
class Herkomst:
    """What a filled database is made of. `seconden` is None when the filling was broken off in between."""

    bestand: str
    sha256: str
    weglaten: float
    zaad: int
    zoekregels: int
    # The revision of its tables.
    tabellen: str
    personen: int = 0
    seconden: float | None = None
    klaar: bool = False
    # It was filled for an earlier measurement.
    hergebruikt: bool = False

    def differs_from(self, wanted: "Herkomst") -> str | None:
        """The first thing in which this is not what is wanted, in Dutch."""
        if self.zoekregels != wanted.zoekregels:
            return f"met andere zoekregels (nummer {self.zoekregels}, nu {wanted.zoekregels})"
        if self.tabellen != wanted.tabellen:
            return f"met andere tabellen (revisie {self.tabellen}, nu {wanted.tabellen})"
        if self.sha256 != wanted.sha256:
            return f"van een ander bestand ({self.bestand})"
        if (self.weglaten, self.zaad) != (wanted.weglaten, wanted.zaad):
            return f"met een ander deel of een ander zaad (--weglaten {self.weglaten} --zaad {self.zaad})"
        return None

    def write(self, folder: Path) -> None:
        (folder / NOTE).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")


@contextmanager
def register_map(keep_in: Path | None) -> Iterator[Path]:
    """The folder to keep a register in, or one that goes away."""
    if keep_in is not None:
        keep_in.mkdir(parents=True, exist_ok=True)
        yield keep_in
        return
    with TemporaryDirectory(prefix="veldwijzer-evaluatie-") as folder:
        yield Path(folder)


def origin(folder: Path, bestand: Path, verdeling: Verdeling) -> Herkomst:
    """What this folder holds, or will hold; to be asked before a database is made in it.

    Raises:
        Onbruikbaar: when it holds another register, or a database that no measurement made.
    """
    with bestand.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    wanted = Herkomst(bestand.name, digest, verdeling.share, verdeling.seed, REGELS, head())
    note = folder / NOTE
    what_to_do = "Verwijder die map, of kies een andere."
    if not note.exists():
        if (folder / DATABASE).exists():
            raise Onbruikbaar(f"In {folder} staat een database die niet voor een meting is gemaakt. {what_to_do}")
        return wanted
    try:
        kept = Herkomst(**json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise Onbruikbaar(f"{note} is niet te lezen. {what_to_do}") from error
    difference = kept.differs_from(wanted)
    if difference:
        raise Onbruikbaar(f"Het register in {folder} is gemaakt {difference}. {what_to_do}")
    return replace(kept, hergebruikt=True)


def fill(
    core: Core, bestand: Path, verdeling: Verdeling, herkomst: Herkomst, on_line: Callable[[int], None]
) -> Herkomst:
    """Import the lines that go in; only note who stays out when the database is filled already."""
    lines = verdeling.lines(bestand, on_line)
    if herkomst.klaar:
        for _ in lines:
            pass
        return herkomst
    folder, started = core.settings.var_dir, time.perf_counter()
    herkomst.write(folder)
    result = Importer(core.engines.write, core.trail, core.clock).run(lines)
    if not result.volledig:
        raise KeyboardInterrupt
    seconden = None if herkomst.hergebruikt else time.perf_counter() - started
    filled = replace(herkomst, personen=result.in_register, seconden=seconden, klaar=True, hergebruikt=False)
    filled.write(folder)
    return filled


def warm_up(core: Core) -> None:
    """Leave the database as a process finds it that comes to search, with all of it in memory.

    Closing the last connection moves what was written into the database itself; and it is a search that is measured,
    not a disk.
    """
    core.engines.close()
    with (core.settings.var_dir / DATABASE).open("rb") as stream:
        while stream.read(1 << 24):
            pass
    fewer_pauses()
