"""Take off the name by which a sentence speaks to its reader, as in "You ship vans, Mira".

A name behind a comma may also be the last of a list, or say who "your founder" is; there it
stays, because then the sentence says something of Mira.
"""

from collections.abc import Sequence
from itertools import takewhile

from sheetsync.evidence import lexicon
from sheetsync.evidence.cast import CONTACT
from sheetsync.evidence.greetings import TITLES
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Kind

_SHORTEST = 3
"""Words of a sentence beside the name; what has fewer only greets."""

_OPENERS = frozenset(
    "i we our congratulations congrats thanks so great good well according when".split()
)
"""What no phrase about Mira begins with, as "Mira, as COO, owns" does."""

_BEFORE_NAME = frozenset(
    "congratulations congrats thanks well done so i see saw read understand gather noticed hear "
    "heard".split()
)
_PEOPLE = frozenset(
    "woman man lady person somebody someone boss manager planner founder owner director colleague "
    "assistant successor predecessor friend neighbour cousin aunt uncle niece nephew lead chief "
    "mum mom dad partner name called named".split()
)
_NEAR = 8
"""Words before the comma in which somebody may be told of, whose name it then is."""


def without_address(tokens: Sequence[Token]) -> list[Token]:
    """Return a sentence of a draft without the reader's name, if that is all the name does."""
    found = list(tokens)
    if all(t.key != CONTACT for t in found):
        return found
    end = len(found) - (found[-1].kind is Kind.POINT)
    name = end - 1
    comma = name - 1 - (found[name - 1].low in TITLES)
    if found[name].key == CONTACT and found[comma].low == ",":
        front = found[:comma]
        if _words(front) >= _SHORTEST and not _tells_who(front):
            return [*front, *found[end:]]
    rest = found[2:]
    if rest and found[0].key == CONTACT and found[1].low == ",":
        return rest if rest[0].low in _OPENERS and _words(rest) >= _SHORTEST else found
    for at in range(2, len(found) - _SHORTEST):
        lows = (found[at - 1].low, found[at + 1].low)
        front = found[: at - 1]
        if found[at].key == CONTACT and lows == (",", ","):
            plain = all(t.low in _BEFORE_NAME for t in front)
            return [*front, *found[at + 2 :]] if plain else found
    return found


def _words(tokens: Sequence[Token]) -> int:
    return sum(t.kind is not Kind.POINT for t in tokens)


def _tells_who(front: Sequence[Token]) -> bool:
    """Find "your founder" and a list of names in front of ", Mira", and a quotation of hers."""
    yours = any(t.low in lexicon.YOUR_PRONOUNS for t in front)
    if front[-1].low == '"' and not yours:
        return True
    people = lexicon.APPOSED | _PEOPLE
    near = front[-_NEAR:]
    if any(t.key in lexicon.ROLE_KEYS or t.low.removesuffix("s") in people for t in near):
        return True
    item = list(takewhile(lambda t: t.low != ",", reversed(front)))
    return len(item) < len(front) and all(t.capital and t.kind is Kind.WORD for t in item)
