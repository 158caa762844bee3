"""What an organisation can be."""

SOORTEN = ("veiligheidshuis", "gemeente", "partner", "politie", "om")
EMAIL = 254
NAAM = 120


def check_ascii(text: str) -> str | None:
    """Many a mail server takes no other address."""
    return None if text.isascii() else "Gebruik in een e-mailadres alleen gewone letters, cijfers en tekens."
