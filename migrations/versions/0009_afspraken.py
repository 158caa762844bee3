"""What is agreed on its way to the street, and the cards of former days; published versions can no longer be changed.

Columns are added in plain SQL, as in 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)

AANLEIDINGEN = "aanleiding IN ('vastgesteld', 'nagekeken', 'ingetrokken')"
COLUMNS = (
    ("actie", "actief", "BOOLEAN DEFAULT TRUE NOT NULL"),
    ("actie", "versie", "INTEGER DEFAULT '1' NOT NULL"),
    ("handelingskader", "actie_tekst", "VARCHAR(40)"),
    ("handelingskader", "actie_icoon", "VARCHAR(40)"),
    ("handelingskader", "actie_kleur", "VARCHAR(20)"),
    ("straatkaart", "abonnementen", "JSON"),
)
# Until now nobody could word an action anew, so its present words are those of every version.
WORDS = """
UPDATE handelingskader SET
    actie_tekst = (SELECT tekst FROM actie WHERE code = handelingskader.actie),
    actie_icoon = (SELECT icoon FROM actie WHERE code = handelingskader.actie),
    actie_kleur = (SELECT kleur FROM actie WHERE code = handelingskader.actie)
"""
# What was published, and what stood on the street. Rows come and (at the end of their term) go; they never change.
LASTING = ("handelingskader", "bejegening", "zsm_advies", "straatinlichtingen", "kaartarchief")
REFUSAL = "a published version never changes"


def upgrade() -> None:
    op.create_table(
        "concept",
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("inhoud", JSON, nullable=False),
        sa.Column("opmerking", sa.String(length=300), nullable=True),
        sa.Column("gewijzigd_op", sa.String(length=30), nullable=False),
        sa.Column("gewijzigd_door", NUMBER, nullable=False),
        sa.Column("schrijvers", JSON, server_default="[]", nullable=False),
        sa.Column("ingediend_op", sa.String(length=30), nullable=True),
        sa.Column("ingediend_door", NUMBER, nullable=True),
        sa.Column("inlichtingen_digest", sa.String(length=64), nullable=True),
        sa.Column("versie", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("status IN ('concept', 'ingediend')", name=op.f("ck_concept_status")),
        sa.ForeignKeyConstraint(
            ["abonnement_id"], ["abonnement.id"], name=op.f("fk_concept_abonnement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gewijzigd_door"], ["account.id"], name=op.f("fk_concept_gewijzigd_door")),
        sa.ForeignKeyConstraint(["ingediend_door"], ["account.id"], name=op.f("fk_concept_ingediend_door")),
        sa.PrimaryKeyConstraint("abonnement_id", name=op.f("pk_concept")),
    )
    op.create_index(op.f("ix_concept_status"), "concept", ["status"])
    op.create_table(
        "zsm_advies",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("datum", sa.String(length=10), nullable=False),
        sa.Column("doel", sa.String(length=300), nullable=False),
        sa.Column("advies", sa.String(length=1000), nullable=False),
        sa.Column("context", sa.String(length=500), nullable=True),
        sa.Column("historie", sa.String(length=500), nullable=True),
        sa.Column("criteria", JSON, nullable=False),
        sa.Column("vastgelegd_op", sa.String(length=30), nullable=False),
        sa.Column("vastgelegd_door", NUMBER, nullable=True),
        sa.Column("goedgekeurd_door", NUMBER, nullable=True),
        sa.Column("aanleiding", sa.String(length=12), server_default="vastgesteld", nullable=False),
        sa.Column("toetsen_voor", sa.String(length=10), nullable=True),
        sa.CheckConstraint(AANLEIDINGEN, name=op.f("ck_zsm_advies_aanleiding")),
        sa.ForeignKeyConstraint(["abonnement_id"], ["abonnement.id"], name=op.f("fk_zsm_advies_abonnement_id")),
        sa.ForeignKeyConstraint(["goedgekeurd_door"], ["account.id"], name=op.f("fk_zsm_advies_goedgekeurd_door")),
        sa.ForeignKeyConstraint(["vastgelegd_door"], ["account.id"], name=op.f("fk_zsm_advies_vastgelegd_door")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zsm_advies")),
        sa.UniqueConstraint("abonnement_id", "versie", name=op.f("uq_zsm_advies_abonnement_id_versie")),
    )
    op.create_table(
        "straatinlichtingen",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("regels", JSON, nullable=False),
        sa.Column("vastgelegd_op", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["abonnement_id"], ["abonnement.id"], name=op.f("fk_straatinlichtingen_abonnement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_straatinlichtingen")),
        sa.UniqueConstraint("abonnement_id", "versie", name=op.f("uq_straatinlichtingen_abonnement_id_versie")),
    )
    op.create_table(
        "kaartarchief",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("persoon_id", NUMBER, nullable=False),
        sa.Column("geldig_van", sa.String(length=10), nullable=False),
        sa.Column("geldig_tot", sa.String(length=10), nullable=False),
        sa.Column("kaart", sa.LargeBinary(), nullable=False),
        sa.Column("abonnementen", JSON, nullable=True),
        sa.Column("sinds", sa.String(length=30), nullable=False),
        sa.Column("tot", sa.String(length=30), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kaartarchief")),
    )
    op.create_index(op.f("ix_kaartarchief_persoon_id_sinds"), "kaartarchief", ["persoon_id", "sinds"])
    for table, column, kind in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    op.execute(WORDS)
    _refuse_changes()


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in LASTING:
            op.execute(
                f"CREATE TRIGGER {table}_blijft BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION versie_blijft() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in LASTING:
        op.execute(
            f"CREATE TRIGGER {table}_blijft BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION versie_blijft()"
        )


def _allow_changes() -> None:
    on_postgresql = op.get_bind().dialect.name != "sqlite"
    for table in LASTING:
        op.execute(f"DROP TRIGGER {table}_blijft" + (f" ON {table}" if on_postgresql else ""))
    if on_postgresql:
        op.execute("DROP FUNCTION versie_blijft()")


def downgrade() -> None:
    _allow_changes()
    for table, column, _ in reversed(COLUMNS):
        op.drop_column(table, column)
    op.drop_table("kaartarchief")
    op.drop_table("straatinlichtingen")
    op.drop_table("zsm_advies")
    op.drop_table("concept")
