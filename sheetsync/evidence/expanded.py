"""Read a statement's shorthand of words as what it stands for: "phone/fax" is "phone or fax".

Like those of :mod:`sheetsync.evidence.anaphora`, each reading has the statement's own words,
each with its own place in the cell.
"""

from collections.abc import Sequence

from sheetsync.evidence.cast import YOU
from sheetsync.evidence.counting import word_like
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_WISHED = frozenset({"love", "like", "want"})
_ARE = frozenset({"is", "are"})
_LONGEST_WISH = 8


def expanded(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the readings of a statement that say its shorthand out."""
    lows = {token.low for token in tokens}
    found = []
    if "/" in lows:
        found.append(_either(tokens))
    if not lows.isdisjoint(_WISHED):
        found.append(_wished_for(tokens))
    return [reading for reading in found if reading]


def _either(tokens: Sequence[Token]) -> list[Token]:
    """Read "by phone/fax" as "by phone or fax": two words in lower case, glued together."""
    reading = list(tokens)
    for at in range(1, len(tokens) - 1):
        before, mark, behind = tokens[at - 1 : at + 2]
        glued = mark.low == "/" and before.end == mark.start and mark.end == behind.start
        if glued and all(t.kind is Kind.WORD and not t.capital for t in (before, behind)):
            reading[at] = word_like(mark, "or")
    return reading


def _wished_for(tokens: Sequence[Token]) -> list[Token]:
    """Read "we would love to have vans but it is no priority" as "vans is no priority".

    What "it" is must be the one thing that they wish for, and they say so themselves.
    """
    at = next(n for n, t in enumerate(tokens) if t.low in _WISHED)
    if at < 2 or tokens[at - 2].key != YOU or tokens[at - 1].low != "would":
        return []
    start = at + 1 + 2 * ([t.low for t in tokens[at + 1 : at + 3]] == ["to", "have"])
    it = next(
        (n for n, t in enumerate(tokens) if n > start and t.low in {"it", "they"}), len(tokens)
    )
    if it + 1 >= len(tokens) or tokens[it + 1].low not in _ARE:
        return []
    if tokens[it - 1].low not in {"but", "and"} or it - start > _LONGEST_WISH:
        return []
    thing = list(tokens[start : it - 1])
    before, last = tokens[it - 3], tokens[it - 2]
    if last.low == "day" and (before.low in {"one", "some"} or before.quantity is not None):
        thing = thing[:-2]
    plain = all(
        (t.kind in {Kind.WORD, Kind.ARTICLE} or t.low == "-") and t.form is not Form.PAST
        for t in thing
    )
    return [*thing, *tokens[it + 1 :]] if thing and plain else []
