"""Rows of other rules are made while the service answers and others publish, and nothing is lost whatever happens."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import select, update

from app.errors import DomainError
from app.lookup.answer import Uitkomst
from app.lookup.gereed import NotYetSearchable
from app.lookup.question import read_zoekvraag
from app.lookup.search import read_counts
from app.lookup.zoek import Drempels, zoek
from app.names.profile import FIELDS
from app.register import herbouw as herbouw_module
from app.register import opruimen, rijen
from app.register.afleiding import ONZE, Afleiding
from app.register.herbouw import Herbouw, Stap
from app.register.opruimen import keep_only
from app.register.publish import publish
from app.register.regelstand import Fase, read_standen, remove_stand, standen_to_change
from app.store.engines import Engines
from app.store.tables import street
from app.store.transaction import transaction
from tests.app.register.builders import Register, Row, agreement, person, random_person
from tests.app.register.test_interruption import PowerCut, power_cut_at
from tests.app.register.versies import NIEUWE, OUDE, VERSIES, check_in_step, expected, standing, version

SURNAMES = ("Bakker", "Visser", "Amrani", "Çelik", "Wolthekker", "Zuidgeest", "Meulen", "Roosenstein")


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a dozen persons are many transactions."""
    monkeypatch.setattr(herbouw_module, "_READ", 3)
    monkeypatch.setattr(herbouw_module, "_CHUNK", 2)
    monkeypatch.setattr(rijen, "CHUNK", 40)
    monkeypatch.setattr(opruimen, "CHUNK", 25)


def crowd(number: int = 8) -> list[Row]:
    return [
        person(f"p-{at}", geslachtsnaam=SURNAMES[at % len(SURNAMES)], geboorte={"datum": f"19{60 + at}-02-03"})
        for at in range(number)
    ]


def forget(engines: Engines, afleiding: Afleiding) -> None:
    """As the database of a version that never ran here."""
    with transaction(engines.write) as connection:
        standen_to_change(connection)
        remove_stand(connection, afleiding.regels)
    for _ in opruimen.sweep(engines.write):
        pass


def check(engines: Engines, *versies: Afleiding) -> None:
    with engines.read.connect() as connection:
        for afleiding in versies:
            check_in_step(connection, afleiding)


def ask(engines: Engines, register_side: Register, naam: str, datum: str | None = None) -> Uitkomst:
    vandaag = register_side.clock().date()
    vraag = read_zoekvraag(naam=naam, geboortedatum=datum, geboortejaar_ongeveer=None, vandaag=vandaag)
    with engines.read.connect() as connection:
        return zoek(connection, vraag, vandaag=vandaag, drempels=Drempels()).uitkomst


def test_an_empty_street_is_complete_at_once(engines: Engines, register_side: Register) -> None:
    assert Herbouw(engines).is_complete()
    assert ask(engines, register_side, "Bakker") is Uitkomst.ONBEKEND
    register_side.take_in(*crowd())
    assert Herbouw(engines).is_complete()
    assert not Herbouw(engines, afleiding=NIEUWE).is_complete()
    check(engines, ONZE)


def test_a_rebuild_gives_what_publishing_gives(engines: Engines, register_side: Register) -> None:
    random = Random(3)  # noqa: S311 - a seed gives the same persons each time.
    register_side.take_in(*(random_person(random, number) for number in range(30)))
    before = register_side.snapshot()
    forget(engines, ONZE)
    assert register_side.rows(street.zoeksleutel) == []
    Herbouw(engines).run()
    assert register_side.snapshot() == before
    Herbouw(engines).run_anew()
    assert register_side.snapshot() == before


def test_it_tells_how_far_it_is(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    told: list[tuple[Stap, int, int]] = []
    Herbouw(engines, lambda *step: told.append(step), afleiding=NIEUWE).run()
    assert [stap for stap, _, _ in told] == sorted((stap for stap, _, _ in told), key=list(Stap).index)
    assert [step for step in told if step[0] is Stap.LEZEN][-1] == (Stap.LEZEN, 8, 8)
    assert all(done <= total for _, done, total in told)


@contextlib.contextmanager
def asking_all_the_time(question: Callable[[], None]) -> Iterator[None]:
    """Ask in another thread, from before until after what happens inside; what fails there, fails here."""
    failures: list[BaseException] = []
    asked, stop = threading.Semaphore(0), threading.Event()

    def run() -> None:
        while not stop.is_set() and not failures:
            try:
                question()
            except BaseException as error:
                failures.append(error)
            asked.release()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        for _ in range(2):
            asked.acquire(timeout=20)
        yield
        for _ in range(2):
            asked.acquire(timeout=20)
    finally:
        stop.set()
        thread.join()
    assert failures == []


def test_the_old_version_answers_all_the_time(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())

    def question() -> None:
        assert ask(engines, register_side, "Jan Wolthekker", "1964-02-03") is Uitkomst.KAART

    with asking_all_the_time(question):
        Herbouw(engines, afleiding=NIEUWE).run()
        keep_only_all(engines, ONZE)
        Herbouw(engines, afleiding=NIEUWE).run()
    check(engines, ONZE, NIEUWE)


def test_the_new_version_answers_rightly_or_not_at_all(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    said: set[str] = set()

    def question() -> None:
        try:
            assert ask(engines, register_side, "Jan Wolthekker", "1964-02-03") is Uitkomst.KAART
            said.add("kaart")
        except NotYetSearchable:
            said.add("nog niet")

    with asking_all_the_time(question):
        for _ in range(4):
            Herbouw(engines).run_anew()
    check(engines, ONZE)
    assert said == {"kaart", "nog niet"}


def test_what_others_publish_meanwhile_is_not_lost(engines: Engines, register_side: Register) -> None:
    """At every step somebody marries, somebody comes, and somebody is withdrawn who must be gone at once."""
    rows = crowd(40)
    register_side.take_in(*rows)
    at = 0

    def step(*_: Any) -> None:
        nonlocal at
        at += 1
        changed = person(rows[at]["externId"], geslachtsnaam=f"Na{chr(97 + at % 26)}trouwen")
        ended = person(
            rows[-at]["externId"], agreement(status="beeindigd"), geslachtsnaam=f"Weg{chr(97 + at % 26)}link"
        )
        register_side.take_in(changed, ended, person(f"erbij-{at}", geslachtsnaam="Bijgekomen"))
        with engines.read.connect() as connection:
            here = set(connection.scalars(select(street.zoekprofiel.c.persoon_id)))
        assert 40 - at + 1 not in here

    Herbouw(engines, lambda *told: step(*told) if at < 19 else None, afleiding=NIEUWE).run()
    assert at == 19
    check(engines, ONZE, NIEUWE)


def test_each_version_catches_up_with_what_the_other_published(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    Herbouw(engines, afleiding=NIEUWE).run()
    register_side.afleiding = NIEUWE
    register_side.take_in(person("p-1", geslachtsnaam="Nieuwenaam"), person("p-9", geslachtsnaam="Bijgekomen"))
    ended = person("p-2", agreement(status="beeindigd"), geslachtsnaam=SURNAMES[2], geboorte={"datum": "1962-02-03"})
    register_side.take_in(ended)
    check(engines, NIEUWE)
    assert Herbouw(engines, afleiding=NIEUWE).behind_elsewhere() == 3
    # Whoever is withdrawn is gone at once; who came is found when the other version has caught up.
    assert ask(engines, register_side, "Amrani", "1962-02-03") is Uitkomst.ONBEKEND
    register_side.afleiding = ONZE
    register_side.take_in(person("p-1", geslachtsnaam="Alweeranders"))
    assert Herbouw(engines, afleiding=NIEUWE).behind_elsewhere() == 2
    Herbouw(engines).run()
    Herbouw(engines, afleiding=NIEUWE).run()
    check(engines, ONZE, NIEUWE)


def test_who_is_in_step_waits_for_nobody(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    with transaction(engines.write) as connection:
        standen_to_change(connection)
        Herbouw(engines).run()


def test_a_version_without_rows_publishes_for_the_others(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    register_side.afleiding = NIEUWE
    register_side.take_in(person("p-1", geslachtsnaam="Nieuwenaam"))
    with engines.read.connect() as connection:
        assert not any(standing(connection, NIEUWE).values())
    Herbouw(engines, afleiding=NIEUWE).run()
    Herbouw(engines).run()
    check(engines, ONZE, NIEUWE)


def test_a_fault_at_any_statement_and_again(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd(4))
    number, done = 0, False
    while not done:
        number += 1
        with power_cut_at(engines.write, number), contextlib.suppress(PowerCut):
            Herbouw(engines, afleiding=NIEUWE).run()
            done = True
        register_side.take_in(person("p-1", geslachtsnaam=f"Naam{chr(97 + number % 26)}"))
        Herbouw(engines, afleiding=NIEUWE).run()
        check(engines, ONZE, NIEUWE)
        with power_cut_at(engines.write, number), contextlib.suppress(PowerCut):
            forget(engines, NIEUWE)
        forget(engines, NIEUWE)
        with engines.read.connect() as connection:
            assert not any(standing(connection, NIEUWE).values())
    assert number > 20


def test_two_at_once_do_no_harm(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd(30))
    failures: list[BaseException] = []

    def rebuild() -> None:
        try:
            Herbouw(engines, afleiding=NIEUWE).run()
        except BaseException as error:
            failures.append(error)

    def publish_all() -> None:
        try:
            for at in range(30):
                register_side.take_in(person(f"p-{at}", geslachtsnaam=f"Ander{chr(97 + at % 26)}"))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=each) for each in (rebuild, publish_all, rebuild)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    Herbouw(engines, afleiding=NIEUWE).run()
    check(engines, ONZE, NIEUWE)


def keep_only_all(engines: Engines, afleiding: Afleiding) -> int:
    return sum(keep_only(engines.write, afleiding.regels))


def test_rows_of_other_versions_are_tidied_away(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    only_ours = register_side.snapshot()
    for afleiding in (NIEUWE, OUDE):
        Herbouw(engines, afleiding=afleiding).run()
    assert keep_only_all(engines, ONZE) > 100
    assert register_side.snapshot() == only_ours
    assert keep_only_all(engines, ONZE) == 0


def test_a_search_reads_the_rows_of_its_own_rules_only(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())

    def counts() -> tuple[dict[str, int], dict[str, int]]:
        with engines.read.connect() as connection:
            both = [row for afleiding in (ONZE, NIEUWE) for row in expected(connection, afleiding)["naamvariant"]]
            parts, spellings = {part for _, part in both}, {key for key, _ in both}
            return read_counts(connection, parts, ()), read_counts(connection, (), spellings)

    before = counts()
    assert all(before)
    Herbouw(engines, afleiding=NIEUWE).run()
    assert counts() == before


def test_name_parts_that_another_version_kept_are_replaced(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    before = register_side.snapshot()
    with transaction(engines.write) as connection:
        for row in connection.execute(select(street.zoekprofiel)).all()[::3]:
            theirs = [*row.profiel[:FIELDS], NIEUWE.regels, []]
            mine = street.zoekprofiel.c.persoon_id == row.persoon_id
            connection.execute(update(street.zoekprofiel).where(mine).values(profiel=theirs))
    # What another version kept is not believed, so that whoever is asked for is found all the same.
    assert ask(engines, register_side, "Jan Bakker", "1960-02-03") is Uitkomst.KAART
    assert sum(opruimen.renew_profiles(engines.write)) == 8
    assert register_side.snapshot() == before


def test_numbers_that_are_too_far_apart_do_not_mix(engines: Engines, register_side: Register) -> None:
    register_side.take_in(*crowd())
    with pytest.raises(DomainError, match="te oude versie"):
        Herbouw(engines, afleiding=version(ONZE.regels + 16)).run()
    check(engines, ONZE)


class Stopped(Exception):
    """Ctrl-C, at some step."""


def test_any_versions_in_any_order(engines: Engines, register_side: Register) -> None:
    """Imports, rebuilds that are stopped or not, and tidying, by three versions; each complete one is always right."""
    random = Random(11)  # noqa: S311 - a seed gives the same story each time.
    register_side.take_in(*(random_person(random, number) for number in range(12)))

    def stop_at(steps: int) -> Callable[..., None]:
        left = iter(range(steps))

        def step(*_: Any) -> None:
            if next(left, None) is None:
                raise Stopped
            take_in()

        return step

    def take_in() -> None:
        register_side.afleiding = random.choice(VERSIES)
        register_side.take_in(*(random_person(random, number) for number in random.sample(range(20), 3)))

    for _ in range(25):
        afleiding = random.choice(VERSIES)
        what = random.choice((take_in, "bouw", "bouw", "ruim op"))
        if what == "bouw":
            with contextlib.suppress(Stopped):
                Herbouw(engines, stop_at(random.choice((0, 1, 3, 8, 10))), afleiding=afleiding).run()
        elif what == "ruim op":
            if Herbouw(engines, afleiding=afleiding).is_complete():
                keep_only_all(engines, afleiding)
        else:
            take_in()
    with transaction(engines.write) as connection:
        everybody = connection.scalars(select(street.zoekprofiel.c.persoon_id)).all()
        publish(connection, everybody, trail=register_side.trail, clock=register_side.clock)
    for afleiding in VERSIES:
        Herbouw(engines, afleiding=afleiding).run()
    check(engines, *VERSIES)
    with engines.read.connect() as connection:
        assert set(read_standen(connection).values()) == {Fase.GEREED}
        assert expected(connection, ONZE)["zoeksleutel"]
