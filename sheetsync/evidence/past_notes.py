"""Say what was so in the words of notes that leave out the verb.

"Yard audited by Kolb" was audited, "on paper until 2023, now online" was on paper, "90
guests in its first year" it had. Whether it is over must follow from the note.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_SINCE_THEN = frozenset({"now", "since", "then", "today", "meanwhile"})
_ONCE = frozenset(
    analyse(word).key
    for word in (
        "audit inspect assess survey review renovate refurbish rebuild build design found buy "
        "acquire sell fine approve reject select choose pick award nominate commission rate"
    ).split()
)
"""What somebody does to a thing at one time: a plant "audited by Kolb" was audited."""

_FIRST = frozenset({"first", "opening", "second", "third", "last"})
_SPANS = frozenset({"year", "month", "week", "season", "quarter", "day"})


def in_the_past(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim without the verb that says that it was so."""
    yield from _was(claim, statement)
    yield from _had_then(claim, statement)
    yield from _part_of(claim, statement)


def _was(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Your yard was audited by Kolb" as "yard audited by Kolb", which is over.

    So with "was on paper until 2023", where the note goes on with what is so now.
    """
    at = place_of(lexicon.BE_PAST, claim[:-2])
    if not at or claim[at - 1].kind is not Kind.WORD:
        return
    verb, known = claim[at + 1], statement.tokens
    done = verb.form is Form.PAST and verb.key in _ONCE and claim[at + 2].low == "by"
    if done or (verb.kind is Kind.PREPOSITION and _is_over(known)):
        yield (*claim[:at], *claim[at + 1 :])


def _is_over(known: Sequence[Token]) -> bool:
    """Find "until 2023, now online"."""
    for at, token in enumerate(known[:-3]):
        timed = token.low == "until" and is_time(known[at + 1])
        if timed and known[at + 2].kind is Kind.POINT and known[at + 3].low in _SINCE_THEN:
            return True
    return False


def _had_then(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You had 90 guests in your first year" as "90 guests in its first year", a year past."""
    if len(claim) < 6 or claim[0].kind is not Kind.PERSON or claim[1].low != "had":
        return
    known = statement.tokens
    first = next((t.kind for t in known if t.kind is not Kind.POINT), None)
    if claim[2].kind is not Kind.NUMBER or first is not Kind.NUMBER:
        return
    for at in range(4, len(claim) - 1):
        span = claim[at].low in _FIRST or claim[at].quantity is not None
        if span and claim[at + 1].low in _SPANS and claim[at - 1].low in {"your", "the"}:
            yield claim[2:]
            return


def _part_of(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You sold 9 vans" as "You sold 9 of 40 vans", which says more."""
    known = statement.tokens
    for place in statement.numbers:
        stop = place + 2
        while stop < len(known) and (known[stop].kind is Kind.PERSON or known[stop].low in _WHOSE):
            stop += 1
        if stop + 1 >= len(known) or known[place + 1].low != "of":
            continue
        if known[stop].kind is not Kind.NUMBER or is_time(known[stop]):
            continue
        for at in range(len(claim) - 1):
            same = claim[at].quantity == known[place].quantity and claim[at].quantity is not None
            if same and claim[at + 1].key == known[stop + 1].key:
                yield (*claim[: at + 1], *known[place + 1 : stop + 1], *claim[at + 1 :])


_WHOSE = frozenset({"its", "their", "the", "our"})
