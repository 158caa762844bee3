"""Where mail is handed over, as one setting tells it: `smtp://name:password@host:port`."""

from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote, urlsplit


class Beveiliging(StrEnum):
    """How what is sent is kept from others on the way; the value is the scheme of the setting."""

    TLS = "smtps"
    STARTTLS = "smtp"
    GEEN = "smtp-open"


_PORTS = {Beveiliging.TLS: 465, Beveiliging.STARTTLS: 587, Beveiliging.GEEN: 25}


@dataclass(frozen=True)
class Mailserver:
    host: str
    port: int
    beveiliging: Beveiliging
    gebruiker: str = ""
    wachtwoord: str = field(default="", repr=False)


def read_mailserver(text: str) -> Mailserver | None:
    """None when nothing is set; raises `ValueError`, which never repeats the setting: it may hold a password."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
        beveiliging = Beveiliging(parts.scheme)
        port = parts.port or _PORTS[beveiliging]
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.path.strip("/") or parts.query or parts.fragment:
        # Whatever went wrong, it is told without what was given.
        raise ValueError(
            "takes smtp://name:password@host:port (STARTTLS), smtps://... (TLS), or smtp-open://... (neither)"
        ) from None
    return Mailserver(host, port, beveiliging, unquote(parts.username or ""), unquote(parts.password or ""))
