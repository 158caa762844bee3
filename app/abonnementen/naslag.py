"""The reference tables as the desk needs them: what can be chosen, and which terms a regime proposes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, insert, select

from app.abonnementen.rules import Termijn, problems_of_termijn
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, NotFound
from app.store.tables.abonnementen import regimetermijn
from app.store.tables.register import aanpak, actie, organisatie, regime
from app.werk.bureau import Inzien, Werk

AnyRow = Row[Any]


@dataclass(frozen=True)
class Keuzes:
    """What can be chosen; regimes with their present term, whose columns are None where nobody set one."""

    aanpakken: Sequence[AnyRow]
    regimes: Sequence[AnyRow]
    acties: Sequence[AnyRow]
    organisaties: Sequence[AnyRow]
    eigen_organisatie: AnyRow | None


_LATEST = (
    select(regimetermijn.c.regime, func.max(regimetermijn.c.versie).label("versie"))
    .group_by(regimetermijn.c.regime)
    .subquery()
)
_REGIMES = (
    select(
        regime,
        regimetermijn.c.versie,
        regimetermijn.c.toetsen_na_maanden,
        regimetermijn.c.einde_na_maanden,
        regimetermijn.c.vastgelegd_op,
    )
    .select_from(
        regime.outerjoin(_LATEST, _LATEST.c.regime == regime.c.code).outerjoin(
            regimetermijn,
            and_(regimetermijn.c.regime == regime.c.code, regimetermijn.c.versie == _LATEST.c.versie),
        )
    )
    .order_by(regime.c.naam)
)
_ORGANISATIES: Select[Any] = select(organisatie.c.id, organisatie.c.naam, organisatie.c.soort).order_by(
    organisatie.c.naam
)


def read_keuzes(inzien: Inzien) -> Keuzes:
    connection = inzien.connection
    organisaties = connection.execute(_ORGANISATIES).all()
    return Keuzes(
        aanpakken=connection.execute(select(aanpak).order_by(aanpak.c.naam)).all(),
        regimes=connection.execute(_REGIMES).all(),
        acties=connection.execute(select(actie).order_by(actie.c.tekst)).all(),
        organisaties=organisaties,
        eigen_organisatie=next((row for row in organisaties if row.id == inzien.caller.organisatie_id), None),
    )


def read_termijn(connection: Connection, code: str) -> Termijn | None:
    """The present term of a regime; None where there is no such regime, or nobody set a term."""
    row = connection.execute(_REGIMES.where(regime.c.code == code)).one_or_none()
    if row is None or row.versie is None:
        return None
    return Termijn(row.toetsen_na_maanden, row.einde_na_maanden)


def set_termijn(werk: Werk, code: str, termijn: Termijn) -> AnyRow:
    """Add the next version of the term of a regime; abonnementen that were opened keep their dates.

    Raises `NotFound` for a regime that there is not, and `InvalidInput`.
    """
    connection = werk.connection
    # Two at once take turns, so that each gets a number of its own.
    found = connection.execute(select(regime.c.code).where(regime.c.code == code).with_for_update()).one_or_none()
    if found is None:
        raise NotFound("Dit regime is er niet.")
    errors = tuple(FieldError(f"#/{name}", reason) for name, reason in problems_of_termijn(termijn))
    if errors:
        raise InvalidInput("Kijk de termijnen na.", errors=errors)
    last = select(func.coalesce(func.max(regimetermijn.c.versie), 0)).where(regimetermijn.c.regime == code)
    row = {
        "regime": code,
        "versie": connection.execute(last).scalar_one() + 1,
        "toetsen_na_maanden": termijn.toetsen_na_maanden,
        "einde_na_maanden": termijn.einde_na_maanden,
        "vastgelegd_op": werk.moment,
        "vastgelegd_door": werk.caller.account_id,
    }
    connection.execute(insert(regimetermijn).values(row))
    werk.leg_vast(
        Event.TERMIJN_VASTGELEGD,
        {
            "regime": code,
            "versie": row["versie"],
            "toetsenNaMaanden": termijn.toetsen_na_maanden,
            "eindeNaMaanden": termijn.einde_na_maanden,
        },
    )
    return connection.execute(_REGIMES.where(regime.c.code == code)).one()
