import pytest

from app.access.rules import Rol
from app.core import Core

PASSWORD = "een goed wachtwoord"


@pytest.fixture
def agent(core: Core) -> str:
    core.accounts.create("agent", PASSWORD, Rol.AGENT)
    return "agent"
