"""Say whether a statement tells how something came to be, so that it may be called new.

"Your new depot" is a fair name for a depot that was opened, and not for one that is
run, planned or sold, nor for a report that was only commissioned.
"""

from collections.abc import Sequence
from itertools import pairwise

from sheetsync.evidence import lexicon
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

BEGIN = frozenset(
    analyse(word).key
    for word in (
        "open launch build hire appoint introduce unveil install inaugurate sign win "
        "name announce buy acquire"
    ).split()
)


def begun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether a statement tells that a thing was opened, built, hired or the like.

    Args:
        tokens: The statement.
        first: Position of the first word of the thing.
        last: Position of its last one.
    """
    verbs = [n for n, t in enumerate(tokens) if t.key in BEGIN and t.form is Form.PAST]
    if len(verbs) != 1 or any(t.key in ENDED or t.kind is Kind.MARKED for t in tokens):
        return False
    verb = verbs[0]
    if for_another(tokens[first:]):
        return False
    if tokens[verb].key in OF_PEOPLE and not _person(tokens[first : last + 1]):
        return False
    between = tokens[verb + 1 : first] if verb < first else tokens[last + 1 : verb]
    return all(t.kind not in _FAR for t in between)


def for_another(rest: Sequence[Token]) -> bool:
    """Find "for Kolb" behind a thing, which then is no thing of the lead's."""
    words = [t for t in rest if t.kind is not Kind.ARTICLE]
    return any(
        one.low == "behalf" or (one.low in _FOR_OTHERS and other.kind is Kind.WORD and _buys(other))
        for one, other in pairwise(words)
    )


def _buys(token: Token) -> bool:
    return token.capital or token.low in lexicon.APPOSED | lexicon.ORGANISATIONS


_FOR_OTHERS = frozenset({"for", "by", "to"})
OF_PEOPLE = frozenset(analyse(word).key for word in ("hire", "name"))
"""What makes somebody new, and no thing: hired vans are not the hirer's."""


def _person(thing: Sequence[Token]) -> bool:
    """Say whether a thing is somebody by name or by role, as far as the closed lists tell."""
    stop = next((n for n, t in enumerate(thing) if t.kind in _FAR), len(thing))
    return any(t.key in lexicon.ROLE_KEYS or t.low in lexicon.APPOSED for t in thing[:stop])


_FAR = frozenset({Kind.PREPOSITION, Kind.POINT, Kind.LINK})


ENDED = frozenset(analyse(word).key for word in ("close", "sell", "reopen", "leave", "move"))
