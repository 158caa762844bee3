"""Accounts, their sessions, and failed attempts to sign in."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from app.store.tables.base import Number, metadata

account = Table(
    "account",
    metadata,
    Column("id", Number, primary_key=True),
    Column("gebruikersnaam", String(80), nullable=False, unique=True),
    Column("wachtwoord_hash", String(200), nullable=False),
    Column("rol", String(20), nullable=False),
    Column("organisatie_id", ForeignKey("organisatie.id")),
    Column("actief", Boolean, nullable=False),
    CheckConstraint(
        "rol IN ('agent', 'politiebeheer', 'zvh', 'partner', 'pga_expert', 'zsm', 'privacy', 'beheer')",
        name="rol",
    ),
)

# A token names a session only; whether it still counts, and for which role, is read here each time.
sessie = Table(
    "sessie",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("account_id", ForeignKey("account.id"), nullable=False),
    Column("begonnen_op", String(30), nullable=False),
    Column("uiterlijk_op", String(30), nullable=False),
    Column("verversing", Integer, nullable=False),  # the number of the one refresh token that counts
    Column("ververst_op", String(30), nullable=False),
    Column("beeindigd_op", String(30)),
    Index(None, "account_id"),
)

# Keyed by a keyed digest of what was tried, so that no list of user names arises here.
aanmeldpoging = Table(
    "aanmeldpoging",
    metadata,
    Column("sleutel", String(64), primary_key=True),
    Column("mislukt", Integer, nullable=False),
    Column("laatst_op", String(30), nullable=False),
)
