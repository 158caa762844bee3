"""What every answer carries, whatever it is about."""

from flask import Flask, Response, request

API_VERSION = "1.0.0"

# Nothing from elsewhere, nothing inline. The one Trusted Types policy makes the service worker's URL and no other.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types veldwijzer-sw"
)

# A phone fetches some fifteen files at its first visit: these carry what protects a file, and not a page's policies.
FILE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
)
COMMON = (
    *FILE,
    ("API-Version", API_VERSION),
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
# Two years. Subdomains are left to those who run them.
HSTS = ("Strict-Transport-Security", "max-age=63072000")


def register(app: Flask, *, secure: bool) -> None:
    common = (*COMMON, HSTS) if secure else COMMON

    def add(response: Response) -> Response:
        response.headers.extend(FILE if _is_file(response) else common)
        # An answer about a person is kept nowhere between here and the eye; files of the client say it themselves.
        if request.path.startswith("/v1") or "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(add)


def _is_file(response: Response) -> bool:
    """A file of the client by its hashed address; a refusal on such an address is a page like any other."""
    return request.path.startswith("/a/") and response.status_code in (200, 304)
