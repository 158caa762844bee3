"""Versions of the program with other rules, and what must stand on the street for each of them."""

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select

from app.names.keys import keys_by, search_keys
from app.names.parts import EVERYBODY, name_parts
from app.names.profile import Naamprofiel, decode
from app.register.afleiding import ONZE, Afleiding
from app.register.regelstand import Fase, read_standen
from app.store.tables import street


def version(regels: int) -> Afleiding:
    """Keys, parts and spellings of its own, each different from ours."""
    ours, theirs = keys_by(ONZE.regels)[0], keys_by(regels)[0]

    def keys(profile: Naamprofiel) -> Collection[int]:
        return {(key ^ regels) - ours + theirs for key in search_keys(profile)}

    def parts(profile: Naamprofiel) -> Collection[str]:
        return {f"{part[::-1]}{regels}" if part else EVERYBODY for part in name_parts(profile)}

    return Afleiding(regels, keys, parts, lambda part: {part[:size] for size in range(len(part) + 1)})


NIEUWE, OUDE = version(ONZE.regels + 1), version(ONZE.regels + 14)
VERSIES = (ONZE, NIEUWE, OUDE)


def expected(connection: Connection, afleiding: Afleiding) -> dict[str, Any]:
    """All rows that the rules make of whoever is on the street."""
    found = {row.persoon_id: decode(row.profiel) for row in connection.execute(select(street.zoekprofiel))}
    parts = Counter(part for profile in found.values() for part in afleiding.delen(profile))
    return {
        "zoeksleutel": sorted((key, person) for person, each in found.items() for key in afleiding.sleutels(each)),
        "naamdeel": sorted(parts.items()),
        "naamvariant": sorted((key, part) for part in parts for key in afleiding.varianten(part)),
    }


def standing(connection: Connection, afleiding: Afleiding) -> dict[str, Any]:
    keys, parts, variants = street.zoeksleutel.c, street.naamdeel.c, street.naamvariant.c
    statements = {
        "zoeksleutel": select(keys.sleutel, keys.persoon_id).where(keys.sleutel.between(*keys_by(afleiding.regels))),
        "naamdeel": select(parts.deel, parts.aantal).where(parts.regels == afleiding.regels),
        "naamvariant": select(variants.sleutel, variants.deel).where(variants.regels == afleiding.regels),
    }
    return {name: sorted(map(tuple, connection.execute(each))) for name, each in statements.items()}


def check_in_step(connection: Connection, afleiding: Afleiding) -> None:
    """Complete, nobody behind, and row for row what publishing everybody afresh would give."""
    assert read_standen(connection)[afleiding.regels] is Fase.GEREED
    behind = select(street.zoekachterstand).where(street.zoekachterstand.c.regels == afleiding.regels)
    assert connection.execute(behind).all() == []
    assert standing(connection, afleiding) == expected(connection, afleiding)
