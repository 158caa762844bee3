"""JSON without its loose ends, for whatever comes in from outside.

No duplicate keys, no NaN, no BOM, no broken UTF-8, no endless nesting, no number that breaks a parser.
"""

import json
import math
from typing import Any

BOM = b"\xef\xbb\xbf"


class NotJson(ValueError):
    """Says in Dutch what is wrong, and never repeats what stood there."""


def decode(data: bytes) -> Any:
    """Read one JSON value; raises `NotJson`."""
    if data.startswith(BOM):
        raise NotJson("De tekst begint met een BOM. Gebruik UTF-8 zonder BOM.")
    try:
        return _DECODER.decode(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotJson(f"Geen geldige UTF-8 (bij byte {error.start + 1}).") from None
    except json.JSONDecodeError as error:
        raise NotJson(f"Geen geldige JSON (bij teken {error.pos + 1}). Is de tekst afgebroken?") from None
    except RecursionError:
        raise NotJson("Geen geldige JSON: te veel haken in elkaar.") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotJson("Hetzelfde veld staat er twee keer in.")
    return found


def _no_constant(_name: str) -> Any:
    raise NotJson("NaN en Infinity zijn geen geldige JSON.")


# int() refuses numbers of more than 4300 digits with a plain ValueError; no field here needs so many.
def _number(text: str) -> int:
    if len(text) > 1000:
        raise NotJson("Er staat een veel te groot getal in.")
    return int(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise NotJson("Er staat een veel te groot getal in.")
    return value


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_int=_number, parse_float=_finite
)
