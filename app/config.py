"""Settings: the only reader of the environment. Each has a name, a default and a line of help.

``docs/settings.md`` is generated from `SETTINGS` and compared by a test.
"""

import json
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from app.post.server import Mailserver, read_mailserver


class ConfigError(Exception):
    """A setting that cannot be used; the text names it and says what it takes."""


@dataclass(frozen=True)
class Reden:
    """A ground for a consultation, as an officer may choose it (doelbinding)."""

    code: str
    naam: str
    toelichting_vereist: bool = False


@dataclass(frozen=True)
class Setting:
    name: str
    default: str
    help: str
    read: Callable[[str], Any] = str


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not lowest <= value <= highest:
            raise ValueError(f"takes a number from {lowest} to {highest}")
        return value

    return read


def _share(text: str) -> float:
    value = float(text)
    if not 0 < value < 1:
        raise ValueError("takes a number between 0 and 1")
    return value


def _yes_no(text: str) -> bool:
    if text not in ("ja", "nee"):
        raise ValueError("takes `ja` or `nee`")
    return text == "ja"


def _database_url(text: str) -> str:
    try:
        backend = make_url(text).get_backend_name() if text else "sqlite"
    except ArgumentError:
        backend = "none"
    if backend not in ("sqlite", "postgres", "postgresql"):
        raise ValueError("takes a SQLAlchemy URL of SQLite or PostgreSQL, as sqlite:////path/file.db")
    return text


def _address(text: str) -> str:
    if text and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", text, re.ASCII):
        raise ValueError("takes an e-mail address, as veldwijzer@zvh.example")
    return text


def _https(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#]+/?", text, re.ASCII):
        raise ValueError("takes an address without a path, as https://veldwijzer.example")
    return text


def _log_level(text: str) -> str:
    if text not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("takes DEBUG, INFO, WARNING or ERROR")
    return text


def _one_of(*known: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError(f"takes one of {', '.join(known)}")
        return text

    return read


def _redenen(text: str) -> tuple[Reden, ...]:
    rows = json.loads(text)
    redenen = tuple(Reden(row["code"], row["naam"], row.get("toelichtingVereist", False)) for row in rows)
    if not redenen or len({reden.code for reden in redenen}) != len(redenen):
        raise ValueError("takes at least one reden, each code once")
    return redenen


DEFAULT_REDENEN = json.dumps(
    [
        {"code": "melding", "naam": "Melding"},
        {"code": "staandehouding", "naam": "Staandehouding"},
        {"code": "aanhouding", "naam": "Aanhouding"},
        {"code": "overdracht", "naam": "Overdracht"},
        {"code": "anders", "naam": "Anders", "toelichtingVereist": True},
    ]
)

SETTINGS = (
    Setting("VAR_DIR", "var", "The folder for everything that is kept on disk."),
    Setting(
        "DATABASE_URL",
        "",
        "A SQLAlchemy URL: SQLite or PostgreSQL 15+. Empty: the file `veldwijzer.db` in `VAR_DIR`.",
        _database_url,
    ),
    Setting("HOST", "127.0.0.1", "The address that the service listens on."),
    Setting("PORT", "8000", "The port that the service listens on.", _number(1, 65535)),
    Setting("VELDWIJZER_WORKERS", "2", "Processes that answer.", _number(1, 64)),
    Setting("VELDWIJZER_THREADS", "4", "Threads in each process; four had the shortest waits.", _number(1, 64)),
    Setting(
        "VELDWIJZER_SECRET",
        "",
        "The key that signs tokens, at least 32 characters, the same on every machine. Empty: made once in `VAR_DIR`.",
    ),
    Setting(
        "VELDWIJZER_COOKIE_SECURE",
        "ja",
        "`nee` lets cookies travel over plain http: only for localhost.",
        _yes_no,
    ),
    Setting(
        "VELDWIJZER_PROXIES",
        "0",
        "How many reverse proxies stand in front and set X-Forwarded-*.",
        _number(0, 5),
    ),
    Setting("VELDWIJZER_TOKEN_MINUTES", "15", "How long an access token counts.", _number(1, 60)),
    Setting(
        "VELDWIJZER_SESSION_HOURS",
        "12",
        "After this, sign in again: one shift and its handover.",
        _number(1, 24),
    ),
    Setting(
        "VELDWIJZER_INZAGE_MINUTES",
        "15",
        "How long a card can be opened out of one's own question.",
        _number(1, 60),
    ),
    Setting(
        "VELDWIJZER_TONEN",
        "0.7",
        "Search: somebody is shown only when the chance that a person of that name in the register is meant is at "
        "least this. It sets which share of the questions about unknown persons without a namesake shows anybody: in "
        "an invented register of 100,000 persons 3.4 % at 0.6, 2.6 % at 0.7, 2.4 % at 0.8; each step loses one right "
        "person in two hundred questions. `veldwijzer evalueer` measures it on any register.",
        _share,
    ),
    Setting(
        "VELDWIJZER_KAART",
        "0.95",
        "Search: the card comes up at once only when the chance that this one person is meant is at least this.",
        _share,
    ),
    Setting(
        "VELDWIJZER_NAASTE",
        "0.02",
        "Search: nobody else may come nearer to the first than this ratio of chances, or there is a choice.",
        _share,
    ),
    Setting(
        "VELDWIJZER_REDENEN",
        DEFAULT_REDENEN,
        "The redenen to choose from: JSON, code, naam, toelichtingVereist.",
        _redenen,
    ),
    Setting(
        "VELDWIJZER_VIER_OGEN",
        "ja",
        "Whether a second account of the owner must approve before something is published: `ja`; `zvh` asks it of a "
        "zorg- en veiligheidshuis only, where a gemeente has one expert; `nee`.",
        _one_of("ja", "zvh", "nee"),
    ),
    Setting(
        "SMTP_URL",
        "",
        "Where mail is handed over: `smtp://name:password@host:587` (STARTTLS), `smtps://...:465` (TLS), or "
        "`smtp-open://host:25` (neither: only for a server on a network of your own). Empty: mail waits in the queue.",
        read_mailserver,
    ),
    Setting("VELDWIJZER_AFZENDER", "", "The address that mail comes from.", _address),
    Setting("VELDWIJZER_URL", "", "The address of this service, for the links in mail.", _https),
    Setting(
        "VELDWIJZER_HERINNER_NA_DAGEN",
        "7",
        "After so many days `veldwijzer post` reminds whoever has not finished a part of a form; 0 is never.",
        _number(0, 365),
    ),
    Setting("VELDWIJZER_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR.", _log_level),
)


@dataclass(frozen=True)
class Settings:
    var_dir: Path
    database_url: str
    host: str
    port: int
    workers: int
    threads: int
    secret: str
    cookie_secure: bool
    proxies: int
    token_minutes: int
    session_hours: int
    inzage_minutes: int
    tonen: float
    kaart: float
    naaste: float
    redenen: tuple[Reden, ...]
    vier_ogen: str
    smtp_url: Mailserver | None
    afzender: str
    url: str
    herinner_na_dagen: int
    log_level: str


def load(environ: Mapping[str, str]) -> Settings:
    """Read all settings; raises `ConfigError` that names the setting at fault."""
    values = {setting.name: _value(setting, environ) for setting in SETTINGS}
    var_dir = Path(values.pop("VAR_DIR")).absolute()
    database_url = values.pop("DATABASE_URL") or f"sqlite:///{var_dir / 'veldwijzer.db'}"
    secret = values.pop("VELDWIJZER_SECRET") or _kept_secret(var_dir / "secret")
    if len(secret.encode()) < 32:
        raise ConfigError("VELDWIJZER_SECRET needs at least 32 characters")
    rest = {name.removeprefix("VELDWIJZER_").lower(): value for name, value in values.items()}
    return Settings(var_dir=var_dir, database_url=database_url, secret=secret, **rest)


def from_environment() -> Settings:
    return load(os.environ)


def environment_with(**changes: str) -> dict[str, str]:
    """This process's environment with `changes`, for a process that takes its place."""
    return {**os.environ, **changes}


def _value(setting: Setting, environ: Mapping[str, str]) -> Any:
    text = environ.get(setting.name, "") or setting.default
    try:
        return setting.read(text)
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{setting.name}: {error}") from error


def _kept_secret(file: Path) -> str:
    """Make the secret once; two processes that start together end up with the same one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    if not file.exists():
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            file.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_text().strip()
