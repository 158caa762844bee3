"""The parts of one question, weighed against the parts of one person after another."""

from app.names.asked import Gevraagd
from app.names.background import Achtergrond
from app.names.difference import Verschil, compare
from app.names.parts import Deel

# Which asked part may be meant by a registered one, the weight of that, and the kind of difference.
Mogelijkheden = tuple[tuple[int, float, Verschil], ...]


class Weegschaal:
    """What was weighed for one person is not weighed again for the next: mostly they bear the same names."""

    def __init__(self, asked: Gevraagd, background: Achtergrond) -> None:
        self.asked = asked
        self.delen = asked.delen + asked.los
        self._background = background
        self._near = [background.sounds(part) for part in self.delen]
        self._any_near = frozenset[str]().union(*self._near)
        self._quick: dict[Deel, Mogelijkheden] = {}
        self._thorough: dict[Deel, Mogelijkheden] = {}

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
                    found.append((at, self._background.evidence(part, chance), kind))
        return tuple(found)
