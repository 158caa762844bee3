"""What the views of the desk share: look and be recorded, act once, and never on a version one has not seen."""

import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any, TypeVar

from flask import Response, request
from marshmallow import Schema

from api.auth import record_refusal
from api.body import BODY, FORBIDDEN
from api.problems import VersieOntbreekt
from api.site import Visit
from app.audit.events import Event
from app.errors import FieldError, Forbidden, IntussenGewijzigd, InvalidInput, NotFound
from app.werk.bereik import not_found
from app.werk.bureau import Gelezen, Inzien, Sleutel, Uitkomst, Werk

T = TypeVar("T")

NUMBER = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
ETAG = re.compile(r'"([1-9][0-9]{0,8})"', re.ASCII)
KEY = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
KEY_HEADER = "Idempotency-Key"


def lees(visit: Visit, event: Event, look: Callable[[Inzien], Gelezen]) -> Response:
    """Answer with what `look` finds, once that is recorded."""
    found = _recording_refusals(visit, lambda: visit.site.core.bureau.lees(visit.caller, event, look))
    return answer(200, found.inhoud, versie=found.versie)


def vooruit(visit: Visit, look: Callable[[Inzien], T]) -> T:
    """What an act can find out before it begins; nothing of it is shown."""
    return _recording_refusals(visit, lambda: visit.site.core.bureau.vooruit(visit.caller, look))


def doe(visit: Visit, act: Callable[[Werk], Uitkomst]) -> Response:
    """Do `act` in one transaction, and once only when the request bears an Idempotency-Key."""
    sleutel = _sleutel(visit)
    outcome = _recording_refusals(visit, lambda: visit.site.core.bureau.doe(visit.caller, act, sleutel))
    if outcome.inhoud is None:
        return answer(204, None, versie=outcome.versie)
    return answer(201 if outcome.nieuw else 200, outcome.inhoud, versie=outcome.versie, plek=outcome.plek)


def answer(status: int, inhoud: Any, *, versie: int | None = None, plek: str | None = None) -> Response:
    body = b"" if inhoud is None else json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()
    response = Response(body, status=status, mimetype="application/json")
    if versie is not None:
        response.headers["ETag"] = f'"{versie}"'
    if plek is not None:
        response.headers["Location"] = plek
    return response


def number(text: str) -> int:
    """The number in an address; what is no number of ours is not found, as any other that does not exist."""
    if not NUMBER.fullmatch(text):
        raise not_found()
    return int(text)


def expected_version() -> int:
    """The version that the caller has seen, from `If-Match`; raises `VersieOntbreekt` without."""
    told = request.headers.get("If-Match", "").strip()
    if not told:
        raise VersieOntbreekt("Stuur in If-Match de ETag mee van wat je wijzigt.")
    match = ETAG.fullmatch(told)
    if match is None:
        # Not an ETag that we ever gave, so it is not the present one.
        raise IntussenGewijzigd("Deze versie bestaat niet. Haal de gegevens opnieuw op.")
    return int(match[1])


def filters(schema: Schema) -> Any:
    """The query of the address, through `schema`; each name once."""
    for name, values in request.args.lists():
        if "\0" in name + values[0]:
            # PostgreSQL cannot compare with it, and no text of ours holds it.
            raise InvalidInput("Kijk het adres na.", errors=(FieldError("#", "Hier staat een teken dat niet mag."),))
        if len(values) > 1:
            raise InvalidInput(
                "Kijk het adres na.", errors=(FieldError(f"#/{name[:40]}", "Dit staat er meer dan een keer."),)
            )
        if FORBIDDEN.search(name + values[0]):
            raise InvalidInput("Kijk het adres na.", errors=(FieldError("#", "Hier staat een teken dat niet mag."),))
    return schema.load(request.args.to_dict())


def _sleutel(visit: Visit) -> Sleutel | None:
    told = request.headers.get(KEY_HEADER)
    if told is None:
        return None
    if not KEY.fullmatch(told):
        detail = "Een Idempotency-Key heeft 8 tot 64 letters, cijfers, - of _."
        raise InvalidInput(detail, errors=(FieldError("#", detail),))
    # Whoever came to another role or organisation since asks something else, however alike it looks.
    who = f"{visit.caller.rol} {visit.caller.organisatie_id}"
    head = (who, request.method, request.path)
    asked = b"\0".join((*(part.encode() for part in head), request.environ.get(BODY, b"")))
    return Sleutel(told, sha256(asked).hexdigest(), f"{request.method} {request.path}")


def _recording_refusals(visit: Visit, work: Callable[[], T]) -> T:
    try:
        return work()
    except (NotFound, Forbidden) as refusal:
        record_refusal(visit.site, refusal, visit.caller)
        raise
