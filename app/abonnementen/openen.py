"""Open an abonnement: for somebody who is in the register, or for somebody new."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, insert, select

from app.abonnementen.naslag import read_termijn
from app.abonnementen.rules import Datums, problems_of_datums, propose
from app.abonnementen.zoeken import likely_doubles
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet, MogelijkDubbel
from app.formulier.delen import voeg_delen_toe
from app.lookup.zoek import Drempels
from app.register import rules
from app.register.model import LOKALE_PGA, Persoon
from app.register.rows import alias_rows, persoon_row
from app.register.statements import add
from app.store.tables.register import aanpak, abonnement, organisatie, persoon, persoon_alias
from app.werk.bereik import not_found
from app.werk.bureau import Werk

MAX_ORGANISATIES = 20
LOOPT = ("concept", "actief", "opgeschort")


@dataclass(frozen=True)
class Opening:
    """What is asked: for `persoon_id`, or for the new person `nieuw` (whose `extern_id` is made here).

    Dates are ISO; `start` absent is today, and the others are proposed by the regime.
    """

    aanpak: str
    regime: str
    doel: str
    persoon_id: int | None = None
    nieuw: Persoon | None = None
    veiligheidshuis_id: int | None = None
    gemeente_id: int | None = None
    start: str | None = None
    toetsen_voor: str | None = None
    einde: str | None = None
    organisaties: tuple[int, ...] = ()
    bekeken_dubbelen: frozenset[int] = frozenset()

    @property
    def eigenaar_id(self) -> int | None:
        """Who keeps the agreement: the gemeente for a local PGA, else the zorg- en veiligheidshuis."""
        if self.regime == LOKALE_PGA:
            return self.gemeente_id or self.veiligheidshuis_id
        return self.veiligheidshuis_id or self.gemeente_id


def open_abonnement(werk: Werk, opdracht: Opening) -> int:
    """Open it as a `concept`, with a part of the form for each organisation; returns its id.

    Nothing reaches the street yet: that waits for what is agreed. Raises `InvalidInput`; `NotFound` for a person who
    is not there; `KanNuNiet` when it is open already, or the person was merged.
    """
    datums = _check(werk, opdracht)
    if opdracht.nieuw is not None:
        persoon_id = make_persoon(werk, opdracht.nieuw)
    else:
        persoon_id = _existing(werk.connection, opdracht.persoon_id)
        check_no_overlap(werk.connection, persoon_id, (opdracht.aanpak, opdracht.eigenaar_id), datums)
    abonnement_id = _insert(werk, opdracht, persoon_id, datums)
    voeg_delen_toe(werk, abonnement_id, _taking_part(werk, opdracht))
    werk.leg_vast(
        Event.ABONNEMENT_GEOPEND,
        {
            "abonnement": abonnement_id,
            "persoon": persoon_id,
            "nieuwePersoon": opdracht.nieuw is not None,
            "aanpak": opdracht.aanpak,
            "eigenaar": opdracht.eigenaar_id,
            "bekekenDubbelen": sorted(opdracht.bekeken_dubbelen),
        },
    )
    return abonnement_id


def open_after_search(werk: Werk, opdracht: Opening, drempels: Drempels) -> int:
    """As `open_abonnement`; raises `MogelijkDubbel` when the new person may be somebody who was not looked at.

    What cannot be opened anyhow is said first, so that who says that it is somebody else is done.
    """
    _check(werk, opdracht)
    if opdracht.nieuw is not None:
        doubles = likely_doubles(werk, opdracht.nieuw, drempels)
        unseen = tuple(number for number in doubles if number not in opdracht.bekeken_dubbelen)
        if unseen:
            raise MogelijkDubbel(
                "Deze persoon staat misschien al in het register. Bekijk eerst wie er op lijkt.", persoon_ids=unseen
            )
    return open_abonnement(werk, opdracht)


def _check(werk: Werk, opdracht: Opening) -> Datums:
    """The dates that it gets; raises `InvalidInput` with everything that is wrong."""
    vandaag = werk.vandaag.isoformat()
    errors = [FieldError(f"#/{name}", reason) for name, reason in _problems(werk, opdracht, vandaag)]
    termijn = read_termijn(werk.connection, opdracht.regime)
    if termijn is None:
        errors.append(FieldError("#/regime", "Dit regime is er niet, of het heeft nog geen termijnen."))
        raise InvalidInput("Kijk de gegevens na.", errors=tuple(errors))
    datums = propose(opdracht.start or vandaag, opdracht.toetsen_voor, opdracht.einde, termijn)
    errors += [FieldError(f"#/{name}", reason) for name, reason in problems_of_datums(datums, vandaag)]
    if errors:
        raise InvalidInput("Kijk de gegevens na.", errors=tuple(errors))
    return datums


def _problems(werk: Werk, opdracht: Opening, vandaag: str) -> Iterator[tuple[str, str]]:
    if (opdracht.persoon_id is None) == (opdracht.nieuw is None):
        yield "persoonId", "Kies een persoon, of vul een nieuwe in: een van de twee."
    if opdracht.nieuw is not None and (opdracht.nieuw.geboortedatum or "") > vandaag:
        yield "persoon/geboorte/datum", "Deze geboortedatum ligt in de toekomst."
    known = select(aanpak.c.code).where(aanpak.c.code == opdracht.aanpak)
    if werk.connection.execute(known).one_or_none() is None:
        yield "aanpak", "Deze aanpak is er niet."
    yield from _problems_of_owners(werk.connection, opdracht)


def _problems_of_owners(connection: Connection, opdracht: Opening) -> Iterator[tuple[str, str]]:
    if opdracht.eigenaar_id is None:
        name = "gemeenteId" if opdracht.regime == LOKALE_PGA else "veiligheidshuisId"
        yield name, "Kies wie het abonnement beheert: een zorg- en veiligheidshuis of een gemeente."
    wanted = {
        number for number in (opdracht.veiligheidshuis_id, opdracht.gemeente_id, *opdracht.organisaties) if number
    }
    found = select(organisatie.c.id, organisatie.c.soort).where(organisatie.c.id.in_(sorted(wanted)))
    kinds: dict[int, str] = dict(connection.execute(found).all())
    for name, number, kind in (
        ("veiligheidshuisId", opdracht.veiligheidshuis_id, "veiligheidshuis"),
        ("gemeenteId", opdracht.gemeente_id, "gemeente"),
    ):
        if number is not None and kinds.get(number) != kind:
            yield name, f"Deze organisatie is er niet, of is geen {kind}."
    for at, number in enumerate(opdracht.organisaties):
        if number not in kinds:
            yield f"organisaties/{at}", "Deze organisatie is er niet."


def make_persoon(werk: Werk, nieuw: Persoon) -> int:
    """A new person in the register, under an `externId` of our own making; returns the id."""
    nieuw = replace(nieuw, extern_id=f"bureau-{uuid4()}")
    made = insert(persoon).values(persoon_row(nieuw)).returning(persoon.c.id)
    persoon_id: int = werk.connection.execute(made).scalar_one()
    add(werk.connection, persoon_alias, list(alias_rows(persoon_id, nieuw)))
    return persoon_id


def _existing(connection: Connection, persoon_id: int | None) -> int:
    """The person, who stays as they are until this transaction ends: whoever merges them waits, or was first."""
    found = select(persoon.c.id, persoon.c.samengevoegd_met).where(persoon.c.id == persoon_id).with_for_update()
    row = connection.execute(found).one_or_none()
    if row is None:
        raise not_found()
    if row.samengevoegd_met is not None:
        raise KanNuNiet(
            f"Deze persoon is samengevoegd met persoon {row.samengevoegd_met}. Open het abonnement daar.",
            errors=(FieldError("#/persoonId", "Deze persoon is samengevoegd met een ander."),),
        )
    return int(row.id)


def check_no_overlap(
    connection: Connection,
    persoon_id: int,
    van: tuple[str, int | None],
    datums: Datums,
    *,
    behalve: int | None = None,
) -> None:
    """Of one person at most one abonnement runs on a day, per aanpak and owner (`van`); raises `KanNuNiet`."""
    aanpak_code, eigenaar_id = van
    conditions: list[ColumnElement[bool]] = [
        abonnement.c.persoon_id == persoon_id,
        abonnement.c.aanpak == aanpak_code,
        abonnement.c.eigenaar_id == eigenaar_id,
        abonnement.c.status.in_(LOOPT),
    ]
    if behalve is not None:
        conditions.append(abonnement.c.id != behalve)
    for row in connection.execute(select(abonnement).where(*conditions)):
        if rules.overlap((row.start, row.einde), (datums.start, datums.einde)):
            raise KanNuNiet(
                f"Abonnement {row.id} loopt al voor deze persoon, in deze aanpak en bij deze eigenaar. "
                "Werk dat bij, of beëindig het eerst."
            )


def _insert(werk: Werk, opdracht: Opening, persoon_id: int, datums: Datums) -> int:
    row: dict[str, Any] = {
        "persoon_id": persoon_id,
        "aanpak": opdracht.aanpak,
        "regime": opdracht.regime,
        "veiligheidshuis_id": opdracht.veiligheidshuis_id,
        "gemeente_id": opdracht.gemeente_id,
        "eigenaar_id": opdracht.eigenaar_id,
        "doel": opdracht.doel,
        "status": "concept",
        "start": datums.start,
        "toetsen_voor": datums.toetsen_voor,
        "einde": datums.einde,
        "herkomst": "bureau",
        "geopend_op": werk.moment,
    }
    return int(werk.connection.execute(insert(abonnement).values(row).returning(abonnement.c.id)).scalar_one())


def _taking_part(werk: Werk, opdracht: Opening) -> list[int]:
    """Who gets a part of the form: the police and who keeps the agreement always do."""
    everybody = (opdracht.eigenaar_id, werk.caller.organisatie_id, *opdracht.organisaties)
    return [number for number in everybody if number is not None]
