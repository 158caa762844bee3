"""Abonnementen and persons over HTTP."""
