"""Say whether a statement has its words from the source that a sentence names, and no other.

The source stands in a label before them, in the first bracket behind them, in the line
"Source: …" below, or before "reported that".
"""

import re
from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.checks import is_soft, is_time
from sheetsync.evidence.press import is_weekday, news_start
from sheetsync.evidence.quantities import read_quantities
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.standing import place_of
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token, lex
from sheetsync.evidence.words import Kind

TELLS = frozenset(
    "says said reports reported wrote writes states stated shows showed show lists listed gives gave "
    "give notes noted mentions mentioned has had have".split()
)
KINDS = frozenset(
    "interview article report review reviews post page paper letter accounts account blog snapshot "
    "release website site profile newsletter status survey guide seen dated pulled page p pp via "
    "source news magazine ad advert vacancy listing filing statement seen read kit piece story "
    "feature coverage".split()
)
"""What a source may be called beside its name."""

LATEST = 9
LONGEST_LABEL = 12
_ANY_PIECE = frozenset({"piece", "story", "feature", "coverage", "news", "article"})
"""What anybody calls what a paper wrote; the paper's name must be there, these need not."""
_KNOWN = (
    KINDS | lexicon.OWN_SOURCES | lexicon.SOURCE_KINDS | lexicon.COMPANY_PRONOUNS | {"own", "media"}
)
_SOURCE_LINE = re.compile(r"\bSource:([^\n]*)")


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
    colon = next((n for n in range(first - 1, 0, -1) if tokens[n].low == ":"), 0)
    if colon and colon <= LONGEST_LABEL:
        start = max((n + 1 for n in range(colon) if _parts(tokens, n)), default=0)
        yield tokens[start:colon]
    if tokens[0].low == "according" and first > 2:
        yield tokens[2 : place_of({","}, tokens[:first])]
    that = place_of({"that"}, tokens[:first])
    told = place_of(TELLS, tokens[:that])
    if (
        told
        and that - told <= LATEST
        and all(is_soft(t) or is_time(t) for t in tokens[told + 1 : that])
    ):
        yield (*tokens[:told], *tokens[told + 1 : that])
    opened = next((n for n in range(last + 1, len(tokens)) if tokens[n].low in {"(", ";"}), 0)
    if opened and tokens[opened].low == "(":
        closed = next((n for n in range(opened, len(tokens)) if tokens[n].low == ")"), len(tokens))
        yield tokens[opened + 1 : closed]
    passage = statement.passage
    if tokens[0].start:
        whole = read_quantities(lex(passage.text))
        news = news_start(whole, passage.column)
        if news and whole[news].start == tokens[0].start:
            yield [t for t in whole[:news] if t.low not in TELLS]
    lines = _SOURCE_LINE.findall(passage.cell)
    if len(lines) == 1 and passage.cell.find("Source:") > passage.start:
        yield read_quantities(lex(lines[0]))


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Find a dash with spaces around it, which begins another item."""
    return tokens[at].low in {";", "\n"} or (
        tokens[at].low == "-" and tokens[at].start > tokens[at - 1].end
    )


def _is(source: Sequence[Token], region: Sequence[Token]) -> bool:
    """Say whether the words name the source that stands in a region, and no other."""
    named = [t for t in source if not (is_soft(t) or t.kind is Kind.PERSON)]
    paper = any(t.capital and t.quantity is None and t.low not in _ANY_PIECE for t in named)
    named = [t for t in named if not (paper and t.low in _ANY_PIECE)]
    owned = any(t.kind is Kind.PERSON for t in source)
    if not all(any(_same(token, other) for other in region) for token in named):
        return False
    for at, other in enumerate(region):
        if any(_same(token, other) for token in named) or is_soft(other) or is_time(other):
            continue
        numbered = other.kind is Kind.NUMBER and at > 0 and region[at - 1].low in {"page", "p", "."}
        known = other.low in _KNOWN or is_weekday(other)
        if not (numbered or known or other.kind is Kind.PERSON) and (owned or other.capital):
            return False
    return True


def _same(token: Token, other: Token) -> bool:
    if token.quantity is not None and other.quantity is not None:
        return bears_out(other.quantity, token.quantity)
    return token.key == other.key
