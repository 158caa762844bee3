"""Time is an argument: everything that needs a clock is given one."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]

# Dates of an agreement are dates on the Dutch street, wherever the server stands.
STREET_TIME = ZoneInfo("Europe/Amsterdam")


def utc_now() -> datetime:
    return datetime.now(UTC)


def today(clock: Clock) -> date:
    return clock().astimezone(STREET_TIME).date()


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds ("2026-11-21T20:00:00.000Z"): sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_stamp(text: str) -> datetime:
    return datetime.fromisoformat(text)
