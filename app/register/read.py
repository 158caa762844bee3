"""Read the dossier side: whole dossiers, many at a time, and the reference tables."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Table, select

from app.register.model import (
    Abonnement,
    Actie,
    Bejegening,
    Contactpersoon,
    Dossier,
    Handelingskader,
    Naslag,
    Persoon,
)
from app.store.tables import register

AnyRow = Row[Any]
Ids = Sequence[int]
Part = TypeVar("Part", Handelingskader, Bejegening)

_veiligheidshuis = register.organisatie.alias("veiligheidshuis")
_gemeente = register.organisatie.alias("gemeente")

_ABONNEMENTEN = select(
    register.abonnement,
    _veiligheidshuis.c.naam.label("veiligheidshuis"),
    _gemeente.c.naam.label("gemeente"),
).select_from(
    register.abonnement.outerjoin(
        _veiligheidshuis, register.abonnement.c.veiligheidshuis_id == _veiligheidshuis.c.id
    ).outerjoin(_gemeente, register.abonnement.c.gemeente_id == _gemeente.c.id)
)
_CONTACTPERSONEN = select(
    register.abonnement_contactpersoon.c.abonnement_id,
    register.abonnement_contactpersoon.c.eerste,
    register.contactpersoon,
    register.organisatie.c.naam.label("organisatie"),
).select_from(
    register.abonnement_contactpersoon.join(register.contactpersoon).join(
        register.organisatie, register.contactpersoon.c.organisatie_id == register.organisatie.c.id
    )
)


def read_naslag(connection: Connection) -> Naslag:
    acties = connection.execute(select(register.actie).order_by(register.actie.c.code))
    return Naslag(
        aanpakken=_names(connection, register.aanpak),
        regimes=_names(connection, register.regime),
        acties={row.code: Actie(row.code, row.tekst, row.icoon, row.kleur) for row in acties},
    )


def read_dossiers(connection: Connection, persoon_ids: Ids) -> dict[int, Dossier]:
    """The dossiers of these persons by their id, each abonnement with the versions that count now.

    A handful of statements however many persons; the caller keeps the number of ids to some hundreds.
    """
    aliassen = _grouped(
        connection.execute(
            select(register.persoon_alias)
            .where(register.persoon_alias.c.persoon_id.in_(persoon_ids))
            .order_by(register.persoon_alias.c.persoon_id, register.persoon_alias.c.volgorde)
        ),
        "persoon_id",
    )
    abonnementen = _read_abonnementen(connection, persoon_ids)
    rows = connection.execute(select(register.persoon).where(register.persoon.c.id.in_(persoon_ids)))
    return {
        row.id: Dossier(_persoon(row, aliassen.get(row.id, ())), tuple(abonnementen.get(row.id, ()))) for row in rows
    }


def _read_abonnementen(connection: Connection, persoon_ids: Ids) -> dict[int, list[Abonnement]]:
    table = register.abonnement
    rows = connection.execute(_ABONNEMENTEN.where(table.c.persoon_id.in_(persoon_ids)).order_by(table.c.id)).all()
    ids = [row.id for row in rows]
    kaders = _read_current(connection, register.handelingskader, ids, _handelingskader)
    bejegeningen = _read_current(connection, register.bejegening, ids, _bejegening)
    contactpersonen = _read_contactpersonen(connection, ids)
    found: dict[int, list[Abonnement]] = defaultdict(list)
    for row in rows:
        found[row.persoon_id].append(
            Abonnement(
                aanpak=row.aanpak,
                regime=row.regime,
                veiligheidshuis=row.veiligheidshuis,
                gemeente=row.gemeente,
                doel=row.doel,
                status=row.status,
                start=row.start,
                toetsen_voor=row.toetsen_voor,
                einde=row.einde,
                handelingskader=kaders.get(row.id),
                bejegening=bejegeningen.get(row.id),
                contactpersonen=tuple(map(_contactpersoon, contactpersonen.get(row.id, ()))),
                id=row.id,
            )
        )
    return found


def _read_current(
    connection: Connection, table: Table, abonnement_ids: Ids, build: Callable[[AnyRow], Part]
) -> dict[int, Part]:
    """The last version of each abonnement; an empty one says that nothing is agreed any more."""
    statement = select(table).where(table.c.abonnement_id.in_(abonnement_ids))
    last = {row.abonnement_id: row for row in connection.execute(statement.order_by(table.c.versie))}
    return {number: build(row) for number, row in last.items() if row.kern}


def _read_contactpersonen(connection: Connection, abonnement_ids: Ids) -> dict[int, list[AnyRow]]:
    link = register.abonnement_contactpersoon
    statement = _CONTACTPERSONEN.where(link.c.abonnement_id.in_(abonnement_ids))
    return _grouped(connection.execute(statement.order_by(link.c.abonnement_id, link.c.volgorde)), "abonnement_id")


def _names(connection: Connection, table: Table) -> dict[str, str]:
    code: ColumnElement[str] = table.c.code
    return {row.code: row.naam for row in connection.execute(select(table).order_by(code))}


def _grouped(rows: Iterable[AnyRow], name: str) -> dict[int, list[AnyRow]]:
    groups: dict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    return groups


def _persoon(row: AnyRow, aliassen: Iterable[AnyRow]) -> Persoon:
    return Persoon(
        extern_id=row.extern_id,
        geslachtsnaam=row.geslachtsnaam,
        voornamen=row.voornamen,
        roepnaam=row.roepnaam,
        voorvoegsel=row.voorvoegsel,
        aliassen=tuple(alias.naam for alias in aliassen),
        geboortedatum=row.geboortedatum,
        geboorteplaats=row.geboorteplaats,
        geslacht=row.geslacht,
    )


def _handelingskader(row: AnyRow) -> Handelingskader:
    return Handelingskader(
        actie=row.actie,
        kern=row.kern,
        regels=tuple(row.regels),
        casusoverleg=row.casusoverleg,
        vastgesteld_door=row.vastgesteld_door,
        versie=row.versie,
    )


def _bejegening(row: AnyRow) -> Bejegening:
    return Bejegening(
        kern=row.kern,
        ziet=row.ziet,
        betekent=row.betekent,
        doen=tuple(row.doen),
        niet_doen=tuple(row.niet_doen),
        risico=row.risico,
        versie=row.versie,
    )


def _contactpersoon(row: AnyRow) -> Contactpersoon:
    return Contactpersoon(
        organisatie=row.organisatie,
        naam=row.naam,
        functie=row.functie,
        telefoon=row.telefoon,
        email=row.email,
        bereikbaar=row.bereikbaar,
        eerste=row.eerste,
    )
