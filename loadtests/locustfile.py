"""A shift peak: officers who sign in within a few minutes of each other, and then ask about whom they meet.

One in ten is at the desk meanwhile, and works through what waits there.

Run it against a demonstration on this machine (`make demo` in another terminal)::

    make load                                   # 40 officers for one minute
    .venv/bin/locust -f loadtests/locustfile.py --headless -u 200 -r 20 -t 5m

It aims at loopback only and stops by itself. Questions are made from the demonstration register: most ask for somebody
who is in it, as they are heard; one in four asks for somebody who is not, because most people whom police meet are not.
"""

import json
import random
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from locust import HttpUser, between, events, task
from locust.env import Environment
from locust.exception import StopUser

ROOT = Path(__file__).parents[1]
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
STRANGERS = ("Terpstra", "Wolthuis", "Achterberg", "Krijnen", "Oosterhuis", "Verkade", "Lammertink")


def demonstration() -> dict[str, Any]:
    file = ROOT / "var" / "demo.json"
    if not file.exists():
        raise SystemExit("Start the demonstration first: make demo")
    loaded: dict[str, Any] = json.loads(file.read_text())
    return loaded


def persons() -> list[dict[str, Any]]:
    lines = (ROOT / "app" / "demo" / "register.jsonl").read_text().splitlines()
    return [json.loads(line)["persoon"] for line in lines]


def as_heard(persoon: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """What an officer types about this person: a surname at least, mostly more."""
    parts = [persoon["geslachtsnaam"]]
    if chance.random() < 0.7 and persoon.get("voornamen"):
        parts.insert(0, persoon["voornamen"].split()[0])
    question: dict[str, Any] = {"naam": " ".join(parts).lower(), "reden": "melding"}
    datum = persoon.get("geboorte", {}).get("datum")
    if datum and chance.random() < 0.6:
        question["geboortedatum"] = datum
    return question


@events.init.add_listener
def prepare(environment: Environment, **_: Any) -> None:
    environment.host = environment.host or demonstration()["url"]
    if urlsplit(environment.host).hostname not in LOOPBACK:
        raise SystemExit("This load test aims at loopback only.")
    if environment.parsed_options and not environment.parsed_options.run_time:
        environment.parsed_options.run_time = 60


class SignedIn(HttpUser):
    """Somebody of one role."""

    abstract = True
    rol = ""

    def on_start(self) -> None:
        self.chance = random.Random(id(self))
        account = next(row for row in demonstration()["accounts"] if row["rol"] == self.rol)
        credentials = {key: account[key] for key in ("gebruikersnaam", "wachtwoord")}
        self.headers = {"Authorization": f"Bearer {self._sign_in(credentials)}"}
        # Cookies are for browsers; with them every change would need the token of our own page.
        self.client.cookies.clear()

    def _sign_in(self, credentials: dict[str, str]) -> str:
        """All of one role share one account, so some wait their turn, as the answer tells them to."""
        while True:
            with self.client.post("/v1/sessies", json=credentials, catch_response=True) as response:
                if response.status_code == 201:
                    return str(response.json()["toegangstoken"])
                if response.status_code != 429:
                    raise StopUser
                response.success()
                time.sleep(float(response.headers["Retry-After"]))


class Agent(SignedIn):
    """One officer on shift."""

    weight = 9
    rol = "agent"
    wait_time = between(0.5, 3)
    register = persons()

    @task(3)
    def ask_for_somebody_known(self) -> None:
        answer = self._ask(as_heard(self.chance.choice(self.register), self.chance))
        if answer["uitkomst"] == "kandidaten":
            chosen = {"kandidaat": answer["kandidaten"][0]["id"]}
            path = f"/v1/zoekvragen/{answer['id']}/inzages"
            self.client.post(path, json=chosen, headers=self.headers, name="/v1/zoekvragen/{id}/inzages")

    @task(1)
    def ask_for_a_stranger(self) -> None:
        self._ask({"naam": self.chance.choice(STRANGERS), "geboortejaarOngeveer": 1990, "reden": "staandehouding"})

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        with self.client.post("/v1/zoekvragen", json=question, headers=self.headers, catch_response=True) as response:
            if response.status_code != 200:
                response.failure(f"answered {response.status_code}")
                return {"uitkomst": "fout"}
            answer: dict[str, Any] = response.json()
            return answer


class Medewerker(SignedIn):
    """Somebody at the desk of a zorg- en veiligheidshuis: begins with what waits, and opens what is on a list."""

    weight = 1
    rol = "zvh"
    wait_time = between(2, 8)
    lists = ("verouderd", "te-toetsen", "onvolledig", "te-keuren", "teruggestuurd", "eigen-deel")

    @task(2)
    def begin(self) -> None:
        self._get("/v1/werklijsten")

    @task(3)
    def work_through_a_list(self) -> None:
        items = self._get(f"/v1/werklijsten/{self.chance.choice(self.lists)}?limiet=50").get("items") or []
        if items:
            number = self.chance.choice(items)["abonnement"]
            self._get(f"/v1/abonnementen/{number}", name="/v1/abonnementen/{id}")

    @task(1)
    def read_reports(self) -> None:
        self._get("/v1/meldingen")

    def _get(self, path: str, name: str | None = None) -> dict[str, Any]:
        with self.client.get(path, headers=self.headers, name=name, catch_response=True) as response:
            if response.status_code != 200:
                response.failure(f"answered {response.status_code}")
                return {}
            answer: dict[str, Any] = response.json()
            return answer
