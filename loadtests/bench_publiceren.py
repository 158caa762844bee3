"""How long publishing takes: `python -m loadtests.bench_publiceren --database <url of an imported register>`.

What is measured is what a colleague waits for who approves: the act as the API does it, with its Idempotency-Key, the
versions, the card, the archive, the keys and the records, until it is durable. Concepts are written and submitted
beforehand. The baseline is the least that anybody could do in the same run: one durable transaction that changes one
row. Machines differ and are shared: read the ratio. The goal is p95 under 50 ms at 100,000 persons on SQLite.

It changes the register that it is given: make one for it (`python -m loadtests.register`, `veldwijzer import`).
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from sqlalchemy import func, insert, select, update

from app.access.rules import Rol
from app.access.sessions import Caller
from app.afspraken.concept import VierOgen, bewaar, dien_in, lees_concept
from app.afspraken.goedkeuren import keur_goed
from app.afspraken.model import Voorstel
from app.config import load
from app.core import Core, build
from app.register.model import Bejegening, Handelingskader
from app.store.tables.access import account
from app.store.tables.register import abonnement, persoon
from app.store.transaction import transaction
from app.werk.bureau import Sleutel, Uitkomst, Werk

SEED = 4


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure publishing.")
    parser.add_argument("--database", required=True, help="a register that may be changed")
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--var", type=Path, default=Path("var"))
    options = parser.parse_args()
    core = build(load({"DATABASE_URL": options.database, "VAR_DIR": str(options.var)}))
    try:
        print(json.dumps(measure(core, options.times), indent=2))
    finally:
        core.close()


def measure(core: Core, times: int) -> dict[str, Any]:
    numbers = list(choose(core, times))
    writer, approver = (make_caller(core, numbers[0][1]) for _ in range(2))
    published, single = [], []
    worked: list[float] = []
    for number, (abonnement_id, owner) in enumerate(numbers):
        who = [
            Caller(each.account_id, each.session_id, each.gebruikersnaam, each.rol, owner)
            for each in (writer, approver)
        ]
        seen = submit(core, who[0], abonnement_id, number)
        begin = time.process_time()
        published.append(timed(lambda seen=seen, who=who, to=abonnement_id: approve(core, who[1], to, seen)))  # type: ignore[misc]
        worked.append((time.process_time() - begin) * 1000)
        single.append(timed(lambda to=abonnement_id: change_one_row(core, to)))  # type: ignore[misc]
    with core.engines.read.connect() as connection:
        persons = connection.scalar(select(func.count()).select_from(persoon))
    return {
        "database": core.engines.write.dialect.name,
        "persons": persons,
        "times": times,
        "publish_ms": percentiles(published),
        # Of the processor, which does not depend on who else is at work on the machine.
        "publish_cpu_ms": percentiles(worked),
        "one_row_ms": percentiles(single),
        "ratio_p50": round(statistics.median(published) / statistics.median(single), 1),
    }


def choose(core: Core, times: int) -> Iterator[tuple[int, int]]:
    """Active abonnementen at random, with their owners."""
    with core.engines.read.connect() as connection:
        day = core.clock().date().isoformat()
        where = (abonnement.c.status == "actief", abonnement.c.einde > day, abonnement.c.eigenaar_id.is_not(None))
        rows = connection.execute(select(abonnement.c.id, abonnement.c.eigenaar_id).where(*where)).all()
    for row in Random(SEED).sample(rows, times):
        yield row.id, row.eigenaar_id


def make_caller(core: Core, owner: int) -> Caller:
    """An account of its own; it works for whoever owns the abonnement at hand."""
    name = f"bench-{uuid4().hex[:12]}"
    row = {"gebruikersnaam": name, "wachtwoord_hash": "-", "rol": "zvh", "organisatie_id": owner, "actief": True}
    with transaction(core.engines.write) as connection:
        number = connection.execute(insert(account).values(row).returning(account.c.id)).scalar_one()
    return Caller(number, str(uuid4()), name, Rol.ZVH, owner)


def submit(core: Core, caller: Caller, abonnement_id: int, number: int) -> int:
    """The version of a concept in which all parts are new."""
    day = core.clock().date()
    voorstel = Voorstel(
        Handelingskader("overleg_eerst", f"Eerst bellen, {number}.", ("Bij geweld: bel 112.",), day.isoformat()),
        Bejegening(f"Blijf rustig, {number}.", doen=("Eén voert het woord.",), risico="verbaal"),
        toetsen_voor=None,
    )

    def act(werk: Werk) -> Uitkomst:
        found = lees_concept(werk, abonnement_id, VierOgen.JA)
        last = found.maatstaf.einde or "9999-12-31"
        whole = Voorstel(voorstel.handelingskader, voorstel.bejegening, toetsen_voor=last)
        return Uitkomst(versie=dien_in(werk, abonnement_id, bewaar(werk, abonnement_id, found.versie, whole)))

    return core.bureau.doe(caller, act).versie or 0


def approve(core: Core, caller: Caller, abonnement_id: int, versie: int) -> None:
    def act(werk: Werk) -> Uitkomst:
        return Uitkomst({"versies": keur_goed(werk, abonnement_id, versie, VierOgen.JA).versies})

    core.bureau.doe(caller, act, Sleutel(uuid4().hex, uuid4().hex, "POST goedkeuringen"))


def change_one_row(core: Core, abonnement_id: int) -> None:
    with transaction(core.engines.write) as connection:
        # Another value each time: SQLite writes no page that would say the same.
        other = update(abonnement).where(abonnement.c.id == abonnement_id).values(reden=uuid4().hex)
        connection.execute(other)


def timed(act: Callable[[], None]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def percentiles(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "max": round(ordered[-1], 2),
    }


if __name__ == "__main__":
    main()
