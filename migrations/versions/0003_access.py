"""Accounts and sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "aanmeldpoging",
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("mislukt", sa.Integer(), nullable=False),
        sa.Column("laatst_op", sa.String(length=30), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_aanmeldpoging")),
    )
    op.create_table(
        "account",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("gebruikersnaam", sa.String(length=80), nullable=False),
        sa.Column("wachtwoord_hash", sa.String(length=200), nullable=False),
        sa.Column("rol", sa.String(length=20), nullable=False),
        sa.Column("organisatie_id", NUMBER, nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "rol IN ('agent', 'politiebeheer', 'zvh', 'partner', 'pga_expert', 'zsm', 'privacy', 'beheer')",
            name=op.f("ck_account_rol"),
        ),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name=op.f("fk_account_organisatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("gebruikersnaam", name=op.f("uq_account_gebruikersnaam")),
    )
    op.create_table(
        "sessie",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("account_id", NUMBER, nullable=False),
        sa.Column("begonnen_op", sa.String(length=30), nullable=False),
        sa.Column("uiterlijk_op", sa.String(length=30), nullable=False),
        sa.Column("verversing", sa.Integer(), nullable=False),
        sa.Column("ververst_op", sa.String(length=30), nullable=False),
        sa.Column("beeindigd_op", sa.String(length=30), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sessie_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessie")),
    )
    op.create_index(op.f("ix_sessie_account_id"), "sessie", ["account_id"], unique=False)


def downgrade() -> None:
    for table in ("sessie", "account", "aanmeldpoging"):
        op.drop_table(table)
