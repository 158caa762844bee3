"""How likely it is that a stranger is called what was asked: the weighing side of every score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from app.names.difference import SAME_SOUND, SAME_SPELLING, compare
from app.names.parts import EVERYBODY, SPELLED, Deel, spelling

# A stranger may bear a name that nobody in the register bears. The larger the register, the fewer such names are left
# (the share falls as a power of its size, as in Heaps' law); the longer a name, the rarer each by itself.
_HEAPS = 0.3
_UNSEEN_OF_FOUR = 3e-5
_PER_LETTER = 0.4


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
    _sounds: dict[Deel, frozenset[str]] = field(default_factory=dict)

    def persons(self) -> int:
        return max(1, self.aantallen.get(EVERYBODY, 0))

    def evidence(self, asked: Deel, chance: float) -> float:
        """The weight of finding `asked` in a part for which it is said with this `chance`."""
        return log(chance / self._stranger(asked))

    def sounds(self, asked: Deel) -> frozenset[str]:
        """The registered sound forms that lie near the asked part."""
        if asked not in self._sounds:
            self._sounds[asked] = frozenset(one.klank for one in self.mogelijk.get(asked, ()))
        return self._sounds[asked]

    def _stranger(self, asked: Deel) -> float:
        """The chance that a stranger's name is said as `asked`: by each near name, and by names never seen."""
        if asked not in self._chances:
            near = sum(one.aantal * one.kans for one in self.mogelijk.get(asked, ())) / self.persons()
            self._chances[asked] = near + _unseen(len(asked.token), self.persons())
        return self._chances[asked]


def _unseen(letters: int, persons: int) -> float:
    share = float((1 + persons / 100) ** -_HEAPS)
    return share * _UNSEEN_OF_FOUR * float(_PER_LETTER ** max(0, min(letters, 12) - 4))


def background(asked: Iterable[Deel], counts: Mapping[str, int]) -> Achtergrond:
    """Weigh every registered part among `counts` against every asked part; likeliest first."""
    near: dict[Deel, tuple[Mogelijk, ...]] = {}
    registered = [(Deel(sound, sound), count) for sound, count in sorted(counts.items()) if _is_sound(sound)]
    for part in asked:
        options = []
        for other, count in registered:
            chance = _same_sound(part, counts) if other.klank == part.klank else compare(part, other)[1]
            if chance:
                options.append(Mogelijk(other.klank, count, chance))
        near[part] = tuple(sorted(options, key=lambda one: (-one.kans, -one.aantal, one.klank)))
    return Achtergrond(counts, near)


def _is_sound(part: str) -> bool:
    return part != EVERYBODY and not part.startswith(SPELLED)


def _same_sound(asked: Deel, counts: Mapping[str, int]) -> float:
    """The chance that a bearer of this sound is said as `asked`: large for those who spell it so, small for others."""
    bearers = max(1, counts[asked.klank])
    spelled = min(bearers, counts.get(spelling(asked.token), 0))
    return (spelled * SAME_SPELLING + (bearers - spelled) * SAME_SOUND) / bearers
