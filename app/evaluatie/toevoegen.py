"""How long it takes to add one person to a filled register, until it is on disk."""

import json
import time
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import uuid4

from app.clock import stamp, today
from app.core import Core
from app.register.fileformat import FileFormat, Refused
from app.register.importer import Importer
from app.register.lines import parse
from app.register.publish import publish
from app.register.read import read_naslag
from app.register.save import Incoming, save_dossiers
from app.store.transaction import transaction
from app.strictjson import NotJson, decode

BEEINDIGD = "beeindigd"


class Toegevoegd(NamedTuple):
    """Milliseconds of each person, shortest first.

    `import_ms` is the whole way of a line: checks, dossier, card, keys, counts, audit. `straat_ms` is what the street
    side takes of it, from a dossier that is there: card, keys, counts and audit, with a commit of its own.
    """

    import_ms: list[float]
    straat_ms: list[float]


def time_to_add(core: Core, lines: Iterable[bytes]) -> Toegevoegd:
    """Add each person twice, a way each; their agreements end afterwards, so that the street is as it was before."""
    importer = Importer(core.engines.write, core.trail, core.clock)
    ended: list[bytes] = []
    import_ms: list[float] = []
    straat_ms: list[float] = []
    for line in lines:
        for times, add in ((import_ms, _by_import), (straat_ms, _by_publish)):
            value = _under_another_id(line)
            ms = add(core, _encode(value)) if value else None
            if value and ms is not None:
                times.append(ms)
                ended.append(_encode(_ended(value)))
    importer.run(ended)
    return Toegevoegd(sorted(import_ms), sorted(straat_ms))


def _by_import(core: Core, line: bytes) -> float | None:
    importer = Importer(core.engines.write, core.trail, core.clock)
    started = time.perf_counter()
    added = importer.run([line]).nieuw
    return (time.perf_counter() - started) * 1000 if added else None


def _by_publish(core: Core, line: bytes) -> float | None:
    """As the importer does it, in two transactions instead of one."""
    with transaction(core.engines.write) as connection:
        form = FileFormat(read_naslag(connection), today(core.clock))
        try:
            parsed = parse(1, line)
            dossier = form.read(parsed.value) if parsed else None
        except Refused:
            return None
        if parsed is None or dossier is None:
            return None
        incoming = Incoming(dossier, parsed.digest, None)
        saved = save_dossiers(connection, [incoming], stamp(core.clock()))
    started = time.perf_counter()
    with transaction(core.engines.write) as connection:
        publish(connection, saved.persoon_ids, trail=core.trail, clock=core.clock)
    return (time.perf_counter() - started) * 1000


def _under_another_id(line: bytes) -> dict[str, Any] | None:
    """None for a line that holds no person."""
    try:
        value = decode(line)
    except NotJson:
        return None
    if not (isinstance(value, dict) and isinstance(value.get("abonnementen"), list)):
        return None
    return {**value, "externId": f"meting-{uuid4()}"}


def _ended(value: dict[str, Any]) -> dict[str, Any]:
    agreements: Sequence[Any] = value["abonnementen"]
    return {**value, "abonnementen": [{**one, "status": BEEINDIGD} for one in agreements if isinstance(one, dict)]}


def _encode(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
