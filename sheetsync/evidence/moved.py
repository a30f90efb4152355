"""Put a phrase of a claim where the statement has it: "Of each dollar, 82 cents go …".

A phrase in front holds for all of its sentence, so inside it can only say less; the reading
must then read along the statement like any other.
"""

from collections.abc import Iterator

from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import amount_at, mark_like, parted, word_like
from sheetsync.evidence.places import positions
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

Tokens = tuple[Token, ...]

_LONGEST_FRONT = 10
_SHORTEST = 4
_SUBJECTS = frozenset({"you", "your"})
_SINCE = frozenset({"since", "until", "till"})
_WHEN = frozenset({"when", "while", "whenever", "if"})
_USED_AT = frozenset({"in", "by", "at", "across"})
_USE = frozenset({"use", "uses"})
_THAT_TIME = frozenset({"last", "this"})
_SPANS = frozenset("year month week quarter season summer winter spring autumn".split())


def moved(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield a claim with one phrase where the statement has it."""
    lows = {token.low for token in claim}
    if claim and (claim[0].kind is Kind.PREPOSITION or claim[0].low == "as"):
        yield from _fronted_into(claim, statement)
    if len(claim) > _SHORTEST and claim[0].low in _SINCE and is_time(claim[1]):
        behind = 2 + (claim[2].low == ",")
        body, end = parted(claim)
        yield (*body[behind:], *claim[:2], *end)
    if not lows.isdisjoint(_WHEN):
        yield from _clause_first(claim)
    if "from" in lows:
        yield from _other_way_round(claim)
    if not lows.isdisjoint(_THAT_TIME):
        yield from _that_time_last(claim)
    if not lows.isdisjoint(_USE):
        yield from _used_there(claim, statement)


def _fronted_into(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Of each dollar, 82 cents go to schools" as "82 cents of each dollar go to schools"."""
    comma = place_of({","}, claim[:_LONGEST_FRONT])
    stop = comma or place_of(_SUBJECTS, claim[:_LONGEST_FRONT])
    front, body = claim[:stop], claim[stop + (stop == comma) :]
    place = next((_only(t, statement) for t in front if not is_soft(t)), None)
    if place is None:
        return
    for at, token in enumerate(body):
        known = None if is_soft(token) else _only(token, statement)
        if known is not None and known > place:
            if at:
                yield (*body[:at], *front, *body[at:])
            led = at
            while led and body[led - 1].kind in {Kind.PREPOSITION, Kind.ARTICLE}:
                led -= 1
            if 0 < led < at:
                yield (*body[:led], *front, *body[led:])
            return
        verb = token.kind in {Kind.BE, Kind.HAVE, Kind.DO}
        if at and verb and _verb_behind(statement, place):
            yield (*body[:at], *front, *body[at:])


def _that_time_last(claim: Tokens) -> Iterator[Tokens]:
    """Read "Your output last year was 60 t" as "Your output was 60 t last year", one clause."""
    body, end = parted(claim)
    if len(body) > _SHORTEST and body[0].low in _THAT_TIME and body[1].low in _SPANS:
        yield (*body[2 + (body[2].low == ",") :], *body[:2], *end)
    for at in range(1, len(body) - 3):
        if body[at].low in _THAT_TIME and body[at + 1].low in _SPANS:
            rest = body[at + 2 :]
            verb = rest[0].kind in {Kind.BE, Kind.HAVE}
            if verb and all(t.kind not in {Kind.LINK, Kind.POINT} for t in body):
                yield (*body[:at], *rest, *body[at : at + 2], *end)
            return


def _clause_first(claim: Tokens) -> Iterator[Tokens]:
    """Read "Power fails when it rains" as "When it rains, power fails", and back."""
    body, end = parted(claim)
    at = next(n for n, t in enumerate(claim) if t.low in _WHEN)
    if at:
        main = claim[: at - (claim[at - 1].low == ",")]
        yield (*body[at:], mark_like(claim[at], ","), *main, *end)
    else:
        comma = max((n for n, t in enumerate(claim) if t.low == ","), default=0)
        if comma:
            yield (*body[comma + 1 :], *claim[:comma], *end)


def _only(token: Token, statement: Statement) -> int | None:
    """Return the one place of a word in the statement; None when it has none or several."""
    found = positions(token, statement)
    return found[0] if len(found) == 1 else None


def _verb_behind(statement: Statement, place: int) -> bool:
    """Say whether a small verb stands behind a place."""
    small = {Kind.BE, Kind.HAVE, Kind.DO}
    return any(t.kind in small for t in statement.tokens[place + 1 :])


def _other_way_round(claim: Tokens) -> Iterator[Tokens]:
    """Read "fell from 52% to 38%" as "fell to 38% from 52%"."""
    at = next(n for n, t in enumerate(claim) if t.low == "from")
    before = amount_at(claim, at + 1)
    to = at + 1 + len(before)
    after = amount_at(claim, to + 1) if to < len(claim) and claim[to].low == "to" else ()
    if at and before and after:
        rest = claim[to + 1 + len(after) :]
        yield (*claim[:at], claim[to], *after, claim[at], *before, *rest)


def _used_there(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "Four of your hotels use Kolb" as "Kolb is used in four of your hotels"."""
    known = statement.tokens
    used = place_of({"used"}, known)
    at = place_of(_USE, claim)
    if not (used and at and used + 1 < len(known)):
        return
    where = known[used + 1]
    if known[used - 1].low not in {"is", "are"} or where.low not in _USED_AT:
        return
    body, end = parted(claim)
    done = claim[at]._replace(low="used", form=Form.PAST)
    link = word_like(claim[at], known[used - 1].low)
    yield (*body[at + 1 :], link, done, word_like(claim[at], where.low), *claim[:at], *end)
