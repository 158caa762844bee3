"""The terms of a regime, and persons who turned out to be one."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)

# Regime, months until the review, months until the end. An installation changes them at the desk, as a next version.
TERMIJNEN = (("wgs", 12, 24), ("lokale_pga", 6, 24))
# What the lists of the desk are narrowed by, in the order in which they are shown.
LISTS = (
    ("eigenaar_id", "id"),
    ("eigenaar_id", "status", "id"),
    ("aanpak", "id"),
    ("aanpak", "status", "id"),
    ("status", "id"),
    ("status", "toetsen_voor", "id"),
)


def upgrade() -> None:
    for columns in LISTS:
        op.create_index(op.f(f"ix_abonnement_{'_'.join(columns)}"), "abonnement", list(columns))
    op.create_table(
        "regimetermijn",
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("toetsen_na_maanden", sa.Integer(), nullable=False),
        sa.Column("einde_na_maanden", sa.Integer(), nullable=False),
        sa.Column("vastgelegd_op", sa.String(length=30), nullable=False),
        sa.Column("vastgelegd_door", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["regime"], ["regime.code"], name=op.f("fk_regimetermijn_regime")),
        sa.ForeignKeyConstraint(["vastgelegd_door"], ["account.id"], name=op.f("fk_regimetermijn_vastgelegd_door")),
        sa.PrimaryKeyConstraint("regime", "versie", name=op.f("pk_regimetermijn")),
    )
    op.create_table(
        "samenvoeging",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("van_id", NUMBER, nullable=False),
        sa.Column("naar_id", NUMBER, nullable=False),
        sa.Column("reden", sa.String(length=300), nullable=False),
        sa.Column("inhoud", JSON, nullable=False),
        sa.Column("gedaan_op", sa.String(length=30), nullable=False),
        sa.Column("gedaan_door", NUMBER, nullable=False),
        sa.Column("ongedaan_op", sa.String(length=30), nullable=True),
        sa.Column("ongedaan_door", NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["gedaan_door"], ["account.id"], name=op.f("fk_samenvoeging_gedaan_door")),
        sa.ForeignKeyConstraint(["naar_id"], ["persoon.id"], name=op.f("fk_samenvoeging_naar_id")),
        sa.ForeignKeyConstraint(["ongedaan_door"], ["account.id"], name=op.f("fk_samenvoeging_ongedaan_door")),
        sa.ForeignKeyConstraint(["van_id"], ["persoon.id"], name=op.f("fk_samenvoeging_van_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samenvoeging")),
    )
    op.create_index(op.f("ix_samenvoeging_naar_id"), "samenvoeging", ["naar_id"])
    op.create_index(op.f("ix_samenvoeging_van_id"), "samenvoeging", ["van_id"])
    table = sa.table(
        "regimetermijn",
        *(sa.column(name) for name in ("regime", "versie", "toetsen_na_maanden", "einde_na_maanden", "vastgelegd_op")),
    )
    op.bulk_insert(
        table,
        [
            {
                "regime": regime,
                "versie": 1,
                "toetsen_na_maanden": toetsen,
                "einde_na_maanden": einde,
                "vastgelegd_op": "2026-11-22T00:00:00.000Z",
            }
            for regime, toetsen, einde in TERMIJNEN
        ],
    )


def downgrade() -> None:
    op.drop_table("samenvoeging")
    op.drop_table("regimetermijn")
    for columns in LISTS:
        op.drop_index(op.f(f"ix_abonnement_{'_'.join(columns)}"), table_name="abonnement")
