"""What all tables share: one metadata with predictable constraint names, and portable types."""

from sqlalchemy import JSON, BigInteger, Integer, MetaData
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only for a plain INTEGER, which has 64 bits there.
Number: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
# A JSON null and an absent value are one thing here.
Json = JSON(none_as_null=True)
