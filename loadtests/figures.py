"""Makes docs/figures.md: `python -m loadtests.figures`, or `--persons 100000` for one size.

The results of a size are kept in docs/figures/<size>.json, with a digest of the code that they are of: what was
measured of this very code and in this way is not measured again (`--again` does). The page and the pictures are
written from all of them. A filled register is kept in var/bench/ until its size is done, so that a run that was broken
off carries on there; `--keep` keeps it for good.
"""

import argparse
import json
import shutil
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from api.assets import FOLDER, Assets
from app.clock import today
from app.commands.context import open_core
from app.config import load
from app.evaluatie.bewaard import Herkomst, Onbruikbaar, fill, origin, warm_up
from app.evaluatie.register import Verdeling
from app.evaluatie.tally import quantile
from app.evaluatie.toevoegen import Toegevoegd, time_to_add
from loadtests import bench_import
from loadtests.bench_shell import shell
from loadtests.figures_measure import Plan, Say, measure
from loadtests.figures_page import write_pages

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000)
LEFT_OUT = 0.1
# What a figure depends on: with another digest of these it is another figure.
MEASURED = ("app/names", "app/lookup", "app/evaluatie", "app/register", "app/store", "loadtests")
DRAWN = ("figures_page.py", "figures_goals.py", "bars.py", "curves.py")


def code_digest() -> str:
    digest = sha256()
    for folder in MEASURED:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in (".py", ".txt") and file.name not in DRAWN:
                digest.update(file.relative_to(ROOT).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def _prepared(folder: Path, persons: int, split: Verdeling) -> tuple[Path, Herkomst]:
    """The register as a file, and what this folder holds of it; what is left of other code is thrown away."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "register.jsonl"
    part = file.with_suffix(".part")
    say(f"  inventing {persons:,} persons")
    bench_import.write_register(part, persons, split.seed).replace(file)
    try:
        return file, origin(folder, file, split)
    except Onbruikbaar as error:
        say(f"  {error}")
        for rest in folder.glob("veldwijzer.db*"):
            rest.unlink()
        (folder / "evaluatie.json").unlink(missing_ok=True)
        return file, origin(folder, file, split)


class Progress:
    """Says how far a file was read, every tenth of it."""

    def __init__(self, length: int, tell: Say) -> None:
        self._length, self._tell, self._read, self._tenths = max(1, length), tell, 0, 0

    def __call__(self, size: int) -> None:
        self._read += size
        tenths = self._read * 10 // self._length
        if tenths > self._tenths:
            self._tenths = tenths
            self._tell(f"  register: {tenths}0 %")


def measure_size(persons: int, plan: Plan, folder: Path) -> dict[str, Any]:
    started = time.perf_counter()
    split = Verdeling(LEFT_OUT, plan.seed)
    file, herkomst = _prepared(folder, persons, split)
    with open_core(load({"VAR_DIR": str(folder)})) as core:
        herkomst = fill(core, file, split, herkomst, Progress(file.stat().st_size, say))
        imported = _import_speed(file, folder, herkomst)
        warm_up(core)
        result = measure(core, split, plan, say)
        say("  adding persons one by one")
        added = time_to_add(core, split.to_add())
        day = today(core.clock).isoformat()
    minutes = (time.perf_counter() - started) / 60
    facts = {"persons": persons, "seed": plan.seed, "each": plan.each, "date": day, "minutes": round(minutes, 1)}
    return {**facts, "import": imported, "add": _quantiles(added), **result}


def _import_speed(file: Path, folder: Path, herkomst: Herkomst) -> dict[str, float] | None:
    """Beside the least that anybody could do with the same file; None when the filling was broken off in between."""
    if not herkomst.seconden:
        return None
    started = time.perf_counter()
    lines = bench_import.baseline(file, folder)
    seconds = time.perf_counter() - started
    for rest in folder.glob("baseline.db*"):
        rest.unlink()
    return {"persons_per_second": herkomst.personen / herkomst.seconden, "baseline": lines / seconds}


def _quantiles(added: Toegevoegd) -> dict[str, list[float]]:
    ways = {"import": added.import_ms, "street": added.straat_ms}
    return {way: [quantile(ms, 0.5), quantile(ms, 0.99)] for way, ms in ways.items() if ms}


def shell_bytes() -> dict[str, int]:
    files = shell(Assets(FOLDER))
    packed = sum(len(asset.bodies.get("br", asset.bodies["identity"])) for asset in files.values())
    return {"files": len(files), "packed": packed, "source": sum((FOLDER / path).stat().st_size for path in files)}


def run(persons: int, options: argparse.Namespace) -> None:
    """Measure one size, unless that was done."""
    plan = Plan(options.questions, options.seed, options.baseline_minutes)
    command = (
        f"python -m loadtests.figures --persons {persons} --questions {plan.each} --seed {plan.seed} "
        f"--baseline-minutes {plan.baseline_minutes:g}"
    )
    of = {"command": command, "code": code_digest()}
    file = options.docs / "figures" / f"{persons}.json"
    if not options.again and file.exists():
        before = json.loads(file.read_text(encoding="utf-8"))
        if all(before.get(name) == value for name, value in of.items()):
            say(f"{persons:,} persons were measured of this very code; --again measures anew")
            return
    say(f"{persons:,} persons")
    folder = options.work / f"{persons}-{plan.seed}"
    result = {**of, **measure_size(persons, plan, folder), "shell": shell_bytes()}
    for name, why in result["missing"].items():
        say(f"  {name} was not measured: {why}")
    text = json.dumps(result, indent=1, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")
    if not options.keep:
        shutil.rmtree(folder)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure, and write docs/figures.md.")
    parser.add_argument("--persons", type=int, nargs="*", default=list(SIZES), help="sizes; none: only write the page")
    parser.add_argument("--questions", type=int, default=100, help="of each kind, about registered persons")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--baseline-minutes", type=float, default=8, help="how long the baselines may answer")
    parser.add_argument("--again", action="store_true", help="measure what was measured of this code too")
    parser.add_argument("--keep", action="store_true", help="keep the filled registers")
    parser.add_argument("--work", type=Path, default=ROOT / "var" / "bench", help="where registers are filled")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="the folder to write figures.md in")
    options = parser.parse_args()
    if min([*options.persons, 1]) < 1 or options.questions < 1 or options.baseline_minutes < 0:
        parser.error("sizes and numbers of questions start at one, and minutes at zero")
    return options


def main() -> None:
    options = read_options()
    (options.docs / "figures").mkdir(parents=True, exist_ok=True)
    for persons in sorted(options.persons):
        run(persons, options)
        for path in write_pages(options.docs):
            print(path)
    if not options.persons:
        write_pages(options.docs)


if __name__ == "__main__":
    main()
