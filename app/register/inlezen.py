"""Contactpersonen as a register file names them, matched with those that the register has.

A file knows somebody by organisation, name and telephone number. What an organisation has said at the desk about its
own contactpersoon counts for more than any file: then the file says only on which abonnementen that person stands. So
a file with the former name or number still means the same person, and one with somebody who was switched off means
whoever took over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select

from app.register.contacten import keep_cards_still, persons_standing, replaced_by
from app.register.model import Contactpersoon
from app.register.statements import add_numbered, change
from app.store.among import among
from app.store.tables.register import contactpersoon

Identity = tuple[int, str, str | None]  # organisatie_id, naam, telefoon
_IDENTITY = ("organisatie_id", "naam", "telefoon")
People = Mapping[Identity, Contactpersoon]


def with_deputies(person: Contactpersoon) -> Iterator[Contactpersoon]:
    each: Contactpersoon | None = person
    while each is not None:
        yield each
        each = each.vervanger


def bring_up_to_date(connection: Connection, people: People) -> tuple[dict[Identity, int], frozenset[int]]:
    """The ids of `people`, and the persons on whose card something changes because of what is said of them here."""
    found = _find(connection, people)
    new = {key: person for key, person in people.items() if key not in found}
    created = _create(connection, new)
    numbers = {key: row.id for key, row in found.items()} | created
    changed = [
        row
        for key, known in found.items()
        if (row := _difference(known, _details(people[key], key[0], numbers) | {"actief": True}))
    ]
    deputies = [
        {"old_id": created[key], "vervanger_id": numbers[_deputy(person, key[0])]}
        for key, person in new.items()
        if person.vervanger
    ]
    change(connection, contactpersoon, deputies)
    return numbers, _update(connection, changed)


def _details(person: Contactpersoon, organisatie_id: int, numbers: Mapping[Identity, int]) -> dict[str, Any]:
    return {
        "functie": person.functie,
        "email": person.email,
        "bereikbaar": person.bereikbaar,
        "op_feestdagen": person.op_feestdagen,
        "uitzonderingen": [each.stored() for each in person.uitzonderingen],
        # Of those who are new the numbers are not known yet; `bring_up_to_date` adds them.
        "vervanger_id": numbers.get(_deputy(person, organisatie_id)) if person.vervanger else None,
    }


def _deputy(person: Contactpersoon, organisatie_id: int) -> Identity:
    deputy = person.vervanger or person
    return (organisatie_id, deputy.naam, deputy.telefoon)


def _difference(row: Row[Any], details: dict[str, Any]) -> dict[str, Any] | None:
    """What to write over this row; None when it says so already, or when the desk has said something since."""
    if row.bureau or all(getattr(row, name) == value for name, value in details.items()):
        return None
    return {"old_id": row.id, "versie": row.versie + 1, **details}


def _find(connection: Connection, people: People) -> dict[Identity, Row[Any]]:
    """Those that exist: by the name and number of now before those of a former file, and who works before who left."""
    found: dict[Identity, tuple[int, Row[Any]]] = {}
    rows = list(_namesakes(connection, people))
    for row in rows:
        former = (row.organisatie_id, row.bron_naam, row.bron_telefoon)
        for rank, key in ((0, (row.organisatie_id, row.naam, row.telefoon)), (1, former)):
            place = rank + (0 if row.actief else 2)
            if key in people and (key not in found or place < found[key][0]):
                found[key] = (place, row)
    return {key: _successor(connection, row) for key, (_, row) in found.items()}


def _successor(connection: Connection, row: Row[Any]) -> Row[Any]:
    """Who took over from somebody who was switched off, however often that happened since."""
    seen = {row.id}
    while not row.actief and row.vervanger_id is not None and row.vervanger_id not in seen:
        seen.add(row.vervanger_id)
        row = connection.execute(select(contactpersoon).where(contactpersoon.c.id == row.vervanger_id)).one()
    return row


# Per organisation, because SQLite searches its index for this, and for pairs it reads everything.
_NAMESAKES = (
    select(contactpersoon)
    .where(
        contactpersoon.c.organisatie_id == bindparam("organisatie"),
        or_(among(contactpersoon.c.naam, "namen"), among(contactpersoon.c.bron_naam, "namen")),
    )
    .order_by(contactpersoon.c.id)
)


def _namesakes(connection: Connection, people: Iterable[Identity]) -> Iterator[Row[Any]]:
    """Everybody of these organisations who has, or had, one of these names, the first made first."""
    names: dict[int, set[str]] = defaultdict(set)
    for organisatie_id, naam, _ in people:
        names[organisatie_id].add(naam)
    for organisatie_id, some in sorted(names.items()):
        yield from connection.execute(_NAMESAKES, {"organisatie": organisatie_id, "namen": sorted(some)})


def _update(connection: Connection, changed: list[dict[str, Any]]) -> frozenset[int]:
    """Change these contactpersonen; returns everybody on whose card one of them stands."""
    if not changed:
        return frozenset()
    keep_cards_still(connection)
    change(connection, contactpersoon, changed)
    return frozenset(persons_standing(connection, replaced_by(connection, [row["old_id"] for row in changed])))


def _create(connection: Connection, people: People) -> dict[Identity, int]:
    rows = [
        {"organisatie_id": organisatie_id, "naam": naam, "telefoon": telefoon} | _details(person, organisatie_id, {})
        for (organisatie_id, naam, telefoon), person in people.items()
    ]
    return dict(zip(people, add_numbered(connection, contactpersoon, rows, _IDENTITY), strict=True))
