"""The shared form over HTTP."""
