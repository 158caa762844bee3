"""The CSV of an organisation: safe for a spreadsheet, exact there and back, and taken in whole or not at all."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.rules import Rol
from app.contactpersonen import bestand
from app.contactpersonen.inlezen import Proef, export, read_ahead, read_in, try_out
from app.contactpersonen.opgave import Opgave
from app.contactpersonen.wijzigen import make_contactpersoon
from app.errors import IntussenGewijzigd, InvalidInput
from app.register.model import Uitzondering
from tests.app.contactpersonen.conftest import ANNA, BEN, Ggz
from tests.bureau import make_caller

NEW = "+3197010999999"


@given(st.text(alphabet="'=+-@\t\ra1 ;\"", max_size=8))
def test_a_cell_comes_back_as_it_was_and_is_never_a_formula(text: str) -> None:
    assert bestand.unescape(bestand.escape(text)) == text
    assert not bestand.escape(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["'t Hoen", "''s-Gravenhage", "O'Brien", "S. de Wit", ""])
def test_a_name_keeps_its_own_apostrophe(text: str) -> None:
    assert (bestand.escape(text), bestand.unescape(text)) == (text, text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("030-123 45 67", "+31301234567"),
        ("(030) 1234567", "+31301234567"),
        ("0031 30 1234567", "+31301234567"),
        ("31301234567", "+31301234567"),
        ("+31 30 1234567", "+31301234567"),
        ("06\u20111234 5678", "+31612345678"),
        ("112", "112"),
        ("3,13E+10", "3,13E+10"),
        ("toestel 12", "toestel 12"),
        ("", ""),
    ],
)
def test_dutch_numbers_become_international(typed: str, number: str) -> None:
    assert bestand.international(typed) == number


def look(ggz: Ggz, text: str) -> Proef:
    return ggz.core.bureau.vooruit(ggz.caller, lambda inzien: try_out(inzien, text))


def take_in(ggz: Ggz, text: str, stand: str | None = None) -> Proef:
    known = stand or look(ggz, text).stand
    ahead = ggz.core.bureau.vooruit(ggz.caller, lambda inzien: read_ahead(inzien, text))
    taken: Proef = ggz.do(lambda werk: read_in(werk, text, known, ahead))
    return taken


def out(ggz: Ggz) -> str:
    return ggz.core.bureau.vooruit(ggz.caller, export)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def fill(ggz: Ggz) -> None:
    ggz.fill(30, ANNA, BEN)
    periods = (Uitzondering("2026-12-28", "2026-12-31"), Uitzondering("2027-01-04", "2027-01-04", "ma 10:00-12:00"))
    for opgave in (
        Opgave("=HYPERLINK(1)", functie="@cmd", email="-a@b.nl", uitzonderingen=periods),
        Opgave('\'+x; "y"', bereikbaar="ma-vr 08:30-17:00; za 10:00-14:00", op_feestdagen=True),
        Opgave("'t Hoen", vervanger_id=ggz.row("Ben Smit").id),
        Opgave("Ben Smit", telefoon="+3197010000003"),
    ):
        ggz.do(lambda werk, opgave=opgave: make_contactpersoon(werk, opgave))


def test_out_and_in_again_changes_nothing(ggz: Ggz) -> None:
    fill(ggz)
    text = out(ggz)
    assert text.startswith("\ufeffnummer;naam;")
    cells = [cell for row in table(text) for cell in row.values()]
    assert "'+3197010000001" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    proef = take_in(ggz, text)
    assert {regel.wat for regel in proef.regels} == {"ongewijzigd"}
    assert out(ggz) == text


def test_into_another_organisation_everything_is_new_and_the_same(ggz: Ggz) -> None:
    ggz.do(lambda werk: make_contactpersoon(werk, Opgave("Cor", telefoon=NEW)))
    ggz.do(lambda werk: make_contactpersoon(werk, Opgave("'+x", vervanger_id=ggz.row("Cor").id)))
    rows = [{name: cell for name, cell in row.items() if name != "nummer"} for row in table(out(ggz))]
    before = [(ggz.row(naam).telefoon, ggz.row(naam).vervanger_id is None) for naam in ("Cor", "'+x")]
    other = Ggz(ggz.core, _elsewhere(ggz))
    body = "\r\n".join([";".join(rows[0]), *(";".join(row.values()) for row in rows)])
    proef = take_in(other, body)
    assert (proef.count("nieuw"), proef.kaarten) == (2, 0)
    again = table(out(other))
    assert [row["naam"] for row in again] == [row["naam"] for row in table(out(ggz))]
    assert [row["vervanger"] for row in again] == ["Cor", ""]
    assert before == [(NEW, True), (None, False)]


def _elsewhere(ggz: Ggz) -> Any:

    return make_caller(ggz.core, Rol.PARTNER, naam="elders", van="Reclassering Utrecht")


def test_a_trial_says_per_line_what_would_happen_and_does_nothing(ggz: Ggz) -> None:
    ggz.fill(2, ANNA, BEN)
    number = ggz.row("Ben Smit").id
    text = (
        "nummer;naam;telefoon;bereikbaar\n"
        f"{number};Ben Smit;{NEW};altijd\n"
        ";Anna Vos;+3197010000001;ma-vr 08:30-17:00\n"
        "\n"
        ";Cor;soms;morgen\n"
        "999;Dirk;;\n"
        ";Eva;030 1234567;\n"
        f"{number};Ben;;\n"
    )
    before = out(ggz)
    proef = look(ggz, text)
    assert [(regel.regel, regel.wat, regel.velden) for regel in proef.regels] == [
        (2, "wijzigt", ["telefoon"]),
        (3, "ongewijzigd", []),
        (5, "fout", []),
        (6, "fout", []),
        (7, "nieuw", []),
        (8, "fout", ["naam", "telefoon", "bereikbaar"]),
    ]
    assert [kolom for regel in proef.regels for kolom, _ in regel.fouten] == [
        "telefoon",
        "bereikbaar",
        "nummer",
        "naam",
    ]
    assert not any("soms" in reden for regel in proef.regels for _, reden in regel.fouten)
    with pytest.raises(InvalidInput) as refused:
        take_in(ggz, text)
    assert refused.value.errors[0].pointer == "#/regels/5/telefoon"
    assert out(ggz) == before


def test_a_trial_shows_that_an_older_file_puts_the_former_number_back(ggz: Ggz) -> None:
    ggz.fill(2, ANNA, BEN)
    older = out(ggz)
    ggz.change("Anna Vos", telefoon=NEW, op_feestdagen=True)
    (regel,) = (regel for regel in look(ggz, older).regels if regel.wat == "wijzigt")
    assert [(each.veld, each.was, each.wordt) for each in regel.verschillen] == [
        ("telefoon", NEW, "+3197010000001"),
        ("op_feestdagen", "ja", "nee"),
    ]


def test_a_trial_names_a_deputy_also_when_he_is_new(ggz: Ggz) -> None:
    ggz.fill(2, ANNA, BEN)
    for lines, wordt in (("Anna Vos;Ben Smit\n", "Ben Smit"), ("Anna Vos;Cor\nCor;\n", "Cor")):
        (regel,) = (regel for regel in look(ggz, f"naam;vervanger\n{lines}").regels if regel.wat == "wijzigt")
        assert [(each.veld, each.was, each.wordt) for each in regel.verschillen] == [("vervanger_id", "", wordt)]


def test_all_of_it_at_once_on_every_card(ggz: Ggz) -> None:
    ggz.fill(30, ANNA, BEN)
    text = out(ggz).replace("'+3197010000001", NEW).replace("'+3197010000002", "0031 97010888888")
    done = take_in(ggz, text + ";Cor;;;;;nee;;;ja\r\n")
    assert (done.count("wijzigt"), done.count("nieuw"), done.kaarten) == (2, 1, 30)
    assert ggz.called() == [[NEW, "+3197010888888"]] * 30
    told = {"organisatie": ggz.caller.organisatie_id, "nieuw": 1, "gewijzigd": 2, "kaarten": 30}
    assert ggz.events("contactpersonen_ingelezen") == [told]


def test_a_deputy_by_name_also_when_he_is_new(ggz: Ggz) -> None:
    ggz.fill(30, ANNA)
    number = ggz.row("Anna Vos").id
    take_in(ggz, f"nummer;naam;vervanger\n{number};Anna Vos;Cor\n;Cor;Dirk\n;Dirk;\n")
    assert ggz.called("naam") == [["Anna Vos", "Cor", "Dirk"]] * 30
    for wrong in ("Cor;Anna Vos", "Dirk;Cor", "Anna Vos;Anna Vos", "Anna Vos;Onbekend"):
        assert look(ggz, f"naam;vervanger\n{wrong}\n").regels[0].fouten, wrong
    # A column that is not there changes nothing.
    assert look(ggz, "naam;functie\nAnna Vos;\n").regels[0].wat == "ongewijzigd"


def test_what_changed_since_the_trial_is_not_written_over(ggz: Ggz) -> None:
    ggz.fill(2)
    text = out(ggz).replace("'+3197010000001", NEW)
    stand = look(ggz, text).stand
    ggz.change("Anna Vos", functie="intussen")
    with pytest.raises(IntussenGewijzigd):
        take_in(ggz, text, stand)
    with pytest.raises(IntussenGewijzigd):
        take_in(ggz, text + " ", look(ggz, text).stand)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "telefoon\n1\n",
        "naam;naam\na;b\n",
        "naam;onbekend\na;b\n",
        "naam,telefoon\na,b\n",
        "naam\na;b\n",
        'naam\n"a"b\n',
        "naam\n" + "a\n" * 2001,
    ],
)
def test_what_is_no_table_is_refused(ggz: Ggz, text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        look(ggz, text)
    assert [error.pointer for error in refused.value.errors] == ["#/bestand"]


@pytest.mark.parametrize(
    ("kolom", "cell"),
    [
        ("naam", ""),
        ("naam", "x" * 121),
        ("naam", "12"),
        ("naam", "a\u202eb"),
        ("email", "geen adres"),
        ("op feestdagen", "soms"),
        ("in gebruik", "nee"),
        ("uitzonderingen", "kerst"),
        ("uitzonderingen", "2026-12-31 t/m 2026-12-28: niet bereikbaar"),
        ("uitzonderingen", "2026-02-30: niet bereikbaar"),
        ("uitzonderingen", "2026-12-28: soms"),
        ("nummer", "1 of 2"),
    ],
)
def test_a_cell_that_is_wrong_is_named(ggz: Ggz, kolom: str, cell: str) -> None:
    cells = {"naam": "Cor", kolom: cell}
    (regel,) = look(ggz, f"{';'.join(cells)};functie\n{';'.join(cells.values())};regisseur\n").regels
    assert [each for each, _ in regel.fouten] == [kolom]
