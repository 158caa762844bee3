"""A desk at which afspraken are made."""

import pytest

from app.core import Core
from tests.app.afspraken.werkplek import Afspraken


@pytest.fixture
def afspraken(core: Core) -> Afspraken:
    return Afspraken(core)
