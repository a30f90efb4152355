"""Read "Your Hull outlet closed in April 2025" as the item "Hull (closed Apr 2025)" of "Outlets:".

The bracket must hold the deed and its date and nothing else, and belong to that one item.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import parted
from sheetsync.evidence.listed import own_list
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_SELF = frozenset(
    "closed opened reopened moved started ended launched expired retired left joined lapsed began "
    "stopped shut resigned died".split()
)
"""What a thing or a person does itself, so that "was" may be missing in the claim."""
_PARTS = frozenset({",", ";", ":", "\n", "(", ")", "."})
_LED = frozenset({"in", "at", "on", "of", ",", "to", "with"})
_LONGEST_LABEL = 3


def dated_items(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the words of a list as far as the item that says what the claim says."""
    brackets = statement.index.get("(", ())
    if not brackets:
        return
    body, end = parted(claim)
    at = next((n for n, t in enumerate(body) if n and _is_deed(t)), None)
    if at is None:
        return
    was = body[at - 1].low in lexicon.BE_PAST
    rest = body[at + 1 :]
    when = rest[1:] if rest and rest[0].low in {"in", "on"} else rest
    if len(when) != 1 or not is_time(when[0]) or not (was or body[at].low in _SELF):
        return
    subject = [t for t in body[: at - was] if t.kind is not Kind.ARTICLE]
    for place in brackets:
        close = _told_there(statement.tokens, place, body[at], when[0])
        if close is not None:
            yield from ((*known, *end) for known in _items(subject, statement, place, close))


def _is_deed(token: Token) -> bool:
    return token.kind is Kind.WORD and (token.form is Form.PAST or token.low == "shut")


def _told_there(known: Sequence[Token], place: int, verb: Token, when: Token) -> int | None:
    """Return where a bracket ends that holds just this deed and its time."""
    inner = [n for n in range(place + 1, len(known)) if known[n].kind is not Kind.PREPOSITION]
    if len(inner) < 3 or known[inner[2]].low != ")":
        return None
    deed, time = known[inner[0]], known[inner[1]]
    same = deed.key == verb.key and _is_deed(deed) and inner[0] == place + 1
    if not (same and time.quantity is not None and when.quantity is not None):
        return None
    return inner[2] + 1 if bears_out(time.quantity, when.quantity) else None


def _items(
    subject: Sequence[Token], statement: Statement, place: int, close: int
) -> Iterator[Tokens]:
    """Yield what the list has for a subject that is the item in front of a bracket."""
    known = statement.tokens
    start = place
    while start and known[start - 1].low not in _PARTS:
        start -= 1
    item = [t for t in known[start:place] if t.kind is not Kind.ARTICLE]
    if not item or any(t.kind not in {Kind.WORD, Kind.NUMBER, Kind.PREPOSITION} for t in item):
        return
    colon = next((n for n in reversed(range(start)) if known[n].low == ":"), None)
    own = bool(subject) and subject[0].low == "your"
    said = [t.key for t in subject[own:]]
    if colon is None:
        if said == [t.key for t in item] and (not own or own_list(known[:start])):
            yield known[start:close]
        return
    label = [t.key for t in known[:colon]]
    if not label or len(label) > _LONGEST_LABEL or said[: len(label)] != label:
        return
    rest = subject[own + len(label) :]
    rest = rest[1:] if rest and rest[0].low in _LED else rest
    if [t.key for t in rest] == [t.key for t in item]:
        yield known[:close]
