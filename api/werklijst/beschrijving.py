"""What the API description says of worklists, reviews and reports. All persons are invented."""

from typing import Any

from api.examples import AFSPRAAK
from api.operations import Operation
from api.werklijst import antwoord, invoer

TAG = {"name": "werklijsten", "description": "Wat er wacht, nakijken wat afgesproken is, en meldingen van de straat."}

WIE: dict[str, Any] = {"id": 17, "naam": "Jan van der Berg", "geboortedatum": "1994-03-07"}
WACHTEND: dict[str, Any] = {
    "abonnement": 41,
    "versie": 3,
    "status": "actief",
    "persoon": WIE,
    "aanpak": {"code": "levensloop", "naam": "Levensloopaanpak"},
    "eigenaar": "ZVH Utrecht",
}
TOETSBAAR = WACHTEND | {
    "toetsenVoor": "2026-12-01",
    "einde": "2028-02-01",
    "actie": "Eerst overleggen",
    "kern": "Eerst bellen.",
    "bejegening": "Rustig blijven en ruimte geven.",
    "voorstel": "2027-11-22",
}
ONVOLLEDIG = WACHTEND | {
    "delen": [
        {
            "id": 5,
            "organisatie": "GGZ Utrecht",
            "status": "open",
            "gevraagdOp": "2026-10-01T09:00:00.000Z",
            "herinnerdOp": None,
        }
    ]
}
EIGEN_DEEL = WACHTEND | {
    "deel": 5,
    "deelstatus": "teruggestuurd",
    "vraag": "Wie is er in het weekend te bellen?",
    "gevraagdOp": "2026-10-01T09:00:00.000Z",
}
INGEDIEND = WACHTEND | {"sinds": "2026-11-20T09:00:00.000Z", "opmerking": None}
TERUGGESTUURD = WACHTEND | {"sinds": "2026-11-20T09:00:00.000Z", "opmerking": "De tweede regel is niet duidelijk."}
MELDING: dict[str, Any] = {
    "id": 8,
    "versie": 2,
    "status": "afgehandeld",
    "urgentie": "gewoon",
    "tekst": "Hij woont hier niet meer.",
    "gemeldOp": "2026-11-21T02:10:00.000Z",
    "antwoord": "Dank je. Het is aangepast.",
    "behandeldOp": "2026-11-21T09:00:00.000Z",
    "gelezenOp": None,
    "nieuws": True,
    "aanpak": WACHTEND["aanpak"],
    "eigenaar": "ZVH Utrecht",
    "abonnement": 41,
    "persoon": WIE,
}
MELDING_VAN_MELDER = MELDING | {"abonnement": None, "persoon": None}
KADER = {"gemeld": 1, "nu": 2, "tekst": "Direct aanhouden — Ook bij een klein delict."}

TOEN = {"afspraak": AFSPRAAK, "anders": ["handelingskader", "contactpersonen"]}


def _lijst(name: str, gives: str, filters: type[Any], answer: type[Any], item: dict[str, Any]) -> Operation:
    return Operation(
        name=name,
        tag="werklijsten",
        summary=gives,
        gives="Een bladzijde van de lijst, in vaste volgorde.",
        filters=filters,
        answers=(answer,),
        examples={"lijst": {"items": [item], "volgende": None}},
    )


TEL = Operation(
    name="telWerklijsten",
    tag="werklijsten",
    summary="De lijsten van deze rol, en hoeveel er op elk wacht",
    gives="Per lijst het aantal en wat het langst wacht.",
    answers=(antwoord.TellingenSchema,),
    examples={
        "zvh": {"lijsten": [{"naam": "verouderd", "aantal": 12, "meer": False, "oudste": "2026-10-04", "dringend": 0}]},
    },
)
TE_TOETSEN = _lijst(
    "toonTeToetsen",
    "Wat binnen 30 dagen nagekeken moet zijn",
    invoer.ToetsenFilterSchema,
    antwoord.ToetslijstSchema,
    TOETSBAAR,
)
VEROUDERD = _lijst("toonVerouderd", "Wat te laat is", invoer.ToetsenFilterSchema, antwoord.ToetslijstSchema, TOETSBAAR)
ONVOLLEDIGE = _lijst(
    "toonOnvolledig",
    "Formulieren waarin iets ontbreekt, met van wie en sinds wanneer",
    invoer.OnvolledigFilterSchema,
    antwoord.OnvolledigeSchema,
    ONVOLLEDIG,
)
EIGEN_DELEN = _lijst(
    "toonEigenDelen",
    "De delen die de eigen organisatie nog moet invullen of bevestigen",
    invoer.DelenFilterSchema,
    antwoord.EigenDelenSchema,
    EIGEN_DEEL,
)
TE_KEUREN = _lijst(
    "toonTeKeuren",
    "Wat een collega indiende en nog niet gekeurd is",
    invoer.ToetsenFilterSchema,
    antwoord.ConceptenSchema,
    INGEDIEND,
)
TERUG = _lijst(
    "toonTeruggestuurd",
    "Wat bij het keuren is teruggestuurd",
    invoer.ToetsenFilterSchema,
    antwoord.ConceptenSchema,
    TERUGGESTUURD,
)
TOETS = Operation(
    name="kijkNa",
    tag="werklijsten",
    summary="Nagekeken, nog juist: een nieuwe versie die meteen gepubliceerd is",
    gives="Tot wanneer de afspraak nu geldt.",
    status=201,
    takes=invoer.ToetsingSchema,
    changes=True,
    once=True,
    answers=(antwoord.ToetsingAntwoordSchema,),
    examples={"nagekeken": {"abonnement": 41, "toetsenVoor": "2027-11-22", "nagekekenOp": "2026-11-22T09:00:00.000Z"}},
    problems=(404, 409),
)
MELD = Operation(
    name="meld",
    tag="werklijsten",
    summary="Melden dat een kaart niet klopt; alleen na een eigen, recente raadpleging",
    gives="De melding staat in de inbox van wie de afspraak beheert.",
    status=201,
    takes=invoer.MeldingSchema,
    once=True,
    answers=(antwoord.MeldingGedaanSchema,),
    examples={
        "gemeld": {"id": 8, "status": "nieuw", "urgentie": "gewoon", "gemeldOp": "2026-11-21T02:10:00.000Z"},
    },
    problems=(404, 409),
)
TOON_MELDINGEN = Operation(
    name="toonMeldingen",
    tag="werklijsten",
    summary="De inbox; voor een agent de eigen meldingen",
    gives="Een bladzijde van de meldingen. Een agent ziet geen personen.",
    filters=invoer.MeldingenFilterSchema,
    answers=(antwoord.MeldingenSchema,),
    examples={
        "inbox": {"items": [MELDING], "volgende": None},
        "agent": {"items": [MELDING_VAN_MELDER], "volgende": None},
    },
)
TOON_MELDING = Operation(
    name="toonMelding",
    tag="werklijsten",
    summary="Een melding, met wat er op de kaart stond",
    gives="De melding.",
    answers=(antwoord.MeldingAntwoordSchema,),
    examples={"inbox": MELDING | {"handelingskader": KADER, "bejegening": None} | TOEN},
    problems=(404,),
)
BEHANDEL = Operation(
    name="behandelMelding",
    tag="werklijsten",
    summary="Een melding oppakken, of afhandelen met een antwoord",
    gives="Hoe het er nu mee staat; de melder ziet dit.",
    status=201,
    takes=invoer.BehandelingSchema,
    changes=True,
    once=True,
    answers=(antwoord.MeldingBehandeldSchema,),
    examples={"afgehandeld": {"id": 8, "status": "afgehandeld", "behandeldOp": "2026-11-21T09:00:00.000Z"}},
    problems=(404, 409),
)
LEES = Operation(
    name="leesAntwoord",
    tag="werklijsten",
    summary="De melder heeft gezien wat ermee gedaan is",
    gives="Dit is vastgelegd.",
    status=204,
    once=True,
    problems=(404,),
)
