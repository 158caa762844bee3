"""The parts of one question, weighed against the parts of one person after another."""

from typing import NamedTuple

from app.names.asked import Gevraagd
from app.names.background import Achtergrond
from app.names.difference import Verschil, compare
from app.names.parts import Deel


class Mogelijkheid(NamedTuple):
    """Which asked part may be meant by a registered one, and how much that weighs."""

    asked_at: int
    gewicht: float
    verschil: Verschil
    # Of all strangers who are said so, the share of those who bear the same name part.
    naamgenoten: float


Mogelijkheden = tuple[Mogelijkheid, ...]


class Weegschaal:
    """What was weighed for one person is not weighed again for the next: mostly they bear the same names."""

    def __init__(self, asked: Gevraagd, background: Achtergrond) -> None:
        self.asked = asked
        self.delen = asked.delen + asked.los
        self._background = background
        self._only = [(part in asked.voornamen, part in asked.achternamen) for part in self.delen]
        self._near = [background.sounds(part) for part in self.delen]
        self._any_near = frozenset[str]().union(*self._near)
        self._quick: dict[Deel, Mogelijkheden] = {}
        self._thorough: dict[Deel, Mogelijkheden] = {}

    def may_be(self, asked_at: int, *, surname: bool) -> bool:
        """Whether this asked part may be a surname, or may be a given name, by what is certain of it."""
        only_given, only_surname = self._only[asked_at]
        return not (only_given if surname else only_surname)

    def options(self, registered: Deel, *, thorough: bool) -> Mogelijkheden:
        """Not `thorough`: of the asked parts only those that lie near the registered one."""
        if not thorough and registered.klank not in self._any_near:
            return ()
        known = self._thorough if thorough else self._quick
        options = known.get(registered)
        if options is None:
            options = known[registered] = self._weigh(registered, thorough=thorough)
        return options

    def _weigh(self, registered: Deel, *, thorough: bool) -> Mogelijkheden:
        found = []
        for at, (part, near) in enumerate(zip(self.delen, self._near, strict=True)):
            if thorough or registered.klank in near:
                kind, chance = compare(part, registered)
                if chance:
                    weight = self._background.evidence(part, chance)
                    found.append(Mogelijkheid(at, weight, kind, self._background.share(part, registered.klank)))
        return tuple(found)
