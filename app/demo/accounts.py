"""Accounts to try every role with; their passwords are made on this machine, in a file that only its owner reads."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from app.access.accounts import Accounts
from app.access.rules import Rol

ACCOUNTS_FILE = "demo.json"
# Easy to type on a phone: nothing that looks like something else.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
POLITIE = "Politie Midden-Nederland"
GGZ = "GGZ Utrecht"
# Organisations that the demonstration's register does not name by itself.
ORGANISATIES = ((POLITIE, "politie", "politie@voorbeeld.example"), (GGZ, "partner", "ggz@voorbeeld.example"))
# What a concept needs is a second person of the same huis; what a form needs is a second partner.
ACCOUNTS: tuple[tuple[str, Rol, str | None], ...] = (
    ("agent", Rol.AGENT, None),
    ("politiebeheer", Rol.POLITIEBEHEER, POLITIE),
    ("zvh", Rol.ZVH, "ZVH Utrecht"),
    ("zvh-collega", Rol.ZVH, "ZVH Utrecht"),
    ("partner", Rol.PARTNER, "Reclassering Utrecht"),
    ("ggz", Rol.PARTNER, GGZ),
    ("pga_expert", Rol.PGA_EXPERT, "Gemeente Utrecht"),
    ("zsm", Rol.ZSM, None),
    ("privacy", Rol.PRIVACY, None),
    ("beheer", Rol.BEHEER, None),
)


@dataclass(frozen=True)
class DemoAccount:
    gebruikersnaam: str
    wachtwoord: str
    rol: str


def ensure_accounts(accounts: Accounts, file: Path, url: str) -> list[DemoAccount]:
    """The same accounts on every run; `file` says where the service is and who can sign in."""
    kept = _read(file)
    wanted = [kept.get(naam) or DemoAccount(naam, _password(), rol.value) for naam, rol, _ in ACCOUNTS]
    # Written first: an account whose password nobody knows would be of no use.
    _write(file, url, wanted)
    for account, (_, rol, organisatie) in zip(wanted, ACCOUNTS, strict=True):
        if not accounts.exists(account.gebruikersnaam):
            accounts.create(account.gebruikersnaam, account.wachtwoord, rol, organisatie)
        elif account.gebruikersnaam not in kept:
            accounts.set_password(account.gebruikersnaam, account.wachtwoord)
    return wanted


def _password() -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def _read(file: Path) -> dict[str, DemoAccount]:
    """The accounts of an earlier run by name; none when the file is absent or is not ours any more."""
    try:
        found = [DemoAccount(**row) for row in json.loads(file.read_text(encoding="utf-8"))["accounts"]]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {account.gebruikersnaam: account for account in found}


def _write(file: Path, url: str, accounts: list[DemoAccount]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    text = json.dumps({"url": url, "accounts": [asdict(account) for account in accounts]}, indent=1)
    # Born with its mode: there is no moment at which others can read it.
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(f"{text}\n")
    fresh.replace(file)
