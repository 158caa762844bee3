"""Fields of what the desk sends in: a text is kept in the form, and within the limits, that the register keeps."""

from collections.abc import Callable
from typing import Any

from marshmallow import ValidationError, fields, validate

from api.schemas import MESSAGES, NUMBER_MESSAGES
from app.register import rules

Check = Callable[[str], str | None]

# Far above any row that will ever be, and exact in every client.
LARGEST = 2**53 - 1


class Regel(fields.String):
    """One line of text. Where it is not required, an empty one is the same as none (None)."""

    def __init__(self, limit: int, *checks: Check, **options: Any) -> None:
        required = options.setdefault("required", False)
        options.setdefault("allow_none", not required)
        description = {"description": options.pop("description"), "example": options.pop("example", "")}
        bounds = {"minLength": int(required), "maxLength": limit}
        metadata = description | bounds | options.pop("metadata", {})
        super().__init__(error_messages=MESSAGES, metadata=metadata, **options)
        self.limit = limit
        self.checks = checks

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = rules.clean(super()._deserialize(value, attr, data, **kwargs))
        if not text and not self.required:
            return None
        reason = rules.check_text(text, self.limit)
        for check in self.checks:
            reason = reason or check(text)
        if reason:
            raise ValidationError(reason)
        return text


def regel(limit: int, *checks: Check, description: str, example: str = "", required: bool = False) -> Regel:
    return Regel(limit, *checks, description=description, example=example, required=required)


def dag(description: str, *, required: bool = False, example: str = "2027-11-22") -> Regel:
    """A whole date (`YYYY-MM-DD`)."""
    return Regel(
        10,
        rules.check_date,
        description=description,
        example=example,
        required=required,
        metadata={"format": "date"},
    )


def keuze(known: tuple[str, ...], description: str, *, required: bool = False) -> fields.String:
    """One of a few words that never change."""
    return fields.String(
        required=required,
        validate=validate.OneOf(known, error=f"Kies uit: {', '.join(known)}."),
        error_messages=MESSAGES,
        metadata={"description": description, "example": known[0]},
    )


def nummer(description: str, *, required: bool = False) -> fields.Integer:
    """The `id` of something."""
    return fields.Integer(
        strict=True,
        required=required,
        allow_none=not required,
        validate=validate.Range(1, LARGEST, error="Dit is geen nummer van ons."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": description, "example": 12},
    )


def nummers(description: str, most: int) -> fields.List[Any]:
    return fields.List(
        nummer(description, required=True),
        load_default=list,
        validate=validate.Length(max=most, error=f"Hoogstens {most}."),
        error_messages=MESSAGES | {"invalid": "Stuur hier een lijst."},
        metadata={"description": description},
    )
