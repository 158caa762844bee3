"""The dossier side: normalised, versioned, for the people of the case only.

Dates are ISO text (`YYYY-MM-DD`; a birth date may be `YYYY-MM` or `YYYY`): text compares the same on both databases.
Moments are ISO text in UTC ending in `Z`.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from app.store.tables.base import Json, Number, metadata

aanpak = Table(
    "aanpak",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("naam", String(80), nullable=False),
)

regime = Table(
    "regime",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("naam", String(120), nullable=False),
)

# What an officer can be told to do; a region may add rows, and none is taken away from a published version.
actie = Table(
    "actie",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("tekst", String(40), nullable=False),
    Column("icoon", String(40), nullable=False),
    Column("kleur", String(20), nullable=False),
)

organisatie = Table(
    "organisatie",
    metadata,
    Column("id", Number, primary_key=True),
    Column("naam", String(120), nullable=False, unique=True),
    Column("soort", String(20), nullable=False),
    CheckConstraint("soort IN ('veiligheidshuis', 'gemeente', 'partner', 'politie', 'om')", name="soort"),
)

persoon = Table(
    "persoon",
    metadata,
    Column("id", Number, primary_key=True),
    Column("extern_id", String(80), nullable=False, unique=True),
    Column("voornamen", String(120)),
    Column("roepnaam", String(60)),
    Column("voorvoegsel", String(40)),
    Column("geslachtsnaam", String(120), nullable=False),
    Column("geboortedatum", String(10)),
    Column("geboorteplaats", String(80)),
    Column("geslacht", String(10), nullable=False),
    # Digest of what was last imported, so that an unchanged line changes nothing.
    Column("bron_digest", String(64)),
)

persoon_alias = Table(
    "persoon_alias",
    metadata,
    Column("persoon_id", ForeignKey("persoon.id", ondelete="CASCADE"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("naam", String(200), nullable=False),
)

abonnement = Table(
    "abonnement",
    metadata,
    Column("id", Number, primary_key=True),
    Column("persoon_id", ForeignKey("persoon.id"), nullable=False),
    Column("aanpak", ForeignKey("aanpak.code"), nullable=False),
    Column("regime", ForeignKey("regime.code"), nullable=False),
    Column("veiligheidshuis_id", ForeignKey("organisatie.id")),
    Column("gemeente_id", ForeignKey("organisatie.id")),
    Column("doel", String(300), nullable=False),
    Column("status", String(12), nullable=False),
    Column("start", String(10)),
    Column("toetsen_voor", String(10)),
    Column("einde", String(10)),
    CheckConstraint("status IN ('concept', 'actief', 'opgeschort', 'beeindigd')", name="status"),
    Index(None, "persoon_id"),
)

# A published version never changes: a new row with the next number replaces it.
handelingskader = Table(
    "handelingskader",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("actie", ForeignKey("actie.code"), nullable=False),
    Column("kern", String(140), nullable=False),
    Column("regels", Json, nullable=False),
    Column("casusoverleg", String(10)),
    Column("vastgesteld_door", String(120)),
    Column("vastgelegd_op", String(30), nullable=False),
    UniqueConstraint("abonnement_id", "versie"),
)

bejegening = Table(
    "bejegening",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("kern", String(140), nullable=False),
    Column("ziet", String(300)),
    Column("betekent", String(300)),
    Column("doen", Json, nullable=False),
    Column("niet_doen", Json, nullable=False),
    Column("risico", String(10)),
    Column("vastgelegd_op", String(30), nullable=False),
    CheckConstraint("risico IN ('verbaal', 'fysiek', 'wapen', 'geen')", name="risico"),
    UniqueConstraint("abonnement_id", "versie"),
)

# A contactpersoon lives once per organisation and is linked to the abonnementen.
contactpersoon = Table(
    "contactpersoon",
    metadata,
    Column("id", Number, primary_key=True),
    Column("organisatie_id", ForeignKey("organisatie.id"), nullable=False),
    Column("naam", String(120), nullable=False),
    Column("functie", String(120)),
    Column("telefoon", String(20)),
    Column("email", String(254)),
    Column("bereikbaar", String(200)),
    Index(None, "organisatie_id", "naam"),
)

abonnement_contactpersoon = Table(
    "abonnement_contactpersoon",
    metadata,
    Column("abonnement_id", ForeignKey("abonnement.id", ondelete="CASCADE"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("contactpersoon_id", ForeignKey("contactpersoon.id"), nullable=False),
    Column("eerste", Boolean, nullable=False),
    Index(None, "contactpersoon_id"),
)
