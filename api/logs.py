"""One line of JSON a request, and nothing in it about a person: the route's template, never the path that was asked.

An exception is logged as the places it passed, without its text: a database driver puts the values of a statement
in there, and these are names and birth dates.
"""

import logging
import logging.config
import re
import secrets
import time
import traceback
from typing import Any

from flask import Flask, Response, g, request
from pythonjsonlogger.json import JsonFormatter

logger = logging.getLogger("veldwijzer.aanvraag")

# https://www.w3.org/TR/trace-context/#traceparent-header
TRACEPARENT = re.compile(r"[0-9a-f]{2}-(?P<trace>[0-9a-f]{32})-(?P<parent>[0-9a-f]{16})-[0-9a-f]{2}")
KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Formatter(JsonFormatter):
    """JSON lines; whatever logs an exception, ours or a library's, only its places are written."""

    def __init__(self) -> None:
        super().__init__(
            ["name", "levelname", "message"],
            rename_fields={"name": "bron", "levelname": "niveau", "message": "bericht"},
            timestamp="tijd",
        )

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is the standard library's
        return "; ".join(where(ei[1])) if ei[1] is not None else ""


class NoRequestText(logging.Filter):
    """gunicorn quotes requests it cannot read, with the address they came from; only that it happened may stay."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.msg if isinstance(record.msg, str) else ""
        for start in ("Invalid request", "Error handling request"):
            if text.startswith(start):
                record.msg, record.args = start, ()
        return True


def settings(level: str) -> dict[str, Any]:
    """The configuration for `logging.config.dictConfig`; gunicorn takes the same."""
    quiet = {"level": level, "handlers": ["stderr"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"no_request_text": {"()": NoRequestText}},
        "formatters": {"json": {"()": Formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["no_request_text"]}},
        "root": {"level": level, "handlers": ["stderr"]},
        "loggers": {
            "gunicorn.error": quiet,
            "gunicorn.access": {"handlers": [], "propagate": False},
            # It tells of its plugins whenever somebody asks which revision a database is at.
            "alembic": {"level": "WARNING"},
        },
    }


def configure(level: str) -> None:
    logging.config.dictConfig(settings(level))


def where(error: BaseException | None) -> list[str]:
    """The kinds of error and the lines of code they passed, the cause first; never their text."""
    steps: list[str] = []
    while error is not None and len(steps) < 100:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        steps = [*places, f"{type(error).__module__}.{type(error).__qualname__}", *steps]
        error = error.__cause__ or error.__context__
    return steps


def register(app: Flask) -> None:
    app.before_request(_begin)
    app.after_request(_write)


def _begin() -> None:
    g.begun = time.perf_counter()
    told = TRACEPARENT.fullmatch(request.headers.get("traceparent", ""))
    usable = told is not None and told["trace"].strip("0") and told["parent"].strip("0")
    g.trace = told["trace"] if told is not None and usable else secrets.token_hex(16)


def _write(response: Response) -> Response:
    response.headers["traceparent"] = f"00-{g.trace}-{secrets.token_hex(8)}-01"
    if logger.isEnabledFor(logging.INFO):
        line = {
            "methode": request.method if request.method in KNOWN_METHODS else "anders",
            "route": request.url_rule.rule if request.url_rule else "onbekend",
            "status": response.status_code,
            "ms": round((time.perf_counter() - g.begun) * 1000, 1),
            "trace": g.trace,
        }
        logger.info("aanvraag", extra=line)
    return response
