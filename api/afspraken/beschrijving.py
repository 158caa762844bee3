"""What the API description says of afspraken. All persons are invented."""

from typing import Any

from api import examples
from api.afspraken import antwoord, invoer
from api.operations import Operation
from app.afspraken.acties import ICONEN, KLEUREN
from app.afspraken.volledig import CRITERIA

TAG = {"name": "afspraken", "description": "Handelingskader, bejegening en ZSM-advies: schrijven, keuren, publiceren."}

INHOUD: dict[str, Any] = {
    "handelingskader": {
        "actie": "direct_aanhouden",
        "kern": "Ook bij een klein delict.",
        "regels": ["Bij overlast: eerst de casusregisseur bellen."],
        "casusoverleg": "2026-09-12",
        "vastgesteldDoor": "ZVH Utrecht",
    },
    "bejegening": {name: value for name, value in examples.AFSPRAAK["bejegening"].items() if name != "versie"},
    "zsmAdvies": {
        "datum": "2026-09-12",
        "doel": "Herhaling voorkomen.",
        "advies": "Snelrecht, met reclasseringstoezicht als bijzondere voorwaarde.",
        "context": "Woont bij zijn ouders; detentie breekt de behandeling af.",
        "historie": None,
        "criteria": {"context": True, "juridischeTaal": True, "historie": "nvt"},
    },
    "toetsenVoor": "2027-02-01",
}
ADVIES: dict[str, Any] = {
    "veld": "#/bejegening/betekent",
    "soort": "code",
    "plaats": {"van": 10, "tot": 13},
    "reden": "Niet elke agent kent deze code.",
    "voorstel": 'Schrijf wat helpt: "gebruik korte zinnen, vraag na of het begrepen is".',
}
CONCEPT: dict[str, Any] = {
    "abonnement": 41,
    "status": "ingediend",
    "inhoud": INHOUD,
    "gepubliceerd": INHOUD,
    "gepubliceerdeActie": examples.AFSPRAAK["handelingskader"]["actie"],
    "tekorten": [],
    "inlichtingen": [],
    "inlichtingenGewijzigd": False,
    "belemmeringen": [],
    "goedkeurenKanNiet": None,
    "adviezen": [ADVIES],
    "criteria": [
        {
            "code": each.code,
            "naam": each.naam,
            "uitleg": each.uitleg,
            "getoetstDoor": each.getoetst_door,
            "voldoet": True,
        }
        for each in CRITERIA
    ],
    "opmerking": None,
    "gewijzigdOp": "2026-11-21T19:40:00.000Z",
    "gewijzigdDoor": "zvh",
    "ingediendOp": "2026-11-21T19:45:00.000Z",
    "ingediendDoor": "zvh",
}
BEELD: dict[str, Any] = {
    "straatkaart": examples.STRAATKAART,
    "geldigVan": "2026-02-01",
    "geldigTot": "2028-02-01",
    "sinds": "2026-11-21T20:00:00.000Z",
    "tot": None,
}
VERSIE: dict[str, Any] = {
    "onderdeel": "handelingskader",
    "versie": 1,
    "aanleiding": "vastgesteld",
    "vastgelegdOp": "2026-11-21T20:00:00.000Z",
    "vastgelegdDoor": "zvh",
    "goedgekeurdDoor": "zvh-collega",
    "toetsenVoor": "2027-02-01",
    "handelingskader": INHOUD["handelingskader"] | {"actie": examples.AFSPRAAK["handelingskader"]["actie"]},
    "bejegening": None,
    "zsmAdvies": None,
}
ACTIE: dict[str, Any] = examples.AFSPRAAK["handelingskader"]["actie"] | {"actief": True, "versie": 1}

TOON_CONCEPT = Operation(
    name="toonConcept",
    tag="afspraken",
    summary="Het voorstel, naast wat er op straat staat",
    gives="Het voorstel; is er nog geen, dan wat er nu op straat staat, met status `nieuw`.",
    answers=(antwoord.AfspraakconceptSchema,),
    examples={"concept": CONCEPT},
    problems=(404,),
)
SCHRIJF_CONCEPT = Operation(
    name="schrijfConcept",
    tag="afspraken",
    summary="Het voorstel schrijven; wat ingediend was, is daarna weer een concept",
    gives="Het voorstel zoals het nu is.",
    takes=invoer.VoorstelSchema,
    changes=True,
    once=True,
    answers=(antwoord.AfspraakconceptSchema,),
    examples={"concept": CONCEPT},
    problems=(404, 409),
)
VERWIJDER_CONCEPT = Operation(
    name="verwijderConcept",
    tag="afspraken",
    summary="Het voorstel weggooien; wat op straat staat blijft",
    gives="Het voorstel is weg.",
    status=204,
    changes=True,
    once=True,
    problems=(404, 409),
)
DIEN_IN = Operation(
    name="dienConceptIn",
    tag="afspraken",
    summary="Het voorstel indienen, zodat een collega het kan goedkeuren",
    gives="Het voorstel, nu ingediend.",
    changes=True,
    once=True,
    answers=(antwoord.AfspraakconceptSchema,),
    examples={"concept": CONCEPT},
    problems=(404, 409),
)
ZEND_TERUG = Operation(
    name="zendConceptTerug",
    tag="afspraken",
    summary="Het voorstel terugsturen, met wat er anders moet",
    gives="Het voorstel, weer een concept.",
    takes=invoer.TerugzendingSchema,
    changes=True,
    once=True,
    answers=(antwoord.AfspraakconceptSchema,),
    examples={"concept": CONCEPT},
    problems=(404, 409),
)
KEUR_GOED = Operation(
    name="keurConceptGoed",
    tag="afspraken",
    summary="Het voorstel goedkeuren; daarmee staat het op straat",
    gives="De nieuwe versies.",
    changes=True,
    once=True,
    answers=(antwoord.PublicatieSchema,),
    examples={
        "publicatie": {
            "abonnement": 41,
            "versie": 3,
            "gepubliceerdOp": "2026-11-21T20:00:00.000Z",
            "versies": {"handelingskader": 2},
        }
    },
    problems=(404, 409),
)
MAAK_VOORBEELD = Operation(
    name="maakVoorbeeld",
    tag="afspraken",
    summary="De straatkaart zoals zij wordt met deze inhoud; er wordt niets bewaard",
    gives="De kaart, met van anderen alleen dat hun afspraak er is; null als het abonnement dan voorbij is.",
    takes=invoer.VoorstelSchema,
    answers=(antwoord.VoorbeeldSchema,),
    examples={"voorbeeld": {"kaart": BEELD, "feestdagen": []}},
    problems=(404,),
)
TOON_VERSIES = Operation(
    name="toonVersies",
    tag="afspraken",
    summary="Alle gepubliceerde versies: wie schreef, wie keurde goed, wanneer",
    gives="De versies, de nieuwste voorop.",
    answers=(antwoord.VersiesSchema,),
    examples={"versies": {"items": [VERSIE], "volgende": None}},
    problems=(404,),
)
TOON_STRAATKAARTEN = Operation(
    name="toonStraatkaarten",
    tag="afspraken",
    summary="Wat er van dit abonnement op een moment op straat stond",
    gives="Eén kaart, of geen; van anderen alleen dat hun afspraak er was.",
    filters=invoer.MomentFilterSchema,
    answers=(antwoord.KaartbeeldenSchema,),
    examples={"kaart": {"items": [BEELD], "volgende": None}},
    problems=(404,),
)
ADVISEER = Operation(
    name="adviseerTaal",
    tag="afspraken",
    summary="Advies over woorden; er wordt niets bewaard",
    gives="De adviezen.",
    takes=invoer.TaalvraagSchema,
    answers=(antwoord.TaaladviezenSchema,),
    examples={"adviezen": {"adviezen": [ADVIES]}},
)
TOON_ACTIES = Operation(
    name="toonActies",
    tag="naslag",
    summary="Alle acties, met waaruit hun icoon en kleur te kiezen zijn",
    gives="De acties.",
    answers=(antwoord.ActiesSchema,),
    examples={"acties": {"items": [ACTIE], "volgende": None, "iconen": list(ICONEN), "kleuren": list(KLEUREN)}},
)
TOON_ACTIE = Operation(
    name="toonActie",
    tag="naslag",
    summary="Eén actie",
    gives="De actie.",
    answers=(antwoord.BeheerdeActieSchema,),
    examples={"actie": ACTIE},
    problems=(404,),
)
MAAK_ACTIE = Operation(
    name="maakActie",
    tag="naslag",
    summary="Een actie toevoegen",
    gives="De nieuwe actie.",
    status=201,
    takes=invoer.ActieInvoerSchema,
    once=True,
    answers=(antwoord.BeheerdeActieSchema,),
    examples={"actie": ACTIE},
    problems=(409,),
)
WIJZIG_ACTIE = Operation(
    name="wijzigActie",
    tag="naslag",
    summary="Een actie anders verwoorden, of niet meer laten kiezen; wat gepubliceerd is blijft zoals het is",
    gives="De actie zoals zij nu is.",
    takes=invoer.ActieWijzigingSchema,
    changes=True,
    once=True,
    answers=(antwoord.BeheerdeActieSchema,),
    examples={"actie": ACTIE},
    problems=(404,),
)
