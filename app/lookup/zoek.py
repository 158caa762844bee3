"""A question in, an answer out: the same for the phone, the command line and a measurement."""

from collections.abc import Sequence
from datetime import date
from math import log

from sqlalchemy import Connection

from app.lookup.answer import Zoekantwoord
from app.lookup.candidates import keys_of, variants_of
from app.lookup.decide import Drempels, Gewogen, decide
from app.lookup.question import Zoekvraag
from app.lookup.search import Kandidaat, read_candidates, read_counts
from app.names.background import background
from app.names.birth_date import from_iso
from app.names.birth_difference import FOUND_BY_DATE, compare
from app.names.score import NOBODY, Bewijs, name_evidence
from app.names.weighing import Weegschaal

# A candidate with so much less evidence than there are others to be meant is none: e to the power of -11.5 is a chance
# of one in a hundred thousand, and at most some hundreds of candidates are weighed.
_NEGLIGIBLE = 11.5

__all__ = ["Drempels", "zoek"]


def zoek(connection: Connection, vraag: Zoekvraag, *, vandaag: date, drempels: Drempels) -> Zoekantwoord:
    """Find who is meant, with two statements: the names that lie near, then the persons who bear them."""
    asked = vraag.gevraagd()
    counts = read_counts(connection, variants_of(asked))
    near = background(asked.delen + asked.los, counts)
    keys = keys_of(vraag, near)
    found = read_candidates(connection, keys, vandaag)
    weighed = _weigh(vraag, found.kandidaten, Weegschaal(asked, near), least=log(near.persons()) - _NEGLIGIBLE)
    return decide(vraag, weighed, near.persons(), drempels, te_veel=found.te_veel or keys.te_gewoon)


def _weigh(vraag: Zoekvraag, kandidaten: Sequence[Kandidaat], scale: Weegschaal, *, least: float) -> Sequence[Gewogen]:
    """Those for whom there is any evidence to speak of."""
    weighed = []
    for kandidaat in kandidaten:
        born = from_iso(kandidaat.profiel.geboortedatum)
        datum = compare(vraag.geboortedatum, vraag.geboortejaar_ongeveer, born)
        thorough = datum.verschil in FOUND_BY_DATE
        naam = name_evidence(scale, kandidaat.profiel, least - datum.gewicht, thorough=thorough)
        if naam is not NOBODY:
            weighed.append(Gewogen(kandidaat, Bewijs(naam, datum)))
    return weighed
