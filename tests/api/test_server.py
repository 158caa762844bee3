"""The real server, as `veldwijzer serve` starts it: what reaches us only through gunicorn."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Server:
    port: int
    home: Path
    process: subprocess.Popen[bytes]
    log: Path

    def talk(self, data: bytes) -> tuple[int, dict[str, str], bytes]:
        """Send these bytes as they are, and read the whole answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            received = b"".join(iter(lambda: connection.recv(65536), b""))
        head, _, body = received.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        return int(first.split()[1]), headers, body

    def post(self, head: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        start = (
            "POST /v1/sessies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
        )
        return self.talk(f"{start}{head}\r\n\r\n".encode("latin-1") + body)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("server")
    (home / "veldwijzer.db").write_bytes(sqlite_template.read_bytes())
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "VAR_DIR": str(home),
        "PORT": str(port),
        "VELDWIJZER_WORKERS": "1",
        "VELDWIJZER_COOKIE_SECURE": "nee",
    }
    log = home / "log"
    command = [sys.executable, "-m", "gunicorn", "--config", "python:api.gunicorn", "api.wsgi:create()"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    running = Server(port, home, process, log)
    try:
        wait_until_alive(running)
        yield running
    finally:
        process.terminate()
        process.wait(30)


def wait_until_alive(server: Server) -> None:
    for _ in range(300):
        assert server.process.poll() is None, server.log.read_text()
        try:
            if server.talk(b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(server.log.read_text())


CHUNKED = "Transfer-Encoding: chunked"
GOOD = b'{"gebruikersnaam":"agent","wachtwoord":"x"}'


def test_a_body_in_pieces_is_read(server: Server) -> None:
    status, headers, body = server.post(CHUNKED, b"%x\r\n%b\r\n0\r\n\r\n" % (len(GOOD), GOOD))
    assert (status, headers["content-type"]) == (401, "application/problem+json")
    assert b"aanmelden-mislukt" in body


@pytest.mark.parametrize(
    "body",
    [
        b"zz\r\n" + GOOD,
        b"5\r\n" + GOOD + b"\r\n0\r\n\r\n",
        b"%x\r\n%b" % (len(GOOD) + 5, GOOD),
        b"%x\r\n%b\r\n" % (len(GOOD), GOOD),
        b"-1\r\n\r\n",
        b"",
    ],
)
def test_a_body_in_broken_pieces_is_refused(server: Server, body: bytes) -> None:
    status, headers, answer = server.post(CHUNKED, body)
    assert status == 400, answer
    assert headers["content-type"] in {"application/problem+json", "text/html"}


def test_a_body_in_pieces_is_bounded(server: Server) -> None:
    body = b"".join(b"1000\r\n" + b" " * 4096 + b"\r\n" for _ in range(8)) + b"0\r\n\r\n"
    assert server.post(CHUNKED, body)[0] == 413


def test_a_body_that_breaks_off_is_refused(server: Server) -> None:
    assert server.post(f"Content-Length: {len(GOOD) + 10}", GOOD)[0] == 400


def test_a_body_that_is_announced_too_large_is_not_waited_for(server: Server) -> None:
    assert server.post("Content-Length: 100000000", b"{")[0] == 413


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET /jansen?naam=jansen HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"jansen\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\njansen\r\n\r\n",
        b"GET /" + b"jansen" * 500 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: " + b"jansen" * 3000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: jansen\r\n" % number for number in range(80)) + b"\r\n",
        b"POST /v1/sessies HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
    ],
    ids=range(7),
)
def test_what_is_no_request_is_refused(server: Server, request_bytes: bytes) -> None:
    assert 400 <= server.talk(request_bytes)[0] < 500


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"PROPFIND /v1/sessies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET http://elders/v1/sessies HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /v1/sessies/huidige HTTP/1.0\r\nAuthorization: Bearer \xe9\xff\r\n\r\n",
        b"GET /v1/sessies/huidige HTTP/1.0\r\n\r\n",
        b"DELETE /v1/sessies/huidige HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-CSRF-TOKEN: \xe9\r\n\r\n",
        b"GET /a/x/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /a/x/../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ],
    ids=range(8),
)
def test_what_is_a_strange_request_is_refused_by_us(server: Server, request_bytes: bytes) -> None:
    status, headers, body = server.talk(request_bytes)
    assert 400 <= status < 500
    assert headers["content-type"] == "application/problem+json"
    assert json.loads(body)["status"] == status


def test_the_log_is_json_about_requests_and_never_about_what_was_asked(server: Server) -> None:
    server.talk(b"GET /v1/openapi.json?naam=jansen HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    time.sleep(0.2)
    asked = [line for line in server.lines() if line["bron"] == "veldwijzer.aanvraag"]
    assert {"methode": "GET", "route": "/v1/openapi.json", "status": 200}.items() <= asked[-1].items()
    assert not any(line["status"] >= 500 for line in asked)
    assert "jansen" not in server.log.read_text()
    assert "127.0.0.1" not in "".join(json.dumps(line) for line in server.lines() if "Invalid" in line["bericht"])


def test_nothing_is_written_in_the_home_folder(server: Server) -> None:
    assert not (server.home / ".gunicorn").exists()


def test_it_ends_when_it_is_asked_to(server: Server) -> None:
    """The last test in here: afterwards the server is gone."""
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(30) == 0
