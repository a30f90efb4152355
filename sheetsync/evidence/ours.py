"""Read what we say of ourselves where "we" does not begin the sentence: "At Kolb we cut …".

Such a sentence is a claim about us when it says nothing to or of the lead; only Our claims can
prove it then. Of a cell of Our claims, who approved it and until when is no part of the claim.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.standing import full_stop
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_TOGETHER = frozenset("call meeting chat conversation talk visit last first notes records".split())
"""Behind "our" they are the lead's as well."""
_FRONTS = frozenset({"at", "for", "in", "with"})
_LATEST = 7
_APPROVED = frozenset({"approved", "okayed", "cleared", "ok"})
_LABELS = _APPROVED | {"claim", "claims", "wording", "text", "our", "line"}
_APPROVAL = _APPROVED | frozenset("by valid until till expires from on to through and".split())
_TAKES = frozenset({"took", "takes", "saved", "saves", "cost", "costs"})


def tells_of_us(words: Sequence[Token]) -> bool:
    """Say whether a sentence that does not begin with "we" is about us all the same."""
    if any(t.kind is Kind.PERSON for t in words):
        return False
    lows = [t.low for t in words]
    if any(one == "our" and other not in _TOGETHER for one, other in pairwise(lows)):
        return True
    if lows[-2:] == ["with", "us"] or lows[:2] in (["for", "our"], ["with", "us"]):
        return True
    return lows[0] in _FRONTS and "we" in lows[1:_LATEST]


def put_straight(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Yield such a claim as Our claims may have it: "we have no fee" for "no fee with us"."""
    end = full_stop(claim)
    body = tuple(claim[: len(claim) - len(end)])
    lows = [t.low for t in body]
    if lows[-2:] == ["with", "us"]:
        rest = body[:-2]
        yield (*rest, *end)
        if len(rest) > 2 and lows[0] == "there" and rest[1].kind is Kind.BE:
            there, verb, *what = rest
            yield (word_like(there, "we"), word_like(verb, "have"), *what, *end)
    if lows[:2] == ["with", "us"]:
        yield (*body[2 + (lows[2:3] == [","]) :], *end)
    if lows[0] not in _FRONTS:
        return
    at = next((n for n, low in enumerate(lows[:_LATEST]) if n and low == "we"), 0)
    if at:
        front = body[: at - (body[at - 1].low == ",")]
        yield (*body[at:], *front, *end)
    comma = lows.index(",") if "," in lows else 0
    took = next((n for n, low in enumerate(lows[comma:], comma) if low in _TAKES), 0)
    if comma and took and lows[0] == "for":
        yield (*body[comma + 1 : took + 1], *body[1:comma], *body[took + 1 :], *end)


def done_by(claim: Sequence[Token]) -> Iterator[Tokens]:
    """Read "We are used by 19 brokers" as "used by 19 brokers", as Our claims may have it."""
    if claim[0].low != "we":
        return
    at = 1
    while at < len(claim) and claim[at].kind in {Kind.BE, Kind.HAVE}:
        at += 1
    if at > 1 and at + 2 < len(claim) and claim[at].form is Form.PAST:
        yield tuple(claim[at:])


def approved(tokens: Sequence[Token]) -> list[Token]:
    """Leave out of a claim of ours its quotation marks, "Approved:" and "(approved by Jo)"."""
    found = [t for t in tokens if t.low != '"'] or list(tokens)
    colon = next((n for n, t in enumerate(found[:4]) if t.low == ":"), 0)
    if colon and colon + 1 < len(found) and all(t.low in _LABELS for t in found[:colon]):
        found = found[colon + 1 :]
    start = next((n for n, t in enumerate(found) if t.low == "("), 0)
    stop = next((n for n, t in enumerate(found[start:], start) if t.low == ")"), start)
    inside = found[start + 1 : stop]
    said = start and any(t.low in _APPROVED for t in inside)
    if said and all(_of_approval(t) for t in inside):
        found = [*found[:start], *found[stop + 1 :]]
    return found


def _of_approval(token: Token) -> bool:
    """Say whether a word tells only who approved a claim, and until when."""
    named = token.capital and token.kind is Kind.WORD
    return named or token.kind is Kind.POINT or is_time(token) or token.low in _APPROVAL
