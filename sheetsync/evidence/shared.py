"""One count for several things: "40 planners and drivers" are not 40 planners.

So with "52 architects in Oslo and Bergen" and "58 vans and bikes": whoever cuts the
list short says more of the first than the sentence does.
"""

from collections.abc import Sequence

from sheetsync.evidence.checks import is_time
from sheetsync.evidence.tokens import Token
from sheetsync.evidence.words import Form, Kind

_JOINS = frozenset({"and", "&", "or", "/", "plus"})
_COUNTED = frozenset({Kind.WORD, Kind.ARTICLE, Kind.PREPOSITION, Kind.PERSON, Kind.CLITIC})
"""What may stand between a number and the last word of what it counts."""

_VERBS = frozenset({Kind.BE, Kind.HAVE, Kind.DO})
_OBJECTS = frozenset({Kind.NUMBER, Kind.ARTICLE, Kind.PREPOSITION, Kind.PERSON, Kind.POINT})


def shares_count(taken: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Say whether the count of what is taken is shared by what is left out behind it.

    Args:
        taken: The tokens of the statement up to the cut.
        rest: Those behind it.
    """
    rest = _joined(rest)
    if len(rest) < 2:
        return False
    start = _count_before(taken)
    if start is None:
        return False
    if rest[0].low == "," and not _goes_on(rest[1:]):
        return False
    if rest[0].low == "," and _names_each(taken[start], taken[-1], rest[1:]):
        return False
    plural = taken[-1].low.endswith("s")
    return _another_thing(rest[1:], said=_has_verb(taken[:start]), plural=plural)


def _joined(rest: Sequence[Token]) -> Sequence[Token]:
    """Begin what is left out with its "and" or comma; nothing when it has none.

    So it does with ", and", "(and" and "as well as".
    """
    if rest and rest[0].low in {",", "("} and len(rest) > 1:
        joined = _joined(rest[1:]) if rest[1].low in _JOINS | {"as"} else ()
        return joined or (rest if rest[0].low == "," else ())
    if [t.low for t in rest[:3]] == ["as", "well", "as"]:
        return rest[2:]
    return rest if rest and rest[0].low in _JOINS else ()


def _count_before(taken: Sequence[Token]) -> int | None:
    """Return the place of the number that counts the last word; None when none does."""
    at = len(taken) - 1
    if taken[at].kind is not Kind.WORD:
        return None
    while at >= 0:
        token = taken[at]
        if token.quantity is not None and not is_time(token):
            return None if token.quantity.sort == "ord" else at
        listed = token.low in _JOINS | {",", "-", "%"}
        if not (token.kind in _COUNTED or listed or is_time(token)):
            return None
        at -= 1
    return None


def _names_each(count: Token, thing: Token, rest: Sequence[Token]) -> bool:
    """Find "two sites, Hull and Leeds": just as many names as things that have them."""
    names = 0
    for at, token in enumerate(rest):
        if token.capital and token.kind is Kind.WORD:
            names += not at or rest[at - 1].low in _JOINS | {","}
        elif token.low not in _JOINS | {","}:
            break
    known = count.quantity.value if count.quantity is not None else None
    return not thing.capital and thing.low.endswith("s") and known == names


def _goes_on(rest: Sequence[Token]) -> bool:
    """Tell the list "Hull, Leeds and York" from "Weyburn, Saskatchewan, where"."""
    for token in rest:
        if token.kind is not Kind.WORD or token.capital != rest[0].capital:
            return token.low in _JOINS
    return False


def _another_thing(rest: Sequence[Token], *, said: bool, plural: bool) -> bool:
    """Say whether a thing without a count of its own stands here, and no new clause.

    Args:
        rest: What stands behind "and" or a comma.
        said: Whether the clause has had its verb, so that the next one begins another.
        plural: Whether what is counted ends like a plural, as a verb behind it then does not.
    """
    first, following = rest[0], rest[1] if len(rest) > 1 else None
    called = first.capital and first.quantity is not None and first.quantity.sort == "ord"
    if not called and (first.kind is not Kind.WORD or first.quantity is not None):
        return False
    if first.form is Form.PAST and (following is None or following.kind in _OBJECTS):
        return False
    acts = following is not None and following.kind in _OBJECTS - {Kind.PREPOSITION, Kind.POINT}
    if acts and not first.capital:
        return False
    if _has_count(rest, plural=plural):
        return False
    if following is not None and first.capital and following.form is Form.PAST:
        return False
    end = next((t for t in rest if t.kind is not Kind.WORD), None)
    return not (said and end is not None and end.kind in _VERBS)


def _has_count(rest: Sequence[Token], *, plural: bool) -> bool:
    """Find "revenue of £5 million", and "staff and cares for 3,900 children"."""
    if len(rest) < 3 or rest[2].kind is not Kind.NUMBER:
        return False
    verb = not plural and rest[0].low.endswith("s") and rest[1].low in {"for", "to"}
    return verb or rest[1].low == "of"


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(t.kind in _VERBS or (t.kind is Kind.WORD and t.form is Form.PAST) for t in tokens)
