"""Questions, and the cards that they show. The card is bytes: the answer is written around it, never through it."""

import json
import re
from typing import Any

from flask import Response, request

from api.body import read_object
from api.site import Visit
from app.clock import today
from app.feestdagen import feestdagen
from app.lookup.answer import Uitkomst
from app.lookup.consult import Doelbinding, Raadpleging
from app.lookup.question import Zeker, Zoekvraag, read_zoekvraag

QUESTION_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Nobody ever asked this one, so that it is refused, and recorded, as any other question that is not one's own.
NO_QUESTION = "00000000-0000-0000-0000-000000000000"


def create(visit: Visit) -> Response:
    core = visit.site.core
    vraag = visit.site.schemas.zoekvraag.load(read_object(request))
    zoekvraag = read_zoekvraag(
        naam=vraag.naam,
        zeker=Zeker(vraag.voornaam, vraag.achternaam),
        geboortedatum=vraag.geboortedatum,
        geboortejaar_ongeveer=vraag.geboortejaar_ongeveer,
        vandaag=today(core.clock),
    )
    doelbinding = Doelbinding(vraag.reden, vraag.toelichting, vraag.meldingsnummer)
    raadpleging = core.raadplegingen.vraag(visit.caller, zoekvraag, doelbinding)
    return _json(200, _answer(raadpleging, _understood(zoekvraag), feestdagen(today(core.clock))))


def open_card(visit: Visit, zoekvraag_id: str) -> Response:
    keuze = visit.site.schemas.inzage.load(read_object(request))
    asked = zoekvraag_id if QUESTION_ID.fullmatch(zoekvraag_id) else NO_QUESTION
    inzage = visit.site.core.raadplegingen.open(visit.caller, asked, keuze.kandidaat)
    dagen = feestdagen(today(visit.site.core.clock))
    head = _dump({"id": inzage.id, "gevondenOp": inzage.gevonden_op, "feestdagen": dagen})
    return _json(201, _around(head, inzage.straatkaart))


def _understood(zoekvraag: Zoekvraag) -> dict[str, Any]:
    """What the text was taken for, so that who asked can see a misunderstanding."""
    geboortedatum = zoekvraag.geboortedatum
    return {
        "naam": zoekvraag.naam,
        "geboortedatum": geboortedatum.iso() if geboortedatum else None,
        "geboortejaarOngeveer": zoekvraag.geboortejaar_ongeveer,
    }


def _answer(raadpleging: Raadpleging, begrepen: dict[str, Any], dagen: tuple[str, ...]) -> bytes:
    head: dict[str, Any] = {"id": raadpleging.id, "uitkomst": raadpleging.uitkomst.value, "begrepen": begrepen}
    match raadpleging.uitkomst:
        case Uitkomst.KAART if raadpleging.straatkaart is not None:
            # Not on the card: what follows from the day on which it is read would make it other bytes every day.
            head |= {"gevondenOp": raadpleging.gevonden_op, "feestdagen": dagen}
            return _around(_dump(head), raadpleging.straatkaart)
        case Uitkomst.KANDIDATEN:
            head["kandidaten"] = [
                {
                    "id": kandidaat.id,
                    "naam": kandidaat.naam,
                    "geboortejaar": kandidaat.geboortejaar,
                    "aanpak": kandidaat.aanpak,
                    "gevondenOp": kandidaat.gevonden_op,
                }
                for kandidaat in raadpleging.kandidaten
            ]
        case Uitkomst.VERFIJN if raadpleging.verfijn is not None:
            head["verfijn"] = {"vraag": raadpleging.verfijn.vraag, "tekst": raadpleging.verfijn.tekst}
    return _dump(head)


def _around(head: bytes, straatkaart: bytes) -> bytes:
    return b'%b,"straatkaart":%b}' % (head[:-1], straatkaart)


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _json(status: int, body: bytes) -> Response:
    return Response(body, status=status, mimetype="application/json")
