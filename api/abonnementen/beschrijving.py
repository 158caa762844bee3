"""What the API description says of abonnementen, persons and reference tables. All persons are invented."""

from typing import Any

from api import examples
from api.abonnementen import antwoord, invoer
from api.operations import Operation

HUIS = {"id": 3, "naam": "ZVH Utrecht", "soort": "veiligheidshuis"}
GEMEENTE = {"id": 4, "naam": "Gemeente Utrecht", "soort": "gemeente"}
POLITIE = {"id": 7, "naam": "Politie Midden-Nederland", "soort": "politie"}
REGIME: dict[str, Any] = {
    "code": "wgs",
    "naam": "WGS: zorg- en veiligheidshuis",
    "termijn": {
        "versie": 1,
        "toetsenNaMaanden": 12,
        "eindeNaMaanden": 24,
        "vastgelegdOp": "2026-11-22T00:00:00.000Z",
    },
}
NASLAG: dict[str, Any] = {
    "aanpakken": [examples.AFSPRAAK["aanpak"]],
    "regimes": [REGIME],
    "acties": [examples.AFSPRAAK["handelingskader"]["actie"]],
    "organisaties": [HUIS, GEMEENTE, POLITIE],
    "eigenOrganisatie": POLITIE,
}
KORT: dict[str, Any] = {
    "id": 41,
    "versie": 1,
    "aanpak": examples.AFSPRAAK["aanpak"],
    "regime": "wgs",
    "eigenaar": HUIS,
    "status": "concept",
    "start": "2026-11-22",
    "toetsenVoor": "2027-11-22",
    "einde": "2028-11-22",
}
PERSOON: dict[str, Any] = {"id": 17, "versie": 1} | examples.STRAATKAART["persoon"]
ABONNEMENT: dict[str, Any] = KORT | {
    "persoon": PERSOON,
    "regimeNaam": REGIME["naam"],
    "veiligheidshuis": HUIS,
    "gemeente": GEMEENTE,
    "doel": "voorkomen van herhaling",
    "reden": None,
    "herkomst": "bureau",
    "geopendOp": "2026-11-22T09:15:00.000Z",
    "organisaties": [HUIS, POLITIE],
}
LIJST: dict[str, Any] = {
    "items": [KORT | {"persoon": {name: PERSOON[name] for name in ("id", "naam", "geboorte")}}],
    "volgende": None,
}

TOON_NASLAG = Operation(
    name="toonNaslag",
    tag="naslag",
    summary="Waaruit te kiezen is",
    gives="De aanpakken, regimes met hun termijnen, acties en organisaties, en de eigen organisatie.",
    answers=(antwoord.NaslagSchema,),
    examples={"naslag": NASLAG},
)
STEL_TERMIJN_VAST = Operation(
    name="stelTermijnVast",
    tag="naslag",
    summary="Een nieuwe versie van de termijnen van een regime",
    gives="Het regime met zijn nieuwe termijnen; wat al geopend is houdt zijn datums.",
    status=201,
    takes=invoer.TermijnInvoerSchema,
    once=True,
    answers=(antwoord.RegimeSchema,),
    examples={"regime": REGIME},
    problems=(404,),
)
OPEN_ABONNEMENT = Operation(
    name="openAbonnement",
    tag="abonnementen",
    summary="Een abonnement openen, voor een bekende of een nieuwe persoon",
    gives="Het abonnement, als concept: op straat staat nog niets.",
    status=201,
    takes=invoer.OpeningSchema,
    once=True,
    answers=(antwoord.AbonnementSchema,),
    examples={"abonnement": ABONNEMENT},
    problems=(404, 409),
)
LIJST_ABONNEMENTEN = Operation(
    name="lijstAbonnementen",
    tag="abonnementen",
    summary="De abonnementen die je mag zien, in bladzijden",
    gives="Een bladzijde abonnementen.",
    filters=invoer.AbonnementenFilterSchema,
    answers=(antwoord.AbonnementenSchema,),
    examples={"lijst": LIJST},
)
TOON_ABONNEMENT = Operation(
    name="toonAbonnement",
    tag="abonnementen",
    summary="Een abonnement met zijn persoon",
    gives="Het abonnement; de ETag is zijn versie.",
    answers=(antwoord.AbonnementSchema,),
    examples={"abonnement": ABONNEMENT},
    problems=(404,),
)
