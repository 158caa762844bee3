"""The street as it stands, and as it would be made anew from the dossiers."""

import pytest
from sqlalchemy import Connection, delete, select

from app.register.publish import publish
from app.register.straatkaart import content_of
from app.store.tables import register, street
from app.store.transaction import transaction
from tests.app.register.builders import Register, Row

STREET = (street.straatkaart, street.zoekprofiel, street.zoeksleutel, street.naamdeel, street.naamvariant)


class _Undo(Exception):
    """Leaves a transaction without a trace."""


def read_street(connection: Connection) -> dict[str, list[Row]]:
    """All rows of the street, but for the moments at which a card was published and since when it stands there."""
    found: dict[str, list[Row]] = {}
    for table in STREET:
        rows = [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
        found[table.name] = [
            row | {"kaart": content_of(row["kaart"]), "sinds": None} if "kaart" in row else row for row in rows
        ]
    return found


def check_rebuild(register_side: Register) -> None:
    with pytest.raises(_Undo), transaction(register_side.engine) as connection:
        standing = read_street(connection)
        for table in STREET:
            connection.execute(delete(table))
        everybody = connection.scalars(select(register.persoon.c.id)).all()
        publish(connection, everybody, trail=register_side.trail, clock=register_side.clock)
        assert read_street(connection) == standing
        raise _Undo
