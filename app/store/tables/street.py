"""The street side: small, flat, made to be read. Only `app.register` writes it, only `app.lookup` reads it.

Rows stand per *window* of validity (`geldig_van` to `geldig_tot`, both inclusive, ISO dates), because the set of
abonnementen that count may change on a date without anybody publishing: dates decide, not jobs.

A card and a profile say what the dossier says, for every version of the program alike. Keys, name parts and their
spellings say what the *rules* of a version make of a profile, so each of those rows bears the number of its rules
(`app.names.regels`) and those of several numbers stand side by side: an older and a newer version can then run beside
each other, and the keys of the newer one are made while the older one answers (`app.register.herbouw`).
"""

from sqlalchemy import Column, Integer, LargeBinary, SmallInteger, String, Table

from app.store.tables.base import Json, Number, metadata

FROM_ALWAYS = "0001-01-01"
FOR_EVER = "9999-12-31"

straatkaart = Table(
    "straatkaart",
    metadata,
    Column("persoon_id", Number, primary_key=True, autoincrement=False),
    Column("geldig_van", String(10), primary_key=True),
    Column("geldig_tot", String(10), nullable=False),
    Column("kaart", LargeBinary, nullable=False),  # UTF-8 JSON, sent as it is
    # Since when this row says this; NULL for as long as its card is (the card bears that moment).
    Column("sinds", String(30)),
    # Which abonnementen the afspraken on the card are of, in their order: the card itself holds no numbers of ours.
    Column("abonnementen", Json),
)

# What a search needs to rank and to list a person, apart from the card so that many fit on a page of the database.
zoekprofiel = Table(
    "zoekprofiel",
    metadata,
    Column("persoon_id", Number, primary_key=True, autoincrement=False),
    Column("geldig_van", String(10), primary_key=True),
    Column("geldig_tot", String(10), nullable=False),
    Column("aanpak", String(80), nullable=False),
    Column("profiel", Json, nullable=False),
)

# Which persons a question must look at. A key is a 48-bit number (`app.names.keys`) that starts with the number of the
# rules and ends in a digest: an integer is small, and compares fast on both databases. There is no index on
# `persoon_id`, for it would double the bytes: the writer takes a person's old keys from the stored profile.
zoeksleutel = Table(
    "zoeksleutel",
    metadata,
    Column("sleutel", Number, primary_key=True, autoincrement=False),
    Column("persoon_id", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# How many persons on the street bear a name part (in its sound form): what makes a rare name weigh more than "Jansen".
# The empty part is borne by everybody, so its count is the number of persons. It stands there only when all rows of its
# rules do: a search that does not find it knows, without asking anything else, that it must not answer "niet bekend".
naamdeel = Table(
    "naamdeel",
    metadata,
    Column("regels", SmallInteger, primary_key=True, autoincrement=False),
    Column("deel", String(60), primary_key=True),
    Column("aantal", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Spellings under which a distinct name part is found: with letters left out, without vowels, by its short forms. A row
# stands here once per part, however many persons bear it; `app.names.parts.variant_keys` is the only source.
naamvariant = Table(
    "naamvariant",
    metadata,
    Column("regels", SmallInteger, primary_key=True, autoincrement=False),
    Column("sleutel", String(40), primary_key=True),
    Column("deel", String(60), primary_key=True),
    sqlite_with_rowid=False,
)

# Which numbers of rules stand there, and how far they are: `maken`, `bijwerken` or `gereed` (`app.register.herbouw`).
zoekregels = Table(
    "zoekregels",
    metadata,
    Column("regels", SmallInteger, primary_key=True, autoincrement=False),
    Column("fase", String(10), nullable=False),
)

# Whose rows of a number are not in step, because somebody published this person who could not write them: `profiel` is
# the one that the rows are made from, and NULL says that there are none. Of all others the rows are in step.
zoekachterstand = Table(
    "zoekachterstand",
    metadata,
    Column("regels", SmallInteger, primary_key=True, autoincrement=False),
    Column("persoon_id", Number, primary_key=True, autoincrement=False),
    Column("profiel", Json, nullable=True),
    sqlite_with_rowid=False,
)
