"""A register in a fresh database, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from datetime import datetime

import pytest

from app.audit.trail import Trail
from app.register.model import Actie, Naslag
from app.store.engines import Engines
from tests.app.register.builders import Register


@pytest.fixture
def register_side(engines: Engines, clock: Callable[[], datetime]) -> Register:
    return Register(engines.write, Trail(engines.write, clock), clock)


@pytest.fixture
def naslag() -> Naslag:
    acties = ("direct_aanhouden", "niet_aanhouden_corrigeren", "overleg_eerst", "naar_zorg", "anders")
    return Naslag(
        aanpakken={"levensloop": "Levensloopaanpak", "lokale_pga": "Lokale persoonsgerichte aanpak"},
        regimes={"wgs": "WGS", "lokale_pga": "Lokale PGA"},
        acties={code: Actie(code, code.replace("_", " ").capitalize(), "info", "grijs") for code in acties},
    )
