"""Organisations and their contactpersonen: each lives once, however many abonnementen name it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select, update

from app.register.bureaudelen import organisaties_of
from app.register.contacten import Contacten
from app.register.inlezen import Identity, bring_up_to_date, with_deputies
from app.register.model import Abonnement, Contactpersoon
from app.store.among import among
from app.store.tables.register import organisatie

PARTNER = "partner"


@dataclass(frozen=True)
class Adresboek:
    """The ids of all organisations and contactpersonen that a batch names, and whose cards changed by that."""

    organisaties: dict[str, int]
    contactpersonen: dict[Identity, int]
    touched: frozenset[int]

    def organisatie_id(self, naam: str | None) -> int | None:
        return self.organisaties[naam] if naam else None

    def contactpersoon_id(self, person: Contactpersoon) -> int:
        return self.contactpersonen[_identity(self.organisaties, person)]

    def as_known(self, connection: Connection, abonnementen: Iterable[Abonnement]) -> "Bekend":
        """Whom the register knows by what these abonnementen say, to compare with what it said before."""
        contacten = Contacten()
        ids = {self.contactpersoon_id(person) for each in abonnementen for person in each.contactpersonen}
        contacten.read(connection, ids)
        return Bekend(self, contacten)


@dataclass(frozen=True)
class Bekend:
    """The contactpersonen of a batch as the register knows them now: what was said at the desk counts for more."""

    book: Adresboek
    contacten: Contacten

    def of(self, abonnement: Abonnement) -> Abonnement:
        links = links_of(abonnement, self.book)
        people = tuple(self.contacten.build(number, eerste) for number, eerste in links.items())
        return replace(abonnement, contactpersonen=people)


def links_of(abonnement: Abonnement, book: Adresboek) -> dict[int, bool]:
    """Each contactpersoon once, in order, and whether this is the first to call: two of a file may be one by now."""
    links: dict[int, bool] = {}
    for person in abonnement.contactpersonen:
        number = book.contactpersoon_id(person)
        links[number] = links.get(number, False) or person.eerste
    return links


def resolve(connection: Connection, abonnementen: Sequence[Abonnement]) -> Adresboek:
    """Create what is met for the first time, and bring contactpersonen up to date with what is said of them here."""
    organisaties = _resolve_organisaties(connection, abonnementen)
    # What is said where somebody stands on a card counts for more than what a part of a form says of the same one.
    named = [contact for each in abonnementen if each.bureau for contact in each.bureau.gekozen]
    named += [contact for each in abonnementen for contact in each.contactpersonen]
    people = {_identity(organisaties, person): person for contact in named for person in with_deputies(contact)}
    numbers, touched = bring_up_to_date(connection, people)
    return Adresboek(organisaties, numbers, touched)


def _identity(organisaties: dict[str, int], person: Contactpersoon) -> Identity:
    return (organisaties[person.organisatie], person.naam, person.telefoon)


_ORGANISATIES = select(organisatie).where(among(organisatie.c.naam, "namen"))


def _resolve_organisaties(connection: Connection, abonnementen: Iterable[Abonnement]) -> dict[str, int]:
    wanted: dict[str, str] = {}
    for each in abonnementen:
        for person in each.contactpersonen:
            wanted.setdefault(person.organisatie, PARTNER)
        for naam in organisaties_of(each.bureau):
            wanted.setdefault(naam, PARTNER)
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
