"""Is the process alive, and can it answer? For whoever runs it; nothing about data."""

import json

from flask import Response

from api.site import Site
from app.core import Gereedheid


def live(_site: Site) -> Response:
    return Response(b'{"toestand":"goed"}', mimetype="application/json")


def ready(site: Site) -> Response:
    """503 keeps the traffic away until the database answers and everybody in it can be found; `reden` says why."""
    found = site.core.readiness()
    if found is Gereedheid.GEREED:
        return Response(b'{"toestand":"goed"}', mimetype="application/json")
    body = json.dumps({"toestand": "niet-gereed", "reden": found.value}, ensure_ascii=False)
    return Response(body, status=503, mimetype="application/json")
