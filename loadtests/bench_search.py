"""How long a question takes: `python -m loadtests.bench_search --persons 100000`.

Each kind of question is asked of the search itself, without HTTP and without the audit, on a fresh SQLite file with a
warm page cache. The baseline is one SELECT by primary key through the same connection, measured between the questions:
machines differ and are shared, so read the ratio. The goal is p50 under 1 ms and p99 under 10 ms at a million persons.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from app.clock import today, utc_now
from app.commands.context import open_core
from app.config import load
from app.errors import InvalidInput
from app.evaluatie.questions import Vraag, make_questions
from app.evaluatie.register import Verdeling, bytes_per_person, read_known
from app.lookup.question import read_zoekvraag
from app.lookup.search import read_straatkaart
from app.lookup.zoek import Drempels, zoek
from app.register.importer import Importer
from loadtests.register import generate

Times = dict[str, list[float]]


def measure(connection: Connection, questions: Sequence[Vraag]) -> Times:
    """Milliseconds of each kind, and of the baseline."""
    vandaag = today(utc_now)
    times: Times = {"een SELECT op sleutel": []}
    for question in questions:
        try:
            vraag = read_zoekvraag(
                naam=question.naam,
                geboortedatum=question.geboortedatum,
                geboortejaar_ongeveer=question.ongeveer,
                vandaag=vandaag,
            )
        except InvalidInput:
            continue
        started = time.perf_counter()
        zoek(connection, vraag, vandaag=vandaag, drempels=Drempels())
        answered = time.perf_counter()
        read_straatkaart(connection, question.persoon or 1, vandaag)
        read = time.perf_counter()
        times.setdefault(question.soort, []).append((answered - started) * 1000)
        times["een SELECT op sleutel"].append((read - answered) * 1000)
    return times


def report(times: Times) -> list[str]:
    baseline = statistics.median(times["een SELECT op sleutel"])
    searches = [ms for kind, row in times.items() if kind != "een SELECT op sleutel" for ms in row]
    rows = ["| soort vraag | p50 ms | p99 ms | p50 / SELECT |", "| --- | ---: | ---: | ---: |"]
    for kind, row in [*times.items(), ("alle vragen", searches)]:
        quantiles = statistics.quantiles(row, n=100) if len(row) > 1 else [row[0]] * 99
        rows.append(f"| {kind} | {quantiles[49]:.2f} | {quantiles[98]:.2f} | {quantiles[49] / baseline:.0f} |")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the search.")
    parser.add_argument("--persons", type=int, default=5000)
    parser.add_argument("--questions", type=int, default=30, help="of each kind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_core(load({"VAR_DIR": folder})) as core:
        file = Path(folder) / "register.jsonl"
        with file.open("w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in generate(options.persons, seed=3))
        split = Verdeling(share=0.05, seed=1, left_out=[])
        Importer(core.engines.write, core.trail, core.clock).run(split.lines(file, lambda _bytes: None))
        with core.engines.read.connect() as connection:
            known = read_known(connection, today(core.clock).isoformat())
            questions = list(make_questions(known, split.left_out, each=options.questions, seed=1))
            Random(1).shuffle(questions)
            measure(connection, questions[:200])
            rows = report(measure(connection, questions))
            size = bytes_per_person(connection)
    print("\n".join(rows))
    print(f"{len(known)} personen op straat; {size:.0f} bytes zoeksleutels per persoon")


if __name__ == "__main__":
    main()
