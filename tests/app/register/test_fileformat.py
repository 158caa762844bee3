"""Which lines are taken, and for every other the field and a reason that says nothing about a person."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from app.register.fileformat import FileFormat, Refused
from app.register.model import Naslag
from tests.app.register.builders import Row, agreement, contact, person


@pytest.fixture
def form(naslag: Naslag) -> FileFormat:
    return FileFormat(naslag, date(2026, 11, 21))


def refused(form: FileFormat, row: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        form.read(deepcopy(row))
    return caught.value


def test_the_example_of_the_format_is_read(form: FileFormat) -> None:
    dossier = form.read(
        person(
            "p-000123",
            agreement(
                toetsenVoor="2027-02-01",
                gemeente="Woerden",
                contactpersonen=[contact(eerste=True, bereikbaar="altijd")],
            ),
            voorvoegsel="van der",
            aliassen=["Anja Bakker"],
            geboorte={"datum": "1987-04", "plaats": "Utrecht"},
        )
    )
    assert dossier.persoon.geboortedatum == "1987-04"
    assert dossier.persoon.aliassen == ("Anja Bakker",)
    (abonnement,) = dossier.abonnementen
    assert (abonnement.veiligheidshuis, abonnement.gemeente) == ("ZVH Utrecht", "Gemeente Woerden")
    assert (abonnement.eigenaar, abonnement.regime, abonnement.status) == ("ZVH Utrecht", "wgs", "actief")


def test_nearly_everything_may_be_absent(form: FileFormat) -> None:
    bare = {"externId": "x", "persoon": {"geslachtsnaam": "-"}, "abonnementen": [{"aanpak": "lokale_pga"}]}
    dossier = form.read(bare)
    assert dossier.persoon.geslacht == "onbekend"
    assert dossier.abonnementen[0].regime == "lokale_pga"
    assert dossier.abonnementen[0].contactpersonen == ()


def test_null_is_absent(form: FileFormat) -> None:
    row = person("x", agreement() | {"bejegening": None, "contactpersonen": None}, roepnaam=None, geboorte=None)
    assert form.read(row).abonnementen[0].bejegening is None


def changed(path: str, value: Any) -> Row:
    """A good line with one thing different."""
    row: Any = person("p-1", agreement())
    *way, last = path.split(".")
    here = row
    for step in way:
        here = here[int(step)] if step.isdigit() else here[step]
    if value is KeyError:
        del here[last]
    else:
        here[last] = value
    return row


@pytest.mark.parametrize(
    ("path", "value", "veld"),
    [
        ("externId", KeyError, "externId"),
        ("externId", "", "externId"),
        ("externId", "x" * 81, "externId"),
        ("externId", 7, "externId"),
        ("persoon", KeyError, "persoon"),
        ("persoon", [], "persoon"),
        ("persoon.geslachtsnaam", KeyError, "persoon.geslachtsnaam"),
        ("persoon.geslachtsnaam", None, "persoon.geslachtsnaam"),
        ("persoon.geslachtsnaam", "   ", "persoon.geslachtsnaam"),
        ("persoon.geslachtsnaam", "x" * 121, "persoon.geslachtsnaam"),
        ("persoon.nationaliteit", "onbekend", "persoon.nationaliteit"),
        ("persoon.geslacht", "x", "persoon.geslacht"),
        ("persoon.geboorte.datum", "1990-02-31", "persoon.geboorte.datum"),
        ("persoon.geboorte.datum", "2026-11-22", "persoon.geboorte.datum"),
        ("persoon.geboorte.datum", "2027", "persoon.geboorte.datum"),
        ("persoon.aliassen", "Anja", "persoon.aliassen"),
        ("persoon.aliassen", ["Anja", 3], "persoon.aliassen[1]"),
        ("persoon.aliassen", ["Anja", None], "persoon.aliassen[1]"),
        ("abonnementen", KeyError, "abonnementen"),
        ("abonnementen", [], "abonnementen"),
        ("abonnementen", [None], "abonnementen[0]"),
        ("abonnementen", ["x"], "abonnementen[0]"),
        ("abonnementen.0.aanpak", KeyError, "abonnementen[0].aanpak"),
        ("abonnementen.0.aanpak", "iets", "abonnementen[0].aanpak"),
        ("abonnementen.0.regime", "iets", "abonnementen[0].regime"),
        ("abonnementen.0.status", "iets", "abonnementen[0].status"),
        ("abonnementen.0.start", "2026-02-31", "abonnementen[0].start"),
        ("abonnementen.0.start", "31-02-1990", "abonnementen[0].start"),
        ("abonnementen.0.einde", "2025-12-31", "abonnementen[0].einde"),
        ("abonnementen.0.doel", "x" * 301, "abonnementen[0].doel"),
        ("abonnementen.0.handelingskader.actie", "iets", "abonnementen[0].handelingskader.actie"),
        ("abonnementen.0.handelingskader.kern", "x" * 300, "abonnementen[0].handelingskader.kern"),
        ("abonnementen.0.handelingskader.regels", ["x"] * 6, "abonnementen[0].handelingskader.regels"),
        ("abonnementen.0.handelingskader.regels", ["x" * 141], "abonnementen[0].handelingskader.regels[0]"),
        ("abonnementen.0.bejegening.risico", "iets", "abonnementen[0].bejegening.risico"),
        ("abonnementen.0.bejegening.kern", KeyError, "abonnementen[0].bejegening.kern"),
        ("abonnementen.0.contactpersonen.0.telefoon", "030", "abonnementen[0].contactpersonen[0].telefoon"),
        ("abonnementen.0.contactpersonen.0.email", "x", "abonnementen[0].contactpersonen[0].email"),
        ("abonnementen.0.contactpersonen.0.bereikbaar", "soms", "abonnementen[0].contactpersonen[0].bereikbaar"),
        ("abonnementen.0.contactpersonen.0.eerste", "nee", "abonnementen[0].contactpersonen[0].eerste"),
        ("abonnementen.0.contactpersonen", [contact(eerste=True)] * 2, "abonnementen[0].contactpersonen"),
        ("abonnementen.0.contactpersonen", [contact()] * 11, "abonnementen[0].contactpersonen"),
    ],
)
def test_a_bad_line_is_refused_by_its_field(form: FileFormat, path: str, value: Any, veld: str) -> None:
    error = refused(form, changed(path, value))
    assert error.veld == veld
    assert error.reden.endswith(".")


def test_an_unknown_code_comes_with_those_that_are_known(form: FileFormat) -> None:
    assert "levensloop, lokale_pga" in refused(form, changed("abonnementen.0.aanpak", "iets")).reden
    assert "naar_zorg" in refused(form, changed("abonnementen.0.handelingskader.actie", "iets")).reden


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_a_line_is_an_object(form: FileFormat, value: Any) -> None:
    assert refused(form, value).veld == ""


def test_several_mistakes_are_all_named(form: FileFormat) -> None:
    error = refused(form, person("x", agreement(start="x", doel="x" * 400), geslacht="x"))
    assert error.veld == "persoon.geslacht"
    assert "abonnementen[0].start" in error.reden
    assert "abonnementen[0].doel" in error.reden


def test_a_reason_says_nothing_about_a_person(form: FileFormat) -> None:
    row = person(
        "geheim-1", agreement(aanpak="geheim", start="geheim") | {"geheim Jansen": 1}, geslachtsnaam="geheim\t"
    )
    error = refused(form, row)
    assert "geheim" not in error.reden + error.veld


def test_one_abonnement_at_a_time_per_aanpak_and_owner(form: FileFormat) -> None:
    twice = person("x", agreement(), agreement(start="2027-01-01"))
    assert refused(form, twice).veld == "abonnementen[1]"
    form.read(person("x", agreement(einde="2026-12-31"), agreement(start="2027-01-01")))
    form.read(person("x", agreement(), agreement(veiligheidshuis="Amersfoort")))


def test_an_abonnement_that_ended_before_it_began_is_kept(form: FileFormat) -> None:
    form.read(person("x", agreement(status="beeindigd", start="2026-09-15", einde="2026-09-14")))
