"""What must hold between the parts of a dossier, after each field by itself was found right."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.register import rules
from app.register.model import Abonnement, Contactpersoon, Dossier, Naslag


@dataclass(frozen=True)
class Problem:
    """Where in a line something is wrong (`abonnementen[0].einde`), and what, in Dutch."""

    veld: str
    reden: str


def problems(dossier: Dossier, naslag: Naslag, vandaag: str) -> Iterator[Problem]:
    born = dossier.persoon.geboortedatum
    if born and born > vandaag:
        yield Problem("persoon.geboorte.datum", "Deze geboortedatum ligt in de toekomst.")
    for number, abonnement in enumerate(dossier.abonnementen):
        path = f"abonnementen[{number}]"
        yield from _codes(abonnement, path, naslag)
        reason = rules.check_period(abonnement.start, abonnement.einde)
        # One that was ended before it ever started is on no street, and keeps the dates that it had.
        if reason and abonnement.status != "beeindigd":
            yield Problem(f"{path}.einde", reason)
        if sum(person.eerste for person in abonnement.contactpersonen) > 1:
            yield Problem(f"{path}.contactpersonen", "Hoogstens één contactpersoon is de eerste om te bellen.")
        for place, person in enumerate(abonnement.contactpersonen):
            yield from _contactpersoon(person, f"{path}.contactpersonen[{place}]")
        parts = [deel.organisatie for deel in abonnement.bureau.formulier] if abonnement.bureau else []
        for person in abonnement.bureau.gekozen if abonnement.bureau else ():
            yield from _contactpersoon(person, f"{path}.formulier.contactpersonen")
        if len(set(parts)) < len(parts):
            yield Problem(f"{path}.formulier", "Elke organisatie heeft hoogstens één deel van het formulier.")
        for earlier in dossier.abonnementen[:number]:
            if clash(earlier, abonnement):
                yield Problem(path, "Deze aanpak van dezelfde eigenaar staat er al in voor deze tijd.")
                break


def _contactpersoon(person: Contactpersoon, path: str) -> Iterator[Problem]:
    """Each of a row of deputies, who never replace each other in a circle."""
    row: list[Contactpersoon] = []
    each: Contactpersoon | None = person
    while each is not None:
        if each.uitzonderingen:
            reason = rules.check_exceptions([(one.van, one.tot) for one in each.uitzonderingen])
            if reason:
                yield Problem(f"{path}{'.vervanger' * len(row)}.uitzonderingen", reason)
        if any(one.identity == each.identity for one in row):
            yield Problem(f"{path}.vervanger", "Vervangers mogen niet in een kring staan.")
            return
        row.append(each)
        each = each.vervanger


def _codes(abonnement: Abonnement, path: str, naslag: Naslag) -> Iterator[Problem]:
    kader = abonnement.handelingskader
    for name, code, known in (
        ("aanpak", abonnement.aanpak, naslag.aanpakken),
        ("regime", abonnement.regime, naslag.regimes),
        ("handelingskader.actie", kader.actie if kader else None, naslag.acties),
    ):
        if code is not None and code not in known:
            yield Problem(f"{path}.{name}", rules.check_known(code, tuple(known)) or "")


def clash(one: Abonnement, other: Abonnement) -> bool:
    """The same abonnement twice, or two that are active on one day: at most one per aanpak and owner is.

    One that was ended may have been opened again, with the same start.
    """
    if (one.aanpak, one.eigenaar) != (other.aanpak, other.eigenaar) or "beeindigd" in (one.status, other.status):
        return False
    both_active = one.status == other.status == "actief"
    return one.identity == other.identity or (
        both_active and rules.overlap((one.start, one.einde), (other.start, other.einde))
    )
