"""The desk for tests of the API: somebody of each role, signed in when first asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.test import TestResponse

from app.access.rules import Rol
from app.core import Core

# What sends one request; making it may prepare what the request needs.
Send = Callable[[], TestResponse]


@dataclass
class Desk:
    core: Core
    sign_in: Callable[..., Any]
    _callers: dict[Rol, Any] = field(default_factory=dict)

    def als(self, rol: Rol) -> Any:
        """A bearer of this role."""
        if rol not in self._callers:
            self._callers[rol] = self.sign_in(rol)
        return self._callers[rol]


Gebruik = dict[str, Callable[[Desk], Send]]
