"""The columns and rows in which the charts' numbers stand: what draws and what fills them in agree here."""

from collections.abc import Mapping

CHARTS = "Charts"

ROWS = 8
"""Rows of numbers below the header: that many weeks, and at most that many variants."""

BLOCKS = 5
"""Rows of the funnel, one a block (R1)."""

BLOCK, REACHED = "Block", "Leads that came so far"
WEEK, MOVED, DECIDED = "Week", "Records moved", "Decisions made"
VARIANT, NO_ANSWER = "Angle and variant", "No answer yet"

ANSWERS: Mapping[str, str] = {
    "Positive": "positive",
    "Question": "question",
    "Neutral": "neutral",
    "Negative": "negative",
    "Opt-out": "opt-out",
}
"""The kind of answer that each column counts."""
