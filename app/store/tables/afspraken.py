"""What is agreed, on its way to the street and after: the concept, the versions, and the cards of former days."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from app.store.tables.base import Json, Number, metadata
from app.store.tables.register import act_of_publishing

# One at a time per abonnement. Handelingskader, bejegening and ZSM-advies are written, judged and published together.
concept = Table(
    "concept",
    metadata,
    Column("abonnement_id", ForeignKey("abonnement.id", ondelete="CASCADE"), primary_key=True),
    Column("status", String(10), nullable=False),
    Column("inhoud", Json, nullable=False),
    Column("opmerking", String(300)),  # why it was sent back
    Column("gewijzigd_op", String(30), nullable=False),
    Column("gewijzigd_door", ForeignKey("account.id"), nullable=False),
    Column("schrijvers", Json, nullable=False, server_default="[]"),  # every account that wrote in it
    Column("ingediend_op", String(30)),
    Column("ingediend_door", ForeignKey("account.id")),
    # Digest of what organisations said to the street when it was submitted: nothing else is approved with it.
    Column("inlichtingen_digest", String(64)),
    Column("versie", Integer, nullable=False, server_default="1"),
    CheckConstraint("status IN ('concept', 'ingediend')", name="status"),
    Index(None, "status"),
)

# As a handelingskader: a published version never changes.
zsm_advies = Table(
    "zsm_advies",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("datum", String(10), nullable=False),
    Column("doel", String(300), nullable=False),
    Column("advies", String(1000), nullable=False),
    Column("context", String(500)),
    Column("historie", String(500)),
    Column("criteria", Json, nullable=False),  # which of the criteria that people judge were ticked
    *act_of_publishing(),
    UniqueConstraint("abonnement_id", "versie"),
)

# What organisations said that the street may know, as it was when it was published.
straatinlichtingen = Table(
    "straatinlichtingen",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("regels", Json, nullable=False),  # [{"organisatie_id", "organisatie", "tekst", "aard", "bron"}]
    Column("vastgelegd_op", String(30), nullable=False),
    UniqueConstraint("abonnement_id", "versie"),
)

# What stood on the street before: a row of `straatkaart` moves here when it is replaced or taken away. It stood there
# from `sinds` until just before `tot`.
kaartarchief = Table(
    "kaartarchief",
    metadata,
    Column("id", Number, primary_key=True),
    Column("persoon_id", Number, nullable=False),
    Column("geldig_van", String(10), nullable=False),
    Column("geldig_tot", String(10), nullable=False),
    Column("kaart", LargeBinary, nullable=False),
    Column("abonnementen", Json),
    Column("sinds", String(30), nullable=False),
    Column("tot", String(30), nullable=False),
    Index(None, "persoon_id", "sinds"),
)
