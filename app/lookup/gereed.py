"""Whether everybody can be found by the rules of this version; if not, "niet bekend" might be a dangerous lie.

It costs a question nothing: the count of everybody, which each question reads anyway, stands there only when the rows
of these rules are complete (`app.register.herbouw`). Where it is absent there is nobody at all, or it is too early.
"""

from sqlalchemy import Connection, func, select

from app.errors import Unavailable
from app.names.parts import EVERYBODY
from app.names.regels import REGELS
from app.store.tables.street import naamdeel, zoekachterstand, zoekprofiel

_EVERYBODY = select(naamdeel.c.aantal).where(naamdeel.c.regels == REGELS, naamdeel.c.deel == EVERYBODY)
_BEHIND = select(func.count()).select_from(zoekachterstand).where(zoekachterstand.c.regels == REGELS)
_ANYBODY = select(zoekprofiel.c.persoon_id).limit(1)


class NotYetSearchable(Unavailable):
    """There are persons, but not all of them have search keys by the rules of this version."""

    code = "zoeken-niet-gereed"
    title = "Zoeken kan nu niet"


def is_searchable(connection: Connection) -> bool:
    return connection.execute(_EVERYBODY).first() is not None or connection.execute(_ANYBODY).first() is None


def count_behind(connection: Connection) -> int:
    """How many persons are still found by what was known before a version with other rules published them."""
    return connection.execute(_BEHIND).scalar_one()


def check_searchable(connection: Connection) -> None:
    """Raises `NotYetSearchable`; for a question that did not find how many persons there are."""
    if not is_searchable(connection):
        raise NotYetSearchable("Veldwijzer wordt bijgewerkt. Dit is geen antwoord op je vraag: probeer het zo opnieuw.")
