"""What every list takes in its address, and how a page of it is sent."""

from typing import Any

from marshmallow import fields, validate

from api.answers import Answer
from api.schemas import MESSAGES, NUMBER_MESSAGES, Input
from app.werk.bladzijde import LIMIET, LONGEST_NA, MEESTE


class BladzijdeSchema(Input):
    """To be extended with the filters of a list; `post_load` there makes a `Bladzijde` of these two."""

    limiet = fields.Integer(
        load_default=LIMIET,
        validate=validate.Range(1, MEESTE, error=f"Kies 1 tot {MEESTE}."),
        error_messages=NUMBER_MESSAGES,
        metadata={"description": "Hoeveel er hoogstens in het antwoord staan.", "example": LIMIET},
    )
    na = fields.String(
        load_default=None,
        validate=validate.Length(min=1, max=LONGEST_NA, error="Dit is geen plek in deze lijst."),
        error_messages=MESSAGES,
        metadata={"description": "De `volgende` uit het vorige antwoord; weggelaten: vanaf het begin."},
    )


class LijstSchema(Answer):
    """To be extended with `items`."""

    volgende = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Voor `na`, om verder te lezen; null als er niet meer is."},
    )


def bladzijde(items: list[dict[str, Any]], volgende: str | None) -> dict[str, Any]:
    return {"items": items, "volgende": volgende}
