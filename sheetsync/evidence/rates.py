"""Give "a day", "every day", "daily" and "per day" behind a number one form, and read shares.

"4,500 parcels a day" is a rate and "a third of its vans" a share; the small words
in them are no articles and no quantifiers of their own.
"""

from collections.abc import Sequence
from decimal import Decimal

from sheetsync.evidence.numerals import Reading
from sheetsync.evidence.quantity import Quantity
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_PER = frozenset({"a", "an", "per", "each", "every", "/"})
_SPANS = frozenset("minute hour day night week month quarter year".split())
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year", "pa": "year",
}  # fmt: skip
RATE_ENDS = _SPANS | frozenset(_ADVERBS)
"""Words with which a rate ends."""

_TIMES = frozenset({"once", "twice", "times"})
_TIME_BEHIND = frozenset({"earlier", "ago", "before", "later", "after", "old", "long"})
"""Behind a span they tell when: "up from 18 a year earlier"."""

_NEAR = 6
"""Tokens between a number and the span of its rate at most: "900 tonnes of grey iron a month"."""

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
    "fifths": 5, "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
SHARE_STARTS = frozenset(_COUNTS)
"""Words with which a share begins."""


def rate_ends(token: Token, found: list[Token], following: Token | None) -> bool:
    """Read the end of a rate into ``found``; say whether this was one.

    Args:
        token: The token to add, such as "day" or "daily".
        found: The tokens before it; an article that meant "per" is replaced there.
        following: The token behind.
    """
    span = _ADVERBS.get(token.low)
    if following is not None and following.low in _TIME_BEHIND:
        return False
    if span is not None:
        free = following is None or following.kind not in {Kind.WORD, Kind.NUMBER}
        if not (free and _counted(found)):
            return False
        found.append(per_like(token))
    elif token.low in _SPANS and found and found[-1].low in _PER and _counted(found[:-1]):
        found.append(per_like(found.pop()))
    else:
        return False
    span = span or token.low
    found.append(token._replace(low=span, key=span, kind=Kind.WORD, form=Form.BASE))
    return True


def per_like(token: Token) -> Token:
    """Make the "per" of a rate of the "a" or the stroke that stands for it."""
    return token._replace(low="per", key="per", kind=Kind.WORD, form=Form.BASE)


def _counted(before: Sequence[Token]) -> bool:
    """Say whether a count stands just before, with what it counts."""
    if not before or before[-1].low in _TIMES:
        return bool(before)
    if before[-1].kind is not Kind.WORD:
        return before[-1].kind is Kind.NUMBER
    for token in reversed(before[-_NEAR:]):
        if token.kind is not Kind.WORD and token.low != "of":
            return token.kind is Kind.NUMBER
    return False


def _of_noun(tokens: Sequence[Token], part: int) -> bool:
    """Find "two thirds women", which needs no "of": no ordinal has that form."""
    behind = tokens[part + 1]
    return tokens[part].low in _PLURAL_PARTS and behind.kind is Kind.WORD


_PLURAL_PARTS = frozenset({"thirds", "fifths", "tenths"})


def share_at(tokens: Sequence[Token], at: int) -> Reading:
    """Read "a third of", "two-thirds of": a share, never an ordinal."""
    part = at + 1
    if part < len(tokens) and tokens[part].low == "-":
        part += 1
    whole = _PARTS.get(tokens[part].low) if part + 1 < len(tokens) else None
    if whole is None or (tokens[part + 1].low != "of" and not _of_noun(tokens, part)):
        return at, None
    count = _COUNTS[tokens[at].low]
    return part + 1 - at, Quantity("share", Decimal(count), f"/{whole}")
