"""The desk's part of abonnementen: read for a file, and written once, with an abonnement that a file opens."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from app.register.contacten import Contacten
from app.register.model import Advies, Bureaudeel, Contactpersoon, Formulierdeel, Formulierregel, Inlichting
from app.register.statements import add, add_numbered
from app.store.among import among
from app.store.tables.afspraken import straatinlichtingen, zsm_advies
from app.store.tables.formulier import deelcontact, formulierdeel, inlichting
from app.store.tables.register import abonnement, contactpersoon, organisatie

AnyRow = Row[*tuple[Any, ...]]

_ABONNEMENTEN = select(abonnement.c.id, abonnement.c.herkomst, abonnement.c.reden, abonnement.c.geopend_op).where(
    among(abonnement.c.id, "ids")
)
_ADVIEZEN = select(zsm_advies).where(among(zsm_advies.c.abonnement_id, "ids")).order_by(zsm_advies.c.versie)
_DELEN = (
    select(formulierdeel, organisatie.c.naam.label("organisatie"))
    .join(organisatie, organisatie.c.id == formulierdeel.c.organisatie_id)
    .where(among(formulierdeel.c.abonnement_id, "ids"))
)
_INLICHTINGEN = (
    select(inlichting, formulierdeel.c.abonnement_id)
    .join(formulierdeel, formulierdeel.c.id == inlichting.c.deel_id)
    .where(among(formulierdeel.c.abonnement_id, "ids"))
    .order_by(inlichting.c.deel_id, inlichting.c.volgorde)
)
# Whoever was switched off is called by nobody, and a file that named them would switch them on again.
_GEKOZEN = (
    select(deelcontact.c.deel_id, deelcontact.c.contactpersoon_id)
    .join(formulierdeel, formulierdeel.c.id == deelcontact.c.deel_id)
    .join(contactpersoon, contactpersoon.c.id == deelcontact.c.contactpersoon_id)
    .where(among(formulierdeel.c.abonnement_id, "ids"), contactpersoon.c.actief)
    .order_by(deelcontact.c.deel_id, deelcontact.c.volgorde)
)
_OP_STRAAT = (
    select(straatinlichtingen.c.abonnement_id, straatinlichtingen.c.regels)
    .where(among(straatinlichtingen.c.abonnement_id, "ids"))
    .order_by(straatinlichtingen.c.versie)
)


def read_bureaudelen(connection: Connection, abonnement_ids: Sequence[int]) -> dict[int, Bureaudeel]:
    """By the id of the abonnement; a handful of statements however many there are."""
    ids = {"ids": list(abonnement_ids)}
    # The last version of each counts, and one without a text says that there is none any more.
    adviezen = {row.abonnement_id: row for row in connection.execute(_ADVIEZEN, ids)}
    op_straat = dict(connection.execute(_OP_STRAAT, ids).all())
    formulieren = _read_formulieren(connection, ids)
    return {
        row.id: Bureaudeel(
            herkomst=row.herkomst,
            reden=row.reden,
            geopend_op=row.geopend_op,
            zsm_advies=_advies(adviezen.get(row.id)),
            formulier=tuple(sorted(formulieren.get(row.id, ()), key=lambda deel: deel.organisatie)),
            op_straat=tuple(_op_straat(regel) for regel in op_straat.get(row.id, ())),
        )
        for row in connection.execute(_ABONNEMENTEN, ids)
    }


def _read_formulieren(connection: Connection, ids: dict[str, list[int]]) -> dict[int, list[Formulierdeel]]:
    regels: dict[int, list[Formulierregel]] = defaultdict(list)
    for row in connection.execute(_INLICHTINGEN, ids):
        regels[row.deel_id].append(Formulierregel(row.tekst, row.delen, row.aard, row.bron))
    gekozen = _read_gekozen(connection, ids)
    found: dict[int, list[Formulierdeel]] = defaultdict(list)
    for row in connection.execute(_DELEN, ids):
        deel = Formulierdeel(
            organisatie=row.organisatie,
            status=row.status,
            gevraagd_op=row.gevraagd_op,
            neemt_deel=row.neemt_deel,
            vraag=row.vraag,
            bezwaar=row.bezwaar,
            herinnerd_op=row.herinnerd_op,
            ingevuld_op=row.ingevuld_op,
            bevestigd_op=row.bevestigd_op,
            inlichtingen=tuple(regels.get(row.id, ())),
            contactpersonen=tuple(gekozen.get(row.id, ())),
        )
        found[row.abonnement_id].append(deel)
    return found


def _read_gekozen(connection: Connection, ids: dict[str, list[int]]) -> dict[int, list[Contactpersoon]]:
    """Whom each part says to call, by the id of the part."""
    rows, contacten = connection.execute(_GEKOZEN, ids).all(), Contacten()
    contacten.read(connection, {row.contactpersoon_id for row in rows})
    found: dict[int, list[Contactpersoon]] = defaultdict(list)
    for row in rows:
        found[row.deel_id].append(contacten.person(row.contactpersoon_id))
    return found


def _advies(row: AnyRow | None) -> Advies | None:
    if row is None or not row.advies:
        return None
    ticked = row.criteria
    return Advies(
        datum=row.datum,
        doel=row.doel,
        advies=row.advies,
        context=row.context,
        historie=row.historie,
        context_gezien=bool(ticked.get("context")),
        juridische_taal=bool(ticked.get("juridischeTaal")),
        historie_gezien=ticked.get("historie"),
    )


def _op_straat(regel: dict[str, Any]) -> Inlichting:
    return Inlichting(regel["organisatie"], regel["tekst"], regel["aard"], regel["bron"])


def organisaties_of(bureau: Bureaudeel | None) -> Iterable[str]:
    """Whom it names."""
    if bureau is not None:
        yield from (deel.organisatie for deel in bureau.formulier)
        yield from (regel.organisatie for regel in bureau.op_straat)


def add_bureaudelen(
    connection: Connection,
    parts: Sequence[tuple[int, Bureaudeel]],
    organisaties: dict[str, int],
    contactpersoon_id: Callable[[Contactpersoon], int],
    moment: str,
) -> None:
    """Write the desk's part of abonnementen that are new."""
    adviezen = [_advies_row(number, part.zsm_advies, moment) for number, part in parts if part.zsm_advies]
    add(connection, zsm_advies, adviezen)
    add(
        connection,
        straatinlichtingen,
        [_op_straat_row(number, part, organisaties, moment) for number, part in parts if part.op_straat],
    )
    delen = [(number, deel) for number, part in parts for deel in part.formulier]
    rows = [_deel_row(number, deel, organisaties) for number, deel in delen]
    ids = add_numbered(connection, formulierdeel, rows, ("abonnement_id", "organisatie_id"))
    regels = [
        {
            "deel_id": deel_id,
            "volgorde": volgorde,
            "tekst": regel.tekst,
            "delen": regel.delen,
            "aard": regel.aard,
            "bron": regel.bron,
        }
        for deel_id, (_, deel) in zip(ids, delen, strict=True)
        for volgorde, regel in enumerate(deel.inlichtingen)
    ]
    add(connection, inlichting, regels)
    # Two of a file may be one by now, who took over from the other.
    keuzes = [
        {"deel_id": deel_id, "volgorde": volgorde, "contactpersoon_id": number}
        for deel_id, (_, deel) in zip(ids, delen, strict=True)
        for volgorde, number in enumerate(dict.fromkeys(map(contactpersoon_id, deel.contactpersonen)))
    ]
    add(connection, deelcontact, keuzes)


def _advies_row(abonnement_id: int, advies: Advies, moment: str) -> dict[str, Any]:
    criteria = {
        "context": advies.context_gezien,
        "juridischeTaal": advies.juridische_taal,
        "historie": advies.historie_gezien,
    }
    return {
        "abonnement_id": abonnement_id,
        "versie": 1,
        "datum": advies.datum,
        "doel": advies.doel,
        "advies": advies.advies,
        "context": advies.context,
        "historie": advies.historie,
        "criteria": criteria,
        "vastgelegd_op": moment,
    }


def _op_straat_row(abonnement_id: int, part: Bureaudeel, organisaties: dict[str, int], moment: str) -> dict[str, Any]:
    regels = [
        {
            "organisatie_id": organisaties[regel.organisatie],
            "organisatie": regel.organisatie,
            "tekst": regel.tekst,
            "aard": regel.aard,
            "bron": regel.bron,
        }
        for regel in part.op_straat
    ]
    return {"abonnement_id": abonnement_id, "versie": 1, "regels": regels, "vastgelegd_op": moment}


def _deel_row(abonnement_id: int, deel: Formulierdeel, organisaties: dict[str, int]) -> dict[str, Any]:
    return {
        "abonnement_id": abonnement_id,
        "organisatie_id": organisaties[deel.organisatie],
        "status": deel.status,
        "neemt_deel": deel.neemt_deel,
        "vraag": deel.vraag,
        "bezwaar": deel.bezwaar,
        "gevraagd_op": deel.gevraagd_op,
        "herinnerd_op": deel.herinnerd_op,
        "ingevuld_op": deel.ingevuld_op,
        "bevestigd_op": deel.bevestigd_op,
    }
