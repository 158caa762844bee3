"""People at the desk, for tests: keyword-only, boring defaults, so that a test shows only the fact that matters."""

from uuid import uuid4

from sqlalchemy import insert, select

from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.store.tables.access import account
from app.store.tables.register import organisatie
from app.store.transaction import transaction

PASSWORD = "een lange zin is een goed wachtwoord"
SOORT = {Rol.ZVH: "veiligheidshuis", Rol.PGA_EXPERT: "gemeente", Rol.POLITIEBEHEER: "politie", Rol.PARTNER: "partner"}
HUIS, GEMEENTE, POLITIE, PARTNER = "ZVH Utrecht", "Gemeente Utrecht", "Politie Midden-Nederland", "GGZ Utrecht"
ORGANISATIE = {Rol.ZVH: HUIS, Rol.PGA_EXPERT: GEMEENTE, Rol.POLITIEBEHEER: POLITIE, Rol.PARTNER: PARTNER}


def make_organisatie(core: Core, naam: str = PARTNER, *, soort: str = "partner", email: str | None = None) -> int:
    """The id of the organisation of this name, made when it is not there."""
    with transaction(core.engines.write) as connection:
        found = connection.execute(select(organisatie.c.id).where(organisatie.c.naam == naam)).scalar_one_or_none()
        if found is None:
            row = {"naam": naam, "soort": soort, "email": email}
            found = connection.execute(insert(organisatie).values(row).returning(organisatie.c.id)).scalar_one()
    return int(found)


def make_account(core: Core, rol: Rol, *, naam: str | None = None, van: str | None = None) -> str:
    """The name of an account of this role, in the organisation `van` (the usual one of the role when not told)."""
    gebruikersnaam = naam or rol.value
    if not core.accounts.exists(gebruikersnaam):
        huis = van or ORGANISATIE.get(rol)
        if huis:
            make_organisatie(core, huis, soort=SOORT.get(rol, "partner"))
        core.accounts.create(gebruikersnaam, PASSWORD, rol, huis)
    return gebruikersnaam


def make_caller(core: Core, rol: Rol, *, naam: str | None = None, van: str | None = None) -> Caller:
    """Somebody of this role who is signed in, for calling use cases without HTTP."""
    gebruikersnaam = make_account(core, rol, naam=naam, van=van)
    with core.engines.read.connect() as connection:
        row = connection.execute(select(account).where(account.c.gebruikersnaam == gebruikersnaam)).one()
    return Caller(row.id, str(uuid4()), row.gebruikersnaam, row.rol, row.organisatie_id)
