"""Abonnementen and the persons they are of: opening, changing, suspending, ending; and two persons who are one."""
