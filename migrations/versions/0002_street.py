"""The street side."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
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
    op.create_table(
        "straatkaart",
        sa.Column("persoon_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("geldig_van", sa.String(length=10), nullable=False),
        sa.Column("geldig_tot", sa.String(length=10), nullable=False),
        sa.Column("kaart", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("persoon_id", "geldig_van", name=op.f("pk_straatkaart")),
    )
    op.create_table(
        "zoekprofiel",
        sa.Column("persoon_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("geldig_van", sa.String(length=10), nullable=False),
        sa.Column("geldig_tot", sa.String(length=10), nullable=False),
        sa.Column("aanpak", sa.String(length=80), nullable=False),
        sa.Column("profiel", JSON, nullable=False),
        sa.PrimaryKeyConstraint("persoon_id", "geldig_van", name=op.f("pk_zoekprofiel")),
    )
    op.create_table(
        "zoeksleutel",
        sa.Column("sleutel", NUMBER, autoincrement=False, nullable=False),
        sa.Column("persoon_id", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("sleutel", "persoon_id", name=op.f("pk_zoeksleutel")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("zoeksleutel", "zoekprofiel", "straatkaart", "naamvariant", "naamdeel"):
        op.drop_table(table)
