"""One telephone number on thousands of cards: `python -m loadtests.bench_contactpersoon --persons 100000 --cards 2000`.

How long the whole act takes, from looking ahead to the commit, and how long officers wait who search meanwhile, beyond
what they wait anyway. They are threads of the same process that search and record, as the service does, and are worst
placed: they share Python's lock with the act as well as the database. The baseline is the least that anybody
could do: the same cards, updated one by one in one transaction, without making, recording or archiving anything.
Goals: under two seconds, and nobody waits 50 ms longer. Machines differ and are shared: read the ratio.

It needs a register: `--database` names a database that has one (it is changed), else one of `--persons` is made.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from app.access.rules import Rol
from app.access.sessions import Caller
from app.config import load
from app.contactpersonen.wijzigen import change_ahead, change_contactpersoon
from app.core import Core, build
from app.lookup.consult import Doelbinding
from app.lookup.question import Zoekvraag, read_zoekvraag
from app.register.importer import Importer
from app.register.publish import publish
from app.store.migrate import migrate
from app.store.tables.register import abonnement, abonnement_contactpersoon, contactpersoon, organisatie, persoon
from app.store.tables.street import straatkaart
from app.store.transaction import transaction
from app.werk.bureau import Uitkomst, Werk
from loadtests.register import generate

READERS = 4
THINKING_SECONDS = 0.02
USUAL_SECONDS = 4.0
ROUNDS = 5
NUMBERS = ("+3197010000001", "+3197010000002")
GOAL_SECONDS, GOAL_WAIT = 2.0, 0.05


@dataclass
class Officers:
    """Threads that search and record; `asked` holds when each question began and how long its answer took."""

    core: Core
    names: list[str]
    asked: list[tuple[float, float]] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        threads = [threading.Thread(target=self._search, args=(number,)) for number in range(READERS)]
        for thread in threads:
            thread.start()
        yield
        self._stop.set()
        for thread in threads:
            thread.join()

    def _search(self, number: int) -> None:
        random, why = Random(number), Doelbinding("melding")
        caller = Caller(1, f"bench-{number}", "bench", Rol.AGENT, None)
        while not self._stop.wait(random.uniform(0, 2 * THINKING_SECONDS)):
            begun = time.perf_counter()
            vraag = ask(random.choice(self.names), self.core)
            self.core.raadplegingen.vraag(caller, vraag, why)
            self.asked.append((begun, time.perf_counter() - begun))

    def between(self, begin: float, end: float) -> list[float]:
        """How long those waited whose question or answer fell between these moments."""
        return [took for begun, took in list(self.asked) if begun < end and begun + took > begin]


def ask(naam: str, core: Core) -> Zoekvraag:
    return read_zoekvraag(naam=naam, geboortedatum=None, geboortejaar_ongeveer=None, vandaag=core.clock().date())


def make_register(core: Core, persons: int, seed: int) -> None:
    print(f"making a register of {persons} persons ...", file=sys.stderr)
    migrate(core.engines.write)
    lines = (line.encode() for line in generate(persons, seed))
    Importer(core.engines.write, core.trail, core.clock).run(lines)


def stand_on(core: Core, cards: int) -> tuple[int, int]:
    """Somebody new on so many cards; the ids of the organisation and of the contactpersoon."""
    with transaction(core.engines.write) as connection:
        naam = f"Benchmark {time.time_ns()}"
        row = insert(organisatie).values(naam=naam, soort="partner").returning(organisatie.c.id)
        organisatie_id = connection.execute(row).scalar_one()
        person = {"organisatie_id": organisatie_id, "naam": "B. Nieuw", "telefoon": NUMBERS[0], "bereikbaar": "altijd"}
        number = connection.execute(insert(contactpersoon).values(person).returning(contactpersoon.c.id)).scalar_one()
        one_each = (
            select(func.min(abonnement.c.id), abonnement.c.persoon_id)
            .join(straatkaart, straatkaart.c.persoon_id == abonnement.c.persoon_id)
            .where(abonnement.c.status == "actief", abonnement.c.einde >= core.clock().date().isoformat())
            .group_by(abonnement.c.persoon_id)
            .order_by(func.min(abonnement.c.id))
            .limit(cards)
        )
        chosen = connection.execute(one_each).all()
        links = [
            {"abonnement_id": each, "volgorde": 9, "contactpersoon_id": number, "eerste": False} for each, _ in chosen
        ]
        links_of = abonnement_contactpersoon.c.abonnement_id
        connection.execute(
            abonnement_contactpersoon.delete().where(
                links_of.in_([link["abonnement_id"] for link in links]), abonnement_contactpersoon.c.volgorde == 9
            )
        )
        connection.execute(insert(abonnement_contactpersoon), links)
        publish(connection, [person for _, person in chosen], trail=core.trail, clock=core.clock)
    return organisatie_id, number


def plain_updates(core: Core, number: int) -> float:
    """Seconds for writing the bytes of the same cards over themselves in one transaction."""
    link = abonnement_contactpersoon
    found = (
        select(straatkaart.c.persoon_id, straatkaart.c.geldig_van, straatkaart.c.kaart)
        .join(abonnement, abonnement.c.persoon_id == straatkaart.c.persoon_id)
        .join(link, link.c.abonnement_id == abonnement.c.id)
        .where(link.c.contactpersoon_id == number)
    )
    with core.engines.read.connect() as connection:
        rows = [{"who": who, "since": since, "card": card} for who, since, card in connection.execute(found)]
    write = update(straatkaart).where(
        straatkaart.c.persoon_id == bindparam("who"), straatkaart.c.geldig_van == bindparam("since")
    )
    begun = time.perf_counter()
    with transaction(core.engines.write) as connection:
        connection.execute(write.values(kaart=bindparam("card")), rows)
    return time.perf_counter() - begun


def change_number(core: Core, caller: Caller, number: int, telefoon: str) -> tuple[int, float, float]:
    """How many cards changed, the seconds of the whole act, and of its transaction."""
    with core.engines.read.connect() as connection:
        versie = connection.scalar(select(contactpersoon.c.versie).where(contactpersoon.c.id == number)) or 0
    changes = {"telefoon": telefoon}
    cards: list[int] = []

    def act(werk: Werk) -> Uitkomst:
        cards.append(change_contactpersoon(werk, number, versie, changes, ahead).kaarten)
        return Uitkomst()

    begun = time.perf_counter()
    ahead = core.bureau.vooruit(caller, lambda inzien: change_ahead(inzien, number, versie, changes))
    within = time.perf_counter()
    core.bureau.doe(caller, act)
    end = time.perf_counter()
    return cards[0], end - begun, end - within


def names_of(core: Core) -> list[str]:
    with core.engines.read.connect() as connection:
        found = select(persoon.c.voornamen, persoon.c.geslachtsnaam).where(persoon.c.geslachtsnaam != "-").limit(2000)
        return [f"{voornamen or ''} {naam}".strip() for voornamen, naam in connection.execute(found)]


def measure(core: Core, cards: int) -> dict[str, Any]:
    organisatie_id, number = stand_on(core, cards)
    caller = Caller(1, "bench", "bench", Rol.PARTNER, organisatie_id)
    with transaction(core.engines.write) as connection:
        # A database that runs does so by itself; one that was filled a minute ago has not come to it yet.
        connection.exec_driver_sql("ANALYZE")
    alone = [change_number(core, caller, number, telefoon) for telefoon in (NUMBERS[1], NUMBERS[0], NUMBERS[1])]
    plain = [plain_updates(core, number) for _ in range(3)]
    officers, acts = Officers(core, names_of(core)), []
    waits: list[list[float]] = []
    with officers.at_work():
        begin = time.perf_counter()
        time.sleep(USUAL_SECONDS)
        usual = officers.between(begin + 0.5, time.perf_counter())
        for _, telefoon in zip(range(ROUNDS), cycle(NUMBERS), strict=False):
            begin = time.perf_counter()
            acts.append(change_number(core, caller, number, telefoon))
            end = time.perf_counter()
            time.sleep(0.5)
            waits.append(officers.between(begin, end))
    usually = median(usual)
    return {
        "cards": acts[0][0],
        "alone_seconds": median(act[1] for act in alone),
        "plain_seconds": median(plain),
        "whole_seconds": median(act[1] for act in acts),
        "whole_worst": max(act[1] for act in acts),
        "transaction_seconds": median(act[2] for act in acts),
        "search_usual": usually,
        "search_usual_p99": quantiles(usual, n=100)[98],
        "search_usual_worst": max(usual),
        "search_meanwhile": median(took for wait in waits for took in wait),
        "blocked": median(max(wait, default=usually) - usually for wait in waits),
        "blocked_worst": max(max(wait, default=usually) - usually for wait in waits),
    }


def report(name: str, found: dict[str, Any]) -> None:
    def ms(key: str) -> str:
        return f"{found[key] * 1000:.0f} ms"

    ratio = found["alone_seconds"] / found["plain_seconds"]
    whole, blocked = f"worst of {ROUNDS}: {ms('whole_worst')}", f"worst of {ROUNDS}: {ms('blocked_worst')}"
    print(f"{name}: one telephone number on {found['cards']} cards")
    print(f"  the whole act, alone             {ms('alone_seconds')}, {ratio:.1f} times plain updates")
    print(f"  plain updates of the cards       {ms('plain_seconds')}")
    print(
        f"  the whole act with {READERS} officers   {ms('whole_seconds')} ({whole}; goal {GOAL_SECONDS * 1000:.0f} ms)"
    )
    print(f"  of which in its transaction      {ms('transaction_seconds')}")
    print(f"  a search usually takes           {ms('search_usual')} (99 %: {ms('search_usual_p99')})")
    print(f"  the longest without any act      {ms('search_usual_worst')}")
    print(f"  a search meanwhile takes         {ms('search_meanwhile')}")
    print(f"  longest wait beyond the usual    {ms('blocked')} ({blocked}; goal {GOAL_WAIT * 1000:.0f} ms)")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the change of one contactpersoon.")
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--cards", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="", help="a SQLAlchemy URL; empty: a SQLite file that is thrown away")
    parser.add_argument("--json", action="store_true", help="the figures for a machine")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        core = build(
            load({"VAR_DIR": str(Path(folder) / "var"), "DATABASE_URL": options.database, "VELDWIJZER_THREADS": "8"})
        )
        migrate(core.engines.write)
        with core.engines.read.connect() as connection:
            there = connection.scalar(select(func.count()).select_from(persoon)) or 0
        if not there:
            make_register(core, options.persons, options.seed)
        found = measure(core, options.cards)
        core.close()
    if options.json:
        print(json.dumps(found))
    else:
        report("PostgreSQL" if "postgres" in options.database else "SQLite", found)


if __name__ == "__main__":
    main()
