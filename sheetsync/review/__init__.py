"""The weekly review: what it asks, what was decided in it, what that changes, when it may close."""
