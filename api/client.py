"""The views that hand out the client: packed as the browser likes it, and kept as long as the address allows."""

from flask import Response, request

from api.assets import DESK, INDEX, WORKER, Asset
from api.site import Site
from app.errors import NotFound

AT_ROOT = {
    "/": INDEX,
    "/sw.js": WORKER,
    "/manifest.webmanifest": "manifest.webmanifest",
    "/favicon.ico": "icons/veldwijzer-192.png",
}
FOR_EVER = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"


def show_hashed(site: Site, tree: str, path: str) -> Response:
    asset = site.assets.find(path) if tree == site.assets.hash else None
    return _answer(asset, FOR_EVER)


def show_at_root(site: Site) -> Response:
    return _answer(site.assets.find(AT_ROOT[request.path]), ASK_EACH_TIME)


def show_desk(site: Site, rest: str = "") -> Response:  # noqa: ARG001 - the desk's own router reads the rest
    """The desk's page at each of its addresses, so that a link into it, or a reload, leads to the same screen."""
    return _answer(site.assets.find(DESK), ASK_EACH_TIME)


def _answer(asset: Asset | None, caching: str) -> Response:
    if asset is None:
        raise NotFound("Dit bestand bestaat niet.")
    encoding = next(name for name in ("br", "gzip", "identity") if _accepted(name) and name in asset.bodies)
    # A cache in between may hold several encodings; each is its own thing.
    etag = f"{asset.etag}-{encoding}"
    if request.if_none_match.contains_weak(etag):
        response = Response(status=304)
    else:
        response = Response(asset.bodies[encoding], content_type=asset.content_type)
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
    response.set_etag(etag)
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = caching
    return response


def _accepted(encoding: str) -> bool:
    return encoding == "identity" or request.accept_encodings.quality(encoding) > 0
