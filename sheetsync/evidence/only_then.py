"""What stands in front of a fact or behind it and says when alone, or with whom, it is so.

"Ostwind ships 400 pallets [on Fridays]", "[together with Kolb] it runs 400 vans": without
these the rest would say more than the sentence does.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_time
from sheetsync.evidence.subjects import OWN
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_DAYS = frozenset(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays holidays".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SEASONS = frozenset(
    "summer winter spring autumn season seasons harvest monsoon christmas easter ramadan night "
    "nights noon lunchtime term".split()
)
_ASKED = frozenset({"request", "demand", "call", "order", "appointment", "invitation"})
_WHEN = frozenset({"in", "on", "at", "during", "over", "for"})
_HELPERS = frozenset(
    "subcontractors subcontractor contractors partners freelancers temps franchisees agency "
    "agencies subsidiaries affiliates relatives volunteers dealers".split()
)
_INCLUDING = frozenset({"including", "incl", "incl.", "counting"})
_WITH_OTHERS = _INCLUDING | {"together", "jointly"}
_DATING = frozenset({"(", "in", "as", "of", "for", "at", "end", "fy"})
_ACTING = frozenset({Kind.PERSON, Kind.BE, Kind.HAVE, Kind.DO})
_HAVE_NOW = frozenset({"have", "has"})
_ENDS = frozenset({",", ";", ".", ":", "\n", "(", ")", "and", "but"})
_LONGEST = 6


def only_then(
    core: Sequence[Token], tokens: Sequence[Token], first: int, last: int
) -> Token | None:
    """Return the word of a scope that a claim leaves out, in which alone it is so.

    Args:
        core: The claim without its frame.
        tokens: The statement.
        first: Position of the first matched word there.
        last: Position of the last one.
    """
    said = {word for t in core for word in (t.low, *t.text.casefold().split())} - _ENDS
    counted = any(t.quantity is not None and not is_time(t) for t in core)
    past = any(t.form is Form.PAST and t.kind is Kind.WORD for t in (*core, *tokens[:last]))
    for at in _places(tokens, first, last):
        words = _phrase(tokens, at)
        head = _together(words, front=at < first) if counted else None
        if head is None and not past:
            head = _recurring(words, counted=counted)
        if head is None and counted:
            head = _that_year(core, tokens, first, at)
        if head is not None and said.isdisjoint({head.low, *head.text.casefold().split()}):
            return head
    return None


def _places(tokens: Sequence[Token], first: int, last: int) -> Iterator[int]:
    """Where a phrase may begin: at the front of the sentence, in the match, and right behind it."""
    if first:
        yield next((n + 1 for n in reversed(range(first)) if tokens[n].low in {";", ".", "\n"}), 0)
    if first and tokens[first - 1].low == ",":
        yield next((n + 1 for n in reversed(range(first - 1)) if tokens[n].low in _ENDS), 0)
    yield from range(first + 1, last)
    behind = last + 1
    for at in range(behind, min(behind + _LONGEST, len(tokens))):
        if tokens[at].low == "(" or tokens[at].low not in _ENDS:
            yield at
        if tokens[at].low == "," and any(t.low in _WITH_OTHERS for t in tokens[at + 1 : at + 2]):
            yield at + 1
        if tokens[at].low in _ENDS and tokens[at].low != "(":
            return


def _phrase(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    stop = at + 1
    while stop < len(tokens) and stop < at + _LONGEST and tokens[stop].low not in _ENDS:
        stop += 1
    return [t for t in tokens[at:stop] if t.kind is not Kind.ARTICLE]


def _together(words: Sequence[Token], *, front: bool) -> Token | None:
    """Find "together with Kolb" and "including subcontractors", who make up the count as well."""
    lows = [t.low for t in words[:2]]
    if lows in (["together", "with"], ["jointly", "with"]):
        return words[0]
    if not _INCLUDING.isdisjoint(lows[:1]):
        return next((t for t in words[1:] if t.low in _HELPERS), None)
    led = words[1:2] if front and lows[:1] == ["with"] else ()
    named = (t for t in led if t.kind is Kind.WORD and t.capital and t.key not in OWN)
    return next(named, None)


def _recurring(words: Sequence[Token], *, counted: bool) -> Token | None:
    """Find "on request" and, with a count, "on Fridays", "in the season" and "in December"."""
    if len(words) < 2 or words[0].low not in _WHEN:
        return None
    noun, behind = words[1], words[2] if len(words) > 2 else None
    if behind is not None and is_time(behind):
        return None
    if words[0].low == "on" and noun.low in _ASKED:
        return noun
    if not counted:
        return None
    if noun.low in _DAYS | _SEASONS:
        return noun
    high = behind is not None and behind.low in _SEASONS | {"days", "months", "weeks"}
    if high and noun.quantity is None and noun.kind is Kind.WORD:
        return behind
    return noun if words[0].low == "in" and noun.low.rstrip(" .") in _MONTHS else None


def _that_year(core: Sequence[Token], tokens: Sequence[Token], first: int, at: int) -> Token | None:
    """Find "in 2019" and "(2019)" behind a count without a verb, which a claim says of today."""
    now = any(t.low in lexicon.BE_NOW or t.low in _HAVE_NOW for t in core)
    if not now or at <= first or any(map(is_time, core)):
        return None
    begun = next((n + 1 for n in reversed(range(first)) if tokens[n].low in _ENDS), 0)
    if any(t.kind in _ACTING or t.form is Form.PAST for t in tokens[begun:at]):
        return None
    behind = [t for t in tokens[at : at + 4] if t.low not in _DATING]
    led = bool(behind) and behind[0] is not tokens[at]
    return behind[0] if led and is_time(behind[0]) else None
