"""The tables, a module per feature; `metadata` holds them all."""

from app.store.tables import abonnementen, access, afspraken, audit, formulier, register, street, werk, werklijst
from app.store.tables.base import metadata

__all__ = [
    "abonnementen",
    "access",
    "afspraken",
    "audit",
    "formulier",
    "metadata",
    "register",
    "street",
    "werk",
    "werklijst",
]
