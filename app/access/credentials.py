"""Is this the right password for this name? Slowly for whoever guesses, and never saying which half was wrong."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from app.access.passwords import Passwords
from app.access.throttle import Throttle
from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock
from app.errors import SignInRefused, TooManyAttempts
from app.store.tables.access import account
from app.store.transaction import transaction


@dataclass(frozen=True)
class Account:
    id: int
    gebruikersnaam: str
    rol: str
    organisatie_id: int | None


class Credentials:
    def __init__(self, engine: Engine, trail: Trail, passwords: Passwords, throttle: Throttle, clock: Clock) -> None:
        self._engine = engine
        self._trail = trail
        self._passwords = passwords
        self._throttle = throttle
        self._clock = clock

    def verify(self, gebruikersnaam: str, wachtwoord: str, herkomst: str) -> Account:
        """The account whose credentials these are; raises `SignInRefused` or `TooManyAttempts`, both recorded."""
        with transaction(self._engine) as connection:
            wait = self._throttle.admit(connection, gebruikersnaam, herkomst, self._clock())
            found = connection.execute(select(account).where(account.c.gebruikersnaam == gebruikersnaam)).one_or_none()
        if wait:
            self._refused(gebruikersnaam, "wacht")
            raise TooManyAttempts(f"Te veel mislukte pogingen. Wacht {wait} seconden.", wait_seconds=wait)
        right = self._passwords.matches(found.wachtwoord_hash if found else None, wachtwoord)
        if found is None or not right or not found.actief:
            self._refused(gebruikersnaam, "onjuist")
            raise SignInRefused("De gebruikersnaam of het wachtwoord klopt niet.")
        return Account(found.id, found.gebruikersnaam, found.rol, found.organisatie_id)

    def accepted(self, connection: Connection, gebruikersnaam: str, herkomst: str) -> None:
        """Forget what counted as a failure, in the transaction that begins the session."""
        self._throttle.forgive(connection, gebruikersnaam, herkomst)

    def _refused(self, gebruikersnaam: str, reden: str) -> None:
        # The name itself is not recorded: a password typed into the wrong box would end up in the trail.
        poging = self._throttle.digest("naam", gebruikersnaam)[:16]
        self._trail.record(Event.AANMELDING_GEWEIGERD, {"poging": poging, "reden": reden})
