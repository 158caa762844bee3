"""The composition root: the only place that constructs engines, caches and services."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.access.accounts import Accounts
from app.access.credentials import Credentials
from app.access.passwords import Passwords
from app.access.sessions import Sessions
from app.access.throttle import Throttle
from app.audit.trail import Trail
from app.clock import Clock, utc_now
from app.config import Settings
from app.errors import Unavailable
from app.lookup.consult import Grenzen, Raadplegingen
from app.lookup.gereed import count_behind, is_searchable
from app.lookup.zoek import Drempels
from app.post.bezorgen import Afzender, Bezorger
from app.store.engines import Engines, open_engines
from app.store.migrate import revision, serves
from app.werk.bureau import Bureau


class Gereedheid(StrEnum):
    """Whether questions can be answered, and if not why, for whoever operates the service."""

    GEREED = "gereed"
    GEEN_DATABASE = "de database antwoordt niet"
    ANDERE_VORM = "de database past niet bij deze versie: veldwijzer migreren"
    GEEN_SLEUTELS = "de zoeksleutels van deze versie zijn niet klaar: veldwijzer sleutels"


@dataclass(frozen=True)
class Core:
    """Everything that the doors of the service (HTTP, the command line) may use."""

    settings: Settings
    clock: Clock
    engines: Engines
    trail: Trail
    accounts: Accounts
    sessions: Sessions
    raadplegingen: Raadplegingen
    bureau: Bureau
    post: Bezorger
    drempels: Drempels

    def readiness(self) -> Gereedheid:
        """Whether the database answers, has what this version needs, and can find everybody."""
        try:
            with self.engines.read.connect() as connection:
                if not serves(revision(connection)):
                    return Gereedheid.ANDERE_VORM
                return Gereedheid.GEREED if is_searchable(connection) else Gereedheid.GEEN_SLEUTELS
        except Unavailable:
            return Gereedheid.GEEN_DATABASE

    def behind(self) -> int:
        """How many persons `veldwijzer sleutels` still has to bring up to date, when another version runs beside."""
        with self.engines.read.connect() as connection:
            return count_behind(connection)

    def close(self) -> None:
        self.engines.close()


def build(settings: Settings, *, clock: Clock = utc_now, passwords: Passwords | None = None) -> Core:
    """Put the service together; `clock` and `passwords` are arguments so that tests can be quick and exact."""
    engines = open_engines(settings.database_url, pool_size=settings.threads + 1)
    passwords = passwords or Passwords()
    trail = Trail(engines.write, clock)
    credentials = Credentials(engines.write, trail, passwords, Throttle(settings.secret), clock)
    drempels = Drempels(tonen=settings.tonen, kaart=settings.kaart, naaste=settings.naaste)
    grenzen = Grenzen(drempels=drempels, inzage=timedelta(minutes=settings.inzage_minutes))
    return Core(
        settings=settings,
        clock=clock,
        engines=engines,
        trail=trail,
        accounts=Accounts(engines.write, trail, passwords, clock),
        sessions=Sessions(engines, trail, credentials, timedelta(hours=settings.session_hours), clock),
        raadplegingen=Raadplegingen(engines.read, trail, grenzen, clock),
        bureau=Bureau(engines, trail, clock),
        post=Bezorger(engines.write, clock, settings.smtp_url, Afzender(settings.afzender, settings.url)),
        drempels=drempels,
    )
