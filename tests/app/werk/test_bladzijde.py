"""Reading a list page by page shows every row once, in order, and refuses a cursor that it never gave."""

import base64
import json

import pytest
from sqlalchemy import insert, select

from app.core import Core
from app.errors import InvalidInput
from app.store.tables.register import organisatie
from app.store.transaction import transaction
from app.werk.bladzijde import Bladzijde, neem

OP = (organisatie.c.soort, organisatie.c.id)
FOUND = select(organisatie.c.id, organisatie.c.soort)


@pytest.mark.parametrize("af", [False, True])
def test_every_row_comes_once_and_in_order(core: Core, af: bool) -> None:  # noqa: FBT001 - a parameter of the test.
    with transaction(core.engines.write) as connection:
        rows = [{"naam": f"naam {n}", "soort": ("partner", "politie", "om")[n % 3]} for n in range(11)]
        connection.execute(insert(organisatie), rows)
    seen, na = [], None
    with core.engines.read.connect() as connection:
        while True:
            deel = neem(connection, FOUND, OP, Bladzijde(4, na), af=af)
            seen += [(row.soort, row.id) for row in deel.rijen]
            if (na := deel.volgende) is None:
                break
            assert len(deel.rijen) == 4
    assert seen == sorted(seen, reverse=af)
    assert len(set(seen)) == 11


def cursor(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize(
    "na",
    ["x", "é", "AAAA", cursor(1), cursor([]), cursor(["om"]), cursor(["om", "1"]), cursor(["om", True]),
     cursor(["om", 1 << 70]), cursor(["a\0b", 1]), cursor(["om", 1, 2]), cursor([None, 1]), cursor(["[" * 90, [[]]])],
)  # fmt: skip
def test_a_cursor_of_nothing_is_refused(core: Core, na: str) -> None:
    with core.engines.read.connect() as connection, pytest.raises(InvalidInput):
        neem(connection, FOUND, OP, Bladzijde(na=na))
