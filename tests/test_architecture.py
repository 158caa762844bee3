"""The rules of the house, read from the source itself: who imports whom, who commits, and how large a thing may be."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = sorted(path for folder in ("app", "api", "migrations", "loadtests") for path in (ROOT / folder).rglob("*.py"))
CLIENT = sorted(
    path for kind in ("*.js", "*.html") for path in (ROOT / "pwa").rglob(kind) if "vendor" not in path.parts
)
PURE_LIBRARIES = {"rapidfuzz"}
STREET_TABLES = "straatkaart|zoekprofiel|zoeksleutel|naamdeel|naamvariant|zoekregels|zoekachterstand"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def those(folder: str, *, but: tuple[str, ...] = ()) -> list[Path]:
    return [path for path in OURS if name_of(path).startswith(folder) and name_of(path) not in but]


FORBIDDEN_IMPORTS = [
    ("app", those("app/"), ("api", "flask", "flask_jwt_extended", "jwt", "werkzeug")),
    ("app but the file format", those("app/", but=("app/register/fileformat.py",)), ("marshmallow",)),
    ("api", those("api/"), ("sqlalchemy", "app.store")),
    ("lookup", those("app/lookup/"), ("app.register",)),
    ("register", those("app/register/"), ("app.lookup",)),
    ("migrations", those("migrations/versions/"), ("app", "api")),
]


@pytest.mark.parametrize(("who", "files", "forbidden"), FORBIDDEN_IMPORTS, ids=[row[0] for row in FORBIDDEN_IMPORTS])
def test_who_may_import_whom(who: str, files: list[Path], forbidden: tuple[str, ...]) -> None:
    assert files, f"{who} has no files, so this rule checks nothing"
    wrong = [
        f"{name_of(path)} imports {module}"
        for path in files
        for module in imports_of(path)
        if within(module, *forbidden)
    ]
    assert wrong == []


def test_names_and_rules_are_pure() -> None:
    pure = [path for path in OURS if name_of(path).startswith("app/names/") or path.name == "rules.py"]
    assert len(pure) > 5
    wrong = []
    for path in pure:
        own = "app.names" if "names" in path.parts else ".".join(path.relative_to(ROOT).parts[:-1])
        for module in imports_of(path):
            pure_itself = module.split(".")[0] in PURE_LIBRARIES | sys.stdlib_module_names
            if not (pure_itself or within(module, own)):
                wrong.append(f"{name_of(path)} imports {module}")
    assert wrong == []


def test_no_imports_inside_functions() -> None:
    wrong = [
        f"{name_of(path)}:{inner.lineno}"
        for path in OURS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert wrong == []


def found_in(files: list[Path], pattern: str) -> set[str]:
    return {name_of(path) for path in files if re.search(pattern, path.read_text())}


RULES: list[tuple[str, Callable[[], set[str]], set[str]]] = [
    (
        "only config reads the environment",
        lambda: found_in(those("a"), r"os\.environ|os\.getenv|getenv\("),
        {"app/config.py"},
    ),
    (
        "exactly one module commits",
        lambda: found_in(those("a"), r"\.begin\(\)|\.commit\(\)"),
        {"app/store/transaction.py"},
    ),
    (
        "only store constructs engines",
        lambda: found_in(those("a"), r"\bcreate_engine\("),
        {"app/store/engines.py"},
    ),
    (
        "only core and the commands open engines",
        lambda: found_in(those("a", but=("app/store/engines.py",)), r"\bopen_engines\(") - {"app/commands/demo.py"},
        {"app/core.py", "app/commands/migreren.py"},
    ),
    (
        "only publishing, and making keys, writes the tables of the street",
        lambda: found_in(
            those("a"),
            rf"(insert|update|delete|add|remove)\w*\((connection, )?(street\.)?({STREET_TABLES})\b",
        ),
        {f"app/register/{name}.py" for name in ("opruimen", "publish", "regelstand", "sleutels")},
    ),
    (
        "in the client only lib/api.js fetches (and the service worker, which serves the shell)",
        lambda: found_in(CLIENT, r"\bfetch\(|XMLHttpRequest|EventSource|sendBeacon") - {"pwa/sw.js"},
        {"pwa/lib/api.js"},
    ),
    (
        "nothing in the client writes HTML",
        lambda: found_in(CLIENT, r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"),
        set(),
    ),
]


@pytest.mark.parametrize(("rule", "find", "allowed"), RULES, ids=[rule[0] for rule in RULES])
def test_rule(rule: str, find: Callable[[], set[str]], allowed: set[str]) -> None:
    assert find() == allowed, rule


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in OURS:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef):
                yield f"{name_of(path)}:{node.name}", node


def share_above(sizes: list[int], limit: int) -> float:
    return sum(size > limit for size in sizes) / len(sizes)


def test_files_stay_small() -> None:
    files = [path for path in OURS + CLIENT if "versions" not in path.parts]
    sizes = {name_of(path): len(path.read_text().splitlines()) for path in files}
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert share_above(list(sizes.values()), 250) <= 0.05


def test_functions_stay_small() -> None:
    sizes = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions()}
    too_long = {name: size for name, size in sizes.items() if size > 60 and "versions" not in name}
    assert too_long == {}
    assert share_above(list(sizes.values()), 35) <= 0.05


def test_functions_take_few_parameters() -> None:
    wrong = []
    for name, node in functions():
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        counted = [parameter for parameter in parameters if parameter.arg not in ("self", "cls")]
        if len(counted) > 5:
            wrong.append(f"{name} takes {len(counted)}")
    assert wrong == []


def test_no_lock_file_holds_an_address() -> None:
    locks = [*sorted((ROOT / "locks").glob("*.txt")), ROOT / "package-lock.json"]
    wrong = [
        path.name
        for path in locks
        if re.search(r"resolved\"|--(extra-)?index-url|--find-links|@ https?://", path.read_text())
    ]
    assert wrong == []
