"""The bytes of a request become a JSON object, or a refusal that says what is wrong."""

import re
from typing import Any

from flask import Request
from gunicorn.http.errors import ParseException  # type: ignore[import-untyped]  # gunicorn has no types
from werkzeug.exceptions import ClientDisconnected

from api.problems import BadJson, TooLarge, WrongMediaType
from app.errors import FieldError, InvalidInput
from app.strictjson import NotJson, decode

MOST_BYTES = 16 * 1024
# What we take is flat; a little room, so that a mistake is answered by the field's name.
MOST_LEVELS = 8
# Where the bytes stay for whoever has to tell one request from another (the stream can be read once only).
BODY = "veldwijzer.body"
# NUL is refused by PostgreSQL, and half a surrogate pair is no character at all.
FORBIDDEN = re.compile("[\x00\ud800-\udfff]")


def read_object(request: Request, most: int = MOST_BYTES) -> dict[str, Any]:
    """The JSON object in the body of the request, of at most so many bytes."""
    _check_media_type(request)
    data = _read_bytes(request, most)
    request.environ[BODY] = data
    value = parse(data)
    _check_text(value, "#", 0)
    return value


def _check_media_type(request: Request) -> None:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    encoded = request.headers.get("Content-Encoding", "identity").lower()
    if request.mimetype != "application/json" or charset != "utf-8" or encoded != "identity":
        raise WrongMediaType("Stuur de gegevens als application/json, in UTF-8.")


def _read_bytes(request: Request, most: int) -> bytes:
    announced = request.content_length or 0
    if announced > most:
        raise _too_large(most)
    data = b""
    try:
        while len(data) <= most and (piece := request.stream.read(most + 1 - len(data))):
            data += piece
    except (ParseException, OSError, ClientDisconnected) as error:
        # A body in chunks that breaks off or miscounts: gunicorn finds out while it is being read.
        raise _broken() from error
    if len(data) > most:
        raise _too_large(most)
    if len(data) < announced:
        raise _broken()
    return data


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"Stuur hoogstens {most // 1024} kB in één keer.")


def _broken() -> BadJson:
    return BadJson("De gegevens zijn niet heel aangekomen.")


def parse(data: bytes) -> dict[str, Any]:
    """Strict JSON (`app.strictjson`), with an object at the top."""
    try:
        value = decode(data)
    except NotJson as error:
        raise BadJson(str(error)) from error
    if not isinstance(value, dict):
        raise BadJson("Stuur een JSON-object: gegevens tussen accolades.")
    return value


def _check_text(value: Any, pointer: str, level: int) -> None:
    if level > MOST_LEVELS:
        raise BadJson("De gegevens zijn te diep genest.")
    match value:
        case str() if FORBIDDEN.search(value):
            field = FieldError(pointer, "Hier staat een teken dat niet mag.")
            raise InvalidInput("De invoer bevat een teken dat niet mag.", errors=(field,))
        case list():
            for number, item in enumerate(value):
                _check_text(item, f"{pointer}/{number}", level + 1)
        case dict():
            for key, item in value.items():
                _check_text(key, pointer, level + 1)
                _check_text(item, f"{pointer}/{escape(key)}", level + 1)


def escape(key: str) -> str:
    """One step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
