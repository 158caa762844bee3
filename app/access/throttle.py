"""Slow down whoever guesses passwords, on every worker alike."""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from app.access.rules import (
    FORGET_AFTER_SECONDS,
    FREE_ATTEMPTS_BY_NAME,
    FREE_ATTEMPTS_BY_ORIGIN,
    wait_seconds,
)
from app.clock import read_stamp, stamp
from app.store.tables.access import aanmeldpoging
from app.store.upsert import insert_or_update


class Throttle:
    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def digest(self, kind: str, value: str) -> str:
        return hmac.digest(self._secret, f"{kind}:{value}".encode(errors="replace"), "sha256").hex()

    def admit(self, connection: Connection, gebruikersnaam: str, herkomst: str, now: datetime) -> int:
        """Count an attempt as failed beforehand; returns the seconds to wait, 0 when it may go on.

        Counting first means that a hundred attempts at one moment are a hundred, and not one.
        """
        forgotten = stamp(now - timedelta(seconds=FORGET_AFTER_SECONDS))
        connection.execute(delete(aanmeldpoging).where(aanmeldpoging.c.laatst_op < forgotten))
        limits = {
            self.digest("naam", gebruikersnaam): FREE_ATTEMPTS_BY_NAME,
            self.digest("herkomst", herkomst): FREE_ATTEMPTS_BY_ORIGIN,
        }
        # The rows are there and locked before they are read, so that one attempt waits for another.
        empty = [{"sleutel": key, "mislukt": 0, "laatst_op": stamp(now)} for key in sorted(limits)]
        insert_or_update(connection, aanmeldpoging, empty)
        known = select(aanmeldpoging).where(aanmeldpoging.c.sleutel.in_(limits)).order_by(aanmeldpoging.c.sleutel)
        rows = connection.execute(known.with_for_update()).all()
        wait = max(_still_to_wait(row.mislukt, row.laatst_op, limits[row.sleutel], now) for row in rows)
        if wait == 0:
            counted = update(aanmeldpoging).where(aanmeldpoging.c.sleutel.in_(limits))
            connection.execute(counted.values(mislukt=aanmeldpoging.c.mislukt + 1, laatst_op=stamp(now)))
        return wait

    def forgive(self, connection: Connection, gebruikersnaam: str, herkomst: str) -> None:
        """The attempt turned out well: forget the failures of the name, and take this one back for the address.

        The address keeps its other failures, or one good account would let its owner guess at all others.
        """
        by_name = aanmeldpoging.c.sleutel == self.digest("naam", gebruikersnaam)
        connection.execute(delete(aanmeldpoging).where(by_name))
        by_origin = aanmeldpoging.c.sleutel == self.digest("herkomst", herkomst)
        taken_back = update(aanmeldpoging).where(by_origin, aanmeldpoging.c.mislukt > 0)
        connection.execute(taken_back.values(mislukt=aanmeldpoging.c.mislukt - 1))


def _still_to_wait(failures: int, last: str, free: int, now: datetime) -> int:
    passed = int((now - read_stamp(last)).total_seconds())
    return max(0, wait_seconds(failures, free) - passed)
