"""Everything that goes wrong leaves in one shape: RFC 9457, with a stable type and a Dutch sentence."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from api import logs
from app import errors

URN = "urn:veldwijzer:probleem:"
MEDIA_TYPE = "application/problem+json"
# A body of 16 kB could hold thousands of unknown fields; nobody reads past the first.
MOST_FIELD_ERRORS = 20

logger = logging.getLogger("veldwijzer.fout")


class BadJson(errors.DomainError):
    code = "ongeldige-json"
    title = "De invoer is geen geldige JSON"


class WrongMediaType(errors.DomainError):
    code = "verkeerd-mediatype"
    title = "Verkeerd soort invoer"


class TooLarge(errors.DomainError):
    code = "te-groot"
    title = "De invoer is te groot"


class CsrfMissing(errors.Forbidden):
    code = "csrf-ontbreekt"
    title = "De beveiligingscode ontbreekt of klopt niet"


class VersieOntbreekt(errors.DomainError):
    code = "versie-ontbreekt"
    title = "Onbekend welke versie je wijzigt"


class MethodNotAllowed(errors.DomainError):
    code = "methode-niet-toegestaan"
    title = "Dit kan hier niet"


STATUS: Mapping[str, int] = {
    "ongeldige-invoer": 400,
    "ongeldige-json": 400,
    "niet-aangemeld": 401,
    "sessie-verlopen": 401,
    "aanmelden-mislukt": 401,
    "csrf-ontbreekt": 403,
    "geen-toegang": 403,
    "niet-gevonden": 404,
    "methode-niet-toegestaan": 405,
    "kan-nu-niet": 409,
    "mogelijk-dubbel": 409,
    "intussen-gewijzigd": 412,
    "te-groot": 413,
    "verkeerd-mediatype": 415,
    "sleutel-hergebruikt": 422,
    "versie-ontbreekt": 428,
    "te-veel-pogingen": 429,
    "interne-fout": 500,
    "vastleggen-mislukt": 503,
    "niet-beschikbaar": 503,
    "zoeken-niet-gereed": 503,
}


def problem(error: errors.DomainError) -> Response:
    """The answer to a domain error; a code that is not in the table is a mistake of ours and says nothing."""
    status = STATUS.get(error.code, 500)
    body: dict[str, Any] = {
        "type": URN + error.code,
        "title": error.title,
        "status": status,
        "detail": error.detail,
    }
    if error.errors:
        body["errors"] = [
            {"pointer": field.pointer, "detail": field.detail} for field in error.errors[:MOST_FIELD_ERRORS]
        ]
    response = Response(status=status, mimetype=MEDIA_TYPE)
    if isinstance(error, errors.TooManyAttempts):
        body["wachtSeconden"] = error.wait_seconds
        response.headers["Retry-After"] = str(error.wait_seconds)
    if isinstance(error, errors.MogelijkDubbel):
        body["mogelijkDubbel"] = list(error.persoon_ids)
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="veldwijzer"'
    response.set_data(json.dumps(body, ensure_ascii=False).encode())
    return response


def register(app: Flask) -> None:
    app.register_error_handler(errors.DomainError, problem)
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(Exception, of_surprise)


def of_http(raised: HTTPException) -> Response:
    """What Flask and werkzeug refuse by themselves, in our words; nothing of theirs leaves."""
    status = raised.code or 500
    if status >= 500:
        return of_surprise(raised)
    answer = problem(_refusal(status))
    allowed = getattr(raised, "valid_methods", None)
    if allowed:
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _refusal(status: int) -> errors.DomainError:
    match status:
        case 404:
            return errors.NotFound("Dit adres bestaat niet.")
        case 405:
            return MethodNotAllowed("Deze handeling bestaat niet op dit adres.")
        case 413:
            return TooLarge("Stuur minder gegevens in één keer.")
        case 415:
            return WrongMediaType("Stuur de gegevens als application/json.")
        case _:
            return errors.InvalidInput("Deze aanvraag is niet te begrijpen.")


def of_surprise(raised: Exception) -> Response:
    """Something nobody foresaw: the log gets where it happened, the caller gets no details."""
    logger.error("onverwachte fout", extra={"fout": logs.where(raised)})
    return problem(errors.DomainError("Er ging iets mis bij ons. Probeer het opnieuw."))
