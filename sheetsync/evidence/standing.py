"""What stands where in a sentence: the first questions of most readings."""

from collections.abc import Container, Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind


def place_of(words: Container[str], tokens: Sequence[Token]) -> int:
    """Return where the first of some words stands behind the beginning; 0 if none does."""
    return next((n for n, token in enumerate(tokens) if n and token.low in words), 0)


def place_of_key(keys: Container[str], tokens: Sequence[Token]) -> int:
    """Return where a word with one of some keys stands behind the beginning; 0 if none does."""
    return next((n for n, token in enumerate(tokens) if n and token.key in keys), 0)


def full_stop(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the full stop at the end, or nothing where there is none."""
    return tuple(tokens[-1:]) if tokens and tokens[-1].low == "." else ()


def begins_with_who(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence begins with who did it: "you", "we", not with what is yours."""
    return tokens[0].kind is Kind.PERSON and tokens[0].low != "your"
