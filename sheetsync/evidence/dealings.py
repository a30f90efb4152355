"""Sentences about the lead and another firm: which of the two has what is told.

"Ostwind supplies Kolb. They run 40 vans.": nobody can tell whose vans these are, and in
"Ostwind bought Kolb (40 vans)" they are Kolb's.
"""

from collections.abc import Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind, analyse

_DEALS = frozenset(
    analyse(word).key
    for word in "buy acquire own supply compete merge lose sell partner cooperate rival".split()
)
_TOWARDS = frozenset({"with", "to", "by", "from", "against", "is", "are", ":"})
_HAS = frozenset(
    analyse(word).key for word in "run operate employ own make produce serve count".split()
)
_SITED = frozenset({"in", "at", "near", "outside", "from", "to", "around"})
_NEAR = 5


def between_firms(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence tells of a dealing of the lead with a firm that it names."""
    if not any(t.kind is Kind.PERSON for t in sentence):
        return False
    dealt = next((n for n, t in enumerate(sentence) if t.key in _DEALS), None)
    if dealt is None:
        return False
    return any(_firm(sentence, at, dealt) for at in range(dealt + 1, len(sentence)))


def _firm(sentence: Sequence[Token], at: int, dealt: int) -> bool:
    token, before = sentence[at], sentence[at - 1]
    return _name(token) and (at - 1 == dealt or before.low in _TOWARDS)


def tells_size(sentence: Sequence[Token]) -> bool:
    """Say whether a sentence begins with "it" and tells what it has: "They run 40 vans"."""
    words = [t for t in sentence[:_NEAR] if t.kind is not Kind.POINT]
    return any(t.kind is Kind.HAVE or t.key in _HAS for t in words[1:])


def bracketed(tokens: Sequence[Token], first: int, core: Sequence[Token]) -> Token | None:
    """Return "Kolb" of "Kolb (40 vans)" where a claim tells of the vans and not of Kolb.

    Args:
        tokens: The statement.
        first: Position of the first matched word there.
        core: The claim without its frame.
    """
    opened = next((n for n in reversed(range(first)) if tokens[n].low in {"(", ")"}), None)
    if not opened or tokens[opened].low != "(":
        return None
    at = opened - 1
    if not _name(tokens[at]):
        return None
    keys = {t.key for t in core}
    while at and _name(tokens[at]):
        if tokens[at].key in keys:
            return None
        at -= 1
    return None if tokens[at].low in _SITED or not at else tokens[opened - 1]


def _name(token: Token) -> bool:
    return token.capital and token.kind is Kind.WORD and token.quantity is None
