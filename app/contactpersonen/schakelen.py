"""Switch a contactpersoon off, and on again. Nobody leaves a card without somebody else to call in their place."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from app.audit.events import Event
from app.contactpersonen.lezen import AnyRow, count_abonnementen, find_own, link, wide
from app.contactpersonen.opgave import check, deputies_of, deputy_problem, opgave_of
from app.contactpersonen.wijzigen import Gewijzigd, as_shown, gegevens, look_ahead, publish_cards
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.register.contacten import Vooruitblik, lock_contactpersonen, replaced_by
from app.register.vooruit import GEEN_VOORWERK, Voorwerk
from app.store.tables.register import abonnement, contactpersoon
from app.werk.bureau import Inzien, Werk
from app.werk.versie import change_version


@dataclass(frozen=True)
class _Overname:
    """Who is replaced by whom from now on: the deputies that change, by the number of whom they replace."""

    wie: AnyRow
    opvolger: AnyRow | None
    vervangers: dict[int, tuple[AnyRow, int | None]]


def switch_off_ahead(inzien: Inzien, number: int, versie: int, opvolger_id: int | None) -> Voorwerk:
    """What `switch_off` will come to, worked out before it holds any lock."""
    row = find_own(inzien.connection, inzien.caller, number)
    if opvolger_id is None or row.versie != versie or not row.actief:
        return GEEN_VOORWERK
    plan = _plan(inzien, row, opvolger_id)
    changed = {
        each: gegevens(other, opgave_of(other).changed({"vervanger_id": deputy}))
        for each, (other, deputy) in plan.vervangers.items()
    }
    return look_ahead(inzien, Vooruitblik(changed, {number: opvolger_id}), [number])


def switch_off(
    werk: Werk, number: int, versie: int, opvolger_id: int | None, voorwerk: Voorwerk = GEEN_VOORWERK
) -> Gewijzigd:
    """Take somebody out of use; `opvolger_id` takes over every abonnement, and whom this one replaces.

    Raises `KanNuNiet` without a successor for somebody who stands on an abonnement that is not ended.
    """
    connection = werk.connection
    lock_contactpersonen(connection)
    row = find_own(connection, werk.caller, number)
    if row.versie == versie:
        if not row.actief:
            raise KanNuNiet("Deze contactpersoon is al uitgeschakeld.")
        if opvolger_id is None:
            _on_no_card(werk, number)
    plan = _plan(werk, row, opvolger_id)
    where = (contactpersoon.c.id == number,)
    change_version(connection, contactpersoon, where, versie, actief=False, bureau=True, vervanger_id=opvolger_id)
    for each, (other, deputy) in plan.vervangers.items():
        change_version(connection, contactpersoon, (contactpersoon.c.id == each,), other.versie, vervanger_id=deputy)
    kaarten = 0
    if opvolger_id is not None:
        _take_over(werk, number, opvolger_id)
        kaarten = publish_cards(werk, [opvolger_id, *plan.vervangers], voorwerk)
    body = {"contactpersoon": number, "opvolger": opvolger_id, "kaarten": kaarten}
    werk.leg_vast(Event.CONTACTPERSOON_UITGESCHAKELD, body)
    return Gewijzigd(as_shown(werk, number), kaarten)


def switch_on(werk: Werk, number: int, versie: int) -> Gewijzigd:
    """Back in use, on no card: the successor keeps what was taken over, and is no deputy."""
    lock_contactpersonen(werk.connection)
    row = find_own(werk.connection, werk.caller, number)
    if row.versie == versie:
        if row.actief:
            raise KanNuNiet("Deze contactpersoon is niet uitgeschakeld.")
        check(werk.connection, opgave_of(row).changed({"vervanger_id": None}), row.organisatie_id, number)
    where = (contactpersoon.c.id == number,)
    change_version(werk.connection, contactpersoon, where, versie, actief=True, vervanger_id=None)
    kaarten = publish_cards(werk, [number])
    werk.leg_vast(Event.CONTACTPERSOON_INGESCHAKELD, {"contactpersoon": number})
    return Gewijzigd(as_shown(werk, number), kaarten)


def _on_no_card(werk: Werk, number: int) -> None:
    numbers = sorted(replaced_by(werk.connection, [number]))
    standing = (
        select(link.c.abonnement_id)
        .join(abonnement, abonnement.c.id == link.c.abonnement_id)
        .where(link.c.contactpersoon_id.in_(numbers), abonnement.c.status != "beeindigd")
        .limit(1)
    )
    if werk.connection.execute(standing).first():
        counts = count_abonnementen(werk.connection, numbers)
        many = sum(counts.values())
        raise KanNuNiet(f"Deze contactpersoon staat nog op abonnementen ({many}). Kies wie het overneemt.")


def _plan(inzien: Inzien | Werk, row: AnyRow, opvolger_id: int | None) -> _Overname:
    """Whoever had this one as a deputy gets the successor; not where the successor would replace itself."""
    connection = inzien.connection
    opvolger = None
    if opvolger_id is not None:
        found = select(contactpersoon).where(
            contactpersoon.c.id == opvolger_id,
            contactpersoon.c.organisatie_id == row.organisatie_id,
            contactpersoon.c.actief,
        )
        opvolger = connection.execute(found).one_or_none()
        if opvolger is None or opvolger_id == row.id:
            detail = "Kies een andere contactpersoon van de eigen organisatie die niet is uitgeschakeld."
            raise InvalidInput(detail, errors=(FieldError("#/opvolgerId", detail),))
    had = wide().where(contactpersoon.c.vervanger_id == row.id, contactpersoon.c.actief)
    changes: dict[int, tuple[AnyRow, int | None]] = {}
    standing = {each: deputy for each, deputy in deputies_of(connection, row.organisatie_id).items() if each != row.id}
    for other in connection.execute(had.order_by(contactpersoon.c.id)).all():
        fits = opvolger_id is not None and deputy_problem(standing, other.id, opvolger_id) is None
        changes[other.id] = (other, opvolger_id if fits else None)
        standing[other.id] = changes[other.id][1]
    return _Overname(row, opvolger, changes)


def _take_over(werk: Werk, number: int, opvolger_id: int) -> None:
    """Put the successor in the place of whoever leaves; on an abonnement with both, in the first of the two places."""
    connection = werk.connection
    of_leaver = select(link.c.abonnement_id).where(link.c.contactpersoon_id == number)
    both = connection.execute(
        select(link).where(link.c.contactpersoon_id == opvolger_id, link.c.abonnement_id.in_(of_leaver))
    ).all()
    for own in both:
        here = link.c.abonnement_id == own.abonnement_id
        leaver = connection.execute(select(link).where(here, link.c.contactpersoon_id == number)).first()
        if leaver is None:
            continue
        first, second = sorted((own.volgorde, leaver.volgorde))
        connection.execute(delete(link).where(here, link.c.volgorde == second))
        values = {"contactpersoon_id": opvolger_id, "eerste": own.eerste or leaver.eerste}
        connection.execute(update(link).where(here, link.c.volgorde == first).values(values))
    moved = update(link).where(link.c.contactpersoon_id == number).values(contactpersoon_id=opvolger_id)
    connection.execute(moved)
