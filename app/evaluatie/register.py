"""A register for a measurement: read from a file, with some persons left out, on a database of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from sqlalchemy import Connection, func, select

from app.names.profile import Naamprofiel, decode
from app.register.fileformat import FileFormat, Refused
from app.register.lines import parse, read_lines
from app.register.read import read_naslag
from app.register.straatkaart import name_profile
from app.store.tables import street

# So many of those left out are nobody's question: they are added at the end, to see how long that takes.
ADDED = 60


@dataclass(frozen=True)
class Verdeling:
    """Which lines of a file go in; those that stay out are remembered as they stand."""

    share: float
    seed: int
    left_out: list[bytes] = field(default_factory=list, repr=False)

    def lines(self, file: Path, on_line: Callable[[int], None]) -> Iterator[bytes]:
        """The lines that go in; the same ones for the same seed."""
        random = Random(self.seed)  # noqa: S311 - the same persons every time.
        self.left_out.clear()
        with file.open("rb") as stream:
            for line in read_lines(stream):
                on_line(len(line))
                if random.random() >= self.share:
                    yield line
                elif line.strip():
                    self.left_out.append(line)

    def to_add(self) -> list[bytes]:
        """Those whom nobody asks for: a tenth of the left out, and no more than `ADDED`."""
        return self.left_out[: min(ADDED, len(self.left_out) // 10)]

    def unknown(self, connection: Connection, vandaag: date) -> list[Naamprofiel]:
        """Those who may be asked for though nobody knows them; a line that an import would refuse is nobody."""
        form = FileFormat(read_naslag(connection), vandaag)
        found = []
        for line in self.left_out[len(self.to_add()) :]:
            try:
                parsed = parse(1, line)
                if parsed is not None:
                    found.append(name_profile(form.read(parsed.value).persoon))
            except Refused:
                continue
        return found


def read_known(connection: Connection, vandaag: str) -> list[tuple[int, Naamprofiel]]:
    """Everybody on the street today."""
    table = street.zoekprofiel
    shown = (table.c.geldig_van <= vandaag) & (table.c.geldig_tot >= vandaag)
    rows = connection.execute(select(table.c.persoon_id, table.c.profiel).where(shown).order_by(table.c.persoon_id))
    return [(row.persoon_id, decode(row.profiel)) for row in rows]


def bytes_per_person(connection: Connection) -> float | None:
    """What the search keys and name parts take on disk; None where the database cannot say."""
    if connection.dialect.name != "sqlite":
        return None
    tables = (street.zoeksleutel, street.naamdeel, street.naamvariant)
    bytes_used = connection.exec_driver_sql(
        "SELECT sum(pgsize) FROM dbstat WHERE name IN (?, ?, ?)", tuple(table.name for table in tables)
    ).scalar_one()
    persons = connection.execute(select(func.count(street.zoekprofiel.c.persoon_id.distinct()))).scalar_one()
    return float(bytes_used) / max(1, persons)
