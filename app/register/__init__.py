"""Persons and what is agreed about them: the dossier side, the register file, and publishing to the street."""
