"""Hand mail over to a mail server, one session a batch, and write down how it went with each.

A mail is handed over once, unless this process dies between the server's yes and the line that writes it down: then it
is sent again when the claim runs out, with the same Message-ID, by which a receiving server can tell.
"""

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

from sqlalchemy import Engine, Row

from app.clock import Clock, read_stamp, stamp
from app.post.rules import Berichtstatus, schrijf, wait
from app.post.server import Beveiliging, Mailserver
from app.post.wachtrij import CLAIM, grijp, meld
from app.store.transaction import transaction

BATCH = 20
# Of each answer of the server; a mail takes a handful of them.
PATIENCE_SECONDS = 10.0


class ServerNeemtNietsAan(Exception):
    """Nothing can be handed over now, whatever the mail; the text says why, for people."""


class AdresGeweigerd(Exception):
    """The server will never take mail for this address."""


@dataclass(frozen=True)
class Ronde:
    """How one round went, in numbers of mails."""

    verzonden: int = 0
    geweigerd: int = 0
    later: int = 0
    fout: str | None = None


@dataclass(frozen=True)
class Afzender:
    """Who mail comes from: the address, and the address of the desk for the links."""

    adres: str
    url: str


class Bezorger:
    def __init__(self, engine: Engine, clock: Clock, server: Mailserver | None, afzender: Afzender) -> None:
        self._engine = engine
        self._clock = clock
        self._server = server
        self._afzender = afzender

    def ontbreekt(self) -> tuple[str, ...]:
        """The settings without which nothing can be sent."""
        asked = {
            "SMTP_URL": self._server,
            "VELDWIJZER_AFZENDER": self._afzender.adres,
            "VELDWIJZER_URL": self._afzender.url,
        }
        return tuple(name for name, value in asked.items() if not value)

    def ronde(self) -> Ronde:
        """Send what is due, a batch at most. A server that is down leaves everything in the queue, with the reason."""
        done = Ronde()
        if self._server is None:
            return done
        begun = self._clock()
        with transaction(self._engine) as connection:
            claimed = grijp(connection, begun, BATCH)
        if not claimed:
            return done
        left = list(claimed)
        try:
            with _session(self._server) as session:
                while left and self._clock() < begun + CLAIM / 2:
                    done = self._send(session, left[0], done)
                    left.pop(0)
        except ServerNeemtNietsAan as failure:
            return self._postpone(left, str(failure), done)
        return self._postpone(left, None, done)

    def _send(self, session: smtplib.SMTP, claimed: Row[Any], done: Ronde) -> Ronde:
        try:
            _hand_over(session, self._message(claimed))
        except AdresGeweigerd as refusal:
            self._write(claimed, status=Berichtstatus.GEWEIGERD, fout=str(refusal), pogingen=claimed.pogingen + 1)
            return replace(done, geweigerd=done.geweigerd + 1)
        except ServerNeemtNietsAan as failure:
            if session.sock is None:
                raise
            return self._postpone([claimed], str(failure), done)
        values = {"status": Berichtstatus.VERZONDEN, "verzonden_op": stamp(self._clock()), "fout": None}
        self._write(claimed, **values, pogingen=claimed.pogingen + 1)
        return replace(done, verzonden=done.verzonden + 1)

    def _postpone(self, left: Sequence[Row[Any]], fout: str | None, done: Ronde) -> Ronde:
        """Give mail back to the queue; without a `fout` it was not tried."""
        for claimed in left:
            attempts = claimed.pogingen + (fout is not None)
            again = self._clock() + wait(attempts) if fout else self._clock()
            self._write(claimed, pogingen=attempts, opnieuw_na=stamp(again), fout=fout or claimed.fout)
        return replace(done, later=done.later + len(left), fout=fout or done.fout)

    def _write(self, claimed: Row[Any], **values: Any) -> None:
        with transaction(self._engine) as connection:
            meld(connection, claimed, **values)

    def _message(self, claimed: Row[Any]) -> EmailMessage:
        letter = schrijf(claimed.soort, f"{self._afzender.url.rstrip('/')}{claimed.plek}")
        made: datetime = read_stamp(claimed.gemaakt_op)
        domain = self._afzender.adres.rpartition("@")[2]
        message = EmailMessage(policy=SMTP)
        message["From"] = self._afzender.adres
        message["To"] = claimed.aan
        message["Subject"] = letter.onderwerp
        message["Date"] = format_datetime(made)
        message["Message-ID"] = f"<bericht.{claimed.id}.{made.timestamp():.0f}@{domain}>"
        # No answering machine answers, and no list treats it as a letter of a person (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.tekst)
        return message


@contextmanager
def _session(server: Mailserver) -> Iterator[smtplib.SMTP]:
    """A session that is open, encrypted as told, and signed in."""
    try:
        session = _connect(server)
    except smtplib.SMTPAuthenticationError as error:
        raise ServerNeemtNietsAan("De mailserver neemt de naam en het wachtwoord van Veldwijzer niet aan.") from error
    except ssl.SSLError as error:
        raise ServerNeemtNietsAan("De beveiligde verbinding met de mailserver lukt niet.") from error
    except smtplib.SMTPNotSupportedError as error:
        raise ServerNeemtNietsAan("De mailserver kan geen beveiligde verbinding maken of aanmelden.") from error
    except (OSError, smtplib.SMTPException) as error:
        raise ServerNeemtNietsAan("De mailserver is niet bereikbaar.") from error
    try:
        yield session
    finally:
        session.close()


def _connect(server: Mailserver) -> smtplib.SMTP:
    if server.beveiliging is Beveiliging.TLS:
        context = ssl.create_default_context()
        session: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE_SECONDS, context=context)
    else:
        session = smtplib.SMTP(server.host, server.port, timeout=PATIENCE_SECONDS)
    try:
        if server.beveiliging is Beveiliging.STARTTLS:
            session.starttls(context=ssl.create_default_context())
        if server.gebruiker:
            session.login(server.gebruiker, server.wachtwoord)
    except BaseException:
        session.close()
        raise
    return session


def _hand_over(session: smtplib.SMTP, message: EmailMessage) -> None:
    """Raises `AdresGeweigerd` for good, or `ServerNeemtNietsAan` for now; what the server said is not passed on."""
    try:
        session.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise _refusal(code, "dit adres") from error
    except smtplib.SMTPSenderRefused as error:
        # That is about us, and can be mended: nobody's address is wrong.
        text = f"De mailserver neemt de afzender van Veldwijzer niet aan ({error.smtp_code})."
        raise ServerNeemtNietsAan(text) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, "deze e-mail") from error
    except (OSError, smtplib.SMTPException) as error:
        session.close()
        raise ServerNeemtNietsAan("De verbinding met de mailserver viel weg.") from error


def _refusal(code: int, what: str) -> Exception:
    if 500 <= code <= 599:
        return AdresGeweigerd(f"De mailserver weigert {what} ({code}).")
    return ServerNeemtNietsAan(f"De mailserver neemt {what} nu niet aan ({code}).")
