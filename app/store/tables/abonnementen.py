"""Opening abonnementen: the terms that a regime proposes, and persons who turned out to be one."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from app.store.tables.base import Json, Number, metadata

# Terms are versioned: an abonnement keeps the dates that were proposed when it was opened.
regimetermijn = Table(
    "regimetermijn",
    metadata,
    Column("regime", ForeignKey("regime.code"), primary_key=True),
    Column("versie", Integer, primary_key=True),
    Column("toetsen_na_maanden", Integer, nullable=False),
    Column("einde_na_maanden", Integer, nullable=False),
    Column("vastgelegd_op", String(30), nullable=False),
    Column("vastgelegd_door", ForeignKey("account.id")),
)

# `inhoud` holds all that is needed to undo it: which abonnementen moved, which aliassen and fields were added.
samenvoeging = Table(
    "samenvoeging",
    metadata,
    Column("id", Number, primary_key=True),
    Column("van_id", ForeignKey("persoon.id"), nullable=False),
    Column("naar_id", ForeignKey("persoon.id"), nullable=False),
    Column("reden", String(300), nullable=False),
    Column("inhoud", Json, nullable=False),
    Column("gedaan_op", String(30), nullable=False),
    Column("gedaan_door", ForeignKey("account.id"), nullable=False),
    Column("ongedaan_op", String(30)),
    Column("ongedaan_door", ForeignKey("account.id")),
    Index(None, "van_id"),
    Index(None, "naar_id"),
)
