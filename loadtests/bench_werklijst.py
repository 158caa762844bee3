"""How fast every list of the desk answers: `python -m loadtests.bench_werklijst --persons 100000`.

Each list is asked over HTTP (Flask's own client: everything but the network), signed in, recorded in the trail. Two
fifths of everything is of one zorg- en veiligheidshuis, whose lists are asked, so that it has far more work than any
real one. The baseline is the least that an answer of the desk can cost in the same run: one row by its primary key,
recorded. Machines differ and are shared: read the ratio. The goal is a p95 under 100 ms at 100,000 persons.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any
from uuid import uuid4

import psycopg
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from psycopg import sql
from sqlalchemy import Connection, insert, select, text

from api.wsgi import create_app
from app.access.passwords import Passwords
from app.access.rules import Rol
from app.audit.events import Event
from app.config import load
from app.core import Core, build
from app.register.statements import add_values
from app.store.migrate import migrate
from app.store.tables import afspraken, formulier, register, werklijst
from app.store.transaction import transaction
from app.werk.bureau import Gelezen, Inzien

POSTGRESQL = "host=127.0.0.1 user=postgres connect_timeout=3"
PASSWORD = "een lange zin is een goed wachtwoord"  # noqa: S105 - of accounts that live as long as the run.
HUIS, POLITIE, PARTNER = 1, 2, 3
OWNERS = 25
TIMES = 40
TODAY = date.today()  # noqa: DTZ011 - the lists are of today.
STAMP = "2026-11-01T09:30:00.000Z"
# Role, and what it asks for; a list that is not there yet is passed over.
LISTS = (
    ("zvh", "werklijsten"),
    *(("zvh", f"werklijsten/{naam}") for naam in ("te-toetsen", "verouderd", "onvolledig", "te-keuren")),
    *(("zvh", f"werklijsten/{naam}") for naam in ("teruggestuurd", "eigen-deel")),
    ("zvh", "werklijsten/verouderd?limiet=200"),
    ("zvh", "werklijsten/verouderd?aanpak=nazorg"),
    ("zvh", "meldingen"),
    ("zvh", "meldingen?status=afgehandeld"),
    ("zvh", "abonnementen"),
    ("zvh", "abonnementen?status=actief"),
    *(("zvh", f"formulierdelen{query}") for query in ("", "?van=alles", "?van=alles&status=teruggestuurd")),
    ("zvh", "formulierdelen?van=alles&minstensDagen=30"),
    ("zvh", "contactpersonen"),
    ("politiebeheer", "werklijsten"),
    ("politiebeheer", "werklijsten/onvolledig"),
    ("politiebeheer", "abonnementen"),
    ("politiebeheer", "formulierdelen?van=alles"),
    ("partner", "werklijsten"),
    ("partner", "werklijsten/eigen-deel"),
    ("partner", "formulierdelen"),
    ("partner", "contactpersonen"),
    ("agent", "meldingen"),
)


def fill(connection: Connection, persons: int) -> None:
    """Rows straight into the tables: a list asks nothing of the street."""
    chance, numbers = Random(1), range(1, persons + 1)
    add = add_values
    add(connection, register.persoon, ("extern_id", "geslachtsnaam", "roepnaam", "geboortedatum", "geslacht"),
        [(f"p-{n}", f"Naam{n % 9973}", "Jan", f"19{50 + n % 50}-03-07", "man") for n in numbers])  # fmt: skip
    rows = [_abonnement(n, chance) for n in numbers]
    names = ("persoon_id", "aanpak", "regime", "veiligheidshuis_id", "eigenaar_id", "doel", "status")
    add(connection, register.abonnement, (*names, "start", "toetsen_voor", "einde"), rows)
    kader = ("abonnement_id", "versie", "actie", "kern", "regels", "vastgelegd_op")
    add(connection, register.handelingskader, kader,
        [(n, 1, "overleg_eerst", "Eerst bellen.", "[]", STAMP) for n in numbers])  # fmt: skip
    deel = ("abonnement_id", "organisatie_id", "status", "gevraagd_op")
    # One part in twenty is not confirmed.
    add(connection, formulier.formulierdeel, deel,
        [(n, who, "bevestigd" if chance.random() < 0.95 else "open", _moment(chance)) for n in numbers
         for who in (POLITIE, PARTNER, 4 + n % 20)])  # fmt: skip


def _abonnement(number: int, chance: Random) -> tuple[Any, ...]:
    owner = HUIS if chance.random() < 0.4 else 4 + number % (OWNERS - 3)
    aanpak = "levensloop" if number % 10 else "nazorg"
    due = TODAY + timedelta(days=chance.randrange(-30, 335))
    status = "beeindigd" if chance.random() < 0.05 else "actief"
    return (number, aanpak, "wgs", owner, owner, "doel", status, "2025-01-01", due.isoformat(), "2029-01-01")


def _moment(chance: Random) -> str:
    return f"2026-{chance.randrange(1, 11):02}-{chance.randrange(1, 29):02}T09:00:{chance.randrange(60):02}.000Z"


def fill_work(connection: Connection, persons: int, account_id: int) -> None:
    """Reports, most of them handled, and what is written and submitted."""
    chance = Random(2)
    ours = connection.scalars(select(register.abonnement.c.id).where(register.abonnement.c.eigenaar_id == HUIS)).all()
    states = ("nieuw", "in_behandeling", *["afgehandeld"] * 18)
    report = {"eigenaar_id": HUIS, "gemeld_door": account_id, "urgentie": "gewoon", "tekst": "x"}
    report |= {"raadpleging": "0" * 36, "kaart_digest": "0" * 64, "handelingskader_versie": 1}
    reports = [
        report | {"persoon_id": n, "abonnement_id": n, "gemeld_op": _moment(chance), "status": chance.choice(states)}
        for n in chance.sample(ours, min(len(ours), persons // 20))
    ]
    connection.execute(insert(werklijst.melding), reports)
    written = {"inhoud": {}, "gewijzigd_op": STAMP, "gewijzigd_door": account_id, "ingediend_op": STAMP,
               "ingediend_door": account_id}  # fmt: skip
    some = chance.sample(ours, min(len(ours), persons // 100))
    concepts = [
        written
        | {"abonnement_id": n, "status": ("ingediend", "concept")[n % 2], "opmerking": (None, "Kijk na.")[n % 2]}
        for n in some
    ]
    connection.execute(insert(afspraken.concept), concepts)


def make_core(url: str, folder: Path, persons: int) -> Core:
    settings = load({"DATABASE_URL": url, "VAR_DIR": str(folder), "VELDWIJZER_COOKIE_SECURE": "nee"})
    core = build(settings, passwords=Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)))
    migrate(core.engines.write)
    names = ["ZVH Utrecht", "Politie Midden-Nederland", "GGZ Utrecht", *(f"ZVH {n}" for n in range(4, OWNERS + 1))]
    kinds = {POLITIE: "politie", PARTNER: "partner"}
    with transaction(core.engines.write) as connection:
        rows = [{"naam": naam, "soort": kinds.get(n, "veiligheidshuis")} for n, naam in enumerate(names, start=1)]
        connection.execute(insert(register.organisatie), rows)
    for rol, huis in ((Rol.ZVH, 0), (Rol.POLITIEBEHEER, 1), (Rol.PARTNER, 2), (Rol.AGENT, None)):
        core.accounts.create(rol.value, PASSWORD, rol, None if huis is None else names[huis])
    with transaction(core.engines.write) as connection:
        fill(connection, persons)
        fill_work(connection, persons, 4)
    with core.engines.write.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return core


def timed(work: Callable[[], Any]) -> tuple[float, float]:
    """p50 and p95 in milliseconds."""
    work()
    spent = []
    for _ in range(TIMES):
        started = time.perf_counter()
        work()
        spent.append((time.perf_counter() - started) * 1000)
    cuts = quantiles(spent, n=20)
    return cuts[9], cuts[18]


def baseline(core: Core) -> Callable[[], Any]:
    caller = _caller(core)
    one = select(register.persoon).where(register.persoon.c.id == 1)

    def look(inzien: Inzien) -> Gelezen:
        return Gelezen(inzien.connection.execute(one).one().id, {"wat": "bench", "persoon": 1})

    return lambda: core.bureau.lees(caller, Event.DOSSIER_INGEZIEN, look)


def _caller(core: Core) -> Any:
    grant = core.sessions.sign_in("zvh", PASSWORD, "127.0.0.1")
    return core.sessions.caller(grant.session_id)


def measure(core: Core) -> None:
    client = create_app(core).test_client(use_cookies=False)
    tokens = {rol: _token(client, rol) for rol in dict(LISTS)}
    least = timed(baseline(core))
    print(f"{'p50 ms':>8}{'p95 ms':>8}{'ratio':>7}  list")
    print(f"{least[0]:>8.1f}{least[1]:>8.1f}{1:>7.1f}  baseline: one row by its key, recorded")
    for rol, path in LISTS:
        ask = _ask(client, tokens[rol], path)
        status = ask()
        if status == 200:
            p50, p95 = timed(ask)
            print(f"{p50:>8.1f}{p95:>8.1f}{p50 / least[0]:>7.1f}  {rol}: {path}{'' if p95 < 100 else '  TOO SLOW'}")
        else:
            print(f"{'':>23}  {rol}: {path} answers {status}")


def _token(client: FlaskClient, rol: str) -> str:
    answer = client.post("/v1/sessies", json={"gebruikersnaam": rol, "wachtwoord": PASSWORD})
    return str(answer.get_json()["toegangstoken"])


def _ask(client: FlaskClient, token: str, path: str) -> Callable[[], int]:
    headers = {"Authorization": f"Bearer {token}"}
    return lambda: client.get(f"/v1/{path}", headers=headers).status_code


@contextmanager
def database(what: str, folder: Path) -> Iterator[str]:
    if what == "sqlite":
        yield f"sqlite:///{folder / 'bench.db'}"
        return
    name = sql.Identifier(found := f"veldwijzer_bench_{uuid4().hex[:12]}")
    with psycopg.connect(f"{POSTGRESQL} dbname=postgres", autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        try:
            yield f"postgresql+psycopg://postgres@127.0.0.1:5432/{found}"
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the lists of the desk.")
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), action="append")
    options = parser.parse_args()
    for what in options.database or ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, database(what, Path(folder)) as url:
            core = make_core(url, Path(folder), options.persons)
            print(f"\n{what}, {options.persons:,} persons, {TIMES} times each")
            try:
                measure(core)
            finally:
                core.close()


if __name__ == "__main__":
    main()
