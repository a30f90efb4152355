"""Find another cell that says otherwise: then a person decides which one is right."""

from collections.abc import Iterable, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.align import may_be_added
from sheetsync.evidence.best_quote import Found
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.library import Library
from sheetsync.evidence.otherwise import otherwise
from sheetsync.evidence.places import positions
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_SHARED = 2
"""Words that two statements must share, besides a number, to be about the same thing."""


def contradicting(claim: Sequence[Token], found: Found, library: Library) -> Statement | None:
    """Find a statement of another cell that contradicts a claim.

    It has all the words of the claim, and another number beside the same noun, or
    a negation that the claim has not. Anything less is no contradiction: two cells
    may well speak of two things. So it says how many there are in all, where the claim
    says no more than that either, or that what the claim says is in use was given up.
    """
    items = [t for t in claim if not (is_soft(t) or may_be_added(t))]
    words = [t for t in items if t.kind is Kind.WORD]
    plain = otherwise(items, found, library)
    if plain is not None or len(words) < _SHARED:
        return plain
    column = found.statement.passage.column
    others = library.only(lambda passage: passage.column != column)
    for statement in others.statements(words):
        if not all(positions(word, statement) for word in words):
            continue
        if _other_number(items, statement) or _negated(items, statement):
            return statement
    return None


def _other_number(items: Sequence[Token], statement: Statement) -> bool:
    for place, token in enumerate(items[:-1]):
        said = token.quantity
        if said is None or said.sort == "date":
            continue
        noun = items[place + 1].key
        beside = [
            statement.tokens[at].quantity
            for at in statement.numbers
            if _noun_behind(statement, at) == noun
        ]
        if beside and not any(known is not None and bears_out(known, said) for known in beside):
            return True
    return False


def _noun_behind(statement: Statement, at: int) -> str:
    return next((t.key for t in statement.tokens[at + 1 :] if not is_soft(t)), "")


def _negated(items: Sequence[Token], statement: Statement) -> bool:
    if _denies(items) or not all(positions(t, statement) for t in items):
        return False
    return _denies(statement.tokens)


def _denies(tokens: Iterable[Token]) -> bool:
    return any(token.low in lexicon.PLAIN_NEGATIONS for token in tokens)
