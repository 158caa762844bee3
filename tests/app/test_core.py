"""The composition: ready when the database answers with all that this version needs, and not before."""

from pathlib import Path

from app.access.passwords import Passwords
from app.config import load
from app.core import Core, Gereedheid, build
from app.store.migrate import downgrade


def test_ready_when_the_database_has_the_shape_of_this_version(core: Core) -> None:
    assert core.readiness() is Gereedheid.GEREED
    downgrade(core.engines.write, "-1")
    assert core.readiness() is Gereedheid.ANDERE_VORM


def test_not_ready_while_the_database_is_away(tmp_path: Path, quick_passwords: Passwords) -> None:
    settings = load({"VAR_DIR": str(tmp_path), "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"})
    core = build(settings, passwords=quick_passwords)
    assert core.readiness() is Gereedheid.GEEN_DATABASE
    core.close()
