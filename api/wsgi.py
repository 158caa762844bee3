"""The composition of this package: a core becomes a Flask application; `create` is the entry for gunicorn."""

from flask import Flask
from marshmallow import ValidationError
from werkzeug.middleware.proxy_fix import ProxyFix

from api import headers, logs, openapi, problems, routes, schemas
from api.assets import FOLDER, Assets
from api.cookies import Cookies
from api.site import Site
from api.tokens import Tokens
from app.config import from_environment
from app.core import Core, build


def create() -> Flask:
    """The service as the environment describes it."""
    settings = from_environment()
    logs.configure(settings.log_level)
    return create_app(build(settings))


def create_app(core: Core, *, assets: Assets | None = None) -> Flask:
    app = Flask("veldwijzer", static_folder=None, template_folder=None)
    # An address is what it is: no redirect from one spelling to another, so nothing of a request is echoed in one.
    app.url_map.strict_slashes = True
    app.url_map.merge_slashes = False
    tokens = Tokens(app, core.settings, core.clock)
    cookies = Cookies(secure=core.settings.cookie_secure)
    known = schemas.make_schemas(core.settings.redenen)
    site = Site(
        core=core,
        tokens=tokens,
        cookies=cookies,
        schemas=known,
        assets=assets or Assets(FOLDER),
        openapi=openapi.build(routes.ROUTES, known, cookies),
    )
    # Registered first, written last: the line in the log tells what really left.
    logs.register(app)
    headers.register(app, secure=core.settings.cookie_secure)
    problems.register(app)
    app.register_error_handler(ValidationError, lambda error: problems.problem(schemas.of_validation(error)))
    routes.register(app, site)
    if core.settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=core.settings.proxies, x_proto=core.settings.proxies)  # type: ignore[method-assign]
    return app
