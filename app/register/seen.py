"""Which externId stood on which line of the file that is being read.

A file may have a million lines, and the memory of an import stays flat: the answer is kept in SQLite's own temporary
storage, a file that nobody else can open and that is gone with the connection.
"""

import sqlite3
from collections.abc import Sequence


class SeenLines:
    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("CREATE TABLE seen (extern_id TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")

    def first_lines(self, extern_ids: Sequence[str]) -> dict[str, int]:
        """The lines of those that stood in the file before."""
        marks = ",".join("?" * len(extern_ids))
        statement = f"SELECT extern_id, line FROM seen WHERE extern_id IN ({marks})"  # noqa: S608 - only marks.
        return dict(self._connection.execute(statement, extern_ids))

    def remember(self, lines: Sequence[tuple[str, int]]) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", lines)

    def close(self) -> None:
        self._connection.close()
