"""Say what a note leaves to the item before it: "Kolb: 90 reviews, several tell of delays".

Like those of :mod:`sheetsync.evidence.listed`, each reading must then read along the
statement.
"""

from collections.abc import Iterator
from itertools import pairwise

from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_STARTS = frozenset({",", ";", ".", "\n", "("})


def of_item_before(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with what it takes from the item before."""
    yield from _share_of(claim, statement)
    yield from _next_one(claim, statement)
    yield from _there_since(claim, statement)


def _share_of(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Several of your Kolb reviews tell" as "Kolb: 90 reviews, several tell"."""
    if len(claim) < 5 or claim[1].low != "of" or claim[2].low not in {"your", "the"}:
        return
    known = statement.tokens
    for place in statement.index.get(claim[0].key, ()):
        if place < 2 or known[place - 1].low != ",":
            continue
        at = next((n for n in range(3, len(claim)) if claim[n].key == known[place - 2].key), None)
        named = claim[3:at]
        labelled = [t.low for t in known[: len(named) + 1]] == [*(t.low for t in named), ":"]
        if at is not None and (not named or labelled):
            start = place - 2 - (known[place - 3].kind is Kind.NUMBER)
            yield (*known[start:place], claim[0], *claim[at + 1 :])


_CERTIFIED = frozenset("certificate certification certified accreditation accredited".split())


def _next_one(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Your next ISO 9001 audit is in May" as "ISO 9001 certificate, next audit May"."""
    known = statement.tokens
    at = next((n for n, t in enumerate(claim[:3]) if t.low in {"next", "last"}), None)
    if at is None:
        return
    for place in statement.index.get(claim[at].key, ()):
        if place < 3 or known[place - 1].low != "," or known[place - 2].low not in _CERTIFIED:
            continue
        first = place - 2
        while first and known[first - 1].low not in _STARTS:
            first -= 1
        name = [t.low for t in known[first : place - 2]]
        stop = at + 1 + len(name)
        if name and [t.low for t in claim[at + 1 : stop]] == name:
            yield (*claim[at + 1 : stop], *known[place - 2 : place], claim[at], *claim[stop:])


_SHOPS = frozenset({"store", "shop", "site", "website", "webshop"})


def _there_since(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You have been on Kolb since May" as "your shop has been on Kolb since May"."""
    if [t.low for t in claim[:4]] != ["you", "have", "been", "on"]:
        return
    for shop, on in pairwise(statement.tokens):
        if shop.low in _SHOPS and on.low == "on":
            your = claim[0]._replace(text="your", low="your")
            yield (your, shop, *claim[1:])
            return
