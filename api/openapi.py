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
from api.afspraken import beschrijving as afspraken
from api.auth import CSRF_HEADER, SAFE_METHODS
from api.cookies import Cookies
from api.headers import API_VERSION
from api.operations import Operation
from api.problems import MEDIA_TYPE, URN
from api.route import Open, Route
from api.schemas import Schemas
from api.site import Site
from api.werklijst import beschrijving as werklijst

PREFIX = "/v1"
PATH_PART = re.compile(r"<(\w+)>")
PROBLEMS = {
    400: ("OngeldigeInvoer", "De invoer klopt niet.", "ongeldige-invoer"),
    401: ("NietAangemeld", "Niet aangemeld, of niet meer.", "niet-aangemeld"),
    403: ("GeenToegang", "Dit mag niet, of de beveiligingscode ontbreekt.", "geen-toegang"),
    404: ("NietGevonden", "Dit is er niet, of niet voor jou.", "niet-gevonden"),
    409: ("KanNuNiet", "De toestand laat dit nu niet toe.", "kan-nu-niet"),
    412: ("IntussenGewijzigd", "Iemand anders heeft dit intussen gewijzigd.", "intussen-gewijzigd"),
    413: ("TeGroot", "De invoer is te groot.", "te-groot"),
    415: ("VerkeerdMediatype", "De invoer is geen application/json.", "verkeerd-mediatype"),
    422: ("SleutelHergebruikt", "De Idempotency-Key hoort bij een ander verzoek.", "sleutel-hergebruikt"),
    428: ("VersieOntbreekt", "De kop If-Match ontbreekt.", "versie-ontbreekt"),
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
    {"name": "naslag", "description": "Waaruit te kiezen is aan het bureau."},
    {"name": "abonnementen", "description": "Personen in een aanpak: openen, opschorten, beëindigen."},
    afspraken.TAG,
    werklijst.TAG,
    {"name": "personen", "description": "Personen in het hele register."},
    {"name": "samenvoegingen", "description": "Twee personen die één persoon zijn."},
    {"name": "formulieren", "description": "Het formulier: elke organisatie vult haar eigen deel in."},
    {"name": "organisaties", "description": "Organisaties, en waar hun e-mail heen gaat."},
    {"name": "contactpersonen", "description": "Wie te bellen: van elke organisatie, en in welke volgorde."},
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
    parameters = _parameters(route, operation)
    if parameters:
        described["parameters"] = parameters
    if operation.takes:
        taken = operation.takes
        content = {"schema": getattr(schemas, taken) if isinstance(taken, str) else taken}
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
    elif operation.media != "application/json":
        content = {"schema": {"type": "string"}, "examples": {k: {"value": v} for k, v in operation.examples.items()}}
        success["content"] = {operation.media: content}
    elif operation.status != 204:
        success["content"] = {"application/json": {"schema": {"type": "object"}}}
    statuses = {500, *operation.problems}
    if not isinstance(route.access, Open):
        statuses |= {401, 403, 503}
    if operation.takes:
        statuses |= {400, 413, 415}
    if route.method not in SAFE_METHODS | {"DELETE"} or operation.filters or PATH_PART.search(route.path):
        statuses |= {400}
    statuses |= {412, 428} if operation.changes else set()
    statuses |= {400, 409, 422} if operation.once else set()
    return {str(operation.status): success} | {str(status): PROBLEMS[status][0] for status in sorted(statuses)}


def _parameters(route: Route, operation: Operation) -> list[Any]:
    parameters: list[Any] = [_path_parameter(name) for name in PATH_PART.findall(route.path)]
    if operation.filters is not None:
        parameters.append({"in": "query", "schema": operation.filters})
    if operation.changes:
        parameters.append(_header("If-Match", "De ETag van wat je wijzigt.", required=True))
    if operation.once:
        parameters.append(_header("Idempotency-Key", "Hetzelfde verzoek met dezelfde sleutel gebeurt één keer."))
    return parameters


def _header(name: str, description: str, *, required: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string"},
    }


def _path_parameter(name: str) -> dict[str, Any]:
    kind: dict[str, Any] = {"type": "string", "format": "uuid"}
    description = "De `id` uit het antwoord op een eigen, recente zoekvraag."
    if name == "code":
        kind = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"}
        description = "Een code uit `/naslag`."
    elif name not in ("zoekvraag_id", "raadpleging_id"):
        kind = {"type": "string", "pattern": "^[1-9][0-9]{0,17}$"}
        description = f"De `id` van {name.removesuffix('_id')}, uit een eerder antwoord."
    return {"name": _camel(name), "in": "path", "required": True, "description": description, "schema": kind}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)
