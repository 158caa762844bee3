"""What whoever keeps the agreement does with the part of another: send it back with a question, and remind."""

from datetime import timedelta

from sqlalchemy import select, update

from app.audit.events import Event
from app.clock import read_stamp, stamp
from app.errors import KanNuNiet
from app.formulier.bereik import AnyRow, body_of, grijp_als_eigenaar
from app.formulier.rules import Status
from app.post.rules import Berichtstatus, Soort
from app.post.wachtrij import zet_klaar
from app.store.tables.formulier import bericht, formulierdeel
from app.werk.bureau import Werk
from app.werk.versie import change_version

# A person who is asked twice a day does not answer sooner.
HOOGSTENS_ELKE = timedelta(hours=20)


def deel_pagina(deel_id: int) -> str:
    """The page at the desk where a part is filled in."""
    return f"/bureau/formulierdelen/{deel_id}"


def stuur_terug(werk: Werk, deel_id: int, versie: int, vraag: str) -> int:
    """Send a part back with a question; its organisation hears of it by mail when its address is known.

    What stands on the street stays there: a question is no reason to take away what was agreed.
    """
    deel = grijp_als_eigenaar(werk, deel_id)
    if deel.status not in (Status.INGEVULD, Status.BEVESTIGD) and deel.versie == versie:
        raise KanNuNiet("Dit deel is nog niet ingevuld. Stuur een herinnering.")
    since = werk.moment if deel.status == Status.BEVESTIGD else deel.gevraagd_op
    values = {"status": Status.TERUGGESTUURD, "vraag": vraag, "gevraagd_op": since}
    values |= {"bevestigd_op": None, "bevestigd_door": None}
    new = change_version(werk.connection, formulierdeel, (formulierdeel.c.id == deel_id,), versie, **values)
    werk.leg_vast(Event.FORMULIERDEEL_TERUGGESTUURD, body_of(deel, new))
    number = zet_klaar(werk.connection, werk.moment, deel.organisatie_id, Soort.TERUGZENDING, deel_pagina(deel_id))
    if number is not None:
        _note(werk, deel_id, number)
    return new


def herinner(werk: Werk, deel_id: int) -> int:
    """Put a reminder in the queue; returns the number of the mail. The version of the part stays as it is.

    Raises `KanNuNiet` when nothing is missing, no address is known, or a reminder is on its way or went just now.
    """
    deel = grijp_als_eigenaar(werk, deel_id)
    if deel.status == Status.BEVESTIGD:
        raise KanNuNiet("Dit deel is bevestigd. Er is niets om aan te herinneren.")
    _check_not_too_soon(werk, deel)
    number = zet_klaar(werk.connection, werk.moment, deel.organisatie_id, Soort.HERINNERING, deel_pagina(deel_id))
    if number is None:
        raise KanNuNiet("Van deze organisatie is geen e-mailadres bekend. Vraag het de applicatiebeheerder.")
    _note(werk, deel_id, number)
    werk.leg_vast(Event.FORMULIERDEEL_HERINNERD, body_of(deel) | {"bericht": number})
    return number


def _check_not_too_soon(werk: Werk, deel: AnyRow) -> None:
    last = werk.connection.execute(select(bericht).where(bericht.c.id == deel.bericht_id)).one_or_none()
    if last is None or last.status == Berichtstatus.GEWEIGERD:
        return
    if last.status == Berichtstatus.WACHT:
        raise KanNuNiet("Er staat al een e-mail klaar voor deze organisatie.")
    earliest = stamp(read_stamp(werk.moment) - HOOGSTENS_ELKE)
    if last.gemaakt_op > earliest:
        raise KanNuNiet("Deze organisatie kreeg vandaag al een e-mail. Probeer het morgen weer, of bel.")


def _note(werk: Werk, deel_id: int, bericht_id: int) -> None:
    values = {"bericht_id": bericht_id, "herinnerd_op": werk.moment}
    werk.connection.execute(update(formulierdeel).where(formulierdeel.c.id == deel_id).values(values))
