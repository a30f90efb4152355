"""Tell the lines below a sign-off that only say who writes from those that claim something.

A signature is names, titles, a firm, an address, a phone number, mail and web. A line
with a verb, a count or the lead's own name is a claim like any other.
"""

import re
from collections.abc import Sequence

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import COMPANY
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_LONGEST_LINE = 80
_LONGEST_NAME = 4
_ADDRESSES = re.compile(r"[^\s@]++@\S++|\b[\w-]++(?:\.[\w-]++)*\.[a-z]{2,}+(?:/\S*+)?")
_JOINTS = frozenset({Kind.POINT, Kind.LINK, Kind.ARTICLE, Kind.PREPOSITION, Kind.CLITIC})
_SAID_OF_WORK = lexicon.HEDGES - lexicon.NEGATIONS - lexicon.MODALS - lexicon.CONDITIONS
"""Words that doubt in a sentence and name work in a title: "Project Manager", "Deputy Head"."""
_POSTSCRIPTS = frozenset({"ps", "pps", "nb"})
_IN_TITLES = frozenset(
    "sales marketing operations business customer client account accounts partner success support "
    "development growth revenue product research finance team head director manager executive "
    "officer consultant advisor adviser representative specialist engineer founder owner partner "
    "chief senior junior lead regional tel phone mobile mob cell office fax email mail web direct "
    "ext extension vat reg no street road suite floor".split()
)


def is_signature(text: str, tokens: Sequence[Token], *, first: bool) -> bool:
    """Say whether a line below the sign-off only says who writes.

    Args:
        text: The line, folded.
        tokens: Its tokens.
        first: It stands right below the sign-off, where a bare name stands.
    """
    if len(text) > _LONGEST_LINE or text[0] in "=@" or tokens[0].low in _POSTSCRIPTS:
        return False
    named = len(tokens) <= _LONGEST_NAME and all(_like_a_name(t) for t in tokens)
    if first and named:
        return True
    addresses = [match.span() for match in _ADDRESSES.finditer(text)]
    return all(
        any(start <= token.start and token.end <= end for start, end in addresses)
        or _signs(tokens, place)
        for place, token in enumerate(tokens)
    )


def _like_a_name(token: Token) -> bool:
    return token.low in {",", "-"} or (
        token.capital and token.kind in {Kind.WORD, Kind.MARKED} and token.quantity is None
    )


def _signs(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word or number may stand in a signature."""
    token = tokens[place]
    if token.kind is Kind.NUMBER:
        return _numbers_an_address(tokens, place)
    if token.kind in _JOINTS:
        return True
    if token.kind is Kind.PERSON:
        return token.capital and token.key != COMPANY and token.low not in lexicon.YOUR_PRONOUNS
    if token.kind is Kind.MARKED:
        return token.capital and token.key in _SAID_OF_WORK
    if token.kind is not Kind.WORD or token.low == "%":
        return False
    return token.low in _IN_TITLES or (token.capital and token.form is not Form.PAST)


def _numbers_an_address(tokens: Sequence[Token], place: int) -> bool:
    """Tell a house number, a postcode or a phone number from a count or an amount."""
    quantity = tokens[place].quantity
    if quantity is None or quantity.bound or quantity.sort in {"money", "date", "share"}:
        return False
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return behind is None or behind.kind in {Kind.NUMBER, Kind.POINT} or behind.capital
