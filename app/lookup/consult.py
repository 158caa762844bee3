"""A consultation: search, decide, and record before the answer leaves.

The record of a question *is* the question: a card can be opened only out of one's own recent one.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine

from app.audit.events import Event
from app.audit.trail import Actor, Trail, read_own
from app.clock import Clock, stamp, today
from app.errors import NotFound
from app.lookup.answer import Treffer, Uitkomst, Verfijn, Zoekantwoord
from app.lookup.question import Zoekvraag
from app.lookup.search import read_straatkaart
from app.lookup.zoek import Drempels, zoek


@dataclass(frozen=True)
class Doelbinding:
    """Why the officer asks; law wants it recorded with each consultation."""

    reden: str
    toelichting: str | None = None
    meldingsnummer: str | None = None


@dataclass(frozen=True)
class Kandidaat:
    """The least that tells one person from another; `id` means something within its own question only."""

    id: str
    naam: str
    geboortejaar: int | None
    aanpak: str
    gevonden_op: tuple[str, ...]


@dataclass(frozen=True)
class Raadpleging:
    id: str
    uitkomst: Uitkomst
    straatkaart: bytes | None
    gevonden_op: tuple[str, ...]
    kandidaten: tuple[Kandidaat, ...]
    verfijn: Verfijn | None


@dataclass(frozen=True)
class Inzage:
    id: str
    straatkaart: bytes
    gevonden_op: tuple[str, ...]


@dataclass(frozen=True)
class Grenzen:
    """What bounds a consultation: the thresholds of a hit, and how long a question can be opened from."""

    drempels: Drempels
    inzage: timedelta


class Raadplegingen:
    def __init__(self, engine: Engine, trail: Trail, grenzen: Grenzen, clock: Clock) -> None:
        self._engine = engine
        self._trail = trail
        self._grenzen = grenzen
        self._clock = clock

    def vraag(self, caller: Actor, zoekvraag: Zoekvraag, doelbinding: Doelbinding) -> Raadpleging:
        """Ask the register; the answer is returned once it is recorded, else `NotRecorded` is raised."""
        vandaag = today(self._clock)
        with self._engine.connect() as connection:
            antwoord = zoek(connection, zoekvraag, vandaag=vandaag, drempels=self._grenzen.drempels)
            kaart = None
            if antwoord.uitkomst is Uitkomst.KAART:
                kaart = read_straatkaart(connection, antwoord.treffers[0].persoon_id, vandaag)
        kandidaten = tuple(_kandidaat(treffer) for treffer in antwoord.treffers)
        record_id = str(uuid4())
        body = _record(zoekvraag, doelbinding, antwoord, kandidaten)
        self._trail.record(Event.ZOEKVRAAG, body, caller=caller, record_id=record_id)
        shown = antwoord.uitkomst is Uitkomst.KANDIDATEN
        return Raadpleging(
            id=record_id,
            uitkomst=antwoord.uitkomst,
            straatkaart=kaart,
            gevonden_op=antwoord.treffers[0].gevonden_op if kaart is not None else (),
            kandidaten=kandidaten if shown else (),
            verfijn=antwoord.verfijn,
        )

    def open(self, caller: Actor, zoekvraag_id: str, kandidaat_id: str) -> Inzage:
        """Open one candidate of one's own recent question; anything else is `NotFound`, and is recorded as well."""
        since = stamp(self._clock() - self._grenzen.inzage)
        with self._engine.connect() as connection:
            question = read_own(
                connection, zoekvraag_id, event=Event.ZOEKVRAAG, account_id=caller.account_id, since=since
            )
            shown = _shown(question, kandidaat_id)
            kaart = read_straatkaart(connection, shown["persoon"], today(self._clock)) if shown else None
        if shown is None or kaart is None:
            reden = "kaart niet meer op straat" if shown else "geen eigen recente zoekvraag"
            self._trail.record(Event.INZAGE_GEWEIGERD, {"zoekvraag": zoekvraag_id, "reden": reden}, caller=caller)
            raise NotFound("Deze kaart kan niet worden geopend. Stel de zoekvraag opnieuw.")
        body = {"zoekvraag": zoekvraag_id, "persoon": shown["persoon"]}
        record_id = self._trail.record(Event.INZAGE, body, caller=caller)
        return Inzage(record_id, kaart, tuple(shown["gevondenOp"]))


def _kandidaat(treffer: Treffer) -> Kandidaat:
    # Not guessable, and good within its own question only: nobody can walk through persons by number.
    key = secrets.token_urlsafe(12)
    return Kandidaat(key, treffer.naam, treffer.geboortejaar, treffer.aanpak, treffer.gevonden_op)


def _record(
    zoekvraag: Zoekvraag, doelbinding: Doelbinding, antwoord: Zoekantwoord, kandidaten: tuple[Kandidaat, ...]
) -> dict[str, Any]:
    geboortedatum = zoekvraag.geboortedatum
    return {
        "reden": doelbinding.reden,
        "toelichting": doelbinding.toelichting,
        "meldingsnummer": doelbinding.meldingsnummer,
        "getypt": zoekvraag.getypt,
        "naam": zoekvraag.naam,
        "voornaam": zoekvraag.zeker.voornaam,
        "achternaam": zoekvraag.zeker.achternaam,
        "geboortedatum": geboortedatum.iso() if geboortedatum else None,
        "geboortejaarOngeveer": zoekvraag.geboortejaar_ongeveer,
        "uitkomst": antwoord.uitkomst.value,
        "getoond": [
            {"kandidaat": kandidaat.id, "persoon": treffer.persoon_id, "gevondenOp": list(treffer.gevonden_op)}
            for kandidaat, treffer in zip(kandidaten, antwoord.treffers, strict=True)
        ],
    }


def _shown(question: dict[str, Any] | None, kandidaat_id: str) -> dict[str, Any] | None:
    rows: list[dict[str, Any]] = question["getoond"] if question else []
    return next((row for row in rows if row["kandidaat"] == kandidaat_id), None)
