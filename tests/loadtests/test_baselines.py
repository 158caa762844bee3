from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from math import inf

import pytest
from sqlalchemy import Engine

from app.lookup.question import Zoekvraag, read_zoekvraag
from app.names.profile import NO_SURNAME, Naamprofiel
from loadtests import bench_baselines
from loadtests.bench_baselines import Baseline, Reranker, Unavailable, forms_of, fts5, pg_trgm, threshold_for

KNOWN = [
    (1, Naamprofiel("Berg", "Johannes Maria", "Jan", "van den", ("Lange Jan",), "1994-03-07")),
    (2, Naamprofiel("Yildirim", "Emine", geboortedatum="1988-11-30")),
    (3, Naamprofiel("Bergsma", "Johanna", geboortedatum="1961-05-02")),
    (4, Naamprofiel(NO_SURNAME, "Tekle", geboortedatum="1999")),
    (5, Naamprofiel("Jansen", "Kees", geboortedatum="1970-01-02")),
    (6, Naamprofiel("Jansen", "Kees", geboortedatum="1990-01-02")),
]


def asked(naam: str | None, geboortedatum: str | None = None) -> Zoekvraag:
    return read_zoekvraag(
        naam=naam, geboortedatum=geboortedatum, geboortejaar_ongeveer=None, vandaag=date(2026, 11, 21)
    )


@pytest.fixture
def on_postgresql(postgresql_server: Engine, monkeypatch: pytest.MonkeyPatch) -> AbstractContextManager[Baseline]:
    url = postgresql_server.url
    where = f"host={url.host} port={url.port or 5432} user={url.username}"
    monkeypatch.setattr(bench_baselines, "POSTGRESQL", f"{where} password={url.password}" if url.password else where)
    return pg_trgm(KNOWN, Reranker(KNOWN))


@pytest.fixture(params=["sqlite", "postgresql"])
def baseline(request: pytest.FixtureRequest) -> Iterator[Baseline]:
    sqlite = request.param == "sqlite"
    opened = fts5(KNOWN, Reranker(KNOWN)) if sqlite else request.getfixturevalue("on_postgresql")
    with opened as one:
        yield one


@pytest.mark.parametrize(
    ("naam", "geboortedatum", "expected"),
    [
        ("Jan van den Berg", None, 1),
        ("berg, johannes", None, 1),
        ("Lange Jan", None, 1),
        ("Émine Yildirim", None, 2),
        ("Emime Yildrim", None, 2),
        ("Johanna Bergsma", "1961-05-02", 3),
        ("Tekle", None, 4),
        ("Kees Jansen", "1990-01-02", 6),
        ("Kees Jansen", "1970", 5),
        (None, "1988-11-30", 2),
    ],
)
def test_a_baseline_finds(baseline: Baseline, naam: str | None, geboortedatum: str | None, expected: int) -> None:
    person, score = baseline.nearest(asked(naam, geboortedatum))[0]
    assert person == expected
    assert score > 0


def test_who_is_like_nobody_is_not_found(baseline: Baseline) -> None:
    assert baseline.nearest(asked("Wu")) == ()


def test_a_baseline_weighs_something(baseline: Baseline) -> None:
    assert baseline.bytes_per_person() > 0


def test_an_exact_name_scores_above_a_near_one(baseline: Baseline) -> None:
    exact, near = (baseline.nearest(asked(naam))[0][1] for naam in ("Emine Yildirim", "Emime Yildrim"))
    assert exact > near


def test_the_nearest_few_come_best_first(baseline: Baseline) -> None:
    hits = baseline.nearest(asked("Kees Jansen", "1990-01-02"))
    assert [person for person, _ in hits][:2] == [6, 5]
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
    assert len(hits) <= 5


def test_without_a_server_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_baselines, "POSTGRESQL", "host=127.0.0.1 port=1 user=nobody connect_timeout=1")
    with pytest.raises(Unavailable, match="no PostgreSQL answers"), pg_trgm(KNOWN, Reranker(KNOWN)):
        pass


def test_the_forms_of_a_name() -> None:
    whole = ("johannes maria van den berg", "johannes van den berg", "jan van den berg")
    assert forms_of(KNOWN[0][1]) == (*whole, "berg", "johannes maria", "lange jan")
    assert forms_of(KNOWN[3][1]) == ("tekle",)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [(0, []), (1, [9.0]), (2, [9.0, 7.0, 7.0]), (3, [9.0, 7.0, 7.0]), (5, [9.0, 7.0, 7.0, 4.0, 1.0])],
)
def test_a_threshold_shows_as_many(shown: int, expected: list[float]) -> None:
    scores = [7.0, 1.0, 9.0, 4.0, 7.0]
    threshold = threshold_for(scores, shown)
    assert sorted((score for score in scores if score >= threshold), reverse=True) == expected


def test_without_unknown_persons_nobody_can_be_shown() -> None:
    assert threshold_for([], 0) == inf
