"""The shared form: a part per organisation that takes part, the entries in it, and the mail that asks for it."""

from typing import Any

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
    literal_column,
    or_,
)

from app.store.tables.base import Json, Number, metadata

# Mail that waits until a server takes it. It names nobody: what is in it could stand on a postcard.
bericht = Table(
    "bericht",
    metadata,
    Column("id", Number, primary_key=True),
    Column("organisatie_id", ForeignKey("organisatie.id"), nullable=False),
    Column("aan", String(254), nullable=False),
    Column("soort", String(20), nullable=False),
    Column("plek", String(100), nullable=False),  # the path of the page that the link in it leads to
    Column("status", String(10), nullable=False, server_default="wacht"),
    Column("gemaakt_op", String(30), nullable=False),
    Column("pogingen", Integer, nullable=False, server_default="0"),
    # Nobody takes it up before this; whoever takes it up puts it forward first, so that nobody else does.
    Column("opnieuw_na", String(30), nullable=False),
    Column("fout", String(200)),
    Column("verzonden_op", String(30)),
    CheckConstraint("soort IN ('herinnering', 'terugzending', 'verzameld')", name="soort"),
    CheckConstraint("status IN ('wacht', 'verzonden', 'geweigerd', 'vervallen')", name="status"),
    Index(None, "status", "opnieuw_na"),
)

formulierdeel = Table(
    "formulierdeel",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id", ondelete="CASCADE"), nullable=False),
    Column("organisatie_id", ForeignKey("organisatie.id"), nullable=False),
    Column("status", String(13), nullable=False),
    Column("neemt_deel", Boolean),  # NULL: has not said yet
    Column("vraag", String(300)),  # why it was sent back
    Column("bezwaar", String(300)),  # why what this organisation said may not be on the street
    # Since when something is missing: opened, sent back, or changed after it was confirmed.
    Column("gevraagd_op", String(30), nullable=False),
    Column("herinnerd_op", String(30)),
    Column("bericht_id", ForeignKey("bericht.id")),  # the last mail about it
    Column("ingevuld_op", String(30)),
    Column("ingevuld_door", ForeignKey("account.id")),
    Column("bevestigd_op", String(30)),
    Column("bevestigd_door", ForeignKey("account.id")),
    Column("versie", Integer, nullable=False, server_default="1"),
    CheckConstraint("status IN ('open', 'ingevuld', 'bevestigd', 'teruggestuurd')", name="status"),
    UniqueConstraint("abonnement_id", "organisatie_id"),
    Index(None, "organisatie_id", "status"),
    Index(None, "bericht_id"),
)

# Confirmed, and nobody objects: of many parts few are not, and every list asks for those alone. The value is part of
# the statement, for a database must see in it that the index holds all that is asked.
ONVOLLEDIG = or_(formulierdeel.c.status != literal_column("'bevestigd'"), formulierdeel.c.bezwaar.is_not(None))
_WHERE: dict[str, Any] = {"sqlite_where": ONVOLLEDIG, "postgresql_where": ONVOLLEDIG}
_BY_AGE = (formulierdeel.c.gevraagd_op, formulierdeel.c.id)
# Beyond the order it holds what rows are chosen by, so that those which are passed over need not be fetched.
_CHOSEN_BY = (formulierdeel.c.abonnement_id, formulierdeel.c.organisatie_id, formulierdeel.c.status)
Index("ix_formulierdeel_onvolledig", *_BY_AGE, *_CHOSEN_BY, **_WHERE)
Index("ix_formulierdeel_organisatie_id_onvolledig", formulierdeel.c.organisatie_id, *_BY_AGE, **_WHERE)

# What an organisation says of a person, and how far that may go.
inlichting = Table(
    "inlichting",
    metadata,
    Column("deel_id", ForeignKey("formulierdeel.id", ondelete="CASCADE"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("tekst", String(300), nullable=False),
    Column("delen", String(14), nullable=False),
    Column("aard", String(8), nullable=False),
    Column("bron", String(120), nullable=False),
    CheckConstraint("delen IN ('straat', 'zsm', 'alleen_overleg')", name="delen"),
    CheckConstraint("aard IN ('feit', 'oordeel')", name="aard"),
)

# Whom an organisation chose to be called about a person; it counts from the moment that the part is confirmed.
deelcontact = Table(
    "deelcontact",
    metadata,
    Column("deel_id", ForeignKey("formulierdeel.id", ondelete="CASCADE"), primary_key=True),
    Column("volgorde", Integer, primary_key=True),
    Column("contactpersoon_id", ForeignKey("contactpersoon.id"), nullable=False),
    Index(None, "contactpersoon_id"),
)

# Somebody's own part as it was being typed: kept from one moment to the next, seen by nobody else, gone once saved.
deelconcept = Table(
    "deelconcept",
    metadata,
    Column("deel_id", ForeignKey("formulierdeel.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", ForeignKey("account.id"), primary_key=True),
    Column("inhoud", Json, nullable=False),
    Column("basis", Integer, nullable=False),  # the version of the part that was on the screen
    Column("bewaard_op", String(30), nullable=False),
)
