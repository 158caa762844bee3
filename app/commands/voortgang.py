"""How far a long command is: a bar on a terminal, plain lines elsewhere; and Ctrl-C between two steps only."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import click

# In a log, one line in so many seconds.
_SECONDS = 5.0

Step = Callable[[str, int, int | None], None]


@contextmanager
def ctrl_c_waits() -> Iterator[Event]:
    """Let Ctrl-C count between two steps only; a second one counts at once.

    In the middle of a statement it would leave a connection that holds the lock on the database.
    """
    asked = Event()

    def ask(_signal: int, _frame: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, usual)

    usual = signal.signal(signal.SIGINT, ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, usual)


@contextmanager
def progress() -> Iterator[Step]:
    """Gives what to call after each step: its label, how many are done, and of how many when that is known.

    It raises `KeyboardInterrupt` when Ctrl-C was pressed meanwhile.
    """
    with ctrl_c_waits() as asked:
        show = _Bar() if sys.stderr.isatty() else _Lines()

        def step(label: str, done: int, total: int | None) -> None:
            show.tell(label, done, total)
            if asked.is_set():
                raise KeyboardInterrupt

        try:
            yield step
        finally:
            show.close()


class _Bar:
    """A bar for each label, below each other."""

    def __init__(self) -> None:
        self._label = ""
        self._bar: Any = None

    def tell(self, label: str, done: int, total: int | None) -> None:
        if self._bar is None or label != self._label:
            self.close()
            self._label = label
            self._bar = click.progressbar(length=total or 1, label=label, file=sys.stderr, show_pos=True)
        self._bar.length = max(1, total or done)
        self._bar.update(done - self._bar.pos)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()


class _Lines:
    """For a log: a line for each label at its beginning and its end, and at most one in so many seconds between."""

    def __init__(self) -> None:
        self._label = ""
        self._told = 0.0

    def tell(self, label: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        if label == self._label and done != total and now - self._told < _SECONDS:
            return
        self._label, self._told = label, now
        click.echo(f"{label}: {done}" + (f" van {total}" if total is not None else ""), err=True)

    def close(self) -> None:
        """Each line is there already."""
