"""Turn a claim into the short forms of notes that leave out the doer or the verb.

"31 homes completed in 2025" of those who completed them, "Day passes sold online: 63%" of the 63% that were. Like the readings of
:mod:`sheetsync.evidence.rewrites`, each has to read along the statement.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.counting import amount_at, parted, word_like
from sheetsync.evidence.listed import own_list
from sheetsync.evidence.standing import begins_with_who, place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_MADE = frozenset(
    analyse(word).key
    for word in "complete build sell ship deliver produce make handle process install train".split()
)
"""What a firm does with things that its own notes count."""

_BROUGHT = frozenset(
    analyse(word).key for word in "install open launch introduce complete receive obtain".split()
)
"""What it does with one thing that its own notes tell of."""

_GRANTED = frozenset(
    analyse(word).key for word in "grant award issue publish announce sign approve".split()
)
_LABEL_LINKS = frozenset({"of", "for", "on", "at", "in"})
_BEHIND = frozenset({Kind.PREPOSITION, Kind.POINT})


def noted(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim in each short form that the statement may have."""
    yield from _completed(claim, statement)
    yield from _share_last(claim)
    yield from _granted_for(claim)
    yield from _label_with_count(claim, statement)
    yield from _label_of(claim, statement)
    yield from _apposed_count(claim)
    yield from _how_it_is(claim)
    yield from _where_first(claim)


def _completed(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You completed 31 homes in 2025" as "31 homes completed in 2025".

    Not where the note says by whom, or begins with anything but the count.
    """
    if len(claim) < 5 or not begins_with_who(claim):
        return
    verb, known, things = claim[1], statement.tokens, claim[2:]
    if things[0].kind is Kind.ARTICLE:
        things = things[1:]
    counted = things[0].kind is Kind.NUMBER
    if verb.key not in (_MADE if counted else _BROUGHT) or verb.form is not Form.PAST:
        return
    first = next((t for t in known if t.kind is not Kind.POINT), verb)
    begins = first.kind is Kind.NUMBER if counted else first.key == things[0].key
    if not counted and not begins:
        begins = any(
            known[at - 1].low == ";" and own_list(known[:at])
            for at in statement.index.get(things[0].key, ())
            if at
        )
    if not begins or any(t.low == "by" for t in known) or _for_another(known):
        return
    stop = next((n for n, t in enumerate(things) if n and t.kind in _BEHIND), 1)
    if stop > 1 and all(t.kind is Kind.WORD for t in things[1:stop]):
        yield (*things[:stop], verb, *things[stop:])


def _for_another(known: Sequence[Token]) -> bool:
    """Find "completed for Kolb", whose homes they then are."""
    return any(one.low == "for" and other.capital for one, other in pairwise(known))


def _share_last(claim: Tokens) -> Iterator[Tokens]:
    """Read "63% of day passes were sold online" as "day passes sold online: 63%"."""
    amount = amount_at(claim, 0)
    size = len(amount)
    if size < 2 or len(claim) < size + 4 or claim[size].low != "of":
        return
    at = next((n for n, t in enumerate(claim[:-1]) if t.kind is Kind.BE), None)
    if at is None or claim[at + 1].form is not Form.PAST:
        return
    body, end = parted(claim)
    colon = claim[at]._replace(text=":", low=":", key=":", kind=Kind.POINT, form=Form.BASE)
    told = body[at + 1 :]
    yield (*claim[size + 1 : at], *told, colon, *amount, *end)


def _granted_for(claim: Tokens) -> Iterator[Tokens]:
    """Read "Permission for the site was granted in May" as "Permission granted for the site in May"."""
    at = next((n for n, t in enumerate(claim[:-1]) if n >= 3 and t.kind is Kind.BE), 0)
    if not at or claim[at + 1].key not in _GRANTED or claim[at + 1].form is not Form.PAST:
        return
    start = place_of({"for", "to"}, claim[:at])
    if start and start < at - 1:
        yield (*claim[:start], *claim[at : at + 2], *claim[start:at], *claim[at + 2 :])


def _label_with_count(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You did 640 flu jabs a month" as "Flu jabs: 640 a month", where that is the label."""
    if len(claim) < 4 or not begins_with_who(claim):
        return
    if claim[1].low not in {"have", "has", "had", "did", "do"} or claim[2].kind is not Kind.NUMBER:
        return
    known = statement.tokens
    colon = next((n for n, t in enumerate(known) if t.low == ":"), 0)
    label = [t.key for t in known[:colon] if t.kind is not Kind.POINT]
    size = len(label)
    if size and [t.key for t in claim[3 : 3 + size]] == label:
        who, _, number, *_ = claim
        mark = known[colon]._replace(start=number.start, end=number.start)
        own = word_like(who, "your")
        yield (own, *claim[3 : 3 + size], mark, number, *claim[3 + size :])


def _apposed_count(claim: Tokens) -> Iterator[Tokens]:
    """Read "the west wing, 22 rooms, last winter" as "the west wing last winter: 22 rooms"."""
    commas = [n for n, t in enumerate(claim) if t.low == ","]
    if len(commas) != 2 or commas[1] - commas[0] < 3:
        return
    first, second = commas
    body, end = parted(claim)
    inner = claim[first + 1 : second]
    plain = inner[0].kind is Kind.NUMBER and all(t.kind is Kind.WORD for t in inner[1:])
    rest = body[second + 1 :]
    if plain and rest:
        colon = claim[first]._replace(text=":", low=":", key=":")
        yield (*claim[:first], *rest, colon, *inner, *end)


def _how_it_is(claim: Tokens) -> Iterator[Tokens]:
    """Read "a part-time clerk" as "a clerk, part-time"."""
    for at in range(1, len(claim) - 3):
        if claim[at + 1].low != "-" or {claim[at].kind, claim[at + 2].kind} != {Kind.WORD}:
            continue
        stop = at + 3
        while stop < len(claim) and claim[stop].kind is Kind.WORD:
            stop += 1
        if stop > at + 3:
            comma = claim[at + 1]._replace(text=",", low=",", key=",")
            yield (*claim[:at], *claim[at + 3 : stop], comma, *claim[at : at + 3], *claim[stop:])


def _where_first(claim: Tokens) -> Iterator[Tokens]:
    """Read "your ad for a clerk on Jobsite" as "your ad on Jobsite for a clerk"."""
    start = place_of({"for"}, claim)
    on = next((n for n in range(start, len(claim)) if claim[n].low == "on"), None)
    if not start or on is None:
        return
    body, end = parted(claim)
    name = body[on + 1 :]
    posted = claim[start - 1].low in lexicon.OWN_SOURCES
    if posted and name and all(t.capital and t.kind is Kind.WORD for t in name):
        yield (*claim[:start], *body[on:], *claim[start:on], *end)


def _label_of(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "the opening of your shop was moved" as "Shop: opening moved", where that is the label.

    So with "the permit for your shop".
    """
    known = statement.tokens
    colon = next((n for n, t in enumerate(known[:-1]) if t.low == ":"), 0)
    label = [t.key for t in known[:colon] if t.kind is not Kind.POINT]
    for of in range(1, len(claim) - 1) if label else ():
        if claim[of].low not in _LABEL_LINKS:
            continue
        first = int(claim[0].kind in {Kind.PERSON, Kind.ARTICLE})
        start = of + 1 + (claim[of + 1].kind in {Kind.PERSON, Kind.ARTICLE})
        stop = start + len(label)
        thing = claim[first:of]
        told = [t.key for t in known[colon + 1 : colon + 1 + len(thing)]]
        if [t.key for t in claim[start:stop]] == label and told == [t.key for t in thing]:
            mark = known[colon]._replace(start=claim[of].start, end=claim[of].end)
            yield (*claim[start:stop], mark, *thing, *claim[stop:])
            return
