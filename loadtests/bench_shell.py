"""How much a phone fetches: the shell as it is served, compressed.

Run with `python -m loadtests.bench_shell`. Sizes are bytes of bodies; headers add some 300 bytes a file.
The baseline is the same files as they are in the repository.
"""

import json
import re

from api.assets import FOLDER, WORKER, Asset, Assets

KEPT = re.compile(rb"\[\"/\".*?\]")


def shell(assets: Assets) -> dict[str, Asset]:
    """What the service worker keeps: the page and every file of its list."""
    worker = assets.find(WORKER)
    listed = KEPT.search(worker.bodies["identity"]) if worker else None
    urls: list[str] = json.loads(listed[0]) if listed else []
    paths = ["street/index.html" if url == "/" else url.split("/", 3)[3] for url in urls]
    return {path: asset for path in paths if (asset := assets.find(path))}


def main() -> None:
    files = shell(Assets(FOLDER))
    packed = {path: len(asset.bodies.get("br", asset.bodies["identity"])) for path, asset in files.items()}
    source = {path: (FOLDER / path).stat().st_size for path in files}
    for path in sorted(files, key=lambda name: -packed[name]):
        print(f"{packed[path]:>8,}  {source[path]:>8,}  {path}")
    whole, plain = sum(packed.values()), sum(source.values())
    print(f"{whole:>8,}  {plain:>8,}  whole shell, {len(files)} files, brotli (goal 25,000); ratio {whole / plain:.2f}")


if __name__ == "__main__":
    main()
