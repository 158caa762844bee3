"""The dossier side."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)

AANPAKKEN = {
    "levensloop": "Levensloopaanpak",
    "lokale_pga": "Lokale persoonsgerichte aanpak",
    "nazorg": "Nazorg ex-gedetineerden",
    "hoog_risico": "Verward gedrag met hoog veiligheidsrisico",
    "radicalisering": "Radicalisering",
    "huiselijk_geweld": "Huiselijk geweld (Actieoverleg)",
}
REGIMES = {"wgs": "WGS zorg- en veiligheidshuis", "lokale_pga": "Lokale PGA onder reglement"}
ACTIES = (
    ("direct_aanhouden", "Direct aanhouden", "aanhouden", "rood"),
    ("niet_aanhouden_corrigeren", "Niet aanhouden, corrigeren", "corrigeren", "groen"),
    ("overleg_eerst", "Overleg eerst", "bellen", "oranje"),
    ("naar_zorg", "Naar zorg brengen", "zorg", "blauw"),
    ("anders", "Zie afspraken", "info", "grijs"),
)


def upgrade() -> None:
    op.create_table(
        "aanpak",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_aanpak")),
    )
    op.create_table(
        "actie",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("tekst", sa.String(length=40), nullable=False),
        sa.Column("icoon", sa.String(length=40), nullable=False),
        sa.Column("kleur", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_actie")),
    )
    op.create_table(
        "organisatie",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "soort IN ('veiligheidshuis', 'gemeente', 'partner', 'politie', 'om')", name=op.f("ck_organisatie_soort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
        sa.UniqueConstraint("naam", name=op.f("uq_organisatie_naam")),
    )
    op.create_table(
        "persoon",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("extern_id", sa.String(length=80), nullable=False),
        sa.Column("voornamen", sa.String(length=120), nullable=True),
        sa.Column("roepnaam", sa.String(length=60), nullable=True),
        sa.Column("voorvoegsel", sa.String(length=40), nullable=True),
        sa.Column("geslachtsnaam", sa.String(length=120), nullable=False),
        sa.Column("geboortedatum", sa.String(length=10), nullable=True),
        sa.Column("geboorteplaats", sa.String(length=80), nullable=True),
        sa.Column("geslacht", sa.String(length=10), nullable=False),
        sa.Column("bron_digest", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
        sa.UniqueConstraint("extern_id", name=op.f("uq_persoon_extern_id")),
    )
    op.create_table(
        "regime",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regime")),
    )
    op.create_table(
        "abonnement",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("persoon_id", NUMBER, nullable=False),
        sa.Column("aanpak", sa.String(length=40), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("veiligheidshuis_id", NUMBER, nullable=True),
        sa.Column("gemeente_id", NUMBER, nullable=True),
        sa.Column("doel", sa.String(length=300), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=True),
        sa.Column("toetsen_voor", sa.String(length=10), nullable=True),
        sa.Column("einde", sa.String(length=10), nullable=True),
        sa.CheckConstraint(
            "status IN ('concept', 'actief', 'opgeschort', 'beeindigd')", name=op.f("ck_abonnement_status")
        ),
        sa.ForeignKeyConstraint(["aanpak"], ["aanpak.code"], name=op.f("fk_abonnement_aanpak")),
        sa.ForeignKeyConstraint(["gemeente_id"], ["organisatie.id"], name=op.f("fk_abonnement_gemeente_id")),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_abonnement_persoon_id")),
        sa.ForeignKeyConstraint(["regime"], ["regime.code"], name=op.f("fk_abonnement_regime")),
        sa.ForeignKeyConstraint(
            ["veiligheidshuis_id"], ["organisatie.id"], name=op.f("fk_abonnement_veiligheidshuis_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abonnement")),
    )
    op.create_index(op.f("ix_abonnement_persoon_id"), "abonnement", ["persoon_id"], unique=False)
    op.create_table(
        "contactpersoon",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organisatie_id", NUMBER, nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("functie", sa.String(length=120), nullable=True),
        sa.Column("telefoon", sa.String(length=20), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("bereikbaar", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name=op.f("fk_contactpersoon_organisatie_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contactpersoon")),
    )
    op.create_index(
        op.f("ix_contactpersoon_organisatie_id_naam"), "contactpersoon", ["organisatie_id", "naam"], unique=False
    )
    op.create_table(
        "persoon_alias",
        sa.Column("persoon_id", NUMBER, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["persoon_id"], ["persoon.id"], name=op.f("fk_persoon_alias_persoon_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("persoon_id", "volgorde", name=op.f("pk_persoon_alias")),
    )
    op.create_table(
        "abonnement_contactpersoon",
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("contactpersoon_id", NUMBER, nullable=False),
        sa.Column("eerste", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["abonnement_id"],
            ["abonnement.id"],
            name=op.f("fk_abonnement_contactpersoon_abonnement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contactpersoon_id"], ["contactpersoon.id"], name=op.f("fk_abonnement_contactpersoon_contactpersoon_id")
        ),
        sa.PrimaryKeyConstraint("abonnement_id", "volgorde", name=op.f("pk_abonnement_contactpersoon")),
    )
    op.create_index(
        op.f("ix_abonnement_contactpersoon_contactpersoon_id"),
        "abonnement_contactpersoon",
        ["contactpersoon_id"],
        unique=False,
    )
    op.create_table(
        "bejegening",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("kern", sa.String(length=140), nullable=False),
        sa.Column("ziet", sa.String(length=300), nullable=True),
        sa.Column("betekent", sa.String(length=300), nullable=True),
        sa.Column("doen", JSON, nullable=False),
        sa.Column("niet_doen", JSON, nullable=False),
        sa.Column("risico", sa.String(length=10), nullable=True),
        sa.Column("vastgelegd_op", sa.String(length=30), nullable=False),
        sa.CheckConstraint("risico IN ('verbaal', 'fysiek', 'wapen', 'geen')", name=op.f("ck_bejegening_risico")),
        sa.ForeignKeyConstraint(["abonnement_id"], ["abonnement.id"], name=op.f("fk_bejegening_abonnement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bejegening")),
        sa.UniqueConstraint("abonnement_id", "versie", name=op.f("uq_bejegening_abonnement_id_versie")),
    )
    op.create_table(
        "handelingskader",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("abonnement_id", NUMBER, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("actie", sa.String(length=40), nullable=False),
        sa.Column("kern", sa.String(length=140), nullable=False),
        sa.Column("regels", JSON, nullable=False),
        sa.Column("casusoverleg", sa.String(length=10), nullable=True),
        sa.Column("vastgesteld_door", sa.String(length=120), nullable=True),
        sa.Column("vastgelegd_op", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(["abonnement_id"], ["abonnement.id"], name=op.f("fk_handelingskader_abonnement_id")),
        sa.ForeignKeyConstraint(["actie"], ["actie.code"], name=op.f("fk_handelingskader_actie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handelingskader")),
        sa.UniqueConstraint("abonnement_id", "versie", name=op.f("uq_handelingskader_abonnement_id_versie")),
    )

    for table, rows in (("aanpak", AANPAKKEN), ("regime", REGIMES)):
        op.bulk_insert(
            sa.table(table, sa.column("code"), sa.column("naam")),
            [{"code": code, "naam": naam} for code, naam in rows.items()],
        )
    actie = sa.table("actie", *(sa.column(name) for name in ("code", "tekst", "icoon", "kleur")))
    op.bulk_insert(actie, [dict(zip(("code", "tekst", "icoon", "kleur"), row, strict=True)) for row in ACTIES])


def downgrade() -> None:
    for table in (
        "handelingskader",
        "bejegening",
        "abonnement_contactpersoon",
        "persoon_alias",
        "contactpersoon",
        "abonnement",
        "regime",
        "persoon",
        "organisatie",
        "actie",
        "aanpak",
    ):
        op.drop_table(table)
