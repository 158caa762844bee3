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
    LIJST_INGEZIEN = "lijst_ingezien"
    DOSSIER_INGEZIEN = "dossier_ingezien"
    PERSOON_GEZOCHT = "persoon_gezocht"


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
    # A list at the desk: which one, narrowed by what, and who stood on it.
    Event.LIJST_INGEZIEN: frozenset({"lijst", "filters", "personen"}),
    # Something of one person at the desk: `wat` says which part.
    Event.DOSSIER_INGEZIEN: frozenset({"wat", "persoon", "abonnement", "nummer"}),
    Event.PERSOON_GEZOCHT: frozenset({"naam", "geboortedatum", "getoond"}),
}
