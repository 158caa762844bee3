"""Abonnementen as the desk shows them: one with its person, or a page of many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.names.profile import Naamprofiel
from app.store.among import among
from app.store.tables.formulier import formulierdeel
from app.store.tables.register import aanpak, abonnement, organisatie, persoon, persoon_alias, regime
from app.werk.bereik import abonnementen_of, not_found
from app.werk.bladzijde import Bladzijde, Deel, neem
from app.werk.bureau import Inzien

AnyRow = Row[Any]

veiligheidshuis = organisatie.alias("veiligheidshuis")
gemeente = organisatie.alias("gemeente")
eigenaar = organisatie.alias("eigenaar")

_OF_PERSOON = ("voornamen", "roepnaam", "voorvoegsel", "geslachtsnaam", "geboortedatum", "geboorteplaats", "geslacht")


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed by; None: not. `te_toetsen_voor` is the last day (ISO) on which a review is due."""

    status: str | None = None
    aanpak: str | None = None
    eigenaar_id: int | None = None
    te_toetsen_voor: str | None = None


@dataclass(frozen=True)
class Getoond:
    """One abonnement; `rij` has the columns of `_wide`, `organisaties` are those on its form (None: not for you)."""

    rij: AnyRow
    aliassen: Sequence[str]
    organisaties: Sequence[AnyRow] | None


def naam_of(row: AnyRow) -> str:
    """The name to show, of a row with the columns of a person's name."""
    return Naamprofiel(row.geslachtsnaam, row.voornamen, row.roepnaam, row.voorvoegsel).naam()


def _narrow() -> Select[Any]:
    """What a list shows of each."""
    return select(
        abonnement.c.id,
        abonnement.c.persoon_id,
        abonnement.c.aanpak,
        aanpak.c.naam.label("aanpak_naam"),
        abonnement.c.regime,
        abonnement.c.eigenaar_id,
        eigenaar.c.naam.label("eigenaar_naam"),
        eigenaar.c.soort.label("eigenaar_soort"),
        abonnement.c.status,
        abonnement.c.start,
        abonnement.c.toetsen_voor,
        abonnement.c.einde,
        abonnement.c.versie,
        *(persoon.c[name] for name in _OF_PERSOON),
    ).select_from(
        abonnement.join(persoon, persoon.c.id == abonnement.c.persoon_id)
        .join(aanpak, aanpak.c.code == abonnement.c.aanpak)
        .outerjoin(eigenaar, eigenaar.c.id == abonnement.c.eigenaar_id)
    )


_LIST = _narrow()


def _wide() -> Select[Any]:
    return (
        _narrow()
        .add_columns(
            abonnement.c.doel,
            abonnement.c.reden,
            abonnement.c.herkomst,
            abonnement.c.geopend_op,
            abonnement.c.veiligheidshuis_id,
            abonnement.c.gemeente_id,
            regime.c.naam.label("regime_naam"),
            veiligheidshuis.c.naam.label("veiligheidshuis_naam"),
            gemeente.c.naam.label("gemeente_naam"),
            persoon.c.versie.label("persoon_versie"),
        )
        .join(regime, regime.c.code == abonnement.c.regime)
        .outerjoin(veiligheidshuis, veiligheidshuis.c.id == abonnement.c.veiligheidshuis_id)
        .outerjoin(gemeente, gemeente.c.id == abonnement.c.gemeente_id)
    )


_ONE = _wide()


def read_abonnement(connection: Connection, caller: Caller, abonnement_id: int) -> Getoond:
    """An abonnement within reach; raises `NotFound`."""
    found = _ONE.where(abonnement.c.id == abonnement_id, abonnementen_of(caller))
    row = connection.execute(found).one_or_none()
    if row is None:
        raise not_found()
    # Who else takes part is for who keeps the abonnement or opened it; a partner knows of its own part only.
    everybody = caller.rol != Rol.PARTNER
    organisaties = _organisaties(connection, abonnement_id) if everybody else None
    return Getoond(row, read_aliassen(connection, [row.persoon_id]).get(row.persoon_id, ()), organisaties)


def _organisaties(connection: Connection, abonnement_id: int) -> Sequence[AnyRow]:
    found: Select[Any] = (
        select(organisatie.c.id, organisatie.c.naam, organisatie.c.soort)
        .join(formulierdeel, formulierdeel.c.organisatie_id == organisatie.c.id)
        .where(formulierdeel.c.abonnement_id == abonnement_id)
        .order_by(organisatie.c.naam)
    )
    return connection.execute(found).all()


_ALIASSEN = (
    select(persoon_alias)
    .where(among(persoon_alias.c.persoon_id, "ids"))
    .order_by(persoon_alias.c.persoon_id, persoon_alias.c.volgorde)
)


def read_aliassen(connection: Connection, persoon_ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.execute(_ALIASSEN, {"ids": list(persoon_ids)}):
        found.setdefault(row.persoon_id, []).append(row.naam)
    return found


def list_abonnementen(inzien: Inzien, filters: Filters, bladzijde: Bladzijde) -> Deel:
    """A page of the abonnementen within reach: the newest first, or by review date when that is asked for."""
    found = _LIST.where(*_conditions(inzien.caller, filters))
    if inzien.caller.rol == Rol.PARTNER:
        # Its parts are few, and are told first: else PostgreSQL walks over everybody to see which have one.
        found = found.where(among(abonnement.c.id, "eigen")).params(eigen=_with_own_part(inzien))
    if filters.te_toetsen_voor is None:
        return neem(inzien.connection, found, (abonnement.c.id,), bladzijde, af=True)
    return neem(inzien.connection, found, (abonnement.c.toetsen_voor, abonnement.c.id), bladzijde)


def _with_own_part(inzien: Inzien) -> list[int]:
    own = select(formulierdeel.c.abonnement_id).where(formulierdeel.c.organisatie_id == inzien.caller.organisatie_id)
    return list(inzien.connection.scalars(own))


def _conditions(caller: Caller, filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [abonnementen_of(caller)]
    if filters.status is not None:
        conditions.append(abonnement.c.status == filters.status)
    if filters.aanpak is not None:
        conditions.append(abonnement.c.aanpak == filters.aanpak)
    if filters.eigenaar_id is not None:
        conditions.append(abonnement.c.eigenaar_id == filters.eigenaar_id)
    if filters.te_toetsen_voor is not None:
        conditions.append(abonnement.c.toetsen_voor <= filters.te_toetsen_voor)
        if filters.status is None:
            # What is over or not begun is not reviewed.
            conditions.append(abonnement.c.status == "actief")
    return conditions


def read_of_persons(connection: Connection, caller: Caller, persoon_ids: Sequence[int]) -> dict[int, list[AnyRow]]:
    """The abonnementen within reach of these persons, the newest first."""
    found: dict[int, list[AnyRow]] = {}
    ids = {"ids": list(persoon_ids)}
    statement = _LIST.where(among(abonnement.c.persoon_id, "ids"), abonnementen_of(caller))
    for row in connection.execute(statement.order_by(abonnement.c.id.desc()), ids):
        found.setdefault(row.persoon_id, []).append(row)
    return found


@dataclass(frozen=True)
class Personen:
    """Persons side by side, each by their id."""

    rijen: dict[int, AnyRow]
    aliassen: dict[int, list[str]]
    abonnementen: dict[int, list[AnyRow]]


def read_personen(connection: Connection, caller: Caller, persoon_ids: Sequence[int]) -> Personen:
    """These persons with their abonnementen within reach; who may see the persons is for the caller to know."""
    statement: Select[Any] = select(persoon).where(among(persoon.c.id, "ids"))
    rows = connection.execute(statement, {"ids": list(persoon_ids)})
    return Personen(
        {row.id: row for row in rows},
        read_aliassen(connection, persoon_ids),
        read_of_persons(connection, caller, persoon_ids),
    )
