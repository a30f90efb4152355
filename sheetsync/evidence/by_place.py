"""Say so many things in a place as lists of notes have it: "Vans: Hull (40), Leeds (12)".

The number must stand right beside its place there, or it belongs to another.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.counting import parted
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_HAS = frozenset({"have", "has", "run", "operate"})
_PLACES = frozenset({"in", "at", "near"})
_PIECES = frozenset({"nos", "nos.", "pcs", "units", "off", "no."})


def counted_there(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with its count where the statement has it."""
    body, end = parted(claim)
    if not statement.numbers or not body:
        return
    if "(" in statement.index:
        yield from _in_brackets(claim, statement)
    if body[0].low in _PLACES:
        comma = next((n for n, t in enumerate(body[:5]) if t.low == ","), 0)
        stop = comma or next((n for n, t in enumerate(body) if t.kind is Kind.PERSON), len(body))
        place, body = body[1:stop], body[stop + bool(comma) :]
    else:
        led = next((n for n, t in enumerate(body) if n > 3 and t.low in _PLACES), len(body))
        place, body = body[led + 1 :], body[:led]
    if len(body) < 4 or body[0].kind is not Kind.PERSON or body[1].low not in _HAS:
        return
    count, things = body[2], body[3:]
    if count.kind is not Kind.NUMBER or any(t.kind is not Kind.WORD for t in things):
        return
    if place and all(t.capital and t.kind is Kind.WORD for t in place):
        yield from _beside(count, things, place, statement, end)
    elif not place:
        yield from _of_the_fleet(count, things, statement, end)


def _beside(
    count: Token, things: Tokens, place: Tokens, statement: Statement, end: Tokens
) -> Iterator[Tokens]:
    """Read it as "Vans: Hull (40)", "52 vans (Hull 40)" or "52 vans (40 in Hull)"."""
    known, size = statement.tokens, len(place)
    head = _heading(known, things)
    if not head:
        return
    for at in statement.index.get(place[0].key, ()):
        if at < head or [t.key for t in known[at : at + size]] != [t.key for t in place]:
            continue
        behind = [t.low for t in known[at + size : at + size + 3]]
        number = at + size + (behind[:1] == ["("])
        closed = behind[:1] != ["("] or behind[2:] == [")"]
        alone = known[at - 1].kind in {Kind.POINT, Kind.LINK}
        if any(t.low == ":" for t in known[head:at]):
            continue
        if number < len(known) and closed and alone and known[number].quantity == count.quantity:
            follower = known[number + 1].low if number + 1 < len(known) else "."
            if known[head - 1].low == ":" or follower in {",", ")", ";"}:
                yield (*known[: number + 1], *end)
        apart = known[at - 3].kind in {Kind.POINT, Kind.LINK}
        if apart and known[at - 1].low == "in" and known[at - 2].quantity == count.quantity:
            yield (*known[: at + size], *end)


def _heading(known: Sequence[Token], things: Sequence[Token]) -> int:
    """Return where the list begins behind "Vans:" or "52 vans ("; 0 without that heading."""
    start = int(known[0].kind is Kind.NUMBER)
    stop = start + len(things)
    mark = {":"} if not start else {"(", ":"}
    named = [t.key for t in known[start:stop]] == [t.key for t in things]
    return stop + 1 if named and stop < len(known) and known[stop].low in mark else 0


def _in_brackets(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "8 new vans" as "new vans (8)" and "new vans (8 nos.)"."""
    known = statement.tokens
    for opened in statement.index.get("(", ()):
        number = opened + 1
        if (
            number + 1 >= len(known)
            or known[number].kind is not Kind.NUMBER
            or is_time(known[number])
        ):
            continue
        closed = number + 1 + (known[number + 1].low in _PIECES)
        closed += closed < len(known) and known[closed].low == "."
        if closed >= len(known) or known[closed].low != ")":
            continue
        for at, token in enumerate(claim[:-1]):
            stop = at + 1
            while stop < len(claim) and _noun(claim[stop]):
                stop += 1
            thing = claim[at + 1 : stop]
            before = known[opened - len(thing) : opened]
            same = token.quantity is not None and token.quantity == known[number].quantity
            if same and thing and [t.key for t in before] == [t.key for t in thing]:
                front = claim[:at]
                if not opened - len(thing) and [t.low for t in front] == ["you", "have"]:
                    front = ()
                yield (*front, *thing, *known[opened:closed], *claim[stop:])


def _noun(token: Token) -> bool:
    return token.kind is Kind.WORD and token.form is Form.BASE


def _of_the_fleet(
    count: Token, things: Tokens, statement: Statement, end: Tokens
) -> Iterator[Tokens]:
    """Read "You have 12 trucks" as the second item of "Fleet: 40 vans, 12 trucks"."""
    known = statement.tokens
    if known[0].low not in lexicon.COLLECTIVES or [t.low for t in known[1:2]] != [":"]:
        return
    for at in statement.numbers:
        stop = at + 1 + len(things)
        same = [t.key for t in known[at + 1 : stop]] == [t.key for t in things]
        bounded = stop >= len(known) or known[stop].low in {",", ";", ".", "and", "("}
        before = known[2:at]
        plain = all(
            (_noun(t) and not t.capital and t.low not in lexicon.APPOSED)
            or t.kind in {Kind.NUMBER, Kind.POINT}
            for t in before
        )
        if same and bounded and plain and known[at].quantity == count.quantity:
            yield (*known[:stop], *end)
