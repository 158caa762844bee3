"""The migrations build exactly the tables that the code knows, up and down, on both databases."""

import subprocess
import sys
import threading

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, inspect, select

from app.store.engines import Engines, open_engines
from app.store.migrate import downgrade, head, is_current, migrate, revision
from app.store.tables import metadata
from app.store.tables.register import actie


def differences(engines: Engines) -> list[object]:
    with engines.read.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


def test_migrations_build_the_tables_that_the_code_knows(engines: Engines) -> None:
    assert differences(engines) == []
    assert is_current(engines.read)


def test_down_takes_everything_away_and_up_brings_it_back(engines: Engines) -> None:
    downgrade(engines.write, "base")
    assert inspect(engines.write).get_table_names() == ["alembic_version"]
    migrate(engines.write)
    assert differences(engines) == []


def test_each_step_goes_down_and_up_again(engines: Engines) -> None:
    for _ in range(int(head())):
        downgrade(engines.write, "-1")
        migrate(engines.write, "+1")
        downgrade(engines.write, "-1")
    with engines.write.connect() as connection:
        assert revision(connection) is None
    migrate(engines.write)
    assert is_current(engines.write)


def test_two_that_migrate_at_once_both_end_well(empty_database_url: str) -> None:
    failures: list[BaseException] = []

    def run() -> None:
        engines = open_engines(empty_database_url)
        try:
            migrate(engines.write)
        except BaseException as error:
            failures.append(error)
        finally:
            engines.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    engines = open_engines(empty_database_url)
    assert is_current(engines.read)
    with engines.read.connect() as connection:
        assert connection.execute(select(func.count()).select_from(actie)).scalar_one() == 5
    engines.close()


def test_a_migration_imports_nothing_of_ours() -> None:
    program = (
        "import runpy, pathlib, sys\n"
        "for file in sorted(pathlib.Path('migrations/versions').glob('*.py')): runpy.run_path(str(file))\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('app', 'api')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
