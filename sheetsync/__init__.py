"""sheetsync: the sales system that lives in a team's own spreadsheet."""

__version__ = "0.1.0"
