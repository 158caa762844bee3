"""What the API description says of contactpersonen. All persons are invented."""

from typing import Any

from api.contactpersonen import antwoord, invoer
from api.operations import Operation

TAG = "contactpersonen"
HUIS = {"id": 3, "naam": "ZVH Utrecht", "soort": "veiligheidshuis"}
KORT: dict[str, Any] = {
    "id": 12,
    "versie": 4,
    "organisatie": HUIS,
    "naam": "Sanne de Wit",
    "functie": "Casusregisseur",
    "telefoon": "+3197010000001",
    "email": "s.dewit@voorbeeld.example",
    "bereikbaar": "ma-vr 08:30-17:00",
    "opFeestdagen": False,
    "uitzonderingen": [{"van": "2026-12-28", "tot": "2026-12-31", "bereikbaar": None}],
    "vervanger": {"id": 13, "naam": "Karim Amrani"},
    "actief": True,
    "magWijzigen": True,
}
IN_LIJST: dict[str, Any] = KORT | {"abonnementen": 41}
EEN: dict[str, Any] = IN_LIJST | {"kaarten": 38, "vervangt": []}
GEWIJZIGD: dict[str, Any] = EEN | {"gewijzigdeKaarten": 38}
OPSTELLING: dict[str, Any] = {"items": [KORT | {"eerste": True}]}

LIJST = Operation(
    name="lijstContactpersonen",
    tag=TAG,
    summary="De contactpersonen van de eigen organisatie, en die op de eigen abonnementen staan",
    gives="Een bladzijde contactpersonen.",
    filters=invoer.ContactpersonenFilterSchema,
    answers=(antwoord.ContactpersonenSchema,),
    examples={"lijst": {"items": [IN_LIJST], "volgende": None, "feestdagen": ["2026-12-25"]}},
)
MAAK = Operation(
    name="maakContactpersoon",
    tag=TAG,
    summary="Een contactpersoon van de eigen organisatie toevoegen",
    gives="De contactpersoon, die nog op geen kaart staat.",
    status=201,
    takes=invoer.ContactpersoonInvoerSchema,
    once=True,
    answers=(antwoord.EenContactpersoonSchema,),
    examples={"contactpersoon": EEN | {"versie": 1, "abonnementen": 0, "kaarten": 0}},
)
TOON = Operation(
    name="toonContactpersoon",
    tag=TAG,
    summary="Een contactpersoon, en op hoeveel kaarten een wijziging te zien zal zijn",
    gives="De contactpersoon; de ETag is zijn versie.",
    answers=(antwoord.EenContactpersoonSchema,),
    examples={"contactpersoon": EEN},
    problems=(404,),
)
WIJZIG = Operation(
    name="wijzigContactpersoon",
    tag=TAG,
    summary="Een contactpersoon wijzigen, meteen op elke kaart",
    gives="De contactpersoon, en hoeveel kaarten veranderd zijn.",
    takes=invoer.ContactpersoonWijzigingSchema(partial=True),
    changes=True,
    once=True,
    answers=(antwoord.GewijzigdeContactpersoonSchema,),
    examples={"contactpersoon": GEWIJZIGD},
    problems=(404,),
)
SCHAKEL_UIT = Operation(
    name="schakelContactpersoonUit",
    tag=TAG,
    summary="Een contactpersoon uitschakelen; een opvolger neemt alle abonnementen over",
    gives="De contactpersoon, en hoeveel kaarten veranderd zijn.",
    takes=invoer.UitschakelingSchema,
    changes=True,
    once=True,
    answers=(antwoord.GewijzigdeContactpersoonSchema,),
    examples={"contactpersoon": GEWIJZIGD | {"actief": False}},
    problems=(404, 409),
)
SCHAKEL_IN = Operation(
    name="schakelContactpersoonIn",
    tag=TAG,
    summary="Een contactpersoon weer in gebruik nemen",
    gives="De contactpersoon.",
    takes=invoer.InschakelingSchema,
    changes=True,
    once=True,
    answers=(antwoord.GewijzigdeContactpersoonSchema,),
    examples={"contactpersoon": GEWIJZIGD | {"gewijzigdeKaarten": 0, "vervanger": None}},
    problems=(404, 409),
)
TOON_VOLGORDE = Operation(
    name="toonContactpersonenVanAbonnement",
    tag=TAG,
    summary="Wie op een abonnement staan, in de volgorde van de kaart",
    gives="De contactpersonen; de ETag is de versie van het abonnement.",
    answers=(antwoord.OpstellingSchema,),
    examples={"volgorde": OPSTELLING},
    problems=(404,),
)
ZET_VOLGORDE = Operation(
    name="zetContactpersonenOpVolgorde",
    tag=TAG,
    summary="De volgorde, en wie als eerste gebeld wordt",
    gives="De contactpersonen, en hoeveel kaarten veranderd zijn.",
    takes=invoer.VolgordeSchema,
    changes=True,
    once=True,
    answers=(antwoord.GewijzigdeOpstellingSchema,),
    examples={"volgorde": OPSTELLING | {"gewijzigdeKaarten": 1}},
    problems=(404, 409),
)
INGELEZEN: dict[str, Any] = {
    "stand": "9f2c",
    "ingelezen": False,
    "nieuw": 0,
    "gewijzigd": 1,
    "ongewijzigd": 0,
    "fout": 0,
    "gewijzigdeKaarten": 0,
    "regels": [
        {
            "regel": 2,
            "naam": "Sanne de Wit",
            "wat": "wijzigt",
            "velden": ["telefoon"],
            "verschillen": [{"veld": "telefoon", "was": "+3197010000001", "wordt": "+3197010000002"}],
            "fouten": [],
        }
    ],
}
TOON_BESTAND = Operation(
    name="toonContactpersonenBestand",
    tag=TAG,
    summary="De contactpersonen van de eigen organisatie als CSV",
    gives="Een CSV-bestand: UTF-8 met BOM, puntkomma's, veilig voor een rekenblad.",
    media="text/csv",
    examples={"bestand": "naam;telefoon\r\nSanne de Wit;'+3197010000001\r\n"},
)
LEES_BESTAND_IN = Operation(
    name="leesContactpersonenBestandIn",
    tag=TAG,
    summary="Een CSV met contactpersonen proberen, en daarna inlezen: alles of niets",
    gives="Wat er per regel gebeurt, of gebeurd is.",
    takes=invoer.InlezingSchema,
    once=True,
    answers=(antwoord.InlezingAntwoordSchema,),
    examples={"proef": INGELEZEN},
    problems=(412,),
)
