"""Say whether a statement tells how something came to be, so that it may be called new.

"Your new depot" is a fair name for a depot that was opened, and not for one that is
run, planned or sold.
"""

from collections.abc import Sequence

from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind, analyse

BEGIN = frozenset(
    analyse(word).key
    for word in (
        "open launch build hire appoint introduce commission unveil install inaugurate sign win "
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
    between = tokens[verb + 1 : first] if verb < first else tokens[last + 1 : verb]
    return all(t.kind not in _FAR for t in between)


_FAR = frozenset({Kind.PREPOSITION, Kind.POINT, Kind.LINK})


ENDED = frozenset(analyse(word).key for word in ("close", "sell", "reopen", "leave", "move"))
