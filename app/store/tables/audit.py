"""The trail. Rows are only ever added."""

from sqlalchemy import Column, Index, String, Table

from app.store.tables.base import Json, Number, metadata

auditrecord = Table(
    "auditrecord",
    metadata,
    Column("volgnummer", Number, primary_key=True),  # order is by number, never by clock
    Column("id", String(36), nullable=False, unique=True),
    Column("gebeurtenis", String(40), nullable=False),
    Column("tijdstip", String(30), nullable=False),
    Column("account_id", Number),
    Column("sessie_id", String(36)),
    Column("inhoud", Json, nullable=False),
    Index(None, "account_id", "volgnummer"),
    sqlite_autoincrement=True,
)
