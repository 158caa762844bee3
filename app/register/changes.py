"""What has to change on the street for one person, as a comparison of what stands there with what should. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.names.profile import Naamprofiel, decode
from app.names.stored import store
from app.register.afleiding import Naamwijziging
from app.register.straatkaart import Venster, content_of, digest, stamp_card

Row = dict[str, Any]


@dataclass
class Standing:
    """The rows of one person that stand on the street now, by the first day of their window."""

    cards: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # geldig_tot, kaart
    profiles: dict[str, tuple[str, str, list[Any]]] = field(default_factory=dict)  # geldig_tot, aanpak, profiel


@dataclass
class Changes:
    """The rows to write and to remove, for any number of persons."""

    cards: list[Row] = field(default_factory=list)
    cards_gone: list[Row] = field(default_factory=list)
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
    _compare_cards(standing, wanted, moment, changes)
    _compare_profiles(standing, wanted, changes)
    _compare_names(standing, wanted, changes)


def _compare_cards(standing: Standing, wanted: Wanted, moment: str, changes: Changes) -> None:
    # A card keeps its moment for as long as it says the same, also when its window moves.
    same = {content_of(kaart): kaart for _, kaart in standing.cards.values()}
    for window in wanted.windows:
        kaart = same.get(window.inhoud) or stamp_card(window.inhoud, moment)
        if standing.cards.get(window.geldig_van) != (window.geldig_tot, kaart):
            row = _key(wanted, window.geldig_van) | {"geldig_tot": window.geldig_tot, "kaart": kaart}
            changes.cards.append(row)
            changes.published.append({"persoon": wanted.persoon_id, "digest": digest(kaart)})
    for geldig_van in _gone(standing.cards, wanted):
        changes.cards_gone.append(_key(wanted, geldig_van))
        changes.withdrawn.append({"persoon": wanted.persoon_id, "digest": digest(standing.cards[geldig_van][1])})


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
