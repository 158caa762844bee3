"""What people changed at the desk counts for more than a file: an import keeps its hands off it, and says so.

At the desk every change of a person or an abonnement counts its version up, and an abonnement that was opened or
published there is of the `bureau`. So those two columns say what a file may still change.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from app.register.bureaudelen import read_bureaudelen
from app.register.consistency import Problem, clash
from app.register.model import Abonnement, Bureaudeel, Dossier
from app.register.read import read_dossiers
from app.store.among import among
from app.store.tables.register import abonnement, persoon

GEWIJZIGD = (
    "Dit is aan het bureau gewijzigd nadat het was ingelezen, en dat gaat voor. "
    "Met --bureau-wint wordt de rest van de regel wel ingelezen."
)
BEEINDIGD = "beeindigd"


@dataclass(frozen=True)
class Standing:
    """A person as the register has it, and what of it the desk changed."""

    dossier: Dossier
    persoon: bool
    abonnementen: frozenset[int]
    delen: dict[int, Bureaudeel]


_PERSONEN = select(persoon.c.id).where(among(persoon.c.id, "ids"), persoon.c.versie > 1)
_ABONNEMENTEN = select(abonnement.c.id).where(
    among(abonnement.c.persoon_id, "ids"), (abonnement.c.herkomst == "bureau") | (abonnement.c.versie > 1)
)
_OF_THESE = select(abonnement.c.id).where(among(abonnement.c.persoon_id, "ids")).order_by(abonnement.c.id)


def lock_abonnementen(connection: Connection, persoon_ids: Sequence[int]) -> None:
    """Wait for acts at the desk on these persons, in the order in which those lock: abonnementen before all else.

    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(_OF_THESE.with_for_update(), {"ids": list(persoon_ids)})


def read_standing(connection: Connection, persoon_ids: Sequence[int], *, with_desk: bool) -> dict[int, Standing]:
    """Each of these persons by id; `with_desk` reads the desk's part of their abonnementen too."""
    if not persoon_ids:
        return {}
    ids = {"ids": list(persoon_ids)}
    dossiers = read_dossiers(connection, persoon_ids)
    persons = set(connection.scalars(_PERSONEN, ids))
    changed = frozenset(connection.scalars(_ABONNEMENTEN, ids))
    delen = read_bureaudelen(connection, connection.scalars(_OF_THESE, ids).all()) if with_desk else {}
    return {number: Standing(dossier, number in persons, changed, delen) for number, dossier in dossiers.items()}


def keep(standing: Standing, after: Dossier) -> tuple[Dossier, Problem | None]:
    """What a file may make of this person, and the first thing that it says otherwise than the desk does."""
    before = standing.dossier
    problems: list[Problem] = []
    if standing.persoon and before.persoon != after.persoon:
        problems.append(Problem("persoon", GEWIJZIGD))
    found, left = pairs(before.abonnementen, after.abonnementen)
    kept = [each for each in left if each.id in standing.abonnementen]
    theirs = [former for former, _ in found if former is not None and former.id in standing.abonnementen] + kept
    whole = []
    for number, (former, each) in enumerate(found):
        here = _keep(standing, former, each, theirs)
        if here is not each and not (former and _same(former, each) and not _other_desk(standing, former, each)):
            problems.append(Problem(f"abonnementen[{number}]", GEWIJZIGD))
        if here is not None:
            whole.append(here)
    persoon_now = before.persoon if standing.persoon else after.persoon
    return Dossier(persoon_now, (*whole, *kept)), problems[0] if problems else None


def _keep(
    standing: Standing, former: Abonnement | None, each: Abonnement, theirs: Sequence[Abonnement]
) -> Abonnement | None:
    """What stands there where the desk changed it; None for a new one beside which the desk's could not stand."""
    if former is None:
        return None if any(clash(one, each) for one in theirs) else each
    if former.id in standing.abonnementen or _other_desk(standing, former, each):
        return former
    return each


def _other_desk(standing: Standing, former: Abonnement, each: Abonnement) -> bool:
    """Whether a file says otherwise of what only the desk says."""
    return each.bureau is not None and former.id is not None and each.bureau != standing.delen.get(former.id)


def _same(former: Abonnement, each: Abonnement) -> bool:
    """Whether two say the same; the details of a contactpersoon live elsewhere."""
    people = [[person.identity for person in one.contactpersonen] for one in (former, each)]
    plain = [replace(one, contactpersonen=()) for one in (former, each)]
    return people[0] == people[1] and plain[0] == plain[1]


Rule = Callable[[Abonnement, Abonnement], bool]
# Of several with one identity, first those that say the same are one, then those that are both ended or both not.
_RULES: tuple[Rule, ...] = (
    _same,
    lambda one, other: (one.status == BEEINDIGD) == (other.status == BEEINDIGD),
    lambda _one, _other: True,
)


def pairs(
    before: Sequence[Abonnement], after: Sequence[Abonnement]
) -> tuple[list[tuple[Abonnement | None, Abonnement]], list[Abonnement]]:
    """Each abonnement of a file with the one of the register that it is, and those that the file does not name."""
    left = list(before)
    found: dict[int, Abonnement] = {}
    for rule in _RULES:
        for number, each in enumerate(after):
            if number not in found:
                place = next(
                    (
                        place
                        for place, former in enumerate(left)
                        if former.identity == each.identity and rule(former, each)
                    ),
                    None,
                )
                if place is not None:
                    found[number] = left.pop(place)
    return [(found.get(number), each) for number, each in enumerate(after)], left
