"""The contactpersonen of abonnementen, each with the deputies who may be called instead.

A contactpersoon stands on many abonnementen, so links and people are read apart, and each person once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, select, text

from app.register import rules
from app.register.model import Contactpersoon, Uitzondering
from app.store.among import among
from app.store.tables import register

# Any number will do, as long as it is ours: it keeps a change of contactpersonen and other publishing apart.
PUBLISHING = 7_312_002


@dataclass(frozen=True, slots=True)
class Gegevens:
    """A contactpersoon as the row that it is, at one version."""

    id: int
    organisatie: str
    naam: str
    functie: str | None
    telefoon: str | None
    email: str | None
    bereikbaar: str | None
    op_feestdagen: bool
    uitzonderingen: tuple[Uitzondering, ...]
    vervanger_id: int | None
    actief: bool
    versie: int


@dataclass(frozen=True)
class Vooruitblik:
    """What is about to change, so that cards can be worked out before it has: new details, and who takes over."""

    gewijzigd: Mapping[int, Gegevens] = field(default_factory=dict)
    opgevolgd: Mapping[int, int] = field(default_factory=dict)


_LINKS = (
    select(
        register.abonnement_contactpersoon.c.abonnement_id,
        register.abonnement_contactpersoon.c.contactpersoon_id,
        register.abonnement_contactpersoon.c.eerste,
    )
    .where(among(register.abonnement_contactpersoon.c.abonnement_id, "ids"))
    .order_by(register.abonnement_contactpersoon.c.abonnement_id, register.abonnement_contactpersoon.c.volgorde)
)
_PEOPLE = (
    select(register.contactpersoon, register.organisatie.c.naam.label("organisatie"))
    .join(register.organisatie, register.contactpersoon.c.organisatie_id == register.organisatie.c.id)
    .where(among(register.contactpersoon.c.id, "ids"))
)


class Contacten:
    """Reads for one transaction, and remembers whom it has read: `gelezen`."""

    def __init__(self, vooruitblik: Vooruitblik | None = None) -> None:
        self.gelezen: dict[int, Gegevens] = {}
        self._vooruitblik = vooruitblik or Vooruitblik()
        self._built: dict[tuple[int, bool], Contactpersoon] = {}

    def of(self, connection: Connection, abonnement_ids: Sequence[int]) -> dict[int, tuple[Contactpersoon, ...]]:
        """The contactpersonen of each abonnement in their order."""
        rows = connection.execute(_LINKS, {"ids": list(abonnement_ids)}).all()
        links: dict[int, dict[int, bool]] = {}
        opgevolgd = self._vooruitblik.opgevolgd
        for abonnement_id, contactpersoon_id, eerste in rows:
            people = links.setdefault(abonnement_id, {})
            number = opgevolgd.get(contactpersoon_id, contactpersoon_id)
            people[number] = people.get(number, False) or eerste
        self.read(connection, {number for people in links.values() for number in people})
        return {
            abonnement_id: tuple(self.build(number, eerste) for number, eerste in people.items())
            for abonnement_id, people in links.items()
        }

    def read(self, connection: Connection, ids: Iterable[int]) -> None:
        """These people, and their deputies for as long as there are any."""
        wanted = set(ids) - self.gelezen.keys()
        while wanted:
            found = connection.execute(_PEOPLE, {"ids": sorted(wanted)}).all()
            for row in found:
                self.gelezen[row.id] = self._vooruitblik.gewijzigd.get(row.id) or gegevens_of(row)
            deputies = {self.gelezen[row.id].vervanger_id for row in found}
            wanted = {number for number in deputies if number is not None} - self.gelezen.keys()

    def build(self, number: int, eerste: bool) -> Contactpersoon:  # noqa: FBT001 - half of a key, in its order.
        key = (number, eerste)
        if key not in self._built:
            self._built[key] = replace(self.person(number), eerste=eerste)
        return self._built[key]

    def person(self, number: int, depth: int = 0) -> Contactpersoon:
        """Somebody who was read, with deputies; who is switched off replaces nobody."""
        row = self.gelezen[number]
        deputy = self.gelezen.get(row.vervanger_id or 0)
        follows = deputy is not None and deputy.actief and row.actief and depth < rules.MAX_VERVANGERS
        return Contactpersoon(
            organisatie=row.organisatie,
            naam=row.naam,
            functie=row.functie,
            telefoon=row.telefoon,
            email=row.email,
            bereikbaar=row.bereikbaar,
            op_feestdagen=row.op_feestdagen,
            uitzonderingen=row.uitzonderingen,
            vervanger=self.person(deputy.id, depth + 1) if follows and deputy else None,
        )


def gegevens_of(row: Row[Any]) -> Gegevens:
    """From a row of the table with the name of its `organisatie`."""
    return Gegevens(
        id=row.id,
        organisatie=row.organisatie,
        naam=row.naam,
        functie=row.functie,
        telefoon=row.telefoon,
        email=row.email,
        bereikbaar=row.bereikbaar,
        op_feestdagen=row.op_feestdagen,
        uitzonderingen=uitzonderingen_of(row.uitzonderingen),
        vervanger_id=row.vervanger_id,
        actief=row.actief,
        versie=row.versie,
    )


def uitzonderingen_of(stored: Iterable[Mapping[str, Any]] | None) -> tuple[Uitzondering, ...]:
    return tuple(Uitzondering(each["van"], each["tot"], each["bereikbaar"]) for each in stored or ())


def replaced_by(connection: Connection, ids: Iterable[int]) -> set[int]:
    """These people, and everybody whom one of them may be called instead of."""
    found: set[int] = set()
    wanted = set(ids)
    # One round more than there can be deputies in a row finds nobody.
    while wanted:
        found |= wanted
        wanted = set(connection.scalars(_REPLACED, {"ids": sorted(wanted)})) - found
    return found


_REPLACED = select(register.contactpersoon.c.id).where(among(register.contactpersoon.c.vervanger_id, "ids"))


def persons_standing(connection: Connection, ids: Iterable[int]) -> list[int]:
    """Everybody on whose active abonnementen one of these people stands; each once, in order."""
    return list(connection.scalars(_PERSONS, {"ids": sorted(ids)}))


_PERSONS = (
    select(register.abonnement.c.persoon_id)
    .select_from(register.abonnement_contactpersoon.join(register.abonnement))
    .where(
        among(register.abonnement_contactpersoon.c.contactpersoon_id, "ids"),
        register.abonnement.c.status == "actief",
    )
    .distinct()
    .order_by(register.abonnement.c.persoon_id)
)


def lock_contactpersonen(connection: Connection) -> None:
    """Who changes contactpersonen takes turns, and lets nobody publish meanwhile.

    Without this somebody could publish a card with the former telephone number just after it was found out which cards
    there are. SQLite has one writer at a time anyway. The table comes first, as in `save.lock_register`, so that two
    who need both never wait for each other.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(text("LOCK TABLE contactpersoon IN SHARE ROW EXCLUSIVE MODE"))
        keep_cards_still(connection)


def keep_cards_still(connection: Connection) -> None:
    """Until the end of this transaction nobody else publishes; whoever is publishing is waited for."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": PUBLISHING})


def keep_contactpersonen_still(connection: Connection) -> None:
    """Until the end of this transaction nobody changes a contactpersoon; many may publish at once."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock_shared(:number)"), {"number": PUBLISHING})
