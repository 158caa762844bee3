"""Lines of a register file in which a test names only what matters, and a register to take them in."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import Engine, Table, select

from app.audit.trail import Trail
from app.register.afleiding import ONZE, Afleiding
from app.register.importer import Importer, ImportResult, Listener, Rejected
from app.store.tables import metadata, street
from app.store.tables.audit import auditrecord

Row = dict[str, Any]


def person(extern_id: str = "p-1", *abonnementen: Row, **persoon: Any) -> Row:
    return {
        "externId": extern_id,
        "persoon": {"voornamen": "Jan", "geslachtsnaam": "Jansen", "geboorte": {"datum": "1994-03-07"}} | persoon,
        "abonnementen": list(abonnementen) or [agreement()],
    }


def agreement(**changes: Any) -> Row:
    row = {
        "aanpak": "levensloop",
        "veiligheidshuis": "Utrecht",
        "start": "2026-01-01",
        "einde": "2028-01-01",
        "handelingskader": {"actie": "overleg_eerst", "kern": "Eerst bellen.", "casusoverleg": "2026-01-20"},
        "bejegening": {"kern": "Praat rustig.", "doen": ["Rustig praten"]},
        "contactpersonen": [contact()],
    } | changes
    return {name: value for name, value in row.items() if value is not None}


def contact(**changes: Any) -> Row:
    return {"organisatie": "Reclassering Utrecht", "naam": "S. de Wit", "telefoon": "+3197010123456"} | changes


def random_person(random: Random, number: int) -> Row:
    def day() -> str | None:
        return random.choice((None, f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"))

    def one(aanpak: str) -> Row:
        start, einde = sorted((day() or "2025-01-01", day() or "2028-01-01"))
        changes: dict[str, Any] = {
            "aanpak": aanpak,
            "status": random.choice(("actief", "actief", "actief", "opgeschort", "beeindigd")),
            "start": start,
            "einde": einde,
            "contactpersonen": [contact(naam=random.choice("AB"), functie=random.choice((None, "a", "b")))],
        }
        if random.random() < 0.3:
            changes["handelingskader"] = None
        return agreement(**changes)

    aanpakken = random.sample(("levensloop", "nazorg", "hoog_risico"), random.randint(1, 3))
    return person(
        f"p-{number}",
        *(one(aanpak) for aanpak in aanpakken),
        voornamen=random.choice(("Jan", "Johannes Peter", "Fatima", "J.")),
        geslachtsnaam=random.choice(("Jansen", "Bakker", "Amrani", "Çelik")),
        aliassen=random.choice(([], ["Lange Jan"], ["Anja Bakker", "Kapitein"])),
    )


def encode(rows: Iterable[Row]) -> list[bytes]:
    return [json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows]


@dataclass
class Register:
    """Imports and looks, for a test."""

    engine: Engine
    trail: Trail
    clock: Callable[[], datetime]
    batch: int = 500
    afleiding: Afleiding = ONZE
    rejected: list[Rejected] = field(default_factory=list)

    def take_in(self, *rows: Row, alles_of_niets: bool = False) -> ImportResult:
        return self.take_in_lines(encode(rows), alles_of_niets=alles_of_niets)

    def take_in_lines(self, lines: Iterable[bytes], *, alles_of_niets: bool = False) -> ImportResult:
        self.rejected = []
        importer = Importer(self.engine, self.trail, self.clock, batch=self.batch, afleiding=self.afleiding)
        return importer.run(lines, Listener(on_rejected=self.rejected.append), alles_of_niets=alles_of_niets)

    def cards(self) -> list[Row]:
        with self.engine.connect() as connection:
            rows = connection.execute(select(street.straatkaart).order_by(*street.straatkaart.primary_key)).all()
        return [json.loads(row.kaart) | {"van": row.geldig_van, "tot": row.geldig_tot} for row in rows]

    def rows(self, table: Table) -> list[Row]:
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]

    def events(self, event: str) -> list[Row]:
        return [row["inhoud"] for row in self.rows(auditrecord) if row["gebeurtenis"] == event]

    def snapshot(self) -> dict[str, list[Row]]:
        """Everything that is lasting but the trail; equal snapshots are equal databases."""
        return {table.name: self.rows(table) for table in metadata.sorted_tables if table is not auditrecord}
