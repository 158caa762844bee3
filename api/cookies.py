"""The cookies of the browser. A name with a prefix tells the browser to insist on https, and on this host alone."""

from datetime import datetime

from flask import Request, Response

from api.tokens import Issued

ACCESS = "veldwijzer_toegang"
REFRESH = "veldwijzer_verversing"
# Readable for our own page, which sends it back as a header; it proves nothing without the token that holds it too.
CSRF = "veldwijzer_csrf"
REFRESH_PATH = "/v1/sessies"


class Cookies:
    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self.access_name = f"__Host-{ACCESS}" if secure else ACCESS
        self.refresh_name = f"__Secure-{REFRESH}" if secure else REFRESH

    def access(self, request: Request) -> str:
        return request.cookies.get(self.access_name, "")

    def refresh(self, request: Request) -> str:
        return request.cookies.get(self.refresh_name, "")

    def give(self, response: Response, issued: Issued) -> None:
        self._set(response, self.access_name, issued.access, issued.access_until)
        self._set(response, self.refresh_name, issued.refresh, issued.refresh_until)
        self._set(response, CSRF, issued.csrf, issued.refresh_until)

    def take_back(self, response: Response) -> None:
        for name in (self.access_name, self.refresh_name, CSRF):
            response.delete_cookie(
                name, path=self._path(name), secure=self._secure, httponly=name != CSRF, samesite="Strict"
            )

    def _set(self, response: Response, name: str, value: str, until: datetime) -> None:
        response.set_cookie(
            name,
            value,
            expires=until,
            path=self._path(name),
            secure=self._secure,
            httponly=name != CSRF,
            samesite="Strict",
        )

    def _path(self, name: str) -> str:
        return REFRESH_PATH if name == self.refresh_name else "/"
