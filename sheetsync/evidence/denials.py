"""Say how far a word reaches that takes back, doubts or limits what a sentence says.

"No budget this year" denies a budget to its end, "Unless blocked, Kolb opens" holds for
all of its sentence, and "no vans, but trucks" lets the trucks go free.
"""

from collections.abc import Sequence

from sheetsync.evidence.sentences import MAYBE_LAST
from sheetsync.evidence.tokens import Token

CLAUSE_ENDS = frozenset(';:\n("-,)].!?') | {"and", "but", "so"}
_SENTENCE_ENDS = frozenset(".!?")
_APPOSITION = 2
"""Commas around "a family firm" in "Ostwind, a family firm, runs …"."""
_WHOLE_CONDITIONS = frozenset(
    {"if", "unless", "whether", "provided", "providing", "assuming", "once", "depending", "pending"}
)
"""Conditions in front of a sentence, which hold for all of it."""


def governs(marked: Token, skipped: Sequence[Token]) -> bool:
    """Say whether a negation, hedge or condition reaches over the cut."""
    place = next(n for n, t in enumerate(skipped) if t is marked)
    rest = skipped[place + 1 :]
    lows = [
        t.low
        for n, t in enumerate(rest)
        if t.low != "." or not n or rest[n - 1].low not in MAYBE_LAST
    ]
    if marked.low in _WHOLE_CONDITIONS or (place == 0 and marked.low in {"until", "till"}):
        return _SENTENCE_ENDS.isdisjoint(lows)
    if "that" in lows:
        return _SENTENCE_ENDS.isdisjoint(lows)
    if "(" in lows and ")" in lows[lows.index("(") :]:
        lows = lows[: lows.index("(")] + lows[lows.index(")", lows.index("(")) + 1 :]
    if lows.count(",") == _APPOSITION:
        lows = [low for low in lows if low != ","]
    return CLAUSE_ENDS.isdisjoint(lows)
