"""From evidence to an answer: the card, candidates, unknown, or what to add."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from app.lookup.answer import MAX_TREFFERS, Treffer, Uitkomst, Verfijn, Zoekantwoord
from app.lookup.explain import found_on
from app.lookup.question import Zoekvraag
from app.lookup.search import Kandidaat
from app.names.birth_difference import AGREEING, Datumverschil
from app.names.difference import NEAREST, ONE_NAME, Verschil
from app.names.matching import Rol, Treffing
from app.names.profile import NO_SURNAME
from app.names.score import Bewijs


@dataclass(frozen=True)
class Drempels:
    """The thresholds of a decision; each is a chance, so that it means the same for every name and register."""

    # Of all questions, the share that is about somebody in the register: the prior of every score.
    in_register: float = 0.5
    # Somebody is shown only when the chance that a registered name is meant at all is at least this. It sets
    # which share of the questions about unknown persons shows anybody: higher means fewer of those, and more misses.
    tonen: float = 0.7
    # The card comes up at once only when the chance that this one person is meant is at least this.
    kaart: float = 0.95
    # Nobody else may come nearer to the first than this ratio of chances, or there is no card but a choice.
    naaste: float = 0.02
    # Who has less than this ratio of the first one's chance is not shown beside them.
    gezelschap: float = 0.5

    def prior(self, persons: int) -> float:
        """The odds that a question is about one given person of so many."""
        return self.in_register / (1 - self.in_register) / persons


@dataclass(frozen=True)
class Gewogen:
    """A candidate with the evidence for and against."""

    kandidaat: Kandidaat
    bewijs: Bewijs


# With one digit off, or day and month swapped, the other may as well be a father or a son of that name: then the
# officer chooses.
_DATES_FOR_A_CARD = frozenset({Datumverschil.GELIJK, Datumverschil.JAAR_EN_MAAND, Datumverschil.JAAR})
_VAGUE_DATES = frozenset(
    {Datumverschil.ONBEKEND, Datumverschil.JAAR, Datumverschil.DAG_ONBEKEND, Datumverschil.NIEUWJAAR}
)
_DATES_AS_ASKED = (AGREEING | {Datumverschil.ONBEKEND}) - {Datumverschil.CIJFER, Datumverschil.DAG_ONBEKEND}
# A name that only looks like it (Kim for Siem) must be rare to give a card, and only beside the very birth date.
_CONVINCING = 3.0
# Said or spelled as asked.
_AS_SAID = frozenset({Verschil.GELIJK, Verschil.KLANK, Verschil.GEPLAKT})
_SETTLING = AGREEING | {Datumverschil.ONBEKEND}
_OTHER_GIVEN_NAME = Verfijn(
    "voornaam",
    "De voornaam past niet bij deze achternaam en geboortedatum. Vraag naar andere voornamen, of zoek zonder voornaam.",
)
_MAX_WEIGHT = 200.0  # keeps exp() in bounds


@dataclass(frozen=True)
class Weging:
    """Everybody who may be meant, the likeliest first, with the odds of each against nobody in the register."""

    vraag: Zoekvraag
    volgorde: Sequence[Gewogen]
    kansen: Sequence[float]
    # The chance that somebody of the name of one of them is meant.
    iemand: float
    # There were more persons of this name than were looked at.
    te_veel: bool


def weigh_up(vraag: Zoekvraag, weighed: Sequence[Gewogen], prior: float, *, te_veel: bool) -> Weging:
    """Turn evidence into odds; `prior` is the odds that a question is about one given person."""
    ranked = sorted(weighed, key=lambda one: (-one.bewijs.gewicht(), one.kandidaat.persoon_id))
    odds = [prior * exp(min(one.bewijs.gewicht(), _MAX_WEIGHT)) for one in ranked]
    somebody = sum(prior * exp(min(one.bewijs.gewicht_van_naam(), _MAX_WEIGHT)) for one in ranked)
    return Weging(vraag, ranked, odds, somebody / (1 + somebody), te_veel)


def decide(weging: Weging, drempels: Drempels) -> Zoekantwoord:
    """Choose between the card, candidates, unknown, and what to add."""
    ranked, odds = weging.volgorde, weging.kansen
    if not ranked or (weging.iemand < drempels.tonen and not _as_asked(weging.vraag, ranked[0].bewijs)):
        if any(_other_given_name(one.bewijs) for one in ranked):
            return Zoekantwoord(Uitkomst.VERFIJN, verfijn=_OTHER_GIVEN_NAME)
        common = weging.te_veel or _is_one_of_many(weging)
        return _refine(weging.vraag) if common else Zoekantwoord(Uitkomst.ONBEKEND)
    near = _company(weging, drempels)
    if len(near) > MAX_TREFFERS or (weging.te_veel and not _dated(near[0])):
        return _refine(weging.vraag)
    total = sum(odds)
    hits = tuple(_hit(one, chance / (1 + total)) for one, chance in zip(near, odds, strict=False))
    alone = len(odds) == 1 or odds[1] <= drempels.naaste * odds[0]
    nameless = ranked[0].kandidaat.profiel().geslachtsnaam == NO_SURNAME
    if alone and hits[0].score >= drempels.kaart and _clear(ranked[0].bewijs, nameless=nameless):
        return Zoekantwoord(Uitkomst.KAART, hits[:1])
    return Zoekantwoord(Uitkomst.KANDIDATEN, hits)


def is_settled(answer: Zoekantwoord, weging: Weging, drempels: Drempels, *, as_asked: bool) -> bool:
    """Whether a wider look could not change this answer; `as_asked` says that it came of the first, narrowest look.

    Who is found by a wider look bears a name that is less like what was asked, so nobody found there comes near to one
    who bears the very name; nor do fewer persons bear a name when more names are looked at.
    """
    if not answer.treffers:
        return answer.uitkomst is Uitkomst.VERFIJN and answer.verfijn is not _OTHER_GIVEN_NAME
    if not as_asked:
        return True
    best = weging.volgorde[0].bewijs
    if (
        best.datum.verschil is Datumverschil.GELIJK
        and not best.naam.strijdig
        and answer.treffers[0].score >= drempels.kaart
    ):
        # Whoever was born on that day and bears a name that comes near was found by the two together.
        return True
    sure = all(match.verschil in NEAREST for match in best.naam.treffingen)
    return sure and best.naam.volledig and best.datum.verschil in _SETTLING


def _company(weging: Weging, drempels: Drempels) -> Sequence[Gewogen]:
    """Those who come near enough to the first to be shown beside them."""
    least = drempels.gezelschap * weging.kansen[0]
    return [one for one, chance in zip(weging.volgorde, weging.kansen, strict=True) if chance >= least]


def _as_asked(vraag: Zoekvraag, evidence: Bewijs) -> bool:
    """Whether this person bears exactly what was asked: then somebody else by that name is no reason to keep silent.

    Where a date was asked and the register knows none, or a year only, it takes the whole name.
    """
    if not evidence.naam.letterlijk:
        return False
    if evidence.datum.verschil in _VAGUE_DATES and vraag.geboortedatum is not None:
        return evidence.naam.whole()
    return evidence.datum.verschil in _DATES_AS_ASKED


def _other_given_name(evidence: Bewijs) -> bool:
    """Whether the surname and the whole birth date fit, and only the given name does not.

    It may be a twin, who must not bring up the other; or the one who is meant, by a name that the register does not
    know. "Niet bekend" would then be a dangerous answer, so nobody is shown and the officer is told to ask on.
    """
    surname = any(match.rol is Rol.ACHTERNAAM and match.verschil in NEAREST for match in evidence.naam.treffingen)
    return surname and evidence.datum.verschil is Datumverschil.GELIJK


def _is_one_of_many(weging: Weging) -> bool:
    """Whether a single name was asked that somebody bears: who it is cannot be told, but "niet bekend" is not true."""
    vraag = weging.vraag
    if len(vraag.gevraagd().delen) > 1 or vraag.geboortedatum is not None or vraag.geboortejaar_ongeveer is not None:
        return False
    return any(match.verschil in ONE_NAME for one in weging.volgorde for match in one.bewijs.naam.treffingen)


def _dated(best: Gewogen) -> bool:
    """Whether the birth date found this person: then it does not matter how many share the name."""
    return best.bewijs.datum.gewicht > 0


def _clear(evidence: Bewijs, *, nameless: bool) -> bool:
    """What a card needs beside a high chance: nothing that contradicts, and a birth date that was asked and fits.

    A name alone never gives a card, however rare: the son who bears his father's name is not in the register.
    `nameless` says that this person has no surname.
    """
    naam, matches = evidence.naam, evidence.naam.treffingen
    if naam.strijdig or evidence.datum.verschil not in _DATES_FOR_A_CARD:
        return False
    if not (any(match.rol is Rol.ACHTERNAAM for match in matches) or nameless):
        return False
    if evidence.datum.verschil is not Datumverschil.GELIJK:
        # In one year many are born: only the very name will do, given name and surname.
        return all(match.verschil in _AS_SAID for match in matches) and len({match.rol for match in matches}) > 1
    return all(_is_one_name(match) for match in matches)


def _is_one_name(match: Treffing) -> bool:
    """Whether this part is surely the same name, beside the very birth date.

    Not so a given name that only looks like it: a twin is born on the same day, and is called Hussein beside Hassan.
    """
    if match.verschil in ONE_NAME:
        return True
    alike = match.verschil is Verschil.SPELLING or match.gewicht >= _CONVINCING
    return match.rol is Rol.ACHTERNAAM and alike


def _hit(one: Gewogen, chance: float) -> Treffer:
    profile = one.kandidaat.profiel()
    return Treffer(
        persoon_id=one.kandidaat.persoon_id,
        naam=profile.naam(),
        geboortejaar=profile.geboortejaar(),
        aanpak=one.kandidaat.aanpak,
        gevonden_op=found_on(one.bewijs),
        score=chance,
    )


def _refine(vraag: Zoekvraag) -> Zoekantwoord:
    return Zoekantwoord(Uitkomst.VERFIJN, verfijn=_what_to_add(vraag))


def _what_to_add(vraag: Zoekvraag) -> Verfijn:
    """The one thing that tells most persons apart and was not asked yet."""
    datum = vraag.geboortedatum
    if datum is None and vraag.geboortejaar_ongeveer is None:
        return Verfijn("geboortejaar", "Veel mensen heten zo. Vul ook de geboortedatum of het geboortejaar in.")
    if not vraag.naam:
        return Verfijn("achternaam", "Veel mensen zijn dan geboren. Vul ook de achternaam in.")
    if len(vraag.gevraagd().delen) < 2:
        return Verfijn("voornaam", "Veel mensen passen hierbij. Vul de voornaam en de achternaam in.")
    return Verfijn("geboortedatum", "Veel mensen passen hierbij. Vul de hele geboortedatum in.")
