"""THE table: everything that can be asked of this service, by whom, and what is recorded of it."""

from collections.abc import Callable
from functools import partial, wraps

from flask import Flask, Response

from api import auth, client, health, openapi, operations, redenen, sessies, zoekvragen
from api.abonnementen import beschrijving as van_abonnementen
from api.abonnementen import naslag, personen, samenvoegingen
from api.abonnementen import views as abonnementen
from api.afspraken import acties
from api.afspraken import beschrijving as van_afspraken
from api.afspraken import views as afspraken
from api.body import FORBIDDEN
from api.contactpersonen import beschrijving as van_contactpersonen
from api.contactpersonen import bestand as contactbestand
from api.contactpersonen import views as contactpersonen
from api.formulier import beschrijving as van_formulieren
from api.formulier import views as formulieren
from api.organisaties import beschrijving as van_organisaties
from api.organisaties import views as organisaties
from api.route import Open, Route, Unrecorded
from api.site import Site
from api.werklijst import beschrijving as werk
from api.werklijst import meldingen
from api.werklijst import views as werklijsten
from app.access.rules import Permission
from app.audit.events import Event

PUBLIC = Open("the client's own files, the same for everybody")
NO_DATA = Unrecorded("holds nothing about anybody")
PROBE = Open("whoever watches over the machines has no account")

# fmt: off
ROUTES = (
    Route("POST", "/v1/sessies", sessies.create,
          Open("whoever signs in has no session yet"), Event.AANMELDING_GELUKT, operations.MELD_AAN),
    Route("GET", "/v1/sessies/huidige", sessies.show, Permission.OWN_SESSION,
          Unrecorded("tells a caller who the caller is"), operations.TOON_SESSIE),
    Route("DELETE", "/v1/sessies/huidige", sessies.end, Permission.OWN_SESSION, Event.AFMELDING,
          operations.MELD_AF),
    Route("POST", "/v1/sessies/huidige/verversingen", sessies.refresh,
          Open("guarded by the refresh token itself, and by CSRF, in auth.refresh"),
          Unrecorded("shows nothing; a token that is used twice is recorded where it is found out"),
          operations.VERVERS),
    Route("GET", "/v1/redenen", redenen.show, Permission.OWN_SESSION, NO_DATA, operations.TOON_REDENEN),
    Route("POST", "/v1/zoekvragen", zoekvragen.create, Permission.STREET_SEARCH, Event.ZOEKVRAAG,
          operations.STEL_ZOEKVRAAG),
    Route("POST", "/v1/zoekvragen/<zoekvraag_id>/inzages", zoekvragen.open_card,
          Permission.STREET_SEARCH, Event.INZAGE, operations.OPEN_KAART),
    # abonnementen
    Route("GET", "/v1/naslag", naslag.show, Permission.REFERENCE_READ, NO_DATA, van_abonnementen.TOON_NASLAG),
    Route("POST", "/v1/regimes/<code>/termijnen", naslag.add_termijn, Permission.REFERENCE_MANAGE,
          Event.TERMIJN_VASTGELEGD, van_abonnementen.STEL_TERMIJN_VAST),
    Route("POST", "/v1/abonnementen", abonnementen.create, Permission.ABONNEMENT_OPEN, Event.ABONNEMENT_GEOPEND,
          van_abonnementen.OPEN_ABONNEMENT),
    Route("GET", "/v1/abonnementen", abonnementen.index, Permission.ABONNEMENT_READ, Event.LIJST_INGEZIEN,
          van_abonnementen.LIJST_ABONNEMENTEN),
    Route("GET", "/v1/abonnementen/<abonnement_id>", abonnementen.show, Permission.ABONNEMENT_READ,
          Event.DOSSIER_INGEZIEN, van_abonnementen.TOON_ABONNEMENT),
    Route("PATCH", "/v1/abonnementen/<abonnement_id>", abonnementen.change, Permission.ABONNEMENT_CHANGE,
          Event.ABONNEMENT_GEWIJZIGD, van_abonnementen.WIJZIG_ABONNEMENT),
    Route("POST", "/v1/abonnementen/<abonnement_id>/opschortingen", abonnementen.suspend,
          Permission.ABONNEMENT_CHANGE, Event.ABONNEMENT_OPGESCHORT, van_abonnementen.SCHORT_OP),
    Route("POST", "/v1/abonnementen/<abonnement_id>/hervattingen", abonnementen.resume,
          Permission.ABONNEMENT_CHANGE, Event.ABONNEMENT_HERVAT, van_abonnementen.HERVAT),
    Route("POST", "/v1/abonnementen/<abonnement_id>/beeindigingen", abonnementen.end,
          Permission.ABONNEMENT_CHANGE, Event.ABONNEMENT_BEEINDIGD, van_abonnementen.BEEINDIG),
    Route("POST", "/v1/persoonvragen", personen.search, Permission.PERSON_SEARCH, Event.PERSOON_GEZOCHT,
          van_abonnementen.ZOEK_PERSOON),
    Route("GET", "/v1/personen/<persoon_id>", personen.show, Permission.ABONNEMENT_READ, Event.DOSSIER_INGEZIEN,
          van_abonnementen.TOON_PERSOON),
    Route("PATCH", "/v1/personen/<persoon_id>", personen.change, Permission.PERSON_CHANGE, Event.PERSOON_GEWIJZIGD,
          van_abonnementen.WIJZIG_PERSOON),
    Route("POST", "/v1/samenvoegingen", samenvoegingen.create, Permission.PERSON_MERGE, Event.PERSONEN_SAMENGEVOEGD,
          van_abonnementen.VOEG_SAMEN),
    Route("GET", "/v1/samenvoegingen", samenvoegingen.index, Permission.PERSON_MERGE, Event.LIJST_INGEZIEN,
          van_abonnementen.LIJST_SAMENVOEGINGEN),
    Route("GET", "/v1/samenvoegingen/<samenvoeging_id>", samenvoegingen.show, Permission.PERSON_MERGE,
          Event.DOSSIER_INGEZIEN, van_abonnementen.TOON_SAMENVOEGING),
    Route("POST", "/v1/samenvoegingen/<samenvoeging_id>/ongedaanmakingen", samenvoegingen.undo_it,
          Permission.PERSON_MERGE, Event.SAMENVOEGING_ONGEDAAN, van_abonnementen.MAAK_ONGEDAAN),
    # formulieren
    Route("GET", "/v1/abonnementen/<abonnement_id>/formulier", formulieren.show_form, Permission.ABONNEMENT_READ,
          Event.DOSSIER_INGEZIEN, van_formulieren.TOON_FORMULIER),
    Route("POST", "/v1/abonnementen/<abonnement_id>/formulierdelen", formulieren.add, Permission.FORM_MANAGE,
          Event.FORMULIERDEEL_TOEGEVOEGD, van_formulieren.VRAAG_ORGANISATIE),
    Route("GET", "/v1/formulierdelen", formulieren.index, Permission.FORM_PART, Event.LIJST_INGEZIEN,
          van_formulieren.LIJST_DELEN),
    Route("GET", "/v1/formulierdelen/<deel_id>", formulieren.show, Permission.FORM_PART, Event.DOSSIER_INGEZIEN,
          van_formulieren.TOON_DEEL),
    Route("PUT", "/v1/formulierdelen/<deel_id>", formulieren.fill_in, Permission.FORM_PART,
          Event.FORMULIERDEEL_INGEVULD, van_formulieren.VUL_DEEL_IN),
    Route("DELETE", "/v1/formulierdelen/<deel_id>", formulieren.remove, Permission.FORM_MANAGE,
          Event.FORMULIERDEEL_VERWIJDERD, van_formulieren.VERWIJDER_DEEL),
    Route("PUT", "/v1/formulierdelen/<deel_id>/concept", formulieren.keep_draft, Permission.FORM_PART,
          Event.FORMULIERDEEL_CONCEPT, van_formulieren.BEWAAR_CONCEPT),
    Route("DELETE", "/v1/formulierdelen/<deel_id>/concept", formulieren.drop_draft, Permission.FORM_PART,
          Event.FORMULIERDEEL_CONCEPT, van_formulieren.GOOI_CONCEPT_WEG),
    Route("POST", "/v1/formulierdelen/<deel_id>/bevestigingen", formulieren.confirm, Permission.FORM_PART,
          Event.FORMULIERDEEL_BEVESTIGD, van_formulieren.BEVESTIG_DEEL),
    Route("POST", "/v1/formulierdelen/<deel_id>/terugzendingen", formulieren.send_back, Permission.FORM_MANAGE,
          Event.FORMULIERDEEL_TERUGGESTUURD, van_formulieren.STUUR_DEEL_TERUG),
    Route("POST", "/v1/formulierdelen/<deel_id>/bezwaren", formulieren.object_to, Permission.FORM_PART,
          Event.FORMULIERDEEL_BEZWAAR, van_formulieren.MAAK_BEZWAAR),
    Route("DELETE", "/v1/formulierdelen/<deel_id>/bezwaren", formulieren.take_objection_back, Permission.FORM_PART,
          Event.FORMULIERDEEL_BEZWAAR_INGETROKKEN, van_formulieren.TREK_BEZWAAR_IN),
    Route("POST", "/v1/formulierdelen/<deel_id>/herinneringen", formulieren.remind, Permission.FORM_MANAGE,
          Event.FORMULIERDEEL_HERINNERD, van_formulieren.HERINNER),
    # organisaties
    Route("GET", "/v1/organisaties", organisaties.index, Permission.REFERENCE_MANAGE, NO_DATA,
          van_organisaties.LIJST),
    Route("GET", "/v1/organisaties/<organisatie_id>", organisaties.show, Permission.REFERENCE_MANAGE, NO_DATA,
          van_organisaties.TOON),
    Route("POST", "/v1/organisaties", organisaties.create, Permission.REFERENCE_MANAGE, Event.ORGANISATIE_GEMAAKT,
          van_organisaties.MAAK),
    Route("PATCH", "/v1/organisaties/<organisatie_id>", organisaties.change, Permission.REFERENCE_MANAGE,
          Event.ORGANISATIE_GEWIJZIGD, van_organisaties.WIJZIG),
    # afspraken
    Route("GET", "/v1/abonnementen/<abonnement_id>/concept", afspraken.show, Permission.AFSPRAAK_READ,
          Event.DOSSIER_INGEZIEN, van_afspraken.TOON_CONCEPT),
    Route("PUT", "/v1/abonnementen/<abonnement_id>/concept", afspraken.save, Permission.AFSPRAAK_WRITE,
          Event.CONCEPT_GESCHREVEN, van_afspraken.SCHRIJF_CONCEPT),
    Route("DELETE", "/v1/abonnementen/<abonnement_id>/concept", afspraken.remove, Permission.AFSPRAAK_WRITE,
          Event.CONCEPT_VERWIJDERD, van_afspraken.VERWIJDER_CONCEPT),
    Route("POST", "/v1/abonnementen/<abonnement_id>/concept/indieningen", afspraken.submit,
          Permission.AFSPRAAK_WRITE, Event.CONCEPT_INGEDIEND, van_afspraken.DIEN_IN),
    Route("POST", "/v1/abonnementen/<abonnement_id>/concept/terugzendingen", afspraken.send_back,
          Permission.AFSPRAAK_APPROVE, Event.CONCEPT_TERUGGESTUURD, van_afspraken.ZEND_TERUG),
    Route("POST", "/v1/abonnementen/<abonnement_id>/concept/goedkeuringen", afspraken.approve,
          Permission.AFSPRAAK_APPROVE, Event.AFSPRAAK_GEPUBLICEERD, van_afspraken.KEUR_GOED),
    Route("POST", "/v1/abonnementen/<abonnement_id>/voorbeelden", afspraken.preview, Permission.AFSPRAAK_WRITE,
          Event.DOSSIER_INGEZIEN, van_afspraken.MAAK_VOORBEELD),
    Route("GET", "/v1/abonnementen/<abonnement_id>/versies", afspraken.versions, Permission.AFSPRAAK_READ,
          Event.DOSSIER_INGEZIEN, van_afspraken.TOON_VERSIES),
    Route("GET", "/v1/abonnementen/<abonnement_id>/straatkaarten", afspraken.cards, Permission.AFSPRAAK_READ,
          Event.DOSSIER_INGEZIEN, van_afspraken.TOON_STRAATKAARTEN),
    Route("POST", "/v1/taaladviezen", afspraken.advise_on, Permission.FORM_PART,
          Unrecorded("a text that its writer sends is read for its words and forgotten"), van_afspraken.ADVISEER),
    Route("GET", "/v1/acties", acties.index, Permission.REFERENCE_READ, NO_DATA, van_afspraken.TOON_ACTIES),
    Route("GET", "/v1/acties/<code>", acties.show, Permission.REFERENCE_READ, NO_DATA, van_afspraken.TOON_ACTIE),
    Route("POST", "/v1/acties", acties.create, Permission.REFERENCE_MANAGE, Event.ACTIE_GEWIJZIGD,
          van_afspraken.MAAK_ACTIE),
    Route("PATCH", "/v1/acties/<code>", acties.change, Permission.REFERENCE_MANAGE, Event.ACTIE_GEWIJZIGD,
          van_afspraken.WIJZIG_ACTIE),
    # contactpersonen
    Route("GET", "/v1/contactpersonen", contactpersonen.index, Permission.CONTACT_MANAGE, Event.LIJST_INGEZIEN,
          van_contactpersonen.LIJST),
    Route("POST", "/v1/contactpersonen", contactpersonen.create, Permission.CONTACT_MANAGE,
          Event.CONTACTPERSOON_GEMAAKT, van_contactpersonen.MAAK),
    Route("GET", "/v1/contactpersonen/<contactpersoon_id>", contactpersonen.show, Permission.CONTACT_MANAGE,
          Event.LIJST_INGEZIEN, van_contactpersonen.TOON),
    Route("PATCH", "/v1/contactpersonen/<contactpersoon_id>", contactpersonen.change, Permission.CONTACT_MANAGE,
          Event.CONTACTPERSOON_GEWIJZIGD, van_contactpersonen.WIJZIG),
    Route("POST", "/v1/contactpersonen/<contactpersoon_id>/uitschakelingen", contactpersonen.switch_off,
          Permission.CONTACT_MANAGE, Event.CONTACTPERSOON_UITGESCHAKELD, van_contactpersonen.SCHAKEL_UIT),
    Route("POST", "/v1/contactpersonen/<contactpersoon_id>/inschakelingen", contactpersonen.switch_on,
          Permission.CONTACT_MANAGE, Event.CONTACTPERSOON_INGESCHAKELD, van_contactpersonen.SCHAKEL_IN),
    Route("GET", "/v1/abonnementen/<abonnement_id>/contactpersonen", contactpersonen.show_order,
          Permission.ABONNEMENT_READ, Event.DOSSIER_INGEZIEN, van_contactpersonen.TOON_VOLGORDE),
    Route("PUT", "/v1/abonnementen/<abonnement_id>/contactpersonen", contactpersonen.put_order,
          Permission.FORM_MANAGE, Event.CONTACTVOLGORDE_GEWIJZIGD, van_contactpersonen.ZET_VOLGORDE),
    Route("GET", "/v1/contactpersonen-bestand", contactbestand.show, Permission.CONTACT_MANAGE,
          Event.LIJST_INGEZIEN, van_contactpersonen.TOON_BESTAND),
    Route("POST", "/v1/contactpersonen-bestand/inlezingen", contactbestand.take_in, Permission.CONTACT_MANAGE,
          Event.CONTACTPERSONEN_INGELEZEN, van_contactpersonen.LEES_BESTAND_IN),
    # the description, and the client
    # werklijsten
    Route("GET", "/v1/werklijsten", werklijsten.index, Permission.WORKLIST, Event.LIJST_INGEZIEN, werk.TEL),
    Route("GET", "/v1/werklijsten/te-toetsen", werklijsten.te_toetsen, Permission.AFSPRAAK_WRITE,
          Event.LIJST_INGEZIEN, werk.TE_TOETSEN),
    Route("GET", "/v1/werklijsten/verouderd", werklijsten.verouderd, Permission.AFSPRAAK_WRITE,
          Event.LIJST_INGEZIEN, werk.VEROUDERD),
    Route("GET", "/v1/werklijsten/onvolledig", werklijsten.onvolledig, Permission.ABONNEMENT_CHANGE,
          Event.LIJST_INGEZIEN, werk.ONVOLLEDIGE),
    Route("GET", "/v1/werklijsten/eigen-deel", werklijsten.eigen_deel, Permission.FORM_PART,
          Event.LIJST_INGEZIEN, werk.EIGEN_DELEN),
    Route("GET", "/v1/werklijsten/te-keuren", werklijsten.te_keuren, Permission.AFSPRAAK_APPROVE,
          Event.LIJST_INGEZIEN, werk.TE_KEUREN),
    Route("GET", "/v1/werklijsten/teruggestuurd", werklijsten.teruggestuurd, Permission.AFSPRAAK_WRITE,
          Event.LIJST_INGEZIEN, werk.TERUG),
    Route("POST", "/v1/abonnementen/<abonnement_id>/toetsingen", werklijsten.toets, Permission.AFSPRAAK_WRITE,
          Event.ABONNEMENT_NAGEKEKEN, werk.TOETS),
    Route("POST", "/v1/raadplegingen/<raadpleging_id>/meldingen", meldingen.create, Permission.STREET_REPORT,
          Event.MELDING_GEDAAN, werk.MELD),
    Route("GET", "/v1/meldingen", meldingen.index, Permission.REPORT_READ, Event.LIJST_INGEZIEN,
          werk.TOON_MELDINGEN),
    Route("GET", "/v1/meldingen/<melding_id>", meldingen.show, Permission.REPORT_READ, Event.DOSSIER_INGEZIEN,
          werk.TOON_MELDING),
    Route("POST", "/v1/meldingen/<melding_id>/behandelingen", meldingen.handle, Permission.REPORT_HANDLE,
          Event.MELDING_BEHANDELD, werk.BEHANDEL),
    Route("POST", "/v1/meldingen/<melding_id>/lezingen", meldingen.see, Permission.STREET_REPORT,
          Event.MELDING_GELEZEN, werk.LEES),
    Route("GET", "/v1/openapi.json", openapi.show, Open("a description without data, for who builds on it"), NO_DATA,
          operations.TOON_BESCHRIJVING),
    Route("GET", "/health/live", health.live, PROBE, NO_DATA),
    Route("GET", "/health/ready", health.ready, PROBE, NO_DATA),
    Route("GET", "/", client.show_at_root, PUBLIC, NO_DATA),
    Route("GET", "/sw.js", client.show_at_root, PUBLIC, NO_DATA),
    Route("GET", "/manifest.webmanifest", client.show_at_root, PUBLIC, NO_DATA),
    Route("GET", "/favicon.ico", client.show_at_root, PUBLIC, NO_DATA),
    Route("GET", "/bureau", client.show_desk, PUBLIC, NO_DATA),
    Route("GET", "/bureau/", client.show_desk, PUBLIC, NO_DATA),
    Route("GET", "/bureau/<path:rest>", client.show_desk, PUBLIC, NO_DATA),
    Route("GET", "/a/<tree>/<path:path>", client.show_hashed, PUBLIC, NO_DATA),
)
# fmt: on


def register(app: Flask, site: Site) -> None:
    for route in ROUTES:
        app.add_url_rule(
            route.path,
            endpoint=f"{route.method} {route.path}",
            view_func=_guarded(site, route),
            methods=[route.method],
            provide_automatic_options=False,
        )


def _guarded(site: Site, route: Route) -> Callable[..., Response]:
    if isinstance(route.access, Open):
        return partial(route.view, site)
    permission = route.access

    @wraps(route.view)
    def enter(**parts: str) -> Response:
        # No database holds such a character, and one of them does not even look for it: this names nothing.
        named = {name: "" if FORBIDDEN.search(part) else part for name, part in parts.items()}
        return route.view(auth.admit(site, permission), **named)

    return enter
