"""The errors of the domain: each has a stable code for machines and a Dutch sentence for people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """One thing wrong with one field; `pointer` is a JSON pointer into the input ("#/geboortedatum")."""

    pointer: str
    detail: str


class DomainError(Exception):
    """Something the caller can be told about. `detail` never holds personal data."""

    code = "interne-fout"
    title = "Er ging iets mis"

    def __init__(self, detail: str, *, errors: tuple[FieldError, ...] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors


class InvalidInput(DomainError):
    code = "ongeldige-invoer"
    title = "De invoer klopt niet"


class NotSignedIn(DomainError):
    code = "niet-aangemeld"
    title = "Je bent niet aangemeld"


class SessionEnded(NotSignedIn):
    code = "sessie-verlopen"
    title = "Je sessie is verlopen"


class SignInRefused(NotSignedIn):
    code = "aanmelden-mislukt"
    title = "Aanmelden is niet gelukt"


class Forbidden(DomainError):
    code = "geen-toegang"
    title = "Geen toegang"


class NotFound(DomainError):
    code = "niet-gevonden"
    title = "Niet gevonden"


class IntussenGewijzigd(DomainError):
    """Somebody else changed it since it was read."""

    code = "intussen-gewijzigd"
    title = "Iemand anders was je voor"


class KanNuNiet(DomainError):
    """The input is right, but the state of things does not allow this act now."""

    code = "kan-nu-niet"
    title = "Dit kan nu niet"


class MogelijkDubbel(KanNuNiet):
    """The person to be made may be there already; `persoon_ids` says who, the likeliest first."""

    code = "mogelijk-dubbel"
    title = "Staat misschien al in het register"

    def __init__(self, detail: str, *, persoon_ids: tuple[int, ...]) -> None:
        super().__init__(detail)
        self.persoon_ids = persoon_ids


class SleutelHergebruikt(DomainError):
    code = "sleutel-hergebruikt"
    title = "De Idempotency-Key is al gebruikt"


class TooManyAttempts(DomainError):
    code = "te-veel-pogingen"
    title = "Te veel pogingen"

    def __init__(self, detail: str, *, wait_seconds: int) -> None:
        super().__init__(detail)
        self.wait_seconds = wait_seconds


class NotRecorded(DomainError):
    """The audit record could not be made durable, so there is no answer."""

    code = "vastleggen-mislukt"
    title = "Vastleggen is niet gelukt"


class Unavailable(DomainError):
    code = "niet-beschikbaar"
    title = "Veldwijzer is nu niet beschikbaar"
