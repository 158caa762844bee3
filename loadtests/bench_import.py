"""How fast a register goes in: `python -m loadtests.bench_import --persons 100000`.

Each measurement is a process of its own on a fresh SQLite file, so that the peak of its memory is its own. The baseline
is the least that anybody could do with the same file in the same run: parse each line, and insert it as it is. Machines
differ and are shared: read the ratio. The goal is 100,000 persons in three minutes, and the same memory at any size.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.audit.trail import Trail
from app.clock import utc_now
from app.register.importer import Importer
from app.register.lines import read_lines
from app.store.engines import open_engines
from app.store.migrate import migrate
from loadtests.register import generate

SMALL = 10_000
BATCH = 500


def whole_import(file: Path, folder: Path) -> int:
    engines = open_engines(f"sqlite:///{folder / 'import.db'}")
    migrate(engines.write)
    importer = Importer(engines.write, Trail(engines.write, utc_now), utc_now)
    with file.open("rb") as stream:
        return importer.run(read_lines(stream)).in_register


def baseline(file: Path, folder: Path) -> int:
    connection = sqlite3.connect(folder / "baseline.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE line (extern_id TEXT PRIMARY KEY, body TEXT)")
    number = 0
    connection.execute("BEGIN")
    with file.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            connection.execute("INSERT INTO line VALUES (?, ?)", (json.loads(line)["externId"], line))
            if number % BATCH == 0:
                connection.execute("COMMIT")
                connection.execute("BEGIN")
    connection.execute("COMMIT")
    return number


def measure(what: str, file: Path) -> dict[str, float]:
    """Run one measurement in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "loadtests.bench_import", "--measure", what, str(file), folder]
        return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))  # noqa: S603 - ourselves.


def measured(what: str, file: Path, folder: Path) -> dict[str, float]:
    started = time.perf_counter()
    persons = {"import": whole_import, "baseline": baseline}[what](file, folder)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    processor = time.process_time()
    return {"persons": persons, "seconds": seconds, "processor": processor, "megabytes": peak}


def write_register(file: Path, persons: int, seed: int) -> Path:
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in generate(persons, seed))
    return file


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the import.")
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        what, file, folder = options.measure
        print(json.dumps(measured(what, Path(file), Path(folder))))
        return
    with tempfile.TemporaryDirectory() as folder:
        large = write_register(Path(folder) / "large.jsonl", options.persons, options.seed)
        small = write_register(Path(folder) / "small.jsonl", min(SMALL, options.persons), options.seed)
        runs = [("import", small), ("baseline", large), ("import", large)]
        results = [(what, measure(what, file)) for what, file in runs]
    print(f"{'what':<10}{'persons':>10}{'seconds':>10}{'cpu s':>10}{'persons/s':>12}{'peak MB':>10}")
    for what, result in results:
        rate = result["persons"] / result["seconds"]
        print(
            f"{what:<10}{result['persons']:>10.0f}{result['seconds']:>10.1f}{result['processor']:>10.1f}"
            f"{rate:>12.0f}{result['megabytes']:>10.0f}"
        )
    print(f"the import costs {results[2][1]['seconds'] / results[1][1]['seconds']:.1f} times the baseline")


if __name__ == "__main__":
    main()
