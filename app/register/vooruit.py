"""Cards worked out before the transaction that makes them so, from a snapshot and what is about to change.

A contactpersoon may stand on thousands of cards. On SQLite there is one writer at a time, and every search writes its
record before it answers: whoever makes thousands of cards inside the transaction lets all officers wait. So that is
done ahead, and inside the transaction only what still holds is taken.

What holds? A card says what its dossier says, whoever changed it last. So a person whose cards are still the very
bytes that the snapshot saw has the dossier that it saw, as far as a card goes. Of what is new on the card, the
contactpersonen that changed or came into view, the versions are compared. Whoever does not fit is simply published in
the ordinary way.
"""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from app.audit.events import Event
from app.audit.trail import Ready, make_ready
from app.register.changes import Changes, Kaartrij, Standing, Wanted, compare_cards
from app.register.contacten import Contacten, Vooruitblik
from app.register.model import Dossier, Naslag
from app.register.read import read_dossiers, read_naslag
from app.register.statements import chunks
from app.register.straatkaart import build_windows, name_profile
from app.store.among import among
from app.store.tables import street
from app.store.tables.register import contactpersoon

Cards = dict[str, Kaartrij]
# Making cards is all Python, and other threads of this process answer officers meanwhile. Python lets go of a thread
# that works on only every five milliseconds, and an answer needs a dozen turns: so this one lets go by itself.
WORK_SECONDS = 0.001
REST_SECONDS = 0.0002
CHUNK = 100

Nu = tuple[str, str]  # the day of today, and the moment


@dataclass(frozen=True)
class Wissel:
    """Cards to put in the place of others, of persons whose cards change in their text and in nothing else.

    Each is a row as the driver takes it, with what it expects to find: the writing is the check.
    """

    personen: frozenset[int]
    kaarten: Sequence[tuple[Any, ...]]  # kaart, sinds, persoon_id, geldig_van, and the former kaart
    archief: Sequence[tuple[Any, ...]]  # as ARCHIEF
    records: Sequence[Ready]


ARCHIEF = ("persoon_id", "geldig_van", "geldig_tot", "kaart", "abonnementen", "sinds", "tot")


@dataclass(frozen=True)
class Voorwerk:
    """What the street held of persons, and what it is to hold, as far as it was found out ahead."""

    vandaag: str = ""
    naslag: Naslag | None = None
    versies: Mapping[int, int] = field(default_factory=dict)  # of the contactpersonen on these cards
    personen: Mapping[int, tuple[Cards, Wanted]] = field(default_factory=dict)
    wissel: "Wissel | None" = None

    def still_holds(self, connection: Connection, naslag: Naslag, vandaag: str) -> bool:
        if not self.personen or (self.naslag, self.vandaag) != (naslag, vandaag):
            return False
        return dict(connection.execute(_VERSIES, {"ids": sorted(self.versies)}).all()) == self.versies

    def wanted(self, persoon_id: int, cards: Cards) -> Wanted | None:
        """What this person is to have, if what stands there is what was seen."""
        seen, wanted = self.personen.get(persoon_id, (None, None))
        return wanted if seen == cards else None


GEEN_VOORWERK = Voorwerk()
_VERSIES = select(contactpersoon.c.id, contactpersoon.c.versie).where(among(contactpersoon.c.id, "ids"))
_CARDS = select(street.straatkaart).where(among(street.straatkaart.c.persoon_id, "ids"))


def work_ahead(connection: Connection, ids: Sequence[int], vooruitblik: Vooruitblik, nu: Nu) -> Voorwerk:
    """What publishing these persons would come to once `vooruitblik` is so. Reads only."""
    vandaag, moment = nu
    naslag = read_naslag(connection)
    contacten = Contacten(vooruitblik)
    personen: dict[int, tuple[Cards, Wanted]] = {}
    rest = Rest()
    for chunk in chunks(ids, CHUNK):
        cards = read_cards(connection, chunk)
        for persoon_id, dossier in read_dossiers(connection, chunk, contacten).items():
            personen[persoon_id] = (cards.get(persoon_id, {}), what_is_wanted(persoon_id, dossier, naslag, vandaag))
            rest.now_and_then()
    versies = {number: row.versie for number, row in contacten.gelezen.items()}
    return Voorwerk(vandaag, naslag, versies, personen, _wissel(personen, moment, rest))


def _wissel(personen: Mapping[int, tuple[Cards, Wanted]], moment: str, rest: "Rest") -> Wissel:
    numbers: list[int] = []
    kaarten: list[tuple[Any, ...]] = []
    archief: list[tuple[Any, ...]] = []
    published: list[dict[str, Any]] = []
    for persoon_id, (cards, wanted) in personen.items():
        changes = Changes()
        compare_cards(Standing(cards), wanted, moment, changes)
        if _only_the_text(cards, changes):
            numbers.append(persoon_id)
            published.extend(changes.published)
            kaarten.extend(_exchanges(persoon_id, cards, changes))
            for former in changes.archived:
                former["abonnementen"] = None if former["abonnementen"] is None else json.dumps(former["abonnementen"])
                archief.append(tuple(former[name] for name in ARCHIEF))
        rest.now_and_then()
    records = make_ready(Event.KAART_GEPUBLICEERD, published, moment)
    return Wissel(frozenset(numbers), kaarten, archief, records)


def _exchanges(persoon_id: int, cards: Cards, changes: Changes) -> Iterator[tuple[Any, ...]]:
    """Also of a card that stays as it is: writing it over itself finds out whether it still does."""
    new = {row["geldig_van"]: (row["kaart"], row["sinds"]) for row in changes.cards}
    for geldig_van, former in cards.items():
        kaart, sinds = new.get(geldig_van, (former.kaart, former.sinds))
        yield (kaart, sinds, persoon_id, geldig_van, former.kaart)


def _only_the_text(cards: Cards, changes: Changes) -> bool:
    if changes.cards_gone or not changes.cards or len(changes.cards) != len(changes.archived):
        return False
    return all(
        (row["geldig_tot"], row["abonnementen"]) == (former.geldig_tot, former.abonnementen)
        for row in changes.cards
        for former in [cards[row["geldig_van"]]]
    )


class Rest:
    """Lets other threads go first, now and then."""

    def __init__(self) -> None:
        self._until = time.perf_counter() + WORK_SECONDS

    def now_and_then(self) -> None:
        if time.perf_counter() > self._until:
            time.sleep(REST_SECONDS)
            self._until = time.perf_counter() + WORK_SECONDS


def what_is_wanted(persoon_id: int, dossier: Dossier, naslag: Naslag, vandaag: str) -> Wanted:
    # What is over for good has no business on the street; that it is not shown does not depend on this.
    windows = tuple(window for window in build_windows(dossier, naslag) if window.geldig_tot >= vandaag)
    return Wanted(persoon_id, windows, name_profile(dossier.persoon))


def read_cards(connection: Connection, ids: Sequence[int]) -> dict[int, Cards]:
    """What stands on the street of these persons, by the first day of each window."""
    found: dict[int, Cards] = {}
    for number, geldig_van, *rest in connection.execute(_CARDS, {"ids": list(ids)}):
        found.setdefault(number, {})[geldig_van] = Kaartrij(*rest)
    return found
