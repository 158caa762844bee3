"""Reminders that nobody has to ask for: one mail to an organisation, however many of its parts are late."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, Engine, and_, func, or_, select, update

from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, stamp
from app.formulier.bereik import BEEINDIGD, body_of
from app.formulier.rules import Status
from app.post.rules import Berichtstatus, Soort
from app.post.wachtrij import zet_klaar
from app.store.among import among
from app.store.tables.formulier import ONVOLLEDIG, bericht, formulierdeel
from app.store.tables.register import abonnement, organisatie
from app.store.transaction import transaction

LIJST = "/bureau/formulierdelen"


def herinner_vanzelf(engine: Engine, trail: Trail, clock: Clock, na_dagen: int) -> int:
    """Put a mail in the queue for every organisation that keeps others waiting; returns how many mails.

    That is `na_dagen` after a part was asked for or last reminded of; 0 is never.
    """
    if not na_dagen:
        return 0
    late = _late(stamp(clock() - timedelta(days=na_dagen)))
    with engine.connect() as connection:
        who = select(formulierdeel.c.organisatie_id).select_from(_PARTS).where(late)
        ids = sorted(set(connection.scalars(who)))
    made = 0
    for organisatie_id in ids:
        with transaction(engine) as connection:
            made += _remind(connection, organisatie_id, late, (trail, stamp(clock())))
    return made


_PARTS = formulierdeel.join(abonnement, abonnement.c.id == formulierdeel.c.abonnement_id).join(
    organisatie, organisatie.c.id == formulierdeel.c.organisatie_id
)


def _late(before: str) -> ColumnElement[bool]:
    underway = select(bericht.c.id).where(bericht.c.status == Berichtstatus.WACHT)
    return and_(
        ONVOLLEDIG,
        formulierdeel.c.status != Status.BEVESTIGD,
        formulierdeel.c.gevraagd_op <= before,
        func.coalesce(formulierdeel.c.herinnerd_op, "") <= before,
        or_(formulierdeel.c.bericht_id.is_(None), formulierdeel.c.bericht_id.not_in(underway)),
        abonnement.c.status != BEEINDIGD,
        organisatie.c.email.is_not(None),
    )


def _remind(connection: Connection, organisatie_id: int, late: ColumnElement[bool], act: tuple[Trail, str]) -> int:
    trail, moment = act
    # Two senders at once: the second waits here, and then finds nothing that is late.
    connection.execute(select(organisatie.c.id).where(organisatie.c.id == organisatie_id).with_for_update())
    theirs = (late, formulierdeel.c.organisatie_id == organisatie_id)
    found = connection.execute(
        select(formulierdeel).select_from(_PARTS).where(*theirs).order_by(formulierdeel.c.id)
    ).all()
    if not found:
        return 0
    number = zet_klaar(connection, moment, organisatie_id, Soort.VERZAMELD, LIJST)
    if number is None:
        return 0
    values = {"bericht_id": number, "herinnerd_op": moment}
    these = update(formulierdeel).where(among(formulierdeel.c.id, "ids")).values(values)
    connection.execute(these, {"ids": [row.id for row in found]})
    trail.record_in(connection, Event.FORMULIERDEEL_HERINNERD, [body_of(row) | {"bericht": number} for row in found])
    return 1
