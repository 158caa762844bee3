"""The agreement that a report is about as it stood on the card then, and what of it the street shows otherwise now."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.audit.trail import find_own
from app.werk.bureau import Inzien
from app.werklijst.melden import Kaart, abonnement_van, getoond, hoeveel_afspraken, kaart_op, wiens_kaart

Json = dict[str, Any]
ONDERDELEN = ("handelingskader", "bejegening", "inlichtingen", "contactpersonen")
TERMIJN, STRAAT = "termijn", "straat"
ANDERS = (*ONDERDELEN, TERMIJN, STRAAT)
_DAGEN = ("start", "toetsenVoor", "einde")


@dataclass(frozen=True)
class Toen:
    """`anders` names, out of `ANDERS`, what the street shows otherwise now; `straat`: it is not there any more."""

    afspraak: Json
    anders: tuple[str, ...]


def afspraak_toen(inzien: Inzien, row: Row[*tuple[Any, ...]]) -> Toen | None:
    """What the officer saw, to the letter; None when that card is not kept any more."""
    connection = inzien.connection
    record = find_own(connection, row.raadpleging, account_id=row.gemeld_door, since="")
    persoon_id = wiens_kaart(record) if record else None
    if record is None or persoon_id is None:
        return None
    toen = _afspraak(connection, persoon_id, kaart_op(connection, persoon_id, record.tijdstip), row)
    if toen is None or toen[0] != row.kaart_digest:
        return None
    nu = _afspraak(connection, row.persoon_id, kaart_op(connection, row.persoon_id, inzien.moment), row)
    return Toen(toen[1], _anders(toen[1], nu[1]) if nu else (STRAAT,))


def _afspraak(
    connection: Connection, persoon_id: int, kaart: Kaart | None, row: Row[*tuple[Any, ...]]
) -> tuple[str, Json] | None:
    """The digest of a card, and the agreement on it of the abonnement that the report is about."""
    if kaart is None:
        return None
    for nummer in range(1, hoeveel_afspraken(kaart) + 1):
        one = getoond(kaart, nummer)
        found = abonnement_van(connection, persoon_id, one)
        if found is not None and found.id == row.abonnement_id:
            return one.digest, one.afspraak
    return None


def _anders(toen: Json, nu: Json) -> tuple[str, ...]:
    # A card of before others could add to it says nothing of inlichtingen.
    parts = [name for name in ONDERDELEN if (toen.get(name) or None) != (nu.get(name) or None)]
    if any(toen[name] != nu[name] for name in _DAGEN):
        parts.append(TERMIJN)
    return tuple(parts)
