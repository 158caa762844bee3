"""What a concept needs before it can be submitted, as pure functions: each shortcoming with the place it is found at.

The criteria of a ZSM-advies are those of the *Handreiking aansluiting ZSM en veiligheidshuizen* (2015), bijlage 1:
only an advice that meets them is taken over by the officier van justitie. Three of them the program sees by itself;
the three that take judgement are ticked by whoever writes it, and nothing is submitted before they are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.afspraken.model import Voorstel, ZsmAdvies
from app.register.model import Actie, Bejegening, Handelingskader

# "Kort en bondig": what an officier van justitie reads between two cases. A concept may hold more until it is sent in.
KORT = 600
HISTORIE = ("ja", "nvt")

LEEG = "Vul dit in."


@dataclass(frozen=True)
class Tekort:
    """Something that keeps a concept from being submitted; `plek` is a JSON pointer into its content."""

    plek: str
    uitleg: str


@dataclass(frozen=True)
class Criterium:
    """One of the six. `getoetst_door` is `programma` or `mens`; `veld` is where it is mended, `tekort` says how."""

    code: str
    naam: str
    uitleg: str
    tekort: str
    getoetst_door: str
    veld: str
    voldoet: Callable[[ZsmAdvies, date], bool]


@dataclass(frozen=True)
class Maatstaf:
    """What a concept is held against: the day, the acties, the action that stands now, and the last day."""

    vandaag: date
    acties: Mapping[str, Actie]
    huidige_actie: str | None = None
    einde: str | None = None


def _is_recent(advies: ZsmAdvies, vandaag: date) -> bool:
    return advies.datum is not None and _year_before(vandaag) <= advies.datum <= vandaag.isoformat()


def _year_before(day: date) -> str:
    # The day after 28 February, where the year before had no 29th.
    return f"{day.year - 1}{day.isoformat()[4:]}"


def _has_history(advies: ZsmAdvies, _vandaag: date) -> bool:
    return advies.criteria.historie == "nvt" or (advies.criteria.historie == "ja" and bool(advies.historie))


CRITERIA = (
    Criterium(
        "actueel",
        "Actueel",
        "De datum ligt niet in de toekomst en is niet ouder dan een jaar.",
        "Vul voor het advies een dag in die geweest is, hoogstens een jaar geleden.",
        "programma",
        "datum",
        _is_recent,
    ),
    Criterium(
        "doel",
        "Doel is duidelijk",
        "Er staat wat de interventie moet bereiken.",
        "Vul in wat de interventie moet bereiken.",
        "programma",
        "doel",
        lambda advies, _: bool(advies.doel),
    ),
    Criterium(
        "context",
        "Context staat erin",
        "Er staat wat een beslissing betekent voor het gezin, de buurt en de hulp die al loopt.",
        "Staat in het advies wat een beslissing betekent voor gezin, buurt en hulp? Vink het dan aan.",
        "mens",
        "criteria/context",
        lambda advies, _: advies.criteria.context,
    ),
    Criterium(
        "juridischeTaal",
        "Concrete juridische taal",
        "Er staat welke beslissing je adviseert, in woorden die de officier van justitie zo kan overnemen.",
        "Kan de officier van justitie de woorden van het advies zo overnemen? Vink het dan aan.",
        "mens",
        "criteria/juridischeTaal",
        lambda advies, _: advies.criteria.juridische_taal,
    ),
    Criterium(
        "kort",
        "Kort en bondig",
        f"Het advies heeft hoogstens {KORT} tekens.",
        f"Maak dit korter: hoogstens {KORT} tekens.",
        "programma",
        "advies",
        lambda advies, _: 0 < len(advies.advies) <= KORT,
    ),
    Criterium(
        "historie",
        "Eerdere incidenten bij huiselijk geweld",
        "Bij huiselijk geweld staan eerdere incidenten erbij. Geen huiselijk geweld? Kies 'niet van toepassing'.",
        "Kies of eerdere incidenten erin staan. Staan ze erin, vul ze dan ook in.",
        "mens",
        "criteria/historie",
        _has_history,
    ),
)


def find_shortcomings(voorstel: Voorstel, maatstaf: Maatstaf) -> list[Tekort]:
    """All that is missing or wrong, in the order of the screen; empty when it can be submitted."""
    found: list[Tekort] = []
    if not (voorstel.handelingskader or voorstel.bejegening or voorstel.zsm_advies):
        found.append(Tekort("#", "Er staat nog niets in dit voorstel."))
    if voorstel.handelingskader:
        found.extend(_of_handelingskader(voorstel.handelingskader, maatstaf))
    if voorstel.bejegening:
        found.extend(_of_bejegening(voorstel.bejegening))
    if voorstel.zsm_advies:
        found.extend(_of_advies(voorstel.zsm_advies, maatstaf.vandaag))
    found.extend(_of_review(voorstel.toetsen_voor, maatstaf))
    return found


def _of_handelingskader(part: Handelingskader, maatstaf: Maatstaf) -> Iterator[Tekort]:
    actie = maatstaf.acties.get(part.actie)
    if actie is None:
        yield Tekort("#/handelingskader/actie", "Kies een actie.")
    elif not actie.actief and part.actie != maatstaf.huidige_actie:
        yield Tekort("#/handelingskader/actie", "Deze actie is niet meer te kiezen. Kies een andere.")
    if not part.kern:
        yield Tekort("#/handelingskader/kern", LEEG)
    if part.casusoverleg is None:
        yield Tekort("#/handelingskader/casusoverleg", "Vul in in welk casusoverleg dit is afgesproken.")
    elif part.casusoverleg > maatstaf.vandaag.isoformat():
        yield Tekort("#/handelingskader/casusoverleg", "Dit casusoverleg is nog niet geweest.")


def _of_bejegening(part: Bejegening) -> Iterator[Tekort]:
    if not part.kern:
        yield Tekort("#/bejegening/kern", LEEG)
    if part.risico is None:
        yield Tekort("#/bejegening/risico", "Kies het risico. Geen risico bekend mag ook.")


def _of_advies(part: ZsmAdvies, vandaag: date) -> Iterator[Tekort]:
    if not part.advies:
        yield Tekort("#/zsmAdvies/advies", LEEG)
    for criterium in CRITERIA:
        if not criterium.voldoet(part, vandaag) and not (criterium.code == "kort" and not part.advies):
            yield Tekort(f"#/zsmAdvies/{criterium.veld}", criterium.tekort)


def _of_review(toetsen_voor: str | None, maatstaf: Maatstaf) -> Iterator[Tekort]:
    if toetsen_voor is None:
        yield Tekort("#/toetsenVoor", "Vul in voor welke dag dit opnieuw bekeken wordt.")
    elif toetsen_voor <= maatstaf.vandaag.isoformat():
        yield Tekort("#/toetsenVoor", "Deze dag moet in de toekomst liggen.")
    elif maatstaf.einde and toetsen_voor > maatstaf.einde:
        yield Tekort("#/toetsenVoor", "Deze dag ligt na het einde van het abonnement.")
