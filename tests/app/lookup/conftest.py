"""Persons on the street for a test of the search, put there as publishing does but without a dossier behind them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest
from sqlalchemy import Connection, insert, text

from app.lookup.answer import Zoekantwoord
from app.lookup.question import read_zoekvraag
from app.lookup.zoek import Drempels, zoek
from app.names.keys import search_keys
from app.names.parts import name_parts, variant_keys
from app.names.profile import Naamprofiel, encode
from app.names.regels import REGELS
from app.store.engines import Engines, open_engines
from app.store.tables import street
from app.store.transaction import transaction

VANDAAG = date(2026, 11, 21)

Ask = Callable[..., Zoekantwoord]


@pytest.fixture
def on_street(engines: Engines) -> Callable[..., Ask]:
    """Put persons on the street, numbered from 1 in order; what comes back asks about them."""
    return street_of(engines)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lasting_engines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """A database for a whole file of tests that only ask; filling one for each case would take most of the time."""
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("lasting") / "veldwijzer.db"
        file.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        engines = open_engines(f"sqlite:///{file}")
        yield engines
        engines.close()
        return
    server, template = (request.getfixturevalue(f"postgresql_{name}") for name in ("server", "template"))
    name = f"{template}_ask"
    with server.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    engines = open_engines(server.url.set(database=name).render_as_string(hide_password=False))
    yield engines
    engines.close()
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}"'))


@pytest.fixture(scope="module")
def asked_street(lasting_engines: Engines) -> Callable[..., Ask]:
    """As `on_street`, for a whole file of tests."""
    return street_of(lasting_engines)


def street_of(engines: Engines) -> Callable[..., Ask]:
    def put(*profiles: Naamprofiel, van: str = street.FROM_ALWAYS, tot: str = street.FOR_EVER) -> Ask:
        with transaction(engines.write) as connection:
            _insert(connection, profiles, {"geldig_van": van, "geldig_tot": tot})

        def ask(naam: str | None = None, datum: str | None = None, ongeveer: int | None = None) -> Zoekantwoord:
            vraag = read_zoekvraag(naam=naam, geboortedatum=datum, geboortejaar_ongeveer=ongeveer, vandaag=VANDAAG)
            with engines.read.connect() as connection:
                return zoek(connection, vraag, vandaag=VANDAAG, drempels=Drempels())

        return ask

    return put


def _insert(connection: Connection, profiles: Sequence[Naamprofiel], window: dict[str, str]) -> None:
    numbered = list(enumerate(profiles, 1))
    parts = Counter(part for profile in profiles for part in name_parts(profile))
    rows = {
        street.zoekprofiel: [
            {"persoon_id": number, "aanpak": "Levensloopaanpak", "profiel": encode(profile), **window}
            for number, profile in numbered
        ],
        street.straatkaart: [
            {"persoon_id": number, "kaart": profile.naam().encode(), **window} for number, profile in numbered
        ],
        street.zoeksleutel: [
            {"sleutel": key, "persoon_id": number} for number, profile in numbered for key in search_keys(profile)
        ],
        street.naamdeel: [{"regels": REGELS, "deel": part, "aantal": parts[part]} for part in sorted(parts)],
        street.naamvariant: [
            {"regels": REGELS, "sleutel": key, "deel": part}
            for part in sorted(parts)
            for key in sorted(variant_keys(part))
        ],
    }
    for table, values in rows.items():
        connection.execute(insert(table), values)


GIVEN = (
    *("Jan", "Piet", "Klaas", "Maria", "Anna", "Fatima", "Mohamed", "Ayse"),
    *("Mehmet", "Willem", "Sanne", "Bram", "Noor", "Lotte", "Daan", "Eva"),
)
SURNAMES = (
    *("Bakker", "Visser", "Smit", "Mulder", "Bos", "Vos", "Kok", "Dekker"),
    *("Brouwer", "Peters", "Hendriks", "Kuipers", "Maas", "Post", "Willems"),
)


@pytest.fixture(scope="session")
def crowd() -> tuple[Naamprofiel, ...]:
    """A few hundred others, so that names have frequencies; none of them bears a name that a test asks for."""
    return tuple(
        Naamprofiel(
            surname, given, geboortedatum=f"{1950 + (7 * row + 3 * column) % 55}-{1 + row % 12:02}-{9 + column:02}"
        )
        for row, given in enumerate(GIVEN)
        for column, surname in enumerate(SURNAMES)
    )
