"""The lines of a register file as values, with everything that can be refused before a field is looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any, BinaryIO, TypeVar

from app.register import rules
from app.register.fileformat import Refused
from app.strictjson import NotJson, decode

# A person with everything at its limit stays far below this; more would only fill the memory.
MAX_LINE_BYTES = 1_000_000
# Part of every digest: a higher number makes an import look at every line again.
DIGEST_VERSION = b"1"

Item = TypeVar("Item")
Numbered = tuple[int, bytes]


@dataclass(frozen=True)
class Line:
    """A line that is JSON: its number, its value, and the digest by which it is known again."""

    number: int
    value: Any
    digest: str
    extern_id: str | None  # None when it is absent or unusable; the schema says why


def read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, whatever their length; of one that is too long, just enough to see that it is."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES)
        yield line


def batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while batch := list(islice(items, size)):
        yield batch


def parse(number: int, data: bytes) -> Line | None:
    """None for an empty line; raises `Refused` for what is not JSON."""
    if not data.strip():
        return None
    if len(data) > MAX_LINE_BYTES:
        raise Refused("", f"De regel is te lang: hoogstens {MAX_LINE_BYTES} bytes.")
    try:
        value = decode(data)
    except NotJson as error:
        raise Refused("", str(error)) from None
    return Line(number, value, _digest(data), _extern_id(value))


def _digest(data: bytes) -> str:
    """Of the bytes as they stand: quick, and enough, for a line in other words is compared field by field."""
    return sha256(DIGEST_VERSION + data.strip()).hexdigest()


def _extern_id(value: Any) -> str | None:
    found = value.get("externId") if isinstance(value, dict) else None
    if not isinstance(found, str):
        return None
    text = rules.clean(found)
    return text if rules.check_text(text, rules.EXTERN_ID) is None else None
