"""Examples for the API description. All persons are invented."""

from typing import Any

ID = "5f0c2b1e-8a57-4a3e-9f0e-0d7b8f6f2c11"
GEVONDEN_OP = ["achternaam", "geboortedatum"]
FEESTDAGEN = ["2026-12-25", "2026-12-26"]

AFSPRAAK: dict[str, Any] = {
    "aanpak": {"code": "levensloop", "naam": "Levensloopaanpak"},
    "eigenaar": "ZVH Utrecht",
    "handelingskader": {
        "actie": {"code": "direct_aanhouden", "tekst": "Direct aanhouden", "icoon": "aanhouden", "kleur": "rood"},
        "kern": "Ook bij een klein delict.",
        "regels": ["Bij overlast: eerst de casusregisseur bellen."],
        "casusoverleg": "2026-09-12",
        "vastgesteldDoor": "ZVH Utrecht",
        "versie": 1,
    },
    "bejegening": {
        "kern": "Rustig blijven en ruimte geven.",
        "ziet": "Praat hard en loopt heen en weer.",
        "betekent": "Spanning, geen dreiging.",
        "doen": ["Eén collega voert het woord."],
        "nietDoen": ["Niet vastpakken zonder aankondiging."],
        "risico": "verbaal",
        "versie": 1,
    },
    "contactpersonen": [
        {
            "organisatie": "ZVH Utrecht",
            "naam": "Sanne de Wit",
            "functie": "Casusregisseur",
            "telefoon": "+3197010000001",
            "bereikbaar": "ma-vr 08:30-17:00",
            "opFeestdagen": False,
            "uitzonderingen": [{"van": "2026-12-28", "tot": "2026-12-31", "bereikbaar": None}],
            "vervangt": None,
            "eerste": True,
        },
        {
            "organisatie": "ZVH Utrecht",
            "naam": "Karim Amrani",
            "functie": "Casusregisseur",
            "telefoon": "+3197010000002",
            "bereikbaar": "ma-do 09:00-17:00",
            "opFeestdagen": False,
            "uitzonderingen": [],
            "vervangt": "Sanne de Wit",
            "eerste": False,
        },
    ],
    "inlichtingen": [
        {
            "organisatie": "GGZ Utrecht",
            "tekst": "Gebruikt medicijnen waar je slaperig van wordt.",
            "aard": "feit",
            "bron": "Behandelaar",
        }
    ],
    "start": "2026-02-01",
    "toetsenVoor": "2027-02-01",
    "einde": "2028-02-01",
}
STRAATKAART: dict[str, Any] = {
    "persoon": {
        "naam": "Jan van der Berg",
        "voornamen": "Johannes Pieter",
        "roepnaam": "Jan",
        "voorvoegsel": "van der",
        "geslachtsnaam": "Berg",
        "aliassen": ["Jantje"],
        "geboorte": {"datum": "1994-03-07", "plaats": "Utrecht"},
        "geslacht": "man",
    },
    "afspraken": [AFSPRAAK],
    "gepubliceerdOp": "2026-11-21T20:00:00.000Z",
}
KANDIDAAT: dict[str, Any] = {
    "id": "8Jd2mQx0r5WkTz1a",
    "naam": "Jan van der Berg",
    "geboortejaar": 1994,
    "aanpak": "Levensloopaanpak",
    "gevondenOp": ["achternaam"],
}
VERFIJN = {"vraag": "geboortejaar", "tekst": "Veel mensen heten zo. Vul ook het geboortejaar in."}
ZOEKANTWOORDEN: dict[str, Any] = {
    "kaart": {
        "id": ID,
        "uitkomst": "kaart",
        "begrepen": {"naam": "jan v d berg", "geboortedatum": "1994-03-07", "geboortejaarOngeveer": None},
        "gevondenOp": GEVONDEN_OP,
        "feestdagen": FEESTDAGEN,
        "straatkaart": STRAATKAART,
    },
    "kandidaten": {
        "id": ID,
        "uitkomst": "kandidaten",
        "begrepen": {"naam": "v d berg", "geboortedatum": "--03-07", "geboortejaarOngeveer": None},
        "kandidaten": [KANDIDAAT],
    },
    "onbekend": {
        "id": ID,
        "uitkomst": "onbekend",
        "begrepen": {"naam": "v d berg", "geboortedatum": None, "geboortejaarOngeveer": 1996},
    },
    "verfijn": {
        "id": ID,
        "uitkomst": "verfijn",
        "begrepen": {"naam": "jansen", "geboortedatum": None, "geboortejaarOngeveer": None},
        "verfijn": VERFIJN,
    },
}
SESSIE: dict[str, Any] = {"rol": "agent", "gebruikersnaam": "agent", "verlooptOp": "2026-11-21T20:15:00.000Z"}
RECHTEN = ["melding:lezen", "sessie:eigen", "straat:melden", "straat:zoeken"]
HUIDIGE_SESSIE: dict[str, Any] = SESSIE | {"rechten": RECHTEN}
NIEUWE_SESSIE: dict[str, Any] = SESSIE | {"toegangstoken": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"}
INZAGE: dict[str, Any] = {"id": ID, "gevondenOp": GEVONDEN_OP, "feestdagen": FEESTDAGEN, "straatkaart": STRAATKAART}
REDENEN: dict[str, Any] = {
    "redenen": [
        {"code": "melding", "naam": "Melding", "toelichtingVereist": False},
        {"code": "anders", "naam": "Anders", "toelichtingVereist": True},
    ]
}
