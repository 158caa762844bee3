"""The shared form: every organisation fills in and confirms its own part, and says how far each thing may go."""
