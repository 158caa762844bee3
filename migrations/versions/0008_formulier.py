"""The shared form: its parts, their entries, and the mail that asks for them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
# Of many parts few are incomplete, and every list asks for those alone.
INCOMPLETE_FIRST = (
    ("ix_formulierdeel_onvolledig", ["gevraagd_op", "id", "abonnement_id", "organisatie_id", "status"]),
    ("ix_formulierdeel_organisatie_id_onvolledig", ["organisatie_id", "gevraagd_op", "id"]),
)


def upgrade() -> None:
    op.create_table(
        "bericht",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organisatie_id", NUMBER, nullable=False),
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("plek", sa.String(length=100), nullable=False),
        sa.Column("status", sa.String(length=10), server_default="wacht", nullable=False),
        sa.Column("gemaakt_op", sa.String(length=30), nullable=False),
        sa.Column("pogingen", sa.Integer(), server_default="0", nullable=False),
        sa.Column("opnieuw_na", sa.String(length=30), nullable=False),
        sa.Column("fout", sa.String(length=200), nullable=True),
        sa.Column("verzonden_op", sa.String(length=30), nullable=True),
        sa.CheckConstraint("soort IN ('herinnering', 'terugzending', 'verzameld')", name=op.f("ck_bericht_soort")),
        sa.CheckConstraint(
            "status IN ('wacht', 'verzonden', 'geweigerd', 'vervallen')", name=op.f("ck_bericht_status")
        ),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name=op.f("fk_bericht_organisatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
    )
    op.create_index(op.f("ix_bericht_status_opnieuw_na"), "bericht", ["status", "opnieuw_na"])
    op.create_table(
        "formulierdeel",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("organisatie_id", NUMBER, nullable=False),
        sa.Column("status", sa.String(length=13), nullable=False),
        sa.Column("neemt_deel", sa.Boolean(), nullable=True),
        sa.Column("vraag", sa.String(length=300), nullable=True),
        sa.Column("bezwaar", sa.String(length=300), nullable=True),
        sa.Column("gevraagd_op", sa.String(length=30), nullable=False),
        sa.Column("herinnerd_op", sa.String(length=30), nullable=True),
        sa.Column("bericht_id", NUMBER, nullable=True),
        sa.Column("ingevuld_op", sa.String(length=30), nullable=True),
        sa.Column("ingevuld_door", NUMBER, nullable=True),
        sa.Column("bevestigd_op", sa.String(length=30), nullable=True),
        sa.Column("bevestigd_door", NUMBER, nullable=True),
        sa.Column("versie", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'ingevuld', 'bevestigd', 'teruggestuurd')", name=op.f("ck_formulierdeel_status")
        ),
        sa.ForeignKeyConstraint(
            ["abonnement_id"], ["abonnement.id"], name=op.f("fk_formulierdeel_abonnement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["bericht_id"], ["bericht.id"], name=op.f("fk_formulierdeel_bericht_id")),
        sa.ForeignKeyConstraint(["bevestigd_door"], ["account.id"], name=op.f("fk_formulierdeel_bevestigd_door")),
        sa.ForeignKeyConstraint(["ingevuld_door"], ["account.id"], name=op.f("fk_formulierdeel_ingevuld_door")),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name=op.f("fk_formulierdeel_organisatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formulierdeel")),
        sa.UniqueConstraint(
            "abonnement_id", "organisatie_id", name=op.f("uq_formulierdeel_abonnement_id_organisatie_id")
        ),
    )
    op.create_index(op.f("ix_formulierdeel_organisatie_id_status"), "formulierdeel", ["organisatie_id", "status"])
    op.create_index(op.f("ix_formulierdeel_bericht_id"), "formulierdeel", ["bericht_id"])
    for name, columns in INCOMPLETE_FIRST:
        where = sa.text("status <> 'bevestigd' OR bezwaar IS NOT NULL")
        op.create_index(op.f(name), "formulierdeel", columns, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "inlichting",
        sa.Column("deel_id", NUMBER, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.String(length=300), nullable=False),
        sa.Column("delen", sa.String(length=14), nullable=False),
        sa.Column("aard", sa.String(length=8), nullable=False),
        sa.Column("bron", sa.String(length=120), nullable=False),
        sa.CheckConstraint("aard IN ('feit', 'oordeel')", name=op.f("ck_inlichting_aard")),
        sa.CheckConstraint("delen IN ('straat', 'zsm', 'alleen_overleg')", name=op.f("ck_inlichting_delen")),
        sa.ForeignKeyConstraint(
            ["deel_id"], ["formulierdeel.id"], name=op.f("fk_inlichting_deel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("deel_id", "volgorde", name=op.f("pk_inlichting")),
    )
    op.create_table(
        "deelcontact",
        sa.Column("deel_id", NUMBER, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("contactpersoon_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["contactpersoon_id"], ["contactpersoon.id"], name=op.f("fk_deelcontact_contactpersoon_id")
        ),
        sa.ForeignKeyConstraint(
            ["deel_id"], ["formulierdeel.id"], name=op.f("fk_deelcontact_deel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("deel_id", "volgorde", name=op.f("pk_deelcontact")),
    )
    op.create_index(op.f("ix_deelcontact_contactpersoon_id"), "deelcontact", ["contactpersoon_id"])
    op.create_table(
        "deelconcept",
        sa.Column("deel_id", NUMBER, nullable=False),
        sa.Column("account_id", NUMBER, nullable=False),
        sa.Column("inhoud", JSON, nullable=False),
        sa.Column("basis", sa.Integer(), nullable=False),
        sa.Column("bewaard_op", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_deelconcept_account_id")),
        sa.ForeignKeyConstraint(
            ["deel_id"], ["formulierdeel.id"], name=op.f("fk_deelconcept_deel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("deel_id", "account_id", name=op.f("pk_deelconcept")),
    )


def downgrade() -> None:
    for table in ("deelconcept", "deelcontact", "inlichting", "formulierdeel", "bericht"):
        op.drop_table(table)
