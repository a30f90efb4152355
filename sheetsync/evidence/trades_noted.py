"""Read "You do shop signs and wraps in Hull" as "shop signs and wraps, Hull", how notes begin.

Only the first sentence of our notes on what we read, and only a bare list of at least two
things in it, is what a firm does; what is counted, dated or told of somebody is not.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sheetsync.evidence.columns import Voice, is_talk
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_JOINS = frozenset({",", "and", "&", "-", "/"})
_TROUBLES = frozenset(
    "problem issue complaint delay error claim breakdown loss shortage accident fault trouble "
    "late lost missing broken slow old need want".split()
)
"""Words of what befalls a firm and is not what it does."""


def does_what_is_noted(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the things of a claim "You do …" where the statement is a list of what they do."""
    if len(claim) < 3 or claim[0].low != "you" or claim[1].low != "do":
        return
    passage = statement.passage
    if statement.voice is not Voice.NOTES or passage.start or is_talk(passage.column):
        return
    known = statement.tokens
    if claim[2].key == known[0].key and _lists(known):
        yield claim[2:]


def _lists(known: Sequence[Token]) -> bool:
    """Say whether a note is a bare list, with a place at its end at most."""
    words = [t for t in known if t.low != "."]
    if words and words[-1].low == ",":
        return False
    while words and words[-1].capital:
        words.pop()
    if words and words[-1].low in {",", "in", "-"}:
        words.pop()
    joined = any(t.low in _JOINS - {"-"} for t in words)
    things = [t for t in words if t.low not in _JOINS]
    plain = all(t.kind is Kind.WORD and (not n or not t.capital) for n, t in enumerate(things))
    if not (joined and plain):
        return False
    heads = [t for t, behind in zip_longest(words, words[1:]) if _ends_item(behind)]
    done = all(t.low.endswith(("s", "ing")) for t in heads)
    return done and all(t.low.removesuffix("s") not in _TROUBLES for t in things)


def _ends_item(behind: Token | None) -> bool:
    return behind is None or behind.low in _JOINS - {"-"}
