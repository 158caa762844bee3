"""An officer says that a card is not right: linked to what the card said at that moment, and to who can mend it."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from app.audit.events import Event
from app.audit.trail import find_own
from app.clock import STREET_TIME, read_stamp, stamp
from app.errors import FieldError, InvalidInput, KanNuNiet, NotFound
from app.store.tables.afspraken import kaartarchief
from app.store.tables.register import abonnement, organisatie, persoon
from app.store.tables.street import straatkaart
from app.store.tables.werklijst import melding
from app.werk.bureau import Uitkomst, Werk
from app.werklijst.rules import MEESTE_MELDINGEN, MELDTIJD

AnyRow = Row[*tuple[Any, ...]]
Json = dict[str, Any]
# A person may turn out to be another, who turns out to be another: more often than this is a mistake of ours.
MOST_MERGES = 10


@dataclass(frozen=True)
class Melding:
    """What an officer reports of the card that an own consultation showed; `afspraak` counts from 1, as on the card."""

    raadpleging: str
    urgentie: str
    tekst: str
    afspraak: int = 1


@dataclass(frozen=True)
class Kaart:
    """A card as bytes, and the abonnementen that its afspraken are of, in their order, when that was kept."""

    inhoud: bytes
    abonnementen: list[int] | None


@dataclass(frozen=True)
class Getoond:
    """The agreement on a card as it was shown, the digest of that card, and of which abonnement it is when known."""

    digest: str
    afspraak: Json
    abonnement_id: int | None


def meld(werk: Werk, gemeld: Melding) -> Uitkomst:
    """Put the report in the inbox of whoever keeps the agreement.

    Raises `NotFound` when this is no own, recent consultation that showed a card.
    """
    persoon_id, tijdstip = _raadpleging(werk, gemeld)
    kaart = kaart_op(werk.connection, persoon_id, tijdstip)
    if kaart is None:
        raise KanNuNiet("Deze kaart is niet meer terug te vinden. Zoek opnieuw, en meld het dan.")
    gezien = getoond(kaart, gemeld.afspraak)
    waarvan = abonnement_van(werk.connection, persoon_id, gezien)
    if waarvan is None or waarvan.eigenaar_id is None:
        raise KanNuNiet("Van deze afspraak is geen eigenaar bekend die je melding kan lezen. Bel een contactpersoon.")
    row = {
        "persoon_id": waarvan.persoon_id,
        "abonnement_id": waarvan.id,
        "eigenaar_id": waarvan.eigenaar_id,
        "raadpleging": gemeld.raadpleging,
        "kaart_digest": gezien.digest,
        "handelingskader_versie": _versie(gezien.afspraak["handelingskader"]),
        "bejegening_versie": _versie(gezien.afspraak["bejegening"]),
        "urgentie": gemeld.urgentie,
        "tekst": gemeld.tekst,
        "gemeld_op": werk.moment,
        "gemeld_door": werk.caller.account_id,
        "status": "nieuw",
    }
    number = werk.connection.execute(insert(melding).values(row).returning(melding.c.id)).scalar_one()
    body = {"melding": number, "persoon": waarvan.persoon_id, "abonnement": waarvan.id, "urgentie": gemeld.urgentie}
    werk.leg_vast(Event.MELDING_GEDAAN, body | {"raadpleging": gemeld.raadpleging, "digest": gezien.digest})
    inhoud = {"id": number, "status": "nieuw", "urgentie": gemeld.urgentie, "gemeldOp": werk.moment}
    return Uitkomst(inhoud, versie=1, plek=f"/v1/meldingen/{number}", nieuw=True)


def _raadpleging(werk: Werk, gemeld: Melding) -> tuple[int, str]:
    """Whose card the caller saw, and when."""
    since = stamp(read_stamp(werk.moment) - MELDTIJD)
    record = find_own(werk.connection, gemeld.raadpleging, account_id=werk.caller.account_id, since=since)
    persoon_id = wiens_kaart(record) if record else None
    if record is None or persoon_id is None:
        raise NotFound("Dit is geen kaart die je kort geleden hebt gezien. Zoek opnieuw, en meld het dan.")
    of_this = select(func.count()).where(
        melding.c.gemeld_door == werk.caller.account_id, melding.c.gemeld_op >= since,
        melding.c.raadpleging == gemeld.raadpleging,
    )  # fmt: skip
    if (werk.connection.scalar(of_this) or 0) >= MEESTE_MELDINGEN:
        raise KanNuNiet(f"Over deze kaart heb je al {MEESTE_MELDINGEN} keer iets gemeld. Bel een contactpersoon.")
    return persoon_id, record.tijdstip


def wiens_kaart(record: AnyRow) -> int | None:
    if record.gebeurtenis == Event.INZAGE.value:
        return int(record.inhoud["persoon"])
    if record.gebeurtenis == Event.ZOEKVRAAG.value and record.inhoud["uitkomst"] == "kaart":
        return int(record.inhoud["getoond"][0]["persoon"])
    return None


def kaart_op(connection: Connection, persoon_id: int, tijdstip: str) -> Kaart | None:
    """The card that the street showed of this person at that moment, to the byte."""
    dag = read_stamp(tijdstip).astimezone(STREET_TIME).date().isoformat()
    found = select(straatkaart.c.kaart, straatkaart.c.sinds, straatkaart.c.abonnementen).where(
        straatkaart.c.persoon_id == persoon_id, straatkaart.c.geldig_van <= dag, straatkaart.c.geldig_tot >= dag
    )
    stands = connection.execute(found).one_or_none()
    if stands is not None and (stands.sinds or json.loads(stands.kaart)["gepubliceerdOp"]) <= tijdstip:
        return Kaart(bytes(stands.kaart), stands.abonnementen)
    former = select(kaartarchief.c.kaart, kaartarchief.c.abonnementen).where(
        kaartarchief.c.persoon_id == persoon_id,
        kaartarchief.c.sinds <= tijdstip,
        kaartarchief.c.tot > tijdstip,
        kaartarchief.c.geldig_van <= dag,
        kaartarchief.c.geldig_tot >= dag,
    )
    archived = connection.execute(former.order_by(kaartarchief.c.id.desc()).limit(1)).one_or_none()
    return Kaart(bytes(archived.kaart), archived.abonnementen) if archived is not None else None


def hoeveel_afspraken(kaart: Kaart) -> int:
    return len(json.loads(kaart.inhoud)["afspraken"])


def getoond(kaart: Kaart, nummer: int) -> Getoond:
    afspraken = json.loads(kaart.inhoud)["afspraken"]
    if nummer > len(afspraken):
        detail = f"Op deze kaart staan {len(afspraken)} afspraken."
        raise InvalidInput(detail, errors=(FieldError("#/afspraak", detail),))
    numbers = kaart.abonnementen
    number = numbers[nummer - 1] if numbers else None
    return Getoond(sha256(kaart.inhoud).hexdigest(), afspraken[nummer - 1], number)


def abonnement_van(connection: Connection, persoon_id: int, gezien: Getoond) -> AnyRow | None:
    """The abonnement that this agreement of a card came from, wherever it has moved since.

    A card that was made before numbers were kept beside it is known by what it says.
    """
    afspraak = gezien.afspraak
    if gezien.abonnement_id is not None:
        this = abonnement.c.id == gezien.abonnement_id
        one = select(abonnement.c.id, abonnement.c.persoon_id, abonnement.c.eigenaar_id).where(this)
        return connection.execute(one).one_or_none()
    joined = abonnement.join(organisatie, organisatie.c.id == abonnement.c.eigenaar_id)
    found = (
        select(abonnement.c.id, abonnement.c.persoon_id, abonnement.c.eigenaar_id)
        .select_from(joined)
        .where(
            abonnement.c.persoon_id.in_(_now_known_as(connection, persoon_id)),
            abonnement.c.aanpak == afspraak["aanpak"]["code"],
            organisatie.c.naam == afspraak["eigenaar"],
            abonnement.c.start.is_not_distinct_from(afspraak["start"]),
        )
        .order_by(abonnement.c.status == "beeindigd", abonnement.c.id.desc())
    )
    return connection.execute(found.limit(1)).one_or_none()


def _now_known_as(connection: Connection, persoon_id: int) -> list[int]:
    """This person, and who that turned out to be."""
    ids = [persoon_id]
    for _ in range(MOST_MERGES):
        other = connection.scalar(select(persoon.c.samengevoegd_met).where(persoon.c.id == ids[-1]))
        if other is None:
            break
        ids.append(other)
    return ids


def _versie(part: Json | None) -> int | None:
    return part["versie"] if part else None
