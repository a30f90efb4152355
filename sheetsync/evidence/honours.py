"""Say ratings and prizes in the short words that profiles have for them.

"Your Kolb rating is 4.7 from 90 reviews" is "Kolb: 4.7 from 90 reviews" there, and
"You won the Kolb Award" is "Winner of the Kolb Award".
"""

from collections.abc import Iterator

from sheetsync.evidence.counting import mark_like, word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind, analyse

Tokens = tuple[Token, ...]

_VOTES = frozenset(analyse(word).key for word in ("review", "rating", "vote", "star"))
_LATEST = 5


def honoured(claim: Tokens) -> Iterator[Tokens]:
    """Yield a rating as what stands behind its label, and a prize as its winner's."""
    for at, token in enumerate(claim[:-3]):
        link, score = claim[at + 1 : at + 3]
        rated = token.low in {"rating", "score"} and link.low == "is"
        voted = any(t.key in _VOTES for t in claim[at + 3 :])
        if at and rated and voted and score.kind is Kind.NUMBER:
            yield (*claim[:at], mark_like(link, ":"), *claim[at + 2 :])
    yield from _rated(claim)
    at = place_of({"won"}, claim[:_LATEST])
    if at and all(t.kind in {Kind.PERSON, Kind.HAVE} and t.low != "your" for t in claim[:at]):
        yield (word_like(claim[at], "winner"), word_like(claim[at], "of"), *claim[at + 1 :])


def _rated(claim: Tokens) -> Iterator[Tokens]:
    """Read "a Kolb rating of 4.5 from 90 reviews" as "Kolb 4.5 (90 reviews)" and "Kolb: 4.5 (90)"."""
    at = place_of({"rating", "score"}, claim)
    if not at or not claim[at - 1].capital or len(claim) < at + 3:
        return
    link, score = claim[at + 1 : at + 3]
    if link.low not in {"of", "is"} or score.kind is not Kind.NUMBER:
        return
    mark = (mark_like(link, ":"),) if link.low == "is" else ()
    yield (*claim[:at], *mark, *claim[at + 2 :])
    votes = claim[at + 3 : at + 6]
    counted = len(votes) == 3 and votes[0].low == "from" and votes[2].key in _VOTES
    if counted and votes[1].quantity is not None and votes[1].quantity.year is None:
        yield (*claim[:at], *mark, *claim[at + 2 : at + 5], *claim[at + 6 :])
