"""The merges there were, to look at before one is undone."""

from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from app.store.tables.abonnementen import samenvoeging
from app.store.tables.access import account
from app.store.tables.register import persoon
from app.werk.bereik import not_found
from app.werk.bladzijde import Bladzijde, Deel, neem
from app.werk.bureau import Inzien

_van, _naar = persoon.alias("van"), persoon.alias("naar")
_door, _ongedaan_door = account.alias("door"), account.alias("ongedaan_door")
_NAMES = ("voornamen", "roepnaam", "voorvoegsel", "geslachtsnaam", "geboortedatum", "geboorteplaats")

_ALL: Select[Any] = select(
    samenvoeging,
    _door.c.gebruikersnaam.label("door_naam"),
    _ongedaan_door.c.gebruikersnaam.label("ongedaan_door_naam"),
    *(each.c[name].label(f"{which}_{name}") for which, each in (("van", _van), ("naar", _naar)) for name in _NAMES),
).select_from(
    samenvoeging.join(_van, _van.c.id == samenvoeging.c.van_id)
    .join(_naar, _naar.c.id == samenvoeging.c.naar_id)
    .join(_door, _door.c.id == samenvoeging.c.gedaan_door)
    .outerjoin(_ongedaan_door, _ongedaan_door.c.id == samenvoeging.c.ongedaan_door)
)


def read_samenvoeging(connection: Connection, samenvoeging_id: int) -> Row[Any]:
    """A merge, with the names of both persons as they are now; raises `NotFound`."""
    row = connection.execute(_ALL.where(samenvoeging.c.id == samenvoeging_id)).one_or_none()
    if row is None:
        raise not_found()
    return row


def list_samenvoegingen(inzien: Inzien, persoon_id: int | None, bladzijde: Bladzijde) -> Deel:
    """A page of merges, the newest first; of one person when that is asked."""
    found = _ALL
    if persoon_id is not None:
        found = found.where(or_(samenvoeging.c.van_id == persoon_id, samenvoeging.c.naar_id == persoon_id))
    return neem(inzien.connection, found, (samenvoeging.c.id,), bladzijde, af=True)
