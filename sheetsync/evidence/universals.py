"""Tell what is true only in its own scope: a rate, a superlative, a universal, a negation.

"Grew 18% in Spain" is not "grew 18%", while "opened a depot in Spain" is "opened a depot".
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_RATES = frozenset({"percent", "pp", "times"})
_ALL = frozenset({"all", "every", "each", "only", "most", "least", "none"})
_MEANS = frozenset({"average", "mean", "median", "typical"})
_NOT_SUPERLATIVE = frozenset(
    "interest request invest harvest guest forest west test quest rest contest protest nest "
    "suggest".split()
)


def needs_scope(taken: Sequence[Token]) -> bool:
    """A rate, a superlative, a universal or a negation is true only in its own scope."""
    return any(
        t.key in _RATES or t.low in _ALL | _MEANS or t.low in lexicon.NEGATIONS or _superlative(t)
        for t in taken
    )


def _superlative(token: Token) -> bool:
    low = token.low
    ending = low.endswith("est") and len(low) > 4 and token.kind is Kind.WORD
    return low == "best" or (ending and low not in _NOT_SUPERLATIVE)
