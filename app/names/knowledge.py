"""Reading the data files: name knowledge is data with a source, not code."""

from collections.abc import Iterator
from importlib.resources import files


def read_lines(name: str) -> Iterator[str]:
    """The lines of a file in ``data/`` that hold something; a line that starts with # is a comment."""
    text = files("app.names").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def read_pairs(name: str) -> dict[str, str]:
    """A file of "letter replacement" lines, in which 0 stands for nothing."""
    pairs = (line.split() for line in read_lines(name))
    return {letter: "" if plain == "0" else plain for letter, plain in pairs}


def read_lists(name: str) -> dict[str, tuple[str, ...]]:
    """A file of "heading word word ..." lines; a heading may come back."""
    lists: dict[str, tuple[str, ...]] = {}
    for line in read_lines(name):
        heading, *words = line.split()
        lists[heading] = lists.get(heading, ()) + tuple(words)
    return lists
