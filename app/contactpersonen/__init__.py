"""Whom an organisation can be reached through: each once, however many cards that person stands on."""
