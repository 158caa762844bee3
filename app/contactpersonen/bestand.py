"""The contactpersonen of one organisation as a CSV file that a spreadsheet opens, and back without any loss.

UTF-8 with a byte order mark and semicolons, as a Dutch Excel expects. **Formula-safe**: a cell that a spreadsheet would
take for a formula (it begins with = + - @, a tab or a return) gets an apostrophe in front, so a telephone number is
written as '+31301234567. Reading takes off one apostrophe, and only before such a character or before the apostrophes
of one: a name as 't Hoen keeps its own. Writing and reading again gives exactly what was there.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.register.model import Uitzondering

BOM = "\ufeff"
COLUMNS = (
    "nummer",
    "naam",
    "functie",
    "telefoon",
    "email",
    "bereikbaar",
    "op feestdagen",
    "uitzonderingen",
    "vervanger",
    "in gebruik",
)
MOST_ROWS = 2000
YES, NO = "ja", "nee"

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_PERIOD = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: t/m ([0-9]{4}-[0-9]{2}-[0-9]{2}))?: (.+)", re.ASCII)
_BETWEEN = " | "
_CLOSED = "niet bereikbaar"
# What people and spreadsheets make of a Dutch number.
_SEPARATORS = re.compile(r"[\s().\-/\u2010-\u2015]")


class NoTable(ValueError):
    """The file is no table with these columns; the text says why, in Dutch."""


@dataclass(frozen=True)
class Rij:
    """One line of the file, every cell as text; "" is an empty one. `regel` is its number in the file."""

    regel: int
    cellen: dict[str, str]


def escape(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def unescape(text: str) -> str:
    return text[1:] if _ESCAPED.match(text) else text


def write(rows: Sequence[dict[str, str]]) -> str:
    """The whole file, with its byte order mark."""
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([escape(row[name]) for name in COLUMNS] for row in rows)
    return BOM + out.getvalue()


def read(text: str) -> list[Rij]:
    """The rows of a file; raises `NoTable`. Columns may stand in any order, and all but `naam` may be absent."""
    lines = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";", strict=True)
    try:
        rows = list(_rows(lines))
    except csv.Error:
        raise NoTable("Dit is geen CSV-bestand: een aanhalingsteken staat op een verkeerde plek.") from None
    if len(rows) > MOST_ROWS:
        raise NoTable(f"Het bestand heeft te veel regels: hoogstens {MOST_ROWS}.")
    return rows


def _rows(lines: "csv.Reader") -> Iterator[Rij]:  # type: ignore[name-defined]  # the type has no public name.
    head = [name.strip().lower() for name in next(lines, [])]
    if "naam" not in head:
        raise NoTable("De eerste regel moet de kolommen noemen, gescheiden door puntkomma's. Een daarvan is naam.")
    unknown = [number for number, name in enumerate(head, start=1) if name not in COLUMNS]
    if unknown or len(set(head)) != len(head):
        raise NoTable(f"Een kolom is niet bekend, of staat er twee keer. Gebruik alleen: {', '.join(COLUMNS)}.")
    for cells in lines:
        number = lines.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(head):
            raise NoTable(f"Regel {number} heeft meer cellen dan er kolommen zijn.")
        filled = [*cells, *[""] * (len(head) - len(cells))]
        yield Rij(number, {name: unescape(cell.strip()) for name, cell in zip(head, filled, strict=True)})


def write_periods(periods: Sequence[Uitzondering]) -> str:
    """`2026-12-28 t/m 2026-12-31: niet bereikbaar | 2027-01-04: ma 10:00-12:00`."""
    return _BETWEEN.join(
        f"{each.van}{'' if each.tot == each.van else f' t/m {each.tot}'}: {each.bereikbaar or _CLOSED}"
        for each in periods
    )


def read_periods(text: str) -> tuple[Uitzondering, ...] | None:
    """None for what is not written that way; whether days and hours exist is not looked at."""
    periods = []
    for part in filter(None, (part.strip() for part in text.split("|"))):
        match = _PERIOD.fullmatch(part)
        if match is None:
            return None
        van, tot, hours = match.groups()
        periods.append(Uitzondering(van, tot or van, None if hours == _CLOSED else hours))
    return tuple(sorted(periods, key=lambda each: each.van))


def international(text: str) -> str:
    """A Dutch number in the ways in which people write it, as E.164; what is something else stays as it is."""
    bare = _SEPARATORS.sub("", text)
    if re.fullmatch(r"00[1-9][0-9]{6,14}", bare):
        return f"+{bare[2:]}"
    if re.fullmatch(r"0[1-9][0-9]{8}", bare):
        return f"+31{bare[1:]}"
    # A spreadsheet takes +31301234567 for a number, and leaves the plus out.
    if re.fullmatch(r"31[1-9][0-9]{8}", bare):
        return f"+{bare}"
    return bare if re.fullmatch(r"\+[1-9][0-9]{6,14}", bare) else text
