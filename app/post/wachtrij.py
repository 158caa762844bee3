"""The queue: mail goes in with the act that asks for it, and each is taken up by one sender at a time.

Whoever takes mail up puts `opnieuw_na` forward first: that is their claim, which runs out by itself when they are gone.
The moment serves as its token too, for nobody else can claim the same mail until that very moment.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, select, update

from app.clock import stamp
from app.post.rules import Berichtstatus, Soort
from app.store.tables.formulier import ONVOLLEDIG, bericht, formulierdeel
from app.store.tables.register import organisatie

# Longer than sending a batch can take, for after this another sender may take the same mail up.
CLAIM = timedelta(minutes=15)


def zet_klaar(connection: Connection, moment: str, organisatie_id: int, soort: Soort, plek: str) -> int | None:
    """Put a mail in the queue, in the caller's transaction; returns its number, or None when no address is known."""
    address = connection.scalar(select(organisatie.c.email).where(organisatie.c.id == organisatie_id))
    if address is None:
        return None
    row = {"organisatie_id": organisatie_id, "aan": address, "soort": soort, "plek": plek}
    row |= {"status": Berichtstatus.WACHT, "gemaakt_op": moment, "opnieuw_na": moment}
    return int(connection.execute(insert(bericht).values(row).returning(bericht.c.id)).scalar_one())


def grijp(connection: Connection, now: datetime, most: int) -> Sequence[Row[Any]]:
    """Claim mail that is due, the oldest first; what is no longer asked for is let go."""
    due = (bericht.c.status == Berichtstatus.WACHT, bericht.c.opnieuw_na <= stamp(now))
    asked = exists().where(formulierdeel.c.bericht_id == bericht.c.id, ONVOLLEDIG)
    connection.execute(update(bericht).where(*due, ~asked).values(status=Berichtstatus.VERVALLEN, fout=None))
    chosen = select(bericht.c.id).where(*due).order_by(bericht.c.opnieuw_na, bericht.c.id).limit(most)
    ids = connection.scalars(chosen.with_for_update(skip_locked=True)).all()
    claim = update(bericht).where(bericht.c.id.in_(ids)).values(opnieuw_na=stamp(now + CLAIM))
    claimed = connection.execute(claim.returning(bericht)).all()
    return sorted(claimed, key=lambda row: row.id)


def meld(connection: Connection, claimed: Row[Any], **values: Any) -> bool:
    """Write how it went with mail that was claimed; returns whether the claim still stood."""
    mine = (bericht.c.id == claimed.id, bericht.c.opnieuw_na == claimed.opnieuw_na)
    return connection.execute(update(bericht).where(*mine).values(values)).rowcount == 1
