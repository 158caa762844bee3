"""Signing in, sessions, and slowing down who guesses: on both databases, with a clock that the test moves."""

import threading

import pytest
from sqlalchemy import func, select

from app.access.passwords import Passwords
from app.access.rules import FREE_ATTEMPTS_BY_NAME, PERMISSIONS, Permission, Rol, allows, wait_seconds
from app.access.sessions import SessionGrant
from app.audit.events import Event
from app.core import Core
from app.errors import InvalidInput, NotFound, SessionEnded, SignInRefused, TooManyAttempts
from app.store.tables.access import account, sessie
from app.store.tables.audit import auditrecord

PASSWORD = "een goed wachtwoord"
PHONE = "192.0.2.1"


def sign_in(core: Core, name: str = "agent", password: str = PASSWORD, herkomst: str = PHONE) -> SessionGrant:
    return core.sessions.sign_in(name, password, herkomst)


def fail(core: Core, name: str = "agent", herkomst: str = PHONE) -> None:
    with pytest.raises(SignInRefused):
        sign_in(core, name, "een ander wachtwoord", herkomst)


def events(core: Core) -> list[str]:
    with core.engines.read.connect() as connection:
        return list(connection.execute(select(auditrecord.c.gebeurtenis).order_by(auditrecord.c.volgnummer)).scalars())


def test_every_role_has_permissions_and_only_an_agent_searches_the_street() -> None:
    assert set(PERMISSIONS) == set(Rol)
    assert [rol for rol in Rol if allows(rol, Permission.STREET_SEARCH)] == [Rol.AGENT]
    assert not allows("a role that was taken away", Permission.OWN_SESSION)


def test_signing_in_begins_a_session_that_names_its_bearer(core: Core, agent: str) -> None:
    grant = sign_in(core)
    caller = core.sessions.caller(grant.session_id)
    assert (caller.gebruikersnaam, caller.rol, caller.session_id) == ("agent", "agent", grant.session_id)
    assert events(core) == [Event.ACCOUNT_GEMAAKT, Event.AANMELDING_GELUKT]


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(core: Core, agent: str) -> None:
    answers = []
    for name in ("agent", "niemand"):
        with pytest.raises(SignInRefused) as refused:
            sign_in(core, name, "een ander wachtwoord")
        answers.append(str(refused.value))
    assert answers[0] == answers[1]
    assert events(core)[1:] == [Event.AANMELDING_GEWEIGERD] * 2


def test_an_unknown_name_costs_as_many_hashes_as_a_wrong_password(quick_passwords: Passwords) -> None:
    class Counting:
        verified: list[str]

        def __init__(self) -> None:
            self.verified = []

        def hash(self, password: str) -> str:
            return f"hash of {password}"

        def verify(self, stored: str, password: str) -> bool:
            self.verified.append(stored)
            return True

    hasher = Counting()
    passwords = Passwords(hasher)  # type: ignore[arg-type]
    assert passwords.matches("stored", "x")
    assert not passwords.matches(None, "nobody has this password"), "nobody's password opens nothing"
    assert len(hasher.verified) == 2
    assert not quick_passwords.matches("not a hash", "x")


def test_a_name_is_slowed_after_a_few_failures_and_forgiven_after_a_success(core: Core, agent: str, clock) -> None:
    for _ in range(FREE_ATTEMPTS_BY_NAME):
        fail(core)
    with pytest.raises(TooManyAttempts) as slowed:
        sign_in(core)
    assert slowed.value.wait_seconds == 1
    clock.forward(seconds=1)
    fail(core)
    with pytest.raises(TooManyAttempts) as slowed:
        sign_in(core)
    assert slowed.value.wait_seconds == 2
    clock.forward(seconds=2)
    sign_in(core)
    fail(core)
    sign_in(core)


def test_an_unknown_name_is_slowed_just_the_same(core: Core) -> None:
    for _ in range(FREE_ATTEMPTS_BY_NAME):
        fail(core, "niemand")
    with pytest.raises(TooManyAttempts):
        sign_in(core, "niemand")


def test_one_address_that_tries_many_names_is_slowed(core: Core, agent: str) -> None:
    for number in range(30):
        fail(core, f"naam{number}", herkomst="198.51.100.9")
    with pytest.raises(TooManyAttempts):
        sign_in(core, herkomst="198.51.100.9")
    sign_in(core, herkomst="198.51.100.10")


def test_a_station_full_of_officers_may_sign_in_from_one_address(core: Core, agent: str) -> None:
    for _ in range(100):
        sign_in(core, herkomst="198.51.100.9")
    fail(core, herkomst="198.51.100.9")
    sign_in(core, herkomst="198.51.100.9")


def test_failures_are_forgotten_after_a_while(core: Core, agent: str, clock) -> None:
    for _ in range(FREE_ATTEMPTS_BY_NAME):
        fail(core)
    clock.forward(minutes=16)
    for _ in range(FREE_ATTEMPTS_BY_NAME):
        fail(core)


def test_attempts_at_one_moment_all_count(core: Core, agent: str) -> None:
    outcomes: list[str] = []

    def guess() -> None:
        try:
            sign_in(core, password="een ander wachtwoord")
        except (SignInRefused, TooManyAttempts) as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=guess) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("aanmelden-mislukt") == FREE_ATTEMPTS_BY_NAME
    assert outcomes.count("te-veel-pogingen") == 10 - FREE_ATTEMPTS_BY_NAME


def test_the_wait_doubles_up_to_a_minute() -> None:
    assert [wait_seconds(failures, 3) for failures in (0, 2, 3, 4, 5, 8, 9, 500)] == [0, 0, 1, 2, 4, 32, 60, 60]


def test_no_name_is_kept_with_a_failed_attempt(core: Core) -> None:
    fail(core, "mijnwachtwoord123")
    with core.engines.read.connect() as connection:
        bodies = connection.execute(select(auditrecord.c.inhoud)).scalars().all()
    assert "mijnwachtwoord123" not in str(bodies)


def test_a_session_ends_with_sign_out_with_its_hours_and_with_its_account(core: Core, agent: str, clock) -> None:
    signed_out = sign_in(core)
    core.sessions.sign_out(core.sessions.caller(signed_out.session_id))
    with pytest.raises(SessionEnded):
        core.sessions.caller(signed_out.session_id)

    switched_off = sign_in(core)
    core.accounts.set_active("agent", actief=False)
    with pytest.raises(SessionEnded):
        core.sessions.caller(switched_off.session_id)
    with pytest.raises(SignInRefused):
        sign_in(core)

    core.accounts.set_active("agent", actief=True)
    clock.forward(seconds=1)
    grown_old = sign_in(core)
    clock.forward(hours=12, seconds=-1)
    core.sessions.caller(grown_old.session_id)
    clock.forward(seconds=1)
    with pytest.raises(SessionEnded):
        core.sessions.caller(grown_old.session_id)


def test_a_new_password_ends_what_ran_under_the_old_one(core: Core, agent: str) -> None:
    grant = sign_in(core)
    core.accounts.set_password("agent", "nog een goed wachtwoord")
    with pytest.raises(SessionEnded):
        core.sessions.caller(grant.session_id)
    sign_in(core, password="nog een goed wachtwoord")


def test_a_refresh_number_is_good_once_and_its_reuse_ends_the_session(core: Core, agent: str, clock) -> None:
    first = sign_in(core)
    second = core.sessions.refresh(first.session_id, first.refresh_number)
    assert second.refresh_number == first.refresh_number + 1
    clock.forward(minutes=1)
    with pytest.raises(SessionEnded):
        core.sessions.refresh(first.session_id, first.refresh_number)
    with pytest.raises(SessionEnded):
        core.sessions.caller(first.session_id)
    with pytest.raises(SessionEnded):
        core.sessions.refresh(second.session_id, second.refresh_number)
    assert events(core)[-1] == Event.SESSIE_HERGEBRUIKT


def test_two_tabs_that_refresh_at_once_both_go_on(core: Core, agent: str, clock) -> None:
    grant = sign_in(core)
    numbers = [core.sessions.refresh(grant.session_id, grant.refresh_number).refresh_number for _ in range(2)]
    assert numbers == [2, 2]
    clock.forward(seconds=5)
    core.sessions.caller(grant.session_id)


def test_a_refresh_does_not_prolong_the_shift(core: Core, agent: str, clock) -> None:
    grant = sign_in(core)
    clock.forward(hours=6)
    assert core.sessions.refresh(grant.session_id, 1).uiterlijk_op == grant.uiterlijk_op


def test_a_fault_while_a_session_begins_leaves_no_session(core: Core, agent: str, monkeypatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(core.trail, "record_in", broken)
    with pytest.raises(OSError, match="disk"):
        sign_in(core)
    with core.engines.read.connect() as connection:
        assert connection.execute(select(func.count()).select_from(sessie)).scalar_one() == 0


def test_an_account_needs_a_free_name_and_a_long_password(core: Core, agent: str) -> None:
    with pytest.raises(InvalidInput, match="bestaat al"):
        core.accounts.create("agent", PASSWORD, Rol.AGENT)
    with pytest.raises(InvalidInput, match="12 tot 256"):
        core.accounts.create("kort", "kort", Rol.AGENT)
    with pytest.raises(NotFound):
        core.accounts.set_password("niemand", PASSWORD)
    with pytest.raises(NotFound):
        core.accounts.create("zvh", PASSWORD, Rol.ZVH, "ZVH Nergens")
    with core.engines.read.connect() as connection:
        assert connection.execute(select(account.c.gebruikersnaam)).scalars().all() == ["agent"]
        hashed = connection.execute(select(account.c.wachtwoord_hash)).scalar_one()
    assert hashed.startswith("$argon2id$")
