"""What an organisation says of a contactpersoon, and what must hold between its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from app.errors import FieldError, InvalidInput
from app.register import rules
from app.register.contacten import Gegevens, uitzonderingen_of
from app.register.model import Uitzondering
from app.store.tables.register import contactpersoon

CHECK = "Kijk de gegevens na. Bij elk veld staat wat er niet klopt."


@dataclass(frozen=True)
class Opgave:
    """Each field is right by itself; `vervanger_id` is who to call when this one cannot be reached."""

    naam: str
    functie: str | None = None
    telefoon: str | None = None
    email: str | None = None
    bereikbaar: str | None = None
    op_feestdagen: bool = False
    uitzonderingen: tuple[Uitzondering, ...] = ()
    vervanger_id: int | None = None

    def changed(self, changes: Mapping[str, Any]) -> "Opgave":
        return replace(self, **changes)

    def row(self) -> dict[str, Any]:
        return {
            "naam": self.naam,
            "functie": self.functie,
            "telefoon": self.telefoon,
            "email": self.email,
            "bereikbaar": self.bereikbaar,
            "op_feestdagen": self.op_feestdagen,
            "uitzonderingen": [each.stored() for each in self.uitzonderingen],
            "vervanger_id": self.vervanger_id,
        }


def opgave_of(row: Any) -> Opgave:
    """What a row of the table says, or a `Gegevens`."""
    told = row.uitzonderingen
    return Opgave(
        naam=row.naam,
        functie=row.functie,
        telefoon=row.telefoon,
        email=row.email,
        bereikbaar=row.bereikbaar,
        op_feestdagen=row.op_feestdagen,
        uitzonderingen=told if isinstance(row, Gegevens) else uitzonderingen_of(told),
        vervanger_id=row.vervanger_id,
    )


def check(connection: Connection, opgave: Opgave, organisatie_id: int, number: int | None = None) -> None:
    """Raises `InvalidInput` with all that is wrong; `number` is the contactpersoon that is changed."""
    errors = tuple(_problems(connection, opgave, organisatie_id, number))
    if errors:
        raise InvalidInput(CHECK, errors=errors)


def _problems(connection: Connection, opgave: Opgave, organisatie_id: int, number: int | None) -> Iterator[FieldError]:
    reason = rules.check_exceptions([(each.van, each.tot) for each in opgave.uitzonderingen])
    if reason:
        yield FieldError("#/uitzonderingen", reason)
    same = select(contactpersoon.c.id).where(
        contactpersoon.c.organisatie_id == organisatie_id,
        contactpersoon.c.naam == opgave.naam,
        contactpersoon.c.telefoon.is_not_distinct_from(opgave.telefoon),
        contactpersoon.c.actief,
        contactpersoon.c.id != (number or 0),
    )
    if connection.execute(same.limit(1)).first():
        yield FieldError("#/naam", "Deze contactpersoon staat er al, met hetzelfde telefoonnummer.")
    if opgave.vervanger_id is not None:
        reason = deputy_problem(deputies_of(connection, organisatie_id), number, opgave.vervanger_id)
        if reason:
            yield FieldError("#/vervangerId", reason)


def deputies_of(connection: Connection, organisatie_id: int) -> dict[int, int | None]:
    """Everybody of the organisation who is not switched off, with whoever replaces them."""
    found = select(contactpersoon.c.id, contactpersoon.c.vervanger_id).where(
        contactpersoon.c.organisatie_id == organisatie_id, contactpersoon.c.actief
    )
    return dict(connection.execute(found).all())


def deputy_problem(deputies: Mapping[int, int | None], number: int | None, deputy: int) -> str | None:
    """Why `deputy` cannot replace `number` (None: somebody new); None when it can be."""
    if deputy == number:
        return "Iemand kan zichzelf niet vervangen."
    if deputy not in deputies:
        return "Kies een contactpersoon van de eigen organisatie die niet is uitgeschakeld."
    after, circle = _row(deputies, deputy, number)
    if circle:
        return "Deze vervanger wordt zelf door deze persoon vervangen. Kies iemand anders."
    if len(after) + (_longest_before(deputies, number) if number is not None else 0) > rules.MAX_VERVANGERS:
        return f"Er kunnen hoogstens {rules.MAX_VERVANGERS} vervangers na elkaar zijn."
    return None


def _row(deputies: Mapping[int, int | None], first: int, number: int | None) -> tuple[list[int], bool]:
    """Who comes one after the other from `first` on, and whether `number` is among them."""
    row: list[int] = []
    each: int | None = first
    while each is not None and each in deputies and each not in row:
        if each == number:
            return row, True
        row.append(each)
        each = deputies[each]
    return row, False


def _longest_before(deputies: Mapping[int, int | None], number: int, depth: int = 0) -> int:
    """How many stand at most in a row before `number`, who is the deputy of the last of them."""
    if depth > rules.MAX_VERVANGERS:
        return depth
    before = [other for other, deputy in deputies.items() if deputy == number]
    return max((1 + _longest_before(deputies, other, depth + 1) for other in before), default=0)
