"""People at the desk, for tests: keyword-only, boring defaults, so that a test shows only the fact that matters."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import insert, select, update

from app.abonnementen.openen import Opening
from app.abonnementen.openen import open_abonnement as open_it
from app.access.rules import Rol
from app.access.sessions import Caller
from app.afspraken.concept import VierOgen, bewaar, dien_in, lees_concept
from app.afspraken.goedkeuren import keur_goed
from app.afspraken.model import Voorstel
from app.core import Core
from app.register.model import Bejegening, Handelingskader, Persoon
from app.register.rows import Vaststelling, add_versions
from app.store.tables.access import account
from app.store.tables.register import abonnement, contactpersoon, handelingskader, organisatie
from app.store.transaction import transaction
from app.werk.bureau import Uitkomst, Werk

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
        elif email is not None:
            connection.execute(update(organisatie).where(organisatie.c.id == found).values(email=email))
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


def make_contactpersoon(core: Core, *, organisatie: str = PARTNER, naam: str = "A. Yilmaz") -> int:
    """The id of somebody who works there, made anew each time."""
    row = {"organisatie_id": make_organisatie(core, organisatie), "naam": naam, "telefoon": "+3197010000002"}
    with transaction(core.engines.write) as connection:
        made = insert(contactpersoon).values(row).returning(contactpersoon.c.id)
        return int(connection.execute(made).scalar_one())


@dataclass(frozen=True)
class Geopend:
    """Somebody with an abonnement; the ids."""

    persoon_id: int
    abonnement_id: int


def open_abonnement(
    core: Core,
    caller: Caller | None = None,
    *,
    status: str = "concept",
    persoon: Persoon | None = None,
    persoon_id: int | None = None,
    **opdracht: Any,
) -> Geopend:
    """Open an abonnement as politiebeheer does: levensloop of Kim Bakker at ZVH Utrecht unless told otherwise.

    With `status="actief"` it has a handelingskader and is on the street; the other words of an `Opening` may be given
    too. `caller` is who opens it (politiebeheer).
    """
    caller = caller or make_caller(core, Rol.POLITIEBEHEER)
    if persoon is None and persoon_id is None:
        persoon = Persoon("", "Bakker", voornamen="Kim", geboortedatum="1990-05-17", geboorteplaats="Utrecht")
    usual: dict[str, Any] = {"aanpak": "levensloop", "regime": "wgs", "doel": "voorkomen van herhaling"}
    if not {"veiligheidshuis_id", "gemeente_id"} & opdracht.keys():
        usual["veiligheidshuis_id"] = make_organisatie(core, HUIS, soort=SOORT[Rol.ZVH])
    opening = Opening(nieuw=persoon, persoon_id=persoon_id, **(usual | opdracht))
    opened: list[Geopend] = []

    def act(werk: Werk) -> Uitkomst:
        number = open_it(werk, opening)
        whose = select(abonnement.c.persoon_id).where(abonnement.c.id == number)
        opened.append(Geopend(werk.connection.execute(whose).scalar_one(), number))
        if status != "concept":
            agreed = Handelingskader("overleg_eerst", "Eerst bellen.", casusoverleg="2026-11-20")
            add_versions(werk.connection, handelingskader, [(number, agreed)], Vaststelling(werk.moment))
            werk.connection.execute(update(abonnement).where(abonnement.c.id == number).values(status=status))
            werk.publiceer([opened[0].persoon_id])
        return Uitkomst()

    core.bureau.doe(caller, act)
    return opened[0]


KADER = Handelingskader("direct_aanhouden", "Ook bij een klein delict.", ("Bel eerst de regisseur.",), "2026-11-12")
BEJEGENING = Bejegening(
    "Blijf rustig en geef ruimte.", ziet="Praat hard.", doen=("Eén voert het woord.",), risico="verbaal"
)
VOORSTEL = Voorstel(KADER, BEJEGENING, toetsen_voor="2027-05-01")


def submit_afspraak(core: Core, abonnement_id: int, *, schrijver: Caller, voorstel: Voorstel = VOORSTEL) -> int:
    """Write and submit a concept; returns its version, for whoever judges it."""

    def act(werk: Werk) -> Uitkomst:
        found = lees_concept(werk, abonnement_id, VierOgen.JA)
        return Uitkomst(versie=dien_in(werk, abonnement_id, bewaar(werk, abonnement_id, found.versie, voorstel)))

    return core.bureau.doe(schrijver, act).versie or 0


def publish_afspraak(
    core: Core,
    abonnement_id: int,
    *,
    rol: Rol = Rol.ZVH,
    van: str | None = None,
    voorstel: Voorstel = VOORSTEL,
) -> None:
    """Write, submit and approve, by two accounts of the owner (`zvh` and `zvh-collega`): it is on the street then."""
    schrijver = make_caller(core, rol, van=van)
    collega = make_caller(core, rol, naam=f"{rol.value}-collega", van=van)
    versie = submit_afspraak(core, abonnement_id, schrijver=schrijver, voorstel=voorstel)

    def act(werk: Werk) -> Uitkomst:
        keur_goed(werk, abonnement_id, versie, VierOgen.JA)
        return Uitkomst()

    core.bureau.doe(collega, act)
