import json
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app.evaluatie.meten import Gemeten
from app.evaluatie.questions import OTHERS, Over, Vraag
from app.evaluatie.soorten import SOORT
from app.evaluatie.tally import Uitslag
from app.evaluatie.verslag import uitslag_as_json
from app.lookup.answer import Uitkomst
from app.lookup.question import Zoekvraag, read_zoekvraag
from loadtests import figures, figures_measure, figures_page
from loadtests.bars import picture
from loadtests.bench_baselines import Hits
from loadtests.curves import curves
from loadtests.figures_compare import OURS, Question, decided, form_of, shown_by_ours
from loadtests.figures_goals import GARBLED_WITH_DATE, GOALS, WRONG_DATE, goal_rows, growth, level_with
from loadtests.figures_measure import SELECT, in_proportion

BASE = "trigrams"
DATE = "1990-01-02"


def read(naam: str | None, geboortedatum: str | None = None, ongeveer: int | None = None) -> Zoekvraag:
    return read_zoekvraag(
        naam=naam, geboortedatum=geboortedatum, geboortejaar_ongeveer=ongeveer, vandaag=date(2026, 11, 21)
    )


def about(over: Over, geboortedatum: str | None = None, persoon: int | None = None) -> Question:
    return Question(
        Vraag("naam", over, "jan jansen", geboortedatum, persoon=persoon), read("jan jansen", geboortedatum)
    )


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        (read("jan jansen", DATE), "name and birth date"),
        (read("jansen", DATE), "one name and birth date"),
        (read("jan jansen 2-1-1990"), "name and birth date"),
        (read("jan jansen", "1990"), "name and year"),
        (read("jan jansen", None, 1990), "name and year"),
        (read("jan jansen"), "name only"),
    ],
)
def test_the_form_of_a_question(asked: Zoekvraag, form: str) -> None:
    assert form_of(asked) == form


def test_every_part_of_the_questions_holds_each_kind_in_its_share() -> None:
    questions = [Vraag("a", Over.BEKEND, str(number)) for number in range(60)]
    questions += [Vraag("b", Over.ONBEKEND, str(number)) for number in range(20)]
    ordered = in_proportion(questions)
    assert sorted(ordered, key=str) == sorted(questions, key=str)
    for length in (8, 20, 40):
        assert abs(sum(one.soort == "b" for one in ordered[:length]) - length / 4) <= 1


def test_a_baseline_shows_as_many_unknown_persons_as_ours_in_each_form() -> None:
    known = [about(Over.BEKEND, persoon=number) for number in (1, 2, 3)]
    unknown = [about(Over.ONBEKEND), about(Over.ONBEKEND)]
    dated = [about(Over.BEKEND, DATE, 4), about(Over.ONBEKEND, DATE), about(Over.ONBEKEND, DATE)]
    questions = [*known, *unknown, *dated]
    shown = [(1,), (2,), (), (9,), (), (4,), (), ()]
    ours = [Gemeten(one.vraag, Uitkomst.KAART, who) for one, who in zip(questions, shown, strict=True)]
    hits: list[Hits] = [
        ((1, 30.0), (5, 25.0), (6, 3.0)),
        ((2, 20.0),),
        ((3, 10.0),),
        ((9, 20.0),),
        ((8, 15.0),),
        ((4, 11.0),),
        ((7, 12.0),),
        (),
    ]
    # By name one is shown, as by ours; with a date ours shows none, and a baseline may show the least.
    may_show = shown_by_ours(questions, ours)
    assert may_show == {"name only": 1, "name and birth date": 1}
    answers = decided(questions, hits, may_show)
    assert [answer.getoond for answer in answers] == [(1, 5), (2,), (), (9,), (), (), (7,), ()]
    assert [answer.uitkomst for answer in answers][:3] == [Uitkomst.KANDIDATEN, Uitkomst.KANDIDATEN, Uitkomst.ONBEKEND]


def answers_of(right: int, asked: int = 10) -> list[Gemeten]:
    """Of each of two kinds, so many right of so many; and one of two twins answered with the other's card."""
    found = []
    for soort in ("naam+datum", "naam"):
        for number in range(asked):
            shown = (1,) if number < right else ()
            found.append(Gemeten(Vraag(soort, Over.BEKEND, "x", persoon=1), Uitkomst.KANDIDATEN, shown, 0.9, 1.0))
        found.append(Gemeten(Vraag(soort, Over.ONBEKEND, "x"), Uitkomst.ONBEKEND, ms=1.0))
    twin = Vraag("tweeling", Over.TWEELING, "x", DATE, persoon=1)
    return [*found, Gemeten(twin, Uitkomst.KAART, (1,), 0.9, 1.0), Gemeten(twin, Uitkomst.ONBEKEND, ms=1.0)]


def result_of(persons: int, *, right: int = 10, baseline: int = 7, **changes: Any) -> dict[str, Any]:
    ours, base = (uitslag_as_json(Uitslag.of(answers_of(count))) for count in (right, baseline))
    settings = {name: {OURS: ours, BASE: base} for name in ("as ours", "0.03", "0.05")}
    return {
        "command": f"python -m loadtests.figures --persons {persons}",
        "code": "0123456789abcdef",
        "persons": persons,
        "seed": 1,
        "each": 10,
        "date": "2026-11-21",
        "minutes": 3.2,
        "import": {"persons_per_second": 500.0, "baseline": 10_000.0},
        "add": {"street": [3.0, 6.0], "import": [12.0, 20.0]},
        "on_street": persons - 10,
        "questions": 24,
        "missing": {"another": "it is not here"},
        "bytes": {OURS: 250.4, BASE: 99.0},
        "ours": ours,
        "at_share": {"0.05": {"drempel": 0.2, "alleSoorten": ours["alleSoorten"]}},
        "compared": {"questions": 24, "forms": {"name only": 24}, "systems": settings},
        "times": {OURS: [0.8 if persons < 1_000_000 else 1.6, 6.0], SELECT: [0.1, 0.3], BASE: [20.0, 90.0]},
        "shell": {"files": 17, "packed": 22_000, "source": 80_000},
        **changes,
    }


def test_goals_count_at_their_size_and_are_told_at_the_others() -> None:
    rows = {row[0]: row[1:] for row in goal_rows(result_of(100_000))}
    assert rows["right at 1, all kinds evenly"] == ["≥ 0.92", "1.000", "yes"]
    assert rows["twins answered with the other's card"] == ["≤ 0.05", "0.500", "no"]
    assert rows["a question, p50, ms"] == ["≤ 1", "0.80", "(yes at this size)"]
    assert rows["kinds in which it is at least level with both baselines"] == ["all", "2 of 2", "yes"]
    # What was not asked is not told.
    assert "... a sound-alike" not in rows
    large = {row[0]: row[1:] for row in goal_rows(result_of(1_000_000))}
    assert large["a question, p50, ms"] == ["≤ 1", "1.60", "no"]
    assert large["adding a person to the street, p50, ms"] == ["≤ 5", "3.0", "yes"]
    assert large["right at 1 when 5 % of the unknown show anybody"] == ["≥ 0.85", "1.000", "yes"]


def test_every_goal_is_about_kinds_that_are_asked() -> None:
    assert len({goal.text for goal in GOALS}) == len(GOALS)
    assert {*GARBLED_WITH_DATE, *WRONG_DATE} <= set(SOORT)
    everything = [Gemeten(Vraag(name, Over.BEKEND, "x", persoon=1), Uitkomst.KAART, (1,)) for name in SOORT]
    everything += [Gemeten(Vraag(name, Over.ONBEKEND, "x"), Uitkomst.ONBEKEND) for name in SOORT]
    everything += [Gemeten(Vraag(over, over, "x", persoon=1), Uitkomst.ONBEKEND) for over in OTHERS]
    result = result_of(100_000, ours=uitslag_as_json(Uitslag.of(everything)))
    assert [goal.text for goal in GOALS if goal.measure(result) is None] == []


def test_where_a_baseline_is_better_it_says_by_how_much() -> None:
    level, asked, below = level_with(result_of(100_000, right=8, baseline=9))
    assert (level, asked) == (0, 2)
    assert below == ["naam+datum (8 against 9 of 10)", "naam (8 against 9 of 10)"]


def test_growth_takes_both_ends() -> None:
    assert growth([result_of(10_000)]) is None
    assert growth([result_of(10_000), result_of(1_000_000)]) == 2.0


def test_the_page_is_written_from_results(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    for persons in (1_000_000, 10_000):
        (tmp_path / "figures" / f"{persons}.json").write_text(json.dumps(result_of(persons)))
    (tmp_path / "figures" / "50.json").write_text('{"persons": 50, "kinds": {}}')
    written = figures_page.write_pages(tmp_path)
    text = (tmp_path / "figures.md").read_text()
    assert text.index("## 10,000 persons") < text.index("## 1,000,000 persons")
    assert "## 50 persons" not in text, "results of another shape are passed over"
    assert "| naam+datum | **1.000** | 0.700 |" in text
    assert "| all kinds evenly | **1.000** | 0.700 |" in text
    assert "| 5 % of the unknown | trigrams | 0.700 |" in text
    assert "| tweeling | 2 | 0.500 | 0.500 | 0.500 |" in text
    assert f"| {OURS} | 8.0 | 20.0 | 0.80 / 6.00 | 250 |" in text
    assert "takes 2.0 times as long at p50" in text
    assert "Not measured: another, for it is not here." in text
    assert "To bring one new person to the street took 3.0 ms" in text
    assert "goes\n20 times as fast" in text
    drawn = {path.name for path in written if path.suffix == ".svg"}
    sizes = {f"{what}-{persons}.svg" for what in ("right", "families") for persons in (10_000, 1_000_000)}
    assert drawn == sizes | {"quality.svg", "time.svg"}
    assert all(f"(figures/{name})" in text for name in drawn)
    assert all(ET.fromstring((tmp_path / "figures" / name).read_text()) is not None for name in drawn)  # noqa: S314 - our own.


def test_an_import_that_was_broken_off_says_nothing_of_its_speed(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "90.json").write_text(json.dumps(result_of(90, **{"import": None})))
    figures_page.write_pages(tmp_path)
    assert "persons a second" not in (tmp_path / "figures.md").read_text()


def test_without_results_there_is_a_page_nevertheless(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    assert figures_page.write_pages(tmp_path) == [tmp_path / "figures.md"]


def test_the_picture_is_svg_with_a_bar_for_each_figure() -> None:
    drawn = ET.fromstring(picture("a < b", {"naam & datum": {"ours": 1.0, "theirs": 0.5}, "naam": {"ours": 0.25}}))  # noqa: S314 - our own.
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert drawn.findtext("svg:title", namespaces=names) == "a < b"
    assert {"naam & datum", "naam", "ours", "theirs", "25.0 %"} <= {
        one.text for one in drawn.iterfind("svg:text", names)
    }
    widths = [one.get("width") for one in drawn.iterfind("svg:rect", names)]
    assert {"480.0", "240.0", "120.0"} <= set(widths)


@pytest.mark.parametrize("powers", [True, False])
@pytest.mark.parametrize("sizes", [(10_000,), (10_000, 1_000_000)])
def test_curves_are_svg_with_a_line_a_name(powers: bool, sizes: tuple[int, ...]) -> None:  # noqa: FBT001 - a parameter.
    lines = {name: [(persons, 0.5) for persons in sizes] for name in ("ours & theirs", "other")}
    drawn = ET.fromstring(curves("a < b", lines, powers=powers))  # noqa: S314 - our own.
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert {"a < b", "ours & theirs", "other", "10,000"} <= {one.text for one in drawn.iterfind("svg:text", names)}
    assert len(drawn.findall("svg:circle", names)) == 2 * len(sizes)


@pytest.fixture
def only_fts5(monkeypatch: pytest.MonkeyPatch) -> None:
    one = {"FTS5": figures_measure.BASELINES["FTS5 trigram + rapidfuzz"]}
    monkeypatch.setattr(figures_measure, "BASELINES", one)


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> None:
    asked = ["figures", "--docs", str(folder), "--work", str(folder / "work"), *arguments]
    monkeypatch.setattr("sys.argv", asked)
    figures.main()


def test_a_small_measurement_from_end_to_end(only_fts5: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nobody changes the code while this test runs; but if somebody does, that is no matter here.
    monkeypatch.setattr(figures, "MEASURED", ())
    run(monkeypatch, tmp_path, "--persons", "150", "--questions", "2", "--keep")
    file = tmp_path / "figures" / "150.json"
    result = json.loads(file.read_text())
    assert set(result["times"]) == {OURS, SELECT, "FTS5"}
    assert result["ours"]["soorten"]["naam+datum"]["aandelen"]["eerste"] == 1.0
    assert result["compared"]["questions"] > 100
    assert "## 150 persons" in (tmp_path / "figures.md").read_text()
    # The same code and the same questions: nothing is measured anew.
    before = file.stat().st_mtime_ns
    run(monkeypatch, tmp_path, "--persons", "150", "--questions", "2")
    assert file.stat().st_mtime_ns == before
    # Other questions, on the register that was kept; the baselines get no time at all.
    run(monkeypatch, tmp_path, "--persons", "150", "--questions", "1", "--baseline-minutes", "0")
    again = json.loads(file.read_text())
    assert again["each"] == 1
    assert again["compared"]["questions"] == 0
    assert not (tmp_path / "work" / "150-1").exists()


def test_a_register_of_other_rules_is_filled_anew(
    only_fts5: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work" / "120-1"
    folder.mkdir(parents=True)
    (folder / "veldwijzer.db").write_bytes(b"of another time")
    run(monkeypatch, tmp_path, "--persons", "120", "--questions", "1", "--baseline-minutes", "0")
    assert (tmp_path / "figures" / "120.json").exists()


@pytest.mark.parametrize("wrong", [("--persons", "0"), ("--questions", "0"), ("--baseline-minutes", "-1")])
def test_nonsense_is_refused(wrong: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, tmp_path, *wrong)


def test_progress_is_told_every_tenth() -> None:
    told: list[str] = []
    progress = figures.Progress(1000, told.append)
    for _ in range(100):
        progress(10)
    assert len(told) == 10
    assert told[-1].endswith("100 %")
