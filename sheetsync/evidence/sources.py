"""Take off who reports it: "Nautica reported that …", "Your annual report puts … at 12%".

Then the statement must name that source for just these words: in a label before them, in the
first bracket behind them, or in the line "Source: …" below.
"""

import re
from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.counting import amount_at, word_like
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]

_TELLS = frozenset(
    "says said reports reported wrote writes states stated shows showed show lists listed gives gave "
    "give notes noted mentions mentioned has had have".split()
)
_PUTS = frozenset({"puts", "put"})
_LATEST = 9
_LONGEST_LABEL = 12
_KINDS = frozenset(
    "interview article report review reviews post page paper letter accounts account blog snapshot "
    "release website site profile newsletter status survey guide seen dated pulled page p pp via "
    "source news magazine ad advert vacancy listing filing statement seen read".split()
)
"""What a source may be called beside its name."""

_SOURCE_LINE = re.compile(r"\bSource:([^\n]*)")


def sourced(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Yield what a sentence says that a source says, with the words of the source."""
    front = 2 if len(tokens) > 3 and tokens[0].low in {"on", "in"} and is_time(tokens[1]) else 0
    at = next((n for n, t in enumerate(tokens[:_LATEST]) if n and t.low in _TELLS | _PUTS), 0)
    source = tuple(tokens[:at])
    if at and _names_source(source[front:], has=tokens[at].kind is Kind.HAVE):
        rest = tuple(tokens[at + 1 :])
        if tokens[at].low in _PUTS:
            yield from ((core, source) for core in _put(rest))
        elif rest:
            yield rest[1:] if rest[0].low == "that" else rest, source
            yield from ((core, source) for core in _valued(rest))
    yield from _quoted(tokens)
    on = tokens[0].low in {"on", "in"} and not front
    stop = next((n for n, t in enumerate(tokens[:_LATEST]) if n > 1 and _begins(t)), 0)
    if on and stop and _names_source(tokens[1:stop]):
        yield tuple(tokens[stop + (tokens[stop].low == ",") :]), tuple(tokens[1:stop])


def _quoted(tokens: Sequence[Token]) -> Iterator[tuple[Tokens, Tokens]]:
    """Read 'A Kolb reviewer wrote in May: "…"' as what a label with Kolb and May quotes."""
    colon = next((n for n, t in enumerate(tokens[:_LONGEST_LABEL]) if t.low == ":"), 0)
    if not colon or [t.low for t in tokens[colon + 1 : colon + 2]] != ['"']:
        return
    front = [t for t in tokens[:colon] if t.low not in _TELLS | _WRITERS]
    if [t.low for t in front[:3]] == ["in", "your", "words"]:
        front = front[3:]
    if any(t.kind is Kind.PERSON and t.low == "you" for t in tokens[:colon]):
        return
    if any(not (is_soft(t) or is_time(t)) for t in front):
        yield tuple(tokens[colon + 1 :]), tuple(front)


_WRITERS = frozenset({"reviewer", "review", "reviewers", "one", "customer", "user"})


def _begins(token: Token) -> bool:
    return token.low in {",", "you", "your"}


def _names_source(words: Sequence[Token], *, has: bool = False) -> bool:
    """Say whether words may name a source: a name, or a page, report or post.

    Args:
        words: What stands before the verb.
        has: The verb is "has", which a page may do and a firm does otherwise.
    """
    if not words or any(t.kind in {Kind.BE, Kind.HAVE, Kind.MARKED, Kind.LINK} for t in words):
        return False
    if any(t.kind is Kind.PERSON and (n or t.low != "your") for n, t in enumerate(words)):
        return False
    named = [t for t in words if not (is_soft(t) or is_time(t) or t.kind is Kind.PERSON)]
    page = any(t.low in _KINDS | lexicon.OWN_SOURCES for t in named)
    return bool(named) and (page or (not has and all(t.capital for t in named)))


def _put(rest: Tokens) -> Iterator[Tokens]:
    """Read "puts your wage costs at 43%" as "your wage costs are 43%"."""
    at = next((n for n, t in enumerate(rest) if n and t.low == "at"), 0)
    if at and amount_at(rest, at + 1):
        for link in ("are", "is"):
            yield (*rest[:at], word_like(rest[at], link), *rest[at + 1 :])


def _valued(rest: Tokens) -> Iterator[Tokens]:
    """Read "shows costs of £1m" as "costs were £1m"."""
    at = next((n for n, t in enumerate(rest) if n and t.low == "of"), 0)
    if at and amount_at(rest, at + 1):
        for link in ("were", "was", "are", "is"):
            yield (*rest[:at], word_like(rest[at], link), *rest[at + 1 :])


def attested(source: Sequence[Token], statement: Statement, first: int, last: int) -> bool:
    """Say whether a statement has these words from this source.

    Args:
        source: The words of the source.
        statement: The evidence.
        first: Position of the first matched word.
        last: Position of the last one.
    """
    return any(_is(source, region) for region in _regions(statement, first, last))


def _regions(statement: Statement, first: int, last: int) -> Iterator[Sequence[Token]]:
    """Yield the words of the statement that may name where these words are from."""
    tokens = statement.tokens
    colon = next((n for n in range(first - 1, -1, -1) if tokens[n].low == ":"), -1)
    if 0 < colon <= _LONGEST_LABEL:
        start = next((n + 1 for n in range(colon - 1, -1, -1) if _parts(tokens, n)), 0)
        yield tokens[start:colon]
    if tokens[0].low == "according" and first > 2:
        comma = next((n for n, t in enumerate(tokens[:first]) if t.low == ","), 0)
        yield tokens[2:comma]
    opened = next((n for n in range(last + 1, len(tokens)) if tokens[n].low in {"(", ";"}), 0)
    if opened and tokens[opened].low == "(":
        closed = next((n for n in range(opened, len(tokens)) if tokens[n].low == ")"), len(tokens))
        yield tokens[opened + 1 : closed]
    passage = statement.passage
    lines = _SOURCE_LINE.findall(passage.cell)
    if len(lines) == 1 and passage.cell.find("Source:") > passage.start:
        yield read_quantities(lex(lines[0]))


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Find a dash with spaces around it, which begins another item."""
    return tokens[at].low in {";", "\n"} or (
        tokens[at].low == "-" and at > 0 and tokens[at].start > tokens[at - 1].end
    )


def _is(source: Sequence[Token], region: Sequence[Token]) -> bool:
    """Say whether the words name the source that stands in a region, and no other."""
    named = [t for t in source if not is_soft(t) and t.kind is not Kind.PERSON]
    owned = any(t.kind is Kind.PERSON for t in source)
    if not all(any(_same(token, other) for other in region) for token in named):
        return False
    for at, other in enumerate(region):
        if any(_same(token, other) for token in named) or is_soft(other) or is_time(other):
            continue
        numbered = other.kind is Kind.NUMBER and at > 0 and region[at - 1].low in {"page", "p", "."}
        known = other.low in _KINDS | lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS
        known = known or other.low in lexicon.COMPANY_PRONOUNS
        if not (numbered or known or other.kind is Kind.PERSON) and (owned or other.capital):
            return False
    return True


def _same(token: Token, other: Token) -> bool:
    if token.quantity is not None and other.quantity is not None:
        return bears_out(other.quantity, token.quantity)
    return token.key == other.key
