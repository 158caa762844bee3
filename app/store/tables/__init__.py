"""The tables, a module per feature; `metadata` holds them all."""

from app.store.tables import access, audit, register, street
from app.store.tables.base import metadata

__all__ = ["access", "audit", "metadata", "register", "street"]
