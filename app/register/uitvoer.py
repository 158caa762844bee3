"""The register as lines of a register file: what an import takes in, with nothing that counts now left out.

Former versions, the trail, accounts, concepts, reports and merges are not in it: they are about what was, or about
work under way by people whom another database does not know. The same dossier always gives the same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Engine, Table, exists, func, select

from app.register.assemble import GEMEENTE, HUIS, full_name
from app.register.bureaudelen import read_bureaudelen
from app.register.contacten import Contacten
from app.register.model import (
    Abonnement,
    Actie,
    Advies,
    Bejegening,
    Bureaudeel,
    Contactpersoon,
    Dossier,
    Formulierdeel,
    Handelingskader,
    Inlichting,
    Persoon,
)
from app.register.read import read_acties, read_dossiers
from app.store.tables.abonnementen import samenvoeging
from app.store.tables.afspraken import concept
from app.store.tables.formulier import deelconcept
from app.store.tables.register import abonnement, persoon
from app.store.tables.werklijst import melding

# So many persons share one set of statements: enough to be quick, few enough to keep memory flat.
CHUNK = 500

Json = dict[str, Any]
LEFT_OUT: dict[str, Table] = {
    "concepten": concept,
    "formulierkladden": deelconcept,
    "meldingen": melding,
    "samenvoegingen": samenvoeging,
}

_WITH_SOMETHING = exists().where(abonnement.c.persoon_id == persoon.c.id)
_NEXT = select(persoon.c.id).where(_WITH_SOMETHING).order_by(persoon.c.id).limit(CHUNK)


@dataclass
class Uitvoer:
    """Writes everybody, and counts what was written while the lines are taken."""

    engine: Engine
    personen: int = field(default=0, init=False)
    abonnementen: int = field(default=0, init=False)
    # Who turned out to be somebody else, or has nothing: a line is about a person with an abonnement.
    zonder_abonnement: int = field(default=0, init=False)

    # How much of the work under way stays behind, by what it is.
    niet_erin: dict[str, int] = field(default_factory=dict, init=False)

    def total(self) -> int:
        with self.engine.connect() as connection:
            return _count(connection, persoon)

    def lines(self) -> Iterator[bytes]:
        """One line a person in the order in which they came in, all of one moment."""
        with self.engine.connect() as connection:
            everybody = _count(connection, persoon)
            acties, last = read_acties(connection), 0
            while ids := connection.scalars(_NEXT.where(persoon.c.id > last)).all():
                last = ids[-1]
                for dossier in _read(connection, ids):
                    self.personen += 1
                    self.abonnementen += len(dossier.abonnementen)
                    yield encode(dossier, acties)
            self.zonder_abonnement = everybody - self.personen
            self.niet_erin = {name: _count(connection, table) for name, table in LEFT_OUT.items()}


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _read(connection: Connection, ids: Sequence[int]) -> Iterator[Dossier]:
    dossiers = read_dossiers(connection, ids, Contacten())
    numbers = [each.id for dossier in dossiers.values() for each in dossier.abonnementen if each.id is not None]
    desk = read_bureaudelen(connection, numbers)
    for number in ids:
        dossier = dossiers[number]
        whole = (replace(each, bureau=desk[each.id]) for each in dossier.abonnementen if each.id is not None)
        yield replace(dossier, abonnementen=tuple(whole))


def encode(dossier: Dossier, acties: dict[str, Actie]) -> bytes:
    """One line, with its end. The order of abonnementen follows from what they say, never from their numbers."""
    abonnementen = [_abonnement(each, acties) for each in dossier.abonnementen]
    abonnementen.sort(key=lambda row: (row.get("start", ""), row["aanpak"], _dump(row)))
    line = {"externId": dossier.persoon.extern_id, "persoon": _persoon(dossier.persoon), "abonnementen": abonnementen}
    return _dump(line).encode() + b"\n"


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _told(row: Json) -> Json:
    """Without what is absent; `False` is not absent."""
    return {name: value for name, value in row.items() if value not in (None, "", [], {})}


def _persoon(persoon: Persoon) -> Json:
    return _told(
        {
            "voornamen": persoon.voornamen,
            "roepnaam": persoon.roepnaam,
            "voorvoegsel": persoon.voorvoegsel,
            "geslachtsnaam": persoon.geslachtsnaam,
            "aliassen": list(persoon.aliassen),
            "geboorte": _told({"datum": persoon.geboortedatum, "plaats": persoon.geboorteplaats}),
            "geslacht": persoon.geslacht,
        }
    )


def _abonnement(abonnement: Abonnement, acties: dict[str, Actie]) -> Json:
    kader, bejegening = abonnement.handelingskader, abonnement.bejegening
    return _told(
        {
            "aanpak": abonnement.aanpak,
            "regime": abonnement.regime,
            **_organisation("veiligheidshuis", HUIS, abonnement.veiligheidshuis),
            **_organisation("gemeente", GEMEENTE, abonnement.gemeente),
            "doel": abonnement.doel,
            "status": abonnement.status,
            "start": abonnement.start,
            "toetsenVoor": abonnement.toetsen_voor,
            "einde": abonnement.einde,
            "handelingskader": _handelingskader(kader, acties) if kader else None,
            "bejegening": _bejegening(bejegening) if bejegening else None,
            "contactpersonen": [_contactpersoon(each) for each in abonnement.contactpersonen],
            **_bureau(abonnement.bureau or Bureaudeel()),
        }
    )


def _organisation(name: str, kind: str, organisatie: str | None) -> Json:
    """By its short field when reading that gives the same name, else in full."""
    if organisatie is None or full_name(kind, organisatie) == organisatie:
        return {name: organisatie}
    return {f"{name}Voluit": organisatie}


def _handelingskader(kader: Handelingskader, acties: dict[str, Actie]) -> Json:
    return _told(
        {
            "actie": kader.actie,
            "bewoording": _bewoording(kader, acties),
            "kern": kader.kern,
            "regels": list(kader.regels),
            "casusoverleg": kader.casusoverleg,
            "vastgesteldDoor": kader.vastgesteld_door,
        }
    )


def _bewoording(kader: Handelingskader, acties: dict[str, Actie]) -> Json | None:
    """Only when the words of the action changed since: a published version keeps its own."""
    said, now = kader.bewoording, acties[kader.actie]
    if said is None or (said.tekst, said.icoon, said.kleur) == (now.tekst, now.icoon, now.kleur):
        return None
    return {"tekst": said.tekst, "icoon": said.icoon, "kleur": said.kleur}


def _bejegening(bejegening: Bejegening) -> Json:
    return _told(
        {
            "kern": bejegening.kern,
            "ziet": bejegening.ziet,
            "betekent": bejegening.betekent,
            "doen": list(bejegening.doen),
            "nietDoen": list(bejegening.niet_doen),
            "risico": bejegening.risico,
        }
    )


def _contactpersoon(person: Contactpersoon) -> Json:
    return _told({"organisatie": person.organisatie, **_mens(person), "eerste": person.eerste or None})


def _mens(person: Contactpersoon) -> Json:
    return {
        "naam": person.naam,
        "functie": person.functie,
        "telefoon": person.telefoon,
        "email": person.email,
        "bereikbaar": person.bereikbaar,
        "opFeestdagen": person.op_feestdagen or None,
        "uitzonderingen": [_told(each.stored()) for each in person.uitzonderingen],
        "vervanger": _told(_mens(person.vervanger)) if person.vervanger else None,
    }


def _bureau(bureau: Bureaudeel) -> Json:
    return {
        "herkomst": bureau.herkomst if bureau.herkomst != "bestand" else None,
        "reden": bureau.reden,
        "geopendOp": bureau.geopend_op,
        "zsmAdvies": _advies(bureau.zsm_advies) if bureau.zsm_advies else None,
        "formulier": [_deel(deel) for deel in bureau.formulier],
        "opStraat": [_op_straat(regel) for regel in bureau.op_straat],
    }


def _op_straat(regel: Inlichting) -> Json:
    return {"organisatie": regel.organisatie, "tekst": regel.tekst, "aard": regel.aard, "bron": regel.bron}


def _advies(advies: Advies) -> Json:
    criteria = {
        "context": advies.context_gezien or None,
        "juridischeTaal": advies.juridische_taal or None,
        "historie": advies.historie_gezien,
    }
    return _told(
        {
            "datum": advies.datum,
            "doel": advies.doel,
            "advies": advies.advies,
            "context": advies.context,
            "historie": advies.historie,
            "criteria": _told(criteria),
        }
    )


def _deel(deel: Formulierdeel) -> Json:
    return _told(
        {
            "organisatie": deel.organisatie,
            "status": deel.status,
            "neemtDeel": deel.neemt_deel,
            "vraag": deel.vraag,
            "bezwaar": deel.bezwaar,
            "gevraagdOp": deel.gevraagd_op,
            "herinnerdOp": deel.herinnerd_op,
            "ingevuldOp": deel.ingevuld_op,
            "bevestigdOp": deel.bevestigd_op,
            "inlichtingen": [
                {"tekst": regel.tekst, "delen": regel.delen, "aard": regel.aard, "bron": regel.bron}
                for regel in deel.inlichtingen
            ],
            "contactpersonen": [_told(_mens(person)) for person in deel.contactpersonen],
        }
    )
