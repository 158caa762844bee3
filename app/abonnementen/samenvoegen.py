"""Two persons of the register turn out to be one: everything of one moves to the other, and can be moved back.

The one who is merged (`van`) keeps their row and names, with a pointer to the other (`naar`): so nothing is lost, and
an old number still leads somewhere. What moved and what was added is written down in the merge itself.

Locks are taken in one order by everybody at the desk: abonnementen, then persons, each by number (PostgreSQL; SQLite
has one writer). Before these comes the turn that writers of dossiers take, for an import must not write to somebody
who is being merged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, insert, or_, select, update

from app.abonnementen.lezen import read_aliassen
from app.abonnementen.openen import LOOPT
from app.abonnementen.personen import set_aliassen
from app.audit.events import Event
from app.errors import FieldError, InvalidInput, KanNuNiet
from app.names.normalise import tokens
from app.register import rules
from app.register.contacten import keep_contactpersonen_still
from app.register.save import lock_register
from app.store.tables.abonnementen import samenvoeging
from app.store.tables.register import abonnement, persoon
from app.store.tables.werklijst import melding
from app.werk.bereik import not_found
from app.werk.bureau import Werk

AnyRow = Row[Any]

# What the one may know that the other does not; for each the value that stands for "not known".
AANVULLEN: tuple[tuple[str, str | None], ...] = (
    ("voornamen", None),
    ("roepnaam", None),
    ("geboortedatum", None),
    ("geboorteplaats", None),
    ("geslacht", "onbekend"),
)
CHANGED_MEANWHILE = "Er veranderde net iets bij een van deze personen. Kijk opnieuw en probeer het nog eens."


class Tweetal(NamedTuple):
    """Both persons, and the abonnementen of each."""

    van: AnyRow
    naar: AnyRow
    van_abonnementen: Sequence[AnyRow]
    naar_abonnementen: Sequence[AnyRow]


@dataclass(frozen=True)
class Samenvoeging:
    """What is asked; `geboortedatum` says whose birth date is right (`van` or `naar`), where they differ."""

    van: int
    naar: int
    reden: str
    geboortedatum: str | None = None


def merge(werk: Werk, opdracht: Samenvoeging) -> int:
    """Let `van` be `naar` from now on; returns the number of the merge.

    Raises `InvalidInput` for one person twice, and when it is not told which of two birth dates is right: an officer
    who asks with the other one would find nobody. Raises `NotFound`, and `KanNuNiet` when either was merged before, or
    when both have an abonnement that runs for the same aanpak and owner at the same time.
    """
    van_id, naar_id, reden = opdracht.van, opdracht.naar, opdracht.reden
    if van_id == naar_id:
        detail = "Kies twee verschillende personen."
        raise InvalidInput(detail, errors=(FieldError("#/naar", detail),))
    both = lock_both(werk.connection, van_id, naar_id)
    for row in (both.van, both.naar):
        if row.samengevoegd_met is not None:
            raise KanNuNiet(f"Persoon {row.id} is al samengevoegd met persoon {row.samengevoegd_met}.")
    _check_no_clash(both)
    added = _add_names(werk.connection, both)
    filled = _to_fill_in(both, opdracht.geboortedatum)
    moved = [row.id for row in both.van_abonnementen]
    _move(werk.connection, moved, naar_id)
    _touch(werk.connection, naar_id, **{name: new for name, (_, new) in filled.items()})
    _touch(werk.connection, van_id, samengevoegd_met=naar_id)
    inhoud = {"abonnementen": moved, "aliassen": added, "aangevuld": filled}
    number = _write_down(werk, both, inhoud, reden)
    werk.publiceer([van_id, naar_id])
    body = {"samenvoeging": number, "van": van_id, "naar": naar_id, "abonnementen": moved, "reden": reden}
    werk.leg_vast(Event.PERSONEN_SAMENGEVOEGD, body)
    return number


def undo(werk: Werk, samenvoeging_id: int, reden: str) -> None:
    """Move back what moved, and take away what was added; what was done at `naar` since stays there.

    Raises `NotFound`; `KanNuNiet` when it was undone before, or when a later merge of either stands in the way.
    """
    connection = werk.connection
    row = connection.execute(select(samenvoeging).where(samenvoeging.c.id == samenvoeging_id)).one_or_none()
    if row is None:
        raise not_found()
    lock_both(connection, row.van_id, row.naar_id)
    # Read again: who came first may have undone it while this one waited.
    row = connection.execute(select(samenvoeging).where(samenvoeging.c.id == samenvoeging_id)).one()
    if row.ongedaan_op is not None:
        raise KanNuNiet("Deze samenvoeging is al ongedaan gemaakt.")
    _check_no_later_merge(connection, row)
    moved: list[int] = row.inhoud["abonnementen"]
    _move(connection, moved, row.van_id)
    _take_names_away(connection, row.naar_id, row.inhoud["aliassen"])
    _touch(connection, row.naar_id, **_emptied(connection, row))
    _touch(connection, row.van_id, samengevoegd_met=None)
    done = {"ongedaan_op": werk.moment, "ongedaan_door": werk.caller.account_id}
    connection.execute(update(samenvoeging).where(samenvoeging.c.id == samenvoeging_id).values(done))
    werk.publiceer([row.van_id, row.naar_id])
    body = {"samenvoeging": row.id, "van": row.van_id, "naar": row.naar_id, "abonnementen": moved, "reden": reden}
    werk.leg_vast(Event.SAMENVOEGING_ONGEDAAN, body)


def lock_both(connection: Connection, van_id: int, naar_id: int) -> Tweetal:
    """Both persons with their abonnementen, which nobody else changes until this transaction ends."""
    lock_register(connection)
    keep_contactpersonen_still(connection)
    ids = sorted((van_id, naar_id))
    of_both = select(abonnement).where(abonnement.c.persoon_id.in_(ids)).order_by(abonnement.c.id)
    before = connection.execute(of_both.with_for_update()).all()
    rows = connection.execute(select(persoon).where(persoon.c.id.in_(ids)).order_by(persoon.c.id).with_for_update())
    persons = {row.id: row for row in rows}
    if set(ids) - persons.keys():
        raise not_found()
    # Somebody may have opened one before the persons were locked; it is not ours to wait for now.
    after = connection.execute(of_both).all()
    if [row.id for row in after] != [row.id for row in before]:
        raise KanNuNiet(CHANGED_MEANWHILE)
    return Tweetal(
        persons[van_id],
        persons[naar_id],
        [row for row in after if row.persoon_id == van_id],
        [row for row in after if row.persoon_id == naar_id],
    )


def clashes(both: Tweetal) -> list[tuple[int, int]]:
    """The pairs of abonnementen that cannot run beside each other for one person."""
    return [
        (one.id, other.id)
        for one in both.van_abonnementen
        for other in both.naar_abonnementen
        if one.status in LOOPT
        and other.status in LOOPT
        and (one.aanpak, one.eigenaar_id) == (other.aanpak, other.eigenaar_id)
        and rules.overlap((one.start, one.einde), (other.start, other.einde))
    ]


def _to_fill_in(both: Tweetal, juist: str | None) -> dict[str, tuple[str | None, str]]:
    """By column what `naar` says and `van` knows better: what was not known, or a birth date known in part.

    Of two birth dates that cannot both be, `juist` says which is kept.
    """
    found: dict[str, tuple[str | None, str]] = {}
    for name, unknown in AANVULLEN:
        old, new = getattr(both.naar, name), getattr(both.van, name)
        if new not in (unknown, old) and (old == unknown or (name == "geboortedatum" and _wins(new, old, juist))):
            found[name] = (old, new)
    return found


def _wins(new: str, old: str, juist: str | None) -> bool:
    """Whether the birth date of `van` replaces that of `naar`: it says more of the same, or it was chosen."""
    if new.startswith(old) or old.startswith(new):
        return len(new) > len(old)
    if juist is None:
        detail = "Zij hebben een andere geboortedatum. Kies welke klopt."
        raise InvalidInput(detail, errors=(FieldError("#/geboortedatum", detail),))
    return juist == "van"


def _check_no_clash(both: Tweetal) -> None:
    found = clashes(both)
    if found:
        one, other = found[0]
        raise KanNuNiet(
            f"Abonnement {one} en abonnement {other} lopen tegelijk voor dezelfde aanpak en eigenaar. "
            "Beëindig er eerst een; daarna kun je samenvoegen."
        )


def _add_names(connection: Connection, both: Tweetal) -> list[str]:
    """The names of `van` that `naar` was not known by, added to its aliassen."""
    aliassen = read_aliassen(connection, [both.van.id, both.naar.id])
    standing = aliassen.get(both.naar.id, [])
    known = {_words(naam) for naam in (*standing, whole_name(both.naar))}
    added: list[str] = []
    for naam in (whole_name(both.van), *aliassen.get(both.van.id, ())):
        if naam and _words(naam) not in known:
            known.add(_words(naam))
            added.append(naam)
    if len(standing) + len(added) > rules.MAX_ALIASSEN:
        raise KanNuNiet(f"Samen hebben zij meer dan {rules.MAX_ALIASSEN} andere namen. Haal eerst namen weg.")
    set_aliassen(connection, both.naar.id, [*standing, *added])
    return added


def whole_name(row: AnyRow) -> str:
    """All given names, voorvoegsel and surname as one alias: what fits, without the given names when it does not."""
    surname = "" if row.geslachtsnaam == "-" else row.geslachtsnaam
    last = " ".join(piece for piece in (row.voorvoegsel, surname) if piece)
    whole = " ".join(piece for piece in (row.voornamen or row.roepnaam, last) if piece)
    return whole if len(whole) <= rules.ALIAS else last


def _words(naam: str) -> tuple[str, ...]:
    return tuple(sorted(tokens(naam)))


def _move(connection: Connection, abonnement_ids: Sequence[int], persoon_id: int) -> None:
    """Abonnementen with all that hangs on them, and what the street said of them."""
    mine = abonnement.c.id.in_(abonnement_ids)
    moved = update(abonnement).where(mine).values(persoon_id=persoon_id, versie=abonnement.c.versie + 1)
    connection.execute(moved)
    notes = update(melding).where(melding.c.abonnement_id.in_(abonnement_ids)).values(persoon_id=persoon_id)
    connection.execute(notes)


def _touch(connection: Connection, persoon_id: int, **values: Any) -> None:
    """Change a locked person; who has the former version open is told so."""
    changed = update(persoon).where(persoon.c.id == persoon_id).values(versie=persoon.c.versie + 1, **values)
    connection.execute(changed)


def _write_down(werk: Werk, both: Tweetal, inhoud: dict[str, Any], reden: str) -> int:
    row = {
        "van_id": both.van.id,
        "naar_id": both.naar.id,
        "reden": reden,
        "inhoud": inhoud,
        "gedaan_op": werk.moment,
        "gedaan_door": werk.caller.account_id,
    }
    made = insert(samenvoeging).values(row).returning(samenvoeging.c.id)
    return int(werk.connection.execute(made).scalar_one())


def _check_no_later_merge(connection: Connection, row: AnyRow) -> None:
    """Merges of one person are undone in the opposite order, or what moved twice would not know where to go."""
    both = (row.van_id, row.naar_id)
    later = (
        select(samenvoeging.c.id)
        .where(
            samenvoeging.c.id > row.id,
            samenvoeging.c.ongedaan_op.is_(None),
            or_(samenvoeging.c.van_id.in_(both), samenvoeging.c.naar_id.in_(both)),
        )
        .order_by(samenvoeging.c.id.desc())
        .limit(1)
    )
    number = connection.execute(later).scalar_one_or_none()
    if number is not None:
        raise KanNuNiet(f"Maak eerst de latere samenvoeging {number} ongedaan: die gaat over dezelfde persoon.")


def _take_names_away(connection: Connection, persoon_id: int, added: Sequence[str]) -> None:
    standing = read_aliassen(connection, [persoon_id]).get(persoon_id, [])
    set_aliassen(connection, persoon_id, [naam for naam in standing if naam not in added])


def _emptied(connection: Connection, row: AnyRow) -> dict[str, Any]:
    """What was filled in and still says so; what somebody changed since is theirs, and stays."""
    naar = connection.execute(select(persoon).where(persoon.c.id == row.naar_id)).one()
    return {name: old for name, (old, new) in row.inhoud["aangevuld"].items() if getattr(naar, name) == new}
