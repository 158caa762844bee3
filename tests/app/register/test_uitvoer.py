"""What goes out comes in again: the same bytes, and tables that say the same, on both databases."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, select, update

from app.register.uitvoer import Uitvoer
from app.store.engines import Engines
from app.store.tables import metadata
from app.store.tables.formulier import deelcontact
from app.store.tables.register import abonnement, actie, contactpersoon, persoon
from app.store.transaction import transaction
from tests.app.register.builders import Register, Row, agreement, encode, person

# Tables that a migration fills, and those that hold what a file deliberately leaves out.
KEPT = {"aanpak", "regime", "actie", "regimetermijn", "zoekregels", "alembic_version"}
MOMENT = "2026-11-01T09:30:00.000Z"

DEEL: Row = {
    "organisatie": "GGZ Utrecht",
    "status": "bevestigd",
    "neemtDeel": True,
    "gevraagdOp": MOMENT,
    "bevestigdOp": MOMENT,
    "inlichtingen": [
        {"tekst": "Woont begeleid.", "delen": "straat", "aard": "feit", "bron": "dossier"},
        {"tekst": "Slaapt slecht.", "delen": "alleen_overleg", "aard": "oordeel", "bron": "behandelaar"},
    ],
    "contactpersonen": [
        {
            "naam": "A. Yilmaz",
            "telefoon": "+3197010000001",
            "bereikbaar": "altijd",
            "vervanger": {"naam": "C. Visser", "bereikbaar": "ma-vr 09:00-17:00"},
        },
        {"naam": "B. Bos", "functie": "behandelaar"},
    ],
}
BUREAU: Row = {
    "herkomst": "bureau",
    "status": "opgeschort",
    "reden": "Opgenomen tot het voorjaar.",
    "geopendOp": MOMENT,
    "zsmAdvies": {
        "datum": "2026-10-01",
        "doel": "Herhaling voorkomen.",
        "advies": "Vraag een reclasseringsadvies.",
        "criteria": {"context": True, "historie": "nvt"},
    },
    "formulier": [
        DEEL,
        {
            "organisatie": "Reclassering Utrecht",
            "status": "ingevuld",
            "neemtDeel": True,
            "gevraagdOp": MOMENT,
            "contactpersonen": [{"naam": "D. Smit"}],
        },
    ],
    "opStraat": [{"organisatie": "GGZ Utrecht", "tekst": "Woont begeleid.", "aard": "feit", "bron": "dossier"}],
    "veiligheidshuis": None,
    "veiligheidshuisVoluit": "Zorg- en Veiligheidshuis Eemland",
}


def exported(engine: Engine) -> list[bytes]:
    return list(Uitvoer(engine).lines())


@contextmanager
def emptied(engine: Engine) -> Iterator[Engine]:
    """The database without what a register puts in it."""
    with transaction(engine) as connection:
        for table in reversed(metadata.sorted_tables):
            if table.name not in KEPT:
                if table.name == "persoon":
                    connection.execute(update(persoon).values(samengevoegd_met=None))
                connection.execute(delete(table))
    yield engine


def test_everything_that_the_desk_says_comes_back(register_side: Register, engines: Engines) -> None:
    ended = [agreement(status="beeindigd", reden="Verhuisd."), agreement(status="beeindigd", einde="2027-01-01")]
    rows = [
        person("p-2", agreement(**BUREAU), aliassen=["Lange Jan"]),
        person("p-1", *ended, agreement(status="actief"), geboorte={"datum": "1994", "plaats": "Ede"}),
    ]
    assert register_side.take_in(*rows).nieuw == 2
    assert register_side.rejected == []
    first = exported(engines.read)
    assert [json.loads(line)["externId"] for line in first] == ["p-2", "p-1"]
    out = json.loads(first[0])["abonnementen"][0]
    told = {name: value for name, value in BUREAU.items() if value is not None}
    assert {name: out[name] for name in told} == told
    assert len(json.loads(first[1])["abonnementen"]) == 3
    cards = register_side.cards()
    with emptied(engines.write):
        assert register_side.take_in_lines(first).nieuw == 2
    assert register_side.rejected == []
    assert exported(engines.read) == first
    assert register_side.cards() == cards


def test_what_went_out_and_comes_in_again_changes_nothing(register_side: Register, engines: Engines) -> None:
    register_side.take_in(person("p-1", agreement(**BUREAU), agreement(aanpak="nazorg")))
    before = register_side.snapshot()
    result = register_side.take_in_lines(exported(engines.read))
    assert (result.gewijzigd, result.ongewijzigd, register_side.rejected) == (0, 1, [])
    after = register_side.snapshot()
    for row in (*before["persoon"], *after["persoon"]):
        row.pop("bron_digest")
    assert before == after


def test_whom_a_part_chose_comes_back_on_no_card_and_without_whoever_was_switched_off(
    register_side: Register, engines: Engines
) -> None:
    """What was chosen counts from the moment that the part is confirmed, here or there."""
    register_side.take_in(person("p-1", agreement(**BUREAU | {"status": "actief"})))
    with transaction(engines.write) as connection:
        connection.execute(update(contactpersoon).where(contactpersoon.c.naam == "B. Bos").values(actief=False))
    first, before = exported(engines.read), register_side.cards()
    with emptied(engines.write):
        register_side.take_in_lines(first)
    chosen = select(contactpersoon.c.naam).join(deelcontact).order_by(deelcontact.c.deel_id, deelcontact.c.volgorde)
    with engines.read.connect() as connection:
        assert connection.scalars(chosen).all() == ["A. Yilmaz", "D. Smit"]
    assert register_side.cards() == before
    assert b"Smit" not in json.dumps(before).encode()


def test_a_file_says_whom_a_part_chose_only_once(register_side: Register, engines: Engines) -> None:
    """Afterwards it is the organisation that says so, and a file of before is no reason to refuse a line."""
    register_side.take_in(person("p-1", agreement(**BUREAU)))
    before = register_side.rows(deelcontact)
    assert len(before) == 3
    other = BUREAU | {"formulier": [DEEL | {"contactpersonen": [{"naam": "E. Prins"}]}, BUREAU["formulier"][1]]}
    register_side.take_in(person("p-1", agreement(**other)))
    assert register_side.rejected == []
    assert register_side.rows(deelcontact) == before


def test_a_card_says_how_to_reach_somebody_before_a_part_does(register_side: Register) -> None:
    one = {"organisatie": "GGZ Utrecht", "naam": "B. Bos", "functie": "wijkverpleegkundige"}
    register_side.take_in(person("p-1", agreement(**BUREAU | {"contactpersonen": [one]})))
    known = [row["functie"] for row in register_side.rows(contactpersoon) if row["naam"] == "B. Bos"]
    assert known == ["wijkverpleegkundige"]


def test_who_has_nothing_or_is_somebody_else_is_counted(register_side: Register, engines: Engines) -> None:
    register_side.take_in(person("p-1"), person("p-2"))
    with transaction(engines.write) as connection:
        connection.execute(update(abonnement).where(abonnement.c.persoon_id == 2).values(persoon_id=1, aanpak="nazorg"))
        connection.execute(update(persoon).where(persoon.c.id == 2).values(samengevoegd_met=1))
    uitvoer = Uitvoer(engines.read)
    assert len(list(uitvoer.lines())) == 1
    assert (uitvoer.total(), uitvoer.personen, uitvoer.abonnementen, uitvoer.zonder_abonnement) == (2, 1, 2, 1)


def test_a_published_version_keeps_the_words_of_its_action(register_side: Register, engines: Engines) -> None:
    register_side.take_in(person("p-1"))
    with transaction(engines.write) as connection:
        connection.execute(update(actie).where(actie.c.code == "overleg_eerst").values(tekst="Bel eerst"))
    first = exported(engines.read)
    assert json.loads(first[0])["abonnementen"][0]["handelingskader"]["bewoording"]["tekst"] != "Bel eerst"
    cards = register_side.cards()
    with emptied(engines.write):
        register_side.take_in_lines(first)
    assert register_side.cards() == cards
    assert exported(engines.read) == first


# Letters and signs that HTML, a spreadsheet or SQL would trip over; a letter somewhere, for a name holds one.
TEXT = st.text("aé ü<=+'\"\\-", max_size=8).map(lambda text: f"x{text.strip()}")
DAY = st.dates(date(2025, 1, 1), date(2028, 12, 31)).map(date.isoformat)
STAMP = st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 31)).map(  # noqa: DTZ001 - made UTC in the text.
    lambda moment: moment.isoformat(timespec="milliseconds") + "Z"
)
ORGANISATIE = st.sampled_from(("GGZ Utrecht", "Reclassering Utrecht", "ZVH Utrecht", "=HYPERLINK(1)"))


def row(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(required, optional=optional)


REGEL = {"tekst": TEXT, "aard": st.sampled_from(("feit", "oordeel")), "bron": TEXT}
FORMULIERDEEL = row(
    {
        "organisatie": ORGANISATIE,
        "status": st.sampled_from(("open", "ingevuld", "bevestigd", "teruggestuurd")),
        "gevraagdOp": STAMP,
    },
    {
        "neemtDeel": st.booleans(),
        "vraag": TEXT,
        "bezwaar": TEXT,
        "herinnerdOp": STAMP,
        "ingevuldOp": STAMP,
        "bevestigdOp": STAMP,
        "inlichtingen": st.lists(
            row(REGEL | {"delen": st.sampled_from(("straat", "zsm", "alleen_overleg"))}, {}), max_size=3
        ),
        "contactpersonen": st.lists(
            row({"naam": TEXT}, {"telefoon": st.just("+31301234567")}), max_size=2, unique_by=lambda wie: wie["naam"]
        ),
    },
)
CRITERIA = row(
    {}, {"context": st.just(True), "juridischeTaal": st.just(True), "historie": st.sampled_from(("ja", "nvt"))}
)
ADVIES = row({"datum": DAY, "doel": TEXT, "advies": TEXT}, {"context": TEXT, "historie": TEXT, "criteria": CRITERIA})
KADER = row(
    {"actie": st.sampled_from(("overleg_eerst", "naar_zorg")), "kern": TEXT},
    {"regels": st.lists(TEXT, max_size=3), "casusoverleg": DAY, "vastgesteldDoor": TEXT},
)
BEJEGENING = row({"kern": TEXT}, {"ziet": TEXT, "betekent": TEXT, "doen": st.lists(TEXT), "nietDoen": st.lists(TEXT)})
ABONNEMENT = row(
    {
        "aanpak": st.sampled_from(("levensloop", "nazorg", "lokale_pga")),
        "status": st.sampled_from(("concept", "opgeschort", "beeindigd", "actief")),
    },
    {
        "veiligheidshuis": st.sampled_from(("Utrecht", "ZVH Eemland")),
        "veiligheidshuisVoluit": st.sampled_from(("Huis van Zorg", "ZVH Utrecht")),
        "gemeente": st.sampled_from(("Utrecht", "Zeist")),
        "gemeenteVoluit": st.just("Stad Utrecht"),
        "doel": TEXT,
        "start": DAY,
        "toetsenVoor": DAY,
        "herkomst": st.sampled_from(("bestand", "bureau")),
        "reden": TEXT,
        "geopendOp": STAMP,
        "handelingskader": KADER,
        "bejegening": BEJEGENING,
        "zsmAdvies": ADVIES,
        "formulier": st.lists(FORMULIERDEEL, max_size=3, unique_by=lambda deel: deel["organisatie"]),
        "opStraat": st.lists(row(REGEL | {"organisatie": ORGANISATIE}, {}), max_size=2),
        "contactpersonen": st.lists(
            row({"organisatie": ORGANISATIE, "naam": TEXT}, {"telefoon": st.just("+31301234567")}),
            max_size=2,
            unique_by=lambda wie: (wie["organisatie"], wie["naam"]),
        ),
    },
)
PERSOON = row(
    {"geslachtsnaam": TEXT},
    {
        "voornamen": TEXT,
        "roepnaam": TEXT,
        "voorvoegsel": st.just("van der"),
        "aliassen": st.lists(TEXT, max_size=2, unique=True),
        "geboorte": row({}, {"datum": st.sampled_from(("1990", "1990-05", "1990-05-17")), "plaats": TEXT}),
        "geslacht": st.sampled_from(("man", "vrouw", "onbekend")),
    },
)
PERSONEN = st.lists(st.tuples(PERSOON, st.lists(ABONNEMENT, min_size=1, max_size=4)), min_size=1, max_size=3)


@settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(rows=PERSONEN)
def test_whatever_is_taken_in_comes_out_and_goes_in_again(
    register_side: Register, engines: Engines, rows: list[tuple[Row, list[Row]]]
) -> None:
    lines = encode(
        {"externId": f"p-{number}", "persoon": persoon, "abonnementen": abonnementen}
        for number, (persoon, abonnementen) in enumerate(rows)
    )
    with emptied(engines.write):
        taken = register_side.take_in_lines(lines)
    first, counted = exported(engines.read), {name: len(rows) for name, rows in register_side.snapshot().items()}
    assert len(first) == taken.nieuw
    with emptied(engines.write):
        register_side.take_in_lines(first)
    assert register_side.rejected == []
    assert exported(engines.read) == first
    assert {name: len(rows) for name, rows in register_side.snapshot().items()} == counted
