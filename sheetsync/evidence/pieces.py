"""Cut a sentence that says two things of the lead into two claims.

Only where the subject is the lead itself ("You …", the company): with anybody
else, the second half could be given to the wrong one.
"""

from collections.abc import Sequence

from sheetsync.evidence.kinds import is_call
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_JOINTS = frozenset({"and", "but", ","})
_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO, Kind.MARKED})
_MOST_PIECES = 4


def pieces(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Return the claims of a sentence about the lead, the subject repeated in each."""
    subject = next((t for t in tokens if t.kind is not Kind.POINT), None)
    if subject is None or subject.kind is not Kind.PERSON or subject.low == "your":
        return [tuple(tokens)]
    found: list[tuple[Token, ...]] = []
    start, verb = 0, _having(tokens[1:])
    front: tuple[Token, ...] = ()
    for place, token in enumerate(tokens):
        if token.low not in _JOINTS or place <= start:
            continue
        rest = tokens[place + 1 :]
        speaks = _speaks(rest)
        if speaks or (verb and _has_more(rest)):
            found.append((*front, *tokens[start:place]))
            start, front = place + 1, () if speaks else verb
            verb = _having(rest) if speaks else verb
    found.append((*front, *tokens[start:]))
    found = [piece for piece in found if piece]
    if len(found) > _MOST_PIECES:
        return [tuple(tokens)]
    return [piece if piece[0].kind is Kind.PERSON else (subject, *piece) for piece in found]


def _having(rest: Sequence[Token]) -> tuple[Token, ...]:
    """Return the "has" of a predicate that only lists what somebody has."""
    return tuple(t for t in rest[:1] if t.low in {"have", "has", "had"})


def _has_more(rest: Sequence[Token]) -> bool:
    """Find "580 children" behind "has 6 sites and", which it has as well."""
    if len(rest) < 2 or rest[1].kind is not Kind.WORD:
        return False
    counted = rest[0].quantity is not None and rest[0].quantity.sort == "card"
    return counted or rest[0].low in {"a", "an"}


def _speaks(rest: Sequence[Token]) -> bool:
    """Say whether a new predicate begins here."""
    if not rest:
        return False
    head = rest[0]
    if head.low in {"your", "its", "their"}:
        return any(t.kind in _VERBS or t.form is Form.PAST for t in rest)
    return head.kind in {Kind.BE, Kind.HAVE, Kind.DO, Kind.PERSON} or (
        head.kind is Kind.WORD and not head.capital
    )


def _proposes(tail: Sequence[Token]) -> bool:
    """Say whether a clause speaks for us: "happy to …", "would you …", "here it is"."""
    head, behind = tail[0].low, tail[1].low if len(tail) > 1 else ""
    if head in {"would", "could", "shall", "can"}:
        return behind in {"you", "we", "i", "it", "love"}
    return head in {"happy", "glad", "here", "let", "i", "we", "worth", "please", "just"}


def without_call(tokens: Sequence[Token]) -> Sequence[Token]:
    """Take off a closing clause that only proposes: "…, so here it is"."""
    commas = [place for place, token in enumerate(tokens) if token.low in {",", "-", ";"}]
    for place in reversed(commas):
        tail = [t for t in tokens[place + 1 :] if t.kind is not Kind.POINT]
        if tail and tail[0].low in {"so", "and"}:
            tail = tail[1:]
        if tail and place and _proposes(tail) and is_call(tail):
            return tokens[:place]
    return tokens
