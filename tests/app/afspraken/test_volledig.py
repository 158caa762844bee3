"""What a concept lacks, in words that stand by themselves under their field."""

from datetime import date

from app.afspraken.model import Voorstel, ZsmAdvies
from app.afspraken.volledig import CRITERIA, KORT, Maatstaf, find_shortcomings

MAATSTAF = Maatstaf(date(2026, 11, 22), {})


def test_what_an_advice_lacks_does_not_say_its_field_again() -> None:
    voorstel = Voorstel(zsm_advies=ZsmAdvies("2024-11-01", "", "a" * (KORT + 1)), toetsen_voor="2027-01-01")
    found = {each.plek.removeprefix("#/zsmAdvies/"): each.uitleg for each in find_shortcomings(voorstel, MAATSTAF)}
    assert found.keys() == {each.veld for each in CRITERIA}
    for each in CRITERIA:
        assert each.naam.casefold() not in found[each.veld].casefold()
        # It says what to do, and not what would be right.
        assert found[each.veld] == each.tekort != each.uitleg
