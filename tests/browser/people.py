"""The persons of the browser tests: a register file whose dates follow today, so that cards stay as old as they are."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TODAY = date.today()  # noqa: DTZ011 - the day on which the tests run is meant

KERN_140 = (
    "Ook bij een klein delict direct aanhouden en meteen overdragen aan ZSM; bij een eerste waarschuwing in de wijk "
    "eerst bellen met het ZVH."
)
BEJEGENING_140 = (
    "Let op, komt heel agressief over door een hersenbeschadiging; deze agressie is doorgaans niet fysiek maar "
    "verbaal. Geef hem ruimte en tijd."
)
LONGEST = 140


def away(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def contact(
    naam: str, organisatie: str, nummer: int, bereikbaar: str = "altijd", *, eerste: bool = False
) -> dict[str, Any]:
    return {
        "organisatie": organisatie,
        "naam": naam,
        "functie": "procesregisseur",
        "telefoon": f"+3197010{nummer:06d}",
        "bereikbaar": bereikbaar,
        "eerste": eerste,
    }


def abonnement(aanpak: str = "levensloop", **parts: Any) -> dict[str, Any]:
    owner = (
        {"regime": "wgs", "veiligheidshuis": "Utrecht"}
        if aanpak == "levensloop"
        else {"regime": "lokale_pga", "gemeente": "Zeist"}
    )
    dates = {"start": away(-200), "toetsenVoor": away(100), "einde": away(400)}
    return {"aanpak": aanpak, **owner, "doel": "herhaling voorkomen", "status": "actief", **dates, **parts}


def kader(actie: str, kern: str) -> dict[str, Any]:
    return {
        "actie": actie,
        "kern": kern,
        "regels": ["Bij geweld: aanhouden en ZSM direct informeren.", "Bij contact met ex-partner: melden."],
        "casusoverleg": away(-60),
        "vastgesteldDoor": "ZVH Utrecht",
    }


def bejegening(kern: str = "Komt boos over; geef ruimte en praat rustig.", risico: str = "verbaal") -> dict[str, Any]:
    return {
        "kern": kern,
        "ziet": "Hij schreeuwt en zwaait met zijn armen.",
        "betekent": "Hij is overprikkeld.",
        "doen": ["Rustig praten", "Zeg wat je gaat doen"],
        "nietDoen": ["Niet insluiten in een kleine ruimte"],
        "risico": risico,
    }


BRAM = {
    "voornamen": "Abraham",
    "roepnaam": "Bram",
    "geslachtsnaam": "Hooglander",
    "aliassen": ["Bram de Beer"],
    "geboorte": {"datum": "1994-03-07", "plaats": "Utrecht"},
    "geslacht": "man",
}
# Everything at its longest, outdated, and with two agreements: what must still fit on one screen.
LONG = {
    "voornamen": "Maximiliaan Frederik",
    "roepnaam": "Maximiliaan",
    "voorvoegsel": "van",
    "geslachtsnaam": "Benthem Jutting-de Groot",
    "aliassen": ["Max van de Overkant", "Lange Max"],
    "geboorte": {"datum": "1988-11-02", "plaats": "Bergen op Zoom"},
    "geslacht": "man",
}
BARE = {"geslachtsnaam": "Zonderwoud", "roepnaam": "Nadia", "geslacht": "vrouw"}
GREEN = {"roepnaam": "Fatima", "voorvoegsel": "el", "geslachtsnaam": "Idrissi", "geslacht": "vrouw"}
TWINS = ("1980-02-03", "1992-05-06")


def people() -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    bellen = [
        contact("S. de Wit", "ZVH Utrecht", 1, "ma-zo 00:00-00:01", eerste=True),
        contact("A. Yilmaz", "Crisisdienst GGZ Utrecht", 2),
    ]
    direct = abonnement(
        handelingskader=kader("direct_aanhouden", "Ook bij een klein delict."),
        bejegening=bejegening(),
        contactpersonen=bellen,
    )
    long = abonnement(
        handelingskader=kader("direct_aanhouden", KERN_140),
        bejegening=bejegening(BEJEGENING_140),
        contactpersonen=bellen,
        toetsenVoor=away(-30),
    )
    # The latest casusoverleg leads: this one comes second.
    older = kader("overleg_eerst", "Eerst bellen.") | {"casusoverleg": away(-150)}
    second = abonnement("lokale_pga", handelingskader=older, contactpersonen=bellen)
    green = abonnement(
        handelingskader=kader("niet_aanhouden_corrigeren", "Bij een klein feit niet aanhouden maar alleen corrigeren."),
        bejegening=bejegening(risico="geen"),
        contactpersonen=bellen,
    )
    found: list[tuple[dict[str, Any], list[dict[str, Any]]]] = [
        (BRAM, [direct]),
        (LONG, [long, second]),
        (BARE, [abonnement()]),
        ({**GREEN, "geboorte": {"datum": "1990-01-01", "plaats": "Zeist"}}, [green]),
    ]
    for datum in TWINS:
        twin = {"roepnaam": "Pieter", "geslachtsnaam": "Vissering", "geboorte": {"datum": datum, "plaats": "Zeist"}}
        found.append(({**twin, "geslacht": "man"}, [direct]))
    for year in range(1960, 1985):
        name = {"roepnaam": "Jan", "voorvoegsel": "de", "geslachtsnaam": "Vries", "geslacht": "man"}
        found.append(({**name, "geboorte": {"datum": f"{year}-04-05", "plaats": "Utrecht"}}, [green]))
    return found


def write(file: Path) -> None:
    lines = [
        json.dumps(
            {"externId": f"b-{number:03d}", "persoon": persoon, "abonnementen": abonnementen}, ensure_ascii=False
        )
        for number, (persoon, abonnementen) in enumerate(people())
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
