"""Put the parts of a claim in the order in which the statement has them.

A pair the other way round, who it is before or behind the name, a share before or behind
what makes it up. Like those of :mod:`sheetsync.evidence.rewrites`, each reading has the
claim's own words, and must then read along the statement.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.counting import mark_like, parted, word_like
from sheetsync.evidence.numerals import UNITS
from sheetsync.evidence.plainer import shares
from sheetsync.evidence.standing import begins_with_who, place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_LEADS = frozenset({Kind.PREPOSITION, Kind.HAVE, Kind.BE, Kind.POINT})
_BOUGHT = frozenset(
    analyse(word).key for word in "buy acquire purchase lease rent order install".split()
)
_RAISES = frozenset(analyse(word).key for word in ("raise", "secure", "close", "land", "collect"))
_FRONTS = frozenset({",", "("})


def reordered(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with two of its parts the other way round."""
    lows = {t.low for t in claim}
    if "and" in lows:
        yield from _pair(claim, statement)
    if "," in lows:
        yield from _told_of(claim)
        yield from _predicates(claim)
        yield from _carried_by(claim)
    yield from shares(claim)
    yield from _raised_in(claim, statement)
    yield from _bought(claim, statement)
    yield from _money_led(claim)
    yield from _measured(claim)


def _pair(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "a clerk (Hull) and a planner" as "a planner and a clerk (Hull)".

    Only of two things built alike, with nothing behind that might belong to both.
    """
    body, end = parted(claim)
    ands = [n for n, t in enumerate(body) if t.low in {"and", "&"}]
    if len(ands) != 1:
        return
    at = ands[0]
    start = _phrase_start(body, at)
    one, other = body[start:at], body[at + 1 :]
    if not (_is_thing(one) and _is_thing(other)) or _counted(one) != _counted(other):
        return
    heads = [next((t.key for t in part if t.kind is Kind.WORD), "") for part in (one, other)]
    first, second = (statement.index.get(key, ()) for key in heads)
    if first and second and second[0] < first[-1]:
        yield (*body[:start], *other, body[at], *one, *end)


def _phrase_start(body: Tokens, at: int) -> int:
    """Return where the thing in front of "and" begins."""
    start, inside = at, False
    while start:
        token = body[start - 1]
        inside = token.low == ")" or (inside and token.low != "(")
        if token.kind is Kind.ARTICLE or (token.kind is Kind.NUMBER and not inside):
            led = [t.kind for t in body[: start - 1][-1:]] == [Kind.ARTICLE]
            return start - 1 - (led and token.kind is Kind.NUMBER)
        if not inside and token.kind is not Kind.WORD and token.low not in {"(", "-"}:
            return start if token.kind in _LEADS and token.low != "," else at
        if not inside and token.low != "(" and start < at and body[start].capital > token.capital:
            return start
        start -= 1
    return start


def _is_thing(part: Sequence[Token]) -> bool:
    """Say whether these words are one thing, with or without a bracket behind it."""
    stop = next((n for n, t in enumerate(part) if t.low == "("), len(part))
    if stop < len(part) and part[-1].low != ")":
        return False
    plain = all(
        t.kind in {Kind.ARTICLE, Kind.NUMBER} or t.low == "-" or _noun(t) for t in part[:stop]
    )
    return plain and any(map(_noun, part[:stop]))


def _noun(token: Token) -> bool:
    return token.kind is Kind.WORD and token.form is Form.BASE


def _counted(part: Sequence[Token]) -> bool:
    return any(t.kind is Kind.NUMBER for t in part[:2])


def _told_of(claim: Tokens) -> Iterator[Tokens]:
    """Read "The Ardent, your newest ship, sails" as "your newest ship, the Ardent, sails"."""
    commas = [n for n, t in enumerate(claim) if t.low == ","]
    if len(commas) < 2:
        return
    first, second = commas[:2]
    name, thing = claim[:first], claim[first + 1 : second]
    if _named(name) and _described(thing):
        yield (*thing, claim[first], *name, *claim[second:])


def _named(words: Sequence[Token]) -> bool:
    words = [t for t in words if t.kind is not Kind.ARTICLE]
    return bool(words) and all(t.capital and t.kind is Kind.WORD for t in words)


def _described(words: Sequence[Token]) -> bool:
    """Find "your newest ship": whose it is, and what."""
    if len(words) < 2 or (words[0].kind is not Kind.PERSON and words[0].low != "the"):
        return False
    return all(t.kind is Kind.WORD and t.form is Form.BASE for t in words[1:])


def _carried_by(claim: Tokens) -> Iterator[Tokens]:
    """Read "80 cars are carried by the Ardent, your ship" as "your ship, the Ardent, carries 80 cars"."""
    body, end = parted(claim)
    by = next((n for n, t in enumerate(body) if n > 2 and t.low == "by"), len(body))
    behind = body[by + 1 :]
    comma = place_of({","}, behind)
    if not comma or body[by - 2].kind is not Kind.BE or body[by - 1].form is not Form.PAST:
        return
    name, thing, verb = behind[:comma], behind[comma + 1 :], body[by - 1]
    if not _named(name) or not _described(thing):
        return
    if body[by - 2].low in lexicon.BE_NOW:
        verb = verb._replace(low=verb.key, form=Form.BASE)
    yield (*thing, behind[comma], *name, behind[comma], verb, *body[: by - 2], *end)


def _predicates(claim: Tokens) -> Iterator[Tokens]:
    """Read "Yard 3, built for vans, is still shut" as "Yard 3, still shut, is built for vans"."""
    body, end = parted(claim)
    commas = [n for n, t in enumerate(body) if t.low == ","]
    if len(commas) != 2 or commas[1] + 2 >= len(body) or commas[1] == commas[0] + 1:
        return
    first, second = commas
    link, inner = body[second + 1], body[first + 1 : second]
    if link.low in {"is", "are"} and (inner[0].form is Form.PAST or inner[0].low == "still"):
        yield (*body[: first + 1], *body[second + 2 :], body[second], link, *inner, *end)


def _raised_in(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "the £9 million round led by Kolb" as "£9 million in a round led by Kolb".

    Only where that is how much was raised.
    """
    known = statement.tokens
    for at, token in enumerate(claim[:-1]):
        if token.quantity is None or token.quantity.sort != "money":
            continue
        for place in statement.numbers:
            raised = place and known[place - 1].key in _RAISES
            if raised and [t.low for t in known[place + 1 : -1][:1]] == ["in"]:
                yield (*claim[: at + 1], known[place + 1], *claim[at + 1 :])


def _money_led(claim: Tokens) -> Iterator[Tokens]:
    """Read "the £9 million seed round led by Kolb" as "seed round of £9 million, led by Kolb"."""
    for at, token in enumerate(claim):
        if token.quantity is None or token.quantity.sort != "money":
            continue
        stop = at + 1
        while stop < len(claim) and _noun(claim[stop]):
            stop += 1
        behind = [t.low for t in claim[stop + 1 : stop + 2]]
        if stop > at + 1 and behind == ["by"] and claim[stop].form is Form.PAST:
            of, comma = word_like(token, "of"), mark_like(token, ",")
            yield (*claim[:at], *claim[at + 1 : stop], of, token, comma, *claim[stop:])


def _measured(claim: Tokens) -> Iterator[Tokens]:
    """Read "a 900 sqm yard in Hull" as "a yard in Hull (900 sqm)"."""
    for at in range(len(claim) - 2):
        if claim[at].kind is not Kind.NUMBER or claim[at + 1].key not in UNITS:
            continue
        stop = at + 2
        while stop < len(claim) and _noun(claim[stop]) and not claim[stop].capital:
            stop += 1
        thing, last = claim[at + 2 : stop], stop
        if last < len(claim) and claim[last].low in {"in", "at", "near"}:
            last += 1
            while last < len(claim) and claim[last].capital and claim[last].kind is Kind.WORD:
                last += 1
        if thing:
            comma = mark_like(claim[at], ",")
            yield (
                *claim[:at],
                *thing,
                *claim[stop:last],
                comma,
                *claim[at : at + 2],
                *claim[last:],
            )


def _bought(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You bought a used crane in 2018" as "crane, bought used in 2018".

    Not where the note says by whom, or begins with anything but the crane.
    """
    if len(claim) < 4 or not begins_with_who(claim):
        return
    verb, known = claim[1], statement.tokens
    if verb.key not in _BOUGHT or verb.form is not Form.PAST or any(t.low == "by" for t in known):
        return
    places = statement.index.get(verb.key, ())
    if not any(n and known[n].form is Form.PAST and known[n - 1].low in _FRONTS for n in places):
        return
    body, end = parted(claim)
    start = 2 + (body[2].kind is Kind.ARTICLE)
    stop = next((n for n in range(start, len(body)) if body[n].kind is Kind.PREPOSITION), len(body))
    first = next((t for t in known if t.kind not in {Kind.POINT, Kind.ARTICLE}), verb)
    comma = mark_like(verb, ",")
    for head in range(start, stop):
        if body[head].key == first.key and body[head].kind is Kind.WORD:
            how = body[start:head]
            yield (*body[head:stop], comma, verb, *how, *body[stop:], *end)
            return
