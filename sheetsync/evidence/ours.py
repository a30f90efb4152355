"""Read what we say of ourselves where "we" does not begin the sentence: "At Kolb we cut …".

Such a sentence is a claim about us when it says nothing to or of the lead; only Our claims can
prove it then.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_FRONTS = frozenset({"at", "for", "in", "with"})
_LATEST = 7
_TAKES = frozenset({"took", "takes", "saved", "saves", "cost", "costs"})


def tells_of_us(words: Sequence[Token]) -> bool:
    """Say whether a sentence that does not begin with "we" is about us all the same."""
    if any(t.kind is Kind.PERSON for t in words):
        return False
    lows = [t.low for t in words]
    if lows[-2:] == ["with", "us"] or lows[:2] in (["for", "our"], ["with", "us"]):
        return True
    return lows[0] in _FRONTS and "we" in lows[1:_LATEST]


def put_straight(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield such a claim as Our claims may have it: "we have no fee" for "no fee with us"."""
    end = tuple(claim[-1:]) if claim[-1].low == "." else ()
    body = tuple(claim[: len(claim) - len(end)])
    lows = [t.low for t in body]
    if lows[-2:] == ["with", "us"]:
        rest = body[:-2]
        yield (*rest, *end)
        if len(rest) > 2 and lows[0] == "there" and rest[1].kind is Kind.BE:
            yield (word_like(rest[0], "we"), word_like(rest[1], "have"), *rest[2:], *end)
    if lows[:2] == ["with", "us"]:
        yield (*body[2 + (lows[2:3] == [","]) :], *end)
    if lows[0] not in _FRONTS:
        return
    at = next((n for n, low in enumerate(lows[:_LATEST]) if n and low == "we"), 0)
    if at:
        front = body[: at - (body[at - 1].low == ",")]
        yield (*body[at:], *front, *end)
    comma = lows.index(",") if "," in lows else 0
    took = next((n for n, low in enumerate(lows) if n > comma and low in _TAKES), 0)
    if comma and took and lows[0] == "for":
        yield (*body[comma + 1 : took + 1], *body[1:comma], *body[took + 1 :], *end)
