"""Make the rows of a number of rules for everybody, while the service answers and others publish.

1. *Maken.* From the moment that the number stands there, whoever is published is put in the backlog, with the profile
   as it was. So what the rows are to be made of stands still, and can be read at leisure, without any lock. The rows
   are then written in the order of the index, in short transactions: persons in the order of their ids would touch
   every page of the index time and again, and take many times longer. A row that is there already stays as it is, so
   that whoever was stopped only has to start again, and two at once do no harm.
2. *Bijwerken.* Whoever is in the backlog gets the difference, some hundreds in a transaction, until there is nobody.
3. *Gereed.* Only now is the count of everybody written, without which no search answers by these rules.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, distinct, func, select

from app.errors import DomainError
from app.names.parts import EVERYBODY
from app.names.profile import decode
from app.register.afleiding import ONZE, Afleiding, Naamwijziging
from app.register.opruimen import leftovers, sweep
from app.register.regelstand import (
    Fase,
    Standen,
    add_stand,
    catch_up,
    count_behind,
    is_empty,
    read_standen,
    remove_stand,
    set_fase,
    standen_to_change,
)
from app.register.rijen import Rijen
from app.register.sleutels import count_parts, write_keys
from app.register.statements import add_values
from app.store.engines import Engines
from app.store.tables.street import zoekachterstand, zoekprofiel
from app.store.transaction import transaction

# So many persons are read at a time.
_READ = 2000
# So many persons are brought up to date in one transaction: a tenth of a second.
_CHUNK = 500


class Stap(StrEnum):
    """What is being counted: persons, rows, and persons again."""

    LEZEN = "Namen lezen"
    SCHRIJVEN = "Zoeksleutels schrijven"
    BIJWERKEN = "Bijwerken"


# Hears which step it is, how many are done, and of how many.
Progress = Callable[[Stap, int, int], None]


class TakenAway(DomainError):
    """Another version removed the rows of this number while they were being made."""


def _silent(_stap: Stap, _done: int, _total: int) -> None: ...


class Herbouw:
    def __init__(self, engines: Engines, on_progress: Progress = _silent, *, afleiding: Afleiding = ONZE) -> None:
        self._engines = engines
        self._on_progress = on_progress
        self._afleiding = afleiding
        self._regels = afleiding.regels

    def is_complete(self) -> bool:
        """Whether a search finds everybody; whoever is in the backlog is found by what was known before."""
        with self._engines.read.connect() as connection:
            fase = read_standen(connection).get(self._regels)
            return fase is Fase.GEREED or (fase is None and is_empty(connection))

    def behind_elsewhere(self) -> int:
        """How many persons are not in step for other rules that stand there."""
        with self._engines.read.connect() as connection:
            return count_behind(connection, zoekachterstand.c.regels != self._regels)

    def run(self) -> None:
        """Do what is still to be done; can be stopped at any moment."""
        while not self._has_begun():
            for _ in sweep(self._engines.write):
                pass
        if self._fase() is Fase.MAKEN:
            self._make()
        self._bring_up_to_date()

    def run_anew(self) -> None:
        """Throw the rows of this number away first; until it is ready again, no search answers."""
        with transaction(self._engines.write) as connection:
            standen_to_change(connection)
            remove_stand(connection, self._regels)
        self.run()

    def _has_begun(self) -> bool:
        """Let the number stand there, unless rows of an earlier time must be swept away first."""
        with self._engines.read.connect() as connection:
            if self._regels in read_standen(connection):
                return True
        with transaction(self._engines.write) as connection:
            standen = standen_to_change(connection)
            if self._regels in standen:
                return True
            if any(True for _ in leftovers(connection, standen)):
                return False
            add_stand(connection, standen, self._regels, Fase.GEREED if is_empty(connection) else Fase.MAKEN)
            return True

    def _fase(self) -> Fase:
        with self._engines.read.connect() as connection:
            return self._of(read_standen(connection))

    def _of(self, standen: Standen) -> Fase:
        if self._regels not in standen:
            raise TakenAway("Een andere versie haalt deze zoeksleutels weg. Begin opnieuw als dat klaar is.")
        return standen[self._regels]

    def _make(self) -> None:
        rijen = self._read()
        done, total = 0, rijen.count()
        for stuk in rijen.in_order():
            with transaction(self._engines.write) as connection:
                # Another may have been quicker, and what it writes by now does not go with what was read here.
                if self._of(standen_to_change(connection)) is not Fase.MAKEN:
                    return
                add_values(connection, *stuk, pass_over=True)
            done += len(stuk.values)
            self._on_progress(Stap.SCHRIJVEN, done, total)
        with transaction(self._engines.write) as connection:
            if self._of(standen_to_change(connection)) is Fase.MAKEN:
                set_fase(connection, self._regels, Fase.BIJWERKEN)

    def _read(self) -> Rijen:
        """Everybody in the order of their ids, as they were when the number came to stand there.

        Each chunk is read at a later moment, but what it says of a person is the same at any moment.
        """
        rijen, done, last = Rijen(self._afleiding), 0, 0
        with self._engines.read.connect() as connection:
            total = connection.execute(_COUNT).scalar_one()
        more = True
        while more:
            with self._engines.read.connect() as connection:
                now = _profiles(connection, zoekprofiel, zoekprofiel.c.persoon_id > last, limit=_READ)
                behind = zoekachterstand.c.regels == self._regels, zoekachterstand.c.persoon_id > last
                more, last = bool(now), max(now, default=last)
                before = _profiles(
                    connection, zoekachterstand, *behind, *([zoekachterstand.c.persoon_id <= last] * more)
                )
            rijen.add((persoon_id, decode(profiel)) for persoon_id, profiel in (now | before).items() if profiel)
            if now:
                done += len(now)
                self._on_progress(Stap.LEZEN, done, max(done, total))
        return rijen

    def _bring_up_to_date(self) -> None:
        with self._engines.read.connect() as connection:
            fase = self._of(read_standen(connection))
            total = count_behind(connection, zoekachterstand.c.regels == self._regels)
        if fase is Fase.GEREED and not total:
            return  # without a lock, for which somebody who publishes at length would have to be waited for
        done = 0
        while number := self._bring_some_up_to_date():
            done += number
            self._on_progress(Stap.BIJWERKEN, done, max(done, total))

    def _bring_some_up_to_date(self) -> int:
        with transaction(self._engines.write) as connection:
            fase = self._of(standen_to_change(connection))
            changed = self._backlog(connection)
            parts = write_keys(connection, catch_up(connection, self._regels, changed), self._afleiding)
            if fase is not Fase.GEREED:
                parts.pop(EVERYBODY, None)
            if fase is not Fase.GEREED and not changed:
                set_fase(connection, self._regels, Fase.GEREED)
                parts[EVERYBODY] = connection.execute(_COUNT).scalar_one()
            count_parts(connection, parts, self._afleiding)
            return len(changed)

    def _backlog(self, connection: Connection) -> Sequence[Naamwijziging]:
        """Some of the backlog, as if there were no rows of them."""
        ids = list(_profiles(connection, zoekachterstand, zoekachterstand.c.regels == self._regels, limit=_CHUNK))
        now = _profiles(connection, zoekprofiel, zoekprofiel.c.persoon_id.in_(ids)) if ids else {}
        profiles = {persoon_id: decode(profiel) for persoon_id, profiel in now.items()}
        return [Naamwijziging(persoon_id, None, profiles.get(persoon_id)) for persoon_id in ids]


_COUNT = select(func.count(distinct(zoekprofiel.c.persoon_id)))


def _profiles(
    connection: Connection, table: Table, *conditions: ColumnElement[bool], limit: int | None = None
) -> dict[int, Any]:
    """By person, in the order of their ids; somebody may have several windows, but the profile is the same in each."""
    rows = select(table.c.persoon_id, table.c.profiel).where(*conditions).order_by(table.c.persoon_id).limit(limit)
    return dict(connection.execute(rows).all())
