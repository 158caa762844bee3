import json

from app.evaluatie.bewaard import Herkomst
from app.evaluatie.meten import Gemeten, drempel_bij
from app.evaluatie.questions import Over, Vraag
from app.evaluatie.tally import Uitslag
from app.evaluatie.toevoegen import Toegevoegd
from app.evaluatie.verslag import Meting, lines
from app.lookup.answer import Uitkomst

KAART, KANDIDATEN, ONBEKEND, VERFIJN = Uitkomst.KAART, Uitkomst.KANDIDATEN, Uitkomst.ONBEKEND, Uitkomst.VERFIJN


def about(over: Over, soort: str = "naam") -> Vraag:
    return Vraag(soort, over, "x", persoon=None if over in (Over.ONBEKEND, Over.MET_NAAMGENOOT) else 1)


ANSWERS = [
    Gemeten(about(Over.BEKEND), KAART, (1,), 0.99, 1.0),
    Gemeten(about(Over.BEKEND), KANDIDATEN, (2, 1), 0.9, 2.0),
    Gemeten(about(Over.BEKEND), KAART, (3,), 0.96, 3.0),
    Gemeten(about(Over.BEKEND), VERFIJN, ms=4.0),
    Gemeten(about(Over.ONBEKEND), KANDIDATEN, (2,), 0.6, 5.0),
    Gemeten(about(Over.ONBEKEND), VERFIJN, ms=6.0),
    Gemeten(about(Over.ONBEKEND), None),
    Gemeten(about(Over.MET_NAAMGENOOT), KANDIDATEN, (2,), 0.9, 7.0),
    Gemeten(about(Over.BEKEND, "naam+datum"), KAART, (1,), 0.99, 8.0),
    Gemeten(about(Over.TWEELING, "tweeling"), KAART, (1,), 0.99, 9.0),
    Gemeten(about(Over.TWEELING, "tweeling"), KANDIDATEN, (1,), 0.9, 10.0),
]


def test_what_is_counted() -> None:
    uitslag = Uitslag.of(ANSWERS)
    naam = uitslag.per_soort["naam"]
    assert (naam.bekend, naam.eerste, naam.in_drie, naam.kaart, naam.verfijn, naam.anderen) == (4, 1, 2, 2, 1, 2)
    assert (naam.onbekend, naam.onbekend_getoond, naam.geweigerd) == (3, 1, 1)
    assert (naam.met_naamgenoot, naam.met_naamgenoot_getoond) == (1, 1)
    assert naam.verkeerde_kaart == 1
    twins = uitslag.anderen["tweeling"]
    assert (twins.onbekend, twins.onbekend_getoond, twins.verkeerde_kaart) == (2, 2, 1)
    assert uitslag.ms() == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]


def test_one_kind_counts_once_however_often_it_was_asked() -> None:
    uitslag = Uitslag.of(ANSWERS)
    assert uitslag.evenly("eerste") == (1 / 4 + 1) / 2
    assert uitslag.evenly("eerste", ["naam"]) == 1 / 4
    # Nobody unknown was asked for by name and date, so that kind has no say in it.
    assert uitslag.evenly("onbekende getoond") == 1 / 3
    assert uitslag.evenly("eerste", ["naam klank"]) is None
    assert uitslag.families() == {"naam en geboortedatum": ["naam+datum"], "alleen een naam": ["naam"]}


def test_a_threshold_lets_no_more_unknown_persons_bring_somebody_up() -> None:
    shown = [Gemeten(about(Over.ONBEKEND), KANDIDATEN, (2,), kans) for kans in (0.9, 0.8, 0.7)]
    rare = [Gemeten(about(Over.ONBEKEND, "alias"), KANDIDATEN, (2,), 0.75)]
    nobody = [Gemeten(about(Over.ONBEKEND, soort), ONBEKEND) for soort in ("naam", "alias")]
    answers = [*shown, *rare, *nobody]
    for share in (0.0, 0.1, 0.25, 0.5, 0.9):
        drempel = drempel_bij(answers, share)
        found = Uitslag.of(answer.vanaf(drempel) for answer in answers)
        # Each of the two kinds weighs the same: one of four, and one of two.
        assert (found.evenly("onbekende getoond") or 0) <= share
    assert drempel_bij(answers, 0.125) == drempel_bij(answers, 0.2) > 0.8
    assert drempel_bij(answers, 1.0) == 0.0
    # Twins and namesakes do not count.
    assert drempel_bij(ANSWERS[-2:], 0.0) == 0.0


def meting_of(answers: list[Gemeten], **changes: object) -> Meting:
    herkomst = Herkomst("register.jsonl", "0" * 64, 0.1, 1, 1, "0004", 100, 10.0, klaar=True)
    values = {"herkomst": herkomst, "per_soort": 4, "op_straat": 90, "uitslag": Uitslag.of(answers)}
    costs = {"bytes_per_persoon": 250.4, "toegevoegd": Toegevoegd([20.0, 30.0], [2.0, 3.0]), "bij_aandeel": {}}
    return Meting(**{**values, **costs, **changes})  # type: ignore[arg-type]


def test_the_report() -> None:
    text = "\n".join(lines(meting_of(ANSWERS, bij_aandeel={0.05: (0.2, Uitslag.of(ANSWERS))})))
    assert "| naam | 4 + 3 | 0.250 | 0.500 | 0.500 | 0.250 | 0.500 | 0.333 | 1.000 | 0.125 |" in text
    assert "| **alle soorten, elk even zwaar** | 2 soorten | 0.625 |" in text
    assert "tweeling: 2 vragen, 2 keer iemand getoond, 1 keer de kaart van de ander" in text
    assert "1 vragen zijn geweigerd" in text
    assert "als 5% van de onbekenden iemand te zien geeft (drempel 0.200): eerste 0.625" in text
    assert "250 bytes" in text
    assert "een persoon op straat brengen: p50 3.0 ms, p99 3.0 ms" in text
    assert "een persoon inlezen, helemaal: p50 30.0 ms" in text
    assert "100 personen ingelezen, 10 per seconde" in text


def test_the_report_for_machines_is_json() -> None:
    value = json.loads(json.dumps(meting_of(ANSWERS, bytes_per_persoon=None, toegevoegd=Toegevoegd([], [])).as_json()))
    assert value["soorten"]["naam"]["aantallen"]["eerste"] == 1
    assert value["soorten"]["naam"]["aandelen"]["eerste"] == 0.25
    assert value["alleSoorten"]["eerste"] == 0.625
    assert value["families"]["alleen een naam"]["eerste"] == 0.25
    assert value["msPerVraag"] == {"p50": 6.0, "p99": 10.0}
    assert value["bytesPerPersoon"] is None
    assert value["msPerToevoeging"] == {"import": None, "straat": None}


def test_nothing_asked_is_no_error() -> None:
    assert any("0 vragen" in line for line in lines(meting_of([])))
