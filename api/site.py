"""What the views work with; `wsgi` puts it together, and nothing in here changes afterwards."""

from dataclasses import dataclass

from api.assets import Assets
from api.cookies import Cookies
from api.schemas import Schemas
from api.tokens import Claims, Tokens
from app.access.sessions import Caller
from app.core import Core


@dataclass(frozen=True)
class Site:
    core: Core
    tokens: Tokens
    cookies: Cookies
    schemas: Schemas
    assets: Assets
    openapi: bytes


@dataclass(frozen=True)
class Visit:
    """A request that was let in: who asks, and by which token."""

    site: Site
    caller: Caller
    claims: Claims
