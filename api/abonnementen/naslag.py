"""What can be chosen at the desk, and the terms that a regime proposes."""

import re

from flask import Response, request

from api import bureau
from api.abonnementen import antwoord, invoer
from api.body import read_object
from api.site import Visit
from app.abonnementen.naslag import read_keuzes, set_termijn
from app.clock import stamp, today
from app.errors import NotFound
from app.werk.bureau import Inzien, Uitkomst, Werk

TERMIJN = invoer.TermijnInvoerSchema()
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


def show(visit: Visit) -> Response:
    core = visit.site.core
    with core.engines.read.connect() as connection:
        inzien = Inzien(connection, visit.caller, stamp(core.clock()), today(core.clock))
        keuzes = read_keuzes(inzien)
    return bureau.answer(200, antwoord.of_naslag(keuzes))


def add_termijn(visit: Visit, code: str) -> Response:
    if not CODE.fullmatch(code):
        raise NotFound("Dit regime is er niet.")
    termijn = TERMIJN.load(read_object(request))

    def act(werk: Werk) -> Uitkomst:
        return Uitkomst(antwoord.of_regime(set_termijn(werk, code, termijn)), nieuw=True)

    return bureau.doe(visit, act)
