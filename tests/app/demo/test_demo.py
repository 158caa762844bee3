"""`veldwijzer demo`: made once, kept afterwards, thrown away only when it is its own."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.access.rules import Rol
from app.core import Core, Gereedheid
from app.demo.accounts import ensure_accounts
from app.demo.database import REGISTER, NotOurs, prepare, remove_files, throw_away
from app.names.regels import REGELS
from app.register.fileformat import FileFormat
from app.register.read import read_naslag
from app.register.regelstand import remove_stand
from app.store.tables.register import persoon
from app.store.transaction import transaction
from app.strictjson import decode

URL = "http://localhost:8000"


def names(core: Core) -> list[str]:
    with core.engines.read.connect() as connection:
        return list(connection.scalars(select(persoon.c.geslachtsnaam)))


def test_the_register_is_filled_once_and_what_was_changed_stays(core: Core) -> None:
    assert prepare(core) is True
    assert len(names(core)) == 300
    with transaction(core.engines.write) as connection:
        connection.execute(update(persoon).where(persoon.c.extern_id == "demo-verouderd").values(geslachtsnaam="Nieuw"))
    assert prepare(core) is False
    assert "Nieuw" in names(core)


def test_a_demonstration_of_an_earlier_version_can_be_searched_at_once(core: Core) -> None:
    prepare(core)
    with transaction(core.engines.write) as connection:
        remove_stand(connection, REGELS)
    assert core.readiness() is Gereedheid.GEEN_SLEUTELS
    assert prepare(core) is False
    assert core.readiness() is Gereedheid.GEREED


def test_every_role_has_an_account_that_stays_the_same(core: Core, tmp_path: Path) -> None:
    prepare(core)
    file = tmp_path / "demo.json"
    accounts = ensure_accounts(core.accounts, file, URL)
    assert {account.rol for account in accounts} == set(Rol)
    assert ensure_accounts(core.accounts, file, URL) == accounts
    assert file.stat().st_mode & 0o777 == 0o600
    written = json.loads(file.read_text())
    assert written["url"] == URL
    assert set(written["accounts"][0]) == {"gebruikersnaam", "wachtwoord", "rol"}
    for account in accounts:
        assert core.sessions.sign_in(account.gebruikersnaam, account.wachtwoord, "test").rol == account.rol


def test_accounts_whose_passwords_are_lost_get_new_ones(core: Core, tmp_path: Path) -> None:
    prepare(core)
    file = tmp_path / "demo.json"
    ensure_accounts(core.accounts, file, URL)
    file.write_text("{")
    account = ensure_accounts(core.accounts, file, URL)[0]
    assert core.sessions.sign_in(account.gebruikersnaam, account.wachtwoord, "test").rol == account.rol


def test_a_database_with_something_else_in_it_is_left_alone(core: Core) -> None:
    core.accounts.create("echt", "een goed wachtwoord", Rol.AGENT)
    with pytest.raises(NotOurs):
        prepare(core)
    with pytest.raises(NotOurs):
        throw_away(core)
    assert core.accounts.exists("echt")


def test_its_own_database_is_thrown_away_and_made_anew(core: Core) -> None:
    prepare(core)
    throw_away(core)
    assert prepare(core) is True


def test_only_its_own_files_are_removed(tmp_path: Path) -> None:
    for name in ("demo.db", "demo.json", "veldwijzer.db", "secret"):
        (tmp_path / name).touch()
    remove_files(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["secret", "veldwijzer.db"]


def test_the_register_file_is_valid_varied_and_useful_for_a_while(core: Core) -> None:
    with core.engines.read.connect() as connection:
        form = FileFormat(read_naslag(connection), date(2026, 11, 21))
    dossiers = [form.read(decode(line)) for line in REGISTER.read_bytes().splitlines()]
    agreements = [each for dossier in dossiers for each in dossier.abonnementen]
    assert {each.status for each in agreements} == {"actief", "opgeschort", "beeindigd"}
    assert sum(len(dossier.abonnementen) > 1 for dossier in dossiers) > 5
    assert sum(dossier.persoon.geslachtsnaam == "Jansen" for dossier in dossiers) >= 7
    lasting = [each for each in agreements if each.status == "actief" and str(each.einde) > "2027-12-31"]
    assert len(lasting) > 250
    kernen = {each.handelingskader.kern for each in agreements if each.handelingskader}
    assert len(kernen) > 100
    assert {"Direct aanhouden, ook bij een klein delict."} <= kernen
    assert {"Bij een klein feit niet aanhouden maar alleen corrigeren."} <= kernen
    assert all(
        str(person.telefoon).startswith("+3197010") and str(person.email or "x.example").endswith(".example")
        for each in agreements
        for person in each.contactpersonen
    )
