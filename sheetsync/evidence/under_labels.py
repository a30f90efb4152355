"""Read "In city tender 12 your bid was second" as "City tender 12: bid second", what that label has.

The label must be the thing's whole name, and be no name of somebody else.
"""

from collections.abc import Iterator

from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.counting import mark_like
from sheetsync.evidence.lexicon import APPOSED, BE_NOW, BE_PAST
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_LED = frozenset({"in", "at", "on", "for"})
_LONGEST_LABEL = 6


def under_label(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield a claim whose phrase in front is the label of the statement."""
    if claim[0].low not in _LED or ":" not in statement.index:
        return
    known = statement.tokens
    colon = statement.index[":"][0]
    label = known[:colon]
    plain = any(not t.capital and not is_soft(t) for t in label)
    if not plain or colon > _LONGEST_LABEL or any(t.low in APPOSED for t in label):
        return
    start = 1 + (claim[1].kind is Kind.ARTICLE)
    said = claim[start : start + colon]
    if [(t.key, t.quantity) for t in said] != [(t.key, t.quantity) for t in label]:
        return
    rest = claim[start + colon :]
    rest = rest[1:] if rest and rest[0].low == "," else rest
    if len(rest) < 2 or rest[0].low != "your":
        return
    yield (*said, known[colon], *rest[1:])
    be = next((n for n, t in enumerate(rest) if t.low in BE_NOW | BE_PAST), 0)
    if be:
        yield (*said, known[colon], *rest[1:be], mark_like(rest[be], ","), *rest[be + 1 :])
