"""The one place where a change becomes lasting."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Everything inside becomes lasting together when the block ends, or nothing does when it raises."""
    with engine.begin() as connection:
        yield connection
