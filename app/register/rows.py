"""From the values of the model to the rows of the tables, and the few statements that write them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Select, Table, func, select, update

from app.register.model import Abonnement, Bejegening, Handelingskader, Persoon
from app.register.organisaties import Adresboek
from app.register.statements import Row, add
from app.store.among import among
from app.store.tables import register

Version = Handelingskader | Bejegening
BEEINDIGD = "beeindigd"
# What an abonnement has in versions: the attribute of the model and the table.
VERSIONS: tuple[tuple[str, Table], ...] = (
    ("handelingskader", register.handelingskader),
    ("bejegening", register.bejegening),
)


def persoon_row(persoon: Persoon) -> Row:
    return {
        "extern_id": persoon.extern_id,
        "voornamen": persoon.voornamen,
        "roepnaam": persoon.roepnaam,
        "voorvoegsel": persoon.voorvoegsel,
        "geslachtsnaam": persoon.geslachtsnaam,
        "geboortedatum": persoon.geboortedatum,
        "geboorteplaats": persoon.geboorteplaats,
        "geslacht": persoon.geslacht,
    }


def alias_rows(persoon_id: int, persoon: Persoon) -> Iterator[Row]:
    for volgorde, naam in enumerate(persoon.aliassen):
        yield {"persoon_id": persoon_id, "volgorde": volgorde, "naam": naam}


def abonnement_row(abonnement: Abonnement, book: Adresboek) -> Row:
    return {
        "aanpak": abonnement.aanpak,
        "regime": abonnement.regime,
        "veiligheidshuis_id": book.organisatie_id(abonnement.veiligheidshuis),
        "gemeente_id": book.organisatie_id(abonnement.gemeente),
        "eigenaar_id": book.organisatie_id(abonnement.eigenaar),
        "doel": abonnement.doel,
        "status": abonnement.status,
        "start": abonnement.start,
        "toetsen_voor": abonnement.toetsen_voor,
        "einde": abonnement.einde,
    }


def link_rows(abonnement_id: int, abonnement: Abonnement, book: Adresboek) -> Iterator[Row]:
    for volgorde, person in enumerate(abonnement.contactpersonen):
        yield {
            "abonnement_id": abonnement_id,
            "volgorde": volgorde,
            "contactpersoon_id": book.contactpersoon_id(person),
            "eerste": person.eerste,
        }


def version_row(version: Version) -> Row:
    if isinstance(version, Handelingskader):
        return {
            "actie": version.actie,
            "kern": version.kern,
            "regels": version.regels,
            "casusoverleg": version.casusoverleg,
            "vastgesteld_door": version.vastgesteld_door,
        }
    return {
        "kern": version.kern,
        "ziet": version.ziet,
        "betekent": version.betekent,
        "doen": version.doen,
        "niet_doen": version.niet_doen,
        "risico": version.risico,
    }


def add_versions(connection: Connection, table: Table, versions: Sequence[tuple[int, Version]], moment: str) -> None:
    """Add a row with the next number for each; the former rows stay as they are."""
    numbers = _last_versions(connection, table, [number for number, _ in versions])
    rows = [
        version_row(version) | {"abonnement_id": number, "versie": numbers.get(number, 0) + 1, "vastgelegd_op": moment}
        for number, version in versions
    ]
    add(connection, table, rows)


def withdrawal(version: Version) -> Version:
    """What replaces a version that is no longer agreed: a version of its own, without a text.

    So no row is ever changed, and the moment of withdrawing is kept just as the moment of agreeing is.
    """
    if isinstance(version, Handelingskader):
        return Handelingskader(actie=version.actie, kern="")
    return Bejegening(kern="")


def _last_versions(connection: Connection, table: Table, abonnement_ids: Sequence[int]) -> dict[int, int]:
    if not abonnement_ids:
        return {}
    return dict(connection.execute(_last_version(table), {"ids": list(abonnement_ids)}).all())


@lru_cache(maxsize=8)
def _last_version(table: Table) -> Select[int, int]:
    number = table.c.abonnement_id
    return select(number, func.max(table.c.versie)).where(among(number, "ids")).group_by(number)


def end_abonnementen(connection: Connection, abonnement_ids: Sequence[int]) -> None:
    table = register.abonnement
    if abonnement_ids:
        connection.execute(update(table).where(table.c.id.in_(abonnement_ids)).values(status=BEEINDIGD))
