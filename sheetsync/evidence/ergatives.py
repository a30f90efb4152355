"""Turn verbs around that a thing may do by itself: "a depot opens", "revenue grew 14%".

Like those of :mod:`sheetsync.evidence.rewrites`, each reading has the claim's own words.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_ERGATIVE = frozenset(
    analyse(word).key for word in "open reopen close shut launch start expand move grow".split()
)
_LATEST_VERB = 6
_CHANGES = frozenset({"grow", "increas", "rise", "declin", "drop", "fal", "decreas"})
_STOPS = frozenset({",", ";", ":", "(", "."})


def self_moved(claim: Tokens) -> Iterator[Tokens]:
    """Yield the claim with such a verb turned around."""
    yield from _ergative(claim)
    yield from _grown(claim)


def _ergative(claim: Tokens) -> Iterator[Tokens]:
    """Read "You are due to open a depot in May" as "a depot is due to open in May"."""
    at = next((n for n, t in enumerate(claim[:_LATEST_VERB]) if t.key in _ERGATIVE), 0)
    gerund = not at and claim[0].key in _ERGATIVE and claim[0].form is Form.ING
    if len(claim) < at + 3 or not (gerund or (at and claim[0].kind is Kind.PERSON)):
        return
    verb, helpers = claim[at], claim[1:at]
    if gerund:
        verb = verb._replace(form=Form.OPEN)
    if any(t.kind is Kind.WORD or t.kind is Kind.PERSON for t in helpers):
        return
    stop = phrase_end(claim, at + 1)
    if claim[at + 1].low in {"a", "an"} and claim[at + 2].capital:
        return
    for end in range(len(claim), stop - 1, -1):
        if end == stop or (end < len(claim) and claim[end].kind is Kind.PREPOSITION):
            yield (*claim[at + 1 : end], *helpers, verb, *claim[end:])


def _grown(claim: Tokens) -> Iterator[Tokens]:
    """Read "14% revenue growth" as "revenue grew 14%"."""
    at = next((n for n, t in enumerate(claim) if t.key == "percent" and n), 0)
    verb = next((n for n, t in enumerate(claim) if n > at + 1 and t.key in _CHANGES), None)
    if at and verb is not None and verb - at <= 3 and claim[at - 1].kind is Kind.NUMBER:
        change = claim[verb]._replace(form=Form.OPEN)
        amount = claim[at - 1 : at + 1]
        yield (*claim[: at - 1], *claim[at + 1 : verb], change, *amount, *claim[verb + 1 :])


def phrase_end(claim: Sequence[Token], start: int) -> int:
    """Return where the noun phrase that begins here ends: at a pause, a preposition or "and"."""
    stop = start
    while stop < len(claim):
        token = claim[stop]
        if stop > start and (token.low in _STOPS or token.kind in {Kind.PREPOSITION, Kind.LINK}):
            break
        stop += 1
    return stop
