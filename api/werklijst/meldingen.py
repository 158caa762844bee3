"""Reports from the street: done by an officer, handled by who keeps the agreement."""

from typing import Any

from flask import Response, request

from api import bureau
from api.body import read_object
from api.site import Visit
from api.werklijst import antwoord, invoer
from api.zoekvragen import NO_QUESTION, QUESTION_ID
from app.audit.events import Event
from app.werk.bureau import Gelezen, Inzien, Werk
from app.werklijst.melden import Melding, meld
from app.werklijst.meldingen import Behandeling, behandel, is_melder, lees_antwoord, toon_melding, toon_meldingen
from app.werklijst.werklijst import personen

MELDING, BEHANDELING = invoer.MeldingSchema(), invoer.BehandelingSchema()
FILTERS = invoer.MeldingenFilterSchema()


def create(visit: Visit, raadpleging_id: str) -> Response:
    gemeld: invoer.Meldtekst = MELDING.load(read_object(request))
    asked = raadpleging_id if QUESTION_ID.fullmatch(raadpleging_id) else NO_QUESTION
    opdracht = Melding(asked, gemeld.urgentie, gemeld.tekst, gemeld.afspraak)

    def act(werk: Werk) -> Any:
        return meld(werk, opdracht)

    return bureau.doe(visit, act)


def index(visit: Visit) -> Response:
    vraag: invoer.Vraag = bureau.filters(FILTERS)
    melder = is_melder(visit.caller)

    def look(inzien: Inzien) -> Gelezen:
        deel = toon_meldingen(inzien, vraag.filter, vraag.bladzijde)
        # An officer is shown nobody.
        shown = [] if melder else personen(deel.rijen)
        lijst = "eigen-meldingen" if melder else "meldingen"
        body = {"lijst": lijst, "filters": {} if melder else vraag.gevraagd, "personen": shown}
        return Gelezen(antwoord.meldingen(deel, melder=melder), body)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def show(visit: Visit, melding_id: str) -> Response:
    number, melder = bureau.number(melding_id), is_melder(visit.caller)

    def look(inzien: Inzien) -> Gelezen:
        found = toon_melding(inzien, number)
        row = found.melding
        body = {"wat": "melding", "nummer": row.id, "abonnement": row.abonnement_id, "persoon": row.persoon_id}
        return Gelezen(antwoord.melding(found, melder=melder), body, row.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def handle(visit: Visit, melding_id: str) -> Response:
    number, versie = bureau.number(melding_id), bureau.expected_version()
    done: invoer.Behandeld = BEHANDELING.load(read_object(request))

    def act(werk: Werk) -> Any:
        return behandel(werk, Behandeling(number, versie, done.status, done.antwoord))

    return bureau.doe(visit, act)


def see(visit: Visit, melding_id: str) -> Response:
    """The officer has seen the answer."""
    number = bureau.number(melding_id)

    def act(werk: Werk) -> Any:
        return lees_antwoord(werk, number)

    return bureau.doe(visit, act)
