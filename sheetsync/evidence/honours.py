"""Say ratings and prizes in the short words that profiles have for them.

"Your Kolb rating is 4.7 from 90 reviews" is "Kolb: 4.7 from 90 reviews" there, and
"You won the Kolb Award" is "Winner of the Kolb Award".
"""

from collections.abc import Iterator

from sheetsync.evidence.counting import word_like
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_VOTES = frozenset(analyse(word).key for word in ("review", "rating", "vote", "star"))
_LATEST = 5


def honoured(claim: Tokens) -> Iterator[Tokens]:
    """Yield a rating as what stands behind its label, and a prize as its winner's."""
    for at, token in enumerate(claim[:-2]):
        rated = token.low in {"rating", "score"} and claim[at + 1].low == "is"
        voted = any(t.key in _VOTES for t in claim[at + 3 :])
        if at and rated and voted and claim[at + 2].kind is Kind.NUMBER:
            mark = claim[at + 1]._replace(
                text=":", low=":", key=":", kind=Kind.POINT, form=Form.BASE, quantity=None
            )
            yield (*claim[:at], mark, *claim[at + 2 :])
    at = next((n for n, t in enumerate(claim[:_LATEST]) if n and t.low == "won"), 0)
    if at and all(t.kind in {Kind.PERSON, Kind.HAVE} and t.low != "your" for t in claim[:at]):
        yield (word_like(claim[at], "winner"), word_like(claim[at], "of"), *claim[at + 1 :])
