"""Turn a claim around where the statement leaves out who, or puts a value last.

Like those of :mod:`sheetsync.evidence.rewrites`, each reading has the claim's own
words only.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.columns import Voice
from sheetsync.evidence.counting import amount_at, parted, word_like
from sheetsync.evidence.standing import begins_with_who, place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import UNCHANGED_PAST, Form, Kind, analyse

Tokens = tuple[Token, ...]

_GETS = frozenset(analyse(word).key for word in ("win", "take", "receive", "earn", "get"))
_SPANS = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_PASSIVE = frozenset({"is", "are", "was", "were"})
_OWN = frozenset({"its", "their", "your", "our", "my"})


def turns(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Yield the claim with one set phrase turned into its other form."""
    yield from _valued(claim)
    yield from _agentless(claim, statement)
    yield from _had(claim, statement)
    yield from _undone(claim)


def _valued(claim: Tokens) -> Iterator[Tokens]:
    """Read "a budget of £80k for vans" as "budget for vans is £80k"."""
    at = place_of({"of"}, claim)
    if not at or not (amount := amount_at(claim, at + 1)):
        return
    stop = at + 1 + len(amount)
    body, _ = parted(claim)
    comma = next((n for n in range(stop, len(claim)) if claim[n].low == ","), None)
    last = len(body) if comma is None else comma
    phrase = claim[stop:last]
    if phrase and phrase[0].low == "for":
        start = 2 if claim[0].low == "there" and claim[1].kind is Kind.BE else 0
        is_ = word_like(claim[at], "is")
        yield (*claim[start:at], *phrase, is_, *amount, *claim[last:])


def _agentless(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "You make quotes by hand" as "quotes are made by hand".

    Only of what is the lead's own work: something that goes on and has no name, or
    something that the statement calls "its". Who "acquired" a firm that "was acquired"
    nobody knows.
    """
    if len(claim) < 4 or not begins_with_who(claim):
        return
    going = claim[1].kind is Kind.BE
    at = 2 if going else 1
    known = statement.tokens
    for place, (link, verb) in enumerate(pairwise(known)):
        done = verb.form is Form.PAST or verb.low in UNCHANGED_PAST
        if not done or verb.key != claim[at].key or link.kind is not Kind.BE:
            continue
        if going and claim[1].low not in lexicon.BE_NOW:
            return
        if going != (link.low == "being") or done_by(known[place + 2 :], claim):
            continue
        if not going and (claim[at].form is Form.PAST) == (link.low in lexicon.BE_NOW):
            continue
        past = link.low not in lexicon.BE_NOW | {"being"}
        own = any(t.low in _OWN for t in known[:place]) or _in_use(statement, link, verb)
        named = any(t.capital and t.kind is Kind.WORD for t in known[1:place])
        named = named or (known[0].capital and not _common(known, claim))
        if own or not (past or named):
            links = (known[place - 1], link) if going else (link,)
            for stop in _thing_ends(claim, at + 1):
                yield (*claim[at + 1 : stop], *links, verb, *claim[stop:])
            return


def _undone(claim: Tokens) -> Iterator[Tokens]:
    """Read "900 tyres are retreaded a week" as "you retread 900 tyres a week".

    It says less: not who does it, which the statement then tells of the lead.
    """
    comma = next((n for n, t in enumerate(claim) if t.low == ","), 0)
    front = claim[:comma] if comma and claim[0].kind is Kind.PREPOSITION else ()
    body, end = parted(claim)
    body = body[comma + 1 :] if front else body
    at = place_of(_PASSIVE, body)
    if not at or at + 1 >= len(body) or body[at + 1].form is not Form.PAST:
        return
    if any(t.low == "by" for t in body) or any(t.kind is Kind.PERSON for t in body[:at]):
        return
    verb, rest = body[at + 1], body[at + 2 :]
    if body[at].low in lexicon.BE_NOW:
        verb = verb._replace(low=verb.key, form=Form.BASE)
    if len(rest) > 1 and rest[0].low == "a" and rest[1].low in _SPANS:
        rest = (word_like(verb, "per"), *rest[1:])
    you = word_like(verb, "you")._replace(kind=Kind.PERSON)
    yield (you, verb, *body[:at], *rest, *front, *end)


def _in_use(statement: Statement, link: Token, verb: Token) -> bool:
    """Find "Kolb is used for rotas" in our notes of the lead, who then uses it."""
    return statement.voice is Voice.NOTES and link.low in lexicon.BE_NOW and verb.low == "used"


def _common(known: Sequence[Token], claim: Sequence[Token]) -> bool:
    """Say whether the first word of a statement is no name: the claim has it in lower case."""
    first = known[0]
    plural = first.text[-1:] == "s" and first.text[:-1].isupper()
    return plural or any(t.key == first.key and not t.capital for t in claim) or not first.key


def done_by(rest: Sequence[Token], claim: Sequence[Token]) -> bool:
    """Say whether the statement names who did it or at whose place, and the claim does not."""
    if any(t.low == "by" for t in rest) and not any(t.low == "by" for t in claim):
        return True
    said = {t.low for t in claim}
    return any(
        one.low in {"at", "for", "in"} and other.capital and other.kind is Kind.WORD
        for one, other in pairwise(rest)
        if other.low not in said
    )


def _thing_ends(claim: Sequence[Token], start: int) -> Iterator[int]:
    """Yield where the thing may end: at each preposition or pause, and at the end."""
    for stop in range(start + 1, len(claim)):
        if claim[stop].kind in {Kind.PREPOSITION, Kind.LINK, Kind.POINT}:
            yield stop


def _had(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Read "the fire at your Leeds site" as "Leeds site had a fire"."""
    verb = next((t for t in statement.tokens if t.kind is Kind.HAVE or t.key in _GETS), None)
    if verb is None or any(t.key == verb.key for t in claim):
        return
    body, end = parted(claim)
    for at, token in enumerate(body):
        if at and token.low in {"at", "for"} and body[at + 1 :]:
            yield (*body[at + 1 :], verb, *body[:at], *end)
            stop = next((n for n in range(at + 2, len(body)) if body[n].low in {"at", "in"}), None)
            if stop is not None:
                yield (*body[at + 1 : stop], verb, *body[:at], *body[stop:], *end)
