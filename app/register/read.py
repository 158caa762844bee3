"""Read the dossier side: whole dossiers, many at a time, and the reference tables."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, select

from app.register.contacten import Contacten
from app.register.model import (
    Abonnement,
    Actie,
    Bejegening,
    Dossier,
    Handelingskader,
    Inlichting,
    Naslag,
    Persoon,
)
from app.store.among import among
from app.store.tables import afspraken, register

AnyRow = Row[Any]
Ids = Sequence[int]
Part = TypeVar("Part", Handelingskader, Bejegening)

_veiligheidshuis = register.organisatie.alias("veiligheidshuis")
_gemeente = register.organisatie.alias("gemeente")


def _versions(table: Table, *names: str) -> Select[Any]:
    columns = (table.c[name] for name in ("abonnement_id", "versie", *names))
    return select(*columns).where(among(table.c.abonnement_id, "ids")).order_by(table.c.versie)


# Each statement is made once: that takes longer than running it for one person.
_PERSONEN = select(register.persoon).where(among(register.persoon.c.id, "ids"))
_ALIASSEN = (
    select(register.persoon_alias)
    .where(among(register.persoon_alias.c.persoon_id, "ids"))
    .order_by(register.persoon_alias.c.persoon_id, register.persoon_alias.c.volgorde)
)
_ABONNEMENTEN = (
    select(
        register.abonnement,
        _veiligheidshuis.c.naam.label("veiligheidshuis"),
        _gemeente.c.naam.label("gemeente"),
    )
    .select_from(
        register.abonnement.outerjoin(
            _veiligheidshuis, register.abonnement.c.veiligheidshuis_id == _veiligheidshuis.c.id
        ).outerjoin(_gemeente, register.abonnement.c.gemeente_id == _gemeente.c.id)
    )
    .where(among(register.abonnement.c.persoon_id, "ids"))
    .order_by(register.abonnement.c.id)
)
# In a fixed order of columns, for there are very many of these rows and taking one apart by name takes long.
_HANDELINGSKADERS = _versions(
    register.handelingskader,
    *("actie", "kern", "regels", "casusoverleg", "vastgesteld_door", "actie_tekst", "actie_icoon", "actie_kleur"),
)
_BEJEGENINGEN = _versions(register.bejegening, "kern", "ziet", "betekent", "doen", "niet_doen", "risico")
_INLICHTINGEN = _versions(afspraken.straatinlichtingen, "regels")
_ACTIES = select(register.actie).order_by(register.actie.c.code)
_AANPAKKEN, _REGIMES = (select(table).order_by(table.c.code) for table in (register.aanpak, register.regime))


def read_acties(connection: Connection) -> dict[str, Actie]:
    """All of them by code, also those that are not to be chosen any more."""
    rows = connection.execute(_ACTIES)
    return {row.code: Actie(row.code, row.tekst, row.icoon, row.kleur, row.actief) for row in rows}


def read_naslag(connection: Connection) -> Naslag:
    return Naslag(
        aanpakken=_names(connection, _AANPAKKEN),
        regimes=_names(connection, _REGIMES),
        acties=read_acties(connection),
    )


def read_dossiers(connection: Connection, persoon_ids: Ids, contacten: Contacten | None = None) -> dict[int, Dossier]:
    """The dossiers of these persons by their id, each abonnement with the versions that count now.

    A handful of statements however many persons; the caller keeps the number of ids to some hundreds. `contacten`
    keeps the contactpersonen from one call to the next.
    """
    ids = {"ids": list(persoon_ids)}
    aliassen = _grouped(connection.execute(_ALIASSEN, ids), "persoon_id")
    abonnementen = _read_abonnementen(connection, persoon_ids, contacten or Contacten())
    rows = connection.execute(_PERSONEN, ids)
    return {
        row.id: Dossier(_persoon(row, aliassen.get(row.id, ())), tuple(abonnementen.get(row.id, ()))) for row in rows
    }


def _read_abonnementen(connection: Connection, persoon_ids: Ids, contacten: Contacten) -> dict[int, list[Abonnement]]:
    rows = connection.execute(_ABONNEMENTEN, {"ids": list(persoon_ids)}).all()
    ids = [row.id for row in rows]
    kaders = _read_current(connection, _HANDELINGSKADERS, ids, _handelingskader)
    bejegeningen = _read_current(connection, _BEJEGENINGEN, ids, _bejegening)
    contactpersonen = contacten.of(connection, ids)
    inlichtingen = {row[0]: row[2] for row in connection.execute(_INLICHTINGEN, {"ids": ids})}
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
                contactpersonen=contactpersonen.get(row.id, ()),
                inlichtingen=tuple(map(_inlichting, inlichtingen.get(row.id, ()))),
                id=row.id,
            )
        )
    return found


def _read_current(
    connection: Connection, versions: Select[Any], abonnement_ids: Ids, build: Callable[[Sequence[Any]], Part]
) -> dict[int, Part]:
    """The last version of each abonnement; an empty one says that nothing is agreed any more."""
    last = {row[0]: build(row) for row in connection.execute(versions, {"ids": list(abonnement_ids)})}
    return {number: version for number, version in last.items() if version.kern}


def _names(connection: Connection, statement: Select[Any]) -> dict[str, str]:
    return {row.code: row.naam for row in connection.execute(statement)}


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


def _handelingskader(row: Sequence[Any]) -> Handelingskader:
    _, versie, actie, kern, regels, casusoverleg, vastgesteld_door, tekst, icoon, kleur = row
    bewoording = Actie(actie, tekst, icoon, kleur) if tekst else None
    return Handelingskader(actie, kern, tuple(regels), casusoverleg, vastgesteld_door, versie, bewoording)


def _bejegening(row: Sequence[Any]) -> Bejegening:
    _, versie, kern, ziet, betekent, doen, niet_doen, risico = row
    return Bejegening(kern, ziet, betekent, tuple(doen), tuple(niet_doen), risico, versie)


def _inlichting(line: dict[str, Any]) -> Inlichting:
    return Inlichting(line["organisatie"], line["tekst"], line["aard"], line["bron"])
