"""Whom to call at an organisation about one person: chosen in its part of the form, on the card once that is confirmed.

What stands on the card is the organisation's own share of the links of an abonnement.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from app.store.tables.formulier import deelcontact
from app.store.tables.register import abonnement_contactpersoon, contactpersoon


def kies_contactpersonen(connection: Connection, deel_id: int, contactpersoon_ids: Sequence[int]) -> bool:
    """Keep the choice with the part; returns whether it is another one. On the card nothing changes."""
    own = deelcontact.c.deel_id == deel_id
    chosen = select(deelcontact.c.contactpersoon_id).where(own).order_by(deelcontact.c.volgorde)
    if list(connection.scalars(chosen)) == list(contactpersoon_ids):
        return False
    connection.execute(delete(deelcontact).where(own))
    rows = [
        {"deel_id": deel_id, "volgorde": place, "contactpersoon_id": number}
        for place, number in enumerate(contactpersoon_ids)
    ]
    if rows:
        connection.execute(insert(deelcontact), rows)
    return True


def gekozen_contactpersonen(connection: Connection, deel_id: int) -> list[int]:
    """Whom the part names, of those who still work there."""
    chosen = select(deelcontact.c.contactpersoon_id).join(contactpersoon)
    own = (deelcontact.c.deel_id == deel_id, contactpersoon.c.actief)
    return list(connection.scalars(chosen.where(*own).order_by(deelcontact.c.volgorde)))


def koppel_contactpersonen(
    connection: Connection, abonnement_id: int, organisatie_id: int, contactpersoon_ids: Sequence[int]
) -> bool:
    """Make these the organisation's contactpersonen of this abonnement, in this order; returns whether that changed.

    The links of other organisations keep their places: this one's take the places that it had, and what comes on top
    goes last. Who comes first on the card is said by the owner and stays, for as long as that one stays.
    """
    links = abonnement_contactpersoon
    standing = connection.execute(
        select(links)
        .join(contactpersoon)
        .where(links.c.abonnement_id == abonnement_id, contactpersoon.c.organisatie_id == organisatie_id)
        .order_by(links.c.volgorde)
    ).all()
    if [row.contactpersoon_id for row in standing] == list(contactpersoon_ids):
        return False
    eerste = {row.contactpersoon_id for row in standing if row.eerste}
    places = [row.volgorde for row in standing]
    own = links.c.abonnement_id == abonnement_id
    last = connection.scalar(select(func.max(links.c.volgorde)).where(own))
    beyond = 0 if last is None else last + 1
    places += range(beyond, beyond + max(0, len(contactpersoon_ids) - len(places)))
    connection.execute(delete(links).where(own, links.c.volgorde.in_([row.volgorde for row in standing])))
    rows = [
        {"abonnement_id": abonnement_id, "volgorde": place, "contactpersoon_id": number, "eerste": number in eerste}
        for place, number in zip(places, contactpersoon_ids, strict=False)
    ]
    if rows:
        connection.execute(insert(links), rows)
    return True
