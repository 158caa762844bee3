"""What an organisation does with its own part: fill it in, confirm it, object, and take an objection back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select

from app.audit.events import Event
from app.errors import FieldError, IntussenGewijzigd, InvalidInput, KanNuNiet
from app.formulier.bereik import AnyRow, body_of, grijp_eigen_deel
from app.formulier.contacten import gekozen_contactpersonen, kies_contactpersonen, koppel_contactpersonen
from app.formulier.rules import Inlichting, Invoer, Ontbreekt, Stand, Status, ontbreekt
from app.formulier.straat import trek_in
from app.store.tables.formulier import deelconcept, formulierdeel, inlichting
from app.store.tables.register import contactpersoon
from app.werk.bureau import Werk
from app.werk.versie import change_version

# Where on the form that which is missing is filled in.
_WAAR = {
    Ontbreekt.NEEMT_DEEL: FieldError("#/neemtDeel", "Zeg eerst of je organisatie meedoet."),
    Ontbreekt.CONTACTPERSOON: FieldError("#/contactpersonen", "Kies eerst wie er gebeld kan worden."),
}


def vul_in(werk: Werk, deel_id: int, versie: int, invoer: Invoer) -> int:
    """Save the whole of the own part, and return its new version.

    What is no longer said to the street is gone from it at once; what is new waits until the owner publishes. Whom to
    call stands on the card as it was, until the part is confirmed; who does not take part is off it at once. A part
    that was confirmed has to be confirmed again, unless nothing changed.
    """
    deel = _own_at(werk, deel_id, versie)
    _check(werk, deel, invoer)
    chosen = kies_contactpersonen(werk.connection, deel_id, invoer.contactpersonen)
    entries = _replace_entries(werk, deel_id, invoer.inlichtingen)
    changed = chosen or entries or deel.neemt_deel != invoer.neemt_deel
    _forget_draft(werk, deel_id)
    if deel.status == Status.BEVESTIGD and not changed:
        return versie
    values: dict[str, Any] = {"status": Status.INGEVULD, "neemt_deel": invoer.neemt_deel}
    values |= {"ingevuld_op": werk.moment, "ingevuld_door": werk.caller.account_id}
    if deel.status == Status.BEVESTIGD:
        values |= {"gevraagd_op": werk.moment, "bevestigd_op": None, "bevestigd_door": None}
    new = change_version(werk.connection, formulierdeel, (formulierdeel.c.id == deel_id,), versie, **values)
    said = {
        "neemtDeel": invoer.neemt_deel,
        "contactpersonen": list(invoer.contactpersonen),
        "inlichtingen": [{"delen": line.delen, "aard": line.aard} for line in invoer.inlichtingen],
    }
    werk.leg_vast(Event.FORMULIERDEEL_INGEVULD, body_of(deel, new) | said)
    gone = invoer.neemt_deel is False and _link(werk, deel, ())
    if trek_in(werk, deel.abonnement_id) or gone:
        werk.publiceer([deel.persoon_id])
    return new


def bevestig(werk: Werk, deel_id: int, versie: int) -> int:
    """Say that the own part is right as it is: whom it names is on the card from now on.

    Raises `InvalidInput` by field for what is missing.
    """
    deel = _own_at(werk, deel_id, versie)
    if deel.status == Status.BEVESTIGD:
        raise KanNuNiet("Dit deel is al bevestigd.")
    people = gekozen_contactpersonen(werk.connection, deel_id)
    missing = ontbreekt(Stand(deel.status, deel.neemt_deel, len(people)))
    fields = tuple(_WAAR[what] for what in missing if what in _WAAR)
    if fields:
        raise InvalidInput("Er ontbreekt nog iets. Vul dat in, bewaar het en bevestig daarna.", errors=fields)
    if Ontbreekt.ANTWOORD in missing:
        raise KanNuNiet("Er is nog een vraag over dit deel. Pas het aan of bewaar het opnieuw, en bevestig daarna.")
    values = {"status": Status.BEVESTIGD, "bevestigd_op": werk.moment, "bevestigd_door": werk.caller.account_id}
    new = _change(werk, deel, Event.FORMULIERDEEL_BEVESTIGD, vraag=None, **values)
    if _link(werk, deel, people):
        werk.publiceer([deel.persoon_id])
    return new


def maak_bezwaar(werk: Werk, deel_id: int, versie: int, reden: str) -> int:
    """Object to what the own organisation said being on the street: it goes at once, and nobody can publish."""
    deel = _own_at(werk, deel_id, versie)
    if deel.bezwaar is not None:
        raise KanNuNiet("Je organisatie heeft al bezwaar gemaakt.")
    # From now on something is in the way of publishing, and the lists count the days from here.
    since = werk.moment if deel.status == Status.BEVESTIGD else deel.gevraagd_op
    new = _change(werk, deel, Event.FORMULIERDEEL_BEZWAAR, bezwaar=reden, gevraagd_op=since)
    if trek_in(werk, deel.abonnement_id):
        werk.publiceer([deel.persoon_id])
    return new


def trek_bezwaar_in(werk: Werk, deel_id: int, versie: int) -> int:
    """Take the objection back; what was said comes back on the street when the owner publishes."""
    deel = _own_at(werk, deel_id, versie)
    if deel.bezwaar is None:
        raise KanNuNiet("Er is geen bezwaar om in te trekken.")
    return _change(werk, deel, Event.FORMULIERDEEL_BEZWAAR_INGETROKKEN, bezwaar=None)


def _own_at(werk: Werk, deel_id: int, versie: int) -> AnyRow:
    """The own part at the version that the caller has seen; asked first, so that a late comer hears just that."""
    deel = grijp_eigen_deel(werk, deel_id)
    if deel.versie != versie:
        raise IntussenGewijzigd("Iemand anders heeft dit intussen gewijzigd. Bekijk eerst wat er veranderd is.")
    return deel


def _change(werk: Werk, deel: AnyRow, event: Event, **values: Any) -> int:
    where = (formulierdeel.c.id == deel.id,)
    new = change_version(werk.connection, formulierdeel, where, deel.versie, **values)
    werk.leg_vast(event, body_of(deel, new))
    return new


def _check(werk: Werk, deel: AnyRow, invoer: Invoer) -> None:
    """Raises `InvalidInput` for contactpersonen of others, and for what does not go with not taking part."""
    errors = []
    if invoer.neemt_deel is False:
        for name, given in (("contactpersonen", invoer.contactpersonen), ("inlichtingen", invoer.inlichtingen)):
            if given:
                errors.append(FieldError(f"#/{name}", "Je organisatie doet niet mee. Haal dit dan weg."))
    own = (contactpersoon.c.organisatie_id == deel.organisatie_id, contactpersoon.c.actief)
    ids = contactpersoon.c.id.in_(invoer.contactpersonen)
    known = set(werk.connection.scalars(select(contactpersoon.c.id).where(ids, *own)))
    for place, number in enumerate(invoer.contactpersonen):
        if number not in known:
            errors.append(FieldError(f"#/contactpersonen/{place}", "Kies een contactpersoon van je organisatie."))
        elif number in invoer.contactpersonen[:place]:
            errors.append(FieldError(f"#/contactpersonen/{place}", "Deze contactpersoon staat er al."))
    if errors:
        raise InvalidInput("Kijk de gegevens na. Bij elk veld staat wat er niet klopt.", errors=tuple(errors))


def _replace_entries(werk: Werk, deel_id: int, lines: tuple[Inlichting, ...]) -> bool:
    """Returns whether anything changed."""
    table, connection = inlichting, werk.connection
    own = table.c.deel_id == deel_id
    columns = (table.c.tekst, table.c.delen, table.c.aard, table.c.bron)
    standing = [Inlichting(*row) for row in connection.execute(select(*columns).where(own).order_by(table.c.volgorde))]
    if standing == list(lines):
        return False
    connection.execute(delete(table).where(own))
    rows = [
        {"deel_id": deel_id, "volgorde": place, "tekst": line.tekst, "delen": line.delen}
        | {"aard": line.aard, "bron": line.bron}
        for place, line in enumerate(lines)
    ]
    if rows:
        connection.execute(insert(table), rows)
    return True


def _link(werk: Werk, deel: AnyRow, people: Sequence[int]) -> bool:
    return koppel_contactpersonen(werk.connection, deel.abonnement_id, deel.organisatie_id, people)


def _forget_draft(werk: Werk, deel_id: int) -> None:
    """What was saved is no longer a draft of whoever saved it; a colleague's stays the colleague's."""
    own = (deelconcept.c.deel_id == deel_id, deelconcept.c.account_id == werk.caller.account_id)
    werk.connection.execute(delete(deelconcept).where(*own))
