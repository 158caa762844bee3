"""Everybody who has something to do with a worklist, on both databases."""

import pytest

from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from tests.bureau import make_caller
from tests.werk import Desk


@pytest.fixture
def desk(core: Core) -> Desk:
    return Desk(core)


@pytest.fixture
def zvh(core: Core) -> Caller:
    return make_caller(core, Rol.ZVH)


@pytest.fixture
def agent(core: Core) -> Caller:
    return make_caller(core, Rol.AGENT)
