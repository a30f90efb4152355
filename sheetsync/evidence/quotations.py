"""Prove a sentence that quotes the lead's own page, such as 'Your site says "…"'.

The words between the marks must stand in one statement, letter for letter; the
words around them must name a source that the same statement names.
"""

import re
from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.align import Alignment
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.hearsay import said_by_others
from sheetsync.evidence.places import positions
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_SAYING = frozenset(
    {"says", "say", "asks", "reads", "states", "mentions", "lists", "promises"}
) | frozenset(
    {"requires", "wants", "seeks", "advertises", "describes", "describe", "state", "promise"}
    | {"offers", "offer"}
)
_ASKING = frozenset({"asks", "wants", "requires", "seeks"})
_ANYBODY = frozenset({"someone", "somebody", "people", "candidates"})
_SHORTEST = 2
_QUOTED = re.compile(r'"([^"]+)"')


def quotation(claim: Sequence[Token], statement: Statement) -> Alignment | None:
    """Match a sentence that puts a source's own words between quotation marks.

    Returns:
        The matched range, or ``None`` when the sentence is nothing of the kind.
    """
    marks = [place for place, token in enumerate(claim) if token.low == '"']
    inner = [t for t in claim[marks[0] + 1 : marks[-1]] if t.kind is not Kind.POINT]
    frame = [*claim[: marks[0]], *claim[marks[-1] + 1 :]]
    if sum(not is_soft(t) for t in inner) < _SHORTEST or not _from_own_source(frame):
        return None
    place = _verbatim(inner, statement)
    if place is None:
        return None
    asking = any(token.low in _ASKING for token in frame)
    outside = [t.key for n, t in enumerate(statement.tokens) if not place.first <= n <= place.last]
    for token in frame:
        known = token.key in outside or token.low in _SAYING or token.kind is Kind.PERSON
        known = known or (asking and token.low in _ANYBODY)
        if not (known or is_soft(token)) or token.kind is Kind.NUMBER:
            return None
    return place if _uncropped(place, statement, asking=asking) else None


def _from_own_source(frame: Sequence[Token]) -> bool:
    opening = frame[1:] if frame and frame[0].low in {"on", "in"} else frame
    if not opening or opening[0].low not in {"your", "the"}:
        return False
    lows = {token.low for token in frame}
    return not lows.isdisjoint(_SAYING) and not lows.isdisjoint(lexicon.OWN_SOURCES - _SAYING)


def _verbatim(inner: Sequence[Token], statement: Statement) -> Alignment | None:
    wanted = [(token.low, token.quantity) for token in inner]
    real = [n for n, token in enumerate(statement.tokens) if token.kind is not Kind.POINT]
    words = [(statement.tokens[n].low, statement.tokens[n].quantity) for n in real]
    for at in positions(inner[0], statement):
        start = real.index(at) if at in real else len(words)
        if words[start : start + len(wanted)] == wanted:
            return Alignment(at, real[start + len(wanted) - 1])
    return None


def _uncropped(place: Alignment, statement: Statement, *, asking: bool) -> bool:
    """Refuse a quotation that leaves off a "not" or an "if" of its sentence.

    A post that asks for something may leave off its "must".
    """
    if said_by_others(statement.tokens[: place.first]):
        return False
    near = [*statement.tokens[: place.first], *statement.tokens[place.last + 1 :]]
    return not any(
        token.kind is Kind.MARKED and not (asking and token.low == "must") for token in near
    )


def misquoted(text: str, passage: str) -> str:
    """Return words that a sentence puts in quotation marks and that a passage does not hold so.

    Two words or more are a quotation; one may be a name. "We" may have become "you" in it.
    """
    real = _spoken(passage)
    for inner in _QUOTED.findall(text):
        words = _spoken(inner)
        places = range(len(real) - len(words) + 1)
        if len(words) > 1 and not any(real[n : n + len(words)] == words for n in places):
            return str(inner)
    return ""


def _spoken(text: str) -> list[str]:
    words = re.findall(r"\w+", text.casefold().replace("'", ""))
    who = lexicon.OUR_PRONOUNS | lexicon.YOUR_PRONOUNS
    return ["we" if word in who else word for word in words]
