"""Is the process alive, and can it answer? For whoever runs it; nothing about data."""

import json

from flask import Response

from api.site import Site
from app.core import Gereedheid


def live(_site: Site) -> Response:
    return Response(b'{"toestand":"goed"}', mimetype="application/json")


def ready(site: Site) -> Response:
    """503 keeps the traffic away until the database answers and everybody in it can be found; `reden` says why.

    `achterstand` is there when this version has to catch up with what another one published.
    """
    found = site.core.readiness()
    if found is Gereedheid.GEREED:
        behind = site.core.behind()
        return _json(200, {"toestand": "goed"} | ({"achterstand": behind} if behind else {}))
    return _json(503, {"toestand": "niet-gereed", "reden": found.value})


def _json(status: int, body: dict[str, object]) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status=status, mimetype="application/json")
