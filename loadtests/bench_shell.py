"""How much a phone fetches before it can be used: the shell, compressed as it is served.

Run with `python -m loadtests.bench_shell`. Sizes are bytes of bodies; the baseline is the tree uncompressed.
"""

from pathlib import Path

import brotli

PWA = Path(__file__).parents[1] / "pwa"
SHELL = ("street", "lib", "vendor", "styles", "icons")
KINDS = {".html", ".js", ".css", ".svg", ".png", ".webmanifest"}
# What the first visit needs before it can paint and answer; icons and the manifest come later.
FIRST = {".html", ".js", ".css"}


def files() -> list[Path]:
    found = [path for folder in SHELL for path in sorted((PWA / folder).rglob("*"))]
    return [path for path in [*found, PWA / "manifest.webmanifest"] if path.suffix in KINDS]


def compressed(path: Path) -> int:
    data = path.read_bytes()
    return min(len(data), len(brotli.compress(data, quality=11)))


def main() -> None:
    rows = [(path, path.stat().st_size, compressed(path)) for path in files()]
    first = sum(size for path, _, size in rows if path.suffix in FIRST)
    whole, plain = sum(size for *_, size in rows), sum(size for _, size, _ in rows)
    for path, before, after in sorted(rows, key=lambda row: -row[2]):
        print(f"{after:>8,}  {before:>8,}  {path.relative_to(PWA)}")
    print(f"{first:>8,}            first visit: html, css and modules, brotli (goal 14,000)")
    print(f"{whole:>8,}  {plain:>8,}  whole shell, brotli (goal 25,000); ratio {whole / plain:.2f}")


if __name__ == "__main__":
    main()
