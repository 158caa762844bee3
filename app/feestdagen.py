"""The days on which offices in the Netherlands are closed, beside the weekend.

Which days those are is not a matter of law but of the collective agreements: of the Rijk, and since 2024 of all
gemeenten, Bevrijdingsdag is a day off every year, and Goede Vrijdag is a day of work. Whoever does otherwise says so as
an exception of a contactpersoon.
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays

# As far as a phone looks ahead for somebody who can be reached.
DAYS_AHEAD = 14
WORKED = "Good Friday"


@lru_cache(maxsize=4)
def feestdagen(vandaag: date) -> tuple[str, ...]:
    """Those of today and the days ahead, as ISO dates. Worked out once a day."""
    days = [vandaag + timedelta(days=number) for number in range(DAYS_AHEAD + 1)]
    years = {day.year for day in days}
    found = holidays.country_holidays("NL", years=years, categories=("public", "optional"), language="en_US")
    return tuple(day.isoformat() for day in days if found.get(day, WORKED) != WORKED)
