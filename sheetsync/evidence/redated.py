"""Take a date out of a claim where the statement has it at another place of its clause."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.quantity import bears_out
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

Tokens = tuple[Token, ...]


def without_date(claim: Tokens, statement: Statement) -> Iterator[Tokens]:
    """Take out a date that the statement gives once, with its preposition."""
    dates = [n for n, t in enumerate(claim) if is_time(t)]
    known = [n for n, t in enumerate(statement.tokens) if is_time(t)]
    if len(dates) == 1:
        known = _of_one_item(claim, statement.tokens, known)
    if len(dates) != 1 or len(known) != 1 or not _when(statement.tokens, known[0]):
        return
    at = dates[0]
    said, told = claim[at].quantity, statement.tokens[known[0]].quantity
    if said is None or told is None or not bears_out(told, said):
        return
    start = at
    while start and claim[start - 1].low in {"in", "on", ",", "(", "of"}:
        start -= 1
    if claim[start].low not in {"in", "on", "("}:
        return
    stop = at + 1
    while (
        stop < len(claim)
        and claim[stop].low in {")", ","}
        and (start == 0 or claim[stop].low == ")")
    ):
        stop += 1
    rest = claim[:start] + claim[stop:]
    if rest:
        yield rest


def _of_one_item(claim: Tokens, tokens: Sequence[Token], known: Sequence[int]) -> list[int]:
    """Keep the dates of the one item of a list that has every word of the claim."""
    stops = [-1, *(n for n, t in enumerate(tokens) if t.low == ";"), len(tokens)]
    words = {t.key for t in claim if t.kind is Kind.WORD}
    for start, stop in pairwise(stops):
        if words <= {t.key for t in tokens[start + 1 : stop]}:
            return [n for n in known if n in range(start, stop)]
    return list(known)


def _when(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a date tells when it happened, not until or for when."""
    before = tokens[at - 1] if at else None
    if before is None or before.low in {"in", "on", "during"}:
        return True
    return before.kind not in {Kind.PREPOSITION, Kind.MARKED}
