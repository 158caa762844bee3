"""What the API description says of the form. All persons are invented."""

from typing import Any

from api.formulier import antwoord, invoer
from api.operations import Operation

GGZ = {"id": 12, "naam": "GGZ Utrecht", "soort": "partner"}
CONTACT = {"id": 8, "naam": "A. Yilmaz", "functie": "Behandelaar", "telefoon": "+3197010000002"}
INLICHTING = {
    "tekst": "Gebruikt medicijnen waar je slaperig van wordt.",
    "delen": "straat",
    "aard": "feit",
    "bron": "Behandelaar",
}
STAND: dict[str, Any] = {
    "id": 31,
    "versie": 2,
    "organisatie": GGZ,
    "status": "ingevuld",
    "neemtDeel": True,
    "heeftBezwaar": False,
    "ontbreekt": [{"code": "bevestiging", "tekst": "de bevestiging"}],
    "sinds": "2026-11-15T09:00:00.000Z",
    "dagen": 7,
    "herinnerdOp": "2026-11-20T09:00:00.000Z",
    "bericht": {
        "soort": "herinnering",
        "status": "verzonden",
        "fout": None,
        "gemaaktOp": "2026-11-20T09:00:00.000Z",
        "verzondenOp": "2026-11-20T09:00:12.000Z",
    },
    "heeftEmail": True,
    "eigen": True,
    "beheert": False,
}
WIE: dict[str, Any] = {
    "abonnement": {
        "id": 41,
        "aanpak": "Levensloopaanpak",
        "doel": "voorkomen van herhaling",
        "eigenaar": "ZVH Utrecht",
        "status": "concept",
    },
    "persoon": {"id": 17, "naam": "Jan van der Berg", "geboorte": {"datum": "1994-03-07", "plaats": "Utrecht"}},
}
INHOUD: dict[str, Any] = STAND | {
    "vraag": None,
    "bezwaar": None,
    "inlichtingen": [INLICHTING],
    "contactpersonen": [CONTACT],
    "ingevuldOp": "2026-11-21T10:00:00.000Z",
    "bevestigdOp": None,
}
DEEL: dict[str, Any] = INHOUD | WIE | {"keuze": [CONTACT], "concept": None}

_DEEL: dict[str, Any] = {
    "tag": "formulieren",
    "answers": (antwoord.DeelSchema,),
    "examples": {"deel": DEEL},
}

TOON_FORMULIER = Operation(
    name="toonFormulier",
    tag="formulieren",
    summary="Het formulier van een abonnement: per organisatie wat er is en wat ontbreekt",
    gives="De delen die je mag zien.",
    answers=(antwoord.FormulierSchema,),
    examples={"formulier": {"abonnementId": 41, "delen": [INHOUD]}},
    problems=(404,),
)
LIJST_DELEN = Operation(
    name="lijstFormulierdelen",
    tag="formulieren",
    summary="Delen waarin iets ontbreekt, in bladzijden",
    gives="Een bladzijde delen.",
    filters=invoer.DelenFilterSchema,
    answers=(antwoord.DelenSchema,),
    examples={"lijst": {"items": [STAND | WIE], "volgende": None}},
)
TOON_DEEL = Operation(
    name="toonFormulierdeel",
    summary="Een deel van een formulier",
    gives="Het deel; de ETag is zijn versie.",
    problems=(404,),
    **_DEEL,
)
VUL_DEEL_IN = Operation(
    name="vulFormulierdeelIn",
    summary="Het eigen deel invullen: alles in één keer",
    gives="Het deel zoals het nu is; wat niet meer naar de straat mag, is daar meteen weg.",
    takes=invoer.DeelInvoerSchema,
    changes=True,
    once=True,
    problems=(404,),
    **_DEEL,
)
BEVESTIG_DEEL = Operation(
    name="bevestigFormulierdeel",
    summary="Zeggen dat het eigen deel klopt",
    gives="Het bevestigde deel.",
    takes=invoer.LeegSchema,
    changes=True,
    once=True,
    problems=(404,),
    **_DEEL,
)
STUUR_DEEL_TERUG = Operation(
    name="stuurFormulierdeelTerug",
    summary="Een deel terugsturen met een vraag",
    gives="Het teruggestuurde deel.",
    takes=invoer.VraagSchema,
    changes=True,
    once=True,
    problems=(404,),
    **_DEEL,
)
MAAK_BEZWAAR = Operation(
    name="maakBezwaar",
    summary="Bezwaar maken tegen wat van de eigen organisatie op straat staat",
    gives="Het deel; wat de organisatie zei, is meteen van de straat.",
    takes=invoer.BezwaarSchema,
    changes=True,
    once=True,
    problems=(404,),
    **_DEEL,
)
TREK_BEZWAAR_IN = Operation(
    name="trekBezwaarIn",
    summary="Het bezwaar intrekken",
    gives="Het deel; op straat komt het terug als de eigenaar publiceert.",
    changes=True,
    once=True,
    problems=(404,),
    **_DEEL,
)
HERINNER = Operation(
    name="herinner",
    summary="Een herinnering klaarzetten, per e-mail en zonder persoonsgegevens",
    gives="Het deel, met hoe het met de e-mail staat.",
    takes=invoer.LeegSchema,
    once=True,
    problems=(404,),
    **_DEEL,
)
BEWAAR_CONCEPT = Operation(
    name="bewaarDeelconcept",
    tag="formulieren",
    summary="Bewaren wat er getypt is, voor jezelf; If-Match zegt op welke versie van het deel",
    gives="Het is bewaard. Het deel zelf is niet gewijzigd.",
    status=204,
    takes=invoer.ConceptInvoerSchema,
    changes=True,
    once=True,
    problems=(404,),
)
GOOI_CONCEPT_WEG = Operation(
    name="gooiDeelconceptWeg",
    tag="formulieren",
    summary="Weggooien wat er getypt en niet bewaard was",
    gives="Het is weg.",
    status=204,
    once=True,
    problems=(404,),
)
VRAAG_ORGANISATIE = Operation(
    name="vraagOrganisatie",
    summary="Een organisatie vragen om een deel in te vullen",
    gives="Het nieuwe deel.",
    status=201,
    takes=invoer.OrganisatieKeuzeSchema,
    once=True,
    problems=(404,),
    **_DEEL,
)
VERWIJDER_DEEL = Operation(
    name="verwijderFormulierdeel",
    tag="formulieren",
    summary="Een organisatie van het formulier halen, met alles wat zij zei",
    gives="Het deel is weg, ook van de straat.",
    status=204,
    changes=True,
    once=True,
    problems=(404,),
)
