"""The trail: who consulted or changed what, when and why, durable before any answer leaves."""
