"""What the street says back about a card."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "melding",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("persoon_id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("eigenaar_id", NUMBER, nullable=True),
        sa.Column("raadpleging", sa.String(length=36), nullable=False),
        sa.Column("kaart_digest", sa.String(length=64), nullable=False),
        sa.Column("handelingskader_versie", sa.Integer(), nullable=True),
        sa.Column("bejegening_versie", sa.Integer(), nullable=True),
        sa.Column("urgentie", sa.String(length=10), nullable=False),
        sa.Column("tekst", sa.String(length=300), nullable=False),
        sa.Column("gemeld_op", sa.String(length=30), nullable=False),
        sa.Column("gemeld_door", NUMBER, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("antwoord", sa.String(length=300), nullable=True),
        sa.Column("behandeld_op", sa.String(length=30), nullable=True),
        sa.Column("behandeld_door", NUMBER, nullable=True),
        sa.Column("gelezen_op", sa.String(length=30), nullable=True),
        sa.Column("versie", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("status IN ('nieuw', 'in_behandeling', 'afgehandeld')", name=op.f("ck_melding_status")),
        sa.CheckConstraint("urgentie IN ('gewoon', 'dringend')", name=op.f("ck_melding_urgentie")),
        sa.ForeignKeyConstraint(["abonnement_id"], ["abonnement.id"], name=op.f("fk_melding_abonnement_id")),
        sa.ForeignKeyConstraint(["behandeld_door"], ["account.id"], name=op.f("fk_melding_behandeld_door")),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["organisatie.id"], name=op.f("fk_melding_eigenaar_id")),
        sa.ForeignKeyConstraint(["gemeld_door"], ["account.id"], name=op.f("fk_melding_gemeld_door")),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_melding_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding")),
    )
    op.create_index(op.f("ix_melding_eigenaar_id_status_gemeld_op"), "melding", ["eigenaar_id", "status", "gemeld_op"])
    op.create_index(op.f("ix_melding_abonnement_id"), "melding", ["abonnement_id"])
    op.create_index(op.f("ix_melding_gemeld_door_gemeld_op"), "melding", ["gemeld_door", "gemeld_op"])


def downgrade() -> None:
    op.drop_table("melding")
