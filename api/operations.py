"""What the API description says of each view, beyond what the table of routes and the schemas say by themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import Schema

from api import answers, examples


@dataclass(frozen=True, kw_only=True)
class Operation:
    name: str
    tag: str
    summary: str
    gives: str
    status: int = 200
    takes: str | type[Schema] | Schema = ""  # the name of one of `schemas.Schemas`, or the schema itself
    filters: type[Schema] | None = None  # what the query of the address may hold
    changes: bool = False  # asks for If-Match, and can be too late
    once: bool = False  # takes an Idempotency-Key
    answers: tuple[type[Schema], ...] = ()
    examples: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[int, ...] = ()
    refreshes: bool = False
    media: str = "application/json"  # of what is sent; text where it is no JSON


MELD_AAN = Operation(
    name="meldAan",
    tag="sessies",
    summary="Aanmelden",
    gives="Een nieuwe sessie; de browser krijgt de tokens ook als cookies.",
    status=201,
    takes="aanmelding",
    answers=(answers.NieuweSessieSchema,),
    examples={"agent": examples.NIEUWE_SESSIE},
    problems=(401, 429, 503),
)
TOON_SESSIE = Operation(
    name="toonSessie",
    tag="sessies",
    summary="Wie ben ik",
    gives="De lopende sessie.",
    answers=(answers.HuidigeSessieSchema,),
    examples={"agent": examples.HUIDIGE_SESSIE},
)
MELD_AF = Operation(
    name="meldAf",
    tag="sessies",
    summary="Afmelden",
    gives="De sessie is beëindigd, ook voor elk ander token ervan.",
    status=204,
)
VERVERS = Operation(
    name="ververs",
    tag="sessies",
    summary="De tokens verversen",
    gives="Nieuwe tokens voor dezelfde sessie; het oude verversingstoken telt niet meer.",
    status=201,
    answers=(answers.NieuweSessieSchema,),
    examples={"agent": examples.NIEUWE_SESSIE},
    problems=(401, 403, 503),
    refreshes=True,
)
TOON_REDENEN = Operation(
    name="toonRedenen",
    tag="zoekvragen",
    summary="De redenen om te kiezen",
    gives="De redenen, in de volgorde waarin ze getoond worden.",
    answers=(answers.RedenenSchema,),
    examples={"redenen": examples.REDENEN},
)
STEL_ZOEKVRAAG = Operation(
    name="stelZoekvraag",
    tag="zoekvragen",
    summary="Zoeken; elke vraag wordt vastgelegd",
    gives="De kaart, kandidaten, onbekend, of wat erbij moet; en wat van de vraag is begrepen.",
    takes="zoekvraag",
    answers=(
        answers.KaartAntwoordSchema,
        answers.KandidatenAntwoordSchema,
        answers.OnbekendAntwoordSchema,
        answers.VerfijnAntwoordSchema,
    ),
    examples=examples.ZOEKANTWOORDEN,
)
OPEN_KAART = Operation(
    name="openKaart",
    tag="zoekvragen",
    summary="De kaart van een kandidaat openen; elke inzage wordt vastgelegd",
    gives="De straatkaart.",
    status=201,
    takes="inzage",
    answers=(answers.InzageAntwoordSchema,),
    examples={"kaart": examples.INZAGE},
    problems=(404,),
)
TOON_BESCHRIJVING = Operation(
    name="toonBeschrijving", tag="beschrijving", summary="Deze beschrijving", gives="De beschrijving als OpenAPI."
)
