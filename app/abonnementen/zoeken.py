"""Who of the register may be meant: whoever is on the street, and whoever is not (yet, now, any more).

The street is asked with its own search. The rest of the register has no search keys, for nobody on the street may be
shown it; there the indexes on birth date and surname find whom to weigh, and the same evidence as on the street says
how likely each is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, or_, select

from app.abonnementen.lezen import read_aliassen
from app.access.rules import Rol
from app.access.sessions import Caller
from app.lookup.candidates import Blik, keys_of
from app.lookup.question import Zeker, Zoekvraag
from app.lookup.search import read_candidates, read_counts
from app.lookup.zoek import Drempels, zoek
from app.names.asked import Gevraagd, readings
from app.names.background import Achtergrond, background
from app.names.birth_date import Geboortedatum, from_iso
from app.names.birth_difference import Datumverschil, compare
from app.names.parts import Naming, names_for, namings, near_spellings
from app.names.profile import NO_SURNAME, Naamprofiel
from app.names.score import Bewijs, name_evidence
from app.names.weighing import Weegschaal
from app.register.model import Persoon
from app.store.among import among
from app.store.tables.register import abonnement, persoon
from app.werk.bereik import abonnementen_of
from app.werk.bureau import Inzien, Werk

# So many are shown; more cannot be told apart at a glance, and the question says too little.
MOST_SHOWN = 10
# So many are weighed that were found by one index.
MOST_WEIGHED = 400
# Less likely than this is nobody; as likely as that may well be the same person.
LEAST = 0.02
LIKELY = 0.3
_MAX_WEIGHT = 200.0  # keeps exp() in bounds
_MOST_WORDS = 6
_YEARS_OFF = 2
_ONE_DAY = frozenset({Datumverschil.GELIJK, Datumverschil.NIEUWJAAR})
# One number for all who make somebody new, so that they take turns (PostgreSQL).
_TURN = 0x7665_6C64


@dataclass(frozen=True)
class Kandidaat:
    """Somebody who may be meant; `kans` is the chance of it, beside nobody else in the register.

    `naamgenoot`: of the same surname (as it sounds) and the same whole birth date. A twin is one, and so is whoever is
    called Maik in one file and Maikel in another; only a person who looks can tell.
    """

    persoon_id: int
    kans: float
    naamgenoot: bool = False

    @property
    def waarschijnlijk(self) -> bool:
        return self.naamgenoot or self.kans >= LIKELY


@dataclass(frozen=True)
class Gezocht:
    """The likeliest first, at most `MOST_SHOWN`. `te_veel`: there are more who bear this name than were looked at."""

    kandidaten: tuple[Kandidaat, ...]
    te_veel: bool


def search_persons(inzien: Inzien | Werk, vraag: Zoekvraag, drempels: Drempels) -> Gezocht:
    """Who within the caller's reach may be meant by `vraag`; of nobody else it is told that they are there."""
    connection = inzien.connection
    schaal = _scale(connection, vraag)
    hits = {hit.persoon_id for hit in zoek(connection, vraag, vandaag=inzien.vandaag, drempels=drempels).treffers}
    found: dict[int, Row[Any]] = {}
    te_veel = False
    for statement in _statements(vraag, sorted(hits | set(_on_street(inzien, vraag, schaal)))):
        mine = statement.where(*_within_reach(inzien.caller))
        rows = connection.execute(mine.limit(MOST_WEIGHED + 1)).all()
        te_veel = te_veel or len(rows) > MOST_WEIGHED
        found |= {row.id: row for row in rows}
    weighed = _weigh(connection, schaal, list(found.values()), drempels)
    kept = [each for each in weighed if each.kans >= LEAST or each.naamgenoot or each.persoon_id in hits]
    # Where many bear the name, whoever was born on that very day is not crowded out.
    kept.sort(key=lambda each: (not each.naamgenoot, -each.kans, each.persoon_id))
    shown = sorted(kept[:MOST_SHOWN], key=lambda each: (-each.kans, each.persoon_id))
    return Gezocht(tuple(shown), te_veel or len(kept) > MOST_SHOWN)


def likely_doubles(werk: Werk, nieuw: Persoon, drempels: Drempels) -> tuple[int, ...]:
    """Who in the register may well be the person who is about to be made, the likeliest first.

    Two who make one person at the same moment take turns here, so that the second finds what the first made.
    """
    if werk.connection.dialect.name != "sqlite":
        werk.connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
    gezocht = search_persons(werk, _question_of(nieuw), drempels)
    return tuple(each.persoon_id for each in gezocht.kandidaten if each.waarschijnlijk)


def _question_of(nieuw: Persoon) -> Zoekvraag:
    """Asked as an officer would: by the everyday name, the surname and the birth date."""
    first = nieuw.roepnaam or (nieuw.voornamen or "").partition(" ")[0] or None
    surname = None if nieuw.geslachtsnaam == NO_SURNAME else nieuw.geslachtsnaam
    last = " ".join(piece for piece in (nieuw.voorvoegsel, surname) if piece) or None
    naam = " ".join(piece for piece in (first, last) if piece) or None
    return Zoekvraag(naam, from_iso(nieuw.geboortedatum), zeker=Zeker(first, last))


_COLUMNS = persoon.c["id", "voornamen", "roepnaam", "voorvoegsel", "geslachtsnaam", "geboortedatum"]


def _statements(vraag: Zoekvraag, on_street: Sequence[int]) -> Iterator[Select[Any]]:
    """Each finds persons by one index."""
    standing: Select[Any] = select(*_COLUMNS).where(persoon.c.samengevoegd_met.is_(None))
    if on_street:
        yield standing.where(among(persoon.c.id, "op_straat")).params(op_straat=list(on_street))
    datum = vraag.geboortedatum
    if datum is not None and None not in datum:
        swapped = Geboortedatum(datum.jaar, datum.dag, datum.maand) if (datum.dag or 13) <= 12 else datum
        yield standing.where(persoon.c.geboortedatum.in_(sorted({datum.iso(), swapped.iso()})))
    surnames = _surnames(vraag)
    if surnames:
        statement = standing.where(among(persoon.c.geslachtsnaam, "namen")).params(namen=surnames)
        jaar = datum.jaar if datum is not None and datum.jaar is not None else vraag.geboortejaar_ongeveer
        yield statement if jaar is None else statement.where(_born_about(jaar))


def _born_about(jaar: int) -> ColumnElement[bool]:
    first, after = str(jaar - _YEARS_OFF), str(jaar + _YEARS_OFF + 1)
    between = (persoon.c.geboortedatum >= first) & (persoon.c.geboortedatum < after)
    return or_(persoon.c.geboortedatum.is_(None), between)


def _surnames(vraag: Zoekvraag) -> list[str]:
    """As what the surname may be registered: any words of the name that stand together, in the usual capitals."""
    words = (vraag.zeker.achternaam or vraag.naam or "").split()[:_MOST_WORDS]
    found: set[str] = set()
    for first in range(len(words)):
        for last in range(first, len(words)):
            row = words[first : last + 1]
            found.update(
                (
                    " ".join(row),
                    " ".join(word.lower() for word in row),
                    " ".join(word.upper() for word in row),
                    " ".join("-".join(piece.capitalize() for piece in word.split("-")) for word in row),
                )
            )
    return sorted(found)


@dataclass(frozen=True)
class Schaal:
    """A question with what its names weigh in this register."""

    vraag: Zoekvraag
    lezingen: tuple[Gevraagd, ...]
    near: Achtergrond


def _scale(connection: Connection, vraag: Zoekvraag) -> Schaal:
    asked = readings(vraag.gevraagd())
    parts = list(dict.fromkeys(part for one in asked for part in one.delen + one.los))
    counts = read_counts(connection, names_for(parts), near_spellings(parts))
    return Schaal(vraag, asked, background(parts, counts, misspelt=True))


def _on_street(inzien: Inzien | Werk, vraag: Zoekvraag, schaal: Schaal) -> Iterator[int]:
    """Everybody whom the street's search would weigh for this question, and not only whom it would show."""
    keys = keys_of(vraag, schaal.lezingen, schaal.near, Blik.DICHTBIJ)
    for each in read_candidates(inzien.connection, keys, inzien.vandaag).kandidaten:
        yield each.persoon_id


def _within_reach(caller: Caller) -> list[ColumnElement[bool]]:
    if caller.rol == Rol.POLITIEBEHEER:
        return []
    return [exists().where(abonnement.c.persoon_id == persoon.c.id, abonnementen_of(caller))]


def _weigh(connection: Connection, schaal: Schaal, rows: Sequence[Row[Any]], drempels: Drempels) -> list[Kandidaat]:
    vraag = schaal.vraag
    scales = [Weegschaal(one, schaal.near) for one in schaal.lezingen]
    aliassen = read_aliassen(connection, [row.id for row in rows])
    prior = drempels.prior(schaal.near.persons())
    weighed = []
    for row in rows:
        profile = Naamprofiel(
            row.geslachtsnaam, row.voornamen, row.roepnaam, row.voorvoegsel, tuple(aliassen.get(row.id, ()))
        )
        datum = compare(vraag.geboortedatum, vraag.geboortejaar_ongeveer, from_iso(row.geboortedatum))
        names = namings(profile)
        naam = max(
            (name_evidence(scale, names, float("-inf"), thorough=True) for scale in scales),
            key=lambda evidence: evidence.gewicht,
        )
        odds = prior * exp(min(Bewijs(naam, datum).gewicht(), _MAX_WEIGHT))
        naamgenoot = datum.verschil in _ONE_DAY and _shares_surname(schaal, names)
        weighed.append(Kandidaat(row.id, odds / (1 + odds), naamgenoot))
    return weighed


def _shares_surname(schaal: Schaal, names: Sequence[Naming]) -> bool:
    """Whether a word of the surname sounds as one that was asked; of a double surname one is enough."""
    asked = schaal.lezingen[0]
    sounds = {part.klank for part in asked.achternamen or asked.delen + asked.los}
    return any(part.klank in sounds for name in names for part in name.surname)
