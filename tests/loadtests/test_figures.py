import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app.evaluatie.questions import Over, Vraag
from app.evaluatie.soorten import SOORT
from app.lookup.question import Zoekvraag
from loadtests import figures, figures_page
from loadtests.bars import picture
from loadtests.figures import ONE_NAME, OURS, SELECT, Answers, Question, decided, form_of, quality

BASE = "trigrams"


def known(persoon: int, geboortedatum: str | None = None) -> Question:
    return Vraag("naam", Over.BEKEND, "x", geboortedatum, persoon=persoon), Zoekvraag("x")


def unknown(geboortedatum: str | None = None) -> Question:
    return Vraag("naam", Over.ONBEKEND, "x", geboortedatum), Zoekvraag("x")


DATE = "1990-01-02"
QUESTIONS = [known(1), known(2), known(3), unknown(), unknown(), known(4, DATE), unknown(DATE), unknown(DATE)]
OURS_SHOWN = [1, 2, None, 9, None, 4, None, None]
HITS = [(1, 30.0), (2, 20.0), (3, 10.0), (9, 20.0), (8, 15.0), (4, 11.0), (7, 12.0), (6, 2.0)]


def test_the_form_of_a_question() -> None:
    assert form_of(Vraag("naam+datum", Over.BEKEND, "x", DATE)) == "name and birth date"
    assert form_of(Vraag("voornaam+datum", Over.BEKEND, "x", DATE)) == "one name and birth date"
    assert set(SOORT) >= ONE_NAME
    assert form_of(Vraag("s", Over.BEKEND, "x", "1990")) == "name and year"
    assert form_of(Vraag("s", Over.BEKEND, "x", None, 1990)) == "name and year"
    assert form_of(Vraag("s", Over.BEKEND, "x")) == "name only"


def test_a_baseline_shows_as_many_unknown_persons_as_ours_in_each_form() -> None:
    # By name one is shown, as by ours; with a date ours shows none, and a baseline may show the least.
    assert decided(QUESTIONS, HITS, OURS_SHOWN) == [1, 2, None, 9, None, None, 7, None]


def test_what_is_counted() -> None:
    cards = [True, False, False, True, False, True, False, False]
    answers = {
        OURS: Answers([(one, 0.0) for one in OURS_SHOWN], [1.0] * 8, cards),
        SELECT: Answers([], [1.0] * 8, []),
        BASE: Answers(HITS, [1.0] * 8, []),
    }
    result = quality(QUESTIONS, answers)
    counted = {"known": 4, "right": {OURS: 3, BASE: 2}, "unknown": 4, "shown": {OURS: 1, BASE: 2}}
    assert result["kinds"] == {"naam": counted}
    assert result["forms"]["name and birth date"]["right"] == {OURS: 1, BASE: 0}
    assert result["cards"] == {"bekend": [0, 4], "onbekend": [1, 4]}


def result_of(persons: int, **changes: Any) -> dict[str, Any]:
    row = {"known": 40, "right": {OURS: 38, BASE: 30}, "unknown": 20, "shown": {OURS: 1, BASE: 1}}
    twins = {"known": 0, "right": {OURS: 0, BASE: 0}, "unknown": 10, "shown": {OURS: 0, BASE: 7}}
    return {
        "persons": persons,
        "seed": 1,
        "date": "2026-11-21",
        "command": f"python -m loadtests.figures --persons {persons}",
        "import": {"persons_per_second": 500.0, "baseline": 10_000.0},
        "on_street": persons - 10,
        "questions": 60,
        "missing": {"another": "it is not here"},
        "bytes": {OURS: 250.4, BASE: 99.0},
        "kinds": {"tweeling": twins, "naam+datum": row, "naam": row},
        "forms": {"name only": row},
        "cards": {"bekend": [0, 40], "tweeling": [1, 10]},
        "times": {OURS: [1.0, 6.0], SELECT: [0.1, 0.3], BASE: [20.0, 90.0]},
        "shell": {"files": 17, "packed": 22_000, "source": 80_000},
        **changes,
    }


def test_the_page_is_written_from_results(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    for persons in (100_000, 10_000):
        (tmp_path / "figures" / f"{persons}.json").write_text(json.dumps(result_of(persons)))
    written = figures_page.write_pages(tmp_path)
    text = (tmp_path / "figures.md").read_text()
    assert text.index("## 10,000 persons") < text.index("## 100,000 persons")
    assert "| naam+datum | **0.950** | 0.750 |" in text
    assert "| all kinds | **0.950** | 0.750 |" in text
    assert "| unknown, name only | 20 | 0.050 | 0.050 |" in text
    assert "| a twin of a registered person | 10 | 0.000 | 0.700 |" in text
    assert f"| {OURS} | 10.0 | 20.0 | 1.00 / 6.00 | 250 |" in text
    assert "Not measured: another, for it is not here." in text
    assert "0 of 40 about registered persons, 1 of 10 about twins" in text
    assert {path.name for path in written} == {"figures.md", "right-10000.svg", "right-100000.svg"}
    assert all(f"(figures/{path.name})" in text for path in written if path.suffix == ".svg")


def test_the_picture_is_svg_with_a_bar_for_each_figure() -> None:
    drawn = ET.fromstring(picture("a < b", {"naam & datum": {"ours": 1.0, "theirs": 0.5}, "naam": {"ours": 0.25}}))  # noqa: S314 - our own.
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert drawn.findtext("svg:title", namespaces=names) == "a < b"
    assert {"naam & datum", "naam", "ours", "theirs", "25.0 %"} <= {
        one.text for one in drawn.iterfind("svg:text", names)
    }
    widths = [one.get("width") for one in drawn.iterfind("svg:rect", names)]
    assert {"480.0", "240.0", "120.0"} <= set(widths)


def test_a_small_measurement_from_end_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "BASELINES", {"FTS5": figures.BASELINES["FTS5 trigram + rapidfuzz"]})
    command = ["figures", "--persons", "120", "--questions", "2", "--docs", str(tmp_path)]
    monkeypatch.setattr("sys.argv", command)
    figures.main()
    result = json.loads((tmp_path / "figures" / "120.json").read_text())
    assert set(result["times"]) == {OURS, SELECT, "FTS5"}
    assert sum(row["right"][OURS] for row in result["kinds"].values()) > 0
    assert "## 120 persons" in (tmp_path / "figures.md").read_text()
