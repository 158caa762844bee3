"""Opening an abonnement: a concept with its parts of the form, its dates proposed, and nothing on the street yet."""

from sqlalchemy import select

from app.core import Core
from app.store.tables.register import abonnement
from app.store.tables.street import straatkaart
from tests.bureau import open_abonnement


def test_it_is_a_concept_and_not_on_the_street(core: Core) -> None:
    opened = open_abonnement(core)
    with core.engines.read.connect() as connection:
        row = connection.execute(select(abonnement).where(abonnement.c.id == opened.abonnement_id)).one()
        assert connection.execute(select(straatkaart)).all() == []
    assert (row.status, row.herkomst, row.start) == ("concept", "bureau", "2026-11-21")
    assert (row.toetsen_voor, row.einde) == ("2027-11-21", "2028-11-21")
