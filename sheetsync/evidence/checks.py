"""The gate's checks in their order, and what a comparison of two texts can answer."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sheetsync.evidence.sentences import MAYBE_LAST
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind


class Check(StrEnum):
    """Which check of the gate a claim failed, in the order in which they run."""

    SCHEMA = "schema"
    QUOTE = "quote"
    COVERAGE = "coverage"
    QUANTITY = "quantity"
    NAME = "name"
    BINDING = "binding"
    POLARITY = "polarity"
    WORDS = "words"
    ATTRIBUTION = "attribution"
    POLICY = "policy"
    CONFLICT = "conflict"
    STALE = "stale"


class Slip(NamedTuple):
    """Why two texts do not say the same."""

    check: Check
    words: str


class Ends(NamedTuple):
    """The matched words around a gap: the claim's and the quote's, and what follows them.

    Attributes:
        said_before: The claim's matched word before the gap.
        known_before: The quote's.
        said: The claim's matched word behind the gap.
        known: The quote's.
        said_next: The claim's word behind that, if any.
        known_next: The quote's.
    """

    said_before: Token
    known_before: Token
    said: Token
    known: Token
    said_next: Token | None
    known_next: Token | None


_SOFT_KINDS = frozenset(
    {
        Kind.ARTICLE,
        Kind.BE,
        Kind.HAVE,
        Kind.DO,
        Kind.PREPOSITION,
        Kind.LINK,
        Kind.CLITIC,
        Kind.POINT,
    }
)


def is_soft(token: Token) -> bool:
    """Say whether a token carries grammar rather than content."""
    return token.kind in _SOFT_KINDS


def same_words(added: Sequence[Token], left_out: Sequence[Token]) -> bool:
    """Say whether two gaps hold the same words, articles apart."""
    return [t.key for t in added if t.kind is not Kind.ARTICLE] == [
        t.key for t in left_out if t.kind is not Kind.ARTICLE
    ]


def goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Find the full stop of "Kolb Inc. wins", behind which the sentence goes on."""
    if tokens[at].low != "." or not at or tokens[at - 1].low not in MAYBE_LAST:
        return False
    return at + 1 < len(tokens) and not tokens[at + 1].capital


def is_period(token: Token) -> bool:
    """Say whether a token is a time, a quarter such as "Q3" or a fiscal year such as "FY24"."""
    low = token.low
    fiscal = low[:2] == "fy" and low[2:3].isdecimal()
    return fiscal or low in _QUARTERS or is_time(token)


_QUARTERS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2"})


def is_time(token: Token) -> bool:
    """Say whether a token is a date, or a number that may be a year."""
    quantity = token.quantity
    return quantity is not None and (quantity.sort == "date" or quantity.year is not None)
