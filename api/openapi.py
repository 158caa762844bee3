"""The API description (OpenAPI), made of the table of routes, the schemas, and `operations`: it cannot say otherwise.

It follows the API Design Rules of the Dutch government, which a test checks with their own linter rules.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Response

from api import answers
from api.auth import CSRF_HEADER, SAFE_METHODS
from api.cookies import Cookies
from api.headers import API_VERSION
from api.operations import Operation
from api.problems import MEDIA_TYPE, URN
from api.route import Open, Route
from api.schemas import Schemas
from api.site import Site

PREFIX = "/v1"
PATH_PART = re.compile(r"<(\w+)>")
PROBLEMS = {
    400: ("OngeldigeInvoer", "De invoer klopt niet.", "ongeldige-invoer"),
    401: ("NietAangemeld", "Niet aangemeld, of niet meer.", "niet-aangemeld"),
    403: ("GeenToegang", "Dit mag niet, of de beveiligingscode ontbreekt.", "geen-toegang"),
    404: ("NietGevonden", "Dit is er niet, of niet voor jou.", "niet-gevonden"),
    413: ("TeGroot", "De invoer is te groot.", "te-groot"),
    415: ("VerkeerdMediatype", "De invoer is geen application/json.", "verkeerd-mediatype"),
    429: ("TeVeelPogingen", "Te veel mislukte pogingen.", "te-veel-pogingen"),
    500: ("InterneFout", "Er ging iets mis bij de dienst.", "interne-fout"),
    503: ("NietBeschikbaar", "Er is nu geen antwoord; ook als vastleggen niet lukt.", "vastleggen-mislukt"),
}
INFO: dict[str, Any] = {
    "description": "Wat is er afgesproken over de persoon die voor je staat: zoeken, en de straatkaart lezen.",
    "contact": {
        "name": "Veldwijzer",
        "url": "https://veldwijzer.example",
        "email": "api@veldwijzer.example",
    },
    "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
}
TAGS = [
    {"name": "sessies", "description": "Aan- en afmelden."},
    {"name": "zoekvragen", "description": "Zoeken, met een reden, en een kaart openen."},
    {"name": "beschrijving", "description": "Deze beschrijving."},
]


def show(site: Site) -> Response:
    response = Response(site.openapi, mimetype="application/json")
    # The design rules want the description readable from any page.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def build(routes: Iterable[Route], schemas: Schemas, cookies: Cookies) -> bytes:
    spec = APISpec(
        title="Veldwijzer",
        version=API_VERSION,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin()],
        info=INFO,
        servers=[{"url": PREFIX}],
        tags=TAGS,
    )
    _add_components(spec, cookies)
    for route in routes:
        if route.operation is not None:
            path = PATH_PART.sub(lambda part: "{" + _camel(part[1]) + "}", route.path.removeprefix(PREFIX))
            described = _operation(route, route.operation, schemas)
            spec.path(path=path, operations={route.method.lower(): described})
    return json.dumps(spec.to_dict(), ensure_ascii=False).encode()


def _add_components(spec: APISpec, cookies: Cookies) -> None:
    spec.components.header("ApiVersion", {"description": "De versie van deze API.", "schema": {"type": "string"}})
    for status, (name, description, code) in PROBLEMS.items():
        example = {"type": URN + code, "title": description, "status": status, "detail": "Wat je kunt doen."}
        response = {
            "description": description,
            "headers": {"API-Version": "ApiVersion"},
            "content": {MEDIA_TYPE: {"schema": answers.ProbleemSchema, "example": example}},
        }
        if status == 429:
            response["headers"] = {
                "API-Version": "ApiVersion",
                "Retry-After": {"description": "Seconden.", "schema": {"type": "integer"}},
            }
        spec.components.response(name, response)
    spec.components.security_scheme("toegangstoken", {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"})
    for name, cookie in (("toegangscookie", cookies.access_name), ("verversingscookie", cookies.refresh_name)):
        spec.components.security_scheme(name, {"type": "apiKey", "in": "cookie", "name": cookie})
    csrf = {"type": "apiKey", "in": "header", "name": CSRF_HEADER, "description": "De waarde van de csrf-cookie."}
    spec.components.security_scheme("csrf", csrf)


def _operation(route: Route, operation: Operation, schemas: Schemas) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "security": _security(route, operation),
        "responses": _responses(route, operation),
    }
    parameters = [_path_parameter(name) for name in PATH_PART.findall(route.path)]
    if parameters:
        described["parameters"] = parameters
    if operation.takes:
        content = {"schema": getattr(schemas, operation.takes)}
        described["requestBody"] = {"required": True, "content": {"application/json": content}}
    return described


def _security(route: Route, operation: Operation) -> list[dict[str, list[str]]]:
    if operation.refreshes:
        return [{"verversingscookie": [], "csrf": []}]
    if isinstance(route.access, Open):
        return []
    by_cookie: dict[str, list[str]] = {"toegangscookie": []}
    if route.method not in SAFE_METHODS:
        by_cookie["csrf"] = []
    return [{"toegangstoken": []}, by_cookie]


def _responses(route: Route, operation: Operation) -> dict[str, Any]:
    success: dict[str, Any] = {"description": operation.gives, "headers": {"API-Version": "ApiVersion"}}
    if operation.answers:
        content: dict[str, Any] = {"schema": operation.answers[0]}
        if len(operation.answers) > 1:
            content = {"schema": {"oneOf": list(operation.answers)}}
        content["examples"] = {name: {"value": value} for name, value in operation.examples.items()}
        success["content"] = {"application/json": content}
    elif operation.status != 204:
        success["content"] = {"application/json": {"schema": {"type": "object"}}}
    statuses = {500, *operation.problems}
    if not isinstance(route.access, Open):
        statuses |= {401, 403, 503}
    if operation.takes:
        statuses |= {400, 413, 415}
    if route.method not in SAFE_METHODS | {"DELETE"}:
        statuses |= {400}
    return {str(operation.status): success} | {str(status): PROBLEMS[status][0] for status in sorted(statuses)}


def _path_parameter(name: str) -> dict[str, Any]:
    return {
        "name": _camel(name),
        "in": "path",
        "required": True,
        "description": "De `id` uit het antwoord op een eigen, recente zoekvraag.",
        "schema": {"type": "string", "format": "uuid"},
    }


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)
