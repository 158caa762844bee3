"""The dossier side: normalised, versioned, for the people of the case only.

Dates are ISO text (`YYYY-MM-DD`; a birth date may be `YYYY-MM` or `YYYY`): text compares the same on both databases.
Moments are ISO text in UTC ending in `Z`.
"""

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
    false,
    true,
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

# What an officer can be told to do. A region adds rows and words them; a published version keeps the words, icon and
# colour that it was published with, so that nothing which happens here reaches it. `actief` says: to be chosen anew.
actie = Table(
    "actie",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("tekst", String(40), nullable=False),
    Column("icoon", String(40), nullable=False),
    Column("kleur", String(20), nullable=False),
    Column("actief", Boolean, nullable=False, server_default=true()),
    Column("versie", Integer, nullable=False, server_default="1"),
)

organisatie = Table(
    "organisatie",
    metadata,
    Column("id", Number, primary_key=True),
    Column("naam", String(120), nullable=False, unique=True),
    Column("soort", String(20), nullable=False),
    Column("email", String(254)),  # where a reminder about the form goes
    Column("versie", Integer, nullable=False, server_default="1"),
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
    Column("versie", Integer, nullable=False, server_default="1"),
    # Who this person turned out to be; the row itself stays, so that a merge can be undone.
    Column("samengevoegd_met", ForeignKey("persoon.id")),
    Index(None, "geboortedatum"),
    Index(None, "geslachtsnaam"),
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
    Column("versie", Integer, nullable=False, server_default="1"),
    # Who keeps the agreement, and so who may see and change it: follows from the regime and the two above.
    Column("eigenaar_id", ForeignKey("organisatie.id")),
    # `bestand`: an import may change and end it. `bureau`: only people at the desk do.
    Column("herkomst", String(10), nullable=False, server_default="bestand"),
    Column("reden", String(300)),  # of the last suspension or ending
    Column("geopend_op", String(30)),
    CheckConstraint("herkomst IN ('bestand', 'bureau')", name="herkomst"),
    CheckConstraint("status IN ('concept', 'actief', 'opgeschort', 'beeindigd')", name="status"),
    Index(None, "persoon_id"),
    Index(None, "eigenaar_id", "status", "toetsen_voor"),
    # What the lists of the desk are narrowed by, in their order: newest first, or what is to be reviewed first.
    Index(None, "eigenaar_id", "id"),
    Index(None, "eigenaar_id", "status", "id"),
    Index(None, "aanpak", "id"),
    Index(None, "aanpak", "status", "id"),
    Index(None, "status", "id"),
    Index(None, "status", "toetsen_voor", "id"),
)


def act_of_publishing() -> tuple[Column[Any] | CheckConstraint, ...]:
    """Who made a version lasting, when, and why: because it was established anew, looked at again, or withdrawn."""
    return (
        Column("vastgelegd_op", String(30), nullable=False),
        Column("vastgelegd_door", ForeignKey("account.id")),
        Column("goedgekeurd_door", ForeignKey("account.id")),
        Column("aanleiding", String(12), nullable=False, server_default="vastgesteld"),
        Column("toetsen_voor", String(10)),  # as it stood when this version was made
        CheckConstraint("aanleiding IN ('vastgesteld', 'nagekeken', 'ingetrokken')", name="aanleiding"),
    )


# A published version never changes: a new row with the next number replaces it.
handelingskader = Table(
    "handelingskader",
    metadata,
    Column("id", Number, primary_key=True),
    Column("abonnement_id", ForeignKey("abonnement.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("actie", ForeignKey("actie.code"), nullable=False),
    # The action as it read when this version was made.
    Column("actie_tekst", String(40)),
    Column("actie_icoon", String(40)),
    Column("actie_kleur", String(20)),
    Column("kern", String(140), nullable=False),
    Column("regels", Json, nullable=False),
    Column("casusoverleg", String(10)),
    Column("vastgesteld_door", String(120)),
    *act_of_publishing(),
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
    *act_of_publishing(),
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
    Column("op_feestdagen", Boolean, nullable=False, server_default=false()),
    Column("uitzonderingen", Json, nullable=False, server_default="[]"),  # [{"van", "tot", "bereikbaar"}]
    Column("vervanger_id", ForeignKey("contactpersoon.id")),
    # Nobody who is switched off comes on a card; then `vervanger_id` says who took over.
    Column("actief", Boolean, nullable=False, server_default=true()),
    Column("versie", Integer, nullable=False, server_default="1"),
    # Once an organisation has said at the desk who this is, a register file only says on which abonnementen. By which
    # name and number such a file knows this person is kept here; NULL: by the present ones.
    Column("bureau", Boolean, nullable=False, server_default=false()),
    Column("bron_naam", String(120)),
    Column("bron_telefoon", String(20)),
    Index(None, "organisatie_id", "naam"),
    Index(None, "organisatie_id", "bron_naam"),
    Index(None, "vervanger_id"),
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
