"""The audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    op.create_table(
        "auditrecord",
        sa.Column("volgnummer", NUMBER, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("gebeurtenis", sa.String(length=40), nullable=False),
        sa.Column("tijdstip", sa.String(length=30), nullable=False),
        sa.Column("account_id", NUMBER, nullable=True),
        sa.Column("sessie_id", sa.String(length=36), nullable=True),
        sa.Column("inhoud", JSON, nullable=False),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_auditrecord")),
        sa.UniqueConstraint("id", name=op.f("uq_auditrecord_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_auditrecord_account_id_volgnummer"), "auditrecord", ["account_id", "volgnummer"], unique=False
    )


def downgrade() -> None:
    for table in ("auditrecord",):
        op.drop_table(table)
