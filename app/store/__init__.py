"""Where things are kept: engines, tables, and the one transaction that commits."""
