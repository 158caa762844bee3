"""Read an organisation's CSV file of contactpersonen: first on trial, line by line, then all of it or nothing.

A line is somebody known by `nummer`, else by name and telephone number, else somebody new. What is not a column in the
file stays as it is, and who is not in the file stays.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, update

from app.audit.events import Event
from app.contactpersonen import bestand
from app.contactpersonen.bestand import Rij
from app.contactpersonen.lezen import AnyRow, wide
from app.contactpersonen.opgave import Opgave, deputy_problem, opgave_of
from app.contactpersonen.wijzigen import differences, gegevens, look_ahead, publish_cards, save
from app.errors import FieldError, Forbidden, IntussenGewijzigd, InvalidInput
from app.register import rules
from app.register.contacten import Vooruitblik, lock_contactpersonen
from app.register.vooruit import GEEN_VOORWERK, Voorwerk
from app.store.tables.register import contactpersoon
from app.werk.bureau import Inzien, Werk

NIEUW, WIJZIGT, ONGEWIJZIGD, FOUT = "nieuw", "wijzigt", "ongewijzigd", "fout"

_CHECKS: dict[str, tuple[str, int, tuple[Any, ...]]] = {
    "naam": ("naam", rules.NAAM, (rules.check_name,)),
    "functie": ("functie", rules.NAAM, ()),
    "telefoon": ("telefoon", 20, (rules.check_phone,)),
    "email": ("email", rules.EMAIL, (rules.check_email,)),
    "bereikbaar": ("bereikbaar", rules.BEREIKBAAR, (rules.check_hours,)),
}


@dataclass(frozen=True)
class Verschil:
    """A field that a line changes, as the file writes it: what stands there now, and what would come instead."""

    veld: str
    was: str
    wordt: str


@dataclass
class Regel:
    """What a line of the file comes to. `fouten`: what is wrong, by column; `velden`: what it changes."""

    regel: int
    naam: str
    wat: str = ONGEWIJZIGD
    row: AnyRow | None = None
    opgave: Opgave | None = None
    vervanger: str | None = None  # None: the file does not say
    velden: list[str] = field(default_factory=list)
    fouten: list[tuple[str, str]] = field(default_factory=list)

    verschillen: list[Verschil] = field(default_factory=list)

    def wrong(self, kolom: str, reden: str) -> None:
        self.fouten.append((kolom, reden))
        self.wat = FOUT


@dataclass(frozen=True)
class Proef:
    """What the whole file comes to; `stand` is what it was compared with."""

    regels: Sequence[Regel]
    stand: str
    kaarten: int = 0

    def count(self, wat: str) -> int:
        return sum(regel.wat == wat for regel in self.regels)


def export(inzien: Inzien) -> str:
    """All contactpersonen of the own organisation, those out of use as well, as a CSV file."""
    rows = _own(inzien)
    names = [row.naam for row in rows if row.actief]
    deputies = {row.id: row.naam if names.count(row.naam) == 1 and row.actief else str(row.id) for row in rows}
    return bestand.write([_cells(row, deputies) for row in rows])


def _cells(row: AnyRow, deputies: Mapping[int, str]) -> dict[str, str]:
    told = opgave_of(row)
    return {
        "nummer": str(row.id),
        "naam": told.naam,
        "functie": told.functie or "",
        "telefoon": told.telefoon or "",
        "email": told.email or "",
        "bereikbaar": told.bereikbaar or "",
        "op feestdagen": bestand.YES if told.op_feestdagen else bestand.NO,
        "uitzonderingen": bestand.write_periods(told.uitzonderingen),
        "vervanger": deputies.get(told.vervanger_id or 0, "") if row.actief else "",
        "in gebruik": bestand.YES if row.actief else bestand.NO,
    }


def try_out(inzien: Inzien | Werk, text: str) -> Proef:
    """What reading this file would do, and what is wrong with it. Raises `InvalidInput` for what is no table."""
    try:
        rijen = bestand.read(text)
    except bestand.NoTable as error:
        raise InvalidInput(str(error), errors=(FieldError("#/bestand", str(error)),)) from None
    rows = _own(inzien)
    regels = [_regel(rij, rows) for rij in rijen]
    _once_each(regels)
    _deputies(regels, rows)
    for regel in regels:
        regel.verschillen = list(_verschillen(regel, rows))
    return Proef(regels, _stand(rows, text))


def read_ahead(inzien: Inzien, text: str) -> Voorwerk:
    """The cards that reading this file will change, when that holds nobody up."""
    proef = try_out(inzien, text)
    changed = {
        regel.row.id: gegevens(regel.row, regel.opgave)
        for regel in proef.regels
        if regel.wat == WIJZIGT and regel.row is not None and regel.opgave is not None
    }
    new = {regel.naam for regel in proef.regels if regel.wat == NIEUW}
    # A deputy who does not exist yet cannot be looked ahead to.
    if not changed or any(regel.vervanger in new for regel in proef.regels):
        return GEEN_VOORWERK
    return look_ahead(inzien, Vooruitblik(changed), list(changed))


def read_in(werk: Werk, text: str, stand: str, voorwerk: Voorwerk = GEEN_VOORWERK) -> Proef:
    """Take the whole file in. Raises `InvalidInput` when a line is wrong, `IntussenGewijzigd` for a former `stand`."""
    lock_contactpersonen(werk.connection)
    proef = try_out(werk, text)
    if proef.stand != stand:
        raise IntussenGewijzigd("De contactpersonen of het bestand zijn sinds de proef gewijzigd. Proef opnieuw.")
    errors = [
        FieldError(f"#/regels/{regel.regel}/{kolom}", reden) for regel in proef.regels for kolom, reden in regel.fouten
    ]
    if errors:
        raise InvalidInput("Het bestand is niet ingelezen: er zijn regels die niet kloppen.", errors=tuple(errors[:50]))
    numbers = _create(werk, [regel for regel in proef.regels if regel.wat == NIEUW])
    changed = [regel for regel in proef.regels if regel.wat == WIJZIGT]
    for regel in changed:
        if regel.row is not None and regel.opgave is not None:
            deputy = numbers.get(regel.vervanger or "")
            opgave = regel.opgave if deputy is None else regel.opgave.changed({"vervanger_id": deputy})
            save(werk, regel.row, opgave, regel.row.versie)
    kaarten = publish_cards(werk, [regel.row.id for regel in changed if regel.row is not None], voorwerk)
    body = {"organisatie": werk.caller.organisatie_id, "nieuw": proef.count(NIEUW), "gewijzigd": len(changed)}
    werk.leg_vast(Event.CONTACTPERSONEN_INGELEZEN, body | {"kaarten": kaarten})
    return Proef(proef.regels, proef.stand, kaarten)


def _create(werk: Werk, regels: Sequence[Regel]) -> dict[str, int]:
    """Make those who are new; their numbers by name, for who names them as a deputy."""
    numbers: dict[str, int] = {}
    for regel in regels:
        if regel.opgave is not None:
            row = {**regel.opgave.row(), "organisatie_id": werk.caller.organisatie_id, "bureau": True}
            made = insert(contactpersoon).values(row).returning(contactpersoon.c.id)
            numbers[regel.opgave.naam] = werk.connection.execute(made).scalar_one()
    for regel in regels:
        if regel.opgave is not None and (regel.vervanger or "") in numbers:
            this = contactpersoon.c.id == numbers[regel.opgave.naam]
            werk.connection.execute(
                update(contactpersoon).where(this).values(vervanger_id=numbers[regel.vervanger or ""])
            )
    return numbers


def _verschillen(regel: Regel, rows: Sequence[AnyRow]) -> Iterator[Verschil]:
    """Old beside new, so that a file from before a colleague's change is seen to put the former value back."""
    if regel.row is None or regel.opgave is None or regel.wat != WIJZIGT:
        return
    names = {row.id: row.naam for row in rows}
    was, wordt = (_words(told, names) for told in (opgave_of(regel.row), regel.opgave))
    if "vervanger_id" in regel.velden and regel.opgave.vervanger_id is None:
        # Somebody who is new too has no number yet.
        wordt["vervanger_id"] = regel.vervanger or ""
    for veld in regel.velden:
        yield Verschil(veld, was[veld], wordt[veld])


def _words(told: Opgave, names: Mapping[int, str]) -> dict[str, str]:
    return {
        "naam": told.naam,
        "functie": told.functie or "",
        "telefoon": told.telefoon or "",
        "email": told.email or "",
        "bereikbaar": told.bereikbaar or "",
        "op_feestdagen": bestand.YES if told.op_feestdagen else bestand.NO,
        "uitzonderingen": bestand.write_periods(told.uitzonderingen),
        "vervanger_id": names.get(told.vervanger_id or 0, ""),
    }


def _own(inzien: Inzien | Werk) -> Sequence[AnyRow]:
    connection: Connection = inzien.connection
    organisatie_id = inzien.caller.organisatie_id
    if organisatie_id is None:
        raise Forbidden("Dit account hoort niet bij een organisatie.")
    found = wide().where(contactpersoon.c.organisatie_id == organisatie_id)
    rows: Sequence[AnyRow] = connection.execute(found.order_by(contactpersoon.c.naam, contactpersoon.c.id)).all()
    return rows


def _stand(rows: Sequence[AnyRow], text: str) -> str:
    versions = [(row.id, row.versie) for row in sorted(rows, key=lambda row: row.id)]
    return sha256(json.dumps(versions).encode() + text.encode()).hexdigest()


def _regel(rij: Rij, rows: Sequence[AnyRow]) -> Regel:
    cells = rij.cellen
    regel = Regel(rij.regel, cells["naam"], vervanger=cells.get("vervanger"))
    changes = dict(_fields(cells, regel))
    regel.row = _known(cells, changes, rows, regel)
    if regel.fouten:
        return regel
    before = opgave_of(regel.row) if regel.row is not None else None
    regel.opgave = before.changed(changes) if before else Opgave(**changes)
    in_use = cells.get("in gebruik", "")
    if in_use and (in_use == bestand.YES) != (regel.row is None or regel.row.actief):
        regel.wrong("in gebruik", "Uitschakelen en inschakelen doe je op het scherm van de contactpersoon.")
    elif before is None:
        regel.wat = NIEUW
    elif before != regel.opgave:
        regel.wat, regel.velden = WIJZIGT, differences(before, regel.opgave)
    return regel


def _fields(cells: Mapping[str, str], regel: Regel) -> Iterator[tuple[str, Any]]:
    for kolom, (name, limit, checks) in _CHECKS.items():
        if kolom in cells:
            text = rules.clean(bestand.international(cells[kolom]) if kolom == "telefoon" else cells[kolom])
            if text or kolom == "naam":
                for reden in filter(None, (rules.check_text(text, limit), *(check(text) for check in checks if text))):
                    regel.wrong(kolom, reden)
                    break
            yield name, text or None
    if "op feestdagen" in cells:
        told = cells["op feestdagen"].lower()
        if told not in ("", bestand.YES, bestand.NO):
            regel.wrong("op feestdagen", "Schrijf ja of nee.")
        yield "op_feestdagen", told == bestand.YES
    if "uitzonderingen" in cells:
        yield "uitzonderingen", _periods(cells["uitzonderingen"], regel)


def _periods(text: str, regel: Regel) -> Any:
    periods = bestand.read_periods(text)
    if periods is None:
        hint = "2026-12-28 t/m 2026-12-31: niet bereikbaar | 2027-01-04: ma 10:00-12:00"
        regel.wrong("uitzonderingen", f"Schrijf de uitzonderingen zo: {hint}")
        return ()
    reasons = [rules.check_date(day) for each in periods for day in (each.van, each.tot)]
    reasons += [rules.check_hours(each.bereikbaar) for each in periods if each.bereikbaar]
    reasons.append(rules.check_exceptions([(each.van, each.tot) for each in periods]))
    if len(periods) > rules.MAX_UITZONDERINGEN:
        reasons.append(f"Hoogstens {rules.MAX_UITZONDERINGEN}.")
    for reden in filter(None, reasons):
        regel.wrong("uitzonderingen", reden)
        break
    return periods


def _known(cells: Mapping[str, str], changes: Mapping[str, Any], rows: Sequence[AnyRow], regel: Regel) -> AnyRow | None:
    told = cells.get("nummer", "")
    if told:
        found = [row for row in rows if str(row.id) == told]
        if not found:
            regel.wrong("nummer", "Dit nummer is niet van een contactpersoon van je organisatie.")
        return found[0] if found else None
    same = [row for row in rows if row.naam == changes.get("naam") and row.actief]
    if "telefoon" in changes:
        same = [row for row in same if row.telefoon == changes["telefoon"]]
    if len(same) > 1:
        regel.wrong("naam", "Er zijn er meer met deze naam. Vul het nummer in.")
    return same[0] if len(same) == 1 else None


def _once_each(regels: Sequence[Regel]) -> None:
    seen: set[Any] = set()
    for regel in regels:
        key: Any = regel.row.id if regel.row is not None else None
        if key is None and regel.opgave is not None:
            key = (regel.opgave.naam, regel.opgave.telefoon)
        if key is not None and key in seen:
            regel.wrong("naam", "Deze contactpersoon staat twee keer in het bestand.")
        seen.add(key)


def _deputies(regels: Sequence[Regel], rows: Sequence[AnyRow]) -> None:
    """Who is named as a deputy, by number or by a name that only one has; somebody new by name."""
    standing = {row.id: row.vervanger_id for row in rows if row.actief}
    new = [regel.naam for regel in regels if regel.wat == NIEUW]
    for regel in regels:
        out_of_use = regel.row is not None and not regel.row.actief
        if regel.opgave is None or regel.fouten or regel.vervanger is None or out_of_use:
            continue
        told = regel.vervanger
        named = [row.id for row in rows if row.actief and told in (str(row.id), row.naam)] if told else []
        if told and len(named) + new.count(told) != 1:
            regel.wrong("vervanger", "Noem een contactpersoon die er is, met de naam of met het nummer.")
            continue
        number = named[0] if named else None
        mine = regel.row.id if regel.row is not None else None
        reden = deputy_problem(standing, mine, number) if number is not None else None
        if reden:
            regel.wrong("vervanger", reden)
        else:
            _set_deputy(regel, number, told in new, standing)


def _set_deputy(regel: Regel, number: int | None, is_new: bool, standing: dict[int, int | None]) -> None:  # noqa: FBT001 - said by name where it matters.
    if regel.opgave is None:
        return
    regel.opgave = regel.opgave.changed({"vervanger_id": number})
    if regel.row is None:
        return
    standing[regel.row.id] = number
    before = opgave_of(regel.row)
    regel.velden = differences(before, regel.opgave)
    if is_new and "vervanger_id" not in regel.velden:
        regel.velden.append("vervanger_id")
    regel.wat = WIJZIGT if regel.velden else ONGEWIJZIGD
