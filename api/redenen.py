"""The redenen to choose from: what a region wants to know about why somebody asks."""

import json

from flask import Response

from api.site import Visit


def show(visit: Visit) -> Response:
    redenen = [
        {"code": reden.code, "naam": reden.naam, "toelichtingVereist": reden.toelichting_vereist}
        for reden in visit.site.core.settings.redenen
    ]
    return Response(json.dumps({"redenen": redenen}, ensure_ascii=False), mimetype="application/json")
