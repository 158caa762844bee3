"""Worklists, looking agreements through again, and reports from the street, over HTTP."""
