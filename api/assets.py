"""The files of ``pwa/``: read once, hashed as a tree, freed of comments, compressed, and held in memory.

The hash of the tree stands in every address (``/a/<hash>/...``), so that a file may be kept for ever and a new
version is a new address. Only what was read at the start can be asked for: no path reaches the disk.
"""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import brotli

FOLDER = Path(__file__).parents[1] / "pwa"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
# Comments that have lines of their own, and indentation, are for who reads the repository: a fifth of what a phone
# would have to fetch. Nothing cleverer, for all else must leave as it was written; a test compares what is left token
# by token. In markup a line that begins with space means what it means without.
COMMENTED = frozenset({".css", ".js"})
COMMENTS = re.compile(rb"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n|^[ \t]+", re.MULTILINE | re.DOTALL)
# So are empty lines.
EMPTY = re.compile(rb"\n{2,}")
# Vendored files are served to the byte as they were published.
VENDORED = "vendor/"
COMPRESSED_ALREADY = frozenset({".ico", ".png", ".woff2"})
# What the shell needs to start without a network; the other pictures are the home screen's.
SHELL = frozenset({".css", ".js", ".svg", ".woff2"})
INDEX = "street/index.html"
DESK = "desk/index.html"
WORKER = "sw.js"
# The modules of each page: named in its head, they arrive together and not one after the other. The desk fetches the
# rest of its screens when they are opened.
PRELOADED = {
    INDEX: ("street/", "lib/", "vendor/"),
    DESK: ("desk/kit/", "desk/main.js", "desk/routes.js", "lib/", "street/aanmelden.js", "vendor/"),
}
# What is the desk's alone: a phone neither fetches nor keeps it.
OF_THE_DESK = ("desk/", "styles/desk.css")
# What a phone fetches once somebody is signed in, for it is of no use without a network.
LATER = ("melden/",)


@dataclass(frozen=True)
class Asset:
    content_type: str
    etag: str
    bodies: Mapping[str, bytes]


class Assets:
    def __init__(self, folder: Path) -> None:
        files = {path: _lean(path, data) for path, data in _read(folder)}
        self.hash = _hash(files)
        self._assets = {path: _asset(path, self._fill_in(path, data, files)) for path, data in files.items()}

    def find(self, path: str) -> Asset | None:
        return self._assets.get(path)

    def _fill_in(self, path: str, data: bytes, files: Mapping[str, bytes]) -> bytes:
        """Put addresses where the files leave room for them."""
        if Path(path).suffix in COMPRESSED_ALREADY:
            return data
        if path in PRELOADED:
            modules = [name for name in files if name.endswith(".js") and name.startswith(PRELOADED[path])]
            links = [f'<link rel="modulepreload" href="/a/{self.hash}/{name}">' for name in modules]
            data = data.replace(b"<!--modulepreload-->", "\n    ".join(links).encode())
        if path == WORKER:
            shell = [f"/a/{self.hash}/{name}" for name in files if _is_of_the_shell(name)]
            data = data.replace(b"/*precache*/[]", json.dumps(["/", *shell]).encode())
        return data.replace(b"/a/{hash}/", f"/a/{self.hash}/".encode())


def _is_of_the_shell(path: str) -> bool:
    return Path(path).suffix in SHELL and path != WORKER and not path.startswith(OF_THE_DESK + LATER)


def _lean(path: str, data: bytes) -> bytes:
    whole = path.startswith(VENDORED) or Path(path).suffix not in COMMENTED
    return data if whole else EMPTY.sub(b"\n", COMMENTS.sub(b"", data))


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in TYPES:
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _hash(files: Mapping[str, bytes]) -> str:
    whole = sha256()
    for path, data in files.items():
        whole.update(f"{path}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()[:16]


def _asset(path: str, data: bytes) -> Asset:
    suffix = Path(path).suffix
    bodies = {"identity": data}
    if suffix not in COMPRESSED_ALREADY:
        packed = {"br": brotli.compress(data), "gzip": gzip.compress(data, mtime=0)}
        bodies |= {name: body for name, body in packed.items() if len(body) < len(data)}
    return Asset(TYPES[suffix], sha256(data).hexdigest()[:16], bodies)
