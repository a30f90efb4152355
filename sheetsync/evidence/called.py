"""Say whether "The roaster" at the start of a sentence is the lead or somebody else."""

from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY, CONTACT
from sheetsync.evidence.referents import ANOTHER, begins_with_name
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind


def is_thing_called(token: Token, text: str) -> bool:
    """Say whether a sentence begins with "The roaster" or "The founder", as more than one may be."""
    if token.key not in {COMPANY, CONTACT} or token.low != "the":
        return False
    nouns = text[: token.end].casefold().split()[1:]
    return lexicon.ANY_COMPANY.isdisjoint(nouns)


def may_be_trader(token: Token, text: str, cell: str, *, public: bool) -> bool:
    """Say whether "The supplier" at the start of a sentence may be somebody else's trade.

    So it may in our own notes, and where the cell has the word of anybody else.
    """
    if token.key != COMPANY or token.low != "the":
        return False
    noun = text[: token.end].casefold().split()[-1]
    if noun not in lexicon.TRADERS:
        return False
    return not public or cell.casefold().count(noun) > cell.count(f"The {noun}")


def names_another(tokens: Sequence[Token]) -> bool:
    """Find "The roaster, Kolb, opened": the thing called is somebody with a name of its own."""
    if len(tokens) < 4 or tokens[0].low != "the" or tokens[0].key not in {COMPANY, CONTACT}:
        return False
    at = 1
    while at < len(tokens) and tokens[at].kind is Kind.WORD and not tokens[at].capital:
        at += 1
    stop = next((n for n, t in enumerate(tokens) if n > at and t.low == ","), at)
    named = at < stop - 1 and tokens[at].low == ","
    return named and all(t.capital and t.kind is Kind.WORD for t in tokens[at + 1 : stop])


def by_another_name(tokens: list[Token], last: Sequence[Token]) -> list[Token]:
    """Put nobody where "the roaster" may be somebody whom the sentence before names."""
    another = begins_with_name(last)
    return [tokens[0]._replace(key=ANOTHER), *tokens[1:]] if another else tokens
