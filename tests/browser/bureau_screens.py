"""The screens of the desk with something on them: who sees which, for the screenshots and the check of them all."""

from dataclasses import dataclass

from sqlalchemy import select

from app.access.rules import Rol
from app.core import Core
from app.register.model import Persoon
from app.store.tables.formulier import formulierdeel
from tests.bureau import (
    make_caller,
    make_contactpersoon,
    make_organisatie,
    open_abonnement,
    publish_afspraak,
    submit_afspraak,
)


@dataclass(frozen=True)
class Vulling:
    """The ids of what was put into the database."""

    loopt: int
    gevraagd: int
    ingediend: int
    persoon: int
    deel: int


def vul(core: Core) -> Vulling:
    """One that is on the street, one whose form is being filled in, and one that waits for a second pair of eyes."""
    organisaties = tuple(
        make_organisatie(core, naam, soort=soort, email="post@voorbeeld.example")
        for naam, soort in (("GGZ Utrecht", "partner"), ("Gemeente Utrecht", "gemeente"))
    )
    for naam, organisatie in (
        ("A. Yilmaz", "GGZ Utrecht"),
        ("J. de Boer", "ZVH Utrecht"),
        ("M. Visser", "Gemeente Utrecht"),
    ):
        make_contactpersoon(core, organisatie=organisatie, naam=naam)
    loopt = open_abonnement(core, persoon=_wie("Ouafa", "Bensalem", "1991-06-18"), organisaties=organisaties)
    publish_afspraak(core, loopt.abonnement_id)
    gevraagd = open_abonnement(core, persoon=_wie("Dirk", "Zandstra", "1988-01-30"), organisaties=organisaties)
    ingediend = open_abonnement(core, persoon=_wie("Milou", "Hofland", "1997-11-05"))
    submit_afspraak(core, ingediend.abonnement_id, schrijver=make_caller(core, Rol.ZVH))
    ggz = formulierdeel.c.organisatie_id == organisaties[0]
    own = select(formulierdeel.c.id).where(formulierdeel.c.abonnement_id == gevraagd.abonnement_id, ggz)
    with core.engines.read.connect() as connection:
        deel = connection.execute(own).scalar_one()
    return Vulling(loopt.abonnement_id, gevraagd.abonnement_id, ingediend.abonnement_id, loopt.persoon_id, deel)


def _wie(voornamen: str, geslachtsnaam: str, geboren: str) -> Persoon:
    return Persoon("", geslachtsnaam, voornamen=voornamen, geboortedatum=geboren, geboorteplaats="Utrecht")


def schermen(vulling: Vulling) -> dict[str, tuple[str, str]]:
    """By name: who looks, and where (below /bureau)."""
    dossier = f"abonnementen/{vulling.loopt}"
    return {
        "politie-begin": ("politiebeheer", ""),
        "politie-abonnementen": ("politiebeheer", "abonnementen"),
        "politie-nieuw": ("politiebeheer", "abonnementen/nieuw"),
        "politie-persoon": ("politiebeheer", f"personen/{vulling.persoon}"),
        "politie-samenvoegingen": ("politiebeheer", "samenvoegingen"),
        "zvh-begin": ("zvh", ""),
        "zvh-abonnementen": ("zvh", "abonnementen?status=actief"),
        "zvh-dossier": ("zvh", dossier),
        "zvh-dossier-formulier": ("zvh", f"abonnementen/{vulling.gevraagd}/formulier"),
        "zvh-dossier-contactpersonen": ("zvh", f"{dossier}/contactpersonen"),
        "zvh-dossier-afspraken": ("zvh", f"abonnementen/{vulling.gevraagd}/afspraken"),
        "zvh-dossier-afspraken-loopt": ("zvh", f"{dossier}/afspraken"),
        "zvh-dossier-geschiedenis": ("zvh", f"{dossier}/geschiedenis"),
        "zvh-formulieren": ("zvh", "formulierdelen?van=alles"),
        "zvh-contactpersonen": ("zvh", "contactpersonen"),
        "collega-keuren": ("zvh-collega", f"abonnementen/{vulling.ingediend}/afspraken"),
        "ggz-begin": ("ggz", ""),
        "ggz-formulieren": ("ggz", "formulierdelen"),
        "ggz-deel": ("ggz", f"formulierdelen/{vulling.deel}"),
        "ggz-contactpersonen": ("ggz", "contactpersonen"),
        "ggz-dossier": ("ggz", dossier),
        "zvh-meldingen": ("zvh", "meldingen"),
        "zvh-zoek-persoon": ("zvh", "personen"),
        "beheer-begin": ("beheer", ""),
        "beheer-organisaties": ("beheer", "organisaties"),
        "beheer-acties": ("beheer", "acties"),
        "niet-gevonden": ("zvh", "abonnementen/999999"),
    }
