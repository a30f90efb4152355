"""Say out what a statement leaves to the reader: "14 open roles, 6 of them dispatchers".

The reading made here ("6 open dispatchers roles") has the statement's own words
only, each with its own place in the cell, so a quote still points at the truth.
"""

from collections.abc import Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_BACK = frozenset({"them", "which", "whom", "these", "those"})
_LONGEST_PHRASE = 4


def resolved(tokens: Sequence[Token]) -> list[list[Token]]:
    """Give the second count of a statement the thing that it counts; nothing without one.

    Returns:
        "6 open dispatchers roles" and "6 open roles dispatchers", which "6 open roles for
        dispatchers" reads along.
    """
    for at in range(2, len(tokens) - 3):
        counts = tokens[at].kind is Kind.NUMBER and tokens[at + 1].low == "of"
        if not (counts and tokens[at + 2].low in _BACK and tokens[at - 1].low in {",", "("}):
            continue
        first = at - 2
        while first > 0 and tokens[first].kind is Kind.WORD:
            first -= 1
        thing = list(tokens[first + 1 : at - 1])
        sort = _sort(tokens, at + 3)
        if tokens[first].kind is Kind.NUMBER and 0 < len(thing) <= _LONGEST_PHRASE and sort:
            start = [*tokens[:first], tokens[at], *thing[:-1]]
            return [[*start, *sort, thing[-1]], [*start, thing[-1], *sort]]
    return []


def _sort(tokens: Sequence[Token], at: int) -> list[Token]:
    """Return the one or two words that say which of them."""
    while at < len(tokens) and tokens[at].kind in {Kind.BE, Kind.PREPOSITION, Kind.ARTICLE}:
        at += 1
    stop = at
    while stop < len(tokens) and tokens[stop].kind is Kind.WORD and stop - at < _LONGEST_PHRASE:
        stop += 1
    ended = stop == len(tokens) or tokens[stop].kind is Kind.POINT
    return list(tokens[at:stop]) if ended else []
