"""From the checked fields of a register file to a `Dossier`, with what an absent field means."""

from typing import Any

from app.register.model import (
    LOKALE_PGA,
    WGS,
    Abonnement,
    Bejegening,
    Contactpersoon,
    Dossier,
    Handelingskader,
    Persoon,
    Uitzondering,
)


def assemble(line: dict[str, Any]) -> Dossier:
    """`line` is what the schema made of one line; its parts are taken apart on the way."""
    abonnementen = tuple(_abonnement(part) for part in line["abonnementen"])
    return Dossier(_persoon(line["extern_id"], line["persoon"]), abonnementen)


def _persoon(extern_id: str, part: dict[str, Any]) -> Persoon:
    geboorte = part.pop("geboorte", None) or {}
    aliassen = tuple(part.pop("aliassen", None) or ())
    geslacht = part.pop("geslacht", None) or "onbekend"
    return Persoon(
        extern_id=extern_id,
        aliassen=aliassen,
        geboortedatum=geboorte.get("datum"),
        geboorteplaats=geboorte.get("plaats"),
        geslacht=geslacht,
        **part,
    )


def _abonnement(part: dict[str, Any]) -> Abonnement:
    """Absent: the regime that goes with the aanpak, no stated doel, and `actief`."""
    handelingskader, bejegening = part.pop("handelingskader", None), part.pop("bejegening", None)
    people = part.pop("contactpersonen", None) or ()
    part["regime"] = part.get("regime") or (LOKALE_PGA if part["aanpak"] == LOKALE_PGA else WGS)
    part["doel"] = part.get("doel") or ""
    part["status"] = part.get("status") or "actief"
    part["veiligheidshuis"] = _organisation("ZVH", part.get("veiligheidshuis"))
    part["gemeente"] = _organisation("Gemeente", part.get("gemeente"))
    return Abonnement(
        handelingskader=Handelingskader(**_tuples(handelingskader, "regels")) if handelingskader else None,
        bejegening=Bejegening(**_tuples(bejegening, "doen", "niet_doen")) if bejegening else None,
        contactpersonen=tuple(map(_contactpersoon, people)),
        **part,
    )


def _contactpersoon(part: dict[str, Any]) -> Contactpersoon:
    """A deputy is of the same organisation."""
    if deputy := part.get("vervanger"):
        part["vervanger"] = _contactpersoon({**deputy, "organisatie": part["organisatie"]})
    if periods := part.get("uitzonderingen"):
        part["uitzonderingen"] = tuple(sorted((Uitzondering(**each) for each in periods), key=lambda each: each.van))
    elif "uitzonderingen" in part:
        part["uitzonderingen"] = ()
    return Contactpersoon(**part)


def _organisation(kind: str, name: str | None) -> str | None:
    """The full name ("ZVH Utrecht"), so that it is one organisation with a contactpersoon's organisatie."""
    if name is None or name.casefold().startswith(f"{kind.casefold()} "):
        return name
    return f"{kind} {name}"


def _tuples(part: dict[str, Any], *names: str) -> dict[str, Any]:
    return part | {name: tuple(part.get(name) or ()) for name in names}
