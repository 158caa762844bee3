"""Every text of a concept, read for its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.afspraken.model import Voorstel
from app.afspraken.taal import STRAAT, ZSM, Taaladvies, advise


@dataclass(frozen=True)
class Gelezen:
    """An advice about one text; `veld` says which, as a JSON pointer or as whoever asked called it."""

    veld: str
    advies: Taaladvies


def lees_na(voorstel: Voorstel) -> list[Gelezen]:
    return [Gelezen(veld, each) for veld, text, voor in _texts(voorstel) for each in advise(text, voor)]


def _texts(voorstel: Voorstel) -> Iterator[tuple[str, str, str]]:
    kader, bejegening, advies = voorstel.handelingskader, voorstel.bejegening, voorstel.zsm_advies
    if kader:
        yield "#/handelingskader/kern", kader.kern, STRAAT
        yield from _numbered("#/handelingskader/regels", kader.regels)
    if bejegening:
        yield "#/bejegening/kern", bejegening.kern, STRAAT
        yield "#/bejegening/ziet", bejegening.ziet or "", STRAAT
        yield "#/bejegening/betekent", bejegening.betekent or "", STRAAT
        yield from _numbered("#/bejegening/doen", bejegening.doen)
        yield from _numbered("#/bejegening/nietDoen", bejegening.niet_doen)
    if advies:
        for name in ("doel", "advies", "context", "historie"):
            yield f"#/zsmAdvies/{name}", getattr(advies, name) or "", ZSM


def _numbered(place: str, lines: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(lines):
        yield f"{place}/{number}", line, STRAAT
