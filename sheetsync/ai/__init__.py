"""Answers to the AI columns, and the check of what they claim."""
