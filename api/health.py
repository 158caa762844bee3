"""Is the process alive, and can it answer? For whoever runs it; nothing about data."""

from flask import Response

from api.site import Site


def live(_site: Site) -> Response:
    return Response(b'{"toestand":"goed"}', mimetype="application/json")


def ready(site: Site) -> Response:
    """503 keeps the traffic away until the database answers and has the shape of this version."""
    if site.core.is_ready():
        return Response(b'{"toestand":"goed"}', mimetype="application/json")
    return Response(b'{"toestand":"niet-gereed"}', status=503, mimetype="application/json")
