"""What every answer carries, whatever it is about."""

from flask import Flask, Response, request

API_VERSION = "1.0.0"

# Nothing from elsewhere, nothing inline. The one Trusted Types policy makes the service worker's URL and no other.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types veldwijzer-sw"
)

COMMON = (
    ("API-Version", API_VERSION),
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
# Two years. Subdomains are left to those who run them.
HSTS = ("Strict-Transport-Security", "max-age=63072000")


def register(app: Flask, *, secure: bool) -> None:
    common = (*COMMON, HSTS) if secure else COMMON

    def add(response: Response) -> Response:
        response.headers.extend(common)
        # An answer about a person is kept nowhere between here and the eye; files of the client say it themselves.
        if request.path.startswith("/v1") or "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(add)
