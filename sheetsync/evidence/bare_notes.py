"""Say a claim as a note that leaves out its verb: "Contract with Kolb until May".

Such a note proves little, so only our own notes may be read like this, and nothing more
may follow of what they say (see :attr:`~sheetsync.evidence.framed.Framed.bare`).
"""

from collections.abc import Iterator

from sheetsync.evidence.counting import mark_like, word_like
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_STANDS = frozenset({"runs", "run", "is", "are", "sits", "sit", "lives"})
_LEVELS = dict.fromkeys(("staff", "people", "employees"), "headcount") | {
    "members": "membership",
    "students": "enrolment",
    "subscribers": "subscriptions",
}
"""What so many people make up: "Membership: 90" of 90 members."""

_KEPT = frozenset({"keep", "hold", "store", "maintain", "do", "have", "run", "use", "take"})


def kept(claim: Tokens) -> Iterator[Tokens]:
    """Read "You keep case files in Excel" as "Your case files in Excel", a note without a verb."""
    if len(claim) < 4 or claim[0].kind is not Kind.PERSON:
        return
    if [t.low for t in claim[1:3]] == ["have", "used"] and any(t.low == "since" for t in claim):
        yield claim[3:]
    if claim[0].low == "your":
        yield from _lasting(claim)
        return
    yield from _used_for(claim)
    regular = claim[1].low in {"hold", "have"} and any(t.low in {"every", "each"} for t in claim)
    if claim[1].low in _KEPT and not any(
        t.kind is Kind.MARKED and t.low not in {"every", "each", "other"} for t in claim
    ):
        rest = claim[2:]
        if claim[1].low == "use" and not (rest[0].capital and any(t.low == "for" for t in rest)):
            return
        if claim[1].low == "do" and all(t.form is not Form.ING for t in rest[:3]):
            return
        if rest[0].low in {"a", "an"}:
            rest = rest[1:]
        placed = regular or any(t.kind is Kind.PREPOSITION or t.low == "through" for t in rest)
        if placed and rest[0].kind is not Kind.NUMBER:
            who, *_ = claim
            own = word_like(who, "your")
            yield (own, *(rest[1:] if rest[0].low in {"your", "the"} else rest))


def _used_for(claim: Tokens) -> Iterator[Tokens]:
    """Read "You have used Kolb for payroll since May" as "payroll on Kolb since May".

    So with "payroll: Kolb", and with "You use Kolb as your till", of a tool with a name.
    """
    lows = [t.low for t in claim[:4]]
    if lows[1] == "use":
        at = 2
    elif lows[1:3] == ["have", "used"] or lows[1:] == ["have", "been", "on"]:
        at = 3 + (lows[2] == "been")
    else:
        return
    lasting = any(t.low == "since" for t in claim)
    stop = at
    while stop < len(claim) and claim[stop].capital and claim[stop].kind is Kind.WORD:
        stop += 1
    if stop == at or lasting is (at == _USE_AT) or stop + 1 >= len(claim):
        return
    whose = claim[stop].low == "as" and claim[stop + 1].low == "your"
    start = stop + 1 + whose
    last = start
    while last < len(claim) and claim[last].kind is Kind.WORD:
        last += 1
    if last > start and (whose or claim[stop].low == "for"):
        who, *_ = claim
        own, tool, thing = word_like(who, "your"), claim[at:stop], claim[start:last]
        yield (own, *thing, mark_like(claim[stop], ":"), *tool, *claim[last:])
        if not whose:
            yield (own, *thing, word_like(claim[stop], "on"), *tool, *claim[last:])


_USE_AT = 2


def _lasting(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your deal with Kolb runs until May" as "Your deal with Kolb until May"."""
    at = next((n for n, t in enumerate(claim) if t.low in {"runs", "lasts"}), 0)
    if at and at + 1 < len(claim) and claim[at + 1].low in {"until", "till", "to", "through"}:
        yield (*claim[:at], *claim[at + 1 :])


def verbless(claim: Tokens) -> Iterator[Tokens]:
    """Read "Dispatch runs on Kolb" as "Dispatch on Kolb", a note without a verb."""
    at = place_of(_STANDS, claim)
    front, rest = claim[:at], claim[at + 1 :]
    placed = rest and rest[0].low in {"on", "in", "via", "by"}
    plain = all(t.kind is Kind.WORD or t.low == "your" for t in front)
    if at and placed and plain and all(t.kind is not Kind.MARKED for t in rest):
        yield (*front, *rest)


def headcount(claim: Tokens) -> Iterator[Tokens]:
    """Read "You have 90 employees" as "Headcount is 90", and 90 members as a membership."""
    for at, token in enumerate(claim[:-2]):
        counted = token.low in {"have", "has", "employ"} and claim[at + 1].kind is Kind.NUMBER
        level = _LEVELS.get(claim[at + 2].low)
        if counted and at == 1 and level is not None:
            rest = claim[at + 3 :]
            if all(t.kind is Kind.POINT for t in rest):
                yield (word_like(token, level), word_like(token, "is"), claim[at + 1], *rest)
