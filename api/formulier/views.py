"""The form: the overview of one, the worklist of many, and one part with all that is done with it."""

from collections.abc import Callable

from flask import Response, request

from api import bureau
from api.body import read_object
from api.formulier import antwoord, invoer
from api.site import Visit
from app.audit.events import Event
from app.formulier.beheren import herinner, stuur_terug
from app.formulier.concept import bewaar_concept, gooi_concept_weg
from app.formulier.delen import verwijder_deel, vraag_organisatie
from app.formulier.invullen import bevestig, maak_bezwaar, trek_bezwaar_in, vul_in
from app.formulier.inzien import lees_deel, lees_formulier, lees_na_handeling
from app.formulier.lijst import as_filters, lijst_delen
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

DEEL = invoer.DeelInvoerSchema()
CONCEPT = invoer.ConceptInvoerSchema()
VRAAG = invoer.VraagSchema()
BEZWAAR = invoer.BezwaarSchema()
LEEG = invoer.LeegSchema()
ORGANISATIE = invoer.OrganisatieKeuzeSchema()
FILTERS = invoer.DelenFilterSchema()


def show_form(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)

    def look(inzien: Inzien) -> Gelezen:
        found, delen = lees_formulier(inzien.connection, inzien.caller, number, inzien.vandaag)
        body = {"wat": "formulier", "persoon": found.persoon_id, "abonnement": number}
        return Gelezen(antwoord.of_formulier(number, delen), body)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def index(visit: Visit) -> Response:
    filters, bladzijde = bureau.filters(FILTERS)

    def look(inzien: Inzien) -> Gelezen:
        delen, volgende = lijst_delen(inzien, filters, bladzijde)
        whom = [deel.rij.persoon_id for deel in delen]
        body = {"lijst": "formulierdelen", "filters": as_filters(filters), "personen": whom}
        return Gelezen(antwoord.of_lijst(delen, volgende), body)

    return bureau.lees(visit, Event.LIJST_INGEZIEN, look)


def show(visit: Visit, deel_id: str) -> Response:
    number = bureau.number(deel_id)

    def look(inzien: Inzien) -> Gelezen:
        found = lees_deel(inzien.connection, inzien.caller, number, inzien.vandaag)
        row = found.deel.rij
        body = {"wat": "formulierdeel", "persoon": row.persoon_id, "abonnement": row.abonnement_id, "nummer": number}
        return Gelezen(antwoord.of_deel(found), body, row.versie)

    return bureau.lees(visit, Event.DOSSIER_INGEZIEN, look)


def fill_in(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()
    given = DEEL.load(read_object(request))
    return _on_own(visit, number, lambda werk: vul_in(werk, number, versie, given))


def confirm(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()
    LEEG.load(read_object(request))
    return _on_own(visit, number, lambda werk: bevestig(werk, number, versie))


def object_to(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()
    reden = BEZWAAR.load(read_object(request))["reden"]
    return _on_own(visit, number, lambda werk: maak_bezwaar(werk, number, versie, reden))


def take_objection_back(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()
    return _on_own(visit, number, lambda werk: trek_bezwaar_in(werk, number, versie))


def send_back(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()
    vraag = VRAAG.load(read_object(request))["vraag"]
    return _on_own(visit, number, lambda werk: stuur_terug(werk, number, versie, vraag))


def remind(visit: Visit, deel_id: str) -> Response:
    number = bureau.number(deel_id)
    LEEG.load(read_object(request))
    return _on_own(visit, number, lambda werk: herinner(werk, number))


def keep_draft(visit: Visit, deel_id: str) -> Response:
    number, basis = bureau.number(deel_id), bureau.expected_version()
    typed = CONCEPT.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        bewaar_concept(werk, number, basis, typed)
        return Uitkomst(versie=basis)

    return bureau.doe(visit, act)


def drop_draft(visit: Visit, deel_id: str) -> Response:
    number = bureau.number(deel_id)

    def act(werk: Werk) -> Uitkomst:
        gooi_concept_weg(werk, number)
        return Uitkomst()

    return bureau.doe(visit, act)


def add(visit: Visit, abonnement_id: str) -> Response:
    number = bureau.number(abonnement_id)
    organisatie_id = ORGANISATIE.load(read_object(request))["organisatie_id"]

    def act(werk: Werk) -> Uitkomst:
        made = vraag_organisatie(werk, number, organisatie_id)
        found = lees_na_handeling(werk, made)
        return Uitkomst(antwoord.of_deel(found), found.deel.rij.versie, f"/v1/formulierdelen/{made}", nieuw=True)

    return bureau.doe(visit, act)


def remove(visit: Visit, deel_id: str) -> Response:
    number, versie = bureau.number(deel_id), bureau.expected_version()

    def act(werk: Werk) -> Uitkomst:
        verwijder_deel(werk, number, versie)
        return Uitkomst()

    return bureau.doe(visit, act)


def _on_own(visit: Visit, number: int, change: Callable[[Werk], int]) -> Response:
    """Do something with a part, and answer with the part as it is then."""

    def act(werk: Werk) -> Uitkomst:
        change(werk)
        found = lees_na_handeling(werk, number)
        return Uitkomst(antwoord.of_deel(found), found.deel.rij.versie)

    return bureau.doe(visit, act)
