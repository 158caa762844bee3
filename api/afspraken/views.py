"""The concept of an abonnement: written, submitted, sent back, approved; and what is looked at beside it."""

from typing import Any

from flask import Response, request

from api import bureau
from api.afspraken import antwoord, invoer
from api.body import read_object
from api.site import Visit
from app.afspraken.concept import VierOgen, bewaar, dien_in, lees_concept, verwijder, zend_terug
from app.afspraken.geschiedenis import lees_versies
from app.afspraken.goedkeuren import keur_goed
from app.afspraken.kaart import lees_kaart_op, maak_voorbeeld
from app.afspraken.model import Voorstel
from app.afspraken.nalezen import Gelezen as Nagelezen
from app.afspraken.taal import advise
from app.audit.events import Event
from app.feestdagen import feestdagen
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

VOORSTEL = invoer.VoorstelSchema()
TERUGZENDING = invoer.TerugzendingSchema()
TAALVRAAG = invoer.TaalvraagSchema()
MOMENT = invoer.MomentFilterSchema()


def show(visit: Visit, abonnement_id: str) -> Response:
    number, vier_ogen = bureau.number(abonnement_id), _vier_ogen(visit)

    def look(inzien: Inzien) -> Gelezen:
        stand = lees_concept(inzien, number, vier_ogen)
        return Gelezen(antwoord.of_concept(stand), _seen("concept", number, stand.persoon_id), stand.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def save(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    voorstel: Voorstel = VOORSTEL.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        bewaar(werk, number, versie, voorstel)
        return _as_it_is(werk, number, _vier_ogen(visit))

    return bureau.doe(visit, act)


def remove(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()

    def act(werk: Werk) -> Uitkomst:
        verwijder(werk, number, versie)
        return Uitkomst()

    return bureau.doe(visit, act)


def submit(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()

    def act(werk: Werk) -> Uitkomst:
        dien_in(werk, number, versie)
        return _as_it_is(werk, number, _vier_ogen(visit))

    return bureau.doe(visit, act)


def send_back(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()
    opmerking = TERUGZENDING.load(read_object(request))["opmerking"]

    def act(werk: Werk) -> Uitkomst:
        zend_terug(werk, number, versie, opmerking)
        return _as_it_is(werk, number, _vier_ogen(visit))

    return bureau.doe(visit, act)


def approve(visit: Visit, abonnement_id: str) -> Response:
    number, versie = bureau.number(abonnement_id), bureau.expected_version()

    def act(werk: Werk) -> Uitkomst:
        publicatie = keur_goed(werk, number, versie, _vier_ogen(visit))
        return Uitkomst(antwoord.of_publicatie(publicatie), publicatie.versie)

    return bureau.doe(visit, act)


def preview(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)
    voorstel: Voorstel = VOORSTEL.load(read_object(request))

    def look(inzien: Inzien) -> Gelezen:
        persoon_id, beeld = maak_voorbeeld(inzien, number, voorstel)
        inhoud = {
            "kaart": antwoord.of_kaartbeeld(beeld) if beeld else None,
            "feestdagen": feestdagen(inzien.vandaag),
        }
        return Gelezen(inhoud, _seen("voorbeeld", number, persoon_id))

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def versions(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)

    def look(inzien: Inzien) -> Gelezen:
        found = lees_versies(inzien, number)
        return Gelezen(antwoord.of_versies(found), _seen("versies", number, found.persoon_id))

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def cards(visit: Visit, abonnement_id: str) -> Response:
    number, moment = bureau.number(abonnement_id), bureau.filters(MOMENT)

    def look(inzien: Inzien) -> Gelezen:
        persoon_id, beeld = lees_kaart_op(inzien, number, moment)
        items = [antwoord.of_kaartbeeld(beeld)] if beeld else []
        return Gelezen({"items": items, "volgende": None}, _seen("straatkaarten", number, persoon_id))

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def advise_on(visit: Visit) -> Response:  # noqa: ARG001 - whoever asks was let in by the table of routes.
    asked = TAALVRAAG.load(read_object(request))["teksten"]
    found = [Nagelezen(each.veld, advies) for each in asked for advies in advise(each.tekst, each.voor)]
    return bureau.answer(200, {"adviezen": antwoord.of_adviezen(found)})


def _as_it_is(werk: Werk, number: int, vier_ogen: VierOgen) -> Uitkomst:
    stand = lees_concept(werk, number, vier_ogen)
    return Uitkomst(antwoord.of_concept(stand), stand.versie)


def _seen(wat: str, abonnement_id: int, persoon_id: int) -> dict[str, Any]:
    return {"wat": wat, "abonnement": abonnement_id, "persoon": persoon_id}


def _vier_ogen(visit: Visit) -> VierOgen:
    return VierOgen(visit.site.core.settings.vier_ogen)
