"""What waits for somebody at the desk: worklists, looking an agreement through again, and what the street says back."""
