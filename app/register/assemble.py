"""From the checked fields of a register file to a `Dossier`, with what an absent field means."""

from typing import Any

from app.register.model import (
    LOKALE_PGA,
    WGS,
    Abonnement,
    Actie,
    Advies,
    Bejegening,
    Bureaudeel,
    Contactpersoon,
    Dossier,
    Formulierdeel,
    Formulierregel,
    Handelingskader,
    Inlichting,
    Persoon,
    Uitzondering,
)

HUIS, GEMEENTE = "ZVH", "Gemeente"
BUREAU = ("herkomst", "reden", "geopend_op", "zsm_advies", "formulier", "op_straat")


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
    part["veiligheidshuis"] = part.pop("veiligheidshuis_voluit", None) or _named(HUIS, part.get("veiligheidshuis"))
    part["gemeente"] = part.pop("gemeente_voluit", None) or _named(GEMEENTE, part.get("gemeente"))
    part["bureau"] = _bureau(part)
    return Abonnement(
        handelingskader=_handelingskader(handelingskader) if handelingskader else None,
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


def _handelingskader(part: dict[str, Any]) -> Handelingskader:
    words = part.pop("bewoording", None)
    bewoording = Actie(part["actie"], words["tekst"], words["icoon"], words["kleur"]) if words else None
    return Handelingskader(**_tuples(part, "regels"), bewoording=bewoording)


def _bureau(part: dict[str, Any]) -> Bureaudeel | None:
    """None when the file says nothing that only the desk says."""
    told = {name: part.pop(name, None) for name in BUREAU}
    if not any(told.values()):
        return None
    formulier = (_formulierdeel(deel) for deel in told["formulier"] or ())
    return Bureaudeel(
        herkomst=told["herkomst"] or "bestand",
        reden=told["reden"],
        geopend_op=told["geopend_op"],
        zsm_advies=_advies(told["zsm_advies"]) if told["zsm_advies"] else None,
        formulier=tuple(sorted(formulier, key=lambda deel: deel.organisatie)),
        op_straat=tuple(Inlichting(**regel) for regel in told["op_straat"] or ()),
    )


def _formulierdeel(part: dict[str, Any]) -> Formulierdeel:
    """Whom a part says to call is of its organisation."""
    regels, people = part.pop("inlichtingen", None) or (), part.pop("contactpersonen", None) or ()
    return Formulierdeel(
        inlichtingen=tuple(Formulierregel(**regel) for regel in regels),
        contactpersonen=tuple(_contactpersoon({**each, "organisatie": part["organisatie"]}) for each in people),
        **part,
    )


def _advies(part: dict[str, Any]) -> Advies:
    criteria = part.pop("criteria", None) or {}
    return Advies(
        context_gezien=bool(criteria.get("context")),
        juridische_taal=bool(criteria.get("juridische_taal")),
        historie_gezien=criteria.get("historie"),
        **part,
    )


def full_name(kind: str, name: str) -> str:
    """The full name ("ZVH Utrecht"), so that it is one organisation with a contactpersoon's organisatie."""
    return name if name.casefold().startswith(f"{kind.casefold()} ") else f"{kind} {name}"


def _named(kind: str, name: str | None) -> str | None:
    return None if name is None else full_name(kind, name)


def _tuples(part: dict[str, Any], *names: str) -> dict[str, Any]:
    return part | {name: tuple(part.get(name) or ()) for name in names}
