"""Who is asking, and may they? Answered before anything of the request's body is looked at.

A refusal of whoever shows a token is recorded before it leaves. A request without any token is not: anybody on the
network can send a million of these, and nobody was refused anything.
"""

import hmac

from flask import request

from api.problems import CsrfMissing
from api.site import Site, Visit
from api.tokens import ACCESS, REFRESH, Claims
from app.access.rules import Permission, allows
from app.access.sessions import Caller, SessionGrant
from app.audit.events import Event
from app.errors import DomainError, Forbidden, NotSignedIn

CSRF_HEADER = "X-CSRF-TOKEN"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BEARER = "bearer "


class NoToken(NotSignedIn):
    """Nothing was shown that could be refused."""


def admit(site: Site, permission: Permission) -> Visit:
    """The visit of a caller who may do this; raises the refusal, recorded, for everybody else."""
    caller: Caller | None = None
    try:
        claims = _access_claims(site)
        caller = site.core.sessions.caller(claims.session_id)
        if not _bearer():
            _check_csrf(claims)
        _check_permission(caller, permission)
    except NoToken:
        raise
    except (NotSignedIn, Forbidden) as refusal:
        record_refusal(site, refusal, caller)
        raise
    return Visit(site, caller, claims)


def refresh(site: Site) -> SessionGrant:
    """Exchange the refresh token in the cookie for the next one of its session."""
    try:
        claims = site.tokens.read(_shown(site.cookies.refresh(request)), REFRESH)
        _check_csrf(claims)
        return site.core.sessions.refresh(claims.session_id, claims.refresh_number)
    except NoToken:
        raise
    except (NotSignedIn, Forbidden) as refusal:
        record_refusal(site, refusal, None)
        raise


def _access_claims(site: Site) -> Claims:
    return site.tokens.read(_shown(_bearer() or site.cookies.access(request)), ACCESS)


def _shown(token: str) -> str:
    if not token:
        raise NoToken("Meld je eerst aan.")
    return token


def _bearer() -> str:
    """The token of the Authorization header; another scheme there is some proxy's business and not ours."""
    value = request.headers.get("Authorization", "")
    return value[len(BEARER) :].strip() if value[: len(BEARER)].lower() == BEARER else ""


def _check_permission(caller: Caller, permission: Permission) -> None:
    if not allows(caller.rol, permission):
        raise Forbidden("Met jouw rol kan dit niet.")


def _check_csrf(claims: Claims) -> None:
    """A browser adds cookies by itself; only our own page can read the value that must come along."""
    if request.method in SAFE_METHODS:
        return
    # As bytes: a header may hold any character, and comparing text refuses those outside ASCII with an exception.
    told = request.headers.get(CSRF_HEADER, "").encode()
    if not hmac.compare_digest(told, claims.csrf.encode()):
        raise CsrfMissing("Laad de pagina opnieuw en probeer het nog eens.")


def record_refusal(site: Site, refusal: DomainError, caller: Caller | None) -> None:
    route = f"{request.method} {request.url_rule}"
    site.core.trail.record(Event.TOEGANG_GEWEIGERD, {"route": route, "code": refusal.code}, caller=caller)
