"""Recognise a note that begins with what the lead is: "Steel works, Hull; 38 staff".

What such a note lists behind that is the lead's, though it names a place first. A note that
begins with a name, or with a supplier or rival, may be about somebody else.
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_OTHERS = frozenset(analyse(word).key for word in lexicon.APPOSED)
_KINDS = frozenset(analyse(word).key for word in lexicon.ORGANISATIONS | lexicon.SITES) | {
    analyse(word).key
    for word in "lodge school garage surgery nursery ngo lab laboratory salon".split()
}
_SERVES = frozenset({"agency", "consultancy"})
"""What the lead's supplier may be as well, unless a note begins with what kind it is."""

_DOERS = ("er", "or")
_MARKS = frozenset({"-", "*", "•"})
_ENDS = frozenset({",", ";", ":", "(", "\n", "."})
_NEAR = frozenset({"near", "outside"})
_LONGEST_PLACE = 3


def describes_lead(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the words before a place say what the lead is, where it is, and no more.

    Args:
        tokens: A statement.
        at: Position of the first word of a claim.
    """
    start = next((n for n, t in enumerate(tokens[:at]) if t.low not in _MARKS), at)
    lead = (n for n in range(start, at) if not _common(tokens[n], first=n == start))
    stop = next(lead, at)
    if stop == start or not _is_kind(tokens[start:stop]) or stop >= at:
        return False
    return all(_placed(tokens, n, stop) for n in range(stop, at) if _named(tokens[n]))


def _common(token: Token, *, first: bool) -> bool:
    plain = token.kind is Kind.WORD and token.low not in _NEAR
    return plain and (first or not token.capital)


def _is_kind(words: Sequence[Token]) -> bool:
    """Say whether a phrase ends with what a firm can be."""
    noun = words[-1]
    if noun.form is Form.PAST or (noun.key in _OTHERS and len(words) == 1):
        return False
    if noun.key in _OTHERS:
        return noun.low in _SERVES
    return noun.key in _KINDS or (len(words) > 1 and noun.low.endswith(_DOERS))


def _named(token: Token) -> bool:
    return token.capital and token.kind is Kind.WORD and token.quantity is None


def _placed(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Say whether a name is where the lead is: "near Hull", or the first item behind its kind."""
    while at > head and _named(tokens[at - 1]):
        at -= 1
    before = tokens[at - 1]
    if before.kind is Kind.PREPOSITION or before.low in _NEAR:
        return True
    closed = next((n for n, t in enumerate(tokens) if t.low == ")"), at)
    if tokens[head].low == "(" and at < closed:
        return True
    stop = next((n for n in range(at, len(tokens)) if not _named(tokens[n])), len(tokens))
    beside = before.low == "," and at - 1 == head and stop - at <= _LONGEST_PLACE
    return beside and any(t.low in _ENDS for t in tokens[stop : stop + 1])
