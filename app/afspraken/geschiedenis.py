"""All published versions of an abonnement: who wrote them, who approved, when and why."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from app.afspraken.versies import ONDERDELEN, Deel
from app.store.tables.access import account
from app.werk.bereik import find_abonnement
from app.werk.bureau import Inzien

_schrijver, _keurder = account.alias("schrijver"), account.alias("keurder")


@dataclass(frozen=True)
class Versie:
    """One published version. `inhoud` is None where it withdrew what was agreed; `rij` holds the act of publishing."""

    onderdeel: str
    rij: Row[Any]
    inhoud: Deel | None


@dataclass(frozen=True)
class Geschiedenis:
    persoon_id: int
    versies: tuple[Versie, ...]


def lees_versies(inzien: Inzien, abonnement_id: int) -> Geschiedenis:
    """Every version of every part, the newest first."""
    row = find_abonnement(inzien.connection, inzien.caller, abonnement_id)
    found: list[Versie] = []
    for each in ONDERDELEN:
        table = each.tabel
        statement = (
            select(
                table,
                _schrijver.c.gebruikersnaam.label("schrijver"),
                _keurder.c.gebruikersnaam.label("keurder"),
            )
            .outerjoin(_schrijver, table.c.vastgelegd_door == _schrijver.c.id)
            .outerjoin(_keurder, table.c.goedgekeurd_door == _keurder.c.id)
            .where(table.c.abonnement_id == abonnement_id)
        )
        for version in inzien.connection.execute(statement):
            part = each.lees(version)
            found.append(Versie(each.naam, version, part if part.kern else None))
    newest = sorted(found, key=lambda one: (one.rij.vastgelegd_op, one.rij.versie), reverse=True)
    return Geschiedenis(row.persoon_id, tuple(newest))
