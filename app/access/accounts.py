"""Accounts: made, given another password, switched off."""

from sqlalchemy import Connection, Engine, insert, select, update

from app.access.passwords import Passwords
from app.access.rules import Rol
from app.audit.events import Event
from app.audit.trail import Trail
from app.clock import Clock, stamp
from app.errors import FieldError, InvalidInput, NotFound
from app.store.tables.access import account, sessie
from app.store.tables.register import organisatie
from app.store.transaction import transaction

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256


class Accounts:
    def __init__(self, engine: Engine, trail: Trail, passwords: Passwords, clock: Clock) -> None:
        self._engine = engine
        self._trail = trail
        self._passwords = passwords
        self._clock = clock

    def create(self, gebruikersnaam: str, wachtwoord: str, rol: Rol, organisatie_naam: str | None = None) -> int:
        """Make an account and return its number; raises `InvalidInput` for a name that is taken."""
        hashed = self._passwords.hash(_checked(wachtwoord))
        with transaction(self._engine) as connection:
            if _find(connection, gebruikersnaam) is not None:
                taken = FieldError("#/gebruikersnaam", "Deze gebruikersnaam bestaat al.")
                raise InvalidInput("De gebruikersnaam bestaat al.", errors=(taken,))
            row = {
                "gebruikersnaam": gebruikersnaam,
                "wachtwoord_hash": hashed,
                "rol": rol.value,
                "organisatie_id": _organisatie(connection, organisatie_naam),
                "actief": True,
            }
            number = connection.execute(insert(account).values(row).returning(account.c.id)).scalar_one()
            self._trail.record_in(connection, Event.ACCOUNT_GEMAAKT, [{"account": number, "rol": rol.value}])
        return int(number)

    def exists(self, gebruikersnaam: str) -> bool:
        with self._engine.connect() as connection:
            return _find(connection, gebruikersnaam) is not None

    def set_password(self, gebruikersnaam: str, wachtwoord: str) -> None:
        hashed = self._passwords.hash(_checked(wachtwoord))
        self._change(gebruikersnaam, "wachtwoord", {"wachtwoord_hash": hashed})

    def set_active(self, gebruikersnaam: str, *, actief: bool) -> None:
        self._change(gebruikersnaam, "aangezet" if actief else "uitgezet", {"actief": actief})

    def _change(self, gebruikersnaam: str, wat: str, values: dict[str, object]) -> None:
        with transaction(self._engine) as connection:
            number = _find(connection, gebruikersnaam)
            if number is None:
                raise NotFound("Er is geen account met deze gebruikersnaam.")
            connection.execute(update(account).where(account.c.id == number).values(values))
            # Whoever signed in under the former state signs in again.
            running = update(sessie).where(sessie.c.account_id == number, sessie.c.beeindigd_op.is_(None))
            connection.execute(running.values(beeindigd_op=stamp(self._clock())))
            self._trail.record_in(connection, Event.ACCOUNT_GEWIJZIGD, [{"account": number, "wat": wat}])


def _checked(wachtwoord: str) -> str:
    if not SHORTEST_PASSWORD <= len(wachtwoord) <= LONGEST_PASSWORD:
        detail = f"Een wachtwoord heeft {SHORTEST_PASSWORD} tot {LONGEST_PASSWORD} tekens."
        raise InvalidInput(detail, errors=(FieldError("#/wachtwoord", detail),))
    return wachtwoord


def _find(connection: Connection, gebruikersnaam: str) -> int | None:
    found = select(account.c.id).where(account.c.gebruikersnaam == gebruikersnaam)
    number: int | None = connection.execute(found).scalar_one_or_none()
    return number


def _organisatie(connection: Connection, naam: str | None) -> int | None:
    if naam is None:
        return None
    found = connection.execute(select(organisatie.c.id).where(organisatie.c.naam == naam)).scalar_one_or_none()
    if found is None:
        raise NotFound("Er is geen organisatie met deze naam.")
    return int(found)
