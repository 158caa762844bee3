"""A digest of what the rules make of a fixed set of names: `make regels` writes it down for the number of today."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.names.keys import keys_by, search_keys
from app.names.parts import name_parts, variant_keys
from app.names.profile import FIELDS, decode
from app.names.regels import REGELS
from app.names.stored import store

NAMES = Path(__file__).with_name("namen.jsonl")
# A line for each number: the number, and what its rules made of the names.
RECORDED = Path(__file__).with_name("vingerafdrukken.txt")


def rows_of(value: list[Any]) -> Iterator[Any]:
    """Everything that is stored of one person, the number itself apart."""
    profile = decode(value)
    first, _ = keys_by(REGELS)
    yield sorted(key - first for key in search_keys(profile))
    parts = sorted(name_parts(profile))
    yield parts
    yield [sorted(variant_keys(part)) for part in parts]
    yield store(profile)[FIELDS + 1 :]


def fingerprint() -> str:
    rows = [list(rows_of(json.loads(line))) for line in NAMES.read_text(encoding="utf-8").splitlines()]
    return sha256(json.dumps(rows).encode()).hexdigest()[:32]


def recorded() -> dict[int, str]:
    lines = RECORDED.read_text().splitlines() if RECORDED.exists() else []
    return {int(number): digest for number, digest in map(str.split, lines)}


def main() -> None:
    lines = recorded() | {REGELS: fingerprint()}
    RECORDED.write_text("".join(f"{number} {lines[number]}\n" for number in sorted(lines)))


if __name__ == "__main__":
    main()
