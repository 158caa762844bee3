"""Invents a register of any size: `python -m loadtests.register --persons 5000 --seed 1 > register.jsonl`.

The same number and seed give the same file. Persons are made one at a time, so a million need no more memory than ten.
Dates are written round 21 November 2026, so that a file made today is the file that is in the repository.

The demonstration register is made with::

    python -m loadtests.register --persons 280 --seed 26 --prefix demo --first loadtests/bijzonder.jsonl
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from loadtests import teksten
from loadtests.namen.lijst import drawn
from loadtests.personen import HERE, PLAATSEN, TODAY, Names, PersonMaker, without_absent

CONTACTS_PER_FUNCTION = 6
NUMBER = drawn((1, 2, 3), (93, 6, 1))
AANPAK = drawn(
    ("lokale_pga", "levensloop", "nazorg", "hoog_risico", "huiselijk_geweld", "radicalisering"),
    (45, 27, 11, 8, 7, 2),
)
STATUS = drawn(("actief", "opgeschort", "beeindigd"), (91, 4, 5))
ACTIE = drawn(tuple(teksten.KERN), (23, 30, 22, 17, 8))


class AgreementMaker:
    def __init__(self, random: Random, names: Names) -> None:
        self._random = random
        rows = (HERE / "bejegening.txt").read_text(encoding="utf-8").splitlines()
        self._bejegeningen = [[part.strip() for part in row.split("|")] for row in rows if row[0] != "#"]
        self._contacts = {plaats: self._people(plaats, names) for plaats in teksten.PLAATSEN}

    def make(self) -> list[dict[str, Any]]:
        plaats = self._random.choice(PLAATSEN)
        codes = dict.fromkeys(AANPAK(self._random) for _ in range(NUMBER(self._random)))
        return [self._agreement(aanpak, plaats) for aanpak in codes]

    def _people(self, plaats: str, names: Names) -> list[dict[str, Any]]:
        """Everybody who can be called in one place; they stand on many cards, as in life."""
        people = []
        for organisatie, functies in teksten.ORGANISATIES:
            for functie in functies:
                name = organisatie.format(plaats=plaats)
                people.extend(self._person(name, functie, names) for _ in range(CONTACTS_PER_FUNCTION))
        return people

    def _person(self, organisatie: str, functie: str, names: Names) -> dict[str, Any]:
        random = self._random
        origin = names.origins[random.choice(("nl", "nl", "nl", "ma", "tr", "sr"))]
        always = functie == teksten.ALWAYS_THERE
        host = "-".join(organisatie.lower().replace("ggz-", "ggz ").split())
        return {
            "organisatie": organisatie,
            "naam": f"{random.choice('ABCDEFGHIJKLMNPRSTVWY')}. {origin.achternaam(random, 'man')}",
            "functie": functie,
            "telefoon": f"+3197010{random.randrange(1_000_000):06}",
            "email": f"contact{random.randrange(1_000_000):06}@{host}.example",
            "bereikbaar": "altijd" if always else random.choice(teksten.BEREIKBAAR),
        }

    def _agreement(self, aanpak: str, plaats: str) -> dict[str, Any]:
        random = self._random
        local = aanpak == "lokale_pga"
        huis = teksten.PLAATSEN[plaats]
        status = STATUS(random)
        start = TODAY - timedelta(days=random.randrange(20, 900))
        overleg = start + timedelta(days=random.randrange(-45, (TODAY - start).days))
        review = overleg + timedelta(days=random.choice((183, 365, 365, 365, 548)))
        if random.random() < 0.9:
            review = max(review, TODAY + timedelta(days=random.randrange(10, 300)))
        end = TODAY - timedelta(days=random.randrange(1, 20)) if status == "beeindigd" else None
        owner = f"Gemeente {plaats}" if local else f"ZVH {huis}"
        row = {
            "aanpak": aanpak,
            "regime": "lokale_pga" if local else "wgs",
            "gemeente": plaats,
            "veiligheidshuis": None if local else huis,
            "doel": random.choice(teksten.DOELEN),
            "status": status,
            "start": start.isoformat(),
            "toetsenVoor": review.isoformat(),
            "einde": (end or review + timedelta(days=random.randrange(500, 1500))).isoformat(),
            "handelingskader": self._handelingskader(overleg, owner) if random.random() < 0.97 else None,
            "bejegening": self._bejegening() if random.random() < 0.82 else None,
            "contactpersonen": self._who_to_call(plaats),
        }
        return without_absent(row)

    def _handelingskader(self, overleg: date, owner: str) -> dict[str, Any]:
        random = self._random
        actie = ACTIE(random)
        pool = teksten.REGELS[actie] + teksten.REGELS[""]
        regels = [self._filled(regel) for regel in random.sample(pool, random.choice((0, 1, 2, 2, 3, 4)))]
        row = {
            "actie": actie,
            "kern": self._filled(random.choice(teksten.KERN[actie])),
            "regels": regels,
            "casusoverleg": overleg.isoformat() if random.random() < 0.96 else None,
            "vastgesteldDoor": owner,
        }
        return without_absent(row)

    def _bejegening(self) -> dict[str, Any]:
        random = self._random
        kern, ziet, betekent, doen, niet_doen, risico = random.choice(self._bejegeningen)
        row = {
            "kern": kern,
            "ziet": ziet if random.random() < 0.8 else None,
            "betekent": betekent if random.random() < 0.8 else None,
            "doen": doen.split("; ")[: random.choice((1, 2, 2))],
            "nietDoen": niet_doen.split("; ")[: random.choice((1, 2, 2))],
            "risico": risico,
        }
        return without_absent(row)

    def _who_to_call(self, plaats: str) -> list[dict[str, Any]]:
        people = self._random.sample(self._contacts[plaats], self._random.choice((1, 2, 2, 3, 3, 4)))
        return [person | ({"eerste": True} if place == 0 else {}) for place, person in enumerate(people)]

    def _filled(self, sentence: str) -> str:
        if "{" not in sentence:
            return sentence
        random = self._random
        return sentence.format(
            plek=random.choice(teksten.PLEKKEN),
            wie=random.choice(teksten.WIE),
            dagdeel=random.choice(teksten.DAGDELEN),
        )


def generate(persons: int, seed: int, prefix: str = "p") -> Iterator[str]:
    """The lines of the file, one person each."""
    random = Random(seed)
    names = Names()
    people, agreements = PersonMaker(random, names), AgreementMaker(random, names)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for number in range(1, persons + 1):
        row = {"externId": f"{prefix}-{number:06}", "persoon": people.make(), "abonnementen": agreements.make()}
        yield encode(row)


def main() -> None:
    parser = argparse.ArgumentParser(description="Invent a register.")
    parser.add_argument("--persons", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prefix", default="p", help="what each externId starts with")
    parser.add_argument("--first", type=Path, help="lines by hand that go before the invented ones")
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    if options.first:
        sys.stdout.write(options.first.read_text(encoding="utf-8"))
    for line in generate(options.persons, options.seed, options.prefix):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
