"""The closed catalogue of what can be recorded, with the fields that each record may hold."""

from enum import StrEnum


class Event(StrEnum):
    AANMELDING_GELUKT = "aanmelding_gelukt"
    AANMELDING_GEWEIGERD = "aanmelding_geweigerd"
    AFMELDING = "afmelding"
    SESSIE_HERGEBRUIKT = "sessie_hergebruikt"
    TOEGANG_GEWEIGERD = "toegang_geweigerd"
    ZOEKVRAAG = "zoekvraag"
    INZAGE = "inzage"
    INZAGE_GEWEIGERD = "inzage_geweigerd"
    BATCH_ZOEKEN = "batch_zoeken"
    KAART_GEPUBLICEERD = "kaart_gepubliceerd"
    KAART_INGETROKKEN = "kaart_ingetrokken"
    REGISTER_INGELEZEN = "register_ingelezen"
    ACCOUNT_GEMAAKT = "account_gemaakt"
    ACCOUNT_GEWIJZIGD = "account_gewijzigd"
    ANTWOORD_HERHAALD = "antwoord_herhaald"
    LIJST_INGEZIEN = "lijst_ingezien"
    DOSSIER_INGEZIEN = "dossier_ingezien"
    PERSOON_GEZOCHT = "persoon_gezocht"
    FORMULIERDEEL_TOEGEVOEGD = "formulierdeel_toegevoegd"
    FORMULIERDEEL_VERWIJDERD = "formulierdeel_verwijderd"
    FORMULIERDEEL_INGEVULD = "formulierdeel_ingevuld"
    FORMULIERDEEL_BEVESTIGD = "formulierdeel_bevestigd"
    FORMULIERDEEL_TERUGGESTUURD = "formulierdeel_teruggestuurd"
    FORMULIERDEEL_BEZWAAR = "formulierdeel_bezwaar"
    FORMULIERDEEL_BEZWAAR_INGETROKKEN = "formulierdeel_bezwaar_ingetrokken"
    FORMULIERDEEL_CONCEPT = "formulierdeel_concept"
    FORMULIERDEEL_HERINNERD = "formulierdeel_herinnerd"
    STRAATINLICHTINGEN_GEWIJZIGD = "straatinlichtingen_gewijzigd"
    ORGANISATIE_GEMAAKT = "organisatie_gemaakt"
    ORGANISATIE_GEWIJZIGD = "organisatie_gewijzigd"
    TERMIJN_VASTGELEGD = "termijn_vastgelegd"
    ABONNEMENT_GEOPEND = "abonnement_geopend"
    ABONNEMENT_GEWIJZIGD = "abonnement_gewijzigd"
    ABONNEMENT_OPGESCHORT = "abonnement_opgeschort"
    ABONNEMENT_HERVAT = "abonnement_hervat"
    ABONNEMENT_BEEINDIGD = "abonnement_beeindigd"
    PERSOON_GEWIJZIGD = "persoon_gewijzigd"
    PERSONEN_SAMENGEVOEGD = "personen_samengevoegd"
    SAMENVOEGING_ONGEDAAN = "samenvoeging_ongedaan"
    CONCEPT_GESCHREVEN = "concept_geschreven"
    CONCEPT_VERWIJDERD = "concept_verwijderd"
    CONCEPT_INGEDIEND = "concept_ingediend"
    CONCEPT_TERUGGESTUURD = "concept_teruggestuurd"
    AFSPRAAK_GEPUBLICEERD = "afspraak_gepubliceerd"
    ACTIE_GEWIJZIGD = "actie_gewijzigd"
    ABONNEMENT_NAGEKEKEN = "abonnement_nagekeken"
    MELDING_GEDAAN = "melding_gedaan"
    MELDING_BEHANDELD = "melding_behandeld"
    MELDING_GELEZEN = "melding_gelezen"
    REGISTER_UITGEVOERD = "register_uitgevoerd"
    CONTACTPERSOON_GEMAAKT = "contactpersoon_gemaakt"
    CONTACTPERSOON_GEWIJZIGD = "contactpersoon_gewijzigd"
    CONTACTPERSOON_UITGESCHAKELD = "contactpersoon_uitgeschakeld"
    CONTACTPERSOON_INGESCHAKELD = "contactpersoon_ingeschakeld"
    CONTACTVOLGORDE_GEWIJZIGD = "contactvolgorde_gewijzigd"
    CONTACTPERSONEN_INGELEZEN = "contactpersonen_ingelezen"


# A part of the form: its number, whose it is, and of which abonnement.
_DEEL = frozenset({"deel", "abonnement", "organisatie"})

# A field that is not named here cannot be written, so that no stray argument carries personal data along.
FIELDS: dict[Event, frozenset[str]] = {
    Event.AANMELDING_GELUKT: frozenset(),
    Event.AANMELDING_GEWEIGERD: frozenset({"poging", "reden"}),
    Event.AFMELDING: frozenset(),
    Event.SESSIE_HERGEBRUIKT: frozenset(),
    Event.TOEGANG_GEWEIGERD: frozenset({"route", "code"}),
    Event.ZOEKVRAAG: frozenset(
        {
            "reden",
            "toelichting",
            "meldingsnummer",
            # What was typed as the name, and the question that was understood.
            "getypt",
            "naam",
            "voornaam",
            "achternaam",
            "geboortedatum",
            "geboortejaarOngeveer",
            "uitkomst",
            "getoond",  # [{"kandidaat", "persoon", "gevondenOp"}], best first
        }
    ),
    Event.INZAGE: frozenset({"zoekvraag", "persoon"}),
    Event.INZAGE_GEWEIGERD: frozenset({"zoekvraag", "reden"}),
    Event.BATCH_ZOEKEN: frozenset({"aantal"}),
    Event.KAART_GEPUBLICEERD: frozenset({"persoon", "digest"}),
    Event.KAART_INGETROKKEN: frozenset({"persoon", "digest"}),
    Event.REGISTER_INGELEZEN: frozenset({"nieuw", "gewijzigd", "ongewijzigd", "geweigerd"}),
    Event.ACCOUNT_GEMAAKT: frozenset({"account", "rol"}),
    Event.ACCOUNT_GEWIJZIGD: frozenset({"account", "wat"}),
    # The answer to an act, given again because the same request came again: when it was done, the address that was
    # asked (`waar`), and what it made (`plek`).
    Event.ANTWOORD_HERHAALD: frozenset({"gedaanOp", "waar", "plek"}),
    # A list at the desk: which one, narrowed by what, and who stood on it.
    Event.LIJST_INGEZIEN: frozenset({"lijst", "filters", "personen"}),
    # Something of one person at the desk: `wat` says which part.
    Event.DOSSIER_INGEZIEN: frozenset({"wat", "persoon", "abonnement", "nummer"}),
    Event.PERSOON_GEZOCHT: frozenset({"naam", "geboortedatum", "getoond"}),
    # The texts of a part are not kept here: whoever reads the trail reads who did what, not what was said of somebody.
    Event.FORMULIERDEEL_TOEGEVOEGD: _DEEL,
    Event.FORMULIERDEEL_VERWIJDERD: _DEEL,
    Event.FORMULIERDEEL_INGEVULD: _DEEL | {"versie", "neemtDeel", "contactpersonen", "inlichtingen"},
    Event.FORMULIERDEEL_BEVESTIGD: _DEEL | {"versie"},
    Event.FORMULIERDEEL_TERUGGESTUURD: _DEEL | {"versie"},
    Event.FORMULIERDEEL_BEZWAAR: _DEEL | {"versie"},
    Event.FORMULIERDEEL_BEZWAAR_INGETROKKEN: _DEEL | {"versie"},
    Event.FORMULIERDEEL_CONCEPT: _DEEL | {"wat"},
    Event.FORMULIERDEEL_HERINNERD: _DEEL | {"bericht"},
    Event.STRAATINLICHTINGEN_GEWIJZIGD: frozenset({"abonnement", "versie", "aantal"}),
    Event.ORGANISATIE_GEMAAKT: frozenset({"organisatie"}),
    Event.ORGANISATIE_GEWIJZIGD: frozenset({"organisatie", "wat"}),
    Event.TERMIJN_VASTGELEGD: frozenset({"regime", "versie", "toetsenNaMaanden", "eindeNaMaanden"}),
    Event.ABONNEMENT_GEOPEND: frozenset(
        {"abonnement", "persoon", "nieuwePersoon", "aanpak", "eigenaar", "bekekenDubbelen"}
    ),
    # Which fields changed and to which version; what they say stands in the register.
    Event.ABONNEMENT_GEWIJZIGD: frozenset({"abonnement", "persoon", "velden", "versie"}),
    Event.ABONNEMENT_OPGESCHORT: frozenset({"abonnement", "persoon", "versie", "reden"}),
    Event.ABONNEMENT_HERVAT: frozenset({"abonnement", "persoon", "versie", "reden"}),
    Event.ABONNEMENT_BEEINDIGD: frozenset({"abonnement", "persoon", "versie", "reden"}),
    Event.PERSOON_GEWIJZIGD: frozenset({"persoon", "velden", "versie"}),
    Event.PERSONEN_SAMENGEVOEGD: frozenset({"samenvoeging", "van", "naar", "abonnementen", "reden"}),
    Event.SAMENVOEGING_ONGEDAAN: frozenset({"samenvoeging", "van", "naar", "abonnementen", "reden"}),
    Event.CONCEPT_GESCHREVEN: frozenset({"persoon", "abonnement", "versie"}),
    Event.CONCEPT_VERWIJDERD: frozenset({"persoon", "abonnement", "versie"}),
    Event.CONCEPT_INGEDIEND: frozenset({"persoon", "abonnement", "versie"}),
    Event.CONCEPT_TERUGGESTUURD: frozenset({"persoon", "abonnement", "versie"}),
    # The numbers of the versions that were added, by part, and whose work they were.
    Event.AFSPRAAK_GEPUBLICEERD: frozenset({"persoon", "abonnement", "versies", "concept", "schrijvers", "indiener"}),
    Event.ACTIE_GEWIJZIGD: frozenset({"actie", "wat"}),
    Event.ABONNEMENT_NAGEKEKEN: frozenset({"abonnement", "persoon", "toetsenVoor"}),
    # What the street reports: which card it was about (`digest`, `raadpleging`); the words stand with the report.
    Event.MELDING_GEDAAN: frozenset({"melding", "persoon", "abonnement", "urgentie", "raadpleging", "digest"}),
    Event.MELDING_BEHANDELD: frozenset({"melding", "persoon", "abonnement", "status"}),
    Event.MELDING_GELEZEN: frozenset({"melding"}),
    Event.REGISTER_UITGEVOERD: frozenset({"personen", "abonnementen", "digest"}),
    # `wat`: the names of the fields that changed; `kaarten`: of how many persons the card changed.
    Event.CONTACTPERSOON_GEMAAKT: frozenset({"contactpersoon", "organisatie"}),
    Event.CONTACTPERSOON_GEWIJZIGD: frozenset({"contactpersoon", "wat", "kaarten"}),
    Event.CONTACTPERSOON_UITGESCHAKELD: frozenset({"contactpersoon", "opvolger", "kaarten"}),
    Event.CONTACTPERSOON_INGESCHAKELD: frozenset({"contactpersoon"}),
    Event.CONTACTVOLGORDE_GEWIJZIGD: frozenset({"abonnement", "contactpersonen", "eerste", "kaarten"}),
    Event.CONTACTPERSONEN_INGELEZEN: frozenset({"organisatie", "nieuw", "gewijzigd", "kaarten"}),
}
