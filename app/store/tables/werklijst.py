"""What the street says back: this card is not right."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from app.store.tables.base import Number, metadata

melding = Table(
    "melding",
    metadata,
    Column("id", Number, primary_key=True),
    Column("persoon_id", ForeignKey("persoon.id"), nullable=False),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("eigenaar_id", ForeignKey("organisatie.id")),
    Column("raadpleging", String(36), nullable=False),  # the audit record of the question or the inzage
    Column("kaart_digest", String(64), nullable=False),
    Column("handelingskader_versie", Integer),
    Column("bejegening_versie", Integer),
    Column("urgentie", String(10), nullable=False),
    Column("tekst", String(300), nullable=False),
    Column("gemeld_op", String(30), nullable=False),
    Column("gemeld_door", ForeignKey("account.id"), nullable=False),
    Column("status", String(16), nullable=False),
    Column("antwoord", String(300)),
    Column("behandeld_op", String(30)),
    Column("behandeld_door", ForeignKey("account.id")),
    Column("gelezen_op", String(30)),  # when the officer saw the answer
    Column("versie", Integer, nullable=False, server_default="1"),
    CheckConstraint("urgentie IN ('gewoon', 'dringend')", name="urgentie"),
    CheckConstraint("status IN ('nieuw', 'in_behandeling', 'afgehandeld')", name="status"),
    Index(None, "eigenaar_id", "status", "gemeld_op"),
    Index(None, "abonnement_id"),
    Index(None, "gemeld_door", "gemeld_op"),
)
