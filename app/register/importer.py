"""Take a register file in: checked line by line, written and published batch by batch.

A batch is one transaction, so that an interruption leaves whole persons with their cards or nothing of them, and the
same command again carries on: a line that says what it said before is recognised by its digest and costs next to
nothing. Checking happens outside the transaction, so that other writers wait for the writing only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select

from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, stamp, today
from app.register.afleiding import ONZE, Afleiding
from app.register.bureauwerk import keep, lock_abonnementen, read_standing
from app.register.fileformat import FileFormat, Refused
from app.register.lines import Line, Numbered, batches, parse
from app.register.model import Dossier
from app.register.publish import publish
from app.register.read import read_naslag
from app.register.save import Incoming, lock_register, save_dossiers
from app.register.seen import SeenLines
from app.store.among import among
from app.store.tables.register import persoon
from app.store.transaction import transaction

BATCH = 500
MERGED = "Deze persoon is aan het bureau samengevoegd met een ander. Laat de regel weg, of maak dat eerst ongedaan."


@dataclass(frozen=True)
class Rejected:
    """A line that was not taken in. Holds no value of that line."""

    regel: int
    veld: str
    reden: str


@dataclass(frozen=True)
class ImportResult:
    """How many persons; `volledig` is False after Ctrl-C."""

    nieuw: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0
    geweigerd: int = 0
    volledig: bool = True

    @property
    def in_register(self) -> int:
        return self.nieuw + self.gewijzigd + self.ongewijzigd


@dataclass(frozen=True)
class Listener:
    """Who wants to hear how it goes: each refusal at once, and the number of lines after each batch."""

    on_rejected: Callable[[Rejected], None] = lambda _rejected: None
    on_progress: Callable[[int], None] = lambda _lines: None


@dataclass(frozen=True)
class _Ready:
    """A checked line; `dossier` is None when it says what it said before."""

    line: Line
    dossier: Dossier | None


class Bekend(NamedTuple):
    """Who is in the register already, with the digest of what was last taken in."""

    persoon_id: int
    digest: str | None
    samengevoegd: bool


class _NothingGoesIn(Exception):
    """Ends the one transaction of `alles_of_niets` at the first refusal."""


class Importer:
    def __init__(
        self, engine: Engine, trail: Trail, clock: Clock, *, batch: int = BATCH, afleiding: Afleiding = ONZE
    ) -> None:
        self._engine = engine
        self._trail = trail
        self._clock = clock
        self._batch = batch
        self._afleiding = afleiding

    def run(
        self,
        lines: Iterable[bytes],
        listener: Listener | None = None,
        *,
        alles_of_niets: bool = False,
        bureau_wint: bool = False,
    ) -> ImportResult:
        """Take in `lines`; with `alles_of_niets` either every line goes in, in one transaction, or none does.

        A line that says otherwise than what people changed at the desk is refused; with `bureau_wint` the rest of it
        is taken in.
        """
        numbered = batches(iter(enumerate(lines, start=1)), self._batch)
        with transaction(self._engine) as connection:
            form = FileFormat(read_naslag(connection), today(self._clock))
        with closing(SeenLines()) as seen:
            reader = _Reader(form, seen, listener or Listener(), bureau_wint)
            if alles_of_niets:
                return self._in_one(numbered, reader)
            return self._in_batches(numbered, reader)

    def _in_batches(self, numbered: Iterator[list[Numbered]], reader: "_Reader") -> ImportResult:
        result = ImportResult()
        try:
            for batch in numbered:
                parsed = reader.parse(batch)
                with transaction(self._engine) as connection:
                    known = _known(connection, parsed)
                ready = reader.check(parsed, known)
                if any(each.dossier for each in ready):
                    with transaction(self._engine) as connection:
                        written = self._write(connection, ready, reader)
                else:
                    written = ImportResult(ongewijzigd=len(ready))
                result = _sum(result, written)
                reader.listener.on_progress(len(batch))
        except KeyboardInterrupt:
            result = replace(result, volledig=False)
        result = replace(result, geweigerd=reader.refused)
        self._trail.record(Event.REGISTER_INGELEZEN, _counts(result))
        return result

    def _in_one(self, numbered: Iterator[list[Numbered]], reader: "_Reader") -> ImportResult:
        result = ImportResult()
        try:
            with transaction(self._engine) as connection:
                for batch in numbered:
                    parsed = reader.parse(batch)
                    ready = reader.check(parsed, _known(connection, parsed))
                    if reader.refused:
                        raise _NothingGoesIn  # noqa: TRY301 - leaving the block is what undoes the writing.
                    result = _sum(result, self._write(connection, ready, reader))
                    if reader.refused:
                        raise _NothingGoesIn  # noqa: TRY301 - as above.
                    reader.listener.on_progress(len(batch))
                self._trail.record_in(connection, Event.REGISTER_INGELEZEN, [_counts(result)])
        except KeyboardInterrupt:
            return ImportResult(volledig=False)
        except _NothingGoesIn:
            return self._only_check(numbered, reader)
        return result

    def _only_check(self, numbered: Iterator[list[Numbered]], reader: "_Reader") -> ImportResult:
        """The rest of a file of which nothing goes in: whoever mends it wants to know everything at once."""
        for batch in numbered:
            reader.check(reader.parse(batch), {})
            reader.listener.on_progress(len(batch))
        result = ImportResult(geweigerd=reader.refused)
        self._trail.record(Event.REGISTER_INGELEZEN, _counts(result))
        return result

    def _write(self, connection: Connection, ready: Sequence[_Ready], reader: "_Reader") -> ImportResult:
        lines = [each.line for each in ready]
        lock_abonnementen(connection, [person.persoon_id for person in _known(connection, lines).values()])
        lock_register(connection)
        # Asked again under the lock: somebody else may have written, or merged, since the lines were checked.
        known = _known(connection, lines)
        ready = reader.without_merged(ready, known)
        before = reader.refused
        incoming = list(reader.incoming(connection, ready, known))
        saved = save_dossiers(connection, incoming, stamp(self._clock()))
        publish(connection, saved.persoon_ids, trail=self._trail, clock=self._clock, afleiding=self._afleiding)
        new, changed = len(saved.new), len(saved.changed)
        refused = reader.refused - before
        return ImportResult(nieuw=new, gewijzigd=changed, ongewijzigd=len(ready) - new - changed - refused)


@dataclass
class _Reader:
    """Turns raw lines into checked ones, and reports those that it refuses."""

    form: FileFormat
    seen: SeenLines
    listener: Listener
    bureau_wint: bool
    refused: int = field(default=0, init=False)
    _pending: list[Rejected] = field(default_factory=list, init=False)

    def parse(self, batch: Sequence[Numbered]) -> list[Line]:
        lines = []
        for number, data in batch:
            try:
                line = parse(number, data)
            except Refused as error:
                self._refuse(number, error)
            else:
                if line is not None:
                    lines.append(line)
        return lines

    def check(self, lines: Sequence[Line], known: dict[str, Bekend]) -> list[_Ready]:
        first = self.seen.first_lines([line.extern_id for line in lines if line.extern_id])
        ready = []
        for line in lines:
            try:
                ready.append(self._check(line, known, first))
            except Refused as error:
                self._refuse(line.number, error)
            else:
                first[line.extern_id or ""] = line.number
        self._report()
        self.seen.remember([(each.line.extern_id or "", each.line.number) for each in ready])
        return ready

    def without_merged(self, ready: Sequence[_Ready], known: dict[str, Bekend]) -> Sequence[_Ready]:
        """Those of `ready` who were not merged with somebody else meanwhile; the others are refused."""
        left = []
        for each in ready:
            person = known.get(each.line.extern_id or "")
            if person is not None and person.samengevoegd:
                self._refuse(each.line.number, Refused("externId", MERGED))
            else:
                left.append(each)
        self._report()
        return left

    def incoming(self, connection: Connection, ready: Sequence[_Ready], known: dict[str, Bekend]) -> Iterator[Incoming]:
        """What is to be written; a line that says otherwise than the desk does is refused."""
        changed = [
            (each, each.dossier, person)
            for each in ready
            for person in [known.get(each.line.extern_id or "")]
            if each.dossier is not None and (person is None or person.digest != each.line.digest)
        ]
        standing = read_standing(
            connection,
            sorted(person.persoon_id for _, _, person in changed if person),
            with_desk=any(one.bureau for _, dossier, _ in changed for one in dossier.abonnementen),
        )
        for each, dossier, person in changed:
            if person is None:
                yield Incoming(dossier, each.line.digest)
                continue
            kept, problem = keep(standing[person.persoon_id], dossier)
            if problem is not None and not self.bureau_wint:
                self._refuse(each.line.number, Refused(problem.veld, problem.reden))
            else:
                before = standing[person.persoon_id].dossier
                yield Incoming(kept, each.line.digest, person.persoon_id, before)
        self._report()

    def _check(self, line: Line, known: dict[str, Bekend], first: dict[str, int]) -> _Ready:
        if line.extern_id in first:
            raise Refused("externId", f"Deze externId staat al op regel {first[line.extern_id]} van dit bestand.")
        person = known.get(line.extern_id or "")
        if person is not None and person.samengevoegd:
            raise Refused("externId", MERGED)
        if person is not None and person.digest == line.digest:
            return _Ready(line, None)
        return _Ready(line, self.form.read(line.value))

    def _refuse(self, number: int, error: Refused) -> None:
        self.refused += 1
        self._pending.append(Rejected(number, error.veld, error.reden))

    def _report(self) -> None:
        """A batch is looked at twice, as JSON and as a dossier; who reads along wants the order of the file."""
        for rejected in sorted(self._pending, key=lambda each: each.regel):
            self.listener.on_rejected(rejected)
        self._pending.clear()


_KNOWN = select(
    persoon.c.extern_id, persoon.c.id, persoon.c.bron_digest, persoon.c.samengevoegd_met.is_not(None)
).where(among(persoon.c.extern_id, "ids"))


def _known(connection: Connection, lines: Sequence[Line]) -> dict[str, Bekend]:
    """By externId."""
    ids = [line.extern_id for line in lines if line.extern_id]
    return {extern_id: Bekend(*others) for extern_id, *others in connection.execute(_KNOWN, {"ids": ids})}


def _sum(one: ImportResult, other: ImportResult) -> ImportResult:
    return ImportResult(
        nieuw=one.nieuw + other.nieuw,
        gewijzigd=one.gewijzigd + other.gewijzigd,
        ongewijzigd=one.ongewijzigd + other.ongewijzigd,
    )


def _counts(result: ImportResult) -> dict[str, int]:
    return {
        "nieuw": result.nieuw,
        "gewijzigd": result.gewijzigd,
        "ongewijzigd": result.ongewijzigd,
        "geweigerd": result.geweigerd,
    }
