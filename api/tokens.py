"""The JWT of a session: made by flask-jwt-extended, and verified more strictly than it does by itself.

A token names a session and nothing more: role and account are read at every request, so that a sign-out or a changed
role counts at once. The signature of one token is verified once, and remembered by the hash of the token.
"""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Condition
from typing import Any

from cachetools import TTLCache, cached
from flask import Flask
from flask_jwt_extended import JWTManager, create_access_token, create_refresh_token, decode_token
from flask_jwt_extended.exceptions import JWTDecodeError, JWTExtendedException
from jwt import ExpiredSignatureError, InvalidTokenError

from api.problems import problem
from app.access.sessions import SessionGrant
from app.clock import Clock
from app.config import Settings
from app.errors import NotSignedIn, SessionEnded

ACCESS = "access"
REFRESH = "refresh"
ISSUER = "veldwijzer"
AUDIENCE = "veldwijzer-v1"
ALGORITHM = "HS256"
# Ours are some 400 characters; whatever is far longer is not worth a look.
LONGEST = 2000
# flask-jwt-extended accepts a signed token without these; we do not.
REQUIRED = {"sub": str, "jti": str, "type": str, "csrf": str, "iss": str, "aud": str, "exp": int, "iat": int}
# How long a verified signature is remembered; whether the token has expired is looked at each time.
REMEMBERED_SECONDS = 300
MOST_REMEMBERED = 20_000


@dataclass(frozen=True)
class Claims:
    """What a verified token says."""

    session_id: str
    kind: str
    csrf: str
    expires: int
    refresh_number: int


@dataclass(frozen=True)
class Issued:
    """The two tokens of a grant, and the one value that proves that a request comes from our own page."""

    access: str
    refresh: str
    csrf: str
    access_until: datetime
    refresh_until: datetime


class Tokens:
    def __init__(self, app: Flask, settings: Settings, clock: Clock) -> None:
        app.config.update(_configuration(settings))
        self._clock = clock
        self._lifetime = timedelta(minutes=settings.token_minutes)
        remembered: TTLCache[bytes, Claims] = TTLCache(MOST_REMEMBERED, REMEMBERED_SECONDS)
        self._verified = cached(remembered, key=_digest, condition=Condition())(_verify)
        _override_all_loaders(JWTManager(app), settings.secret)

    def issue(self, grant: SessionGrant) -> Issued:
        """Tokens for a session; neither outlives it."""
        left = max(grant.uiterlijk_op - self._clock(), timedelta(seconds=1))
        csrf = secrets.token_urlsafe(32)
        access = create_access_token(
            grant.session_id, expires_delta=min(self._lifetime, left), additional_claims={"csrf": csrf}
        )
        refresh = create_refresh_token(
            grant.session_id,
            expires_delta=left,
            additional_claims={"csrf": csrf, "verversing": grant.refresh_number},
        )
        access_until = datetime.fromtimestamp(self._verified(access).expires, UTC)
        return Issued(access, refresh, csrf, access_until, grant.uiterlijk_op)

    def read(self, token: str, kind: str) -> Claims:
        """The claims of a token of this kind; raises `NotSignedIn`, or `SessionEnded` when its time is over."""
        if len(token) > LONGEST:
            raise _refused()
        claims = self._verified(token)
        if claims.expires <= time.time():
            raise _expired()
        if claims.kind != kind:
            raise _refused()
        return claims


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


def _verify(token: str) -> Claims:
    try:
        claims = decode_token(token)
    except ExpiredSignatureError as error:
        raise _expired() from error
    except (InvalidTokenError, JWTExtendedException, ValueError, TypeError, RecursionError) as error:
        # The last three come out of base64 and JSON that was made to break a parser.
        raise _refused() from error
    return Claims(claims["sub"], claims["type"], claims["csrf"], claims["exp"], claims.get("verversing", 0))


def _check_claims(claims: Mapping[str, Any]) -> None:
    for name, kind in REQUIRED.items():
        if not isinstance(claims.get(name), kind):
            raise JWTDecodeError(f"claim {name} is missing or of another kind")
    if claims["type"] not in (ACCESS, REFRESH):
        raise JWTDecodeError("unknown type of token")


def _configuration(settings: Settings) -> dict[str, Any]:
    return {
        "JWT_SECRET_KEY": settings.secret,
        "JWT_ALGORITHM": ALGORITHM,
        "JWT_DECODE_ALGORITHMS": [ALGORITHM],
        "JWT_ENCODE_ISSUER": ISSUER,
        "JWT_DECODE_ISSUER": ISSUER,
        "JWT_ENCODE_AUDIENCE": AUDIENCE,
        "JWT_DECODE_AUDIENCE": AUDIENCE,
        # `iat` says the same.
        "JWT_ENCODE_NBF": False,
    }


def _override_all_loaders(manager: JWTManager, secret: str) -> None:
    """No answer of the library's own may leave: it has another shape, and 422 for a malformed token."""

    @manager.decode_key_loader
    def key_for_complete_claims(_header: dict[str, Any], claims: dict[str, Any]) -> str:
        # The one place where the claims are seen as they were sent, before missing ones are filled in.
        _check_claims(claims)
        return secret

    for set_loader in (
        manager.unauthorized_loader,
        manager.invalid_token_loader,
        manager.revoked_token_loader,
        manager.needs_fresh_token_loader,
        manager.token_verification_failed_loader,
        manager.user_lookup_error_loader,
    ):
        set_loader(lambda *_: problem(_refused()))
    manager.expired_token_loader(lambda *_: problem(_expired()))


def _refused() -> NotSignedIn:
    return NotSignedIn("Dit bewijs van aanmelding is niet geldig. Meld je opnieuw aan.")


def _expired() -> SessionEnded:
    return SessionEnded("Je aanmelding is verlopen. Meld je opnieuw aan.")
