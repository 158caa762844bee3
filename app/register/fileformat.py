"""The register file: one JSON object a line, checked field by field, to a `Dossier`.

marshmallow stands here and nowhere else in `app`, because a file from outside is an edge just as HTTP is.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing
from marshmallow.validate import Length

from app.register import consistency, rules
from app.register.assemble import assemble
from app.register.consistency import Problem
from app.register.model import Dossier, Naslag

Check = Callable[[str], str | None]

# A register says many things more than once: towns, dates, telephone numbers. So many per field are checked only once.
REMEMBERED = 2000

_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}", re.ASCII)

REQUIRED = "Dit veld is verplicht en ontbreekt."
NOT_NULL = "Dit veld is verplicht en mag niet null zijn."
OBJECT = "Hier hoort een object te staan."
LIST = "Hier hoort een lijst te staan."
UNKNOWN = "Dit veld is niet bekend in het registerbestand."
NOT_TEXT = "Hier hoort tekst te staan."


class Refused(ValueError):
    """A line that is not taken in: the first field that is wrong, and the reason in Dutch."""

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(reden)
        self.veld = veld
        self.reden = reden


class Tekst(fields.Field[str]):
    """A text within its limit; `checks` say what else it must be. One class for all keeps the reading fast."""

    default_error_messages = {"required": REQUIRED, "null": NOT_NULL}  # noqa: RUF012 - marshmallow's own form.

    def __init__(self, limit: int, *checks: Check, **options: Any) -> None:
        options.setdefault("allow_none", not options.get("required", False))
        super().__init__(**options)
        self.limit = limit
        self.checks = checks
        self._accepted: dict[str, str] = {}

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Marshmallow's own way in goes through six calls, for hooks and validators that these fields do not have."""
        if not isinstance(value, str):
            return super().deserialize(value, *args, **kwargs)
        if value in self._accepted:
            return self._accepted[value]
        text = rules.clean(value)
        reason = rules.check_text(text, self.limit)
        for check in self.checks:
            reason = reason or check(text)
        if reason:
            raise ValidationError(reason)
        if len(self._accepted) == REMEMBERED:
            self._accepted.clear()
        self._accepted[value] = text
        return text

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:  # noqa: ARG002 - given by marshmallow.
        raise ValidationError(NOT_TEXT)


class JaNee(fields.Field[bool]):
    """Only `true` and `false`: "nee" in quotes must not count as yes."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002 - given by marshmallow.
        if not isinstance(value, bool):
            raise ValidationError("Hier hoort true of false te staan.")
        return value


def _date(name: str) -> Tekst:
    return Tekst(10, rules.check_date, data_key=name)


def _moment(name: str, *, required: bool = False) -> Tekst:
    return Tekst(30, rules.check_moment, data_key=name, required=required)


def _one_of(known: tuple[str, ...], *, required: bool = False) -> Tekst:
    return Tekst(rules.NAAM, lambda text: rules.check_known(text, known), required=required)


def _texts(limit: int, most: int, *checks: Check, **options: Any) -> fields.List[str]:
    return fields.List(
        Tekst(limit, *checks, allow_none=False),
        validate=Length(max=most, error=f"Te veel regels: hoogstens {most}."),
        allow_none=True,
        error_messages={"invalid": LIST},
        **options,
    )


class _Object(Schema):
    """A schema whose fields stand for themselves: no hooks, no validators of the whole.

    That is why `load` can be this short. Marshmallow's own also looks for those, and makes room for each field that is
    absent; on a file of a hundred thousand persons it took more time than all the rest of the import.
    """

    def load(self, data: Any, **_options: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise ValidationError({"_schema": [OBJECT]})
        loaded: dict[str, Any] = {}
        errors: dict[str, Any] = {}
        for name, field in self.load_fields.items():
            key = field.data_key or name
            if key in data or field.required:
                try:
                    loaded[name] = field.deserialize(data.get(key, missing), key, data)
                except ValidationError as error:
                    errors[key] = error.messages
        if len(data) > len(loaded):
            known = {field.data_key or name for name, field in self.load_fields.items()}
            errors |= {key: [UNKNOWN] for key in data if key not in known}
        if errors:
            raise ValidationError(errors)
        return loaded


def _one(schema: type[Schema], *, required: bool = False) -> fields.Nested:
    messages: Any = {"required": REQUIRED, "null": NOT_NULL}
    return fields.Nested(schema, required=required, allow_none=not required, error_messages=messages)


def _many(schema: type[Schema], least: int, most: int, **options: Any) -> fields.List[Any]:
    return fields.List(
        fields.Nested(schema, error_messages={"null": OBJECT}),
        required=bool(least),
        allow_none=not least,
        validate=Length(least, most, error=f"Hier horen {least} tot {most} dingen te staan."),
        error_messages={"invalid": LIST, "required": REQUIRED, "null": NOT_NULL},
        **options,
    )


class _Uitzondering(_Object):
    van = Tekst(10, rules.check_date, required=True)
    tot = Tekst(10, rules.check_date, required=True)
    bereikbaar = Tekst(rules.BEREIKBAAR, rules.check_hours)


class _Mens(_Object):
    naam = Tekst(rules.NAAM, rules.check_name, required=True)
    functie = Tekst(rules.NAAM)
    telefoon = Tekst(rules.NAAM, rules.check_phone)
    email = Tekst(rules.EMAIL, rules.check_email)
    bereikbaar = Tekst(rules.BEREIKBAAR, rules.check_hours)
    op_feestdagen = JaNee(data_key="opFeestdagen")
    uitzonderingen = _many(_Uitzondering, 0, rules.MAX_UITZONDERINGEN)


# A deputy may have a deputy in turn; written out, so that nobody can nest a million of them.
class _Tweede(_Mens):
    vervanger = _one(_Mens)


class _Eerste(_Tweede):
    vervanger = _one(_Tweede)


class _Gekozen(_Eerste):
    vervanger = _one(_Eerste)


class _Contactpersoon(_Gekozen):
    organisatie = Tekst(rules.NAAM, rules.check_name, required=True)
    eerste = JaNee()


class _Bejegening(_Object):
    kern = Tekst(rules.KERN, required=True)
    ziet = Tekst(rules.TOELICHTING)
    betekent = Tekst(rules.TOELICHTING)
    doen = _texts(rules.REGEL, rules.MAX_DOEN)
    niet_doen = _texts(rules.REGEL, rules.MAX_DOEN, data_key="nietDoen")
    risico = _one_of(rules.RISICOS)


class _Bewoording(_Object):
    tekst = Tekst(rules.CODE, required=True)
    icoon = Tekst(rules.CODE, required=True)
    kleur = Tekst(rules.KLEUR, required=True)


class _Handelingskader(_Object):
    actie = Tekst(rules.NAAM, required=True)
    bewoording = _one(_Bewoording)
    kern = Tekst(rules.KERN, required=True)
    regels = _texts(rules.REGEL, rules.MAX_REGELS)
    casusoverleg = _date("casusoverleg")
    vastgesteld_door = Tekst(rules.NAAM, data_key="vastgesteldDoor")


class _Criteria(_Object):
    context = JaNee()
    juridische_taal = JaNee(data_key="juridischeTaal")
    historie = _one_of(rules.HISTORIES)


class _Advies(_Object):
    datum = Tekst(10, rules.check_date, required=True)
    doel = Tekst(rules.DOEL, required=True)
    advies = Tekst(rules.ADVIES, required=True)
    context = Tekst(rules.ADVIES_CONTEXT)
    historie = Tekst(rules.ADVIES_CONTEXT)
    criteria = _one(_Criteria)


class _Regel(_Object):
    tekst = Tekst(rules.TOELICHTING, required=True)
    aard = _one_of(rules.AARDEN, required=True)
    bron = Tekst(rules.BRON, required=True)


class _Formulierregel(_Regel):
    delen = _one_of(rules.DELEN, required=True)


class _OpStraat(_Regel):
    organisatie = Tekst(rules.NAAM, rules.check_name, required=True)


class _Formulierdeel(_Object):
    organisatie = Tekst(rules.NAAM, rules.check_name, required=True)
    status = _one_of(rules.DEELSTATUSSEN, required=True)
    neemt_deel = JaNee(data_key="neemtDeel", allow_none=True)
    vraag = Tekst(rules.REDEN)
    bezwaar = Tekst(rules.REDEN)
    gevraagd_op = _moment("gevraagdOp", required=True)
    herinnerd_op = _moment("herinnerdOp")
    ingevuld_op = _moment("ingevuldOp")
    bevestigd_op = _moment("bevestigdOp")
    inlichtingen = _many(_Formulierregel, 0, rules.MAX_INLICHTINGEN)
    contactpersonen = _many(_Gekozen, 0, rules.MAX_CONTACTPERSONEN)


class _Bureau(_Object):
    herkomst = _one_of(rules.HERKOMSTEN)
    reden = Tekst(rules.REDEN)
    geopend_op = _moment("geopendOp")
    zsm_advies = fields.Nested(_Advies, data_key="zsmAdvies", allow_none=True)
    formulier = _many(_Formulierdeel, 0, rules.MAX_DELEN)
    op_straat = _many(_OpStraat, 0, rules.MAX_REGELS_OP_STRAAT, data_key="opStraat")


class _Abonnement(_Bureau):
    aanpak = Tekst(rules.NAAM, required=True)
    regime = Tekst(rules.NAAM)
    veiligheidshuis = Tekst(rules.PLAATS, rules.check_name)
    veiligheidshuis_voluit = Tekst(rules.NAAM, rules.check_name, data_key="veiligheidshuisVoluit")
    gemeente = Tekst(rules.PLAATS, rules.check_name)
    gemeente_voluit = Tekst(rules.NAAM, rules.check_name, data_key="gemeenteVoluit")
    doel = Tekst(rules.DOEL)
    status = _one_of(rules.STATUSSEN)
    start = _date("start")
    toetsen_voor = _date("toetsenVoor")
    einde = _date("einde")
    handelingskader = _one(_Handelingskader)
    bejegening = _one(_Bejegening)
    contactpersonen = _many(_Contactpersoon, 0, rules.MAX_CONTACTPERSONEN)


class _Geboorte(_Object):
    datum = Tekst(rules.NAAM, rules.check_birth_date)
    plaats = Tekst(rules.PLAATS)


class _Persoon(_Object):
    voornamen = Tekst(rules.VOORNAMEN, rules.check_name)
    roepnaam = Tekst(rules.ROEPNAAM, rules.check_name)
    voorvoegsel = Tekst(rules.VOORVOEGSEL, rules.check_name)
    geslachtsnaam = Tekst(rules.GESLACHTSNAAM, rules.check_name, required=True)
    aliassen = _texts(rules.ALIAS, rules.MAX_ALIASSEN, rules.check_name)
    geboorte = _one(_Geboorte)
    geslacht = _one_of(rules.GESLACHTEN)


class _Line(_Object):
    extern_id = Tekst(rules.EXTERN_ID, required=True, data_key="externId")
    persoon = _one(_Persoon, required=True)
    abonnementen = _many(_Abonnement, 1, rules.MAX_ABONNEMENTEN)


class FileFormat:
    """Reads the objects of a register file, given the codes that this register knows and the date of today."""

    def __init__(self, naslag: Naslag, vandaag: date) -> None:
        self._naslag = naslag
        self._vandaag = vandaag.isoformat()
        self._schema = _Line()

    def read(self, value: Any) -> Dossier:
        """Raises `Refused` with the first field that is wrong."""
        try:
            dossier = assemble(self._schema.load(value))
        except ValidationError as error:
            raise _refused(list(_flatten(error.messages_dict, ""))) from None
        problems = list(consistency.problems(dossier, self._naslag, self._vandaag))
        if problems:
            raise _refused(problems)
        return dossier


def _refused(problems: list[Problem]) -> Refused:
    first, *others = problems
    reason = first.reden
    if others:
        reason += f" Ook niet goed: {', '.join(problem.veld for problem in others[:5])}."
    return Refused(first.veld, reason)


def _flatten(messages: Any, path: str) -> Iterator[Problem]:
    """Nested messages as paths in the order of the schema: `abonnementen[0].start`."""
    if isinstance(messages, dict):
        for name, below in messages.items():
            yield from _flatten(below, path if name == "_schema" else path + _step(name, path))
    else:
        yield Problem(path, str(messages[0]))


def _step(name: object, path: str) -> str:
    if isinstance(name, int):
        return f"[{name}]"
    # The name of an unknown field may itself be about a person; only what looks like a field name is repeated.
    shown = name if isinstance(name, str) and _FIELD_NAME.fullmatch(name) else "(onleesbaar veld)"
    return f".{shown}" if path else shown
