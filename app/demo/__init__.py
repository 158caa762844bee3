"""The demonstration: a register of invented persons, and an account for every role."""
