"""Mail on its way, through a real SMTP server on loopback: sent once, kept when the server is down, or refused."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from sqlalchemy import insert, select, update

from app.core import Core
from app.post import bezorgen
from app.post.bezorgen import Afzender, Bezorger, Ronde
from app.post.server import Beveiliging, Mailserver
from app.store.tables.formulier import bericht, formulierdeel
from app.store.transaction import transaction
from tests.bureau import make_organisatie, open_abonnement
from tests.conftest import FakeClock

AFZENDER = Afzender("veldwijzer@zvh.example", "https://veldwijzer.example/")


@dataclass
class Bus:
    """What the server took in; `refuse` answers for an address with another code."""

    taken: list[Any] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    lock: Any = field(default_factory=threading.Lock)

    async def handle_RCPT(self, _s: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        with self.lock:
            self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def bus() -> Bus:
    return Bus()


Start = Callable[..., Mailserver]


@pytest.fixture
def start(bus: Bus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    """Start the server, with or without encryption; an address of its own each time."""
    running: list[Controller] = []

    def start(beveiliging: Beveiliging = Beveiliging.GEEN, **options: Any) -> Mailserver:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if beveiliging is not Beveiliging.GEEN:
            context = certificate(tmp_path)
            monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
            name = "ssl_context" if beveiliging is Beveiliging.TLS else "tls_context"
            options[name] = context
        controller = Controller(bus, hostname="127.0.0.1", port=port, **options)
        controller.start()
        running.append(controller)
        return Mailserver("localhost" if options else "127.0.0.1", port, beveiliging)

    yield start
    for controller in running:
        controller.stop()


def certificate(folder: Path) -> ssl.SSLContext:
    cert, key = folder / "cert.pem", folder / "key.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*command, "-keyout", key, "-out", cert], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


@pytest.fixture
def mail(core: Core) -> Callable[..., list[int]]:
    """Put mail in the queue, each asked for by a part that is not complete; returns the numbers."""
    ggz = make_organisatie(core)

    def mail(number: int = 1, aan: str = "formulieren@ggz.example") -> list[int]:
        made = []
        for _ in range(number):
            opened = open_abonnement(core, organisaties=(ggz,))
            with transaction(core.engines.write) as connection:
                row = {"organisatie_id": ggz, "aan": aan, "soort": "herinnering", "plek": "/bureau/formulierdelen/31"}
                row |= {"gemaakt_op": "2026-11-21T20:00:00.000Z", "opnieuw_na": "2026-11-21T20:00:00.000Z"}
                made.append(connection.execute(insert(bericht).values(row).returning(bericht.c.id)).scalar_one())
                own = formulierdeel.c.abonnement_id == opened.abonnement_id
                connection.execute(update(formulierdeel).where(own).values(bericht_id=made[-1]))
        return made

    return mail


def bezorger(core: Core, server: Mailserver | None) -> Bezorger:
    return Bezorger(core.engines.write, core.clock, server, AFZENDER)


def rows(core: Core) -> list[Any]:
    with core.engines.read.connect() as connection:
        return list(connection.execute(select(bericht).order_by(bericht.c.id)))


def test_mail_is_handed_over_once_with_a_link_only(core: Core, start: Start, bus: Bus, mail: Any) -> None:
    (number,) = mail()
    server = start()
    assert bezorger(core, server).ronde() == Ronde(verzonden=1)
    assert bezorger(core, server).ronde() == Ronde()
    (taken,) = bus.taken
    text = taken.content.decode()
    assert (taken.mail_from, taken.rcpt_tos) == ("veldwijzer@zvh.example", ["formulieren@ggz.example"])
    assert "https://veldwijzer.example/bureau/formulierdelen/31" in text
    assert f"Message-ID: <bericht.{number}." in text
    assert "Auto-Submitted: auto-generated" in text
    assert "Bakker" not in text
    (row,) = rows(core)
    assert (row.status, row.verzonden_op, row.pogingen, row.fout) == ("verzonden", "2026-11-21T20:00:00.000Z", 1, None)


@pytest.mark.parametrize("beveiliging", [Beveiliging.TLS, Beveiliging.STARTTLS])
def test_the_way_is_encrypted(core: Core, start: Start, bus: Bus, mail: Any, beveiliging: Beveiliging) -> None:
    mail()
    assert (
        bezorger(core, start(beveiliging, require_starttls=beveiliging is Beveiliging.STARTTLS)).ronde().verzonden == 1
    )
    assert len(bus.taken) == 1


def test_a_server_that_does_not_encrypt_gets_nothing(core: Core, start: Start, bus: Bus, mail: Any) -> None:
    mail()
    plain = start()
    done = bezorger(core, Mailserver(plain.host, plain.port, Beveiliging.STARTTLS)).ronde()
    assert (done.verzonden, done.later, bus.taken) == (0, 1, [])
    assert rows(core)[0].fout == "De mailserver kan geen beveiligde verbinding maken of aanmelden."


def test_a_stranger_s_certificate_is_not_trusted(
    core: Core, start: Start, bus: Bus, mail: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail()
    server = start(Beveiliging.TLS)
    monkeypatch.delenv("SSL_CERT_FILE")
    assert bezorger(core, server).ronde().later == 1
    assert rows(core)[0].fout == "De beveiligde verbinding met de mailserver lukt niet."
    assert bus.taken == []


def test_a_server_that_is_down_loses_nothing(core: Core, start: Start, bus: Bus, mail: Any, clock: FakeClock) -> None:
    mail(3)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        nobody = Mailserver("127.0.0.1", probe.getsockname()[1], Beveiliging.GEEN)
    for attempt in (1, 2):
        done = bezorger(core, nobody).ronde()
        assert (done.verzonden, done.later, done.fout) == (0, 3, "De mailserver is niet bereikbaar.")
        assert {(row.status, row.pogingen, row.fout) for row in rows(core)} == {("wacht", attempt, done.fout)}
        # It waits, twice as long each time.
        assert bezorger(core, nobody).ronde() == Ronde()
        clock.forward(minutes=attempt)
    assert bezorger(core, start()).ronde() == Ronde(verzonden=3)
    assert len(bus.taken) == 3


def test_an_address_that_is_refused_for_good_is_said_so(core: Core, start: Start, bus: Bus, mail: Any) -> None:
    mail(aan="weg@ggz.example")
    mail(aan="vol@ggz.example")
    mail()
    bus.refuse = {"weg@ggz.example": "550 no such user weg", "vol@ggz.example": "452 mailbox full"}
    done = bezorger(core, start()).ronde()
    assert (done.verzonden, done.geweigerd, done.later) == (1, 1, 1)
    gone, full, sent = rows(core)
    assert (gone.status, gone.fout) == ("geweigerd", "De mailserver weigert dit adres (550).")
    assert (full.status, full.fout) == ("wacht", "De mailserver neemt dit adres nu niet aan (452).")
    assert sent.status == "verzonden"


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the test server says so; nothing leaves this machine
def test_a_name_or_password_that_is_wrong_waits_and_says_so(core: Core, start: Start, mail: Any) -> None:
    mail()
    options = {
        "authenticator": lambda *_: AuthResult(success=False, handled=False),
        "auth_require_tls": False,
        "auth_required": True,
    }
    server = start(**options)
    wrong = Mailserver(server.host, server.port, Beveiliging.GEEN, "veldwijzer", "geheim-woord")
    done = bezorger(core, wrong).ronde()
    assert done.later == 1
    assert "geheim-woord" not in str(rows(core))
    assert rows(core)[0].fout == "De mailserver neemt de naam en het wachtwoord van Veldwijzer niet aan."


def test_many_senders_at_once_send_each_mail_once(core: Core, start: Start, bus: Bus, mail: Any) -> None:
    mail(45)
    server = start()
    together = threading.Barrier(3)

    def run() -> None:
        sender = bezorger(core, server)
        together.wait()
        while sender.ronde() != Ronde():
            pass

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [line for taken in bus.taken for line in taken.content.decode().splitlines() if "Message-ID" in line]
    assert len(numbers) == len(set(numbers)) == 45
    assert {row.status for row in rows(core)} == {"verzonden"}


def test_whoever_dies_with_mail_in_hand_leaves_it_to_another(
    core: Core, start: Start, mail: Any, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail(2)
    server = start()

    def die(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(bezorgen, "_hand_over", die)
        with pytest.raises(MemoryError):
            bezorger(core, server).ronde()
    assert bezorger(core, server).ronde() == Ronde()
    clock.forward(minutes=15)
    assert bezorger(core, server).ronde() == Ronde(verzonden=2)


def test_what_was_done_meanwhile_is_not_asked_for_any_more(core: Core, start: Start, bus: Bus, mail: Any) -> None:
    mail()
    with transaction(core.engines.write) as connection:
        connection.execute(update(formulierdeel).values(status="bevestigd"))
    assert bezorger(core, start()).ronde() == Ronde()
    assert [row.status for row in rows(core)] == ["vervallen"]
    assert bus.taken == []


def test_a_slow_server_is_not_waited_for_longer_than_the_claim(
    core: Core, start: Start, mail: Any, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail(3)
    server = start()
    usual = bezorgen._hand_over

    def slowly(*arguments: Any) -> None:
        clock.forward(minutes=8)
        usual(*arguments)

    monkeypatch.setattr(bezorgen, "_hand_over", slowly)
    assert bezorger(core, server).ronde() == Ronde(verzonden=1, later=2)
    assert [(row.status, row.pogingen) for row in rows(core)][1:] == [("wacht", 0), ("wacht", 0)]


def test_without_a_server_nothing_is_taken_up(core: Core, mail: Any) -> None:
    mail()
    sender = bezorger(core, None)
    assert sender.ontbreekt() == ("SMTP_URL",)
    assert sender.ronde() == Ronde()
    assert rows(core)[0].opnieuw_na == "2026-11-21T20:00:00.000Z"
