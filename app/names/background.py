"""How likely it is that a stranger is called what was asked: the weighing side of every score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from app.names.difference import SAME_SOUND, SAME_SPELLING, compare
from app.names.parts import EVERYBODY, SPELLED, Deel, sounds_with_one_less, spelling
from app.names.roepnamen import forms_of

# A stranger may bear a name that nobody in the register bears. The larger the register, the fewer such names are left
# (the share falls as a power of its size, as in Heaps' law); the longer a name, the rarer each by itself.
_HEAPS = 0.3
_UNSEEN_OF_FOUR = 3e-5
_PER_LETTER = 0.4
_SHORT = 4  # so short a name becomes another one with three letters changed


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

    def share(self, asked: Deel, klank: str) -> float:
        """Of all strangers who are said as `asked`, the share of those who bear this very sound."""
        bearers = sum(one.aantal * one.kans for one in self.mogelijk.get(asked, ()) if one.klank == klank)
        return bearers / self.persons() / self._stranger(asked)

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


def background(asked: Iterable[Deel], counts: Mapping[str, int], *, misspelt: bool) -> Achtergrond:
    """Weigh every registered part among `counts` against every asked part; likeliest first.

    Not `misspelt`: there are only parts among them that were looked up as the same name.
    """
    registered = sorted(part for part in counts if _is_sound(part))
    near: dict[Deel, tuple[Mogelijk, ...]] = {}
    for part in asked:
        options = []
        for sound in _worth_comparing(part, registered, counts) if misspelt else registered:
            chance = _same_sound(part, counts) if sound == part.klank else compare(part, Deel(sound, sound))[1]
            if chance:
                options.append(Mogelijk(sound, counts[sound], chance))
        near[part] = tuple(sorted(options, key=lambda one: (-one.kans, -one.aantal, one.klank)))
    return Achtergrond(counts, near)


def _worth_comparing(part: Deel, registered: Sequence[str], counts: Mapping[str, int]) -> Iterable[str]:
    """The sounds that may be anything but another name: out of a thousand these are found in a tenth of the time."""
    furthest = 2 if len(part.klank) <= _SHORT else 3
    alike = extract(part.klank, registered, scorer=OSA.distance, score_cutoff=furthest, limit=None)
    found = {sound for sound, _, _ in alike}
    found.update(sound for sound in registered if sound.endswith(part.klank) or part.klank.endswith(sound))
    found.update(sound for sound in forms_of(part.klank) | sounds_with_one_less(part.token) if sound in counts)
    return found


def _is_sound(part: str) -> bool:
    return part != EVERYBODY and not part.startswith(SPELLED)


def _same_sound(asked: Deel, counts: Mapping[str, int]) -> float:
    """The chance that a bearer of this sound is said as `asked`: large for those who spell it so, small for others."""
    bearers = max(1, counts[asked.klank])
    spelled = min(bearers, counts.get(spelling(asked.token), 0))
    return (spelled * SAME_SPELLING + (bearers - spelled) * SAME_SOUND) / bearers
