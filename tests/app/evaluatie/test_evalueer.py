"""The command as somebody uses it, on small registers and on files that are none."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.commands import cli
from app.evaluatie.bewaard import NOTE
from loadtests.register import generate


def evalueer(*arguments: str | Path, home: Path) -> Result:
    asked = ["evalueer", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(cli, asked, env={"VAR_DIR": str(home)})


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("register") / "register.jsonl"
    file.write_text("".join(f"{line}\n" for line in generate(200, seed=4)), encoding="utf-8")
    return file


def test_a_measurement_and_once_more_on_the_register_that_was_kept(register: Path, tmp_path: Path) -> None:
    kept, found, again = tmp_path / "kept", tmp_path / "found.json", tmp_path / "again.json"
    asked = ("--per-soort", "2", "--weglaten", "0.2", "--register-map", kept)
    first = evalueer(register, *asked, "--aandeel", "0.5", "--json", found, home=tmp_path)
    assert first.exit_code == 0, first.stderr
    assert "gevuld voor deze meting" in first.stdout
    assert "als 50% van de onbekenden iemand te zien geeft" in first.stdout
    second = evalueer(register, *asked, "--json", again, home=tmp_path)
    assert second.exit_code == 0, second.stderr
    assert "hergebruikt" in second.stdout
    one, other = (json.loads(file.read_text()) for file in (found, again))
    assert one["soorten"]["naam+datum"]["aandelen"]["eerste"] == 1.0
    # Whoever was added to see how long it takes is gone from the street again.
    assert one["opStraat"] == other["opStraat"]
    assert all(value["msPerToevoeging"][way]["p50"] > 0 for value in (one, other) for way in ("import", "straat"))
    counts = [
        {name: row["aantallen"] for name, row in value["soorten"].items()} | {"bytes": value["opStraat"]}
        for value in (one, other)
    ]
    assert counts[0] == counts[1]


def test_a_higher_share_of_unknown_persons_shown_finds_more(register: Path, tmp_path: Path) -> None:
    found = tmp_path / "found.json"
    shares = ("--aandeel", "0.02", "--aandeel", "0.1", "--aandeel", "0.4")
    done = evalueer(register, "--per-soort", "6", "--weglaten", "0.2", *shares, "--json", found, home=tmp_path)
    assert done.exit_code == 0, done.stderr
    at_share = json.loads(found.read_text())["bijAandeel"]
    rows = [at_share[share]["alleSoorten"] for share in ("0.02", "0.1", "0.4")]
    for share, row in zip((0.02, 0.1, 0.4), rows, strict=True):
        assert row["onbekende getoond"] <= share
    assert [row["eerste"] for row in rows] == sorted(row["eerste"] for row in rows)
    thresholds = [row["drempel"] for row in at_share.values()]
    assert thresholds == sorted(thresholds, reverse=True)


def test_a_kept_register_is_refused_when_it_is_not_the_one(register: Path, tmp_path: Path) -> None:
    kept, asked = tmp_path / "kept", ("--per-soort", "1", "--weglaten", "0.2")
    assert evalueer(register, *asked, "--register-map", kept, home=tmp_path).exit_code == 0
    note = kept / NOTE
    made = json.loads(note.read_text())
    for change, told in [
        ({"zoekregels": made["zoekregels"] + 1}, "met andere zoekregels"),
        ({"tabellen": "0001"}, "met andere tabellen (revisie 0001"),
        ({"sha256": "0" * 64, "bestand": "ander.jsonl"}, "van een ander bestand (ander.jsonl)"),
        ({"zaad": 7}, "--weglaten 0.2 --zaad 7"),
        ({"nergens": 1}, "niet te lezen"),
    ]:
        note.write_text(json.dumps({**made, **change}))
        refused = evalueer(register, *asked, "--register-map", kept, home=tmp_path)
        assert refused.exit_code == 1
        assert told in refused.stderr


def test_filling_that_was_broken_off_carries_on(register: Path, tmp_path: Path) -> None:
    kept, asked = tmp_path / "kept", ("--per-soort", "1", "--weglaten", "0.2")
    assert evalueer(register, *asked, "--register-map", kept, home=tmp_path).exit_code == 0
    made = json.loads((kept / NOTE).read_text())
    (kept / NOTE).write_text(json.dumps({**made, "klaar": False, "personen": 0, "seconden": None}))
    carried_on = evalueer(register, *asked, "--register-map", kept, home=tmp_path)
    assert carried_on.exit_code == 0, carried_on.stderr
    assert json.loads((kept / NOTE).read_text())["personen"] == made["personen"]
    assert "per seconde" not in carried_on.stdout, "half an import says nothing about its speed"


def test_a_database_of_somebody_else_is_left_alone(register: Path, tmp_path: Path) -> None:
    (tmp_path / "veldwijzer.db").write_bytes(b"iets anders")
    refused = evalueer(register, "--register-map", tmp_path, home=tmp_path)
    assert refused.exit_code == 1
    assert "niet voor een meting" in refused.stderr
    assert (tmp_path / "veldwijzer.db").read_bytes() == b"iets anders"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "niemand met een kaart"),
        (b"\n\n\n", "niemand met een kaart"),
        (b"dit is geen register\nen dit ook niet\n", "niemand met een kaart"),
        (b"\x00\xff\xfe\x80" * 50, "niemand met een kaart"),
        (b"[1, 2]\n" * 40, "niemand met een kaart"),
        (b'{"persoon": {"geslachtsnaam": 3}, "abonnementen": 1}\n' * 40, "niemand met een kaart"),
    ],
)
def test_a_file_that_is_no_register(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "geen.jsonl"
    file.write_bytes(content)
    refused = evalueer(file, home=tmp_path)
    assert refused.exit_code == 1
    assert told in refused.stderr


def test_too_small_to_leave_anybody_out(register: Path, tmp_path: Path) -> None:
    small = tmp_path / "klein.jsonl"
    small.write_bytes(b"".join(register.read_bytes().splitlines(keepends=True)[:3]))
    refused = evalueer(small, "--weglaten", "0.0001", home=tmp_path)
    assert refused.exit_code == 1
    assert "Er is niemand weggelaten" in refused.stderr


def test_bad_lines_among_good_ones_are_nobody(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "gemengd.jsonl"
    good = register.read_bytes().splitlines(keepends=True)[:120]
    bad = [b"geen json\n", b'{"externId": "x"}\n', b"null\n", b'{"persoon": [], "abonnementen": [7]}\n']
    file.write_bytes(b"".join(line for pair in zip(good, bad * 30, strict=True) for line in pair))
    done = evalueer(file, "--per-soort", "1", "--weglaten", "0.3", home=tmp_path)
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--per-soort", "0"), "--per-soort"),
        (("--per-soort", "veel"), "--per-soort"),
        (("--weglaten", "0"), "--weglaten"),
        (("--weglaten", "1.5"), "--weglaten"),
        (("--aandeel", "1"), "--aandeel"),
        (("--zaad", "x"), "--zaad"),
        (("--register-map", "{file}"), "--register-map"),
        (("--json", "{folder}"), "--json"),
    ],
)
def test_nonsense_is_told_in_one_line(arguments: tuple[str, str], told: str, register: Path, tmp_path: Path) -> None:
    option, value = arguments
    places = {"{file}": str(register), "{folder}": str(tmp_path)}
    refused = evalueer(register, option, places.get(value, value), home=tmp_path)
    assert refused.exit_code == 2
    assert told in refused.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert evalueer(tmp_path / "nergens.jsonl", home=tmp_path).exit_code == 2
