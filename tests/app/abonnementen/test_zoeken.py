"""Search before create: whoever is on the street, and whoever is in a dossier only."""

import pytest

from app.abonnementen.samenvoegen import Samenvoeging, merge
from app.abonnementen.wijzigen import end
from app.abonnementen.zoeken import Gezocht, search_persons
from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.lookup.question import read_zoekvraag
from app.register.model import Persoon
from tests.app.abonnementen.conftest import Bank
from tests.bureau import GEMEENTE, make_caller, make_organisatie, open_abonnement

KIM = Persoon("", "Bakker", voornamen="Kim", geboortedatum="1990-05-17", aliassen=("Kimmie de Kat",))


def ask(core: Core, bank: Bank, caller: Caller, naam: str | None, datum: str | None = None) -> Gezocht:
    vraag = read_zoekvraag(naam=naam, geboortedatum=datum, geboortejaar_ongeveer=None, vandaag=core.clock().date())
    found: Gezocht = bank.look(caller, search_persons, vraag, core.drempels)
    return found


@pytest.mark.parametrize("status", ["concept", "actief", "opgeschort"])
@pytest.mark.parametrize(
    "asked",
    [
        ("kim bakker", "17-5-1990"),
        ("BAKKER", "1990"),
        ("Kim Bakker", None),
        ("kim backer", "17-05-1990"),
        ("bakker kim", "1990-05-18"),
        ("kim bakker 17-5-90", None),
        ("kimmie de kat", "17-5-1990"),
        (None, "17-5-1990"),
    ],
    ids=str,
)
def test_who_is_in_the_register_is_found_whether_or_not_on_the_street(
    core: Core, bank: Bank, politie: Caller, status: str, asked: tuple[str | None, str | None]
) -> None:
    geopend = open_abonnement(core, status=status, persoon=KIM)
    open_abonnement(core, persoon=Persoon("", "Quispel", voornamen="Xandrio", geboortedatum="1971-02-03"))
    found = ask(core, bank, politie, *asked)
    assert [each.persoon_id for each in found.kandidaten] == [geopend.persoon_id]
    assert not found.te_veel


def test_a_name_with_its_prefix_and_in_capitals_is_found(core: Core, bank: Bank, politie: Caller) -> None:
    persoon = Persoon("", "Ben-Ali", voorvoegsel="el", voornamen="Moh", geboortedatum="1988-01-02")
    geopend = open_abonnement(core, persoon=persoon)
    for naam in ("moh el ben-ali", "el ben-ali", "EL BEN-ALI"):
        assert [each.persoon_id for each in ask(core, bank, politie, naam).kandidaten] == [geopend.persoon_id], naam


def test_who_ended_is_found_and_who_was_merged_is_found_as_who_it_is_now(
    core: Core, bank: Bank, politie: Caller
) -> None:
    ended = open_abonnement(core, status="actief", persoon=KIM)
    bank.do(politie, end, ended.abonnement_id, 1, "verhuisd")
    assert [each.persoon_id for each in ask(core, bank, politie, "kim bakker").kandidaten] == [ended.persoon_id]
    other = open_abonnement(core, persoon=Persoon("", "Visser", voornamen="Kim", geboortedatum="1990-05-17"))
    bank.do(politie, merge, Samenvoeging(ended.persoon_id, other.persoon_id, "zelfde ouders"))
    found = ask(core, bank, politie, "kim bakker", "17-5-1990")
    assert [each.persoon_id for each in found.kandidaten] == [other.persoon_id]


def test_a_stranger_is_not_likely_and_a_namesake_of_another_day_is_shown_as_such(
    core: Core, bank: Bank, politie: Caller
) -> None:
    open_abonnement(core, persoon=KIM)
    assert ask(core, bank, politie, "xandrio quispel", "3-2-1971").kandidaten == ()
    for each in ask(core, bank, politie, "kim bakker", "1-12-1961").kandidaten:
        assert not each.waarschijnlijk


@pytest.mark.parametrize("status", ["concept", "actief"])
@pytest.mark.parametrize(
    ("asked", "likely"),
    [
        ("maikel daam 16-3-1985", True),
        ("xandrio daam 16-3-1985", True),
        ("xandrio daahm 16-3-1985", True),
        ("xandrio van daam 16-3-1985", True),
        ("xandrio daam 17-9-1985", False),
        ("xandrio quispel 16-3-1985", False),
    ],
    ids=str,
)
def test_one_surname_and_one_whole_birth_date_are_a_likely_double_whatever_the_given_name(
    core: Core, bank: Bank, asked: str, status: str, *, likely: bool
) -> None:
    maik = Persoon("", "Daam", voornamen="Maik", geboortedatum="1985-03-16")
    geopend = open_abonnement(core, status=status, persoon=maik)
    found = ask(core, bank, make_caller(core, Rol.POLITIEBEHEER), asked)
    assert [each.persoon_id for each in found.kandidaten if each.waarschijnlijk] == [geopend.persoon_id] * likely


def test_a_likely_double_stands_before_whoever_only_bears_the_name(core: Core, bank: Bank, politie: Caller) -> None:
    for day in range(1, 13):
        namesake = Persoon("", "Daam", voornamen="Maikel", geboortedatum=f"1985-03-{day:02}")
        open_abonnement(core, persoon=namesake)
    twin = open_abonnement(core, persoon=Persoon("", "Daam", voornamen="Xandrio", geboortedatum="1985-03-16"))
    found = ask(core, bank, politie, "maikel daam", "16-3-1985")
    assert found.te_veel
    assert twin.persoon_id in [each.persoon_id for each in found.kandidaten if each.waarschijnlijk]


@pytest.mark.parametrize("rol", [Rol.ZVH, Rol.PGA_EXPERT, Rol.PARTNER])
def test_everybody_finds_their_own_and_hears_of_nobody_else(core: Core, bank: Bank, rol: Rol) -> None:
    caller = make_caller(core, rol)
    owner = make_organisatie(core, GEMEENTE, soort="gemeente")
    own: dict[str, object] = {"organisaties": (caller.organisatie_id,)}
    if rol is Rol.PGA_EXPERT:
        own = {"aanpak": "lokale_pga", "regime": "lokale_pga", "gemeente_id": owner}
    mine = open_abonnement(core, status="actief", persoon=KIM, **own)
    elsewhere = make_organisatie(core, "ZVH Flevoland", soort="veiligheidshuis")
    for _ in range(12):
        open_abonnement(core, status="actief", persoon=KIM, veiligheidshuis_id=elsewhere)
    for asked in (("kim bakker", "17-5-1990"), ("kim backer", "17-5-1990"), ("kim bakker", None)):
        found = ask(core, bank, caller, *asked)
        assert [each.persoon_id for each in found.kandidaten] == [mine.persoon_id], asked
        assert not found.te_veel
    stranger = make_caller(core, Rol.PARTNER, naam="elders", van="Elders")
    assert ask(core, bank, stranger, "kim bakker", "17-5-1990") == Gezocht((), te_veel=False)
