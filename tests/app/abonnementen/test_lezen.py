"""Lists and dossiers: whoever may not see an abonnement does not see it anywhere, and no list walks over everybody."""

import re
from typing import Any

import pytest
from sqlalchemy import Select, text

from app.abonnementen import lezen
from app.abonnementen.lezen import Filters, list_abonnementen, read_abonnement
from app.abonnementen.personen import read_persoon
from app.access.rules import Rol
from app.access.sessions import Caller
from app.core import Core
from app.errors import InvalidInput, NotFound
from app.register.model import Persoon
from app.store.tables.register import abonnement
from app.werk.bladzijde import Bladzijde
from tests.app.abonnementen.conftest import Bank
from tests.bureau import GEMEENTE, PARTNER, make_caller, make_organisatie, open_abonnement


def ids(bank: Bank, caller: Caller, filters: Filters | None = None) -> list[int]:
    """All pages, two rows at a time."""
    found: list[int] = []
    na: str | None = None
    while True:
        deel = bank.look(caller, list_abonnementen, filters or Filters(), Bladzijde(2, na))
        found.extend(row.id for row in deel.rijen)
        if deel.volgende is None:
            return found
        na = deel.volgende


def test_pages_show_everybody_once_the_newest_first(core: Core, bank: Bank, politie: Caller) -> None:
    made = [open_abonnement(core, persoon=Persoon("", f"Nummer {at}")).abonnement_id for at in range(5)]
    assert ids(bank, politie) == made[::-1]


def test_filters_narrow_and_the_review_filter_orders_by_review(core: Core, bank: Bank, politie: Caller) -> None:
    late = open_abonnement(core, status="actief", toetsen_voor="2027-06-01").abonnement_id
    soon = open_abonnement(core, status="actief", aanpak="nazorg", toetsen_voor="2026-12-01").abonnement_id
    draft = open_abonnement(core, toetsen_voor="2026-12-01").abonnement_id
    gemeente = make_organisatie(core, GEMEENTE, soort="gemeente")
    local = open_abonnement(core, aanpak="lokale_pga", regime="lokale_pga", gemeente_id=gemeente).abonnement_id
    assert ids(bank, politie, Filters(status="actief")) == [soon, late]
    assert ids(bank, politie, Filters(aanpak="nazorg")) == [soon]
    assert ids(bank, politie, Filters(eigenaar_id=gemeente)) == [local]
    assert ids(bank, politie, Filters(te_toetsen_voor="2027-12-31")) == [soon, late]
    assert ids(bank, politie, Filters(te_toetsen_voor="2027-01-01", status="concept")) == [draft]
    with pytest.raises(InvalidInput):
        bank.look(politie, list_abonnementen, Filters(), Bladzijde(2, "bm9wZQ"))


def test_each_role_sees_its_own(core: Core, bank: Bank, politie: Caller, huis: Caller) -> None:
    partner, elsewhere = make_caller(core, Rol.PARTNER), make_caller(core, Rol.ZVH, naam="elders", van="ZVH Flevoland")
    with_partner = open_abonnement(core, organisaties=(make_organisatie(core, PARTNER),))
    without = open_abonnement(core)
    both = [without.abonnement_id, with_partner.abonnement_id]
    assert ids(bank, politie) == ids(bank, huis) == both
    assert ids(bank, partner) == [with_partner.abonnement_id]
    assert ids(bank, elsewhere) == ids(bank, make_caller(core, Rol.AGENT)) == []
    with core.engines.read.connect() as connection:
        shown = read_abonnement(connection, partner, with_partner.abonnement_id)
        assert shown.organisaties is None
        assert read_persoon(connection, partner, with_partner.persoon_id).abonnementen
        for caller, number in ((partner, without), (elsewhere, with_partner)):
            with pytest.raises(NotFound):
                read_abonnement(connection, caller, number.abonnement_id)
            with pytest.raises(NotFound):
                read_persoon(connection, caller, number.persoon_id)
        with pytest.raises(NotFound):
            read_persoon(connection, politie, 999)


LISTS = [
    Filters(),
    Filters(status="concept"),
    Filters(aanpak="nazorg"),
    Filters(aanpak="nazorg", status="concept"),
    Filters(eigenaar_id=1),
    Filters(eigenaar_id=1, status="concept"),
    Filters(te_toetsen_voor="2027-01-01"),
    Filters(te_toetsen_voor="2027-01-01", eigenaar_id=1),
]


@pytest.mark.parametrize("filters", LISTS, ids=str)
@pytest.mark.parametrize("rol", [Rol.POLITIEBEHEER, Rol.ZVH])
def test_no_list_walks_over_everybody_or_sorts_them(core: Core, filters: Filters, rol: Rol) -> None:
    caller = make_caller(core, rol)
    op = (abonnement.c.id,) if filters.te_toetsen_voor is None else (abonnement.c.toetsen_voor, abonnement.c.id)
    order = [column.desc() for column in op] if filters.te_toetsen_voor is None else list(op)
    found = lezen._LIST.where(*lezen._conditions(caller, filters)).order_by(*order).limit(51)
    plan = explain(core, found)
    assert not re.search(r"TEMP B-TREE|\bSort\b", plan), plan
    # Without a filter everybody is walked over in order, as far as the page goes.
    walks = re.search(r"SCAN abonnement(?! USING)$|Seq Scan on abonnement", plan, re.MULTILINE)
    assert not walks or (filters == Filters() and rol is Rol.POLITIEBEHEER), plan


def explain(core: Core, found: Select[Any]) -> str:
    """How it is done. PostgreSQL would rather read an empty table whole, so it is told not to: can it do without?"""
    with core.engines.read.connect() as connection:
        sql = str(found.compile(connection, compile_kwargs={"literal_binds": True}))
        if connection.dialect.name == "sqlite":
            return "\n".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}")))
        for way in ("seqscan", "sort", "bitmapscan", "hashjoin", "mergejoin"):
            connection.execute(text(f"SET LOCAL enable_{way} = off"))
        return "\n".join(row[0] for row in connection.execute(text(f"EXPLAIN {sql}")))
