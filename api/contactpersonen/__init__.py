"""Contactpersonen over HTTP."""
