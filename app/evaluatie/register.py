"""A register for a measurement: read from a file, with some persons left out, on a database of its own."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, func, select

from app.names.profile import Naamprofiel, decode
from app.store.tables import street


@dataclass(frozen=True)
class Verdeling:
    """Which lines go in, and the profiles of those that stay out."""

    share: float
    seed: int
    left_out: list[Naamprofiel]

    def lines(self, file: Path, on_line: Callable[[int], None]) -> Iterator[bytes]:
        """The lines that go in; the others are remembered as persons whom nobody knows."""
        random = Random(self.seed)  # noqa: S311 - the same persons every time.
        with file.open("rb") as stream:
            for line in stream:
                on_line(len(line))
                if random.random() >= self.share:
                    yield line
                elif line.strip():
                    self.left_out.append(_profile(json.loads(line)["persoon"]))


def _profile(persoon: dict[str, Any]) -> Naamprofiel:
    return Naamprofiel(
        geslachtsnaam=persoon["geslachtsnaam"],
        voornamen=persoon.get("voornamen"),
        roepnaam=persoon.get("roepnaam"),
        voorvoegsel=persoon.get("voorvoegsel"),
        aliassen=tuple(persoon.get("aliassen", ())),
        geboortedatum=(persoon.get("geboorte") or {}).get("datum"),
    )


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
