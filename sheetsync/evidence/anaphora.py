"""Say out what a statement leaves to the reader: "14 open roles, 6 of them dispatchers".

The reading made here ("6 open dispatchers roles") has the statement's own words
only, each with its own place in the cell, so a quote still points at the truth.
"""

from collections.abc import Sequence

from sheetsync.evidence.cast import CONTACT, YOU
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.expanded import expanded
from sheetsync.evidence.grammar import REPORTING_KEYS
from sheetsync.evidence.lexicon import APPOSED, OWN_SOURCES, ROLE_KEYS
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

_BACK = frozenset({"them", "which", "whom", "these", "those"})
_LONGEST_PHRASE = 4
_PLACED = frozenset({"in", "at", "near"})
_TODAY = frozenset({"today", "now", "currently"})
_SHE = frozenset({"she", "he"})
_LEADS_TO = frozenset({"to", "with", "contact", "ask", "email", "call"})
_WISHES = frozenset(analyse(word).key for word in ("want", "hope", "plan", "aim", "intend"))


def resolved(tokens: Sequence[Token]) -> list[list[Token]]:
    """Give the second count of a statement the thing that it counts; nothing without one.

    Returns:
        "6 open dispatchers roles" and "6 open roles dispatchers", which "6 open roles for
        dispatchers" reads along.
    """
    for at in range(3, len(tokens) - 3):
        counts = tokens[at].kind is Kind.NUMBER and tokens[at + 1].low == "of"
        if not (counts and tokens[at + 2].low in _BACK and tokens[at - 1].low in {",", "("}):
            continue
        first = at - 2
        while first > 0 and tokens[first].kind is Kind.WORD:
            first -= 1
        thing = list(tokens[first + 1 : at - 1])
        sort = _sort(tokens, at + 3)
        if tokens[first].kind is Kind.NUMBER and 0 < len(thing) <= _LONGEST_PHRASE and sort:
            start = [*tokens[:first], tokens[at], *thing[:-1]]
            return [[*start, *sort, thing[-1]], [*start, thing[-1], *sort]]
    return [
        reading
        for reading in (
            _counted_again(tokens),
            _placed(tokens),
            _wanted(tokens),
            _who(tokens),
            _is_one(tokens),
            _share_of(tokens),
            _said_behind(tokens),
            _also_says(tokens),
            _introduced(tokens),
            _of_these(tokens),
            *expanded(tokens),
        )
        if reading
    ]


def _counted_again(tokens: Sequence[Token]) -> list[Token]:
    """Read "has 9 depots and opened a tenth in Bonn" as "opened a tenth depot in Bonn"."""
    counts = [n for n, t in enumerate(tokens[:-1]) if _counts(t)]
    if len(counts) < 2 or tokens[counts[0] + 1].kind is not Kind.WORD:
        return []
    stop = counts[0] + 1
    while tokens[stop].kind is Kind.WORD and tokens[stop].form is Form.BASE:
        stop += 1
    things = tokens[counts[0] + 1 : stop]
    plain = 0 < len(things) < _LONGEST_PHRASE and not any(t.capital for t in things)
    if not plain or not things[-1].low.endswith("s"):
        return []
    for at in counts[1:]:
        led, behind = tokens[at - 1], tokens[at + 1]
        brought = led.kind in {Kind.ARTICLE, Kind.HAVE} or led.form is Form.PAST
        if brought and (behind.kind in {Kind.PREPOSITION, Kind.POINT} or behind.low in _TODAY):
            span = tokens[at].start, tokens[at].end
            named = [t._replace(start=span[0], end=span[1]) for t in things]
            return [*tokens[: at + 1], *named, *tokens[at + 1 :]]
    return []


def _counts(token: Token) -> bool:
    quantity = token.quantity
    return quantity is not None and quantity.sort in {"card", "ord"} and not quantity.year


def _who(tokens: Sequence[Token]) -> list[Token]:
    """Read "to Rui, who runs payroll" and "to Rui, she runs payroll" as "Rui runs payroll"."""
    at = next((n for n, t in enumerate(tokens) if t.low == "who" or t.low in _SHE), len(tokens))
    if at < 2 or tokens[at - 1].low != "," or at + 1 >= len(tokens):
        return []
    if tokens[at + 1].key in REPORTING_KEYS:
        return []
    start = at - 1
    while start and tokens[start - 1].capital and tokens[start - 1].kind is Kind.WORD:
        start -= 1
    if start == at - 1 or (start and tokens[start - 1].low in {",", "and"}):
        return []
    return [*tokens[start : at - 1], *tokens[at + 1 :]]


def _is_one(tokens: Sequence[Token]) -> list[Token]:
    """Read "for Kolb, a customer since 2021" as "Kolb has been a customer since 2021"."""
    for at in range(3, len(tokens) - 1):
        article = tokens[at].low in {"a", "an"} and tokens[at - 1].low == ","
        if not article or tokens[at + 1].low not in APPOSED:
            continue
        start = at - 1
        while start and tokens[start - 1].capital and tokens[start - 1].kind is Kind.WORD:
            start -= 1
        if start == at - 1 or not start or tokens[start - 1].kind is not Kind.PREPOSITION:
            continue
        stop = next(
            (n for n in range(at, len(tokens)) if tokens[n].kind is Kind.POINT), len(tokens)
        )
        lasting = any(t.low == "since" for t in tokens[at:stop])
        link = [word_like(tokens[at], low) for low in (("has", "been") if lasting else ("is",))]
        return [*tokens[start : at - 1], *link, *tokens[at:stop]]
    return []


def _said_behind(tokens: Sequence[Token]) -> list[Token]:
    """Read "Planning is slow, said Rui" as "Rui said planning is slow".

    So "Planning is slow, the owner told Radio X" is "the owner told Radio X planning is slow".
    """
    end = len(tokens) - (tokens[-1].kind is Kind.POINT)
    if end > _LONGEST_PHRASE and _page_says(tokens[end - 4 : end]):
        page = [*tokens[end - 2 : end], tokens[end - 3]]
        return [*page, *tokens[: end - 4], *tokens[end:]]
    told = next((n for n in range(end - 1, 2, -1) if tokens[n].low == "told"), 0)
    comma = next((n for n in range(told, 0, -1) if tokens[n].low == ","), 0)
    who, paper = tokens[comma + 1 : told], tokens[told + 1 : end]
    if comma and who and paper and all(t.capital and t.kind is Kind.WORD for t in paper):
        plain = all(t.kind in {Kind.WORD, Kind.ARTICLE, Kind.PERSON} for t in who)
        return [*tokens[comma + 1 : end], *tokens[:comma], *tokens[end:]] if plain else []
    at = place_of({"said", "says"}, tokens)
    name = tokens[at + 1 : end]
    if not at or tokens[at - 1].low != "," or not name or len(name) > _LONGEST_PHRASE:
        return []
    if not all(t.kind is Kind.PERSON or (t.capital and t.kind is Kind.WORD) for t in name):
        return []
    return [*name, tokens[at], *tokens[: at - 1], *tokens[end:]]


def _page_says(words: Sequence[Token]) -> bool:
    """Find ", states the brochure" at the end of a sentence."""
    comma, verb, the, page = (t.low for t in words)
    own = the in {"the", "its"} and page in OWN_SOURCES
    return comma == "," and verb in {"says", "states", "reports"} and own


def _also_says(tokens: Sequence[Token]) -> list[Token]:
    """Read "Rui liked it but says it is dear" as "Rui says it is dear", of the contact."""
    if tokens[0].key != CONTACT or tokens[0].low == "your":
        return []
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.low in {"said", "says"}), 1)
    if tokens[at - 1].low not in {"and", "but"}:
        return []
    if any(t.kind is Kind.PERSON or t.low in {"who", "that"} for t in tokens[1:at]):
        return []
    return [tokens[0], *tokens[at:]]


def _introduced(tokens: Sequence[Token]) -> list[Token]:
    """Read "talk to my ops director, Rui Sá" as "my ops director is Rui Sá", in a reply."""
    for at in range(1, len(tokens) - 3):
        mine = tokens[at].key == YOU and tokens[at].low in {"my", "our"}
        if not mine or tokens[at - 1].low not in _LEADS_TO:
            continue
        comma = next((n for n in range(at, len(tokens)) if tokens[n].low == ","), len(tokens))
        role = tokens[at + 1 : comma]
        stop = comma + 1
        while stop < len(tokens) and tokens[stop].capital and tokens[stop].kind is Kind.WORD:
            stop += 1
        named = role and stop > comma + 1 and role[-1].key in ROLE_KEYS
        if named and all(t.kind is Kind.WORD for t in role):
            return [*tokens[at:comma], word_like(tokens[comma], "is"), *tokens[comma + 1 : stop]]
    return []


def _of_these(tokens: Sequence[Token]) -> list[Token]:
    """Read "31 staff, of these 4 nurses" as "31 staff, 4 of them nurses"."""
    for at in range(2, len(tokens) - 3):
        back = tokens[at].low == "of" and tokens[at + 1].low in _BACK
        if back and tokens[at - 1].kind is Kind.POINT and tokens[at + 2].kind is Kind.NUMBER:
            them = word_like(tokens[at], "them")
            return [*tokens[:at], tokens[at + 2], tokens[at], them, *tokens[at + 3 :]]
    return []


def _share_of(tokens: Sequence[Token]) -> list[Token]:
    """Read "31 staff, of whom 4 work nights" as "4 of staff work nights"."""
    for at in range(3, len(tokens) - 4):
        back = tokens[at].low == "of" and tokens[at + 1].low in _BACK
        if not back or tokens[at + 2].kind is not Kind.NUMBER or tokens[at - 1].low != ",":
            continue
        first = at - 2
        while first > 0 and tokens[first].kind is Kind.WORD:
            first -= 1
        thing = tokens[first + 1 : at - 1]
        if tokens[first].kind is Kind.NUMBER and 0 < len(thing) <= _LONGEST_PHRASE:
            return [*tokens[:first], tokens[at + 2], tokens[at], *thing, *tokens[at + 3 :]]
    return []


def _placed(tokens: Sequence[Token]) -> list[Token]:
    """Put the one place that a sentence names where it says "there"."""
    at = next((n for n, t in enumerate(tokens) if t.low == "there"), 0)
    if not at or tokens[at - 1].kind is Kind.POINT or tokens[at - 1].low in {"and", "but"}:
        return []
    if at + 1 < len(tokens) and tokens[at + 1].kind not in {Kind.POINT, Kind.PREPOSITION}:
        return []
    starts = [
        n
        for n, t in enumerate(tokens[:at])
        if t.low in _PLACED and tokens[n + 1].capital and tokens[n + 1].kind is Kind.WORD
    ]
    if len(starts) != 1:
        return []
    stop = starts[0] + 2
    while tokens[stop].capital and tokens[stop].kind is Kind.WORD:
        stop += 1
    return [*tokens[:at], *tokens[starts[0] : stop], *tokens[at + 1 :]]


def _wanted(tokens: Sequence[Token]) -> list[Token]:
    """Read "Lee Park said that she wants to grow" as "Lee Park wants to grow".

    What people say that they want, they want; what else they say may be wrong.
    """
    said = next((n for n, t in enumerate(tokens) if t.low in {"said", "says"}), 0)
    for at in range(said, len(tokens) - 2) if said else ():
        if tokens[at].low in _SHE and tokens[at + 1].key in _WISHES:
            named = tokens[at - 1].low == "that" and tokens[said - 1].capital
            clean = all(t.kind is not Kind.MARKED for t in tokens[said:at])
            return [*tokens[:said], *tokens[at + 1 :]] if named and clean else []
    return []


def _sort(tokens: Sequence[Token], at: int) -> list[Token]:
    """Return the one or two words that say which of them."""
    while at < len(tokens) and tokens[at].kind in {Kind.BE, Kind.PREPOSITION, Kind.ARTICLE}:
        at += 1
    stop = at
    while stop < len(tokens) and tokens[stop].kind is Kind.WORD and stop - at < _LONGEST_PHRASE:
        stop += 1
    ended = stop == len(tokens) or tokens[stop].kind is Kind.POINT
    return list(tokens[at:stop]) if ended else []
