"""The form as somebody sees it: a part with what may be read of it, or the parts of one abonnement beside each other.

What an organisation says is for itself and for whoever keeps the agreement. politiebeheer, which opened the form, sees
how far everybody is and not what they say; a partner sees its own part and does not learn who else there is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from app.access.sessions import Caller
from app.clock import STREET_TIME, read_stamp
from app.formulier.bereik import OVERZICHT, beheert, eigen, zichtbaar
from app.formulier.concept import Deelconcept, lees_concept
from app.formulier.rules import Inlichting, Ontbreekt, Stand, ontbreekt
from app.store.among import among
from app.store.tables.formulier import bericht, deelcontact, formulierdeel, inlichting
from app.store.tables.register import (
    aanpak,
    abonnement,
    contactpersoon,
    organisatie,
    persoon,
)
from app.werk.bereik import find_abonnement, not_found
from app.werk.bureau import Werk

AnyRow = Row[Any]
MOST_CHOICES = 500


@dataclass(frozen=True)
class Bericht:
    """How the last mail about a part went."""

    soort: str
    status: str
    fout: str | None
    gemaakt_op: str
    verzonden_op: str | None


@dataclass(frozen=True)
class Contact:
    id: int
    naam: str
    functie: str | None
    telefoon: str | None


@dataclass(frozen=True)
class Deel:
    """One part. What this caller may not read is None: the texts, and the words of a question or an objection."""

    rij: AnyRow  # of the part, with its abonnement, its person and the names of the organisations
    ontbreekt: tuple[Ontbreekt, ...]
    dagen: int | None
    eigen: bool
    beheert: bool
    bericht: Bericht | None
    inlichtingen: tuple[Inlichting, ...] | None = None
    contactpersonen: tuple[Contact, ...] | None = None

    @property
    def leest_mee(self) -> bool:
        return self.eigen or self.beheert


@dataclass(frozen=True)
class Eigendeel:
    """A part to fill in: with whom one can choose from, and what one was typing."""

    deel: Deel
    keuze: tuple[Contact, ...] = ()
    concept: Deelconcept | None = field(default=None)


_eigenaar = organisatie.alias("eigenaar")
_CHOSEN = (
    select(func.count())
    .select_from(deelcontact.join(contactpersoon))
    .where(deelcontact.c.deel_id == formulierdeel.c.id, contactpersoon.c.actief)
    .scalar_subquery()
)
_OF_PERSOON = ("voornamen", "roepnaam", "voorvoegsel", "geslachtsnaam", "geboortedatum", "geboorteplaats")
DELEN: Select[Any] = select(
    formulierdeel,
    _CHOSEN.label("contacten"),
    organisatie.c.naam.label("organisatie"),
    organisatie.c.soort.label("organisatie_soort"),
    organisatie.c.email.is_not(None).label("heeft_email"),
    *(abonnement.c[name] for name in ("persoon_id", "eigenaar_id", "doel")),
    abonnement.c.status.label("abonnement_status"),
    _eigenaar.c.naam.label("eigenaar"),
    aanpak.c.naam.label("aanpak"),
    *(persoon.c[name] for name in _OF_PERSOON),
    *(bericht.c[name].label(f"bericht_{name}") for name in ("soort", "status", "fout", "gemaakt_op", "verzonden_op")),
).select_from(
    formulierdeel.join(abonnement, abonnement.c.id == formulierdeel.c.abonnement_id)
    .join(persoon, persoon.c.id == abonnement.c.persoon_id)
    .join(aanpak, aanpak.c.code == abonnement.c.aanpak)
    .join(organisatie, organisatie.c.id == formulierdeel.c.organisatie_id)
    .outerjoin(_eigenaar, _eigenaar.c.id == abonnement.c.eigenaar_id)
    .outerjoin(bericht, bericht.c.id == formulierdeel.c.bericht_id)
)


def lees_deel(connection: Connection, caller: Caller, deel_id: int, vandaag: date) -> Eigendeel:
    """One part; raises `NotFound` when it is out of reach."""
    row = connection.execute(DELEN.where(formulierdeel.c.id == deel_id, zichtbaar(caller))).one_or_none()
    if row is None:
        raise not_found()
    return _whole(connection, caller, toon(row, caller, vandaag))


def lees_na_handeling(werk: Werk, deel_id: int) -> Eigendeel:
    """A part as it is after an act on it, for whoever acted: also when by that it went out of their reach."""
    row = werk.connection.execute(DELEN.where(formulierdeel.c.id == deel_id)).one()
    return _whole(werk.connection, werk.caller, toon(row, werk.caller, werk.vandaag))


def lees_formulier(
    connection: Connection, caller: Caller, abonnement_id: int, vandaag: date
) -> tuple[AnyRow, list[Deel]]:
    """The abonnement and its parts, in the order in which they were asked; raises `NotFound`."""
    found = find_abonnement(connection, caller, abonnement_id)
    whose: ColumnElement[bool] = formulierdeel.c.abonnement_id == abonnement_id
    if caller.rol not in OVERZICHT:
        whose &= eigen(caller)
    rows = connection.execute(DELEN.where(whose).order_by(formulierdeel.c.id)).all()
    return found, _with_texts(connection, [toon(row, caller, vandaag) for row in rows])


def toon(row: AnyRow, caller: Caller, vandaag: date) -> Deel:
    """A row of `DELEN` for this caller, without the texts."""
    stand = Stand(row.status, row.neemt_deel, row.contacten, bezwaar=row.bezwaar is not None)
    missing = ontbreekt(stand)
    mail = None
    if row.bericht_id is not None:
        told = (row.bericht_soort, row.bericht_status, row.bericht_fout)
        mail = Bericht(*told, row.bericht_gemaakt_op, row.bericht_verzonden_op)
    return Deel(
        rij=row,
        ontbreekt=missing,
        dagen=days_since(row.gevraagd_op, vandaag) if missing else None,
        eigen=caller.organisatie_id is not None and row.organisatie_id == caller.organisatie_id,
        beheert=beheert(caller, row.eigenaar_id),
        bericht=mail,
    )


def days_since(moment: str, vandaag: date) -> int:
    """Whole days on the Dutch calendar since a stamp."""
    return (vandaag - read_stamp(moment).astimezone(STREET_TIME).date()).days


def _whole(connection: Connection, caller: Caller, without_texts: Deel) -> Eigendeel:
    (deel,) = _with_texts(connection, [without_texts])
    if not deel.eigen:
        return Eigendeel(deel)
    choice = _choices(connection, deel.rij.organisatie_id)
    return Eigendeel(deel, choice, lees_concept(connection, caller, deel.rij.id))


def _with_texts(connection: Connection, delen: Sequence[Deel]) -> list[Deel]:
    """What may be read of these parts is read for all of them at once."""
    readable = [deel for deel in delen if deel.leest_mee]
    said = _said(connection, [deel.rij.id for deel in readable])
    whom = _contacts(connection, [deel.rij.id for deel in readable])
    return [
        Deel(
            *(deel.rij, deel.ontbreekt, deel.dagen, deel.eigen, deel.beheert, deel.bericht),
            inlichtingen=tuple(said[deel.rij.id]),
            contactpersonen=tuple(whom[deel.rij.id]),
        )
        if deel.leest_mee
        else deel
        for deel in delen
    ]


_SAID = (
    select(inlichting).where(among(inlichting.c.deel_id, "ids")).order_by(inlichting.c.deel_id, inlichting.c.volgorde)
)


def _said(connection: Connection, deel_ids: Iterable[int]) -> dict[int, list[Inlichting]]:
    found: dict[int, list[Inlichting]] = defaultdict(list)
    for row in connection.execute(_SAID, {"ids": list(deel_ids)}):
        found[row.deel_id].append(Inlichting(row.tekst, row.delen, row.aard, row.bron))
    return found


_CONTACTS = (
    select(deelcontact.c.deel_id, contactpersoon)
    .select_from(deelcontact.join(contactpersoon))
    .where(among(deelcontact.c.deel_id, "ids"), contactpersoon.c.actief)
    .order_by(deelcontact.c.deel_id, deelcontact.c.volgorde)
)


def _contacts(connection: Connection, deel_ids: Iterable[int]) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = defaultdict(list)
    for row in connection.execute(_CONTACTS, {"ids": list(deel_ids)}):
        found[row.deel_id].append(_contact_of(row))
    return found


def _choices(connection: Connection, organisatie_id: int) -> tuple[Contact, ...]:
    own = (contactpersoon.c.organisatie_id == organisatie_id, contactpersoon.c.actief)
    found = select(contactpersoon).where(*own).order_by(contactpersoon.c.naam, contactpersoon.c.id)
    rows = connection.execute(found.limit(MOST_CHOICES))
    return tuple(map(_contact_of, rows))


def _contact_of(row: AnyRow) -> Contact:
    return Contact(row.id, row.naam, row.functie, row.telefoon)
