"""What all changes at the desk share."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from app.store.tables.base import Json, metadata

# What a POST with an Idempotency-Key was answered with, so that the same one again does nothing twice.
eenmalig = Table(
    "eenmalig",
    metadata,
    Column("account_id", ForeignKey("account.id"), primary_key=True),
    Column("sleutel", String(64), primary_key=True),
    Column("verzoek", String(64), nullable=False),  # digest of method, address and body
    Column("antwoord", Json),
    Column("nieuw", Integer, nullable=False),
    Column("versie", Integer),
    Column("plek", String(200)),
    Column("gedaan_op", String(30), nullable=False),
    Index(None, "gedaan_op"),
)
