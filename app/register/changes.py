"""What has to change on the street for one person, as a comparison of what stands there with what should. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.names.profile import Naamprofiel, decode
from app.names.stored import store
from app.register.afleiding import Naamwijziging
from app.register.straatkaart import Venster, content_of, digest, moment_of, stamp_card

Row = dict[str, Any]


@dataclass(frozen=True)
class Kaartrij:
    """A row of `straatkaart` as it stands there."""

    geldig_tot: str
    kaart: bytes
    sinds: str | None = None
    abonnementen: list[int] | None = None

    @property
    def stond_sinds(self) -> str:
        """Since when: a card that says the same in another window is older than its row."""
        return max(self.sinds or "", moment_of(self.kaart))


@dataclass
class Standing:
    """The rows of one person that stand on the street now, by the first day of their window."""

    cards: dict[str, Kaartrij] = field(default_factory=dict)
    profiles: dict[str, tuple[str, str, list[Any]]] = field(default_factory=dict)  # geldig_tot, aanpak, profiel


@dataclass
class Changes:
    """The rows to write and to remove, for any number of persons."""

    cards: list[Row] = field(default_factory=list)
    cards_gone: list[Row] = field(default_factory=list)
    archived: list[Row] = field(default_factory=list)
    profiles: list[Row] = field(default_factory=list)
    profiles_gone: list[Row] = field(default_factory=list)
    names: list[Naamwijziging] = field(default_factory=list)
    published: list[Row] = field(default_factory=list)
    withdrawn: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What the street should hold of one person; without windows it should hold nothing at all."""

    persoon_id: int
    windows: Sequence[Venster]
    profile: Naamprofiel


def compare(standing: Standing, wanted: Wanted, moment: str, changes: Changes) -> None:
    """Add to `changes` what this person asks for; what is right already is left alone."""
    compare_cards(standing, wanted, moment, changes)
    _compare_profiles(standing, wanted, changes)
    _compare_names(standing, wanted, changes)


def compare_cards(standing: Standing, wanted: Wanted, moment: str, changes: Changes) -> None:
    """As `compare`, for whom nothing but the cards can have changed."""
    # A card keeps its moment for as long as it says the same, also when its window moves.
    same = {content_of(each.kaart): each.kaart for each in standing.cards.values()}
    for window in wanted.windows:
        kaart = same.get(window.inhoud) or stamp_card(window.inhoud, moment)
        former = standing.cards.get(window.geldig_van)
        if former is None or not _says_the_same(former, window, kaart):
            changes.cards.append(_key(wanted, window.geldig_van) | _card_row(window, kaart, moment))
            changes.published.append({"persoon": wanted.persoon_id, "digest": digest(kaart)})
            if former is not None:
                changes.archived.append(_archive_row(wanted, window.geldig_van, former, moment))
    for geldig_van in _gone(standing.cards, wanted):
        former = standing.cards[geldig_van]
        changes.cards_gone.append(_key(wanted, geldig_van))
        changes.archived.append(_archive_row(wanted, geldig_van, former, moment))
        changes.withdrawn.append({"persoon": wanted.persoon_id, "digest": digest(former.kaart)})


def _says_the_same(former: Kaartrij, window: Venster, kaart: bytes) -> bool:
    # A row of before these numbers were kept is right as it is.
    numbers = former.abonnementen is None or former.abonnementen == list(window.abonnementen)
    return numbers and (former.geldig_tot, former.kaart) == (window.geldig_tot, kaart)


def _card_row(window: Venster, kaart: bytes, moment: str) -> Row:
    return {
        "geldig_tot": window.geldig_tot,
        "kaart": kaart,
        "sinds": None if moment_of(kaart) == moment else moment,
        "abonnementen": list(window.abonnementen),
    }


def _archive_row(wanted: Wanted, geldig_van: str, former: Kaartrij, moment: str) -> Row:
    return {
        **_key(wanted, geldig_van),
        "geldig_tot": former.geldig_tot,
        "kaart": former.kaart,
        "abonnementen": former.abonnementen,
        "sinds": former.stond_sinds,
        "tot": moment,
    }


def _compare_profiles(standing: Standing, wanted: Wanted, changes: Changes) -> None:
    profiel = store(wanted.profile)
    for window in wanted.windows:
        if standing.profiles.get(window.geldig_van) != (window.geldig_tot, window.aanpak, profiel):
            row = {"geldig_tot": window.geldig_tot, "aanpak": window.aanpak, "profiel": profiel}
            changes.profiles.append(_key(wanted, window.geldig_van) | row)
    changes.profiles_gone.extend(_key(wanted, day) for day in _gone(standing.profiles, wanted))


def _compare_names(standing: Standing, wanted: Wanted, changes: Changes) -> None:
    """Keys and name parts follow from the profile."""
    oud = next((decode(profiel) for _, _, profiel in standing.profiles.values()), None)
    nieuw = wanted.profile if wanted.windows else None
    if oud != nieuw:
        changes.names.append(Naamwijziging(wanted.persoon_id, oud, nieuw))


def _gone(standing: Iterable[str], wanted: Wanted) -> list[str]:
    return sorted(set(standing) - {window.geldig_van for window in wanted.windows})


def _key(wanted: Wanted, geldig_van: str) -> Row:
    return {"persoon_id": wanted.persoon_id, "geldig_van": geldig_van}
