"""From the values of the model to the rows of the tables, and the few statements that write them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy import Connection, Select, Table, func, select, update

from app.register.model import Abonnement, Actie, Bejegening, Handelingskader, Persoon
from app.register.organisaties import Adresboek, links_of
from app.register.read import read_acties
from app.register.statements import Row, add
from app.store.among import among
from app.store.tables import register

Version = Handelingskader | Bejegening
BEEINDIGD = "beeindigd"
VASTGESTELD, NAGEKEKEN, INGETROKKEN = "vastgesteld", "nagekeken", "ingetrokken"
# What an abonnement has in versions: the attribute of the model and the table.
VERSIONS: tuple[tuple[str, Table], ...] = (
    ("handelingskader", register.handelingskader),
    ("bejegening", register.bejegening),
)


@dataclass(frozen=True)
class Vaststelling:
    """The act that makes versions lasting: when, by whom (an import: nobody), why, and when to look at them again."""

    moment: str
    door: int | None = None
    goedgekeurd_door: int | None = None
    aanleiding: str = VASTGESTELD
    toetsen_voor: str | None = None

    def row(self, *, leeg: bool) -> Row:
        """`leeg`: what replaces something that is no longer agreed."""
        return {
            "vastgelegd_op": self.moment,
            "vastgelegd_door": self.door,
            "goedgekeurd_door": self.goedgekeurd_door,
            "aanleiding": INGETROKKEN if leeg else self.aanleiding,
            "toetsen_voor": self.toetsen_voor,
        }


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
    for volgorde, (contactpersoon_id, eerste) in enumerate(links_of(abonnement, book).items()):
        yield {
            "abonnement_id": abonnement_id,
            "volgorde": volgorde,
            "contactpersoon_id": contactpersoon_id,
            "eerste": eerste,
        }


def version_row(version: Version) -> Row:
    if isinstance(version, Handelingskader):
        return {
            "actie": version.actie,
            **_bewoording_row(version.bewoording),
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


def _bewoording_row(actie: Actie | None) -> Row:
    if actie is None:
        return {"actie_tekst": None, "actie_icoon": None, "actie_kleur": None}
    return {"actie_tekst": actie.tekst, "actie_icoon": actie.icoon, "actie_kleur": actie.kleur}


def add_versions(
    connection: Connection, table: Table, versions: Sequence[tuple[int, Version]], vaststelling: Vaststelling
) -> None:
    """Add a row with the next number for each; the former rows stay as they are."""
    numbers = last_versions(connection, table, [number for number, _ in versions])
    acties = read_acties(connection) if versions and table is register.handelingskader else {}
    rows = []
    for number, version in versions:
        row = version_row(_worded(version, acties)) | vaststelling.row(leeg=not version.kern)
        rows.append(row | {"abonnement_id": number, "versie": numbers.get(number, 0) + 1})
    add(connection, table, rows)


def _worded(version: Version, acties: dict[str, Actie]) -> Version:
    """A new version takes the words that its action has today; one that is made again as it was keeps its own."""
    if isinstance(version, Handelingskader) and version.bewoording is None:
        return replace(version, bewoording=acties[version.actie])
    return version


def withdrawal(version: Version) -> Version:
    """What replaces a version that is no longer agreed: a version of its own, without a text.

    So no row is ever changed, and the moment of withdrawing is kept just as the moment of agreeing is.
    """
    if isinstance(version, Handelingskader):
        return Handelingskader(actie=version.actie, kern="")
    return Bejegening(kern="")


def last_versions(connection: Connection, table: Table, abonnement_ids: Sequence[int]) -> dict[int, int]:
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
