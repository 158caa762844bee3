"""`veldwijzer zoek`: answer a file of questions, a line for a line, through the function that the phone uses too."""

import json
import sys
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

import click
from sqlalchemy import Connection, bindparam, select

from app.audit.events import Event
from app.clock import today
from app.commands.context import open_core
from app.core import Core
from app.errors import InvalidInput
from app.lookup.question import Zeker, Zoekvraag, read_zoekvraag
from app.lookup.zoek import zoek
from app.pauses import fewer_pauses
from app.store.tables.register import persoon
from app.strictjson import NotJson, decode

FIELDS = {
    "id": (str, int),
    "naam": (str,),
    "voornaam": (str,),
    "achternaam": (str,),
    "geboortedatum": (str,),
    "geboortejaarOngeveer": (int,),
}

_EXTERN = select(persoon.c.id, persoon.c.extern_id).where(persoon.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class Fout:
    """Why a line is no question: `code` is stable, `melding` is for people."""

    code: str
    melding: str


@click.command(name="zoek")
@click.option(
    "--batch",
    required=True,
    type=click.File("rb"),
    help="Een bestand met een vraag per regel (JSON); - leest van stdin.",
)
def zoek_command(batch: BinaryIO) -> None:
    """Beantwoord een bestand met zoekvragen: een antwoord per regel.

    Namen staan in een bestand en niet op de opdrachtregel, want die blijft bewaard.
    """
    lines = [line.strip() for line in batch if line.strip()]
    with open_core() as core:
        # A run is a consultation of the register: it is recorded before the first answer leaves.
        core.trail.record(Event.BATCH_ZOEKEN, {"aantal": len(lines)})
        fewer_pauses()
        bad = _answer_all(core, lines)
    if bad:
        raise click.ClickException(f"{bad} van {len(lines)} regels zijn geen geldige vraag.")


def _answer_all(core: Core, lines: list[bytes]) -> int:
    bad = 0
    with core.engines.read.connect() as connection, _progress(lines) as steps:
        for line in steps:
            answer = _answer(core, connection, line)
            bad += "fout" in answer
            click.echo(json.dumps(answer, ensure_ascii=False))
    return bad


def _progress(lines: list[bytes]) -> AbstractContextManager[Iterable[bytes]]:
    if sys.stderr.isatty():
        return click.progressbar(lines, label="Zoeken", file=sys.stderr)
    return nullcontext(lines)


def _answer(core: Core, connection: Connection, line: bytes) -> dict[str, Any]:
    vandaag = today(core.clock)
    question_id, fields = _read(line)
    started = time.perf_counter()
    vraag = fields if isinstance(fields, Fout) else _check(fields, vandaag)
    if isinstance(vraag, Fout):
        return {"id": question_id, "fout": vraag.code, "melding": vraag.melding}
    antwoord = zoek(connection, vraag, vandaag=vandaag, drempels=core.drempels)
    ms = (time.perf_counter() - started) * 1000
    ids = [treffer.persoon_id for treffer in antwoord.treffers]
    extern = {row.id: row.extern_id for row in connection.execute(_EXTERN, {"ids": ids})} if ids else {}
    treffers = [extern[persoon_id] for persoon_id in ids]
    return {"id": question_id, "uitkomst": antwoord.uitkomst.value, "treffers": treffers, "ms": round(ms, 3)}


def _read(line: bytes) -> tuple[Any, dict[str, Any] | Fout]:
    """The id, as far as it can be read, and the fields of the question or what is wrong with them."""
    try:
        value = decode(line)
    except NotJson as error:
        return None, Fout("ongeldige-json", str(error))
    if not isinstance(value, dict):
        return None, Fout("ongeldige-invoer", "Een vraag is een JSON-object.")
    question_id = value.get("id")
    if not _is_one_of(question_id, FIELDS["id"]):
        return None, Fout("ongeldige-invoer", "Het veld id ontbreekt of is geen tekst of getal.")
    for name, given in value.items():
        if name not in FIELDS:
            return question_id, Fout("ongeldige-invoer", f"Onbekend veld: {name[:40]}.")
        if given is not None and not _is_one_of(given, FIELDS[name]):
            return question_id, Fout("ongeldige-invoer", f"Het veld {name} heeft een verkeerde soort waarde.")
    return question_id, value


def _is_one_of(value: Any, kinds: tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def _check(question: dict[str, Any], vandaag: date) -> Zoekvraag | Fout:
    try:
        return read_zoekvraag(
            naam=question.get("naam"),
            zeker=Zeker(question.get("voornaam"), question.get("achternaam")),
            geboortedatum=question.get("geboortedatum"),
            geboortejaar_ongeveer=question.get("geboortejaarOngeveer"),
            vandaag=vandaag,
        )
    except InvalidInput as error:
        return Fout(error.code, error.detail)
