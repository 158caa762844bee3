"""How likely it is that a stranger is called what was asked: the weighing side of every score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from app.names.difference import compare
from app.names.parts import EVERYBODY, Deel

# A stranger may bear a name that nobody in the register bears. Together such names are common, each by itself is rare:
# about one in a million, or less rare where the register is too small to have met it.
_UNSEEN = 1e-6
_UNSEEN_PER_PERSON = 0.1
# The counts are of sound forms: about half of the bearers of one that sounds as asked also spell it as asked.
_SAME_SOUND = 0.5


@dataclass(frozen=True)
class Mogelijk:
    """A registered name part that the asked one may stand for."""

    klank: str
    aantal: int
    kans: float


@dataclass(frozen=True)
class Achtergrond:
    """The counts of the name parts near the asked ones, and what follows from them."""

    aantallen: Mapping[str, int]
    mogelijk: Mapping[Deel, tuple[Mogelijk, ...]]
    _chances: dict[Deel, float] = field(default_factory=dict)

    def persons(self) -> int:
        return max(1, self.aantallen.get(EVERYBODY, 0))

    def evidence(self, asked: Deel, chance: float) -> float:
        """The weight of finding `asked` in a part for which it is said with this `chance`."""
        return log(chance / self._stranger(asked))

    def _stranger(self, asked: Deel) -> float:
        """The chance that a stranger's name is said as `asked`: by each near name, and by names never seen."""
        if asked not in self._chances:
            near = sum(one.aantal * one.kans for one in self.mogelijk.get(asked, ())) / self.persons()
            self._chances[asked] = near + _UNSEEN + _UNSEEN_PER_PERSON / self.persons()
        return self._chances[asked]


def background(asked: Iterable[Deel], counts: Mapping[str, int]) -> Achtergrond:
    """Weigh every registered part among `counts` against every asked part; likeliest first."""
    near: dict[Deel, tuple[Mogelijk, ...]] = {}
    registered = [(sound, Deel(sound, sound), count) for sound, count in sorted(counts.items()) if sound != EVERYBODY]
    for part in asked:
        options = []
        for sound, as_part, count in registered:
            chance = _SAME_SOUND if sound == part.klank else compare(part, as_part)[1]
            if chance:
                options.append(Mogelijk(sound, count, chance))
        near[part] = tuple(sorted(options, key=lambda one: (-one.kans, -one.aantal, one.klank)))
    return Achtergrond(counts, near)
