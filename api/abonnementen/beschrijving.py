"""What the API description says of abonnementen, persons and reference tables. All persons are invented."""

from typing import Any

from api import examples
from api.abonnementen import antwoord, antwoord_personen, invoer
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
GEWIJZIGD = {"abonnement": ABONNEMENT | {"versie": 2}}
WIJZIG_ABONNEMENT = Operation(
    name="wijzigAbonnement",
    tag="abonnementen",
    summary="Het doel of de datums wijzigen",
    gives="Het gewijzigde abonnement; de straat ziet het meteen.",
    takes=invoer.WijzigAbonnementSchema,
    changes=True,
    once=True,
    answers=(antwoord.AbonnementSchema,),
    examples=GEWIJZIGD,
    problems=(404, 409),
)
SCHORT_OP = Operation(
    name="schortAbonnementOp",
    tag="abonnementen",
    summary="Een actief abonnement opschorten",
    gives="Het opgeschorte abonnement; de kaart is van straat.",
    takes=invoer.RedenInvoerSchema,
    changes=True,
    once=True,
    answers=(antwoord.AbonnementSchema,),
    examples={"abonnement": ABONNEMENT | {"versie": 2, "status": "opgeschort", "reden": "opname in een kliniek"}},
    problems=(404, 409),
)
HERVAT = Operation(
    name="hervatAbonnement",
    tag="abonnementen",
    summary="Een opgeschort abonnement hervatten",
    gives="Het actieve abonnement; de kaart staat weer op straat.",
    takes=invoer.RedenInvoerSchema,
    changes=True,
    once=True,
    answers=(antwoord.AbonnementSchema,),
    examples={"abonnement": ABONNEMENT | {"versie": 3, "status": "actief"}},
    problems=(404, 409),
)
BEEINDIG = Operation(
    name="beeindigAbonnement",
    tag="abonnementen",
    summary="Een abonnement beëindigen, voorgoed",
    gives="Het beëindigde abonnement; de kaart is van straat.",
    takes=invoer.RedenInvoerSchema,
    changes=True,
    once=True,
    answers=(antwoord.AbonnementSchema,),
    examples={"abonnement": ABONNEMENT | {"versie": 2, "status": "beeindigd", "reden": "verhuisd"}},
    problems=(404, 409),
)

KANDIDAAT = PERSOON | {"waarschijnlijk": True, "abonnementen": [KORT]}
DOSSIER = PERSOON | {"abonnementen": [KORT], "samengevoegdMet": None}
ZOEK_PERSOON = Operation(
    name="zoekPersoon",
    tag="personen",
    summary="Het hele register doorzoeken, voordat je iemand toevoegt; elke vraag wordt vastgelegd",
    gives="Wie er bedoeld kan zijn, ook wie niet op straat staat.",
    takes=invoer.PersoonvraagSchema,
    answers=(antwoord_personen.PersoonvraagAntwoordSchema,),
    examples={"kandidaten": {"kandidaten": [KANDIDAAT], "teVeel": False}},
)
TOON_PERSOON = Operation(
    name="toonPersoon",
    tag="personen",
    summary="Een persoon, met de abonnementen die je mag zien",
    gives="De persoon; de ETag is de versie. `samengevoegdMet` zegt wie dit bleek te zijn.",
    answers=(antwoord_personen.PersoonDossierSchema,),
    examples={"persoon": DOSSIER},
    problems=(404,),
)
WIJZIG_PERSOON = Operation(
    name="wijzigPersoon",
    tag="personen",
    summary="De gegevens van een persoon wijzigen",
    gives="De gewijzigde persoon; de straat ziet het meteen.",
    takes=invoer.WijzigPersoonSchema,
    changes=True,
    once=True,
    answers=(antwoord_personen.PersoonDossierSchema,),
    examples={"persoon": DOSSIER | {"versie": 2}},
    problems=(404, 409),
)

SAMENVOEGING: dict[str, Any] = {
    "id": 5,
    "van": {"id": 21, "naam": "Johan van den Berg", "geboorte": {"datum": "1994-03-07", "plaats": "Utrecht"}},
    "naar": {name: PERSOON[name] for name in ("id", "naam", "geboorte")},
    "reden": "zelfde geboortedatum en ouders",
    "abonnementen": [52],
    "aliassen": ["Johan van den Berg"],
    "gedaanOp": "2026-11-22T10:00:00.000Z",
    "gedaanDoor": "politiebeheer",
    "ongedaanOp": None,
    "ongedaanDoor": None,
}
VOEG_SAMEN = Operation(
    name="voegPersonenSamen",
    tag="samenvoegingen",
    summary="Twee personen samenvoegen die één persoon zijn",
    gives="De samenvoeging: wat meeging en wat erbij kwam.",
    status=201,
    takes=invoer.SamenvoegingInvoerSchema,
    once=True,
    answers=(antwoord_personen.SamenvoegingSchema,),
    examples={"samenvoeging": SAMENVOEGING},
    problems=(404, 409),
)
LIJST_SAMENVOEGINGEN = Operation(
    name="lijstSamenvoegingen",
    tag="samenvoegingen",
    summary="De samenvoegingen, in bladzijden",
    gives="Een bladzijde samenvoegingen.",
    filters=invoer.SamenvoegingenFilterSchema,
    answers=(antwoord_personen.SamenvoegingenSchema,),
    examples={"lijst": {"items": [SAMENVOEGING], "volgende": None}},
)
TOON_SAMENVOEGING = Operation(
    name="toonSamenvoeging",
    tag="samenvoegingen",
    summary="Eén samenvoeging",
    gives="De samenvoeging, met de namen zoals ze nu zijn.",
    answers=(antwoord_personen.SamenvoegingSchema,),
    examples={"samenvoeging": SAMENVOEGING},
    problems=(404,),
)
MAAK_ONGEDAAN = Operation(
    name="maakSamenvoegingOngedaan",
    tag="samenvoegingen",
    summary="Een samenvoeging ongedaan maken",
    gives="De samenvoeging, nu ongedaan: wat meeging is terug.",
    takes=invoer.RedenInvoerSchema,
    once=True,
    answers=(antwoord_personen.SamenvoegingSchema,),
    examples={
        "samenvoeging": SAMENVOEGING | {"ongedaanOp": "2026-11-22T10:05:00.000Z", "ongedaanDoor": "politiebeheer"}
    },
    problems=(404, 409),
)
