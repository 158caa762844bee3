"""What the views of the desk share, over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from app.access.rules import Rol
from app.core import Core


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/v1/abonnementen?aanpak=%00", 400, "ongeldige-invoer"),
        ("/v1/abonnementen?%00=1", 400, "ongeldige-invoer"),
        ("/v1/abonnementen?limiet=1&limiet=2", 400, "ongeldige-invoer"),
        ("/v1/abonnementen/%00", 404, "niet-gevonden"),
        ("/v1/werklijsten/%00", 404, "niet-gevonden"),
    ],
)
def test_a_character_that_no_database_holds_is_refused(
    sign_in: Callable[..., Any], problem: Callable[..., Any], path: str, status: int, code: str
) -> None:
    problem(sign_in(Rol.ZVH).get(path), status, code)


def test_no_statement_is_compiled(core: Core) -> None:
    """With a wild estimate, as before PostgreSQL took stock of its tables, that alone takes seconds."""
    if core.engines.read.dialect.name == "postgresql":
        with core.engines.read.connect() as connection:
            assert connection.scalar(text("SHOW jit")) == "off"
