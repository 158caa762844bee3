"""The content of a concept, as frozen values and as the JSON in which it is stored, sent and taken in: one shape.

A concept in the making may be half empty: an action or a kern that is not there yet is an empty text. A part that is
None says that nothing is agreed about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.register.model import Bejegening, Handelingskader

Inhoud = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What people tick about a ZSM-advies; `historie` is `ja`, `nvt` (no domestic violence), or not answered."""

    context: bool = False
    juridische_taal: bool = False
    historie: str | None = None


@dataclass(frozen=True, slots=True)
class ZsmAdvies:
    """The advice to the officier van justitie. `kern` is what makes a version count, as of the other parts."""

    datum: str | None
    doel: str
    advies: str
    context: str | None = None
    historie: str | None = None
    criteria: Criteria = Criteria()
    versie: int = field(default=1, compare=False)

    @property
    def kern(self) -> str:
        return self.advies


@dataclass(frozen=True, slots=True)
class Voorstel:
    """All that is written, judged and published together."""

    handelingskader: Handelingskader | None = None
    bejegening: Bejegening | None = None
    zsm_advies: ZsmAdvies | None = None
    toetsen_voor: str | None = None


def to_json(voorstel: Voorstel) -> dict[str, Any]:
    kader, bejegening, advies = voorstel.handelingskader, voorstel.bejegening, voorstel.zsm_advies
    return {
        "handelingskader": _kader_json(kader) if kader else None,
        "bejegening": _bejegening_json(bejegening) if bejegening else None,
        "zsmAdvies": _advies_json(advies) if advies else None,
        "toetsenVoor": voorstel.toetsen_voor,
    }


def from_json(inhoud: Inhoud) -> Voorstel:
    """The opposite of `to_json`; an absent field counts as empty."""
    kader, bejegening, advies = (inhoud.get(name) for name in ("handelingskader", "bejegening", "zsmAdvies"))
    return Voorstel(
        _kader(kader) if kader else None,
        _bejegening(bejegening) if bejegening else None,
        _advies(advies) if advies else None,
        inhoud.get("toetsenVoor"),
    )


def _kader_json(kader: Handelingskader) -> dict[str, Any]:
    return {
        "actie": kader.actie or None,
        "kern": kader.kern,
        "regels": list(kader.regels),
        "casusoverleg": kader.casusoverleg,
        "vastgesteldDoor": kader.vastgesteld_door,
    }


def _kader(part: Inhoud) -> Handelingskader:
    return Handelingskader(
        actie=part.get("actie") or "",
        kern=part.get("kern") or "",
        regels=_texts(part, "regels"),
        casusoverleg=part.get("casusoverleg"),
        vastgesteld_door=part.get("vastgesteldDoor"),
    )


def _bejegening_json(bejegening: Bejegening) -> dict[str, Any]:
    return {
        "kern": bejegening.kern,
        "ziet": bejegening.ziet,
        "betekent": bejegening.betekent,
        "doen": list(bejegening.doen),
        "nietDoen": list(bejegening.niet_doen),
        "risico": bejegening.risico,
    }


def _bejegening(part: Inhoud) -> Bejegening:
    return Bejegening(
        kern=part.get("kern") or "",
        ziet=part.get("ziet"),
        betekent=part.get("betekent"),
        doen=_texts(part, "doen"),
        niet_doen=_texts(part, "nietDoen"),
        risico=part.get("risico"),
    )


def _advies_json(advies: ZsmAdvies) -> dict[str, Any]:
    return {
        "datum": advies.datum,
        "doel": advies.doel,
        "advies": advies.advies,
        "context": advies.context,
        "historie": advies.historie,
        "criteria": criteria_json(advies.criteria),
    }


def _advies(part: Inhoud) -> ZsmAdvies:
    return ZsmAdvies(
        datum=part.get("datum"),
        doel=part.get("doel") or "",
        advies=part.get("advies") or "",
        context=part.get("context"),
        historie=part.get("historie"),
        criteria=criteria_of(part.get("criteria") or {}),
    )


def criteria_json(criteria: Criteria) -> dict[str, Any]:
    return {
        "context": criteria.context,
        "juridischeTaal": criteria.juridische_taal,
        "historie": criteria.historie,
    }


def criteria_of(part: Inhoud) -> Criteria:
    return Criteria(
        bool(part.get("context")),
        bool(part.get("juridischeTaal")),
        part.get("historie"),
    )


def _texts(part: Inhoud, name: str) -> tuple[str, ...]:
    return tuple(part.get(name) or ())
