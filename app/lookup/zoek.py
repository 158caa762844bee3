"""A question in, an answer out: the same for the phone, the command line and a measurement."""

from datetime import date

from sqlalchemy import Connection

from app.lookup.answer import Zoekantwoord
from app.lookup.candidates import keys_of, variants_of
from app.lookup.decide import Drempels, Gewogen, decide
from app.lookup.question import Zoekvraag
from app.lookup.search import Kandidaat, read_candidates, read_counts
from app.names.background import background
from app.names.birth_date import from_iso
from app.names.birth_difference import FOUND_BY_DATE, compare
from app.names.score import Bewijs, name_evidence
from app.names.weighing import Weegschaal

__all__ = ["Drempels", "zoek"]


def zoek(connection: Connection, vraag: Zoekvraag, *, vandaag: date, drempels: Drempels) -> Zoekantwoord:
    """Find who is meant, with two statements: the names that lie near, then the persons who bear them."""
    asked = vraag.gevraagd()
    counts = read_counts(connection, variants_of(asked))
    near = background(asked.delen + asked.los, counts)
    keys = keys_of(vraag, near)
    found = read_candidates(connection, keys, vandaag)
    scale = Weegschaal(asked, near)
    weighed = [Gewogen(kandidaat, _weigh(vraag, kandidaat, scale)) for kandidaat in found.kandidaten]
    return decide(vraag, weighed, near.persons(), drempels, te_veel=found.te_veel or keys.te_gewoon)


def _weigh(vraag: Zoekvraag, kandidaat: Kandidaat, scale: Weegschaal) -> Bewijs:
    born = from_iso(kandidaat.profiel.geboortedatum)
    datum = compare(vraag.geboortedatum, vraag.geboortejaar_ongeveer, born)
    naam = name_evidence(scale, kandidaat.profiel, thorough=datum.verschil in FOUND_BY_DATE)
    return Bewijs(naam, datum)
