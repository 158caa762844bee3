"""Organisations and their contactpersonen: each lives once, however many abonnementen name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from app.register.model import Abonnement, Contactpersoon
from app.register.statements import add_numbered, change
from app.store.among import among
from app.store.tables.register import abonnement, abonnement_contactpersoon, contactpersoon, organisatie

PARTNER = "partner"

Identity = tuple[int, str, str | None]  # organisatie_id, naam, telefoon
_IDENTITY = ("organisatie_id", "naam", "telefoon")
_DETAILS = ("functie", "email", "bereikbaar")


@dataclass(frozen=True)
class Adresboek:
    """The ids of all organisations and contactpersonen that a batch names, and whose cards changed by that."""

    organisaties: dict[str, int]
    contactpersonen: dict[Identity, int]
    touched: frozenset[int]

    def organisatie_id(self, naam: str | None) -> int | None:
        return self.organisaties[naam] if naam else None

    def contactpersoon_id(self, person: Contactpersoon) -> int:
        return self.contactpersonen[self.organisaties[person.organisatie], person.naam, person.telefoon]


def resolve(connection: Connection, abonnementen: Sequence[Abonnement]) -> Adresboek:
    """Create what is met for the first time, and bring contactpersonen up to date with what is said of them here."""
    organisaties = _resolve_organisaties(connection, abonnementen)
    people: dict[Identity, dict[str, Any]] = {}
    for each in abonnementen:
        for person in each.contactpersonen:
            key = (organisaties[person.organisatie], person.naam, person.telefoon)
            people[key] = {name: getattr(person, name) for name in _DETAILS}
    found, changed = _find(connection, people)
    touched = _update(connection, changed)
    created = _create(connection, {key: row for key, row in people.items() if key not in found})
    return Adresboek(organisaties, found | created, touched)


_ORGANISATIES = select(organisatie).where(among(organisatie.c.naam, "namen"))


def _resolve_organisaties(connection: Connection, abonnementen: Iterable[Abonnement]) -> dict[str, int]:
    wanted: dict[str, str] = {}
    for each in abonnementen:
        for person in each.contactpersonen:
            wanted.setdefault(person.organisatie, PARTNER)
    for each in abonnementen:
        if each.veiligheidshuis:
            wanted[each.veiligheidshuis] = "veiligheidshuis"
        if each.gemeente:
            wanted[each.gemeente] = "gemeente"
    known = connection.execute(_ORGANISATIES, {"namen": sorted(wanted)}).all()
    for row in known:
        # Met before as the employer of a contactpersoon only; now it turns out to be more than that.
        if row.soort == PARTNER and wanted[row.naam] != PARTNER:
            connection.execute(update(organisatie).where(organisatie.c.id == row.id).values(soort=wanted[row.naam]))
    ids = {row.naam: row.id for row in known}
    missing = [{"naam": naam, "soort": soort} for naam, soort in sorted(wanted.items()) if naam not in ids]
    if missing:
        rows = connection.execute(insert(organisatie).returning(organisatie.c.id, organisatie.c.naam), missing)
        ids |= {row.naam: row.id for row in rows}
    return ids


def _find(
    connection: Connection, people: dict[Identity, dict[str, Any]]
) -> tuple[dict[Identity, int], list[dict[str, Any]]]:
    """The ids of those that exist, and the rows of those whose details are different now."""
    found: dict[Identity, int] = {}
    changed = []
    for row in _namesakes(connection, people):
        key = (row.organisatie_id, row.naam, row.telefoon)
        if key not in people or key in found:
            continue
        found[key] = row.id
        if any(getattr(row, name) != people[key][name] for name in _DETAILS):
            changed.append({"old_id": row.id, **people[key]})
    return found, changed


# Per organisation, because SQLite searches its index for this, and for pairs it reads everything.
_NAMESAKES = (
    select(contactpersoon)
    .where(contactpersoon.c.organisatie_id == bindparam("organisatie"), among(contactpersoon.c.naam, "namen"))
    .order_by(contactpersoon.c.id)
)


def _namesakes(connection: Connection, people: Iterable[Identity]) -> Iterator[Row[Any]]:
    """Everybody of these organisations with one of these names, the first made first."""
    names: dict[int, set[str]] = defaultdict(set)
    for organisatie_id, naam, _ in people:
        names[organisatie_id].add(naam)
    for organisatie_id, some in sorted(names.items()):
        yield from connection.execute(_NAMESAKES, {"organisatie": organisatie_id, "namen": sorted(some)})


def _update(connection: Connection, changed: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Change these contactpersonen; returns everybody on whose card one of them stands."""
    if not changed:
        return frozenset()
    change(connection, contactpersoon, changed)
    link = abonnement_contactpersoon
    statement = select(abonnement.c.persoon_id).select_from(link.join(abonnement))
    ids = [row["old_id"] for row in changed]
    return frozenset(connection.scalars(statement.where(link.c.contactpersoon_id.in_(ids))))


def _create(connection: Connection, people: dict[Identity, dict[str, Any]]) -> dict[Identity, int]:
    rows = [
        {"organisatie_id": organisatie_id, "naam": naam, "telefoon": telefoon, **details}
        for (organisatie_id, naam, telefoon), details in people.items()
    ]
    return dict(zip(people, add_numbered(connection, contactpersoon, rows, _IDENTITY), strict=True))
