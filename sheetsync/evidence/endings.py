"""Where a claim may end, and what of the quote's sentence it may cut off there.

A cut at the end can change what was said as much as one in front: "grew 18% [in
Spain]", "will buy [if the board agrees]", "failed [to deliver]".
"""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import Check, Slip, goes_on, is_soft, is_time
from sheetsync.evidence.denials import condition_behind
from sheetsync.evidence.hearsay import said_behind
from sheetsync.evidence.names import LEGAL_FORMS
from sheetsync.evidence.openings import abbreviated
from sheetsync.evidence.shared import shares_count
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.universals import needs_scope
from sheetsync.evidence.words import Form, Kind, analyse

_HELD_TAILS = frozenset({"of", "than", "per", "or", "'s", "-", "to", "except", "without"})
_SHORTEST_CLAUSE = 3
_CLAUSE_ENDS = frozenset({",", ";", ":", ".", "(", "and", "but", "\n", '"'})
_TIME_WORDS = frozenset(
    "this last next today yesterday currently now earlier ago each every".split()
)
_TIME_SPANS = frozenset({"between", "since", "year", "month", "week", "quarter", "day"})
SCOPES = frozenset(
    {"in", "for", "on", "at", "across", "among", "within", "during", "with", "between"}
)
_SAYS_NOTHING = frozenset({"though", "however", "here"})
"""Words that may end a sentence and tell no more of it."""
AREAS = frozenset({"region", "area", "dept", "province"})
"""What a place's name may be followed by: "in Durazno dept"."""
PARTIAL = frozenset(
    analyse(word).key
    for word in "weekday weekend holiday selected certain peak average median principle".split()
)
"""Words of a phrase without which the rest would say more: "on weekdays", "on average"."""


_DENIALS = frozenset(
    "if unless until provided providing assuming pending depending subject except excluding only "
    "once reportedly allegedly apparently supposedly perhaps maybe probably possibly".split()
)


def after_last(
    claim: Sequence[Token], place: int, statement: Statement, first: int, at: int
) -> Slip | None:
    """Judge the end of the match: what the claim adds there, and what it cuts off.

    Args:
        claim: All tokens of the claim.
        place: Place of its last matched word.
        statement: The evidence.
        first: Position of the first matched token there.
        at: Position of the last one.
    """
    tokens = statement.tokens
    for token in claim[place + 1 :]:
        if token.kind in {Kind.POINT, Kind.ARTICLE}:
            continue
        at += 1
        while at < len(tokens) and _passed_over(tokens[at]):
            at += 1
        if at >= len(tokens) or tokens[at].key != token.key:
            return Slip(Check.WORDS, token.text)
    rest = tokens[at + 1 :]
    filled = claim[0].kind is Kind.PERSON and tokens[first].kind is not Kind.PERSON
    if filled and claim[0].low != "your" and _done_by(rest):
        return Slip(Check.BINDING, rest[0].text)
    closed = bool(rest) and rest[0].low == '"' and any(t.low == '"' for t in claim)
    if closed and any(t.kind is Kind.MARKED for t in rest):
        return Slip(Check.POLARITY, rest[0].text)
    return _cut(tokens[first : at + 1], rest)


def _done_by(rest: Sequence[Token]) -> bool:
    """Find "done by Kolb" behind what a claim says that the lead does."""
    return len(rest) > 1 and rest[0].form is Form.PAST and rest[1].low == "by"


def _passed_over(token: Token) -> bool:
    return token.kind is Kind.ARTICLE or token.low in {"-", '"', "'"}


def _cut(taken: Sequence[Token], rest: Sequence[Token]) -> Slip | None:
    """Judge what is left out behind the match."""
    rest = [t for t in rest if t.low not in {'"', ")", "]"}]
    if len(rest) > 1 and rest[0].low == ":" and all(map(_in_label, taken)):
        return Slip(Check.BINDING, rest[1].text)
    if rest and rest[0].low in _SAYS_NOTHING and all(t.kind is Kind.POINT for t in rest[1:]):
        return None
    if rest and taken[-1].capital and rest[0].low in LEGAL_FORMS:
        rest = rest[1:]
    rest = rest[1:] if rest and taken[-1].capital and _sited(taken, rest[0]) else rest
    if not rest or all(t.kind is Kind.POINT for t in rest):
        return None
    if abbreviated(taken[-1]) and rest[0].capital:
        return None
    counted = taken[-1].quantity is not None and not is_time(taken[-1])
    ranged = counted and len(rest) > 1 and rest[1].kind is Kind.NUMBER
    dashed = rest[0].low == "-" and rest[0].start > taken[-1].end
    dashed = dashed and len(rest) > _SHORTEST_CLAUSE and not rest[1].capital
    if rest[0].low in _HELD_TAILS and (ranged or not (dashed or _to_place(rest))):
        return Slip(Check.BINDING, rest[0].text)
    if shares_count(taken, rest):
        return Slip(Check.BINDING, rest[1].text)
    later = condition_behind(rest)
    if later is not None:
        return Slip(Check.POLARITY, later.text)
    if rest[0].kind in {Kind.POINT, Kind.LINK} or rest[0].low == "so":
        return _next_clause(rest)
    return _same_clause(taken, rest)


def _in_label(token: Token) -> bool:
    """Say whether a word may belong to a label, so that what it says stands behind its colon."""
    return token.kind is Kind.ARTICLE or (token.kind is Kind.WORD and token.form is Form.BASE)


def _sited(taken: Sequence[Token], noun: Token) -> bool:
    """Find "region" and, behind "at the Leeds", "depot": what was there was in Leeds."""
    if noun.low in AREAS:
        return True
    at = len(taken) - 1
    while at and taken[at].capital and taken[at].kind is Kind.WORD:
        at -= 1
    placed = at and taken[at].kind is Kind.ARTICLE and taken[at - 1].low in {"at", "in", "near"}
    return bool(placed) and noun.low in lexicon.SITES


def _next_clause(rest: Sequence[Token]) -> Slip | None:
    """A whole clause may go, unless it takes back what was said: "if …", "but only …"."""
    words = [t for t in rest if t.kind is not Kind.POINT]
    head, *_ = words
    if said_behind(rest):
        return Slip(Check.ATTRIBUTION, head.text)
    taken_back = head.low in _DENIALS
    if head.low == "but":
        offers = len(words) > 2 and (
            (words[1].kind is Kind.PERSON and words[2].low == "would")
            or (words[1].key == "we" and words[2].low in {"can", "could", "may"})
        )
        taken_back = any(t.kind is Kind.MARKED for t in words[3 if offers else 1 : 4])
    return Slip(Check.POLARITY, head.text) if taken_back else None


def _same_clause(taken: Sequence[Token], rest: Sequence[Token]) -> Slip | None:
    """Of the same clause, only a phrase of time, place or manner may go."""
    clause, head = _clause(rest), rest[0]
    for place, token in enumerate(clause):
        if token.kind is not Kind.MARKED or _pinned(taken, clause, place):
            continue
        if token.low in _DENIALS | lexicon.CONDITIONS or (
            place == 0 and token.low not in _TIME_WORDS
        ):
            return Slip(Check.POLARITY, token.text)
    if head.low in {"from", "by"} and len(clause) > 1 and _sets_time(clause[1]):
        return Slip(Check.POLARITY, head.text)
    if head.low == "worth" and len(clause) > 1 and clause[1].kind is Kind.NUMBER:
        return None
    if head.kind is Kind.MARKED and head.low not in _TIME_WORDS:
        return None
    adjunct = head.kind is Kind.PREPOSITION or head.low in _TIME_WORDS or head.form is Form.ING
    adjunct = adjunct or (head.kind is Kind.ARTICLE and _only_time(clause))
    if adjunct:
        return Slip(Check.POLARITY, head.text) if _narrows(taken, clause) else None
    dated = is_time(head) and (len(clause) == 1 or not _bare_year(head))
    dated = dated or (head.kind is Kind.NUMBER and clause[-1].low in {"ago", "earlier"})
    passive = head.form is Form.PAST and len(rest) > 1 and rest[1].low == "by"
    return None if dated or passive else Slip(Check.BINDING, head.text)


def _sets_time(token: Token) -> bool:
    """Say whether what is behind "from" or "by" is when something begins to be so."""
    return is_time(token) or token.low in {"next", "this"}


def _narrows(taken: Sequence[Token], clause: Sequence[Token]) -> bool:
    """Say whether what goes is the scope in which alone the rest is true."""
    if any(t.key in PARTIAL for t in clause):
        return True
    if _somewhere(taken, clause):
        return True
    scope = clause[0].low in SCOPES or clause[0].kind is not Kind.PREPOSITION
    if not (scope and needs_scope(taken)):
        return False
    return not _only_time(clause) or any(t.low in lexicon.NEGATIONS for t in taken)


def _somewhere(taken: Sequence[Token], clause: Sequence[Token]) -> bool:
    """Find "in 11 grounds" behind "maps are paper", which elsewhere need not be so."""
    if clause[0].low not in lexicon.PLACE or not any(t.low in lexicon.BE_NOW for t in taken):
        return False
    counted = any(t.quantity is not None and t.quantity.sort == "card" for t in clause[1:3])
    return counted and not any(is_time(t) for t in clause[1:3]) and not any(map(_count, taken))


def _count(token: Token) -> bool:
    return token.quantity is not None and not is_time(token)


def _pinned(taken: Sequence[Token], clause: Sequence[Token], place: int) -> bool:
    """Say whether "after …" or "since 2019" only tells more of a time that stands fast."""
    low = clause[place].low if clause else ""
    behind = clause[place + 1].quantity if place + 1 < len(clause) else None
    if any(t.low in lexicon.NEGATIONS for t in taken):
        return False
    if low == "since" and clause[place + 1 :] and clause[place + 1].low == "then":
        return True
    if low == "since" and behind is not None:
        return behind.sort == "date" or behind.year is not None
    if low not in {"after", "before"}:
        return False
    past = any(t.form is Form.PAST or t.low in lexicon.BE_PAST for t in taken)
    return any(is_time(t) for t in (*taken, *(clause[:place] if past else ())))


def _clause(rest: Sequence[Token]) -> Sequence[Token]:
    """Return what belongs to the same clause as the cut."""
    for place, token in enumerate(rest):
        if token.low in _CLAUSE_ENDS and not goes_on(rest, place):
            return rest[:place]
    return rest


def clause_around(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the other tokens between the pauses around a place."""
    start = at
    while start and tokens[start - 1].low not in _CLAUSE_ENDS - {":", '"'}:
        start -= 1
    return [*tokens[start:at], *_clause(tokens[at + 1 :])]


def _to_place(rest: Sequence[Token]) -> bool:
    """Tell "moved to Louisville" from "failed to move"."""
    if rest[0].low != "to" or len(rest) == 1:
        return False
    return rest[1].capital or rest[1].kind in {Kind.ARTICLE, Kind.NUMBER}


def _bare_year(token: Token) -> bool:
    return token.quantity is not None and token.quantity.sort != "date"


def _only_time(clause: Sequence[Token]) -> bool:
    return all(is_time(t) or t.low in _TIME_WORDS | _TIME_SPANS for t in clause if not is_soft(t))
