"""The shared form: a part per organisation that takes part, the entries in it, and the mail that asks for it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.base import Number, metadata

formulierdeel = Table(
    "formulierdeel",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id", ondelete="CASCADE"), nullable=False),
    Column("organisatie_id", ForeignKey("organisatie.id"), nullable=False),
    Column("status", String(12), nullable=False),
    Column("neemt_deel", Boolean),  # NULL: has not said yet
    Column("vraag", String(300)),  # why it was sent back
    Column("bezwaar", String(300)),  # why what this organisation said may not be on the street
    Column("gevraagd_op", String(30), nullable=False),
    Column("herinnerd_op", String(30)),
    Column("ingevuld_op", String(30)),
    Column("ingevuld_door", ForeignKey("account.id")),
    Column("bevestigd_op", String(30)),
    Column("bevestigd_door", ForeignKey("account.id")),
    Column("versie", Integer, nullable=False, server_default="1"),
    CheckConstraint("status IN ('open', 'ingevuld', 'bevestigd', 'teruggestuurd')", name="status"),
    UniqueConstraint("abonnement_id", "organisatie_id"),
    Index(None, "organisatie_id", "status"),
)

# What an organisation says of a person, and how far that may go.
inlichting = Table(
    "inlichting",
    metadata,
    Column("deel_id", ForeignKey("formulierdeel.id", ondelete="CASCADE"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("tekst", String(300), nullable=False),
    Column("delen", String(14), nullable=False),
    Column("aard", String(8), nullable=False),
    Column("bron", String(120), nullable=False),
    CheckConstraint("delen IN ('straat', 'zsm', 'alleen_overleg')", name="delen"),
    CheckConstraint("aard IN ('feit', 'oordeel')", name="aard"),
)

# Mail that waits until a server takes it. It names nobody: what is in it could stand on a postcard.
bericht = Table(
    "bericht",
    metadata,
    Column("id", Number, primary_key=True),
    Column("organisatie_id", ForeignKey("organisatie.id"), nullable=False),
    Column("aan", String(254), nullable=False),
    Column("onderwerp", String(200), nullable=False),
    Column("tekst", Text, nullable=False),
    Column("gemaakt_op", String(30), nullable=False),
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("opnieuw_na", String(30), nullable=False),
    Column("fout", String(200)),
    Column("verzonden_op", String(30)),
    Index(None, "verzonden_op", "opnieuw_na"),
)
