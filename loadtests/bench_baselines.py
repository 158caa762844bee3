"""What general tools find: trigrams of SQLite (FTS5) and of PostgreSQL (pg_trgm), each re-ranked with rapidfuzz.

They are made as strong as their kind allows, so that a comparison with them says something. They get the same folded
names, all forms of a name, everybody with the asked birth date beside the two hundred nearest names, and our own
evidence of birth dates; their persons are kept in memory. They get no knowledge of names: a general tool has none.

Both give scores and no decision; `threshold_for` sets from which score they show somebody. `python -m
loadtests.figures` runs them beside our search.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from heapq import nlargest
from math import inf, nextafter
from typing import Protocol
from uuid import uuid4

import psycopg
from psycopg import sql
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.fuzz import token_sort_ratio

from app.lookup.answer import MAX_TREFFERS
from app.lookup.question import Zoekvraag
from app.names.birth_date import from_iso
from app.names.birth_difference import compare
from app.names.normalise import tokens
from app.names.profile import NO_SURNAME, Naamprofiel

NEAREST = 200
# How much a fully equal name weighs beside the evidence of a birth date, which runs from -9 to 10. This weight (of 10,
# 20, 30, 40 and 60) and this mean of measures (of seven) found most, on a register of another seed than the figures'.
NAME_WEIGHT = 30.0

POSTGRESQL = "host=127.0.0.1 user=postgres connect_timeout=3"

# A person and how well they fit; of each question the best few.
Hit = tuple[int, float]
Hits = tuple[Hit, ...]


class Baseline(Protocol):
    """`nearest` are the persons who fit a question best, best first: no more than our search ever shows."""

    def nearest(self, vraag: Zoekvraag) -> Hits: ...

    def bytes_per_person(self) -> float: ...


class Unavailable(Exception):
    """A baseline that cannot run here; the text says why."""


def forms_of(profile: Naamprofiel) -> tuple[str, ...]:
    """A name in every form in which it may be asked, folded."""
    surname = "" if profile.geslachtsnaam == NO_SURNAME else profile.geslachtsnaam
    given = profile.voornamen or ""
    firsts = dict.fromkeys((given, given.partition(" ")[0], profile.roepnaam or ""))
    whole = [f"{first} {profile.voorvoegsel or ''} {surname}" for first in firsts if first]
    folded = (" ".join(tokens(form)) for form in [*whole, surname, given, *profile.aliassen])
    return tuple(dict.fromkeys(form for form in folded if form))


class Reranker:
    """Orders persons by how much their name looks like the asked one, and by their birth date."""

    def __init__(self, known: Iterable[tuple[int, Naamprofiel]]) -> None:
        self.forms = {number: forms_of(profile) for number, profile in known}
        self._words = {number: frozenset(" ".join(forms).split()) for number, forms in self.forms.items()}
        self._dates = {number: from_iso(profile.geboortedatum) for number, profile in known}
        self._born = defaultdict(list)
        for number, datum in self._dates.items():
            self._born[datum].append(number)

    def ranked(self, vraag: Zoekvraag, nearest: Iterable[int]) -> Hits:
        words = tokens(vraag.naam or "")
        persons = {*nearest, *(self._born.get(vraag.geboortedatum, ()) if vraag.geboortedatum else ())}
        scored = ((self._score(vraag, words, number), -number) for number in persons)
        return tuple((-number, score) for score, number in nlargest(MAX_TREFFERS, scored))

    def _score(self, vraag: Zoekvraag, words: Sequence[str], number: int) -> float:
        datum = compare(vraag.geboortedatum, vraag.geboortejaar_ongeveer, self._dates[number]).gewicht
        return datum + NAME_WEIGHT * self._name(words, number)

    def _name(self, words: Sequence[str], number: int) -> float:
        """How well each asked word is found, by two measures, and how much the whole looks like one of the forms."""
        registered = self._words[number]
        if not (words and registered):
            return 0.0
        asked = " ".join(words)
        whole = max(token_sort_ratio(asked, form) for form in self.forms[number]) / 100
        starts = sum(max(JaroWinkler.similarity(word, other) for other in registered) for word in words)
        letters = sum(max(OSA.normalized_similarity(word, other) for other in registered) for word in words)
        return (whole + (starts + letters) / len(words)) / 3


def trigrams(words: Iterable[str]) -> frozenset[str]:
    padded = (f" {word} " for word in words)
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


class Fts5:
    """SQLite's own full-text index, by trigrams, in memory."""

    def __init__(self, known: Sequence[tuple[int, Naamprofiel]], reranker: Reranker) -> None:
        self._reranker = reranker
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE naam USING fts5(vormen, content='', tokenize='trigram')")
        rows = ((number, f" {' '.join(reranker.forms[number])} ") for number, _ in known)
        self._connection.executemany("INSERT INTO naam(rowid, vormen) VALUES (?, ?)", rows)
        self._connection.execute("INSERT INTO naam(naam) VALUES ('optimize')")
        self._persons = len(known)

    def nearest(self, vraag: Zoekvraag) -> Hits:
        asked = " OR ".join(f'"{trigram}"' for trigram in sorted(trigrams(tokens(vraag.naam or ""))))
        statement = "SELECT rowid FROM naam WHERE naam MATCH ? ORDER BY rank LIMIT ?"
        rows = self._connection.execute(statement, (asked, NEAREST)) if asked else ()
        return self._reranker.ranked(vraag, (number for (number,) in rows))

    def bytes_per_person(self) -> float:
        statement = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'naam\\_%' ESCAPE '\\'"
        return float(self._connection.execute(statement).fetchone()[0]) / self._persons

    def close(self) -> None:
        self._connection.close()


class PgTrgm:
    """PostgreSQL's trigram index, in a database that is thrown away."""

    def __init__(
        self,
        connection: psycopg.Connection[tuple[int]],
        known: Sequence[tuple[int, Naamprofiel]],
        reranker: Reranker,
    ) -> None:
        self._reranker, self._connection, self._persons = reranker, connection, len(known)
        connection.execute("CREATE TABLE naam (persoon integer NOT NULL, vormen text NOT NULL)")
        with connection.cursor().copy("COPY naam FROM STDIN") as copy:
            for number, _ in known:
                copy.write_row((number, " ".join(reranker.forms[number])))
        connection.execute("CREATE INDEX naam_trigram ON naam USING gin (vormen gin_trgm_ops)")
        connection.execute("ANALYZE naam")
        connection.execute("SET pg_trgm.word_similarity_threshold = 0.3")

    def nearest(self, vraag: Zoekvraag) -> Hits:
        asked = " ".join(tokens(vraag.naam or ""))
        statement = (
            "SELECT persoon FROM naam WHERE vormen %%> %(asked)s "
            "ORDER BY word_similarity(%(asked)s, vormen) DESC LIMIT %(n)s"
        )
        rows = self._connection.execute(statement, {"asked": asked, "n": NEAREST}) if asked else ()
        return self._reranker.ranked(vraag, (number for (number,) in rows))

    def bytes_per_person(self) -> float:
        row = self._connection.execute("SELECT pg_relation_size('naam_trigram')").fetchone()
        return float(row[0] if row else 0) / self._persons


@contextmanager
def fts5(known: Sequence[tuple[int, Naamprofiel]], reranker: Reranker) -> Iterator[Baseline]:
    try:
        with closing(Fts5(known, reranker)) as baseline:
            yield baseline
    except sqlite3.OperationalError as error:
        raise Unavailable(f"this SQLite has no FTS5 with trigrams: {error}") from error


@contextmanager
def pg_trgm(known: Sequence[tuple[int, Naamprofiel]], reranker: Reranker) -> Iterator[Baseline]:
    name = f"veldwijzer_bench_{uuid4().hex[:12]}"
    try:
        server = psycopg.connect(f"{POSTGRESQL} dbname=postgres", autocommit=True)
    except psycopg.OperationalError as error:
        raise Unavailable("no PostgreSQL answers on 127.0.0.1 for user postgres") from error
    with closing(server):
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            with closing(psycopg.connect(f"{POSTGRESQL} dbname={name}", autocommit=True)) as connection:
                _add_extension(connection)
                yield PgTrgm(connection, known, reranker)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _add_extension(connection: psycopg.Connection[tuple[int]]) -> None:
    try:
        connection.execute("CREATE EXTENSION pg_trgm")
    except psycopg.Error as error:
        raise Unavailable("this PostgreSQL has no extension pg_trgm") from error


# What each is called in the figures.
BASELINES = {"FTS5 trigram + rapidfuzz": fts5, "pg_trgm + rapidfuzz": pg_trgm}


def threshold_for(scores: Iterable[float], shown: int) -> float:
    """The score from which `shown` of these questions, all about unknown persons, show anybody.

    More do where several have that score: what cannot be equal is rounded in favour of a baseline.
    """
    ordered = sorted(scores, reverse=True)
    if shown == 0:
        return nextafter(ordered[0], inf) if ordered else inf
    return ordered[shown - 1]
