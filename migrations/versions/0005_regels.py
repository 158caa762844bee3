"""The number of the rules in what is derived from names.

Keys, parts and spellings are derived, so those that stand there are dropped: `veldwijzer sleutels` makes them anew.
The version before it cannot search after this; later ones go on, for each asks for rows of its own rules only.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    for table in ("naamvariant", "naamdeel", "zoeksleutel"):
        op.drop_table(table)
    _create_keys()
    op.create_table(
        "naamdeel",
        _regels(),
        sa.Column("deel", sa.String(length=60), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("regels", "deel", name=op.f("pk_naamdeel")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "naamvariant",
        _regels(),
        sa.Column("sleutel", sa.String(length=40), nullable=False),
        sa.Column("deel", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("regels", "sleutel", "deel", name=op.f("pk_naamvariant")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "zoekregels",
        _regels(),
        sa.Column("fase", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("regels", name=op.f("pk_zoekregels")),
    )
    op.create_table(
        "zoekachterstand",
        _regels(),
        sa.Column("persoon_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("profiel", JSON, nullable=True),
        sa.PrimaryKeyConstraint("regels", "persoon_id", name=op.f("pk_zoekachterstand")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """The version before this one makes its rows with `veldwijzer publiceren`."""
    for table in ("zoekachterstand", "zoekregels", "naamvariant", "naamdeel", "zoeksleutel"):
        op.drop_table(table)
    _create_keys()
    op.create_table(
        "naamdeel",
        sa.Column("deel", sa.String(length=60), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("deel", name=op.f("pk_naamdeel")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "naamvariant",
        sa.Column("sleutel", sa.String(length=40), nullable=False),
        sa.Column("deel", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", "deel", name=op.f("pk_naamvariant")),
        sqlite_with_rowid=False,
    )


def _create_keys() -> None:
    op.create_table(
        "zoeksleutel",
        sa.Column("sleutel", NUMBER, autoincrement=False, nullable=False),
        sa.Column("persoon_id", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sleutel", "persoon_id", name=op.f("pk_zoeksleutel")),
        sqlite_with_rowid=False,
    )


def _regels() -> sa.Column[int]:
    return sa.Column("regels", sa.SmallInteger(), autoincrement=False, nullable=False)
