"""Sessions: begun with a password, refreshed with a token, ended on the server."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from flask import Response, request

from api import auth
from api.body import read_object
from api.site import Site, Visit
from api.tokens import Issued
from app.access.rules import permissions_of
from app.access.sessions import SessionGrant
from app.clock import stamp

CURRENT = "/v1/sessies/huidige"


def create(site: Site) -> Response:
    aanmelding = site.schemas.aanmelding.load(read_object(request))
    grant = site.core.sessions.sign_in(aanmelding.gebruikersnaam, aanmelding.wachtwoord, request.remote_addr or "")
    return _given(site, grant)


def show(visit: Visit) -> Response:
    caller = visit.caller
    until = datetime.fromtimestamp(visit.claims.expires, UTC)
    body = {"rol": caller.rol, "gebruikersnaam": caller.gebruikersnaam, "verlooptOp": stamp(until)}
    return _json(200, body | {"rechten": permissions_of(caller.rol)})


def end(visit: Visit) -> Response:
    visit.site.core.sessions.sign_out(visit.caller)
    response = Response(status=204)
    visit.site.cookies.take_back(response)
    return response


def refresh(site: Site) -> Response:
    return _given(site, auth.refresh(site))


def _given(site: Site, grant: SessionGrant) -> Response:
    issued: Issued = site.tokens.issue(grant)
    response = _json(
        201,
        {
            "toegangstoken": issued.access,
            "verlooptOp": stamp(issued.access_until),
            "rol": grant.rol,
            "gebruikersnaam": grant.gebruikersnaam,
        },
    )
    response.headers["Location"] = CURRENT
    site.cookies.give(response, issued)
    return response


def _json(status: int, body: Mapping[str, object]) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status=status, mimetype="application/json")
