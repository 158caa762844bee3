"""What the register knows, as frozen values: one shape for the file, the tables and the straatkaart.

Dates are ISO text, as in the tables. What a row has and a file has not (`id`, `versie`) does not count when two
values are compared: "did this change?" is a question about what people wrote.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Persoon:
    extern_id: str
    geslachtsnaam: str
    voornamen: str | None = None
    roepnaam: str | None = None
    voorvoegsel: str | None = None
    aliassen: tuple[str, ...] = ()
    geboortedatum: str | None = None
    geboorteplaats: str | None = None
    geslacht: str = "onbekend"


@dataclass(frozen=True, slots=True)
class Actie:
    code: str
    tekst: str
    icoon: str
    kleur: str
    actief: bool = True


@dataclass(frozen=True, slots=True)
class Handelingskader:
    actie: str
    kern: str
    regels: tuple[str, ...] = ()
    casusoverleg: str | None = None
    vastgesteld_door: str | None = None
    versie: int = field(default=1, compare=False)
    # The action in the words of this version; None for one that is not published yet.
    bewoording: Actie | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Bejegening:
    kern: str
    ziet: str | None = None
    betekent: str | None = None
    doen: tuple[str, ...] = ()
    niet_doen: tuple[str, ...] = ()
    risico: str | None = None
    versie: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """Other hours from one day to another, both inclusive; None: not to be reached on those days."""

    van: str
    tot: str
    bereikbaar: str | None = None

    def stored(self) -> dict[str, str | None]:
        """As the table keeps it, and as a card and an answer show it."""
        return {"van": self.van, "tot": self.tot, "bereikbaar": self.bereikbaar}


@dataclass(frozen=True, slots=True)
class Contactpersoon:
    """`vervanger` is of the same organisation, and is called when this one cannot be reached."""

    organisatie: str
    naam: str
    functie: str | None = None
    telefoon: str | None = None
    email: str | None = None
    bereikbaar: str | None = None
    eerste: bool = False
    op_feestdagen: bool = False
    uitzonderingen: tuple[Uitzondering, ...] = ()
    vervanger: "Contactpersoon | None" = None

    @property
    def identity(self) -> tuple[str, str, str | None]:
        """What makes a contactpersoon in a file the same one as in the register."""
        return (self.organisatie, self.naam, self.telefoon)


@dataclass(frozen=True, slots=True)
class Inlichting:
    """What an organisation lets the street know, as it was when the owner published."""

    organisatie: str
    tekst: str
    aard: str
    bron: str


@dataclass(frozen=True, slots=True)
class Formulierregel:
    """One entry of a part of the form; `delen` is how far it may go."""

    tekst: str
    delen: str
    aard: str
    bron: str


@dataclass(frozen=True, slots=True)
class Formulierdeel:
    """The part of one organisation; moments are stamps."""

    organisatie: str
    status: str
    gevraagd_op: str
    neemt_deel: bool | None = None
    vraag: str | None = None
    bezwaar: str | None = None
    herinnerd_op: str | None = None
    ingevuld_op: str | None = None
    bevestigd_op: str | None = None
    inlichtingen: tuple[Formulierregel, ...] = ()
    # Whom it says to call. How to reach them lives elsewhere, so that by itself makes no other part.
    contactpersonen: tuple["Contactpersoon", ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Advies:
    """The ZSM-advies that counts; which of its criteria were ticked."""

    datum: str
    doel: str
    advies: str
    context: str | None = None
    historie: str | None = None
    context_gezien: bool = False
    juridische_taal: bool = False
    historie_gezien: str | None = None


@dataclass(frozen=True, slots=True)
class Bureaudeel:
    """What only the desk says of an abonnement: a file brings it along with a new one, and never changes it."""

    herkomst: str = "bestand"
    reden: str | None = None
    geopend_op: str | None = None
    zsm_advies: Advies | None = None
    formulier: tuple[Formulierdeel, ...] = ()
    op_straat: tuple[Inlichting, ...] = ()

    @property
    def gekozen(self) -> tuple["Contactpersoon", ...]:
        """Whom its parts of the form say to call."""
        return tuple(person for deel in self.formulier for person in deel.contactpersonen)


@dataclass(frozen=True, slots=True)
class Abonnement:
    """One person's enrolment in one aanpak. `veiligheidshuis` and `gemeente` are names of organisations."""

    aanpak: str
    regime: str
    veiligheidshuis: str | None = None
    gemeente: str | None = None
    doel: str = ""
    status: str = "actief"
    start: str | None = None
    toetsen_voor: str | None = None
    einde: str | None = None
    handelingskader: Handelingskader | None = None
    bejegening: Bejegening | None = None
    contactpersonen: tuple[Contactpersoon, ...] = ()
    # Comes from the form, so a file cannot change it.
    inlichtingen: tuple[Inlichting, ...] = field(default=(), compare=False)
    # Read only to be written to a file; None in a file that says nothing of it.
    bureau: Bureaudeel | None = field(default=None, compare=False)
    id: int | None = field(default=None, compare=False)

    @property
    def eigenaar(self) -> str | None:
        """Who keeps the agreement: the gemeente for a local PGA, else the zorg- en veiligheidshuis."""
        if self.regime == LOKALE_PGA:
            return self.gemeente or self.veiligheidshuis
        return self.veiligheidshuis or self.gemeente

    @property
    def identity(self) -> tuple[str, str | None, str | None]:
        """What makes an abonnement in a file the same one as in the register."""
        return (self.aanpak, self.eigenaar, self.start)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person with every abonnement, the ended ones included."""

    persoon: Persoon
    abonnementen: tuple[Abonnement, ...]


@dataclass(frozen=True, slots=True)
class Naslag:
    """The reference tables, read once per task: aanpakken and regimes by code with their names, and the acties."""

    aanpakken: dict[str, str]
    regimes: dict[str, str]
    acties: dict[str, Actie]


LOKALE_PGA = "lokale_pga"
WGS = "wgs"
