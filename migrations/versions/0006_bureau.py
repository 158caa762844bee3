"""People at the desk change the register: owners, versions, and who did it.

Columns are added in plain SQL, in words that both databases share: alembic cannot add a column with a foreign key to
SQLite but by copying the whole table.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)

AANLEIDINGEN = "'vastgesteld', 'nagekeken', 'ingetrokken'"
# Table, column, its type (NUMBER: 64 bits, which SQLite calls INTEGER), and what is asked of it.
COLUMNS = (
    ("organisatie", "email", "VARCHAR(254)", ""),
    ("organisatie", "versie", "INTEGER", "DEFAULT '1' NOT NULL"),
    ("persoon", "versie", "INTEGER", "DEFAULT '1' NOT NULL"),
    ("persoon", "samengevoegd_met", "NUMBER", "REFERENCES persoon (id)"),
    ("abonnement", "versie", "INTEGER", "DEFAULT '1' NOT NULL"),
    ("abonnement", "eigenaar_id", "NUMBER", "REFERENCES organisatie (id)"),
    ("abonnement", "herkomst", "VARCHAR(10)", "DEFAULT 'bestand' NOT NULL CHECK (herkomst IN ('bestand', 'bureau'))"),
    ("abonnement", "reden", "VARCHAR(300)", ""),
    ("abonnement", "geopend_op", "VARCHAR(30)", ""),
    *(
        (table, *column)
        for table in ("handelingskader", "bejegening")
        for column in (
            ("vastgelegd_door", "NUMBER", "REFERENCES account (id)"),
            ("goedgekeurd_door", "NUMBER", "REFERENCES account (id)"),
            ("aanleiding", "VARCHAR(12)", f"DEFAULT 'vastgesteld' NOT NULL CHECK (aanleiding IN ({AANLEIDINGEN}))"),
            ("toetsen_voor", "VARCHAR(10)", ""),
        )
    ),
    ("contactpersoon", "op_feestdagen", "BOOLEAN", "DEFAULT FALSE NOT NULL"),
    ("contactpersoon", "uitzonderingen", "JSON", "DEFAULT '[]' NOT NULL"),
    ("contactpersoon", "vervanger_id", "NUMBER", "REFERENCES contactpersoon (id)"),
    ("contactpersoon", "actief", "BOOLEAN", "DEFAULT TRUE NOT NULL"),
    ("contactpersoon", "versie", "INTEGER", "DEFAULT '1' NOT NULL"),
    ("contactpersoon", "bureau", "BOOLEAN", "DEFAULT FALSE NOT NULL"),
    ("contactpersoon", "bron_naam", "VARCHAR(120)", ""),
    ("contactpersoon", "bron_telefoon", "VARCHAR(20)", ""),
    ("straatkaart", "sinds", "VARCHAR(30)", ""),
)
INDEXES = (
    ("persoon", ("geboortedatum",)),
    ("persoon", ("geslachtsnaam",)),
    ("abonnement", ("eigenaar_id", "status", "toetsen_voor")),
    ("contactpersoon", ("vervanger_id",)),
    ("contactpersoon", ("organisatie_id", "bron_naam")),
)
# The gemeente keeps a local PGA, else the zorg- en veiligheidshuis does; where the first is absent, the other.
OWNERS = """
UPDATE abonnement SET eigenaar_id = CASE
    WHEN regime = 'lokale_pga' THEN COALESCE(gemeente_id, veiligheidshuis_id)
    ELSE COALESCE(veiligheidshuis_id, gemeente_id)
END
"""


def upgrade() -> None:
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    for table, column, kind, rest in COLUMNS:
        named = rest.replace("REFERENCES", f"CONSTRAINT fk_{table}_{column} REFERENCES")
        named = named.replace("CHECK", f"CONSTRAINT ck_{table}_{column} CHECK")
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind.replace('NUMBER', number)} {named}")
    op.execute(OWNERS)
    for table, columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
    op.create_table(
        "eenmalig",
        sa.Column("account_id", NUMBER, nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("verzoek", sa.String(length=64), nullable=False),
        sa.Column("antwoord", JSON, nullable=True),
        sa.Column("nieuw", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=True),
        sa.Column("plek", sa.String(length=200), nullable=True),
        sa.Column("gedaan_op", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_eenmalig_account_id")),
        sa.PrimaryKeyConstraint("account_id", "sleutel", name=op.f("pk_eenmalig")),
    )
    op.create_index(op.f("ix_eenmalig_gedaan_op"), "eenmalig", ["gedaan_op"])


def downgrade() -> None:
    op.drop_table("eenmalig")
    for table, columns in INDEXES:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)
    for table, column, _, _ in reversed(COLUMNS):
        op.drop_column(table, column)
