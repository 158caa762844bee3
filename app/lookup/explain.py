"""Why this person: what matched, in the words of the street."""

from app.names.birth_difference import Datumverschil
from app.names.difference import Verschil
from app.names.matching import Rol, Treffing
from app.names.score import Bewijs

_HEARD = frozenset({Verschil.KLANK, Verschil.SCHRIJFWIJZE, Verschil.SPELLING})
_EXACT = frozenset({Verschil.GELIJK, Verschil.GEPLAKT})
_DATES = {
    Datumverschil.GELIJK: "geboortedatum",
    Datumverschil.VERWISSELD: "dag en maand verwisseld",
    Datumverschil.CIJFER: "geboortedatum bijna gelijk",
    Datumverschil.JAAR_EN_MAAND: "geboortejaar en maand",
    Datumverschil.JAAR: "geboortejaar",
    Datumverschil.ONGEVEER: "geboortejaar ongeveer",
    Datumverschil.DAG_ONBEKEND: "geboortejaar",
    Datumverschil.NIEUWJAAR: "geboortejaar",
    Datumverschil.ANDER_DEEL: "andere geboortedatum",
    Datumverschil.ANDERS: "andere geboortedatum",
    Datumverschil.DAG_EN_MAAND: "geboortedag en maand",
    Datumverschil.DAG_EN_MAAND_ONGEVEER: "geboortedag en maand",
    Datumverschil.DAG_EN_MAAND_VERWISSELD: "dag en maand verwisseld",
}


def found_on(evidence: Bewijs) -> tuple[str, ...]:
    """Short phrases, the most telling first, each once."""
    matches = sorted(evidence.naam.treffingen, key=lambda match: -match.gewicht)
    phrases = ["alias"] if evidence.naam.alias else []
    phrases += [_phrase(match) for match in matches]
    if evidence.naam.voorletters:
        phrases.append("voorletters")
    if evidence.datum.verschil in _DATES:
        phrases.append(_DATES[evidence.datum.verschil])
    return tuple(dict.fromkeys(phrases))


def _phrase(match: Treffing) -> str:
    if match.verschil is Verschil.ROEPNAAM:
        return Rol.ROEPNAAM.value
    if match.verschil in _EXACT:
        return match.rol.value
    if match.verschil is Verschil.BEGIN:
        return f"begin van {match.rol.value}"
    return f"{match.rol.value} klinkt als" if match.verschil in _HEARD else f"{match.rol.value} lijkt erop"
