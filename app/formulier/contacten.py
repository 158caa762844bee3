"""Whom to call at an organisation about one person: the organisation's own share of the links of an abonnement."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from app.store.tables.register import abonnement_contactpersoon, contactpersoon


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
