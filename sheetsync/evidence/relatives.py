"""Read what a sentence tells of somebody whom it names: "my colleague Jo Lind, she runs the yard".

The name stands behind what the person is, and the clause behind the comma begins with "she",
"he" or "who", or in our notes with its verb: "Partner is cousin Jo, decides on IT".
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_WHO = frozenset({"she", "he", "who"})
_PLAIN = frozenset({"is", "runs", "handles", "decides", "does", "has", "leads", "manages", "owns"})
"""Verbs that no noun of a list is written like."""


def told_of_named(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield each clause about a person with the person as its subject.

    Args:
        tokens: One sentence of evidence.
    """
    for comma in range(3, len(tokens) - 2):
        if tokens[comma].low != ",":
            continue
        who = tokens[comma + 1].low in _WHO
        verb = tokens[comma + 1 + who]
        start = _person_before(tokens, comma)
        if not start or not (who or verb.low in _PLAIN) or not _finite(verb):
            continue
        led = tokens[start - 1]
        if who and led.kind is Kind.PERSON:
            start -= 1
        elif who or led.low not in {"is", ":"}:
            continue
        if not any(map(_colours, tokens[:start])):
            yield [*tokens[start:comma], *tokens[comma + 1 + who :]]


def _colours(token: Token) -> bool:
    """Say whether a word in front says when or by whom it is so, or that it is not."""
    says = token.key in REPORTING_KEYS and (token.form is Form.PAST or token.low.endswith("s"))
    return token.kind is Kind.MARKED or token.low == '"' or is_time(token) or says


def _finite(verb: Token) -> bool:
    past = verb.form is Form.PAST and verb.kind is Kind.WORD
    return past or verb.kind in {Kind.BE, Kind.HAVE} or verb.low.endswith("s")


def _person_before(tokens: Sequence[Token], comma: int) -> int:
    """Return where "colleague Jo Lind" begins in front of a comma; 0 when it is none."""
    start = comma
    while start and tokens[start - 1].capital and tokens[start - 1].kind is Kind.WORD:
        start -= 1
    if start < 2 or start == comma:
        return 0
    title = tokens[start - 1]
    if title.kind is not Kind.WORD or title.form is not Form.BASE or title.capital:
        return 0
    return start - 1
