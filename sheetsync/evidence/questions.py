"""Find what a question takes for granted ("How do you handle your 40% growth?").

A question may ask freely; what it presupposes (a number, a name, "your …", "since
you …", "still") is a claim like any other, and what is behind how, why and when
must at least be what the evidence is about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse


@dataclass(frozen=True, slots=True)
class Presupposed:
    """A part of a question that the evidence must hold.

    Attributes:
        tokens: The part.
        topic: Its words need only be what one statement is about, in any order.
    """

    tokens: tuple[Token, ...]
    topic: bool


_YES_NO = frozenset(
    "is are was were do does did have has had would could can may might should will am".split()
)
_OPEN = frozenset("how what why when which who where whose".split())
QUESTION_STARTS = _YES_NO | _OPEN
"""Words with which a question begins."""

_CLAUSES = frozenset({"how", "that", "which", "who", "because", "since", "if", "we", "our"})
_SINCE = frozenset("since given now because as while when if once".split())
_FAILURES = frozenset(analyse(word).key for word in lexicon.NEGATIONS)
_ASKED = lexicon.ASK_WORDS | lexicon.CALL_WORDS
_PRESUPPOSING = frozenset("still again yet anymore stop resume keep continue also".split())


def presupposed(tokens: Sequence[Token]) -> Iterator[Presupposed]:
    """Yield the parts of a question that must be in the evidence; nothing when it only asks."""
    words = [token for token in tokens if token.low != "?"]
    while words and (words[-1].kind is Kind.POINT or words[-1].low == "first"):
        words.pop()
    if not words:
        return
    head = words[0].low
    if is_offer(words):
        loaded = tuple(t for t in words if _loaded(t))
        if loaded:
            yield Presupposed(loaded, topic=True)
        return
    if head not in _YES_NO | _OPEN:
        yield Presupposed(tuple(words), topic=False)
        return
    clause = next((n for n, t in enumerate(words) if n > 1 and _opens_clause(words, n)), len(words))
    if clause < len(words) - 1:
        yield Presupposed(tuple(words[clause + 1 :]), topic=False)
    asked = words[1:clause]
    yield from _definite(asked)
    loaded = tuple(t for t in asked if _loaded(t))
    if loaded and (head in _OPEN or any(t.low in _PRESUPPOSING for t in asked)):
        yield Presupposed(tuple(t for t in loaded if t.low not in _PRESUPPOSING), topic=True)


def is_offer(words: Sequence[Token]) -> bool:
    """Say whether a sentence only offers something: "Happy to send an overview."."""
    lows = [token.low for token in words]
    glad = lows[0] in {"happy", "glad"} and lows[1:2] == ["to"]
    return glad and _CLAUSES.isdisjoint(lows) and not tells_why(lows)


def tells_why(lows: Sequence[str]) -> bool:
    """Find "glad to have you as a customer" and "glad to see your growth", which offer nothing."""
    if lows[0] not in {"happy", "glad"} or lows[1:2] != ["to"]:
        return False
    verb, following = (*lows[2:], "", "")[:2]
    if verb == "be":
        return following in _WHAT_WE_ARE
    return verb in _WHY_GLAD or (verb in _GETTING and following not in _WHAT_WE_GET)


_GETTING = frozenset("have hear learn know see get find".split())
_WHAT_WE_GET = frozenset("a an another one more from back whatever any time out if".split())
_WHAT_WE_ARE = frozenset("a an one the your part with among".split())
_WHY_GLAD = frozenset({"read", "count", "welcome", "serve", "notice"})


def _opens_clause(words: Sequence[Token], at: int) -> bool:
    """Find "since you …" and "after losing …" inside a question."""
    following = words[at + 1] if at + 1 < len(words) else None
    if words[at].low in {"after", "before", "with"}:
        return following is not None and (
            following.kind is Kind.PERSON or following.form is Form.ING
        )
    return words[at].low in _SINCE


def _definite(words: Sequence[Token]) -> Iterator[Presupposed]:
    """Yield things with "your" or "the", numbers and names."""
    at = 0
    while at < len(words):
        token = words[at]
        definite = token.low in {"your", "the"}
        if not (definite or token.kind is Kind.NUMBER or _names(token)):
            at += 1
            continue
        stop = at + 1
        while stop < len(words) and words[stop].kind in {Kind.WORD, Kind.NUMBER}:
            stop += 1
        part = words[at + (1 if token.low == "the" else 0) : stop]
        while part and part[-1].low in _ASKED:
            part = part[:-1]
        loaded = [t for t in part if not is_soft(t) and not _asks(t)]
        if loaded:
            counted = any(t.kind is Kind.NUMBER for t in loaded)
            yield Presupposed(tuple(part if counted else loaded), topic=not counted)
        at = stop


def _loaded(token: Token) -> bool:
    """Say whether a word of a question tells something: a thing, a number, a failure."""
    if token.kind is Kind.MARKED:
        return token.key in _FAILURES
    return token.kind in {Kind.WORD, Kind.NUMBER} and not _asks(token)


def _names(token: Token) -> bool:
    return token.capital and token.kind is Kind.WORD


def _asks(token: Token) -> bool:
    if token.quantity is not None:
        return token.quantity.sort == "date" or token.quantity.year is not None
    return (
        token.kind is Kind.PERSON
        or token.low in lexicon.CALL_WORDS
        or token.low in lexicon.ASK_WORDS
        or token.key in lexicon.ASK_WORDS
        or token.key in lexicon.CALL_WORDS
    )
