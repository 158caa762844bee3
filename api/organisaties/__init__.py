"""Organisations over HTTP, for the application manager."""
