"""The contactpersonen of one's organisation as a CSV file, out and in."""

from flask import Response, request

from api import bureau
from api.body import read_object
from api.contactpersonen import antwoord, invoer
from api.site import Visit
from app.audit.events import Event
from app.contactpersonen.inlezen import export, read_ahead, read_in, try_out
from app.werk.bureau import Gelezen, Inzien, Uitkomst, Werk

INLEZING = invoer.InlezingSchema()
# The text of the longest file, in JSON.
MOST_BYTES = 1024 * 1024


def show(visit: Visit) -> Response:
    def look(inzien: Inzien) -> Gelezen:
        return Gelezen(export(inzien), {"lijst": "contactpersonen-bestand", "filters": {}})

    found = visit.site.core.bureau.lees(visit.caller, Event.LIJST_INGEZIEN, look)
    response = Response(found.inhoud.encode(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="contactpersonen.csv"'
    return response


def take_in(visit: Visit) -> Response:
    """A trial without `stand`; with it, the reading of that very file."""
    told: invoer.Inlezing = INLEZING.load(read_object(request, MOST_BYTES))
    stand = told.stand
    if stand is None:

        def look(inzien: Inzien) -> Gelezen:
            proef = try_out(inzien, told.bestand)
            return Gelezen(antwoord.of_proef(proef, ingelezen=False), {"lijst": "contactpersonen-proef", "filters": {}})

        return bureau.lees(visit, Event.LIJST_INGEZIEN, look)
    ahead = bureau.vooruit(visit, lambda inzien: read_ahead(inzien, told.bestand))

    def act(werk: Werk) -> Uitkomst:
        proef = read_in(werk, told.bestand, stand, ahead)
        return Uitkomst(antwoord.of_proef(proef, ingelezen=True))

    return bureau.doe(visit, act)
