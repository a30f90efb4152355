"""Read "Swaps are handled by chat at Ostwind" as "Swaps are handled by chat" of a cell about Ostwind.

Only where neither the statement nor what stands before it names another firm or a place that
the sentence does not name.
"""

from collections.abc import Iterator, Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.columns import is_talk
from sheetsync.evidence.referents import may_be_name
from sheetsync.evidence.statements import Statement
from sheetsync.evidence.tokens import LEXEME, Token
from sheetsync.evidence.words import Form, Kind, analyse

Tokens = tuple[Token, ...]

_FINITE = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
"""What a whole sentence of a page has, which may speak of anybody; a note of facts has none."""
_SHORTEST = 5
"""Words of a sentence and "at Ostwind"."""


def without_home(tokens: Sequence[Token]) -> Iterator[Tokens]:
    """Yield a sentence without "at Ostwind" at its end or in front of it."""
    if len(tokens) < _SHORTEST:
        return
    if tokens[0].low == "at" and tokens[1].key == COMPANY and not _owns(tokens, 1):
        yield tuple(tokens[2 + (tokens[2].low == ",") :])
    end = tokens[-1].kind is Kind.POINT
    last = len(tokens) - 1 - end
    if tokens[last].key == COMPANY and tokens[last - 1].low == "at":
        yield (*tokens[: last - 1], *tokens[last + 1 :])


def _owns(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at + 1].low == "'s"


def speaks_of_home(core: Sequence[Token], statement: Statement) -> bool:
    """Say whether a statement is about the lead, where the sentence says so.

    Args:
        core: The sentence without "at Ostwind".
        statement: The evidence, in a cell of the lead.
    """
    told = is_talk(statement.passage.column)
    if not told and any(t.kind in _FINITE for t in statement.tokens):
        return False
    said = {token.low for token in core}
    for token in statement.tokens:
        if token.low in said or token.quantity is not None or token.kind is Kind.PERSON:
            continue
        if token.low.removesuffix("s") in lexicon.APPOSED | {"site", "other"}:
            return False
        if token.kind is Kind.WORD and token.capital and (token.start or may_be_name(token.text)):
            return False
    return not _names_others(statement.passage.last, said)


def _names_others(sentence: str, said: set[str]) -> bool:
    """Say whether the sentence before may be about anybody else."""
    for at, match in enumerate(LEXEME.finditer(sentence)):
        word = match.group()
        low = word.casefold()
        if low.removesuffix("s") in lexicon.APPOSED:
            return True
        if not word[0].isupper() or low in said:
            continue
        read = analyse(low)
        if read.kind is Kind.WORD and (at or (may_be_name(word) and read.form is not Form.PAST)):
            return True
    return False
