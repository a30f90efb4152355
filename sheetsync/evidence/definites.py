"""Say out which thing "the centre" is, where the sentence before has just brought it in.

"It opened a depot in Ghent. The depot has 40 docks." tells that the depot in Ghent has
them. The words are the cell's own, and point at the place where "the depot" stands.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.novelty import (
    BEGIN,
    ENDED,
    OF_PEOPLE,
    OF_TWO,
    for_another,
    may_be_new,
    shared_with,
)
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_PLACED = frozenset({"in", "at", "near"})
_MADE = BEGIN - OF_PEOPLE - {analyse("announce").key}
"""What is announced need not be there, and what is hired is another's."""

_LONGEST_THING = 7
"""Words of a thing before its noun at most."""


def begins_with_the(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence begins with "The depot"."""
    if len(tokens) < 3 or tokens[0].kind is not Kind.ARTICLE or tokens[0].low != "the":
        return False
    noun, verb = tokens[1:3]
    plain = noun.kind is Kind.WORD and not noun.capital
    return plain and (verb.kind is not Kind.WORD or verb.form is Form.PAST or verb.low[-1] == "s")


def spelled_out(tokens: Sequence[Token], last: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield a statement with its first thing named as in the sentence before.

    Args:
        tokens: A statement that begins with "the" and a noun.
        last: The sentence before it.
    """
    noun = tokens[1]
    found = [n for n, t in enumerate(last) if t.low == noun.low]
    first = next((t for t in last if t.kind is not Kind.POINT), noun)
    ours = first.kind is Kind.PERSON or first.low in lexicon.COMPANY_PRONOUNS
    if not ours or len(found) != 1:
        return
    if any(t.kind is Kind.MARKED or t.key in ENDED for t in last):
        return
    at = found[0]
    start = _phrase_start(last, at)
    if not start or for_another(last[at:]):
        return
    thing = last[start:at]
    verb = next((t for t in reversed(last[: start - 1]) if t.kind is not Kind.ARTICLE), first)
    made = verb.key in _MADE and verb.form is Form.PAST and may_be_new(verb, last[start : at + 1])
    alone = verb.key in OF_TWO or not shared_with(last[at + 1 :])
    new = (word_like(noun, "new"),) if made and alone else ()
    for place in dict.fromkeys((tuple(_place(last, at + 1)), ())):
        named = (*new, *thing, noun, *place)
        span = (t._replace(start=tokens[0].start, end=noun.end) for t in named)
        yield [tokens[0], *span, *tokens[2:]]


def all_of_them(tokens: Sequence[Token], last: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield "Vans all tested in May" for "All tested in May" behind "38 vans, Hull.".

    Only where the sentence before begins with these things and counts nothing else.

    Args:
        tokens: A statement that begins with "all" and has no thing of its own.
        last: The sentence before it.
    """
    things = [t for t in last if t.kind is Kind.WORD and not t.capital]
    counted = [t for t in last if t.kind is Kind.NUMBER]
    if len(tokens) < _SHORTEST_ALL or len(counted) != 1 or last[0] is not counted[0]:
        return
    if len(things) != 1 or len(last) < 2 or last[1] is not things[0]:
        return
    thing, (first, *told) = things[0], tokens
    if any(t.kind is not Kind.POINT and not (t.capital and t.kind is Kind.WORD) for t in last[2:]):
        return
    if counted[0].quantity is None or counted[0].quantity.sort != "card":
        return
    if any(t.kind in _FINITE or t.low == "of" for t in told) or not thing.low.endswith("s"):
        return
    done = any(t.form is Form.PAST for t in told[:3])
    sort = told[0].low in _SORTS and (len(told) == 1 or told[1].kind is Kind.POINT)
    if not (done or sort) or any(t.low == thing.low for t in told):
        return
    spot = first.start
    thing, count = (t._replace(start=spot, end=spot) for t in (thing, counted[0]))
    yield [thing, *tokens]
    if any(t.low in {"each", "every"} for t in told):
        are = word_like(thing, "are")
        yield [first, thing, are, *told]
        yield [first, count, thing, are, *told]


_SHORTEST_ALL = 2
_SORTS = frozenset("electric diesel hybrid organic vegan halal indoor outdoor volunteers".split())
"""What "All electric" may say of them without a verb."""
_FINITE = frozenset({Kind.BE, Kind.HAVE, Kind.DO})


def _phrase_start(last: Sequence[Token], at: int) -> int:
    """Return where the thing begins behind its "a"; 0 when nothing brings it in."""
    start = at
    while start and at - start < _LONGEST_THING:
        before = last[start - 1]
        if before.low in {"a", "an"}:
            return start
        if before.kind not in {Kind.WORD, Kind.NUMBER} and before.low != "-":
            return 0
        start -= 1
    return 0


def _place(last: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the "in Ghent" behind the thing, if there is one."""
    if at + 1 >= len(last) or last[at].low not in _PLACED or not last[at + 1].capital:
        return ()
    stop = at + 1
    while stop < len(last) and last[stop].capital and last[stop].kind is Kind.WORD:
        stop += 1
    return last[at:stop]
