"""Turn the noun phrases of a claim around: what stands before a noun may stand behind it.

Like those of :mod:`sheetsync.evidence.rewrites`, each reading has the claim's own
words, and must then read along the statement.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.counting import amount_at, parted, word_like
from sheetsync.evidence.standing import full_stop, place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_BINDING = frozenset({"on", "with", "of", "for", "from", "in", "at", "by", '"'})
_LONGEST_NAME = 4
_AGREEMENTS = frozenset(
    analyse(word).key for word in "contract licence license subscription deal agreement".split()
)
_ACCOUNTS = frozenset("account page profile channel listing".split())
"""What a place on the web may be called in a label: "TikTok account: 96k followers"."""


def noun_turns(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with one noun phrase turned around."""
    yield from _compound(claim, statement)
    yield from _split(claim, statement)
    yield from _sized(claim)
    yield from _priced(claim)
    yield from _limited(claim)
    yield from _relative(claim)
    yield from _apposed(claim)
    yield from _scored(claim, statement)
    yield from _bracketed(claim, statement)


def _compound(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "the Tyro contract" and "a Hay Group audit" as "contract with Tyro", "audit by Hay Group"."""
    for at, token in enumerate(claim):
        if not _names(token) or (at and _names(claim[at - 1])):
            continue
        stop = at
        while stop < len(claim) and _names(claim[stop]) and stop - at < _LONGEST_NAME:
            stop += 1
        if stop >= len(claim) or claim[stop].kind is not Kind.WORD:
            continue
        link = _link(claim[at:stop], claim[stop], statement)
        if link is not None:
            yield (*claim[:at], claim[stop], link, *claim[at:stop], *claim[stop + 1 :])


def _names(token: Token) -> bool:
    return token.capital and token.kind in {Kind.WORD, Kind.NUMBER}


def _link(name: Sequence[Token], noun: Token, statement: Statement) -> Token | None:
    """Find "contract with Tyro" in the statement, and return its preposition."""
    known = statement.tokens
    for at in statement.index.get(noun.key, ()):
        behind = known[at + 2 : at + 2 + len(name)]
        alike = [t.low for t in behind] == [t.low for t in name]
        if alike and known[at + 1].low in _BINDING:
            return known[at + 1]
    return None


def _split(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "your depot in Hay Wood" as "the Hay Wood depot"."""
    known = statement.tokens
    for at in range(1, len(claim) - 1):
        if claim[at].low not in {"in", "at", "with"} or claim[at - 1].kind is not Kind.WORD:
            continue
        start = at + 1 + (claim[at + 1].kind is Kind.ARTICLE)
        stop = start
        while stop < len(claim) and _names(claim[stop]) and stop - start < _LONGEST_NAME:
            stop += 1
        name = claim[start:stop]
        size = len(name)
        for place in statement.index.get(claim[at - 1].key, ()) if name else ():
            if [t.low for t in known[max(0, place - size) : place]] == [t.low for t in name]:
                yield (*claim[: at - 1], *name, claim[at - 1], *claim[stop:])
                return


def _priced(claim: Tokens) -> Iterator[Tokens]:
    """Read "a £9 million order" as "an order worth £9 million" and "a 97% rate" as "rate of 97%"."""
    for at, token in enumerate(claim):
        amount = amount_at(claim, at)
        money = token.quantity is not None and token.quantity.sort == "money"
        if not amount or not (money or len(amount) > 1):
            continue
        start = stop = at + len(amount)
        while stop < len(claim) and claim[stop].kind is Kind.WORD:
            stop += 1
        thing = claim[start:stop]
        if not thing:
            continue
        yield (*claim[:at], *thing, word_like(token, "of"), *amount, *claim[stop:])
        yield (*claim[:at], *thing, *amount, *claim[stop:])
        if money:
            yield _paid(claim, at, start)
            body, end = parted(claim)
            yield (*claim[:at], *body[start:], word_like(token, "worth"), token, *end)


def _paid(claim: Tokens, at: int, start: int) -> Tokens:
    """Read "the £9 million line from Kolb" as "the line from Kolb for £9 million"."""
    body, end = parted(claim)
    paid = (word_like(claim[at], "for"), *claim[at:start])
    return (*claim[:at], *body[start:], *paid, *end)


def _limited(claim: Tokens) -> Iterator[Tokens]:
    """Read "only two suppliers" as "two suppliers only"."""
    for at, token in enumerate(claim[:-2]):
        if token.low == "only" and claim[at + 1].kind is Kind.NUMBER:
            stop = at + 2
            while stop < len(claim) and claim[stop].kind is Kind.WORD:
                stop += 1
            yield (*claim[:at], *claim[at + 1 : stop], token, *claim[stop:])


def _sized(claim: Tokens) -> Iterator[Tokens]:
    """Read "a 140-seat office in Bonn" as "an office in Bonn with 140 seats", and back."""
    for at, token in enumerate(claim):
        if token.kind is not Kind.NUMBER or at + 2 >= len(claim):
            continue
        if claim[at + 1].low == "-" and claim[at + 2].kind is Kind.WORD:
            stop = at + 3
            while stop < len(claim) and claim[stop].kind is Kind.WORD:
                stop += 1
            size = (word_like(token, "with"), token, claim[at + 2])
            if stop > at + 3:
                span = (word_like(token, "of"), *size[1:])
                yield (*claim[:at], *claim[at + 3 : stop], *span, *claim[stop:])
                span = (word_like(token, "lasting"), *size[1:])
                yield (*claim[:at], *claim[at + 3 : stop], *span, *claim[stop:])
                yield from _put(size, claim[:at], claim[at + 3 : stop], claim[stop:])
        if at and claim[at - 1].low == "with" and claim[at + 1].kind is Kind.WORD:
            start, stop = at - 1, at + 2
            while start and claim[start - 1].kind is Kind.WORD:
                start -= 1
            head = claim[start : at - 1]
            if head:
                dash = token._replace(text="-", low="-", key="-", kind=Kind.POINT, quantity=None)
                yield (*claim[:start], token, dash, claim[at + 1], *head, *claim[stop:])
                yield from _put(claim[at - 1 : stop], claim[:start], head, claim[stop:])


def _put(size: Tokens, before: Tokens, head: Tokens, behind: Tokens) -> Iterator[Tokens]:
    """Put "with 140 seats" behind its noun, and behind the one phrase of place after it."""
    yield (*before, *head, *size, *behind)
    if behind and behind[0].kind is Kind.PREPOSITION:
        stop = 1
        while stop < len(behind) and (
            behind[stop].kind in {Kind.WORD, Kind.ARTICLE} or behind[stop].low in {"and", "&"}
        ):
            stop += 1
        yield (*before, *head, *behind[:stop], *size, *behind[stop:])


def _relative(claim: Tokens) -> Iterator[Tokens]:
    """Read "the bond that voters approved in May" as "voters approved the bond in May"."""
    at = place_of({"that", "which"}, claim)
    size = next((n for n, t in enumerate(claim[at + 1 :]) if t.form is Form.PAST), 0)
    if not at or not size:
        return
    verb = at + 1 + size
    if any(t.kind not in {Kind.WORD, Kind.PERSON} for t in claim[at + 1 : verb]):
        return
    if any(t.kind in {Kind.BE, Kind.POINT, Kind.MARKED} for t in claim[:at]):
        return
    end = full_stop(claim)
    rest = claim[verb + 1 : len(claim) - len(end)]
    if any(t.kind not in {Kind.PREPOSITION, Kind.NUMBER, Kind.WORD} for t in rest):
        return
    if rest and rest[0].kind is not Kind.PREPOSITION:
        return
    yield (*claim[at + 1 : verb + 1], *claim[:at], *rest, *end)


def _apposed(claim: Tokens) -> Iterator[Tokens]:
    """Read "Jo Lind, the group CFO" as "the group CFO, Jo Lind", at the end of a claim."""
    comma = place_of({",", "as"}, claim)
    end = full_stop(claim)
    role = claim[comma + 1 : len(claim) - len(end)]
    if not comma or not any(t.key in lexicon.ROLE_KEYS or t.low in lexicon.APPOSED for t in role):
        return
    if any(t.kind not in {Kind.WORD, Kind.ARTICLE, Kind.PERSON} for t in role):
        return
    start = comma
    while start and claim[start - 1].capital and claim[start - 1].kind is Kind.WORD:
        start -= 1
    if start < comma:
        pause = claim[comma]._replace(text=",", low=",", key=",", kind=Kind.POINT)
        role = tuple(t for t in role if t.kind is not Kind.PERSON)
        yield (*claim[:start], *role, pause, *claim[start:comma], *end)


def _scored(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "a 4.6 rating on G2" as "G2 rating 4.6", "9 fans on X" as "X: 9 fans".

    Only where the statement begins with that place, so that all of it is about it.
    """
    on = next((n for n, t in enumerate(claim) if t.low in {"on", "from"}), len(claim))
    stop = on + 1
    while stop < len(claim) and claim[stop].capital and claim[stop].kind is Kind.WORD:
        stop += 1
    place, end = claim[on + 1 : stop], claim[stop:]
    if not place or any(t.kind is Kind.WORD for t in end[:1]):
        return
    known = statement.tokens
    alike = [t.low for t in known[: len(place)]] == [t.low for t in place]
    if not alike or len(known) < len(place) + 2:
        return
    at = next((n for n, t in enumerate(claim[:on]) if t.kind is Kind.NUMBER), on)
    if at + 1 >= on:
        return
    things = claim[at + 1 : on]
    lead = tuple(t for t in claim[:at] if t.kind is not Kind.ARTICLE)
    if any(t.kind is not Kind.WORD for t in things) or any(t.kind is Kind.WORD for t in lead):
        return
    if things[-1].key in {t.key for t in known[len(place) : len(place) + 2]}:
        yield (*lead, *place, *things, claim[at], *end)
    size = len(place) + (known[len(place)].low in _ACCOUNTS)
    if known[size].low == ":":
        yield (*lead, *place, *known[len(place) : size + 1], claim[at], *things, *end)


def _bracketed(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "contract with Kolb ended in 2024" as "Kolb (contract ended 2024)"."""
    at = next((n for n, t in enumerate(claim[:-2]) if t.key in _AGREEMENTS), None)
    if at is None or claim[at + 1].low != "with":
        return
    stop = at + 2
    while stop < len(claim) and _names(claim[stop]):
        stop += 1
    known = statement.tokens
    for place in statement.index.get(claim[at].key, ()) if stop > at + 2 else ():
        if place and known[place - 1].low == "(":
            opened = known[place - 1]._replace(start=claim[at].start, end=claim[at].end)
            rest = tuple(t for t in claim[stop:] if t.low not in {"in", "on"})
            yield (*claim[:at], *claim[at + 2 : stop], opened, claim[at], *rest)
