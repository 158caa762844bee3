"""What one row of the table of routes says."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from api.operations import Operation
from app.access.rules import Permission
from app.audit.events import Event


@dataclass(frozen=True)
class Open:
    """No permission is asked, and this is why."""

    reason: str


@dataclass(frozen=True)
class Unrecorded:
    """Nothing is written to the trail, and this is why."""

    reason: str


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    view: Callable[..., Response]
    access: Permission | Open
    audit: Event | Unrecorded
    operation: Operation | None = None
